"""Files on their way to their name: how they are called and where they lie.

They lie in git's own folder where that can hold them, so that no `git add` picks up what a killed
run leaves; else beside the file that they become.
"""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.store import git_folder

PREFIX, SUFFIX = ".yp-", ".tmp"


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


def is_temporary(name: str) -> bool:
    """True for the name of such a file."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)
