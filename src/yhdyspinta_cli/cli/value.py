"""`yp record value`: a value of an indicator, as a new file."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, options, options_recording, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Indicator


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("Record what was measured."))
    group.command("value")(value)
    parent.add_typer(group, name="record")


@command
def value(
    line: Line,
    indicator: Annotated[
        str,
        typer.Argument(
            metavar=_("INDICATOR"),
            help=_("Its id, or the measure's code where it has one only."),
            autocompletion=complete.indicators,
        ),
    ],
    reading: Annotated[
        str | None,
        typer.Argument(metavar=_("[VALUE]"), help=_("Of the indicator's kind: 12, yes, …")),
    ] = None,
    on: options_recording.On = None,
    party: options_recording.SpokenFor = None,
    by: options_recording.By = None,
    note: options_recording.Note = None,
    evidence: options_recording.Evidence = None,
    corrects: Annotated[
        str | None,
        typer.Option(
            "--corrects",
            metavar=_("VALUE"),
            help=_("The id of the earlier value that this one replaces."),
            autocompletion=complete.values,
        ),
    ] = None,
    void: Annotated[
        bool,
        typer.Option(
            "--void", help=_("With --corrects: take the value back, put nothing in its place.")
        ),
    ] = False,
    commit: options_recording.Commit = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Record a value of an indicator as a new file."""
    from yhdyspinta_cli.model.status import Value
    from yhdyspinta_cli.services import recording, saving

    indicator = plain_text.one_line(indicator)
    reading = None if reading is None else plain_text.composed(reading)
    if void and corrects is None:
        raise UserError(_("--void needs --corrects"))
    if (reading is None) != void:
        raise UserError(_("give either a value, or --void"))

    def make(kb: "KnowledgeBase") -> Value:
        meant = _indicator(kb, indicator)
        wrong = recording.to_correct(kb, Value, corrects) if corrects is not None else None
        named = resolve.named(party, kb.parties)
        spoken_for = named or (wrong.party if wrong else None)
        fitting = None
        if reading is not None:
            fitting = recording.fitting(meant, reading, of_party=spoken_for is not None)
            _tell_thousands(reading, fitting)
        return recording.value(
            indicator=meant.id,
            reading=fitting,
            on=options_recording.moment(kb, on or (str(wrong.on) if wrong else None)),
            by=options_recording.speaker(kb, by, named),
            party=spoken_for,
            note=note,
            evidence=evidence or (),
            corrects=wrong.id if wrong else None,
            void=void,
        )

    saving.save(
        line.where,
        make,
        is_committed=commit,
        is_tried_only=dry_run,
        clock=options.clock(),
        message=lambda kb, record: f"{record.id}: {'void' if reading is None else reading}",
        voice=terminal,
    )


def _indicator(kb: "KnowledgeBase", words: str) -> "Indicator":
    """Return the indicator meant by its id, its label, or its measure where that has one only."""
    from yhdyspinta_cli.model.measures import Indicator

    measure = kb.measure(words)
    if measure is not None and len(measure.indicators) == 1:
        return measure.indicators[0]
    if measure is not None and measure.indicators:
        raise UserError(
            _("{code} has several indicators").format(code=measure.code),
            hint=_("give one of: {ids}").format(ids=", ".join(i.id for i in measure.indicators)),
        )
    found = resolve.one_of(words, kb.indicators, exact=True)
    assert isinstance(found, Indicator)
    return found


def _tell_thousands(written: str, fitting: object) -> None:
    """Tell how a comma was read: it parts the thousands in English and decimals in Finnish."""
    if "," in written and type(fitting) is int:
        terminal.tell(
            _("yp: {words} is read as {number}").format(words=quoted(written), number=fitting)
        )
