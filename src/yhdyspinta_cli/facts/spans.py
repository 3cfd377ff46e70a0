"""Runs of days, with an end and without one."""

from calendar import monthrange
from datetime import date

from yhdyspinta_cli.frozen import frozen


@frozen
class Span:
    """A run of days, the first and the last included."""

    start: date
    end: date


@frozen
class Bounds:
    """From when and until when something holds; `end` is None where it has no end."""

    start: date
    end: date | None


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, the last of the month where there is none."""
    count = day.year * 12 + day.month - 1 - months
    year, month = max(count // 12, 1), count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
