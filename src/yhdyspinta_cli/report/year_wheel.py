"""The year wheel: what stands in each month, and the numbers of its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import calendar
from yhdyspinta_cli.report.charts import WIDTH
from yhdyspinta_cli.report.hatching import rounded
from yhdyspinta_cli.wording.names import name


@dataclass(frozen=True, slots=True)
class WheelMark:
    """Something in the year wheel: an event, a due day, a border of a term or of the agreement.

    `is_fixed` is False for what is still to be met or whose day is not known. `whose` is the body
    or the party of an event, empty where its name says it. `code` is that of a measure that is due,
    `is_late` that its day has passed and it is not completed.
    """

    kind: str
    name: str
    whose: str
    start: date
    end: date
    is_fixed: bool
    number: int
    code: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Wheel:
    """The year: what stands in each of the twelve months, and what may be at any time of it."""

    months: tuple[tuple[WheelMark, ...], ...]
    any_time: tuple[WheelMark, ...]


def wheel(kb: KnowledgeBase, found: calendar.Calendar) -> Wheel:
    """Return the year wheel: the same entries as `yp calendar` gives."""
    return Wheel(
        tuple(tuple(_mark(kb, entry) for entry in month.entries) for month in found.months),
        tuple(_mark(kb, entry) for entry in found.any_time),
    )


def _mark(kb: KnowledgeBase, entry: calendar.CalendarEntry) -> WheelMark:
    event = entry.record if isinstance(entry.record, Event) else None
    whose = name(kb, event.body or event.party) if event else ""
    needed = max((standing.needed for standing in entry.standings), default=1)
    return WheelMark(
        entry.kind,
        entry.record.name_shown,
        "" if whose == entry.record.name_shown else whose,
        entry.start,
        entry.end,
        not entry.is_tentative,
        needed,
        entry.measure.measure.code if entry.measure else "",
        entry.is_late,
    )


@dataclass(frozen=True, slots=True)
class Sector:
    """A month of the ring: its path, the place of its name and of its marks' number."""

    month: int
    path: str
    name_x: float
    name_y: float
    number_x: float
    number_y: float
    number: int
    has_happened: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """The year wheel: twelve sectors, January at the top, clockwise."""

    width: float
    height: float
    middle: float
    sectors: tuple[Sector, ...]


def ring(numbers: Sequence[tuple[int, bool]]) -> Ring:
    """Return the ring of a year from twelve pairs: how many entries, whether one has happened."""
    middle, outer, inner = WIDTH / 2, 147.0, 68.0
    sectors = []
    for index, (number, happened) in enumerate(numbers):
        start, end = _angle(index), _angle(index + 1)
        points = [_point(middle, outer, start), _point(middle, outer, end)]
        points += [_point(middle, inner, end), _point(middle, inner, start)]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
        path = (
            f"M{ax} {ay}A{outer} {outer} 0 0 1 {bx} {by}L{cx} {cy}A{inner} {inner} 0 0 0 {dx} {dy}Z"
        )
        centre = (start + end) / 2
        name_x, name_y = _point(middle, 125.0, centre)
        number_x, number_y = _point(middle, 92.0, centre)
        sectors.append(
            Sector(
                index + 1,
                path,
                name_x,
                rounded(name_y + 4),
                number_x,
                rounded(number_y + 6),
                number,
                happened,
            )
        )
    return Ring(WIDTH, WIDTH, middle, tuple(sectors))


def _angle(index: int) -> float:
    return -pi / 2 + index * pi / 6


def _point(middle: float, radius: float, angle: float) -> tuple[float, float]:
    return rounded(middle + radius * cos(angle)), rounded(middle + radius * sin(angle))
