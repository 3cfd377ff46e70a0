"""What was read: sheets of rows of cells, each with its place in the file it came from."""

from datetime import date, datetime

from yhdyspinta_cli.frozen import frozen

Value = str | int | float | bool | date | datetime | None
"""What a cell may hold; None where it holds nothing but a formula or an error."""


@frozen
class Cell:
    """A cell that is not empty; `column` counts from 1.

    An error has no value that could be used: it is what a sheet shows, #REF!, or a number or day
    that is none. A formula has the value that was worked out when the file was saved.
    """

    column: int
    value: Value
    is_formula: bool = False
    is_error: bool = False


@frozen
class BookRow:
    """A row in which something stands; `number` is the one the sheet shows, from 1."""

    number: int
    cells: tuple[Cell, ...]


@frozen
class MergedCells:
    """Rows of a column that the sheet shows as one cell; the value stands in the first of them."""

    column: int
    first: int
    last: int


@frozen
class BookSheet:
    """A table; the name is empty where the file has no sheets."""

    name: str
    is_hidden: bool
    rows: tuple[BookRow, ...]
    merged: tuple[MergedCells, ...] = ()

    def named(self, place: str) -> str:
        """Return the whole name of a cell: Toimenpiteet!E7."""
        return f"{self.name}!{place}" if self.name else place


@frozen
class Book:
    """A file of tables, in the order of its tabs."""

    sheets: tuple[BookSheet, ...]


def address(row: int, column: int) -> str:
    """Return what a sheet calls the cell: E7 for row 7, column 5."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
