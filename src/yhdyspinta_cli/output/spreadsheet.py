"""The cells, looks and pages of an Excel workbook, whatever it is for.

XlsxWriter is an extra, and is imported when a workbook is made. No text becomes a formula or a
link, and nothing tells the time: the same content gives the same bytes.
"""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.language import Spreadsheet
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output.layout import Cell, cell_text
from yhdyspinta_cli.wording import extra

_BORN = datetime(2000, 1, 1)
_FIRST = date(1900, 3, 1)
"""From when Excel counts days as the calendar does."""
_LONGEST = 32_767
"""How many characters Excel takes in a cell."""
_EXACT = 15
"""How many digits of a number Excel keeps."""
_CORE = "docProps/core.xml"
_PAPER_A4 = 9
HEIGHT = 15
"""How high a line is, in points."""
_NARROW, _WIDE = 9, 60
"""How wide columns are, in letters: at least and at most."""


def available() -> Any:
    """Return XlsxWriter, the module. Raises UserError (exit 3) that tells how to get it."""
    try:
        import xlsxwriter
    except ImportError as error:
        why = _("an Excel workbook needs the package XlsxWriter, which is not installed")
        raise extra.missing("office", why) from error
    return xlsxwriter


def opened(stream: BytesIO, title: str) -> Any:
    """Return a new workbook that will be written to the stream when it is closed."""
    book = available().Workbook(
        stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": visible(title), "created": _BORN})
    return book


class CellLooks:
    """How the cells of one workbook look."""

    def __init__(self, book: Any, region: Spreadsheet) -> None:
        self.of_day = re.sub("y+", "yyyy", region.day.replace("M", "m"))
        cell = {"valign": "top", "text_wrap": True, "bottom": 4, "bottom_color": "#808080"}
        self.text = book.add_format(cell)
        self.day = book.add_format(cell | {"num_format": self.of_day, "align": "left"})
        self.head = book.add_format(cell | {"bold": True, "bottom": 1})
        self.name = book.add_format({"bold": True, "valign": "top"})
        self.words = book.add_format({"valign": "top", "text_wrap": True})
        self.title = book.add_format({"bold": True, "font_size": 14})


def set_up(page: Any, name: str) -> None:
    """Set how the sheet is printed: A4 across and as wide as a page, numbered, under its name."""
    page.set_landscape()
    page.set_paper(_PAPER_A4)
    page.fit_to_pages(1, 0)
    page.set_footer(f"&L{visible(name)[:100].replace('&', '&&')}&R&P / &N")


def cells(row: int, column: int, last_row: int, last_column: int) -> str:
    """Return the name of a block of cells, counted from 0: ``B3:F20``."""
    from xlsxwriter.utility import xl_range

    return str(xl_range(row, column, last_row, last_column))


def column_width(head: str, cells: Sequence[Cell]) -> int:
    """Return how wide a column is, in letters; the sign of the filter takes the room of three."""
    longest = max((len(line) for cell in cells for line in str(cell or "").split("\n")), default=0)
    return min(max(_NARROW, len(head) + 3, longest + 1), _WIDE)


def lines_of(cell: Cell, width: int) -> int:
    """Return how many lines a cell takes in a column, where words break early."""
    lines = str(cell or "").split("\n")
    return sum(1 if len(line) <= width else 1 + len(line) // (width - 6) for line in lines)


def write(page: Any, row: int, column: int, cell: Cell, looks: CellLooks) -> None:
    if cell is None or cell == "":
        page.write_blank(row, column, None, looks.text)
    elif isinstance(cell, date) and cell >= _FIRST:
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks.day)
    elif isinstance(cell, int | Decimal) and _is_exact(cell):
        page.write_number(row, column, float(cell), looks.text)
    else:
        # A number that is told as a text is to be copied: no blank stands in it.
        text = str(cell) if isinstance(cell, int | Decimal) else cell_text(cell)
        lines = (visible(line) for line in text.split("\n"))
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


def in_language(raw: bytes, language: str) -> bytes:
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
