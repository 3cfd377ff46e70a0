"""The numbers of the small pictures of an indicator: a line in time, marks a year, n of m.

Pure arithmetic, as in `charts`: coordinates are rounded to a tenth, so that the same data gives
the same bytes. A picture is never alone: the values stand beside it in words.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import hatching
from yhdyspinta_cli.report.hatching import rounded

WIDTH, HEIGHT, EDGE = 120.0, 30.0, 4.0
"""A small picture's size, and the room that is left free around what is drawn."""

Answer = Literal["yes", "no", "unknown"]
"""What is known of a yes-or-no question at the end of a year."""


@frozen
class Point:
    """A number and the day it is of."""

    day: date
    value: Decimal


@frozen
class Place:
    """Where something stands in a picture."""

    x: float
    y: float


@frozen
class Sparkline:
    """Numbers in time: the line as a path, a dot a number; the heights of target and baseline.

    `target` and `baseline` are None where there is none, or none that is a number.
    """

    width: float
    height: float
    path: str
    dots: tuple[Place, ...]
    target: float | None
    baseline: float | None


def sparkline(
    points: Sequence[Point], target: Decimal | None = None, baseline: Decimal | None = None
) -> Sparkline | None:
    """Return the line of these numbers, by day; None where there are fewer than two.

    A day's place is told by time, so that a year without a number is as wide as any other. The
    target and the baseline are within the scale: how far there is to go can be seen.
    """
    if len(points) < 2:
        return None
    ordered = sorted(points, key=lambda point: point.day)
    levels = [point.value for point in ordered]
    levels += [level for level in (target, baseline) if level is not None]
    low, high = min(levels), max(levels)
    start, end = ordered[0].day.toordinal(), ordered[-1].day.toordinal()

    def across(day: date) -> float:
        share = (day.toordinal() - start) / (end - start) if end > start else 0.5
        return rounded(EDGE + share * (WIDTH - 2 * EDGE))

    def down(level: Decimal) -> float:
        share = float((level - low) / (high - low)) if high > low else 0.5
        return rounded(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))

    dots = tuple(Place(across(point.day), down(point.value)) for point in ordered)
    return Sparkline(
        WIDTH,
        HEIGHT,
        "M" + "L".join(f"{dot.x} {dot.y}" for dot in dots),
        dots,
        None if target is None else down(target),
        None if baseline is None else down(baseline),
    )


@frozen
class AnswerMark:
    """A year's answer to a yes-or-no question: its mark, and the line of its name beneath."""

    year: int
    answer: Answer
    x: float
    side: float


def answer_marks(answers: Sequence[tuple[int, Answer]]) -> tuple[AnswerMark, ...]:
    """Return a mark for each year's answer, from left to right."""
    step, side = 40.0, 14.0
    return tuple(
        AnswerMark(year, answer, rounded(number * step + (step - side) / 2), side)
        for number, (year, answer) in enumerate(answers)
    )


@frozen
class ShareBar:
    """n of m as a bar: how wide the whole is, and the parts of those who said yes and no.

    `hatch` is the path of the lines over those who said no.
    """

    width: float
    height: float
    yes: float
    no: float
    hatch: str


def share_bar(yes: int, no: int, total: int) -> ShareBar | None:
    """Return the bar of how many of `total` said yes, and how many no; None of nobody."""
    if total < 1:
        return None
    scale, height = WIDTH / total, 14.0
    hatch = hatching.lines("rising", yes * scale, 1.0, no * scale, height)
    return ShareBar(WIDTH, height, rounded(yes * scale), rounded(no * scale), hatch)
