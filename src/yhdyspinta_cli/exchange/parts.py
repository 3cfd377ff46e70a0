"""A packed file of others, taken apart: measured before anything of it is unpacked.

Both formats, Excel's and LibreOffice's, are zip files of XML. The directory of a zip file may
lie: what it promises is refused where it is too much, and no more than promised is unpacked.
"""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from yhdyspinta_cli.exchange.limits import (
    MAX_ENTRIES,
    MAX_ENTRY,
    MAX_RATIO,
    MAX_UNPACKED,
    RATIO_FROM,
)
from yhdyspinta_cli.exchange.refusal import UnfitFileError, damaged, too_much
from yhdyspinta_cli.language import text as _

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_IN_DIRECTORY = b"PK\x01\x02"
"""What each line of a zip file's directory begins with."""
_HEAD = 30
"""How many bytes stand before each packed file, beside its name."""
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ones these formats use; the others need much memory for few bytes."""
_AWAY = re.compile(r"(^|/)\.\.(/|$)|^/|\\|:|\0")
_CHUNK = 1024 * 1024
"""How much is unpacked at once. An old expat reads a long tag again with each piece: pieces are
large, so that a tag of 32 MB costs seconds, not hours."""


def is_packed(raw: bytes) -> bool:
    """Tell whether the bytes are a zip file's."""
    return raw.startswith(_ZIP)


def refuse_old(raw: bytes) -> None:
    """Raise UnfitFileError for the container of encrypted workbooks and of those before 2007."""
    if raw.startswith(_OLE):
        raise UnfitFileError(
            _("this is encrypted, or a workbook of the old kind (.xls)"),
            _("save it without a password as an Excel workbook (.xlsx)"),
        )


class Parts:
    """The files in a packed file, by their names."""

    def __init__(self, raw: bytes) -> None:
        """Judge what the directory says. Raises UnfitFileError for what is too much or unsound."""
        # zipfile makes an object of each line of the directory, however many there are.
        if raw.count(_IN_DIRECTORY) > MAX_ENTRIES:
            raise too_much(
                _("too many files packed in it (the limit is {n})").format(n=MAX_ENTRIES)
            )
        with _sound():
            self._zip = zipfile.ZipFile(BytesIO(raw))
            entries = self._zip.infolist()
        _refuse_bombs(entries)
        _refuse_overlaps(entries)
        self._by_name: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if _AWAY.search(entry.orig_filename) or _AWAY.search(entry.filename):
                raise UnfitFileError(_("a file packed in it would leave its folder"))
            if self._by_name.setdefault(entry.filename.casefold(), entry) is not entry:
                raise damaged()

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in small letters."""
        return tuple(self._by_name)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file in pieces; UnfitFileError where it is not there or damaged."""
        entry = self._by_name.get(name.casefold())
        if entry is None:
            raise damaged()
        with _sound(), self._zip.open(entry) as stream:
            left = entry.file_size
            while left > 0 and (piece := stream.read(min(_CHUNK, left))):
                left -= len(piece)
                yield piece
            # The end is where its checksum is compared.
            if left or stream.read(1):
                raise damaged()

    def whole(self, name: str, limit: int) -> bytes:
        """Return the bytes of a small file; UnfitFileError where it is larger than `limit`."""
        raw = b""
        for piece in self.pieces(name):
            raw += piece
            if len(raw) > limit:
                raise damaged()
        return raw


def beside(name: str, target: str) -> str:
    """Return the name of the file that the file `name` calls `target`."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


@contextmanager
def _sound() -> Iterator[None]:
    """Turn what zipfile raises for damaged files into a refusal."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as error:
        raise damaged() from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise UnfitFileError(_("this is encrypted"), _("save it without a password"))
        if entry.compress_type not in _METHODS:
            raise damaged()
        is_dense = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.file_size > MAX_ENTRY or (entry.file_size >= RATIO_FROM and is_dense):
            raise _too_large()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _too_large()


def _too_large() -> UnfitFileError:
    return too_much(_("unpacked it would be far larger than any table"))


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse files that share bytes: so a small file can hold the same bomb a thousand times."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise damaged()
        end = entry.header_offset + _HEAD + len(entry.orig_filename) + entry.compress_size
