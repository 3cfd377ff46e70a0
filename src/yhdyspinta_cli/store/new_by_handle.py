"""A new file below folders that are held open: none can be exchanged for another meanwhile."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import temporary

# Each is there wherever a folder can be held open; Windows has none of them.
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CLOEXEC
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS)
"""What a file system without hard links (FAT, some network drives) answers to a link."""


def create(root: Path, path: str, raw: bytes) -> bool:
    """Create the file as `atomic.create` does; raises OSError, FileExistsError for a taken name."""
    *folders, name = path.split("/")
    folder = _open_folders(root, folders)
    try:
        _place(root.joinpath(*folders), folder, name, raw)
        _check_place(root, path, folder, name)
        try:
            os.fsync(folder)
        except OSError:
            return False
        return True
    finally:
        with suppress(OSError):
            os.close(folder)


def _open_folders(root: Path, folders: list[str]) -> int:
    """Return the innermost folder, open; each step is opened from the one before it."""
    handle = os.open(root, _OPEN)
    for name in folders:
        try:
            try:
                inner = os.open(name, _OPEN | _NOFOLLOW, dir_fd=handle)
            except FileNotFoundError:
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=handle)
                inner = os.open(name, _OPEN | _NOFOLLOW, dir_fd=handle)
                with suppress(OSError):
                    os.fsync(handle)
        finally:
            os.close(handle)
        handle = inner
    return handle


def _place(path: Path, folder: int, name: str, raw: bytes) -> None:
    """Write the file by way of the best place that can hold it until it has its name."""
    *better, _beside = temporary.places(path)
    for place in better:
        with suppress(OSError):
            aside = os.open(place, _OPEN)
            try:
                return _placed(aside, folder, name, raw)
            except FileExistsError:
                # Told by the last attempt, which meets it again.
                break
            finally:
                os.close(aside)
    return _placed(folder, folder, name, raw)


def _placed(aside: int, folder: int, name: str, raw: bytes) -> None:
    made = temporary.name()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _CLOEXEC
    try:
        handle = os.open(made, flags, 0o666, dir_fd=aside)
        try:
            rest = memoryview(raw)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        _name(aside, made, folder, name)
    finally:
        with suppress(OSError):
            os.unlink(made, dir_fd=aside)


def _name(aside: int, made: str, folder: int, name: str) -> None:
    """Give the file its name, never taking it from another; raises FileExistsError then."""
    try:
        os.link(made, name, src_dir_fd=aside, dst_dir_fd=folder, follow_symlinks=False)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # Under the lock nobody else of us can take the name between these two steps.
        try:
            os.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            os.rename(made, name, src_dir_fd=aside, dst_dir_fd=folder)
        else:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error


def _check_place(root: Path, path: str, folder: int, name: str) -> None:
    """Take the file back where its folder was moved away in the meantime."""
    try:
        written = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        os.unlink(name, dir_fd=folder)
        raise
    try:
        found = (root / path).stat()
    except OSError:
        found = None
    if found is None or (found.st_dev, found.st_ino) != (written.st_dev, written.st_ino):
        os.unlink(name, dir_fd=folder)
        raise OSError(errno.ENOENT, _("the folder was moved meanwhile"))
