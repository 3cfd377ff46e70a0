"""Which files of a folder were made by this program, told by a mark that each of them carries."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import assert_never

from yhdyspinta_cli.vocabulary import ReportFormat

_PAGE = re.compile(rb'<meta name="generator" content="yp [^"]*">')
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_MARK = b"<!-- yp report -->\n"
"""The mark at the end of what has no other: Markdown, and a page of a template without its own."""


def marked(made: Mapping[str, bytes], format: ReportFormat) -> dict[str, bytes]:
    """Return documents (by their files' names) so that each tells who made it."""
    return {name: raw if _is_own(raw, format) else raw + _MARK for name, raw in made.items()}


def is_foreign(path: Path, format: ReportFormat) -> bool:
    """True where something stands under a file's name that was not made by this program."""
    if path.is_symlink():
        return True
    if not path.exists():
        return False
    return not path.is_file() or not _is_own(path.read_bytes(), format)


def _is_own(raw: bytes, format: ReportFormat) -> bool:
    match format:
        case "html":
            return _PAGE.search(raw, 0, 4000) is not None or raw.endswith(_MARK)
        case "md":
            return raw.endswith(_MARK)
        case "pdf":
            return raw.startswith(b"%PDF-") and any(
                b"/Creator (yp " in one for one in _streams(raw)
            )
        case "docx":
            return _is_own_document(raw)
        case _:
            assert_never(format)


def _streams(raw: bytes) -> Iterator[bytes]:
    """Yield what a PDF holds, its packed parts unpacked: who made it stands in one of them."""
    yield raw
    for found in _STREAM.finditer(raw):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(found[1], 1_000_000)


def _is_own_document(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return b"<Application>yp</Application>" in archive.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError):
        return False
