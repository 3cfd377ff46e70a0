"""A file that is there whole or not at all: a new one, or one in the place of an earlier one.

The bytes of a new file go to a temporary file in the same folder, reach the disk, and get their
name by an exclusive link, never another file's; the folder follows. No step follows a symbolic
link.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

PREFIX, SUFFIX = ".yp-", ".tmp"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS)
"""What a file system without hard links (FAT, some network drives) answers to a link."""


def create(root: Path, path: str, raw: bytes) -> bool:
    """Create the file `path` (below `root`, forward slashes) with these bytes.

    Missing folders are made. Returns whether the disk confirmed the folder, too. Raises
    UserError, the old state standing: exit 4 where the name is taken or a folder is a link,
    exit 3 for any other fault of the file system.
    """
    *folders, name = path.split("/")
    try:
        folder = _open_folders(root, folders)
    except OSError as error:
        raise _failed(path, error) from error
    try:
        _place(folder, name, raw)
        _check_place(root, path, folder, name)
    except FileExistsError as error:
        raise UserError(
            _("{path} exists already; nothing was written").format(path=path), exit_code=4
        ) from error
    except OSError as error:
        raise _failed(path, error) from error
    else:
        try:
            os.fsync(folder)
        except OSError:
            return False
        return True
    finally:
        with suppress(OSError):
            os.close(folder)


def replace(path: Path, raw: bytes) -> None:
    """Write a file in the place of an earlier one, whose mode it keeps; raises OSError.

    The bytes go to a temporary file beside it, reach the disk and take the name: the old file
    stands until then.
    """
    temporary = path.with_name(_temporary_name())
    try:
        with temporary.open("xb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
            if path.exists():
                os.fchmod(stream.fileno(), path.stat().st_mode & 0o7777)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _temporary_name() -> str:
    return f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"


def stands(root: Path, path: str, raw: bytes) -> bool:
    """True where the file holds exactly these bytes: what to tell after an interruption."""
    try:
        return (root / path).read_bytes() == raw
    except OSError:
        return False


def _failed(path: str, error: OSError) -> UserError:
    if error.errno in (errno.ELOOP, errno.ENOTDIR):
        message = _("{path}: a folder on the way is a link or a file; nothing was written")
        return UserError(message.format(path=path), exit_code=4)
    return UserError(
        _("{path} cannot be written: {reason}; nothing was changed").format(
            path=path, reason=error.strerror
        ),
        exit_code=3,
    )


def _open_folders(root: Path, folders: list[str]) -> int:
    """Return the innermost folder, open; each step is opened from the one before it."""
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for name in folders:
        try:
            try:
                inner = os.open(name, _FOLDER, dir_fd=handle)
            except FileNotFoundError:
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=handle)
                inner = os.open(name, _FOLDER, dir_fd=handle)
                with suppress(OSError):
                    os.fsync(handle)
        finally:
            os.close(handle)
        handle = inner
    return handle


def _place(folder: int, name: str, raw: bytes) -> None:
    temporary = _temporary_name()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        handle = os.open(temporary, flags, 0o666, dir_fd=folder)
        try:
            rest = memoryview(raw)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        _name(folder, temporary, name)
    finally:
        with suppress(OSError):
            os.unlink(temporary, dir_fd=folder)


def _name(folder: int, temporary: str, name: str) -> None:
    """Give the file its name, never taking it from another; raises FileExistsError then."""
    try:
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Under the lock nobody else of us can take the name between these two steps.
        try:
            os.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
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


def sweep(data: Path) -> int:
    """Delete the temporary files that dead runs of this user left; to be called under the lock.

    Returns how many there were; what cannot be deleted stays.
    """
    swept = 0
    for folder, _folders, names in os.walk(data):
        for name in names:
            if name.startswith(PREFIX) and name.endswith(SUFFIX):
                path = Path(folder, name)
                with suppress(OSError):
                    found = path.lstat()
                    if stat.S_ISREG(found.st_mode) and found.st_uid == os.getuid():
                        path.unlink()
                        swept += 1
    return swept
