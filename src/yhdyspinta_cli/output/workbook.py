"""Tables -> an Excel workbook: a sheet a table, with filters, frozen heads, days and numbers.

What the cells look like and how a page is set up is `spreadsheet`'s.
"""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import Spreadsheet, day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import spreadsheet
from yhdyspinta_cli.output.layout import Cell, Table

_NAME, _NO_NAME = 31, re.compile(r"[\[\]:*?/\\]|^'|'$")
"""How long the name of a sheet may be, and what it may not have."""
_GUIDE = 90
"""How wide the second column of the first sheet is, in letters."""


@frozen
class Sheet:
    """A table with the name of its tab."""

    name: str
    table: Table


def parted(name: str, table: Table, key: str) -> tuple[Sheet, ...]:
    """Return a sheet for each value of the column `key`, in their order, without that column.

    One sheet with the whole table where the key is empty or there are no rows.
    """
    if not key or not table.rows:
        return (Sheet(name, table),)
    at = table.keys.index(key)
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for row in table.rows:
        rows.setdefault(str(row[at]), []).append((*row[:at], *row[at + 1 :]))
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    return tuple(Sheet(value, Table(columns, tuple(found))) for value, found in rows.items())


def of(
    title: str,
    about: Sequence[tuple[str, Cell]],
    sheets: Sequence[Sheet],
    *,
    language: str,
    region: Spreadsheet,
) -> bytes:
    """Return a workbook: first how to read it, then a sheet a table.

    `about` is what the first sheet tells of it, by name; `language` is the one it is written in,
    `region` how days are written there.
    """
    stream = BytesIO()
    book = spreadsheet.opened(stream, title)
    looks = spreadsheet.CellLooks(book, region)
    names = _names([_("How to read this"), *(sheet.name for sheet in sheets)])
    tabs = list(zip(names[1:], sheets, strict=True))
    _guide(book.add_worksheet(names[0]), looks, title, about, tabs)
    for number, (name, sheet) in enumerate(tabs, start=1):
        _table(book.add_worksheet(name), looks, sheet, f"Table{number}")
    book.close()
    return spreadsheet.in_language(stream.getvalue(), language)


def _names(wanted: Sequence[str]) -> list[str]:
    """Return names of sheets that Excel takes: short, without some signs, each once."""
    names: list[str] = []
    taken: set[str] = {"history"}
    for name in wanted:
        clean = _NO_NAME.sub(" ", visible(name)).strip() or "–"
        short, number = _cut(clean, ""), 2
        while short.lower() in taken:
            short, number = _cut(clean, f" ({number})"), number + 1
        taken.add(short.lower())
        names.append(short)
    return names


def _cut(name: str, end: str) -> str:
    room = _NAME - len(end)
    return (name if len(name) <= room else name[: room - 1].rstrip() + "…") + end


def _guide(
    page: Any,
    looks: spreadsheet.CellLooks,
    title: str,
    about: Sequence[tuple[str, Cell]],
    tabs: Sequence[tuple[str, Sheet]],
) -> None:
    """Write the first sheet: what the workbook is, how to read it, what each sheet has."""
    spreadsheet.set_up(page, title)
    page.set_column(0, 0, _NAME + 1)
    page.set_column(1, 1, _GUIDE)
    page.write_string(0, 0, visible(title), looks.title)
    lines = [
        *about,
        ("", None),
        (
            _("How to read this"),
            _("Each sheet has one table: it can be sorted and filtered from its head."),
        ),
        ("", _("Days are days and numbers are numbers. An empty cell: nothing is known of it.")),
        ("", _("No cell is a formula. What is changed here changes nothing in the data.")),
        ("", None),
    ]
    for name, sheet in tabs:
        n = len(sheet.table.rows)
        rows = plural("{n} row", "{n} rows", n).format(n=n)
        lines.append((name, f"{sheet.name} ({rows}): {', '.join(sheet.table.columns)}"))
    for row, (name, value) in enumerate(lines, start=2):
        page.write_string(row, 0, name, looks.name)
        words = day_text(value) if isinstance(value, date) else str(value or "")
        page.write_string(row, 1, visible(words), looks.words)
        page.set_row(row, spreadsheet.HEIGHT * spreadsheet.lines_of(value, _GUIDE))


def _table(page: Any, looks: spreadsheet.CellLooks, sheet: Sheet, name: str) -> None:
    spreadsheet.set_up(page, sheet.name)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    table = sheet.table
    heads = _heads(table.columns)
    page.add_table(
        0,
        0,
        # A table of Excel has a row at least.
        max(len(table.rows), 1),
        len(heads) - 1,
        {
            "name": name,
            "style": "Table Style Light 1",
            "columns": [{"header": head, "header_format": looks.head} for head in heads],
        },
    )
    widths = [
        spreadsheet.column_width(head, [row[n] for row in table.rows])
        for n, head in enumerate(heads)
    ]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            spreadsheet.write(page, number, column, cell, looks)
        most = max(
            spreadsheet.lines_of(cell, width) for cell, width in zip(row, widths, strict=True)
        )
        # Excel works it out as it opens the file, LibreOffice does not.
        page.set_row(number, spreadsheet.HEIGHT * most)


def _heads(columns: Sequence[str]) -> list[str]:
    """Return the titles of columns, each once, as a table of Excel needs them."""
    heads: list[str] = []
    taken: set[str] = set()
    for column in columns:
        head, number = visible(column), 2
        while head.lower() in taken:
            head, number = f"{visible(column)} ({number})", number + 1
        taken.add(head.lower())
        heads.append(head)
    return heads
