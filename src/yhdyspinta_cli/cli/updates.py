"""`yp status set` and `yp status correct`: a report of a measure's state, as a new file."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, options, options_recording, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import STATES
from yhdyspinta_cli.wording import states, typed

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.status import Update


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
        help=typed.listed(STATES, states.word) + _(", or a word of the data's own."),
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


@command
def set_(
    line: Line,
    measure: options.Measure,
    state: StateArgument,
    party: options_recording.SpokenFor = None,
    by: options_recording.By = None,
    on: options_recording.On = None,
    note: options_recording.Note = None,
    evidence: options_recording.Evidence = None,
    progress: Progress = None,
    into: Into = None,
    commit: options_recording.Commit = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Report the state of a measure, as a whole or for one party, as a new file."""
    from yhdyspinta_cli.services import recording, saving

    def make(kb: "KnowledgeBase") -> "Update":
        own = kb.agreement.own_words
        said = resolve.state(own, state)
        spoken_for = resolve.named(party, kb.parties)
        meant = resolve.measure(kb, measure, exact=True).id
        return recording.update(
            measure=meant,
            state=said,
            on=options_recording.moment(kb, on),
            by=options_recording.speaker(kb, by, spoken_for),
            party=spoken_for,
            note=note,
            evidence=evidence or (),
            progress=progress,
            merged_into=_merged_into(kb, meant, own.standard("states", said), into),
            own=own,
        )

    saving.save(
        line.where,
        make,
        is_committed=commit,
        is_tried_only=dry_run,
        clock=options.clock(),
        message=recording.message_of_update,
        voice=terminal,
    )


@command
def correct(
    line: Line,
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
    by: options_recording.By = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar=_("DAY"),
            help=_("The day the correction speaks of; else that of the update."),
        ),
    ] = None,
    note: options_recording.Note = None,
    evidence: options_recording.Evidence = None,
    progress: Progress = None,
    into: Into = None,
    commit: options_recording.Commit = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Correct an earlier update by a new one; both stay to be seen."""
    from yhdyspinta_cli.model.status import Update
    from yhdyspinta_cli.services import recording, saving

    if (state is None) != void:
        raise UserError(_("give either the state that is right, or --void"))

    def make(kb: "KnowledgeBase") -> Update:
        own = kb.agreement.own_words
        said = None if state is None else resolve.state(own, state)
        wrong = recording.to_correct(kb, Update, update)
        return recording.update(
            measure=wrong.measure,
            state=said,
            on=options_recording.moment(kb, on or str(wrong.on)),
            by=options_recording.speaker(kb, by, None),
            party=wrong.party,
            note=note,
            evidence=evidence or (),
            progress=progress,
            merged_into=_merged_into(
                kb, wrong.measure, own.standard("states", said) if said else None, into
            ),
            corrects=wrong.id,
            void=void,
            own=own,
        )

    saving.save(
        line.where,
        make,
        is_committed=commit,
        is_tried_only=dry_run,
        clock=options.clock(),
        message=recording.message_of_update,
        voice=terminal,
    )


def _merged_into(
    kb: "KnowledgeBase", measure: str, state: str | None, into: str | None
) -> str | None:
    if into is None:
        return None
    if state != "merged":
        raise UserError(_("--into goes with the state merged"))
    target = resolve.measure(kb, into, exact=True).id
    if target == measure:
        raise UserError(
            _("a measure is not merged into itself"), hint=_("--into names the one that goes on")
        )
    return target
