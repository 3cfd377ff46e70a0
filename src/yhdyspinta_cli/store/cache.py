"""What was judged in earlier runs, kept in the user's cache folder, so that it need not be again.

It holds judged records by the file they stand in, and beside them what the rules have found in
one state of all files (`verdict`): never an answer or a command line.
It is safe to delete and to corrupt: what is not whole, not one's own, of another program, another
knowledge base or another content is not believed, and what cannot be written is not written.
"""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yhdyspinta_cli
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import LANGUAGES
from yhdyspinta_cli.store import user_folder
from yhdyspinta_cli.store.source import Stamp, Stamps

FORMAT = 2
MAX_BYTES = 200 * 2**20
"""The most that one cache, and all of them together, may take."""

_SETTLED = 2_500_000_000
"""In nanoseconds: who looks sooner after a change may meet two contents under one time stamp. The
coarsest stamps, of FAT, are two seconds apart (compare git's "racy" entries)."""


class Kept(NamedTuple):
    """What is kept of one file: its state, the SHA-256 of its bytes, its records as JSON.

    Where it `is_signless`, no text in it has one of the `signs`.
    """

    stamp: str
    digest: str
    records: str
    is_signless: bool = False

    def line(self, path: str) -> str:
        """Return the line of the cache that tells it; no field of it holds a tab."""
        return "\t".join((path, self.stamp, self.digest, "-" * self.is_signless, self.records))


@frozen
class Memory:
    """What is kept of one knowledge base, by the paths of its files.

    `taken` is when the states were taken, in nanoseconds; where `by_content`, only the bytes of a
    file tell whether it is the same. `state` tells all that is kept from anything else.
    """

    files: Mapping[str, Kept] = field(default_factory=dict)
    taken: int = 0
    by_content: bool = False
    state: str = ""

    def trusts(self, kept: Kept, stamp: Stamp) -> bool:
        """True where a file's stamp alone tells that it has the content of which this is kept."""
        return not self.by_content and stamp.text == kept.stamp and is_settled(stamp, self.taken)

    def is_settled(self, stamp: Stamp) -> bool:
        """True where the stamp that was taken of a file tells of every later change."""
        return is_settled(stamp, self.taken)


def digest(raw: bytes) -> str:
    """Return the SHA-256 of a file of data in hexadecimal.

    Line ends count for nothing: git gives Windows others than it keeps, and YAML reads them alike.
    """
    return hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest()


def is_settled(stamp: Stamp, taken: int) -> bool:
    """True where a file was changed long enough before a moment for its stamp to tell."""
    return 0 < stamp.changed < taken - _SETTLED


def are_settled(stamps: Stamps, taken: int) -> bool:
    """True where all files were changed long enough before a moment for their stamps to tell."""
    return 0 < stamps.first <= stamps.last < taken - _SETTLED


@frozen
class Cache:
    """The cache of one knowledge base; `by_content` never trusts the time stamps of files."""

    file: Path
    by_content: bool = False

    def recall(self) -> Memory:
        """Return what is kept, nothing where there is no cache or none to be believed."""
        try:
            state, told = _believed(self.file)
            taken, *lines = told.decode().split("\n")
            # No further: what would be looked through for nothing is most of it.
            fields = (line.split("\t", 4) for line in lines)
            files = {
                path: Kept(stamp, sha, records, signless == "-")
                for path, stamp, sha, signless, records in fields
            }
            return Memory(files, int(taken), self.by_content, state)
        except (OSError, ValueError, TypeError):
            return Memory(by_content=self.by_content)

    def keep(self, taken: int, files: Iterable[tuple[str, Kept]]) -> None:
        """Keep what was judged; where it cannot be written, nothing is kept and nobody is told."""
        told = "\n".join((str(taken), *(kept.line(path) for path, kept in files)))
        put(self.file, told.encode())

    def leads_on(self, state: str) -> bool:
        """True where it is noted that in this state each reference leads to a record."""
        try:
            return bool(state) and believed(self._noted) == state.encode()
        except (OSError, ValueError):
            return False

    def note_leads_on(self, state: str) -> None:
        """Note that in this state of what is kept each reference leads to a record."""
        if state:
            put(self._noted, state.encode())

    @property
    def _noted(self) -> Path:
        return self.file.with_suffix(".references")


def believed(file: Path) -> bytes:
    """Return what stands in a file of the cache, told by this program, whole and one's own.

    Raises OSError or ValueError where it is not that.
    """
    return _believed(file)[1]


def _believed(file: Path) -> tuple[str, bytes]:
    """Return the first line of such a file, and all the rest. Raises OSError or ValueError."""
    head, _line_end, body = _bytes(file).partition(b"\n")
    if head != _head(body):
        raise ValueError
    return head.decode(), body


def put(file: Path, body: bytes) -> None:
    """Keep bytes in a file of the cache; where they cannot be, nothing is and nobody is told."""
    head = _head(body) + b"\n"
    if len(head) + len(body) > MAX_BYTES:
        return
    with suppress(OSError):
        _write(file, head, body)
        _forget_oldest(file)


def now() -> int:
    """Return this moment in nanoseconds, as the system stamps files."""
    return time.time_ns()


def of(root: Path, environment: Mapping[str, str]) -> Cache | None:
    """Return the cache of the knowledge base at `root`; None where there can or shall be none.

    ``YP_CACHE=off`` turns it off; where ``CI`` is set, files are compared by content: a checkout
    stamps all of them anew, or with the stamps of another.
    """
    if environment.get("YP_CACHE", "").casefold() == "off":
        return None
    try:
        folder = user_folder.caches(environment)
        name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:32]
        # Without a home there may be a relative path: that would be in the tree.
        if not folder.is_absolute() or not _is_own_folder(folder):
            return None
    except (ImportError, OSError, RuntimeError, ValueError):
        return None
    return Cache(folder / f"{name}.cache", by_content=bool(environment.get("CI")))


def _is_own_folder(folder: Path) -> bool:
    """Make the folder where there is none; True where it is a folder that is one's own alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    state = folder.lstat()
    return stat.S_ISDIR(state.st_mode) and _is_own(state)


def _is_own(state: os.stat_result) -> bool:
    """True where nobody else can write it; Windows guards the user's folders itself."""
    if not hasattr(os, "geteuid"):
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _bytes(file: Path) -> bytes:
    """Return the bytes of a cache that is a plain file of one's own. Raises OSError."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or not _is_own(state) or state.st_size > MAX_BYTES:
            raise OSError
        return stream.read(MAX_BYTES)


def _write(file: Path, *parts: bytes) -> None:
    """Put the bytes in the place of the file, whole or not at all. Raises OSError."""
    draft = file.with_name(f"{file.stem}.{os.getpid()}.tmp")
    handle = os.open(
        draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _forget_oldest(kept: Path) -> None:
    """Delete the oldest caches while all together take too much, and drafts of broken runs."""
    with os.scandir(kept.parent) as listing:
        found = [(entry.stat(follow_symlinks=False), Path(entry.path)) for entry in listing]
    found.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
    taken = 0
    for state, file in found:
        taken += state.st_size
        is_broken = file.suffix == ".tmp" and now() - state.st_mtime_ns > 3600 * 10**9
        if (taken > MAX_BYTES and file != kept) or is_broken:
            file.unlink(missing_ok=True)


def _head(body: bytes) -> bytes:
    """Return the first line of a cache: what wrote it, and the digest of all the rest."""
    return f"yp {FORMAT} {_program()} {hashlib.sha256(body).hexdigest()}".encode()


_ROOMS = (
    "",
    "checks",
    "document",
    "facts",
    "language",
    "model",
    "store",
    "vocabulary",
    *(f"locale/{code}/LC_MESSAGES" for code in LANGUAGES if code != "en"),
)
"""The rooms that judge; what they say of it stands in the compiled catalogues."""


@cache
def _program() -> str:
    """Return what tells this program from another, or from another state of its own sources."""
    parts = [yhdyspinta_cli.__version__, sys.version]
    package = Path(yhdyspinta_cli.__file__).parent
    for room in _ROOMS:
        with suppress(OSError), os.scandir(package / room) as listing:
            parts += sorted(
                f"{entry.name} {state.st_size} {state.st_mtime_ns}"
                for entry in listing
                if entry.name.endswith((".py", ".mo")) and (state := entry.stat())
            )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
