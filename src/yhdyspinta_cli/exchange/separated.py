"""A table as text (.csv), of Excel, LibreOffice or another program -> a book of one sheet."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO
from itertools import islice

from yhdyspinta_cli.exchange.book import Book
from yhdyspinta_cli.exchange.gathering import Gathering
from yhdyspinta_cli.exchange.refusal import UnfitFileError
from yhdyspinta_cli.language import text as _

_SEPARATORS = (";", ",", "\t")
"""In the order of a choice between equals: Finnish spreadsheets write a semicolon."""
_LOOKED_AT = 50
"""How many rows are looked at to find what separates the cells."""
_SAID = "sep="
"""What Excel takes for the separator, told in a first line that is no row."""


def of(raw: bytes) -> Book:
    """Return the rows of the text; each cell is text. UnfitFileError where it is no table."""
    text = _decoded(raw)
    separator = ""
    first, _end, rest = text.partition("\n")
    if first.lower().startswith(_SAID) and len(first.strip()) == len(_SAID) + 1:
        separator, text = first[len(_SAID)], rest
    gathered = Gathering()
    gathered.begin("")
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator or _found(text), strict=True)
    try:
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                gathered.cell(number, column, value)
    except csv.Error as error:
        raise UnfitFileError(
            _("line {n}: a quotation mark is missing, or one too many").format(n=rows.line_num),
            _("save the table anew, as an Excel workbook (.xlsx)"),
        ) from error
    gathered.end()
    return gathered.book()


def _decoded(raw: bytes) -> str:
    """Return the text: of UTF-8, of UTF-16 where it says so, else as old Excel saves it."""
    try:
        if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            text = raw.decode("utf-16")
        elif raw.startswith(BOM_UTF8):
            text = raw.decode("utf-8-sig")
        else:
            text = _utf8(raw) or raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _no_text() from error
    if "\0" in text:
        raise _no_text()
    return text


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _no_text() -> UnfitFileError:
    return UnfitFileError(
        _("this is not a table: neither text nor a workbook"),
        _("save the table as .xlsx, .ods or .csv"),
    )


def _found(text: str) -> str:
    """Return what separates the cells: what gives most rows as many as the first, then most."""

    def fit(separator: str) -> tuple[int, int]:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            widths = [len(row) for row in islice(reader, _LOOKED_AT) if row]
        except csv.Error:
            return 0, 0
        if not widths or widths[0] == 1:
            return 0, 0
        return sum(width == widths[0] for width in widths), widths[0]

    return max(_SEPARATORS, key=fit)
