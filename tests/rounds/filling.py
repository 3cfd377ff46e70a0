"""A workbook of a round, filled as a party does: a cell by the row it is in and what it is for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from yhdyspinta_cli.output.round_workbook import KEY

Answers = Mapping[tuple[str, str], Mapping[str, object]]
"""What is written, by the sheet's and the row's key and by field."""


def fill(path: Path, answers: Answers, saved: Path | None = None) -> Path:
    """Write answers into a workbook, and save it there or under another name."""
    book = openpyxl.load_workbook(path)
    for (sheet, key), cells in answers.items():
        page, row = _row(book, sheet, key)
        for field, value in cells.items():
            page.cell(row, _column(page, field)).value = value
    book.save(saved or path)
    return saved or path


def cell(path: Path, sheet: str, key: str, field: str) -> str:
    """Return the place of a cell as a message names it: ``Toimenpiteet!E7``."""
    book = openpyxl.load_workbook(path)
    page, row = _row(book, sheet, key)
    return f"{page.title}!{page.cell(row, _column(page, field)).coordinate}"


def keys(path: Path, sheet: str) -> list[str]:
    """Return the keys of the rows of a sheet."""
    page = _page(openpyxl.load_workbook(path), sheet)
    return [str(page.cell(row, 1).value) for row in range(3, page.max_row + 1)]


def _page(book: Any, sheet: str) -> Any:
    return next(page for page in book.worksheets if page["A1"].value == KEY + sheet)


def _row(book: Any, sheet: str, key: str) -> tuple[Any, int]:
    page = _page(book, sheet)
    return page, next(n for n in _numbers(page) if page.cell(n, 1).value == key)


def _numbers(page: Any) -> Iterator[int]:
    return iter(range(3, page.max_row + 1))


def _column(page: Any, field: str) -> int:
    heads = range(1, page.max_column + 1)
    return next(n for n in heads if page.cell(1, n).value == field)
