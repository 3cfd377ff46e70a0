"""The months, quarters, half-years and years of the calendar, and several of them as one.

A kind of period of the calendar is one case of `_cut`; everything else follows from it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_never

from dateutil.relativedelta import relativedelta

from yhdyspinta_cli.facts.spans import Span
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary import PartOfYear

FIRST_YEAR, LAST_YEAR = 1000, 9000
"""The years within which periods lie: far beyond the days that data may have."""


@frozen
class _Cut:
    """How a kind of period cuts the calendar.

    `number` numbers the periods through the years by a day in them, `start` gives the first day
    of a number, `key` the name of the period in which a day lies: ``2024-q3``.
    """

    number: Callable[[date], int]
    start: Callable[[int], date]
    key: Callable[[date], str]


def _cut(per: PartOfYear) -> _Cut:
    match per:
        case "month":
            return _months(1, lambda day: f"{day.year}-{day.month:02}")
        case "quarter":
            return _months(3, lambda day: f"{day.year}-q{(day.month + 2) // 3}")
        case "half-year":
            return _months(6, lambda day: f"{day.year}-h{(day.month + 5) // 6}")
        case "year":
            return _months(12, lambda day: str(day.year))
        case _:
            assert_never(per)


def _months(n: int, key: Callable[[date], str]) -> _Cut:
    """So many months, of which the first year's January begins the first."""
    return _Cut(
        lambda day: (day.year * 12 + day.month - 1) // n,
        lambda number: _first_day(number * n),
        key,
    )


def _first_day(months: int) -> date:
    """Return the first day of a month, counted from the year 0, as far as the calendar goes.

    Years that no data has (`every: 1000000000`) end where it ends: such a period holds every day.
    """
    year, month = divmod(min(max(months, FIRST_YEAR * 12), LAST_YEAR * 12), 12)
    return date(year, month + 1, 1)


def window(per: PartOfYear, every: int, anchor: date, day: date) -> Span:
    """Return the period, or the several that count as one, in which a day lies."""
    cut = _cut(per)
    first = cut.number(anchor)
    begun = first + (cut.number(day) - first) // every * every
    return Span(cut.start(begun), cut.start(begun + every) - timedelta(days=1))


def begun(per: PartOfYear, day: date) -> date:
    """Return from when a law that holds on a day has its periods counted: the year's first."""
    return _cut(per).start(_cut(per).number(date(day.year, 1, 1)))


def due_in(window: Span, due: str) -> date:
    """Return the day of a period; a day that its month does not have is the month's last."""
    month, day = (1, int(due)) if "-" not in due else (int(due[:2]), int(due[3:]))
    return window.start + relativedelta(months=month - 1, day=day)


def key(per: PartOfYear, every: int, window: Span) -> str:
    """Return ``2024``, ``2024-h1``, ``2024-q3``, ``2024-05``; of several the first and the last."""
    cut = _cut(per)
    first = cut.key(window.start)
    return first if every == 1 else f"{first}--{cut.key(window.end)}"
