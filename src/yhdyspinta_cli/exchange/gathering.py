"""Cells, as they come out of a file, gathered into a book; counted while they come."""

from unicodedata import category

from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.exchange.book import Book, BookRow, BookSheet, Cell, MergedCells, Value, address
from yhdyspinta_cli.exchange.limits import (
    MAX_ALL_TEXT,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MERGED,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_TEXT,
)
from yhdyspinta_cli.exchange.refusal import UnfitFileError, damaged, too_much
from yhdyspinta_cli.language import text as _


class Gathering:
    """A book in the making; what is too much, or out of order, raises UnfitFileError."""

    def __init__(self) -> None:
        self._sheets: list[BookSheet] = []
        self._names: set[str] = set()
        self._name, self._is_hidden = "", False
        self._rows: list[BookRow] = []
        self._number, self._cells = 0, list[Cell]()
        self._merged: list[MergedCells] = []
        self._count = self._length = 0

    def begin(self, name: str, *, is_hidden: bool = False) -> None:
        """Begin a sheet."""
        if name.casefold() in self._names:
            raise UnfitFileError(
                _("two sheets are called {name}").format(name=quoted(name)),
                _("rename one of them, and save the file anew"),
            )
        if len(self._names) == MAX_SHEETS:
            raise too_much(_("too many sheets (the limit is {n})").format(n=MAX_SHEETS))
        self._names.add(name.casefold())
        self._name, self._is_hidden = name, is_hidden
        self._rows, self._number, self._cells, self._merged = [], 0, [], []

    def end(self) -> None:
        """End the sheet."""
        self._end_row()
        end = self._rows[-1].number if self._rows else 0
        # They may overlap, where no program has saved them.
        if sum(max(0, min(one.last, end) - one.first) for one in self._merged) > MAX_CELLS:
            raise too_much(_("too many cells (the limit is {n})").format(n=MAX_CELLS))
        self._sheets.append(
            BookSheet(self._name, self._is_hidden, tuple(self._rows), tuple(self._merged))
        )

    def merge(self, column: int, first: int, last: int) -> None:
        """Note that rows of a column are shown as one cell."""
        if first < last:
            if len(self._merged) == MAX_MERGED:
                raise too_much(_("too many merged cells (the limit is {n})").format(n=MAX_MERGED))
            self._merged.append(MergedCells(column, first, last))

    def cell(
        self,
        row: int,
        column: int,
        value: Value,
        *,
        is_formula: bool = False,
        is_error: bool = False,
    ) -> None:
        """Add a cell of the sheet, after those before it; an empty one is left out."""
        if isinstance(value, str):
            value = self._text(row, column, value)
        if value is None and not is_formula and not is_error:
            return
        if row != self._number:
            if row < self._number:
                raise damaged()
            self._end_row()
            self._number = row
        if self._cells and column <= self._cells[-1].column:
            raise damaged()
        if column > MAX_COLUMNS:
            raise too_much(
                _("{place} is too far to the right (the limit is {n} columns)").format(
                    place=self._place(row, column), n=MAX_COLUMNS
                )
            )
        self._count += 1
        if self._count > MAX_CELLS:
            raise too_much(_("too many cells (the limit is {n})").format(n=MAX_CELLS))
        self._cells.append(Cell(column, value, is_formula, is_error))

    @property
    def has_sheets(self) -> bool:
        """Tell whether any sheet was begun."""
        return bool(self._names)

    def book(self) -> Book:
        """Return what was gathered."""
        return Book(tuple(self._sheets))

    def _end_row(self) -> None:
        if self._cells:
            if len(self._rows) == MAX_ROWS:
                raise too_much(_("too many rows (the limit is {n})").format(n=MAX_ROWS))
            self._rows.append(BookRow(self._number, tuple(self._cells)))
            self._cells = []

    def _place(self, row: int, column: int) -> str:
        return BookSheet(self._name, self._is_hidden, ()).named(address(row, column))

    def _text(self, row: int, column: int, text: str) -> str | None:
        """Return a text with the line ends of a text file, None where nothing is to be seen."""
        if len(text) > MAX_TEXT:
            raise too_much(
                _("the text of {place} is too long (the limit is {n} characters)").format(
                    place=self._place(row, column), n=MAX_TEXT
                )
            )
        self._length += len(text)
        if self._length > MAX_ALL_TEXT:
            raise too_much(_("too much text (the limit is {n} characters)").format(n=MAX_ALL_TEXT))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.isprintable():
            for sign in text:
                if sign not in "\n\t" and category(sign) in ("Cc", "Cs"):
                    raise UnfitFileError(
                        _("{place} has a character that no text may have: {sign}").format(
                            place=self._place(row, column), sign=quoted(sign)
                        ),
                        _("type the text of that cell anew"),
                    )
        return text if text.strip() else None
