"""What a party is asked -> an Excel workbook to fill: locked but for the cells to fill.

Each sheet has above its heads a hidden row with the fields of its columns, and in a hidden first
column the keys of its rows: sorted, widened and with columns added it is read back all the same.
A hidden sheet tells whose it is and what was written, so that nothing else is needed to read it.
"""

import hashlib
import json
import textwrap
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from yhdyspinta_cli.language import Spreadsheet
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import spreadsheet
from yhdyspinta_cli.output.round_cover import Cover
from yhdyspinta_cli.output.round_sheet import AskedRow, AskedSheet, Fill, FillKind

CARRIED = "yp"
"""The name of the hidden sheet."""
FORMAT = 1
KEY = "yp:"
"""What stands above the keys of the rows, before the key of the sheet."""

_COVER = 90
"""How wide the cover's text is, in letters."""
_SHOWN = 36
"""How wide a column is at most that is only read."""
_FILLED: dict[FillKind, int] = {"choice": 18, "day": 12, "number": 14, "text": 34}
_MIXED, _OWN = 24, 110
"""How wide a column is in which several kinds stand, and that of a party's own words."""
_ROOM, _OWN_ROOM = 2, 3
"""How many lines there are to write in."""
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_LISTED = 255
"""How long a list of choices may be that stands in the cell's own rule."""


def of(
    cover: Cover,
    sheets: Sequence[AskedSheet],
    head: Mapping[str, Any],
    *,
    language: str,
    region: Spreadsheet,
) -> bytes:
    """Return the workbook; `head` is what it tells of itself to whoever reads it back."""
    stream = BytesIO()
    book = spreadsheet.opened(stream, cover.title)
    looks = _Looks(book, region)
    _cover(book.add_worksheet(_("Guide")), looks, cover)
    for number, sheet in enumerate(sheets, start=1):
        _sheet(book.add_worksheet(sheet.name), looks, sheet, f"Asked{number}")
    _carry(book.add_worksheet(CARRIED), carried(sheets), head)
    book.close()
    return spreadsheet.in_language(stream.getvalue(), language)


class _Looks(spreadsheet.CellLooks):
    """With the cells to fill: open, and coloured so that they are seen."""

    def __init__(self, book: Any, region: Spreadsheet) -> None:
        super().__init__(book, region)
        fill = {"valign": "top", "text_wrap": True, "locked": False, "border": 1}
        fill |= {"bg_color": "#FFF7D6", "border_color": "#808080"}
        # Else a text that fills its column runs into the next.
        for look in (self.text, self.day, self.head):
            look.set_align("left")
            look.set_indent(1)
        # As text: Excel makes 1905 of "2025" in a cell for days, a day of "5/2025", 0.85 of "85 %".
        self.fill = book.add_format(fill | {"num_format": "@"})


def _cover(page: Any, looks: _Looks, cover: Cover) -> None:
    spreadsheet.set_up(page, cover.title)
    page.set_portrait()
    page.set_column(0, 0, _COVER)
    page.write_string(0, 0, cover.title, looks.title)
    row = 2
    for head, lines in cover.groups:
        for line, look in ((head, looks.name), *((line, looks.words) for line in lines)):
            if line:
                page.write_string(row, 0, line, look)
                # Letters are narrower than the figures in which a width is counted: none is cut.
                page.set_row(row, spreadsheet.HEIGHT * len(textwrap.wrap(line, _COVER)))
                row += 1
        row += 1
    page.protect("", _ALLOWED)


def _sheet(page: Any, looks: _Looks, sheet: AskedSheet, name: str) -> None:
    spreadsheet.set_up(page, sheet.name)
    first = 1 + len(sheet.columns)
    page.write_string(0, 0, KEY + sheet.key)
    for column, (field, _title) in enumerate(sheet.fields, start=first):
        page.write_string(0, column, field)
    heads = [CARRIED, *sheet.columns, *(title for _field, title in sheet.fields)]
    columns = [{"header": head, "header_format": looks.head} for head in heads]
    options = {
        "name": name,
        "style": "Table Style Light 1",
        "columns": columns,
        "title": sheet.name,
        "description": sheet.about,
    }
    page.add_table(1, 0, 1 + len(sheet.rows), len(heads) - 1, options)
    widths = [
        min(spreadsheet.column_width(head, [row.shown[n] for row in sheet.rows]), _SHOWN)
        for n, head in enumerate(sheet.columns)
    ]
    for column, width in enumerate(widths, start=1):
        page.set_column(column, column, width)
    for column, (_field, head) in enumerate(sheet.fields, start=first):
        kinds = {row.fills[column - first].kind for row in sheet.rows}
        page.set_column(column, column, max(_width(sheet, kinds), len(head) + 3))
    for number, row in enumerate(sheet.rows, start=2):
        _row(page, looks, number, row, first)
        most = max(
            spreadsheet.lines_of(cell, width) for cell, width in zip(row.shown, widths, strict=True)
        )
        room = _OWN_ROOM if sheet.key == "words" else _ROOM
        page.set_row(number, spreadsheet.HEIGHT * max(most, room))
    last = len(heads) - 1
    cells = spreadsheet.cells(2, 1, 1 + len(sheet.rows), last)
    page.ignore_errors({"number_stored_as_text": cells})
    page.set_row(0, None, None, {"hidden": True})
    page.set_column(0, 0, 1, None, {"hidden": True})
    page.freeze_panes(2, min(3, first))
    page.repeat_rows(1)
    page.protect("", _ALLOWED)


def _width(sheet: AskedSheet, kinds: set[FillKind]) -> int:
    """Return how wide a column to fill is, in which cells of these kinds stand."""
    if sheet.key == "words":
        return _OWN
    return _FILLED[next(iter(kinds))] if len(kinds) == 1 else _MIXED


def _row(page: Any, looks: _Looks, number: int, row: AskedRow, first: int) -> None:
    page.write_string(number, 0, row.key)
    for column, cell in enumerate(row.shown, start=1):
        spreadsheet.write(page, number, column, cell, looks)
    for column, fill in enumerate(row.fills, start=first):
        page.write_blank(number, column, None, looks.fill)
        rule = _rule(fill)
        if rule is not None:
            page.data_validation(number, column, number, column, rule)


def _rule(fill: Fill) -> dict[str, Any] | None:
    """Return what Excel lets stand in a cell, with the word for it; None for anything."""
    if fill.options and len(",".join(fill.options)) <= _LISTED:
        return {
            "validate": "list",
            "source": list(fill.options),
            "error_title": _("Choose from the list"),
            "error_message": ", ".join(fill.options),
        }
    return None


def digest_of(lines: Sequence[str]) -> str:
    """Return the digest of what was asked, row by row as the workbook carries it."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def carried(sheets: Sequence[AskedSheet]) -> tuple[str, ...]:
    """Return what the workbook tells whoever reads it back of each row that is asked."""
    return tuple(
        json.dumps(
            {
                "sheet": sheet.key,
                "key": row.key,
                "told": {one.id: one.words for one in row.told},
                "about": dict(row.about),
            },
            ensure_ascii=False,
            sort_keys=True,
        )
        for sheet in sheets
        for row in sheet.rows
    )


def _carry(page: Any, lines: Sequence[str], head: Mapping[str, Any]) -> None:
    told = {"format": FORMAT, "digest": digest_of(lines)} | dict(head)
    first = json.dumps(told, ensure_ascii=False, sort_keys=True)
    for number, line in enumerate((first, *lines)):
        page.write_string(number, 0, line)
    page.very_hidden()
