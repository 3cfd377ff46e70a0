"""`yp export`: the whole base as open data."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import options, output_file, output_folder, terminal, web_address
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.opendata.table import FilledTable


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("export")(export)


@command
def export(
    line: Line,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=_("FOLDER"), help=_("The folder of the open data: empty, or its own.")
        ),
    ],
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            metavar="URL",
            help=_("Where the folder will be: its description then has whole addresses."),
        ),
    ] = None,
    as_of: options.AsOf = None,
    rev: options.Rev = None,
) -> None:
    """Write the whole base as open data: CSV, JSON Lines, SQLite and Parquet, with descriptions."""
    from yhdyspinta_cli import __version__, opendata
    from yhdyspinta_cli.services import opening
    from yhdyspinta_cli.store import own_list

    address = web_address.of_folder(url)
    root, _packaged = opening.find(line.where, packaged=rev is None)
    output_file.refuse_data(root, folder)
    parquet = _parquet()
    with terminal.telling_after_a_second(_("yp: writing the open data …")):
        given = options.day(as_of)
        clock = options.clock()
        loaded = opening.open_valid(
            line.where, terminal, lambda kb: given or clock.today(kb), rev=rev
        )
        today = clock.today(loaded.kb)
        day = given or today
        spoken = line.language or loaded.kb.agreement.language
        terminal.tell_unspoken(spoken)
        made = opendata.files(
            opendata.ExportAsked(loaded.kb, day, day < today, loaded.digest, loaded.revision),
            language.spoken(spoken),
            f"yp {__version__}",
            f"{own_list.step(loaded.kb.agreement.id)}.sqlite",
            parquet,
            address,
        )
    output_folder.write_tree(own_list.EXPORT, folder, made, of=loaded.kb.agreement.id)


def _parquet() -> "Callable[[FilledTable], bytes] | None":
    """Return what makes a file of Parquet; None, which is told, where pyarrow is not installed."""
    from yhdyspinta_cli.opendata import parquet_form

    try:
        parquet_form.available()
    except UserError as error:
        told = _("yp: {why}: the rest is written ({hint})")
        terminal.tell(told.format(why=error.message, hint=error.hint))
        return None
    return parquet_form.parquet_bytes
