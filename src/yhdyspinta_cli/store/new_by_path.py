"""A new file where no folder can be held open (Windows): each step is looked at by its path."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.store import temporary
from yhdyspinta_cli.store.new_by_handle import NO_LINKS

_NO_LINKS = (*NO_LINKS, errno.EINVAL)
"""Windows says so of a drive without hard links (exFAT), too."""


def create(root: Path, path: str, raw: bytes) -> bool:
    """Create the file as `atomic.create` does; raises OSError, FileExistsError for a taken name.

    Windows writes folders to the disk by itself and confirms nothing: that counts as confirmed.
    """
    *folders, name = path.split("/")
    folder = root
    for one in folders:
        folder = folder / one
        with suppress(FileExistsError):
            folder.mkdir()
        if _is_link(folder) or not folder.is_dir():
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    *better, last = temporary.places(folder)
    for place in better:
        with suppress(OSError):
            _placed(place, folder / name, raw)
            return True
    _placed(last, folder / name, raw)
    return True


def _is_link(folder: Path) -> bool:
    # Python 3.12 and later tell a junction, which is a link to a folder.
    return folder.is_symlink() or getattr(folder, "is_junction", bool)()


def _placed(place: Path, path: Path, raw: bytes) -> None:
    made = place / temporary.name()
    try:
        with made.open("xb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        _name(made, path)
    finally:
        with suppress(OSError):
            made.unlink()


def _name(made: Path, path: Path) -> None:
    """Give the file its name, never taking it from another; raises FileExistsError then."""
    try:
        path.hardlink_to(made)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Under the lock nobody else of us can take the name between these two steps.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        made.rename(path)
