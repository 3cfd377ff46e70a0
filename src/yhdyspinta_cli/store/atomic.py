"""A file that is there whole or not at all: a new one, or one in the place of an earlier one.

The bytes of a new file go to a temporary file on the same disk, reach the disk, and get their
name by an exclusive link, never another file's; the folder follows. No step follows a symbolic
link.
"""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import git_folder, temporary

_DEAD = 3600
"""After how many seconds a file in git's folder is nobody's: not all who write hold a lock."""


def create(root: Path, path: str, raw: bytes) -> bool:
    """Create the file `path` (below `root`, forward slashes) with these bytes.

    Missing folders are made. Returns whether the disk confirmed the folder, too. Raises
    UserError, the old state standing: exit 4 where the name is taken or a folder is a link,
    exit 3 for any other fault of the file system.
    """
    try:
        # Where a folder can be held open, no other program can put another in its place.
        if os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY"):
            from yhdyspinta_cli.store import new_by_handle

            return new_by_handle.create(root, path, raw)
        from yhdyspinta_cli.store import new_by_path

        return new_by_path.create(root, path, raw)
    except FileExistsError as error:
        raise UserError(
            _("{path} exists already; nothing was written").format(path=path), exit_code=4
        ) from error
    except OSError as error:
        raise _failed(path, error) from error


def replace(path: Path, raw: bytes) -> None:
    """Write a file in the place of an earlier one, whose mode it keeps; raises OSError.

    The bytes go to a temporary file on the same disk, reach the disk and take the name: the old
    file stands until then.
    """
    *better, last = temporary.places(path.parent)
    for place in better:
        with suppress(OSError):
            _replace(path, raw, place)
            return
    _replace(path, raw, last)


def _replace(path: Path, raw: bytes, place: Path) -> None:
    made = place / temporary.name()
    try:
        with made.open("xb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            made.chmod(path.stat().st_mode & 0o7777)
        made.replace(path)
    finally:
        with suppress(OSError):
            made.unlink()


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


def sweep(data: Path) -> int:
    """Delete the temporary files that dead runs of this user left; to be called under the lock.

    Returns how many there were; what cannot be deleted stays.
    """
    swept = 0
    for folder, _folders, names in os.walk(data):
        swept += sum(_is_swept(Path(folder, one)) for one in names if temporary.is_temporary(one))
    in_git = git_folder.of(data)
    if in_git is not None:
        long_ago = time.time() - _DEAD
        swept += sum(
            _is_swept(path, before=long_ago)
            for path in in_git.glob(f"{temporary.PREFIX}*{temporary.SUFFIX}")
        )
    return swept


def _is_swept(path: Path, *, before: float | None = None) -> bool:
    """Return whether a plain file of this user, last written before a moment, could be deleted."""
    # Windows knows no number of a user: there it is the folder that lets others write or not.
    user = getattr(os, "getuid", None)
    with suppress(OSError):
        found = path.lstat()
        is_own = stat.S_ISREG(found.st_mode) and (user is None or found.st_uid == user())
        if is_own and (before is None or found.st_mtime < before):
            path.unlink()
            return True
    return False
