"""Files on their way to their name: how they are called, where they lie, how dead ones go.

They lie in git's own folder where that can hold them, so that no `git add` picks up what a killed
run leaves; else beside the file that they become.
"""

import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.store import git_folder

PREFIX, SUFFIX = ".yp-", ".tmp"
_DEAD = 3600
"""After how many seconds a file in git's folder is nobody's: not all who write hold a lock."""


def name() -> str:
    """Return a name that no other file has."""
    return f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"


def places(folder: Path) -> Iterator[Path]:
    """Yield where a file that gets its name in a folder may lie until then, the best place first.

    A name is given on one file system only.
    """
    in_git = git_folder.of(folder)
    with suppress(OSError):
        if in_git is not None and in_git.stat().st_dev == folder.stat().st_dev:
            yield in_git
    yield folder


def sweep(data: Path) -> int:
    """Delete the temporary files that dead runs of this user left; to be called under the lock.

    Returns how many there were; what cannot be deleted stays.
    """
    swept = 0
    for folder, _folders, names in os.walk(data):
        swept += sum(_is_swept(Path(folder, one)) for one in names if is_temporary(one))
    in_git = git_folder.of(data)
    if in_git is not None:
        long_ago = time.time() - _DEAD
        swept += sum(_is_swept(path, before=long_ago) for path in in_git.glob(f"{PREFIX}*{SUFFIX}"))
    return swept


def is_temporary(name: str) -> bool:
    """True for the name of such a file."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)


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
