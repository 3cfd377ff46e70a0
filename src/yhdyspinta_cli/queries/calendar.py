"""A year of the agreement: what was recorded, what falls due, which borders lie in it."""

from collections.abc import Collection, Iterator
from datetime import date

from yhdyspinta_cli.facts import agreement, happened, memo
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Agreement, Amendment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import CouncilTerm, DatedEvent
from yhdyspinta_cli.queries import calendar_duties as duties
from yhdyspinta_cli.queries import filters
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry, EntryKind


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
    that has taken them in must let go of them. `moved` holds what was once in this year and is in
    another one now.
    """

    year: int
    day: date
    months: tuple[Month, ...]
    any_time: tuple[CalendarEntry, ...]
    cancelled: tuple[CalendarEntry, ...]
    moved: tuple[CalendarEntry, ...] = ()

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
    before: Collection[str] = frozenset(),
) -> Calendar:
    """Return the calendar of a year as of `day`, with twelve months.

    `before` are the keys that an earlier calendar of the year had.

    Events after `day` are left out; the standing of what is due is that of `day`, which may be
    `over`. Only what has what is `wanted`, and the borders that concern everyone: of an actor its
    duties, its events and those of the bodies in which it sat.
    """
    keep = filters.keeping(kb, wanted, day)
    actor, is_duty = wanted.party or wanted.actor, keep
    if (in_body := duties.of_body(kb, wanted, day)) is not None:
        actor, is_duty = wanted.party, lambda one: in_body(one) or keep(one)

    def stands(entry: CalendarEntry) -> bool:
        return _stands(entry, year)

    def is_wanted(entry: CalendarEntry) -> bool:
        return (stands(entry) or entry.key in before) and keep(entry.record)

    found = [
        *filter(is_wanted, _events(kb, day) if before else _events_in(kb, year, day)),
        *duties.due(kb, year, day, actor, is_duty, over),
        *duties.measures_due(kb, day, keep),
        *_borders(kb, day),
        *_changes(kb, day),
        *filter(is_wanted, _dated(kb)),
    ]
    elsewhere = {entry.key: entry for entry in found if not stands(entry)}
    if before:
        once = duties.due_elsewhere(kb, year, day, actor, is_duty, over)
        elsewhere |= {entry.key: entry for entry in once}
    found = [entry for entry in found if stands(entry)]
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
        tuple(entry for key, entry in elsewhere.items() if key in before),
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


def _stands(entry: CalendarEntry, year: int) -> bool:
    return entry.start.year <= year <= entry.end.year


@memo.once
def _events_in(kb: KnowledgeBase, year: int, day: date) -> tuple[CalendarEntry, ...]:
    return tuple(entry for entry in _events(kb, day) if _stands(entry, year))


@memo.once
def _events(kb: KnowledgeBase, day: date) -> tuple[CalendarEntry, ...]:
    return tuple(_event_entries(kb, day))


def _event_entries(kb: KnowledgeBase, day: date) -> Iterator[CalendarEntry]:
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
