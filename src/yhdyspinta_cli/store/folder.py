"""A folder on the disk as a source: no link is followed, and no pipe or device is waited for."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from yhdyspinta_cli.document.limits import MAX_BYTES
from yhdyspinta_cli.store.source import (
    EntryKind,
    Obstacle,
    SourceEntry,
    Stamp,
    Stamps,
    Steps,
    UnreadableError,
    not_a_file,
    stamped,
)

# Windows has only the last of these; the kind that the folder tells keeps its links out.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_MORE = 4096


class FolderSource:
    """The files in a folder; `root` holds `data/`, or is itself that folder where `packaged`."""

    def __init__(self, root: Path, *, packaged: bool = False) -> None:
        self.root = root
        self._data = root if packaged else root / "data"

    def entries(self, folder: Steps) -> Iterable[SourceEntry]:
        """Return what stands in a folder; raises `UnreadableError`."""
        if not folder and self._data.is_symlink():
            raise UnreadableError(Obstacle.IS_LINK)
        try:
            with os.scandir(self._data.joinpath(*folder)) as listing:
                return [_entry(found) for found in listing]
        except OSError as error:
            raise UnreadableError(Obstacle.NOT_OPENED, _reason(error)) from error

    def read(self, steps: Steps) -> bytes:
        """Return the bytes of a file; raises `UnreadableError`."""
        return _bytes(str(self._data.joinpath(*steps)))

    def stamps(self, skip: Iterable[str] = ()) -> Stamps:
        """Return the stamps of all files below but `skip`, by their paths from ``data/`` on.

        Nothing else is looked at: with 10,000 files it takes a third of the time in which
        `files.scan` goes through them. What is no plain file, and a folder in which nothing is,
        has no stamp; what cannot be had is not there.
        """
        texts: dict[str, str] = {}
        changes: set[int] = set()
        left_out = {f"data/{name}" for name in skip}
        waiting = [] if self._data.is_symlink() else [(str(self._data), "data/")]
        while waiting:
            folder, shown = waiting.pop()
            with suppress(OSError), os.scandir(folder) as listing:
                is_empty = True
                for one in listing:
                    is_empty = False
                    if one.is_dir(follow_symlinks=False):
                        waiting.append((one.path, f"{shown}{one.name}/"))
                    elif (path := shown + one.name) not in left_out:
                        state = one.stat(follow_symlinks=False)
                        is_plain = stat.S_ISREG(state.st_mode)
                        texts[path], changed = stamped(state) if is_plain else Stamp()
                        changes.add(changed)
                if is_empty:
                    texts[shown], changed = Stamp()
                    changes.add(changed)
        return Stamps(texts, min(changes), max(changes)) if changes else Stamps(texts)


def _entry(found: "os.DirEntry[str]") -> SourceEntry:
    kind = _kind(found)
    read = partial(_bytes, found.path) if kind is EntryKind.FILE else not_a_file
    return SourceEntry(found.name, kind, read, state=partial(found.stat, follow_symlinks=False))


def _kind(found: "os.DirEntry[str]") -> EntryKind:
    if found.is_file(follow_symlinks=False):
        return EntryKind.FILE
    # From Python 3.12 on; a junction of Windows leads elsewhere as a link does.
    is_junction = getattr(found, "is_junction", None)
    if found.is_symlink() or (is_junction is not None and is_junction()):
        return EntryKind.LINK
    return EntryKind.FOLDER if found.is_dir(follow_symlinks=False) else EntryKind.OTHER


def _bytes(file: str) -> bytes:
    """Return a plain file's bytes, one more than the limit at most.

    What the folder told of the file may have changed: it is asked again once it is open.
    """
    try:
        handle = os.open(file, _FLAGS)
    except OSError as error:
        raise UnreadableError(Obstacle.NOT_OPENED, _reason(error)) from error
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError(Obstacle.NOT_PLAIN)
        if state.st_size > MAX_BYTES:
            raise UnreadableError(Obstacle.TOO_LARGE)
        # No stream and no room for a MiB: that would take twice as long for a small file.
        raw = os.read(handle, state.st_size + 1)
        while len(raw) <= MAX_BYTES and (more := os.read(handle, _MORE)):
            raw += more
        return raw
    except OSError as error:
        raise UnreadableError(Obstacle.NOT_READ, _reason(error)) from error
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
