"""`yp record value`: a value of an indicator, as a new file."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yhdyspinta_cli.cli import complete, options, options_recording, resolve
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import saving

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Indicator
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=True, help=_("Record what was measured."))
    group.command("value")(value)
    parent.add_typer(group, name="record", rich_help_panel=_("Recording"))


def value(
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
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Record a value of an indicator as a new file."""
    from yhdyspinta_cli.model.status import Value
    from yhdyspinta_cli.store import write

    if void and corrects is None:
        raise UserError(_("--void needs --corrects"))
    if (reading is None) != void:
        raise UserError(_("give either a value, or --void"))

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        meant = _indicator(kb, indicator)
        wrong = options_recording.to_correct(kb, Value, corrects) if corrects is not None else None
        named = resolve.named(kb, party, kb.parties)
        spoken_for = named or (wrong.party if wrong else None)
        return write.draft(
            Value,
            {
                "indicator": meant.id,
                "value": None
                if reading is None
                else _fitting(meant, reading, of_party=spoken_for is not None),
                "on": options_recording.moment(on or (str(wrong.on) if wrong else None)),
                "by": options_recording.speaker(kb, by, named),
                "party": spoken_for,
                "note": note,
                "evidence": options_recording.evidence_of(evidence),
                "corrects": wrong.id if wrong else None,
                "void": True if void else None,
            },
        )

    saving.save(
        directory,
        make,
        commit=commit,
        dry_run=dry_run,
        today=options.today(),
        message=lambda kb, record: f"{record.id}: {'void' if reading is None else reading}",
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
    found = resolve.one_of(kb, words, kb.indicators, exact=True)
    assert isinstance(found, Indicator)
    return found


def _fitting(indicator: "Indicator", written: str, *, of_party: bool) -> Any:
    """Return the value that fits the indicator; UserError (exit 2) says what would."""
    from yhdyspinta_cli.output.words import word
    from yhdyspinta_cli.queries import values

    if not written.strip() or "\n" in written or "\r" in written:
        raise UserError(_("a value is one line of text, and not empty"))
    try:
        return values.fitting(indicator, written, of_party=of_party)
    except values.UnfitError as error:
        expected = {
            "option": _("one of: {options}").format(options="; ".join(error.options)),
            "yes-no": _("with --party yes or no, without it a whole number")
            if indicator.type == "count-of-parties"
            else _("yes or no"),
            "count": _("a whole number, 0 or more"),
            "number": _("a number"),
        }[error.expected]
        raise UserError(
            _("{value} does not fit {indicator} ({kind})").format(
                value=quoted(written), indicator=indicator.id, kind=word(indicator.type)
            ),
            hint=expected,
        ) from error
