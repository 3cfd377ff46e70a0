"""`yp status`: how the measures stand."""

import typer

from yhdyspinta_cli.cli import answer, door, look, options
from yhdyspinta_cli.language import text as _

app = typer.Typer(no_args_is_help=False)


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    parent.add_typer(app, name="status", rich_help_panel=_("Questions"))
    app.callback(invoke_without_command=True)(status)


def status(
    context: typer.Context,
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
    """Show how the measures stand on a day, by state, interface and goal."""
    if context.invoked_subcommand is not None:
        return
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import status as form
    from yhdyspinta_cli.queries import filters
    from yhdyspinta_cli.queries import status as query

    kb = door.look(directory).kb
    day = options.day(as_of)
    wanted = filters.Wanted(
        interface=look.resolve(kb, interface, "interface"),
        goal=look.resolve(kb, goal, "goal"),
        party=look.resolve(kb, party, "party"),
        actor=look.resolve(kb, actor, "actor"),
        state=look.state_of(state),
    )
    measures = filters.select(kb, Measure, wanted, day)
    found = query.overview(kb, measures, day)
    answer.give(
        "status",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )
