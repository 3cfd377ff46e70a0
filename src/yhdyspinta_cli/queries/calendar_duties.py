"""What falls due in a calendar: the duties, period by period, and the measures."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import agreement, events, periods, region, standings
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import filters, obligations
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry


def of_body(
    kb: KnowledgeBase, wanted: filters.Wanted, day: date
) -> Callable[[Record], bool] | None:
    """Return the test whether a duty is that of the body asked about, None where none is.

    A body does not do what is to be done in it; in its own calendar it stands all the same.
    """
    body = kb.find(Body, wanted.actor) if wanted.actor is not None else None
    if body is None:
        return None
    rest = filters.keeping(kb, replace(wanted, actor=None), day)
    return lambda one: isinstance(one, Obligation) and one.body == body.id and rest(one)


def due(
    kb: KnowledgeBase,
    year: int,
    day: date,
    actor: str | None,
    keep: Callable[[Record], bool],
    over: bool,
) -> Iterator[CalendarEntry]:
    """Yield each duty on its due day in the periods of a year, with how it stands on `day`."""
    standings = obligations.standings(kb, day, year=year, actor=actor, keep=keep, over=over)
    for group in obligations.by_period(standings):
        obligation, period = group[0].obligation, group[0].period
        if period is None or not period.is_known:
            continue
        fulfilling = {event.id: event for standing in group for event in standing.events}
        yield CalendarEntry(
            _key(obligation, period),
            "due",
            obligation,
            period.due,
            period.due,
            max((e.on.last for e in fulfilling.values()), default=agreement.first_day(kb)),
            events.touching(kb, obligation),
            group,
            min(period.start, period.due),
            periods.is_any_time(obligation.rhythm),
        )


def _key(obligation: Obligation, period: Period) -> str:
    key = "by" if obligation.rhythm.by is not None else period.key
    return f"{obligation.id}-{key}"


def due_elsewhere(
    kb: KnowledgeBase,
    year: int,
    day: date,
    actor: str | None,
    keep: Callable[[Record], bool],
    over: bool,
) -> Iterator[CalendarEntry]:
    """Yield what is due once and in another year: its day may have been moved there."""
    once = {o.id: o.rhythm.by.last.year for o in kb.obligations if o.rhythm.by is not None}
    for other in sorted({*once.values()} - {year}):

        def is_kept(record: Record, other: int = other) -> bool:
            return once.get(record.id) == other and keep(record)

        yield from due(kb, other, day, actor, is_kept, over)


def measures_due(
    kb: KnowledgeBase, day: date, keep: Callable[[Record], bool]
) -> Iterator[CalendarEntry]:
    """Yield the due day of each measure that is there on it, with how the measure stands."""
    due = [m for m in kb.measures if m.due and m in region.measures(kb, m.due) and keep(m)]
    for standing in standings.of(kb, due, day):
        measure = standing.measure
        assert measure.due is not None
        stamp = standing.heard or agreement.first_day(kb)
        # A corrected report counts, too: what changes an entry makes it newer.
        reports = sum(u.measure == measure.id and u.on.last <= day for u in kb.updates)
        yield CalendarEntry(
            f"{measure.id}-due",
            "measure-due",
            measure,
            measure.due,
            measure.due,
            stamp,
            reports,
            measure=standing,
            is_late=standing.is_late(day),
        )
