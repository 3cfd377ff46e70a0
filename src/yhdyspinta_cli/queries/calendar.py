"""A year of the agreement: what was recorded, what falls due, which borders lie in it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, get_args

from yhdyspinta_cli.facts import agreement, events, happened, periods, region, standings
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Agreement, Amendment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import CouncilTerm, DatedEvent
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import filters, obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding

EntryKind = Literal[
    "event",
    "due",
    "measure-due",
    "agreement-start",
    "agreement-change",
    "agreement-end",
    "party-joined",
    "party-left",
    "term-start",
    "term-end",
    "dated",
]

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


@frozen
class CalendarEntry:
    """Something in a calendar, on the days from `start` to `end`, both included.

    `key` names the same thing in every calendar, for ever: the id of the record, an event's
    first record where it was corrected, an obligation's id with its period. `revision` counts
    the records that have changed it since. `stamp` is the day of the latest fact in it.

    A `due` entry stands on its due day and `standings` holds its parties' (one standing where
    once is enough). Its window begins on `opens`; with `any_time` nothing tells which part of
    the year is meant. An event whose day is not known to the day spans its month or year.
    `cancelled` marks an event that was recorded by mistake. A `measure-due` entry stands on the due
    day of a measure, which is in `measure`; `is_late` where that has passed and it goes on.
    """

    key: str
    kind: EntryKind
    record: Record
    start: date
    end: date
    stamp: date
    revision: int = 0
    standings: tuple[ObligationStanding, ...] = ()
    opens: date | None = None
    any_time: bool = False
    cancelled: bool = False
    measure: MeasureStanding | None = None
    is_late: bool = False

    @property
    def is_owed(self) -> bool:
        """True for what is to be done by its day; everything else is on it."""
        return self.measure is not None or bool(self.standings)

    @property
    def is_tentative(self) -> bool:
        """True where the day is not fixed: a window still to be met, or only a month known.

        The due day of a measure is fixed, whether the measure is completed or not.
        """
        if self.standings:
            return any(standing.state != "met" for standing in self.standings)
        return self.start != self.end


@frozen
class Month:
    """A month (1-12) and what stands in it, by day."""

    number: int
    entries: tuple[CalendarEntry, ...]


@frozen
class Calendar:
    """A year as of a day: what has a day or a month, and what may be at any time of the year.

    `any_time` holds the yearly duties without a month and the events of which only the year is
    known. `cancelled` holds the events recorded by mistake; no reader needs them, but a calendar
    that has taken them in must let go of them.
    """

    year: int
    day: date
    months: tuple[Month, ...]
    any_time: tuple[CalendarEntry, ...]
    cancelled: tuple[CalendarEntry, ...]

    @property
    def entries(self) -> tuple[CalendarEntry, ...]:
        """Everything for a reader: by month, then what has none."""
        return (*(entry for month in self.months for entry in month.entries), *self.any_time)


def year(
    kb: KnowledgeBase,
    year: int,
    day: date,
    *,
    wanted: filters.Wanted = filters.EVERYTHING,
    over: bool = False,
) -> Calendar:
    """Return the calendar of a year as of `day`, with twelve months.

    Events after `day` are left out; the standing of what is due is that of `day`, which may be
    `over`. Only what has what is `wanted`, and the borders that concern everyone: of an actor its
    duties, its events and those of the bodies in which it sat.
    """
    keep = filters.keeping(kb, wanted, day)
    actor = wanted.party or wanted.actor
    found = [
        *(entry for entry in _events(kb, day) if keep(entry.record)),
        *_due(kb, year, day, actor, keep, over),
        *_measures(kb, day, keep),
        *_borders(kb, day),
        *_changes(kb, day),
        *(entry for entry in _dated(kb) if keep(entry.record)),
    ]
    found = [entry for entry in found if entry.start.year <= year <= entry.end.year]
    found.sort(key=lambda entry: (entry.start, entry.end, _ORDER[entry.kind], entry.key))
    shown = [entry for entry in found if not entry.cancelled]
    undated = tuple(entry for entry in shown if entry.any_time)
    return Calendar(
        year,
        day,
        tuple(
            Month(number, tuple(e for e in shown if not e.any_time and e.start.month == number))
            for number in range(1, 13)
        ),
        undated,
        tuple(entry for entry in found if entry.cancelled),
    )


_ORDER: dict[EntryKind, int] = {
    "agreement-start": 0,
    "agreement-change": 1,
    "party-joined": 2,
    "term-start": 3,
    "event": 4,
    "dated": 5,
    "due": 6,
    "measure-due": 7,
    "term-end": 8,
    "party-left": 9,
    "agreement-end": 10,
}


def _events(kb: KnowledgeBase, day: date) -> Iterator[CalendarEntry]:
    for event in happened.latest(kb):
        if event.on.last > day:
            continue
        chain = happened.history(kb, event)
        # A mistake is called off on the day that a calendar has it, not on the day that the
        # record of the mistake happens to carry.
        when = chain[-2].on if event.void and len(chain) > 1 else event.on
        yield CalendarEntry(
            chain[0].id,
            "event",
            event,
            when.first,
            when.last,
            event.on.last,
            len(chain) - 1,
            any_time=when.is_year,
            cancelled=event.void,
        )


def _due(
    kb: KnowledgeBase,
    year: int,
    day: date,
    actor: str | None,
    keep: Callable[[Record], bool],
    over: bool,
) -> Iterator[CalendarEntry]:
    standings = obligations.standings(kb, day, year=year, actor=actor, keep=keep, over=over)
    for group in obligations.by_period(standings):
        obligation, period = group[0].obligation, group[0].period
        if period is None or not period.is_known:
            continue
        fulfilling = {event.id: event for standing in group for event in standing.events}
        yield CalendarEntry(
            f"{obligation.id}-{period.key}",
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


def _measures(
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


def _borders(kb: KnowledgeBase, day: date) -> Iterator[CalendarEntry]:
    borders: list[tuple[EntryKind, Agreement | CouncilTerm, date]] = [
        ("agreement-start", kb.agreement, agreement.first_day(kb)),
    ]
    last = agreement.last_day(kb, day)
    if last is not None:
        borders.append(("agreement-end", kb.agreement, last))
    for term in kb.terms:
        borders += [("term-start", term, term.start), ("term-end", term, term.end)]
    for kind, record, on in borders:
        yield CalendarEntry(f"{record.id}-{kind.split('-')[1]}", kind, record, on, on, on)


def _changes(kb: KnowledgeBase, day: date) -> Iterator[CalendarEntry]:
    """Yield what has changed the agreement by `day`: an amendment, who joined and who left it."""
    changes: list[tuple[EntryKind, Amendment | Party, date]] = [
        ("agreement-change", amendment, amendment.day) for amendment in kb.agreement.amendments
    ]
    for party in kb.parties:
        if party.joined is not None:
            changes.append(("party-joined", party, party.joined))
        # On its last day a party has not yet left.
        if party.left is not None and party.left < day:
            changes.append(("party-left", party, party.left))
    for kind, record, on in changes:
        if on <= day:
            yield CalendarEntry(f"{record.id}-{kind.split('-')[1]}", kind, record, on, on, on)


def _dated(kb: KnowledgeBase) -> Iterator[CalendarEntry]:
    """What the source dates to a day or a month; a year alone is no place in a calendar."""
    for dated in kb.of(DatedEvent):
        end = dated.until or dated.when
        if dated.when is not None and end is not None and not dated.when.is_year:
            first, last = dated.when.first, end.last
            yield CalendarEntry(dated.id, "dated", dated, first, last, last)
