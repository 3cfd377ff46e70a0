"""The textures of a picture, which tell the states apart beside colours and letters."""

from typing import assert_never

from yhdyspinta_cli.vocabulary import Situation
from yhdyspinta_cli.wording.states import LOOKS, Stroke

_STEP = 5.0
"""How far the lines of a texture are from one another."""


def path(state: Situation, x: float, y: float, width: float, height: float) -> str:
    """Return the path of a state's texture inside a box; empty for a plain one."""
    return "".join(lines(stroke, x, y, width, height) for stroke in LOOKS[state].texture)


def lines(stroke: Stroke, x: float, y: float, width: float, height: float) -> str:
    """Return the path of one kind of lines inside a box."""
    match stroke:
        case "falling":
            return _falling(x, y, width, height)
        case "rising":
            return _rising(x, y, width, height)
        case "upright":
            return _upright(x, y, width, height)
        case "level":
            return _level(x, y, width, height)
        case "wide-upright":
            return _upright(x, y, width, height, 2 * _STEP)
        case "wide-level":
            return _level(x, y, width, height, 2 * _STEP)
        case _:
            assert_never(stroke)


def _upright(x: float, y: float, width: float, height: float, step: float = _STEP) -> str:
    steps = range(1, int(width / step) + 1)
    return "".join(f"M{rounded(x + n * step)} {rounded(y)}V{rounded(y + height)}" for n in steps)


def _level(x: float, y: float, width: float, height: float, step: float = _STEP) -> str:
    steps = range(1, int(height / step) + 1)
    return "".join(f"M{rounded(x)} {rounded(y + n * step)}H{rounded(x + width)}" for n in steps)


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
