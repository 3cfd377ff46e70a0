"""What tells the states apart in a picture beside their colours: a letter and a texture."""

from yhdyspinta_cli.report.rows import DISPUTED
from yhdyspinta_cli.vocabulary import NO_INFORMATION

_STEP = 5.0
"""How far the lines of a texture are from one another."""

LETTERS: dict[str, dict[str, str]] = {
    "fi": {
        "completed": "V",
        "in-progress": "K",
        "not-started": "E",
        "paused": "II",
        "cancelled": "P",
        "merged": "Y",
        DISPUTED: "!",
        NO_INFORMATION: "?",
    },
    "en": {
        "completed": "C",
        "in-progress": "P",
        "not-started": "N",
        "paused": "II",
        "cancelled": "X",
        "merged": "M",
        DISPUTED: "!",
        NO_INFORMATION: "?",
    },
}
"""The letter of a state in a picture, by language; one for each state, so that they differ."""


def path(state: str, x: float, y: float, width: float, height: float) -> str:
    """Return the path of a state's texture inside a box; empty for a plain one."""
    if state == "in-progress":
        return _falling(x, y, width, height)
    if state == "paused":
        return _upright(x, y, width, height)
    if state == "cancelled":
        return _falling(x, y, width, height) + _rising(x, y, width, height)
    if state == "merged":
        return _level(x, y, width, height)
    if state == "not-started":
        return _rising(x, y, width, height)
    return ""


def _upright(x: float, y: float, width: float, height: float) -> str:
    steps = range(1, int(width / _STEP) + 1)
    return "".join(f"M{rounded(x + n * _STEP)} {rounded(y)}V{rounded(y + height)}" for n in steps)


def _level(x: float, y: float, width: float, height: float) -> str:
    steps = range(1, int(height / _STEP) + 1)
    return "".join(f"M{rounded(x)} {rounded(y + n * _STEP)}H{rounded(x + width)}" for n in steps)


def _rising(x: float, y: float, width: float, height: float) -> str:
    """Diagonals from the lower left to the upper right, cut to the box."""
    parts = []
    for n in range(1, int((width + height) / _STEP) + 1):
        cut = n * _STEP
        ax, ay = max(0.0, cut - height), min(cut, height)
        bx, by = min(cut, width), max(0.0, cut - width)
        if bx > ax:
            parts.append(
                f"M{rounded(x + ax)} {rounded(y + ay)}L{rounded(x + bx)} {rounded(y + by)}"
            )
    return "".join(parts)


def _falling(x: float, y: float, width: float, height: float) -> str:
    """Diagonals from the upper left to the lower right, cut to the box."""
    parts = []
    for n in range(1, int((width + height) / _STEP) + 1):
        cut = n * _STEP
        ax, ay = max(0.0, cut - height), max(0.0, height - cut)
        bx, by = min(cut, width), min(height, height - cut + width)
        if bx > ax:
            parts.append(
                f"M{rounded(x + ax)} {rounded(y + ay)}L{rounded(x + bx)} {rounded(y + by)}"
            )
    return "".join(parts)


def rounded(value: float) -> float:
    """Round to a tenth; minus zero would change the bytes."""
    return round(value, 1) + 0.0
