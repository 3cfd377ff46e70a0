"""The widths of a Word table's columns: by what stands in them, as a browser would set them."""

import re
from collections.abc import Sequence
from typing import Any

_LONGEST = 20
"""Letters of a word that a column has room for at least; a longer one is broken."""
_AROUND = 3
"""Letters of room for what stands around the words, and for a bold head."""
_LETTERS = 112
"""Letters of the text of a table that have room beside one another on a page."""
_EVENED = 0.7
"""How much of the room goes to who has the most to say: 1 all by its share, 0 the same to each."""


def size(document: Any, table: Any) -> None:
    """Set the widths of a table's columns, together as wide as the page's text."""
    from docx.oxml.ns import qn

    section = document.sections[0]
    room = int(section.page_width - section.left_margin - section.right_margin)
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    widths = [int(room * share) for share in shares(texts)]
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    whole = table._tbl.tblPr.find(qn("w:tblW"))
    if whole is not None:
        whole.set(qn("w:type"), "dxa")
        whole.set(qn("w:w"), str(sum(widths) // 635))


def shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the part of the width that each column of a table takes, together 1.

    Each has room for its longest word; the rest goes to those that have more to say than that.
    """
    columns = list(zip(*rows, strict=True))
    least = [min(max(map(_longest, column)), _LONGEST) + _AROUND for column in columns]
    more = [
        max(sum(map(len, column)) / len(column) - one, 0) ** _EVENED
        for column, one in zip(columns, least, strict=True)
    ]
    room = max(_LETTERS - sum(least), 0)
    whole = [
        one + (room * extra / sum(more) if sum(more) else 0)
        for one, extra in zip(least, more, strict=True)
    ]
    return [one / sum(whole) for one in whole]


def _longest(said: str) -> int:
    return max(map(len, re.split(r"[\s\-–]+", said)), default=0)
