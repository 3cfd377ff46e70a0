"""Where a user's caches are, as the system has it."""

import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "yhdyspinta-cli"


def caches(environment: Mapping[str, str]) -> Path:
    """Return the folder for this program's caches; it need not be there.

    Raises ImportError where a system has less than it says, RuntimeError where there is no home.
    """
    # As the XDG Base Directory Specification has it, which a test asks of platformdirs: that is
    # imported for other systems, since it takes a fortieth of a question.
    if sys.platform == "linux":
        for name, below in (("XDG_CACHE_HOME", ""), ("HOME", ".cache")):
            folder = Path(environment.get(name, ""))
            if folder.is_absolute():
                return folder / below / _NAME
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)
