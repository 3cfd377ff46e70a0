"""A page: headings, paragraphs, pairs, lists and tables; a table -> CSV.

All text of the data passes `visible`. `page_text` puts a page into text.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import Spreadsheet, count, day_text, number

Cell = str | int | Decimal | date | None

_Record = TypeVar("_Record")


@frozen
class Column(Generic[_Record]):
    """A column of a flat table: its name for programs, its title, and how a record fills it."""

    key: str
    title: str
    read: Callable[[_Record], Cell]


@frozen
class Table:
    """A table: column titles and rows of cells.

    Days and numbers stay themselves, so that every format writes them in its own way. `under`
    has a line for each row that a reader gets below it over the whole width; CSV has none.
    `keys` name the columns in JSON, where the table has a flat form. `short` are texts whose first
    words head the columns of a page too narrow for the titles, and which then stand below it:
    ``C completed``; empty for a column that keeps its title. Raises ValueError for a
    row of another length than its titles.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    under: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for place, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {place} has {len(row)} of {len(self.columns)} cells")
        if self.under and len(self.under) != len(self.rows):
            raise ValueError(f"{len(self.under)} lines under {len(self.rows)} rows")
        if self.short and len(self.short) != len(self.columns):
            raise ValueError(f"{len(self.short)} short titles for {len(self.columns)} columns")
        if self.keys and len(self.keys) != len(self.columns):
            raise ValueError(f"{len(self.keys)} keys for {len(self.columns)} columns")

    @classmethod
    def of(
        cls,
        columns: Sequence[Column[_Record]],
        records: Iterable[_Record],
        *,
        under: tuple[str, ...] = (),
    ) -> "Table":
        """Return a table with a row a record."""
        return cls(
            tuple(column.title for column in columns),
            tuple(tuple(column.read(record) for column in columns) for record in records),
            under,
            tuple(column.key for column in columns),
        )

    def json(self) -> list[dict[str, Cell]]:
        """Return the rows as JSON objects under the keys of the columns."""
        return [dict(zip(self.keys, row, strict=True)) for row in self.rows]


class YearCell(int):
    """A year in a cell: a number to a spreadsheet, and to a reader without a blank in it."""


@frozen
class Heading:
    """A title above what follows."""

    text: str


@frozen
class Paragraph:
    """A text in lines as wide as the page."""

    text: str


@frozen
class Bullets:
    """A list, an item a line or more."""

    items: tuple[str, ...]


@frozen
class Pairs:
    """Names and values in two columns; an empty value is left out."""

    items: tuple[tuple[str, Cell], ...]


Block = Table | Heading | Paragraph | Bullets | Pairs
Page = tuple[Block, ...]


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader of the language spoken now writes it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day_text(cell)
    if isinstance(cell, bool | YearCell):
        return str(cell)
    if isinstance(cell, Decimal):
        return number(cell)
    return count(cell) if isinstance(cell, int) else str(cell)


def csv(table: Table, *, excel: Spreadsheet | None = None) -> str:
    """Return a table as CSV: RFC 4180, or with a BOM for the Excel of a region (`excel`).

    Neither titles nor cells become formulas in either form; in Excel no text a date or a number.
    """
    # Few answers are asked for as CSV.
    import csv as _csv
    import io

    stream = io.StringIO()
    writer = _csv.writer(stream, delimiter=excel.delimiter if excel else ",", lineterminator="\r\n")
    writer.writerow([_csv_cell(title, excel=excel) for title in table.columns])
    for row in table.rows:
        writer.writerow([_csv_cell(cell, excel=excel) for cell in row])
    return ("\ufeff" if excel else "") + stream.getvalue()


def _csv_cell(cell: Cell, *, excel: Spreadsheet | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return excel.day_text(cell) if excel else cell.isoformat()
    if isinstance(cell, int | Decimal):
        return str(cell).replace(".", excel.decimal) if excel else str(cell)
    lines = (visible(line) for line in cell.split("\n"))
    text = " ".join(lines)
    from yhdyspinta_cli.output import spreadsheet_cells

    return spreadsheet_cells.as_printed(text) if excel else spreadsheet_cells.harmless(text)
