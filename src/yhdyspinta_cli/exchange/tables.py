"""A table of any format that is read (.xlsx, .ods, .csv) -> a book.

What the file is, its first bytes say: names are wrong as often as not.
"""

from pathlib import Path

from yhdyspinta_cli.exchange import (
    markup,
    opendocument,
    parts,
    refusal,
    separated,
    source,
    workbook,
)
from yhdyspinta_cli.exchange.book import Book
from yhdyspinta_cli.exchange.refusal import UnfitFileError
from yhdyspinta_cli.language import text as _

_TEXTS = (".csv", ".tsv", ".txt")
_OTHERS = (".xlsx", ".ods")


def read(path: Path) -> Book:
    """Return what stands in a table: sheets in the order of their tabs, hidden ones too.

    Raises UserError: exit 4 where there is no such file or it is refused, 3 where it cannot be
    read or the package for its format is not installed.
    """
    with refusal.told(path):
        raw = source.content(path)
        parts.refuse_old(raw)
        if parts.is_packed(raw):
            markup.available()
            packed = parts.Parts(raw)
            if "content.xml" in packed.names:
                return opendocument.of_parts(packed)
            return workbook.of_parts(packed)
        ending = path.suffix.lower()
        if ending in _OTHERS:
            raise refusal.not_a_workbook()
        if ending not in _TEXTS:
            raise UnfitFileError(
                _("tables are read from .xlsx, .ods and .csv"),
                _("save the table as one of these"),
            )
        return separated.of(raw)
