"""The months, quarters, half-years and years of the calendar, and several of them as one."""

from datetime import date, timedelta
from typing import Literal, assert_never

from dateutil.relativedelta import relativedelta

from yhdyspinta_cli.facts.spans import Span

PartOfYear = Literal["month", "quarter", "half-year", "year"]


def _months(per: PartOfYear) -> int:
    match per:
        case "month":
            return 1
        case "quarter":
            return 3
        case "half-year":
            return 6
        case "year":
            return 12
        case _:
            assert_never(per)


def window(per: PartOfYear, every: int, anchor: date, day: date) -> Span:
    """Return the period, or the several that count as one, in which a day lies."""
    months = _months(per)
    length = months * every
    first = _month_number(anchor) // months * months
    begun = first + (_month_number(day) - first) // length * length
    start = date(begun // 12, begun % 12 + 1, 1)
    return Span(start, start + relativedelta(months=length) - timedelta(days=1))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def due_in(window: Span, due: str) -> date:
    """Return the day of a period; a day that its month does not have is the month's last."""
    month, day = (1, int(due)) if "-" not in due else (int(due[:2]), int(due[3:]))
    return window.start + relativedelta(months=month - 1, day=day)


def key(per: PartOfYear, every: int, window: Span) -> str:
    """Return ``2024``, ``2024-h1``, ``2024-q3``, ``2024-05``; of several the first and the last."""
    first = _part_key(per, window.start)
    return first if every == 1 else f"{first}--{_part_key(per, window.end)}"


def _part_key(per: PartOfYear, day: date) -> str:
    match per:
        case "month":
            return f"{day.year}-{day.month:02}"
        case "quarter":
            return f"{day.year}-q{(day.month + 2) // 3}"
        case "half-year":
            return f"{day.year}-h{(day.month + 5) // 6}"
        case "year":
            return str(day.year)
        case _:
            assert_never(per)
