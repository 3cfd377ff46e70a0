"""The parties of a new knowledge base: a table as `yp import parties` reads it, or names alone.

A list of names may have a type behind each: ``Luoto; kunta``. What is not told by a name or behind
it is not guessed: such a party is of the type `other`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.exchange import separated, tables
from yhdyspinta_cli.exchange.book import Book, BookRow, Cell
from yhdyspinta_cli.exchange.refusal import UnfitFileError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.own_words import NO_WORDS
from yhdyspinta_cli.services import import_table, import_titles, import_words
from yhdyspinta_cli.services.import_table import Given, ReadTable, TableRow

UNTOLD = "other"
"""The type of a party of which nobody says what it is."""


@frozen
class GivenParties:
    """The parties as rows of a table; `file` is the table, None where names were typed.

    `again` are names that stood there a second time, and are not taken twice.
    """

    table: ReadTable
    file: Path | None
    again: tuple[str, ...] = ()


def of_file(path: Path) -> GivenParties:
    """Return the parties of a table, or of a list with a name a line.

    Raises UserError: exit 2 where no column has names, 3 or 4 where the file is not read.
    """
    return _of_book(tables.read(path), path, visible(path.name))


def of_bytes(raw: bytes) -> GivenParties:
    """Return the parties of a list or a table of text; UserError (exit 2) where it is neither."""
    name = _("standard input")
    try:
        return _of_book(separated.of(raw), None, name)
    except UnfitFileError as error:
        raise UserError(f"{name}: {error.reason}", hint=error.hint) from error


def of_names(written: Sequence[str]) -> GivenParties:
    """Return the parties of lines with a name each, a type behind some; each name once.

    One line alone may name them all, with commas between.
    """
    lines = [line for line in written if line.strip()]
    if len(lines) == 1 and ";" not in lines[0]:
        lines = lines[0].split(",")
    rows: dict[str, TableRow] = {}
    again: dict[str, None] = {}
    for number, line in enumerate(lines, start=1):
        name, _sign, kind = (plain_text.one_line(part) for part in line.partition(";"))
        if name.casefold() in rows:
            again[name] = None
        elif name:
            place = _("party {n}").format(n=number)
            given = {"name": (Given(place, name),)}
            if kind:
                given["type"] = (Given(place, kind),)
            rows[name.casefold()] = TableRow(number, place, given, ())
    return GivenParties(ReadTable("", tuple(rows.values()), ()), None, tuple(again))


def untold(parties: GivenParties) -> tuple[str, ...]:
    """Return the names of which neither they nor what stands behind them says the type."""
    return tuple(_name(row) for row in parties.table.rows if _is_untold(row))


def typed(parties: GivenParties, kind: str) -> GivenParties:
    """Return the parties with this type for those of which none is told."""
    rows = tuple(
        TableRow(row.number, row.place, {**row.given, "type": (Given(row.place, kind),)}, ())
        if _is_untold(row)
        else row
        for row in parties.table.rows
    )
    table = ReadTable(parties.table.sheet, rows, parties.table.unread)
    return replace(parties, table=table)


def _of_book(book: Book, path: Path | None, name: str) -> GivenParties:
    rows = [row for page in book.sheets if not page.is_hidden for row in page.rows]
    if any(_is_titles(row) for row in rows):
        return GivenParties(import_table.of(book, "party", name, sheet=None, mapped={}), path)
    # Without titles nothing but a name and its type can be told apart: no name becomes a title.
    if any(cell.column > 2 for row in rows for cell in row.cells):
        raise UserError(
            _("{file} has several columns, and no titles over them").format(file=name),
            hint=_("write titles over them, such as Name and Type, or a name a line"),
        )
    lines = [";".join(_text(cell) for cell in row.cells) for row in rows]
    # "Osapuoli" heads a list, "Luodon kunta" is the first of it.
    first = lines[0].strip() if lines else ""
    is_headed = not {" ", ";"}.intersection(first) and import_titles.key("party", first)
    return of_names(lines[1:] if is_headed else lines)


def _is_titles(row: BookRow) -> bool:
    """Tell whether a row has the title of a column of names, and of another column beside it."""
    keys = {import_titles.key("party", _text(cell)) for cell in row.cells} - {""}
    return len(keys) > 1 and not keys.isdisjoint(("name", "official_name"))


def _text(cell: Cell) -> str:
    return str(cell.value if cell.value is not None else "")


def _is_untold(row: TableRow) -> bool:
    names = tuple(given.text for given in row.all("official_name", "name"))
    return row.one("type") is None and import_words.party_type(NO_WORDS, None, names) is None


def _name(row: TableRow) -> str:
    given = row.one("name") or row.one("official_name")
    return given.text if given is not None else ""
