"""The revision that the data is at, told by git itself."""

from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.history import program


def revision(root: Path) -> str | None:
    """Return the latest commit of the data, twelve letters of it; ``+`` where data has changed.

    None where there is no git, no commit of the data, or only a part of the history.
    """
    try:
        found = program.run(root, "log", "-1", "--format=%H", "--", "data")
        if (
            found.code
            or not found.out
            or (program.run(root, "rev-parse", "--is-shallow-repository").out != "false")
        ):
            return None
        changed = program.run(root, "status", "--porcelain", "--", "data").out
    except UserError:
        return None
    return found.out[:12] + ("+" if changed else "")
