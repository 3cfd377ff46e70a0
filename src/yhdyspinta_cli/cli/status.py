"""`yp status`: how the measures stand on a day, and what was reported on one."""

import os

import typer

from yhdyspinta_cli.cli import answer, options, resolve, updates
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=False)
    group.callback(invoke_without_command=True)(status)
    group.command("show")(show)
    group.command("matrix")(matrix)
    group.command("set")(updates.set_)
    group.command("correct")(updates.correct)
    parent.add_typer(group, name="status", rich_help_panel=_("Questions"))


def status(
    context: typer.Context,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    silent_after: options.SilentAfter = 6,
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
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import status as form
    from yhdyspinta_cli.queries import filters
    from yhdyspinta_cli.queries import status as query

    kb = opening.look(directory).kb
    day = options.day(as_of)
    wanted = resolve.wanted(kb, interface, goal, party, actor, state)
    measures = filters.select(kb, Measure, wanted, day)
    found = query.overview(kb, measures, day, silent_after, wanted.party)
    answer.Form(as_json, as_csv, as_excel).give(
        "status",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found),
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


def show(
    measure: options.Measure,
    silent_after: options.SilentAfter = 6,
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

    kb = opening.look(directory).kb
    found = log.log(kb, resolve.measure(kb, measure), options.day(as_of))
    answer.Form(as_json, as_csv, as_excel).give(
        "status-log",
        page=lambda: form.page(kb, found, silent_after),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found, silent_after),
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
    from yhdyspinta_cli.facts import standings
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import status_matrix as form
    from yhdyspinta_cli.queries import filters

    kb = opening.look(directory).kb
    day = options.day(as_of)
    wanted = resolve.wanted(kb, interface, goal, party, actor, state)
    found = standings.of(kb, filters.select(kb, Measure, wanted, day), day)
    parties = tuple(p for p in kb.parties if wanted.party in (None, p.id))
    answer.Form(as_json, as_csv, as_excel).give(
        "status-matrix",
        page=lambda: form.page(kb, found, parties, day, terminal.width()),
        table=lambda: form.table(found, parties),
        json=lambda: form.json(found, parties, day),
    )
