"""`yp who-owns`: who answers for what, and why."""

from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, door, options
from yhdyspinta_cli.cli.look import measure_of
from yhdyspinta_cli.language import text as _


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("who-owns", rich_help_panel=_("Questions"))(who_owns)


def who_owns(
    measure: Annotated[
        str,
        typer.Argument(
            metavar=_("MEASURE"),
            help=_("A code (E1), an id, or words of the title."),
            autocompletion=complete.measures,
        ),
    ],
    why: Annotated[
        bool, typer.Option("--why", help=_("Give the whole path on every line."))
    ] = False,
    exact: Annotated[bool, typer.Option("--exact", help=_("Accept only an id or a code."))] = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Tell who answers for a measure, who stands behind each name, and why."""
    from yhdyspinta_cli.output import owners as form
    from yhdyspinta_cli.queries import owners

    kb = door.look(directory).kb
    found = owners.owners(kb, measure_of(kb, measure, exact=exact), options.day(as_of))
    answer.give(
        "owners",
        page=lambda: form.page(kb, found, why=why),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )
