"""Which folder holds a knowledge base, told from the names in its `data/` alone.

Free of every library, so that the shell's completion makes the choice that a command makes.
"""

import re
from pathlib import Path

AGREEMENT = Path("data") / "agreement.yaml"
"""The file that every knowledge base has; a base without it is told as such."""


_AGREEMENT = re.compile(r"agreement\.y.*ml", re.IGNORECASE)


def marks(root: Path) -> tuple[str, ...]:
    """Return the names in `root`/data that tell a knowledge base, sorted; none where it is not one.

    A folder whose data may not be read is one, too, and so is one whose agreement is a link that
    leads nowhere: `validate` tells what is wrong with it.
    """
    data = root / AGREEMENT.parent
    try:
        found = sorted(data.iterdir()) if data.is_dir() else []
        return tuple(
            path.name + ("/" if path.name == "measures" else "")
            for path in found
            if _AGREEMENT.fullmatch(path.name)
            or path.name == "parties.yaml"
            or (path.name == "measures" and path.is_dir())
        )
    except OSError:
        return (AGREEMENT.name,)


def nearest(here: Path) -> Path | None:
    """Return the nearest folder from `here` upwards that holds a knowledge base."""
    return next((folder for folder in (here, *here.parents) if marks(folder)), None)
