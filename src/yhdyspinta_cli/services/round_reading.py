"""A workbook of a round that came back: whose it is, and what was filled in.

It is known by what it carries in its hidden sheet, whatever the file is called; its sheets by the
sign above the keys of their rows, whatever they are called and in whichever order they and their
rows stand. What is not to be filled is not read.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.exchange import book as tables
from yhdyspinta_cli.exchange.book import Book, BookSheet
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.days import EARLIEST, LATEST
from yhdyspinta_cli.output.round_workbook import CARRIED, FORMAT, KEY, digest_of

_FIELDS: Mapping[str, frozenset[str]] = {
    "measures": frozenset({"state", "on", "note", "evidence"}),
    "indicators": frozenset({"value", "on", "note", "evidence"}),
    "duties": frozenset({"on", "title", "minutes"}),
    "counterparts": frozenset({"role", "start"}),
    "words": frozenset({"text"}),
}
"""What is filled in, by sheet."""
_NEEDED: Mapping[str, set[str]] = {
    "measures": set(),
    "indicators": set(),
    "duties": {"obligation"},
    "counterparts": {"level"},
    "words": set(),
}
"""What a row must be about, by sheet."""
_LINES = 5_000
"""How many rows a workbook of a round can carry; a party is asked of some hundreds at most."""


@frozen
class FilledCell:
    """A cell that was filled: its place (``Toimenpiteet!E7``) and what stands in it."""

    place: str
    value: tables.Value
    is_formula: bool
    is_error: bool


@frozen
class FilledRow:
    """A row in which something was filled, by the fields; `told` is what the party had told when
    it was asked, by the ids of the records.
    """

    sheet: str
    key: str
    told: Mapping[str, str]
    about: Mapping[str, str]
    cells: Mapping[str, FilledCell]

    @property
    def place(self) -> str:
        """The first cell that was filled."""
        return next(iter(self.cells.values())).place


@frozen
class CellFault:
    """What is wrong, in which cell (empty for the whole workbook), and what to do."""

    place: str
    message: str
    hint: str = ""


@frozen
class Returned:
    """What a workbook carries of itself, the rows that were filled, and the faults of its form.

    `base` and `party` are ids, `language` is the one in which it asks, `asked` is how many rows
    there were but for its own words, `digest` that of what it was written with. `saved` is when it
    was last saved, None where it does not say.
    """

    base: str
    party: str
    year: int
    day: date
    language: str
    asked: int
    digest: str
    saved: datetime | None
    rows: tuple[FilledRow, ...]
    faults: tuple[CellFault, ...]


def returned(book: Book, saved: datetime | None) -> Returned:
    """Return what a workbook says.

    Raises UserError (exit 4) for one that was not made by a round, or not as it was.
    """
    head, asked = _carried(book)
    faults: list[CellFault] = list(_unknown(book, asked, head["language"]))
    rows: dict[tuple[str, str], FilledRow] = {}
    for sheet in book.sheets:
        for found in _rows(sheet, asked):
            if isinstance(found, CellFault):
                faults.append(found)
            elif (key := (found.sheet, found.key)) in rows:
                other = rows[key].place
                faults.append(
                    CellFault(
                        found.place, _("this row is there twice, in {place}").format(place=other)
                    )
                )
            else:
                rows[key] = found
    order = {key: number for number, key in enumerate(asked)}
    in_order = sorted(rows.values(), key=lambda row: order[row.sheet, row.key])
    return Returned(
        base=head["base"],
        party=head["party"],
        year=head["year"],
        day=date.fromisoformat(head["day"]),
        language=head["language"],
        asked=sum(sheet != "words" for sheet, _key in asked),
        digest=head["digest"],
        saved=saved,
        rows=tuple(in_order),
        faults=tuple(faults),
    )


_Asked = Mapping[tuple[str, str], Mapping[str, Any]]
"""What was asked, by sheet and key."""


def _carried(book: Book) -> tuple[dict[str, Any], _Asked]:
    """Return the head and the rows of the hidden sheet."""
    sheet = next((one for one in book.sheets if one.name == CARRIED), None)
    if sheet is None:
        raise _foreign(_("this workbook was not made by 'yp round ask': it has no sheet 'yp'"))
    lines = [str(row.cells[0].value) for row in sheet.rows[: _LINES + 1] if row.cells]
    try:
        head, *rows = [json.loads(line) for line in lines]
        asked = {(row["sheet"], row["key"]): _sound(row) for row in rows}
        is_known = _is_head(head) and len(lines) <= _LINES
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _foreign(_("the hidden sheet 'yp' of this workbook cannot be read")) from error
    if is_known and head["format"] != FORMAT:
        raise _foreign(_("this workbook was made by another version of yp"))
    if not is_known or digest_of(lines[1:]) != head["digest"]:
        raise _foreign(_("the hidden sheet 'yp' of this workbook was changed"))
    return head, asked


def _is_head(head: Any) -> bool:
    if not EARLIEST <= date.fromisoformat(head["day"]) <= LATEST:
        raise ValueError
    texts = all(
        isinstance(head[name], str) for name in ("base", "party", "day", "language", "digest")
    )
    is_spoken = language.spoken(head["language"]) == head["language"]
    is_year = type(head["year"]) is int and EARLIEST.year <= head["year"] <= LATEST.year
    return texts and is_spoken and is_year and type(head["format"]) is int


def _sound(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row that is as it was written; raises what a wrong one would anyhow."""
    texts = [
        row["key"],
        *(text for n in ("told", "about") for pair in row[n].items() for text in pair),
    ]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    if not _NEEDED[row["sheet"]] <= row["about"].keys():
        raise KeyError
    return row


def _foreign(message: str) -> UserError:
    return UserError(message, exit_code=4, hint=_("ask for it anew: yp round ask"))


def _unknown(book: Book, asked: _Asked, spoken: str) -> Iterator[CellFault]:
    """Yield each sheet that may be one of those asked without its sign: what it says is not read.

    A sheet that nobody needs may be taken away, and another one added, not both.
    """
    signs = {_of(head[1]) for sheet in book.sheets if (head := _head(sheet)) is not None}
    if {of for of, _key in asked} <= signs:
        return
    with language.speaking(spoken):
        cover = _("Guide")
    for sheet in book.sheets:
        if _head(sheet) is None and sheet.rows and sheet.name not in (CARRIED, cover):
            yield CellFault(
                sheet.name,
                _("the hidden first row or column of this sheet is gone: it cannot be read"),
                _("copy the answers into the workbook as it was sent"),
            )


def _head(sheet: BookSheet) -> tuple[tables.BookRow, tables.Cell] | None:
    """Return the row and the cell with the sign of a sheet, None where it has none."""
    return next(
        (
            (row, cell)
            for row in sheet.rows
            for cell in row.cells
            if isinstance(cell.value, str) and cell.value.startswith(KEY)
        ),
        None,
    )


def _of(sign: tables.Cell) -> str:
    return str(sign.value).removeprefix(KEY)


def _rows(sheet: BookSheet, asked: _Asked) -> Iterator[FilledRow | CellFault]:
    """Yield the filled rows of a sheet; none of a sheet that was not sent to be filled."""
    head = _head(sheet)
    if head is None:
        return
    top, sign = head
    key_column, of = sign.column, _of(sign)
    if of not in _FIELDS:
        return
    fields = {c.column: str(c.value) for c in top.cells if str(c.value) in _FIELDS[of]}
    if len(fields) != len(_FIELDS[of]) or set(fields.values()) != _FIELDS[of]:
        place = sheet.named(tables.address(top.number, key_column))
        message = _("the hidden row with the names of the columns was changed")
        yield CellFault(place, message, _("ask for it anew: yp round ask"))
        return
    # The row below has the titles of the columns.
    for row in sheet.rows:
        if row.number <= top.number + 1:
            continue
        key = next((str(c.value) for c in row.cells if c.column == key_column), None)
        cells = {
            fields[cell.column]: FilledCell(
                sheet.named(tables.address(row.number, cell.column)),
                cell.value,
                cell.is_formula,
                cell.is_error,
            )
            for cell in row.cells
            if cell.column in fields and not _is_blank(cell)
        }
        if not cells:
            continue
        place = next(iter(cells.values())).place
        found = asked.get((of, key)) if key is not None else None
        if key is None or found is None:
            yield CellFault(
                place,
                _("this row was not asked"),
                _("write it into the row of what it is about, or into the sheet of your own words"),
            )
            continue
        yield FilledRow(of, key, found["told"], found["about"], cells)


def _is_blank(cell: tables.Cell) -> bool:
    is_empty = isinstance(cell.value, str) and not cell.value.strip()
    return (cell.value is None or is_empty) and not (cell.is_formula or cell.is_error)
