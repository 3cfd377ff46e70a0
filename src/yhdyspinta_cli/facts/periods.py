"""Rhythms as periods: pure arithmetic on days, without events and without a clock.

A rhythm cuts the span of an obligation into periods so that every day of the span lies in
exactly one of them: months, quarters, half-years, years, several of these, council terms, or the
whole span for what must be done once by a day. What is to be done so soon after an event has a
period for every day on which such an event happened. What is done when something happens has no
periods.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from dateutil.relativedelta import relativedelta

from yhdyspinta_cli.facts import agreement, windows
from yhdyspinta_cli.facts.spans import Bounds, Span
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Rhythm, Within
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import CouncilTerm, Obligation
from yhdyspinta_cli.vocabulary import RECURRENCES, PartOfYear

_DAY = timedelta(days=1)
_FAR = 80_000
"""So many days are more than the two centuries of data, so many months less than the calendar."""


@frozen
class Period:
    """A part of an obligation's span in which something must happen `needed` times.

    `key` is unique within the obligation and does not change: the year, ``2024-q1``, the id of the
    council term, ``by-2024``, ``after-2024-05-03``. `start` and `end` are inside the span. `due` is
    the last day on which it is done in time: `end`, or the day by which it must be done. `is_whole`
    is False where the span holds only a part of the period, so that the source does not say how
    much of it is owed. `term` is the council term, `window` the month, quarter, half-year or year
    (`per`), or several, of which the period is the part inside the span. `is_known` is False for
    days of which no term is recorded.
    """

    key: str
    start: date
    end: date
    due: date
    needed: int
    is_whole: bool = True
    term: CouncilTerm | None = None
    is_known: bool = True
    per: PartOfYear | None = None
    window: Span | None = None

    def holds(self, day: date) -> bool:
        """True for the days of the period, the first and the last included."""
        return self.start <= day <= self.end

    def touches(self, year: int) -> bool:
        """True where a day of this year lies between the period's start and its due day.

        What is owed by a day of the year is of that year also where its period goes on.
        """
        return self.start.year <= year <= max(self.due, self.start).year


def of_obligation(
    kb: KnowledgeBase,
    obligation: Obligation,
    until: date,
    *,
    by_law: bool,
    as_of: date | None = None,
    opened: Sequence[date] = (),
) -> tuple[Period, ...]:
    """Return the periods of an obligation in order; none where it has no rhythm in time.

    The agreement is as it stood on the day `as_of`, `until` where none is given: what extends or
    replaces it later changes no earlier answer. On days between two versions nothing is owed.

    `by_law` tells whether a law binds those who must do it: then it neither begins nor ends with
    the agreement. What has no end goes on to the period after the one that holds `until`.
    `opened` are the days on which events started its clock.
    """
    terms = [term for term in kb.terms if term.council == (obligation.council or "municipal")]
    rhythm = obligation.rhythm
    known = until if as_of is None else as_of
    bounds = span(kb, obligation, terms, known, by_law=by_law)
    anchor = obligation.first.first if obligation.first else agreement.first_day(kb)
    end = bounds.end
    if end is None:
        end = _horizon(rhythm, max(until, bounds.start), terms, anchor)
    found = of_rhythm(rhythm, Span(bounds.start, end), terms, anchor=anchor, opened=opened)
    if by_law:
        return found
    free = agreement.gaps(kb, known)
    return tuple(period for one in found if (period := _outside(one, free)) is not None)


def _outside(period: Period, free: Sequence[Span]) -> Period | None:
    """Return a period without the free days at its ends; None where it has no others."""
    start, end = period.start, period.end
    for gap in free:
        if gap.start <= start <= gap.end:
            start = gap.end + _DAY
    for gap in reversed(free):
        if gap.start <= end <= gap.end:
            end = gap.start - _DAY
    if end < start:
        return None
    if (start, end) == (period.start, period.end):
        return period
    return replace(
        period, start=start, end=end, due=min(max(period.due, start), end), is_whole=False
    )


def span(
    kb: KnowledgeBase,
    obligation: Obligation,
    terms: Sequence[CouncilTerm],
    day: date,
    *,
    by_law: bool = False,
) -> Bounds:
    """Return the days on which an obligation holds.

    From the start of its first period, else of the agreement, to its own end, else the
    agreement's last day as it stood on `day`.
    Where it recurs by council terms, a term that begins within `first` is the first period
    ("seuraavat vuonna 2025": the term that begins in 2025). By law it begins with the period that
    holds at the agreement's start (the term, else the year) and has no end but its own.
    """
    first = obligation.first
    start = first.first if first else agreement.first_day(kb)
    match obligation.rhythm.per:
        case "term" if first is not None:
            begun = [term.start for term in terms if first.first <= term.start <= first.last]
            start = min(begun, default=start)
        case "term" if by_law:
            held = [term.start for term in terms if term.start <= start <= term.end]
            start = min(held, default=start)
        case "term" | None:
            pass
        case part:
            start = windows.begun(part, start) if by_law and first is None else start
    return Bounds(start, obligation.end or (None if by_law else agreement.last_day(kb, day)))


def is_timeless(rhythm: Rhythm) -> bool:
    """True for what has no periods: it is done when something happens, or no rhythm is said.

    Or only how often it may be done at most, which nobody owes.
    """
    if rhythm.per is not None:
        return rhythm.at_most and rhythm.every == 1 and rhythm.due is None
    return rhythm.by is None and rhythm.within is None


def is_any_time(rhythm: Rhythm) -> bool:
    """True where only a year is said, so that no day or month of it is meant."""
    if rhythm.per is not None:
        return RECURRENCES[rhythm.per].is_any_time and rhythm.due is None
    return rhythm.by is not None and rhythm.by.is_year


def of_rhythm(
    rhythm: Rhythm,
    days: Span,
    terms: Iterable[CouncilTerm],
    *,
    anchor: date | None = None,
    opened: Sequence[date] = (),
) -> tuple[Period, ...]:
    """Return the periods into which a rhythm cuts a span; an empty span has none.

    `anchor` is a day in the first of several periods that count as one (`every`), the first day
    of the span where it is None.
    """
    if days.end < days.start or is_timeless(rhythm):
        return ()
    match rhythm.per:
        case "term":
            return tuple(_terms(days, rhythm.times, terms))
        case None:
            if rhythm.within is not None:
                return tuple(_after(days, rhythm.within, rhythm.times, opened))
            return (_once(days, rhythm.by, rhythm.times),) if rhythm.by is not None else ()
        case part:
            return tuple(_parts(rhythm, part, days, anchor or days.start))


def _once(days: Span, by: Moment, times: int) -> Period:
    due = min(by.last, days.end)
    whole = days.start <= by.last <= days.end
    return Period(f"by-{by.written}", days.start, days.end, due, times, whole)


def _parts(rhythm: Rhythm, per: PartOfYear, days: Span, anchor: date) -> Iterator[Period]:
    day = days.start
    while day <= days.end:
        window = windows.window(per, rhythm.every, anchor, day)
        start, end = day, min(window.end, days.end)
        due, whole = end, (start, end) == (window.start, window.end)
        if rhythm.due is not None:
            said = windows.due_in(window, rhythm.due)
            # A period whose day lies outside the span is not owed by that day.
            due = said if start <= said <= end else end
            whole = start == window.start and due == said
        key = windows.key(per, rhythm.every, window)
        yield Period(key, start, end, due, rhythm.times, whole, per=per, window=window)
        day = window.end + _DAY


def _after(days: Span, within: Within, times: int, opened: Sequence[date]) -> Iterator[Period]:
    """Yield a period for every day in the span on which a clock was started."""
    for day in sorted(set(opened)):
        if days.start <= day <= days.end:
            due = _later(day, within)
            yield Period(f"after-{day.isoformat()}", day, max(due, days.end), due, times)


def _later(day: date, within: Within) -> date:
    n = min(within.n, _FAR)
    match within.unit:
        case "days":
            return day + relativedelta(days=n)
        case "weeks":
            return day + relativedelta(weeks=n)
        case "months":
            return day + relativedelta(months=n)
        case _:
            assert_never(within.unit)


def _horizon(rhythm: Rhythm, until: date, terms: Iterable[CouncilTerm], anchor: date) -> date:
    """Return the last day that is told of what has no end: of the period after the present one."""
    match rhythm.per:
        case "term":
            # Of the next term only what the data has of it.
            held = [term.end for term in terms if term.start <= until <= term.end]
            end = max(held, default=until)
            return max((t.end for t in terms if t.start <= end + _DAY <= t.end), default=end)
        case None:
            return max(until, rhythm.by.last) if rhythm.by is not None else until
        case part:
            present = windows.window(part, rhythm.every, anchor, until)
            return windows.window(part, rhythm.every, anchor, present.end + _DAY).end


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
