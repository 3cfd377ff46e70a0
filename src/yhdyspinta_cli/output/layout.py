"""A page: headings, paragraphs, pairs, lists and tables -> text, CSV.

All text of the data passes `visible`; rich lays out the tables and never reads markup.
"""

import csv as _csv
import io
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.language import Spreadsheet, day_text
from yhdyspinta_cli.output import spreadsheet_cells
from yhdyspinta_cli.typography import syllables

Cell = str | int | Decimal | date | None

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Column(Generic[_Record]):
    """A column of a flat table: its name for programs, its title, and how a record fills it."""

    key: str
    title: str
    read: Callable[[_Record], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: column titles and rows of cells.

    Days and numbers stay themselves, so that every format writes them in its own way. `under`
    has a line for each row that a reader gets below it over the whole width; CSV has none.
    `keys` name the columns in JSON, where the table has a flat form. Raises ValueError for a
    row of another length than its titles.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    under: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} of {len(self.columns)} cells")
        if self.under and len(self.under) != len(self.rows):
            raise ValueError(f"{len(self.under)} lines under {len(self.rows)} rows")
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


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
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
    return str(cell)


def text(page: Page, *, width: int = 80, colour: bool = False) -> str:
    """Return the page as text of at most `width` columns, closed by a newline."""
    from rich.console import Console

    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        soft_wrap=False,
    )
    for number, block in enumerate(page):
        if number and not (isinstance(page[number - 1], Heading) or isinstance(block, Bullets)):
            console.print()
        console.print(_renderable(block, width))
    lines = (_no_command(line.rstrip()) for line in stream.getvalue().split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _no_command(line: str) -> str:
    """Return a line that GitHub's runner does not take for a command of its own."""
    line = line.replace("##[", "#\\u{0023}[")
    start = line.lstrip()
    return line.replace("::", "\\u{003A}:", 1) if start.startswith("::") else line


def _renderable(block: Block, width: int) -> object:
    from rich.padding import Padding
    from rich.table import Table as RichTable
    from rich.text import Text

    if isinstance(block, Heading):
        return Text(visible(block.text), style="bold")
    if isinstance(block, Paragraph):
        return Text("\n".join(visible(line) for line in block.text.split("\n")))
    if isinstance(block, Bullets):
        rows = RichTable(box=None, show_header=False, padding=(0, 1, 0, 0))
        rows.add_column(no_wrap=True)
        rows.add_column(overflow="fold")
        for item in block.items:
            rows.add_row(Text("-"), Text(visible(item)))
        return Padding(rows, (0, 0, 0, 2))
    if isinstance(block, Pairs):
        pairs = RichTable(box=None, show_header=False, padding=(0, 2, 0, 0))
        pairs.add_column(no_wrap=True)
        pairs.add_column(overflow="fold")
        for name, cell in block.items:
            if cell not in (None, ""):
                pairs.add_row(
                    Text(visible(name), style="bold"),
                    Text("\n".join(visible(line) for line in cell_text(cell).split("\n"))),
                )
        return pairs
    return _under_rows(block, width) if block.under else _table(block, width)


def _under_rows(block: Table, width: int) -> object:
    """A table whose rows have a line of their own below them."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    widths = _widths(block, width)
    parts: list[object] = [_table(Table(block.columns, ()), width, widths)]
    for row, under in zip(block.rows, block.under, strict=True):
        parts.append(_table(Table(block.columns, (row,)), width, widths, header=False))
        parts.append(Padding(Text(visible(under), style="dim"), (0, 0, 0, 2)))
    return Group(*parts)  # type: ignore[arg-type]


def _table(
    block: Table, width: int, widths: list[int] | None = None, *, header: bool = True
) -> object:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(
        show_header=header,
        box=box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n"),
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    widths = widths or _widths(block, width)
    for number, (column, columns) in enumerate(zip(block.columns, widths, strict=True)):
        cells = [row[number] for row in block.rows]
        numeric = bool(cells) and all(isinstance(cell, int | Decimal | None) for cell in cells)
        table.add_column(
            Text(visible(column)),
            justify="right" if numeric else "left",
            overflow="fold",
            width=columns,
        )
    for row in block.rows:
        texts = [visible(cell_text(cell)) for cell in row]
        table.add_row(*(Text(_wrapped(*pair)) for pair in zip(texts, widths, strict=True)))
    return table


_PIECE = re.compile(r"\d{4}-\d\d-\d\d|[^\s-]+-*|-+")
"""What is not broken while there is another way: a day, a word, a part of one with its hyphen."""


def _wrapped(text: str, columns: int) -> str:
    """Return a cell in lines; a word that is too long is broken after a hyphen or a syllable."""
    if len(text) <= columns:
        return text
    words = (_broken(w, columns) if len(w) > columns else w for w in text.split(" "))
    return textwrap.fill(" ".join(words), columns)


def _broken(word: str, columns: int) -> str:
    """Return a long word in parts that end in a hyphen; an id or an address stays as it is.

    No two parts fit on one line, so that each begins one.
    """
    if not word.strip("().,;:“”").isalpha():
        return word
    parts = [""]
    for syllable in syllables(word):
        if parts[-1] and len(parts[-1]) + len(syllable) + 1 > columns:
            parts.append("")
        parts[-1] += syllable
    return "- ".join(parts)


def _widths(block: Table, total: int) -> list[int]:
    """Return how many of the `total` columns each column of a table gets.

    As many as its longest cell needs; where that is too much, the widest column that is still
    wider than its longest word gives first, and only then words are broken.
    """
    from rich.cells import cell_len

    texts = [
        [column, *(cell_text(row[number]) for row in block.rows)]
        for number, column in enumerate(block.columns)
    ]
    widths = [max(1, *(cell_len(visible(text)) for text in column)) for column in texts]
    words = [
        max(1, *(cell_len(piece) for text in column for piece in _PIECE.findall(visible(text))), 1)
        for column in texts
    ]
    room = total - 2 * (len(widths) - 1)
    while sum(widths) > max(room, len(widths)):
        wider = [n for n, width in enumerate(widths) if width > words[n]]
        widest = max(wider or range(len(widths)), key=lambda n: (widths[n], n))
        widths[widest] -= 1
    return widths


def csv(table: Table, *, excel: Spreadsheet | None = None) -> str:
    """Return a table as CSV: RFC 4180, or with a BOM for the Excel of a region (`excel`).

    Neither titles nor cells become formulas in either form; in Excel no text a date or a number.
    """
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
    return spreadsheet_cells.as_printed(text) if excel else spreadsheet_cells.harmless(text)
