"""The periods of rhythms in words: each kind of period is one entry, for all that is said of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_of_year_text, later, month_name, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import PERS, Per, closed


@frozen
class _Words:
    """What is said of a kind of period.

    `name` is its own word; `times` says how many times in each, `every` once in so many of them;
    `one` names the period in which a day lies, where the data has no name for it. `by_day` says
    how often where its due day is told, if not as `times` does.
    """

    name: str
    times: Callable[[int], str]
    every: Callable[[int], str]
    one: Callable[[date], str]
    by_day: str | None = None


_WORDS: Mapping[Per, _Words] = closed(
    PERS,
    {
        "month": _Words(
            later("month"),
            times=lambda n: plural("monthly", "{n} times a month", n),
            every=lambda n: plural("every month", "every {n} months", n),
            one=lambda day: f"{month_name(day.month)} {day.year}",
        ),
        "quarter": _Words(
            later("quarter"),
            times=lambda n: plural("quarterly", "{n} times a quarter", n),
            every=lambda n: plural("every quarter", "every {n} quarters", n),
            one=lambda day: _("quarter {n} of {year}").format(
                n=(day.month + 2) // 3, year=day.year
            ),
        ),
        "half-year": _Words(
            later("half-year"),
            times=lambda n: plural("once a half-year", "{n} times a half-year", n),
            every=lambda n: plural("every half-year", "every {n} half-years", n),
            one=lambda day: _("half {n} of {year}").format(n=(day.month + 5) // 6, year=day.year),
        ),
        "year": _Words(
            later("year"),
            times=lambda n: plural("once a year", "{n} times a year", n),
            every=lambda n: (
                _("every second year") if n == 2 else plural("every year", "every {n} years", n)
            ),
            one=lambda day: str(day.year),
            by_day=later("yearly"),
        ),
        "term": _Words(
            later("council term"),
            times=lambda n: plural("once a council term", "{n} times a council term", n),
            every=lambda n: plural("every council term", "every {n} council terms", n),
            one=lambda day: _("council term"),
        ),
    },
)

NAMES: Mapping[str, str] = {per: words.name for per, words in _WORDS.items()}
"""The word of each kind of period, to be translated."""


def times(per: Per, n: int, *, by_day: bool = False) -> str:
    """Return ``monthly``, ``2 times a year``; ``yearly`` where `by_day` its day is told, too."""
    words = _WORDS[per]
    return _(words.by_day) if by_day and n == 1 and words.by_day else words.times(n)


def every(per: Per, n: int) -> str:
    """Return ``every second year``, ``every 4 years``."""
    return _WORDS[per].every(n)


def one(per: Per, day: date) -> str:
    """Return what the period is called in which a day lies: ``quarter 2 of 2024``."""
    return _WORDS[per].one(day)


def due_day(per: Per, due: str) -> str:
    """Return the day in each period: ``30 April``, ``day 15 of the month``."""
    if "-" not in due:
        return _("day {day} of the month").format(day=due)
    month, day = int(due[:2]), int(due[3:])
    match per:
        case "year":
            return day_of_year_text(month, day)
        case "quarter" | "half-year":
            return _("day {day} of its month {month}").format(day=day, month=month)
        case "month" | "term":
            raise ValueError(f"a {per} has no day {due}")
        case _:
            assert_never(per)
