"""Which folder holds a knowledge base, told from the names in its `data/` alone.

Free of every library, so that the shell's completion makes the choice that a command makes.
"""

import re
from pathlib import Path

from yhdyspinta_cli.diagnostic import quoted, visible
from yhdyspinta_cli.language import text as _

AGREEMENT = Path("data") / "agreement.yaml"
"""The file that every knowledge base has; a base without it is told as such."""


# Notepad ends the name in .txt, whatever was asked for; other names are easily taken for right.
_AGREEMENT = re.compile(r"agreements?\.(?:y.*ml|json|txt)(?:\.txt)?", re.IGNORECASE)
_FILES = frozenset({"parties.yaml", "programme.yaml", "goals.yaml", "obligations.yaml"})
_FOLDERS = frozenset({"measures", "bodies"})


def marks(root: Path) -> tuple[str, ...]:
    """Return the names in `root`/data that tell a knowledge base, sorted; none where it is not one.

    A folder whose data may not be read is one, too, and so is one whose agreement is a link that
    leads nowhere: `validate` tells what is wrong with it.
    """
    data = root / AGREEMENT.parent
    try:
        found = sorted(data.iterdir()) if data.is_dir() else []
        return tuple(
            path.name + ("/" if path.name in _FOLDERS else "")
            for path in found
            if _AGREEMENT.fullmatch(path.name)
            or path.name in _FILES
            or (path.name in _FOLDERS and path.is_dir())
        )
    except OSError:
        return (AGREEMENT.name,)


def nearest(here: Path) -> Path | None:
    """Return the nearest folder from `here` upwards that holds a knowledge base."""
    return next((folder for folder in (here, *here.parents) if marks(folder)), None)


def passed_by(*folders: Path) -> str | None:
    """Return which is the first folder in one of these that may be meant for data, and why it is
    none; None where there is no such folder.
    """
    for folder in folders:
        try:
            alike = [path for path in folder.iterdir() if path.name.casefold() == "data"]
            data = next((path for path in sorted(alike, reverse=True) if path.is_dir()), None)
            if data is not None:
                return _("{path} was seen, and is no knowledge base: {why}").format(
                    path=visible(str(data)), why=_why_none(data)
                )
        except OSError:
            continue
    return None


def _why_none(data: Path) -> str:
    if data.name != AGREEMENT.parent.name:
        return _("its name is not data, in small letters")
    if not any(data.iterdir()):
        return _("it is empty")
    return _("there is no {file} in it, and nothing else of a knowledge base").format(
        file=AGREEMENT.name
    )


def repository(root: Path) -> Path:
    """Return the root of the git repository in which a knowledge base stands, else its own folder.

    A worktree and a submodule have a file where a clone has a folder.
    """
    found = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    return next(found, root)


def no_agreement(root: Path) -> tuple[str, str] | None:
    """Return that the agreement of the base in `root` is misnamed or missing, and what to do.

    None where it is there, and where `root` holds no knowledge base.
    """
    found = marks(root)
    if not found or AGREEMENT.name in found:
        return None
    misnamed = [name for name in found if _AGREEMENT.fullmatch(name)]
    message = _("no agreement: {path} was looked for, and data/ has only {found}").format(
        path=root / AGREEMENT, found=", ".join(quoted(name) for name in found)
    )
    if misnamed:
        return message, _("rename {found} to {right}").format(
            found=f"data/{misnamed[0]}", right=AGREEMENT.as_posix()
        )
    return message, _(
        "write it: 'yp keys agreement' tells its keys; what 'yp init' began the same line completes"
    )
