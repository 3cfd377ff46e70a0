"""A sheet of cells -> rows whose cells are known by the key that each fills."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.exchange.book import Book, BookRow, BookSheet, Cell, address
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import import_titles

_SEARCHED = 40
"""In how many rows from the top the titles are looked for: a heading and a date may stand above."""
_NEEDED = {"measure": ("title", "text"), "obligation": ("title",)}
_NAMED = ("name", "official_name")


@frozen
class TableFault:
    """What cannot be understood: where, in which words; `place` is named to the reader."""

    place: str
    message: str


@frozen
class Given:
    """What stands in a cell, as text, with its place: Taulukko1!C7."""

    place: str
    text: str


@frozen
class TableRow:
    """A row below the titles: what its cells give, by key."""

    number: int
    place: str
    given: Mapping[str, tuple[Given, ...]]
    faults: tuple[TableFault, ...]

    def one(self, key: str) -> Given | None:
        """Return the first cell that gives something for the key."""
        cells = self.given.get(key, ())
        return cells[0] if cells else None

    def all(self, *keys: str) -> tuple[Given, ...]:
        """Return every cell that gives something for these keys."""
        return tuple(cell for key in keys for cell in self.given.get(key, ()))


@frozen
class ReadTable:
    """The rows of a table; `sheet` is empty where only one can be meant.

    `unread` are the titles of columns from which nothing is taken.
    """

    sheet: str
    rows: tuple[TableRow, ...]
    unread: tuple[str, ...]


def of(
    book: Book, kind: str, file: str, *, sheet: str | None, mapped: Mapping[str, str]
) -> ReadTable:
    """Return the table of a kind of record that stands in a file.

    `sheet` names its sheet, else it is the only visible one with such titles; `mapped` gives keys
    by title. Raises UserError (exit 2) where it cannot be told which sheet or column is meant.
    """
    wanted = {import_titles.plain(title): key for title, key in mapped.items()}
    pages = [page for page in book.sheets if not page.is_hidden]
    if sheet is not None:
        pages = [page for page in book.sheets if page.name.casefold() == sheet.casefold()]
        if not pages:
            raise UserError(
                _("there is no sheet {name} in {file}").format(name=quoted(sheet), file=file),
                hint=_("its sheets: {names}").format(
                    names=", ".join(quoted(page.name) for page in book.sheets)
                ),
            )
    found = [(page, head) for page in pages if (head := _head(page, kind, wanted)) is not None]
    if not found:
        raise _no_titles(pages, kind, file)
    if len(found) > 1:
        raise UserError(
            _("several sheets of {file} have such a table: {names}").format(
                file=file, names=", ".join(quoted(page.name) for page, _head in found)
            ),
            hint=_("name one with --sheet"),
        )
    [(page, head)] = found
    columns = _columns(page, head, kind, wanted, file)
    over = _over(page, head.number)
    rows = [
        _row(page, row, columns, over.get(row.number, ()), file)
        for row in page.rows
        if row.number > head.number and any(cell.column in columns for cell in row.cells)
    ]
    unread = tuple(_text(cell) for cell in head.cells if cell.column not in columns and _text(cell))
    shown = page.name if len([one for one in book.sheets if not one.is_hidden]) > 1 else ""
    return ReadTable(shown, tuple(rows), unread)


def _key(kind: str, title: str, wanted: Mapping[str, str]) -> str:
    return wanted.get(import_titles.plain(title)) or import_titles.key(kind, title)


def _head(page: BookSheet, kind: str, wanted: Mapping[str, str]) -> BookRow | None:
    """Return the row with the titles: that with most keys of the first rows that has enough."""
    best, most = None, 0
    needed = _NEEDED.get(kind, _NAMED)
    for row in page.rows[:_SEARCHED]:
        keys = [key for cell in row.cells if (key := _key(kind, _text(cell), wanted))]
        # A row in which one word is like a title may be a heading, or the first of the values.
        is_table = len(keys) > 1 or len(row.cells) == 1
        if set(keys).intersection(needed) and is_table and len(keys) > most:
            best, most = row, len(keys)
    return best


def _columns(
    page: BookSheet, head: BookRow, kind: str, wanted: Mapping[str, str], file: str
) -> dict[int, str]:
    columns: dict[int, str] = {}
    titles = {import_titles.plain(_text(cell)) for cell in head.cells}
    for title in wanted:
        if title not in titles:
            raise UserError(
                _("there is no column {title} in {file}").format(title=quoted(title), file=file),
                hint=suggestion.hint(suggestion.nearest(title, sorted(titles))),
            )
    said = {key for title, key in wanted.items()}
    for cell in head.cells:
        title = _text(cell)
        key = _key(kind, title, wanted)
        # What --map says of a column stands for every other that could be meant.
        if not key or (key in said and import_titles.plain(title) not in wanted):
            continue
        if key in columns.values() and key not in import_titles.LISTS:
            place = page.named(address(head.number, cell.column))
            raise UserError(
                _("{file}, {place}: {title} is a second column for '{key}'").format(
                    file=file, place=place, title=quoted(title), key=key
                ),
                hint=_("say with --map which of them it is: --map '{title}={key}'").format(
                    title=title, key=key
                ),
            )
        columns[cell.column] = key
    return columns


def _over(page: BookSheet, head: int) -> dict[int, list[tuple[int, Cell]]]:
    """Return by row the cells that stand over it too, each with the row that it is in.

    A goal is printed once beside all its measures.
    """
    rows = {row.number: row for row in page.rows}
    found: dict[int, list[tuple[int, Cell]]] = {}
    for one in page.merged:
        cells = rows[one.first].cells if one.first in rows and one.first > head else ()
        # Rows in which nothing stands of its own are none of the table.
        below = range(one.first + 1, min(one.last, page.rows[-1].number) + 1) if cells else ()
        for cell in (cell for cell in cells if cell.column == one.column):
            for number in below:
                if number in rows:
                    found.setdefault(number, []).append((one.first, cell))
    return found


def _row(
    page: BookSheet,
    row: BookRow,
    columns: Mapping[int, str],
    over: Sequence[tuple[int, Cell]],
    file: str,
) -> TableRow:
    given: dict[str, tuple[Given, ...]] = {}
    faults: list[TableFault] = []
    own = [(row.number, cell) for cell in row.cells]
    for number, cell in sorted((*own, *over), key=lambda pair: pair[1].column):
        key = columns.get(cell.column)
        if key is None:
            continue
        place = f"{file}, {page.named(address(number, cell.column))}"
        if cell.is_error or cell.value is None:
            what = quoted(str(cell.value)) if cell.is_error else _("a formula without a value")
            faults.append(TableFault(place, _("{what} is no value").format(what=what)))
        else:
            given[key] = (*given.get(key, ()), Given(place, _text(cell)))
    first = page.named(address(row.number, row.cells[0].column))
    return TableRow(row.number, f"{file}, {first}", given, tuple(faults))


def _text(cell: Cell) -> str:
    """Return a value as the data writes it: 5.1, 2026-12-31."""
    value = cell.value
    if value is None or cell.is_error:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _no_titles(pages: Sequence[BookSheet], kind: str, file: str) -> UserError:
    first = pages[0].rows[0].cells if pages and pages[0].rows else ()
    titles = ", ".join(quoted(_text(cell)) for cell in first[:8])
    return UserError(
        _("{file} has no column for '{key}'; its first row: {titles}").format(
            file=file, key=_NEEDED.get(kind, _NAMED)[0], titles=titles or "–"
        ),
        hint=_("say which it is with --map 'TITLE=KEY'; the keys: {keys}").format(
            keys=", ".join(import_titles.keys(kind))
        ),
    )
