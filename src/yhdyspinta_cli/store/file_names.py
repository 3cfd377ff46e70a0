"""What the name of a file says of where it comes from: a copy, a system's own, one of a device."""

import re
from collections.abc import Iterable

from yhdyspinta_cli.language import text as _

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.I)
_OF_A_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r"})
"""What is not hidden; ``.DS_Store`` is."""


def is_left_behind(name: str) -> bool:
    """True for what an editor or an operating system leaves behind: it is not data."""
    begin, end = name[:1], name[-1:]
    return begin == "." or end == "~" or begin == end == "#" or is_of_a_system(name)


def is_of_a_system(name: str) -> bool:
    """True for what Windows or macOS leaves in a folder that somebody has looked at."""
    return name.lower() in _OF_A_SYSTEM


def is_of_a_device(name: str) -> bool:
    """True for a name that Windows keeps for a device, whatever its ending: ``aux.yaml``."""
    return _DEVICE.fullmatch(name) is not None


def copied(name: str, among: Iterable[str]) -> str | None:
    """Return which of the files of its folder a file was copied from, as far as its name tells.

    ``ruoka-apu (1).yaml``, ``ruoka-apu-laptop.yaml`` and ``Copy of ruoka-apu.yaml`` come from
    ``ruoka-apu.yaml``; the longest name is taken, None where none fits.
    """
    stem, dot, ending = name.rpartition(".")
    found = (
        one
        for one in among
        if one != name and one.endswith(dot + ending) and _is_made_of(stem.lower(), one)
    )
    return max(found, key=len, default=None)


def _is_made_of(stem: str, other: str) -> bool:
    first = other.rpartition(".")[0].lower()
    if stem.startswith(first):
        return re.match(r"[^a-z0-9]", stem[len(first) :]) is not None
    return stem.endswith(f" {first}")


def copy_hint(original: str) -> str:
    """Return what to do with a copy that a program has left."""
    return _(
        "it may be a copy of {original} left by OneDrive or the like: compare the two and "
        "delete it; what is meant as a record of its own needs ids of its own"
    ).format(original=original)
