"""The numbers of the bars of loads: how many measures name each actor.

Pure arithmetic, as in `charts`. A picture is never alone: the numbers stand beside it in a table.
"""

from collections.abc import Sequence

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import charts, rows
from yhdyspinta_cli.report.hatching import rounded


@frozen
class LoadBar:
    """How many measures name an actor: the name in lines, the bar's place and length.

    `is_part`: it is a part of the party above it, and its bar is thin. `before` is how many named
    it on the day compared with, None where there is none or nothing has changed.
    """

    lines: tuple[charts.NameLine, ...]
    number: int
    before: int | None
    x: float
    y: float
    length: float
    thickness: float
    is_part: bool


@frozen
class LoadBars:
    """A bar an actor, those of a party's parts below its own."""

    width: float
    height: float
    bars: tuple[LoadBar, ...]


def bars(found: Sequence[rows.LoadRow], before: Sequence[int]) -> LoadBars | None:
    """Return a bar for every actor of two measures or more; None where all bars are alike.

    Beside it stands how many there were before (`before`, one a row), where that is compared.
    """
    compared = before or (None,) * len(found)
    shown = [one for one in zip(found, compared, strict=True) if len(one[0].measures) > 1]
    if len({len(load.measures) for load, _then in shown}) < 2:
        return None
    most = max(len(load.measures) for load, _then in shown)
    made: list[LoadBar] = []
    y = 0.0
    for load, then in shown:
        x, thick = (14.0, 8.0) if load.is_part else (0.0, 13.0)
        lines = charts.name_lines(load.name, y)
        top = y + 14.0 * len(lines) + 2.0
        number = len(load.measures)
        length = number * (charts.WIDTH - 66.0) / most
        made.append(
            LoadBar(lines, number, then, x, rounded(top), rounded(length), thick, load.is_part)
        )
        y = top + thick + 6.0
    return LoadBars(charts.WIDTH, rounded(y), tuple(made))
