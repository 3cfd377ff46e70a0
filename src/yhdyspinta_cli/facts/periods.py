"""Rhythms as periods: pure arithmetic on days, without events and without a clock.

A rhythm cuts the span of an obligation into periods so that every day of the span lies in
exactly one of them: calendar years, council terms, or the whole span for what must be done once
by a day. What is done when something happens has no periods.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.duties import CouncilTerm, Obligation
from yhdyspinta_cli.model.fields import LATEST, Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, the first and the last included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Period:
    """A part of an obligation's span in which something must happen `needed` times.

    `key` is unique within the obligation and does not change: the year, the id of the council
    term, ``by-2024``. `start` and `end` are inside the span. `due` is the last day on which it
    is done in time: `end`, or the day by which it must be done once. `is_whole` is False where
    the span holds only a part of the period, so that the source does not say how much of it is
    owed. `term` is the council term; `is_known` is False for days of which no term is recorded.
    """

    key: str
    start: date
    end: date
    due: date
    needed: int
    is_whole: bool = True
    term: CouncilTerm | None = None
    is_known: bool = True

    def holds(self, day: date) -> bool:
        """True for the days of the period, the first and the last included."""
        return self.start <= day <= self.end

    def touches(self, year: int) -> bool:
        """True where a day of this year lies between the period's start and its due day."""
        return self.start.year <= year <= max(self.due, self.start).year


def of_obligation(
    kb: KnowledgeBase, obligation: Obligation, until: date | None = None
) -> tuple[Period, ...]:
    """Return the periods of an obligation in order; none where it has no rhythm in time.

    Where nothing ends it, those up to the one that holds the day `until`, else all to 2099.
    """
    terms = [term for term in kb.terms if term.council == (obligation.council or "municipal")]
    return of_rhythm(obligation.rhythm, span(kb, obligation, terms, until), terms)


def _horizon(rhythm: Rhythm, terms: Iterable[CouncilTerm], start: date, until: date | None) -> date:
    """Return where the periods of what has no end are cut, never inside a period."""
    if until is None:
        return LATEST
    until = max(until, start)
    days = [date(until.year, 12, 31)]
    days += [rhythm.by.last] if rhythm.by is not None else []
    days += [term.end for term in terms if rhythm.per == "term" and term.start <= days[0]]
    return max(days)


def span(
    kb: KnowledgeBase,
    obligation: Obligation,
    terms: Iterable[CouncilTerm],
    until: date | None = None,
) -> Span:
    """Return the days on which an obligation holds.

    From the start of its first period, else of the agreement's validity, to its own end, else
    the agreement's last day, else as far as is asked. Where it recurs by council
    terms, a term that begins within `first` is the first period ("seuraavat vuonna 2025": the
    term that begins in 2025).
    """
    first = obligation.first
    start = first.first if first else agreement.first_day(kb)
    match obligation.rhythm.per:
        case "term":
            if first is not None:
                begun = [term.start for term in terms if first.first <= term.start <= first.last]
                start = min(begun, default=start)
        case "year" | None:
            pass
        case _:
            assert_never(obligation.rhythm.per)
    last = obligation.end or agreement.last_day(kb)
    return Span(start, last or _horizon(obligation.rhythm, terms, start, until))


def is_timeless(rhythm: Rhythm) -> bool:
    """True for what has no periods: it is done when something happens, or no rhythm is said."""
    return rhythm.per is None and rhythm.by is None


def of_rhythm(rhythm: Rhythm, days: Span, terms: Iterable[CouncilTerm]) -> tuple[Period, ...]:
    """Return the periods into which a rhythm cuts a span; an empty span has none."""
    if days.end < days.start:
        return ()
    match rhythm.per:
        case "year":
            return tuple(_years(days, rhythm.times))
        case "term":
            return tuple(_terms(days, rhythm.times, terms))
        case None:
            return (_once(days, rhythm.by, rhythm.times),) if rhythm.by is not None else ()
        case _:
            assert_never(rhythm.per)


def _once(days: Span, by: Moment, times: int) -> Period:
    due = min(by.last, days.end)
    whole = days.start <= by.last <= days.end
    return Period(f"by-{by.written}", days.start, days.end, due, times, whole)


def _years(days: Span, times: int) -> Iterator[Period]:
    for year in range(days.start.year, days.end.year + 1):
        first, last = date(year, 1, 1), date(year, 12, 31)
        start, end = max(first, days.start), min(last, days.end)
        yield Period(str(year), start, end, end, times, (start, end) == (first, last))


def _terms(days: Span, times: int, terms: Iterable[CouncilTerm]) -> Iterator[Period]:
    """Yield a period a council term, and one for every run of days that no term covers.

    Where two terms overlap, the earlier one holds to its last day.
    """
    day = days.start
    for term in sorted(terms, key=lambda term: (term.start, term.end, term.id)):
        if day > days.end or term.start > days.end:
            break
        if term.end < max(day, term.start):
            continue
        if day < term.start:
            yield _unknown(day, term.start - _DAY, times)
            day = term.start
        end = min(term.end, days.end)
        whole = (day, end) == (term.start, term.end)
        yield Period(term.id, day, end, end, times, whole, term)
        day = end + _DAY
    if day <= days.end:
        yield _unknown(day, days.end, times)


def _unknown(start: date, end: date, times: int) -> Period:
    key = f"no-term-{start.isoformat()}"
    return Period(key, start, end, end, times, is_whole=False, is_known=False)
