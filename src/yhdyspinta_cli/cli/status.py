"""`yp status`: how the measures stand, what was reported, and a new report."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, door, look, options, record, saving
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.model.status import Update
    from yhdyspinta_cli.store import Loaded

SilentAfter = Annotated[
    int,
    typer.Option(
        "--silent-after",
        metavar="N",
        min=1,
        max=1200,
        help=_("Call a measure silent after so many months without an update."),
    ),
]
MeasureArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("MEASURE"),
        help=_("A code (E1), an id, or words of the title."),
        autocompletion=complete.measures,
    ),
]
StateArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("STATE"),
        help=_("not-started, in-progress, completed, paused, cancelled or merged."),
        autocompletion=complete.states,
    ),
]
Progress = Annotated[
    int | None,
    typer.Option("--progress", metavar="N", min=0, max=100, help=_("How far, in per cent.")),
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


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=False)
    group.callback(invoke_without_command=True)(status)
    group.command("show")(show)
    group.command("matrix")(matrix)
    group.command("set")(set_)
    group.command("correct")(correct)
    parent.add_typer(group, name="status", rich_help_panel=_("Questions"))


def status(
    context: typer.Context,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    silent_after: SilentAfter = 6,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show how the measures stand on a day: by state, interface, goal and party."""
    if context.invoked_subcommand is not None:
        _nothing_lost(context)
        if directory is not None:
            os.environ["YP_ROOT"] = directory
        return
    from yhdyspinta_cli.output import status as form
    from yhdyspinta_cli.queries import status as query

    kb = door.look(directory).kb
    day = options.day(as_of)
    measures = _wanted(kb, interface, goal, party, actor, state, as_of)
    found = query.overview(kb, measures, day, silent_after)
    answer.give(
        "status",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )


def _nothing_lost(context: typer.Context) -> None:
    """Refuse an option before the subcommand that would not reach it."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if (
            name not in ("directory", "lang")
            and source is not None
            and source.name == "COMMANDLINE"
        ):
            raise UserError(
                _("write the options after '{command}'").format(
                    command=f"yp status {context.invoked_subcommand}"
                )
            )


def _wanted(
    kb: "KnowledgeBase",
    interface: str | None,
    goal: str | None,
    party: str | None,
    actor: str | None,
    state: str | None,
    as_of: str | None,
) -> "tuple[Measure, ...]":
    """Return the measures that the options of a question leave."""
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.queries import filters

    wanted = filters.Wanted(
        interface=look.resolve(kb, interface, "interface"),
        goal=look.resolve(kb, goal, "goal"),
        party=look.resolve(kb, party, "party"),
        actor=look.resolve(kb, actor, "actor"),
        state=look.state_of(state),
    )
    return filters.select(kb, Measure, wanted, options.day(as_of))


def show(
    measure: MeasureArgument,
    silent_after: SilentAfter = 6,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show what was reported on a measure, newest first: who, what, on which evidence."""
    from yhdyspinta_cli.output import status_log as form
    from yhdyspinta_cli.queries import log

    kb = door.look(directory).kb
    found = log.log(kb, look.measure_of(kb, measure), options.day(as_of))
    answer.give(
        "status-log",
        page=lambda: form.page(kb, found, silent_after),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found, silent_after),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )


def matrix(
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show every measure against every party."""
    from yhdyspinta_cli.cli import terminal
    from yhdyspinta_cli.output import status_matrix as form
    from yhdyspinta_cli.queries import status as query

    kb = door.look(directory).kb
    day = options.day(as_of)
    found = query.standings(kb, _wanted(kb, interface, goal, party, actor, state, as_of), day)
    answer.give(
        "status-matrix",
        page=lambda: form.page(kb, found, day, terminal.width()),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found, day),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )


def set_(
    measure: MeasureArgument,
    state: StateArgument,
    party: record.SpokenFor = None,
    by: record.By = None,
    on: record.On = None,
    note: record.Note = None,
    evidence: record.EvidenceOption = None,
    progress: Progress = None,
    into: Into = None,
    commit: record.Commit = False,
    dry_run: record.DryRun = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Report the state of a measure, as a whole or for one party, as a new file."""
    from yhdyspinta_cli.model.status import Update

    _state(state)

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        spoken_for = record.party_of(kb, party)
        return record.draft(
            Update,
            {
                "measure": look.measure_of(kb, measure, exact=True).id,
                "state": state,
                "on": record.moment(on),
                "by": record.speaker(kb, by, spoken_for),
                "party": spoken_for,
                "note": note,
                "evidence": record.evidence_of(evidence),
                "progress": progress,
                "merged_into": _merged_into(kb, state, into),
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
            autocompletion=complete.states,
        ),
    ] = None,
    void: Annotated[
        bool, typer.Option("--void", help=_("Take the update back and put nothing in its place."))
    ] = False,
    by: record.By = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar=_("DAY"),
            help=_("The day the correction speaks of; else that of the update."),
        ),
    ] = None,
    note: record.Note = None,
    evidence: record.EvidenceOption = None,
    progress: Progress = None,
    into: Into = None,
    commit: record.Commit = False,
    dry_run: record.DryRun = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Correct an earlier update by a new one; both stay to be seen."""
    from yhdyspinta_cli.model.status import Update

    if (state is None) != void:
        raise UserError(_("give either the state that is right, or --void"))
    if state is not None:
        _state(state)

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        wrong = _to_correct(kb, update)
        return record.draft(
            Update,
            {
                "measure": wrong.measure,
                "state": state,
                "on": record.moment(on or str(wrong.on)),
                "by": record.speaker(kb, by, None),
                "party": wrong.party,
                "note": note,
                "evidence": record.evidence_of(evidence),
                "progress": progress,
                "merged_into": _merged_into(kb, state, into),
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


def _state(word: str) -> None:
    """Refuse what is not a state that can be reported."""
    from yhdyspinta_cli.model.status import STATES

    if word not in STATES:
        raise UserError(
            _("there is no state {state}").format(state=quoted(word)),
            hint=_("the states: {states}").format(states=", ".join(STATES)),
        )


def _merged_into(kb: "KnowledgeBase", state: str | None, into: str | None) -> str | None:
    if into is None:
        return None
    if state != "merged":
        raise UserError(_("--into goes with the state merged"))
    return look.measure_of(kb, into, exact=True).id


def _to_correct(kb: "KnowledgeBase", key: str) -> "Update":
    """Return the update with this id; refuse one that is corrected already."""
    from yhdyspinta_cli.model.status import Update

    found = kb.find(Update, key.strip().removesuffix(".yaml").rpartition("/")[2])
    if found is None:
        raise UserError(
            _("there is no update {id}").format(id=quoted(key)),
            exit_code=1,
            hint=_("'yp status show MEASURE' tells their ids"),
        )
    for other in kb.updates:
        if other.corrects == found.id:
            raise UserError(
                _("{id} is corrected already, by {other}; nothing was written").format(
                    id=found.id, other=other.id
                ),
                exit_code=4,
                hint=_("correct that one"),
            )
    return found


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
