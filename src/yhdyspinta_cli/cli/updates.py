"""`yp status set` and `yp status correct`: a report of a measure's state, as a new file."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, meaning, options, recording, saving
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded


def _per_cent(written: str) -> int:
    """Return per cent as they are typed or printed: ``60``, ``60 %``."""
    digits = plain_text.one_line(str(written)).removesuffix("%").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3 and int(digits) <= 100):
        raise typer.BadParameter(
            _("{value} is not a whole number from 0 to 100").format(value=quoted(str(written)))
        )
    return int(digits)


StateArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("STATE"),
        help=_("not-started, in-progress, completed, paused, cancelled or merged."),
        autocompletion=complete.states_reported,
    ),
]
Progress = Annotated[
    int | None,
    typer.Option("--progress", metavar="N", parser=_per_cent, help=_("How far, in per cent.")),
]
Into = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar=_("MEASURE"),
        help=_("With merged: the measure it was merged into."),
        autocompletion=complete.measures,
    ),
]


def set_(
    measure: options.Measure,
    state: StateArgument,
    party: recording.SpokenFor = None,
    by: recording.By = None,
    on: recording.On = None,
    note: recording.Note = None,
    evidence: recording.Evidence = None,
    progress: Progress = None,
    into: Into = None,
    commit: recording.Commit = False,
    dry_run: recording.DryRun = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Report the state of a measure, as a whole or for one party, as a new file."""
    from yhdyspinta_cli.model.status import Update
    from yhdyspinta_cli.store import write

    state = meaning.state(state)

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        spoken_for = meaning.named(kb, party, kb.parties)
        return write.draft(
            Update,
            {
                "measure": (meant := meaning.measure(kb, measure, exact=True).id),
                "state": state,
                "on": recording.moment(on),
                "by": recording.speaker(kb, by, spoken_for),
                "party": spoken_for,
                "note": note,
                "evidence": recording.evidence_of(evidence),
                "progress": progress,
                "merged_into": _merged_into(kb, meant, state, into),
            },
        )

    saving.save(
        directory,
        make,
        commit=commit,
        dry_run=dry_run,
        today=options.today(),
        message=_message,
    )


def correct(
    update: Annotated[
        str,
        typer.Argument(
            metavar=_("UPDATE"),
            help=_("The id of the update."),
            autocompletion=complete.updates,
        ),
    ],
    state: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[STATE]"),
            help=_("The state that is right."),
            autocompletion=complete.states_reported,
        ),
    ] = None,
    void: Annotated[
        bool, typer.Option("--void", help=_("Take the update back and put nothing in its place."))
    ] = False,
    by: recording.By = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar=_("DAY"),
            help=_("The day the correction speaks of; else that of the update."),
        ),
    ] = None,
    note: recording.Note = None,
    evidence: recording.Evidence = None,
    progress: Progress = None,
    into: Into = None,
    commit: recording.Commit = False,
    dry_run: recording.DryRun = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Correct an earlier update by a new one; both stay to be seen."""
    from yhdyspinta_cli.model.status import Update
    from yhdyspinta_cli.store import write

    if (state is None) != void:
        raise UserError(_("give either the state that is right, or --void"))
    if state is not None:
        state = meaning.state(state)

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        wrong = recording.to_correct(kb, Update, update)
        return write.draft(
            Update,
            {
                "measure": wrong.measure,
                "state": state,
                "on": recording.moment(on or str(wrong.on)),
                "by": recording.speaker(kb, by, None),
                "party": wrong.party,
                "note": note,
                "evidence": recording.evidence_of(evidence),
                "progress": progress,
                "merged_into": _merged_into(kb, wrong.measure, state, into),
                "corrects": wrong.id,
                "void": True if void else None,
            },
        )

    saving.save(
        directory,
        make,
        commit=commit,
        dry_run=dry_run,
        today=options.today(),
        message=_message,
    )


def _merged_into(
    kb: "KnowledgeBase", measure: str, state: str | None, into: str | None
) -> str | None:
    if into is None:
        return None
    if state != "merged":
        raise UserError(_("--into goes with the state merged"))
    target = meaning.measure(kb, into, exact=True).id
    if target == measure:
        raise UserError(
            _("a measure is not merged into itself"), hint=_("--into names the one that goes on")
        )
    return target


def _message(kb: "KnowledgeBase", saved: "Record") -> str:
    """The first line of the commit: ``E1 completed (Kuopio), 2024-05-14``."""
    from yhdyspinta_cli.model.status import Update

    assert isinstance(saved, Update)
    measure = kb.measure(saved.measure)
    words = [measure.code if measure else saved.measure, saved.state or "void"]
    if saved.party:
        words.append(f"({kb.name(saved.party)})")
    line = " ".join(words) + f", {saved.on}"
    return line + (f"\n\ncorrects: {saved.corrects}" if saved.corrects else "")
