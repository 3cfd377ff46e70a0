"""A file that is there whole or not at all: a new one, or one in the place of an earlier one.

The bytes of a new file go to a temporary file on the same disk, reach the disk, and get their
name by an exclusive link, never another file's; the folder follows. No step follows a symbolic
link.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import temporary


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
