"""Git's own folder, found without git: what lies in it no `git add` can pick up."""

from contextlib import suppress
from pathlib import Path

_POINTER = "gitdir:"


def of(folder: Path) -> Path | None:
    """Return the folder in which git keeps what it knows of a folder; None where it knows none.

    In a worktree or a submodule `.git` is a file that names it.
    """
    folder = folder.resolve()
    for parent in (folder, *folder.parents):
        found = _named(parent / ".git")
        if found is not None:
            return found
    return None


def _named(path: Path) -> Path | None:
    """Return the folder of git that `.git` is or names, None where it is neither."""
    with suppress(OSError, ValueError):
        if path.is_file():
            said = path.read_text("utf-8").strip()
            if not said.startswith(_POINTER):
                return None
            path = path.parent / said.removeprefix(_POINTER).strip()
        if (path / "HEAD").is_file():
            return path
    return None
