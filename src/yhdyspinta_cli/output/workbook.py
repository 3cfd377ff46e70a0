"""Tables -> an Excel workbook: a sheet a table, with filters, frozen heads, days and numbers.

XlsxWriter is an extra, and is imported when a workbook is made. No text becomes a formula or a
link, and nothing tells the time: the same tables give the same bytes.
"""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import Spreadsheet, day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output.layout import Cell, Table, cell_text
from yhdyspinta_cli.wording import extra

_BORN = datetime(2000, 1, 1)
_FIRST = date(1900, 3, 1)
"""From when Excel counts days as the calendar does."""
_LONGEST = 32_767
"""How many characters Excel takes in a cell."""
_EXACT = 15
"""How many digits of a number Excel keeps."""
_NAME, _NO_NAME = 31, re.compile(r"[\[\]:*?/\\]|^'|'$")
"""How long the name of a sheet may be, and what it may not have."""
_NARROW, _WIDE, _GUIDE = 9, 60, 90
"""How wide columns are, in letters: at least, at most, the second one of the first sheet."""
_HEIGHT = 15
"""How high a line is, in points."""
_CORE = "docProps/core.xml"
_PAPER_A4 = 9


@frozen
class Sheet:
    """A table with the name of its tab."""

    name: str
    table: Table


def available() -> Any:
    """Return XlsxWriter, the module. Raises UserError (exit 3) that tells how to get it."""
    try:
        import xlsxwriter
    except ImportError as error:
        why = _("an Excel workbook needs the package XlsxWriter, which is not installed")
        raise extra.missing("office", why) from error
    return xlsxwriter


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
    book = available().Workbook(
        stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": visible(title), "created": _BORN})
    looks = _Looks(book, region)
    names = _names([_("How to read this"), *(sheet.name for sheet in sheets)])
    tabs = list(zip(names[1:], sheets, strict=True))
    _guide(book.add_worksheet(names[0]), looks, title, about, tabs)
    for number, (name, sheet) in enumerate(tabs, start=1):
        _table(book.add_worksheet(name), looks, sheet, f"Table{number}")
    book.close()
    return _in_language(stream.getvalue(), language)


class _Looks:
    """How the cells of one workbook look."""

    def __init__(self, book: Any, region: Spreadsheet) -> None:
        of_day = re.sub("y+", "yyyy", region.day.replace("M", "m"))
        cell = {"valign": "top", "text_wrap": True, "bottom": 4, "bottom_color": "#808080"}
        self.text = book.add_format(cell)
        self.day = book.add_format(cell | {"num_format": of_day, "align": "left"})
        self.head = book.add_format(cell | {"bold": True, "bottom": 1})
        self.name = book.add_format({"bold": True, "valign": "top"})
        self.words = book.add_format({"valign": "top", "text_wrap": True})
        self.title = book.add_format({"bold": True, "font_size": 14})


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
    looks: _Looks,
    title: str,
    about: Sequence[tuple[str, Cell]],
    tabs: Sequence[tuple[str, Sheet]],
) -> None:
    """Write the first sheet: what the workbook is, how to read it, what each sheet has."""
    _set_up(page, title)
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
        page.set_row(row, _HEIGHT * _lines(value, _GUIDE))


def _table(page: Any, looks: _Looks, sheet: Sheet, name: str) -> None:
    _set_up(page, sheet.name)
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
    widths = [_width_of(head, [row[n] for row in table.rows]) for n, head in enumerate(heads)]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, looks)
        most = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
        # Excel works it out as it opens the file, LibreOffice does not.
        page.set_row(number, _HEIGHT * most)


def _set_up(page: Any, name: str) -> None:
    """Set how the sheet is printed: A4 across and as wide as a page, numbered, under its name."""
    page.set_landscape()
    page.set_paper(_PAPER_A4)
    page.fit_to_pages(1, 0)
    page.set_footer(f"&L{visible(name)[:100].replace('&', '&&')}&R&P / &N")


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


def _width_of(head: str, cells: Sequence[Cell]) -> int:
    """Return how wide a column is, in letters; the sign of the filter takes the room of three."""
    longest = max((len(line) for cell in cells for line in str(cell or "").split("\n")), default=0)
    return min(max(_NARROW, len(head) + 3, longest + 1), _WIDE)


def _lines(cell: Cell, width: int) -> int:
    """Return how many lines a cell takes in a column, where words break early."""
    lines = str(cell or "").split("\n")
    return sum(1 if len(line) <= width else 1 + len(line) // (width - 6) for line in lines)


def _write(page: Any, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    if cell is None or cell == "":
        page.write_blank(row, column, None, looks.text)
    elif isinstance(cell, date) and cell >= _FIRST:
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks.day)
    elif isinstance(cell, int | Decimal) and _is_exact(cell):
        page.write_number(row, column, float(cell), looks.text)
    else:
        lines = (visible(line) for line in cell_text(cell).split("\n"))
        words = "\n".join(lines)
        page.write_string(
            row,
            column,
            words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…",
            looks.text,
        )


def _is_exact(number: int | Decimal) -> bool:
    """True where Excel keeps every digit."""
    return len(Decimal(number).as_tuple().digits) <= _EXACT and abs(Decimal(number)) < 10**_EXACT


def _in_language(raw: bytes, language: str) -> bytes:
    """Return the workbook with the language it is written in, which XlsxWriter does not tell."""
    told = f"<dc:language>{language}</dc:language></cp:coreProperties>".encode()
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as found,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in found.infolist():
            part = found.read(entry)
            if entry.filename == _CORE:
                part = part.replace(b"</cp:coreProperties>", told)
            made.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
