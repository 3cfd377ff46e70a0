"""The year as a strip: month by month what was held, what is to come, what was missed."""

from datetime import date
from typing import Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries import calendar
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry
from yhdyspinta_cli.report import hatching
from yhdyspinta_cli.report.hatching import rounded

Row = Literal["held", "to-come", "missed"]

ROWS: tuple[Row, ...] = get_args(Row)
"""What the strip tells, from the top: events; what is owed after the day; what was not done."""

_LEVEL = 26.0

Counts = tuple[tuple[Row, tuple[int, ...]], ...]
"""How many in each month (twelve numbers), a row each."""


@frozen
class Mark:
    """A day of the year that is neither an event nor an obligation's: a border, a due measure.

    `code` is that of the measure, `is_late` that its day has passed and it is not completed.
    """

    kind: str
    name: str
    start: date
    end: date
    code: str
    is_late: bool


@frozen
class Box:
    """A month of a row: how many, where; `hatch` is the path of its lines, mostly empty."""

    row: Row
    number: int
    x: float
    y: float
    hatch: str


@frozen
class Strip:
    """Twelve months in three rows; a box wherever there is something; `left` is room for words.

    `side` is how wide a month is, `level` how high a row.
    """

    width: float
    height: float
    left: float
    side: float
    level: float
    boxes: tuple[Box, ...]
    rows: tuple[tuple[Row, float], ...]


def dates(found: calendar.Calendar) -> tuple[Mark, ...]:
    """Return what stands in a calendar beside events and obligations, by day."""
    return tuple(
        Mark(
            entry.kind,
            entry.record.name_shown,
            entry.start,
            entry.end,
            entry.measure.measure.code if entry.measure else "",
            entry.is_late,
        )
        for entry in found.entries
        if entry.kind not in ("event", "due")
    )


def counts(found: calendar.Calendar) -> Counts:
    """Return how many entries of each row every month has, as the calendar tells them.

    An obligation of which one who must do it has missed it is missed; one that nobody still has to
    do is in no row, for the events by which it was done are.
    """
    numbers: dict[Row, list[int]] = {row: [0] * 12 for row in ROWS}
    for entry in found.entries:
        row = _row(entry)
        if row is not None:
            numbers[row][entry.start.month - 1] += 1
    return tuple((row, tuple(numbers[row])) for row in ROWS)


def _row(entry: CalendarEntry) -> Row | None:
    if entry.kind == "event":
        return "held"
    states = {standing.state for standing in entry.standings}
    if "missed" in states:
        return "missed"
    return "to-come" if "due" in states else None


def strip(found: Counts) -> Strip | None:
    """Return the boxes of a year; None where every month is like the others."""
    months = list(zip(*(numbers for _row, numbers in found), strict=True))
    if len(set(months)) < 2:
        return None
    left, side, top = 90.0, 46.0, 18.0
    shown = [(row, numbers) for row, numbers in found if any(numbers)]
    boxes = []
    for level, (row, numbers) in enumerate(shown):
        y = top + level * _LEVEL
        for month, number in enumerate(numbers):
            if number:
                x = left + month * side
                hatch = ""
                if row == "missed":
                    hatch = hatching.lines("rising", x + 2, y + 2, side - 4, _LEVEL - 4)
                boxes.append(Box(row, number, rounded(x + 2), rounded(y + 2), hatch))
    return Strip(
        left + 12 * side,
        top + len(shown) * _LEVEL + 4.0,
        left,
        side,
        _LEVEL,
        tuple(boxes),
        tuple(
            (row, rounded(top + level * _LEVEL + 17.0))
            for level, (row, _numbers) in enumerate(shown)
        ),
    )
