"""What is due, what was done and what was missed, as far as the recorded events can tell."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import (
    behind,
    belongs,
    by_area,
    doers,
    events,
    force,
    lifetime,
    memo,
    mergers,
    periods,
)
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries.obligation_standing import DoerRecord, ObligationStanding

__all__ = ["ObligationStanding", "by_period", "missed", "standings"]


def standings(
    kb: KnowledgeBase,
    day: date,
    *,
    year: int | None = None,
    actor: str | None = None,
    keep: Callable[[Obligation], bool] = lambda obligation: True,
    over: bool = False,
) -> tuple[ObligationStanding, ...]:
    """Return how every obligation that is to `keep` stands on `day`, in each of its periods.

    What is to be done by `day` itself is still due, unless the day is `over`.

    In the order of the data, then by period, then by party. With `year` only the periods that
    have days in that year, up to their due day; with `actor` (an id) only what that actor, or
    the party it is, has to do. Who has ended or left had its duties up to its last day: what it did
    of them in the period of that day is told as its own, beside what whoever is left does.
    """
    found: list[ObligationStanding] = []
    asked = day if actor is None else lifetime.last_there(kb, actor, day)
    for obligation in kb.obligations:
        if not keep(obligation) or not force.has_begun(obligation, day):
            continue
        if belongs.concerns(kb, obligation, actor, asked):
            found.extend(_of_obligation(kb, obligation, day, year, actor, over))
    return tuple(found)


def missed(
    kb: KnowledgeBase, day: date, *, actor: str | None = None, over: bool = False
) -> tuple[ObligationStanding, ...]:
    """Return what was missed by `day`, or what an actor missed: over, too few recorded, and
    recorded at all."""
    return tuple(s for s in standings(kb, day, actor=actor, over=over) if s.state == "missed")


def by_period(found: Iterable[ObligationStanding]) -> tuple[tuple[ObligationStanding, ...], ...]:
    """Return standings in groups of one obligation and one period, a party each inside."""
    groups: dict[tuple[str, str], list[ObligationStanding]] = {}
    for standing in found:
        key = standing.period.key if standing.period else ""
        groups.setdefault((standing.obligation.id, key), []).append(standing)
    return tuple(tuple(group) for group in groups.values())


def _of_obligation(
    kb: KnowledgeBase,
    obligation: Obligation,
    day: date,
    year: int | None,
    actor: str | None,
    over: bool,
) -> Iterator[ObligationStanding]:
    last = day if actor is None else lifetime.last_there(kb, actor, day)
    if periods.is_timeless(obligation.rhythm):
        for record in _records(kb, obligation, day, actor, last):
            yield record.when(year)
        for ending in _gone(kb, obligation, last):
            for record in _records(kb, obligation, day, actor, ending.day):
                told = record.when(year)
                if record.is_of(ending) and told.events:
                    yield told
        return
    until = day if year is None else max(day, date(year, 12, 31))
    if _is_not_started(kb, obligation, day, year, until):
        for record in _records(kb, obligation, day, actor, last):
            yield record.when(year)
        return
    found: dict[tuple[date, str], list[ObligationStanding]] = {}
    for record, then in _doing(kb, obligation, day, until, actor, last):
        party = record.party.id if record.party else None
        owed = events.periods_of(kb, obligation, until, as_of=day, party=party)
        for standing in record.standings(owed, day, over=over, year=year):
            period = standing.period
            if period is None or (last != day and period.start > last):
                continue
            if actor is not None and doers.is_before(kb, obligation, actor, period.due):
                continue
            if not (_then(period, last) in then or record.is_last(period)):
                continue
            told = _inherited(kb, standing, day)
            found.setdefault((period.start, period.key), []).append(told)
    for place in sorted(found):
        yield from found[place]


@memo.once
def _doing(
    kb: KnowledgeBase,
    obligation: Obligation,
    day: date,
    until: date,
    actor: str | None,
    last: date,
) -> tuple[tuple[DoerRecord, Set[date]], ...]:
    """Return what is recorded of each that had to do an obligation in its periods until a day.

    With the days on which it had to. Calendars of several years ask for the same.
    """
    known: dict[tuple[object, ...], DoerRecord] = {}
    whose: dict[tuple[object, ...], set[date]] = {}
    for then in sorted(
        {
            then
            for period in events.every_period(kb, obligation, until, day)
            if last == day or period.start <= last
            for then in _days(kb, obligation, period, last)
        }
    ):
        for record in _records(kb, obligation, day, actor, then):
            known.setdefault(record.whose, record)
            whose.setdefault(record.whose, set()).add(then)
    return tuple((record, whose[key]) for key, record in known.items())


def _is_not_started(
    kb: KnowledgeBase, obligation: Obligation, day: date, year: int | None, until: date
) -> bool:
    """True where an obligation that has a clock holds, and nothing started it, in the year."""
    if obligation.rhythm.within is None:
        return False
    every = events.every_period(kb, obligation, until, day)
    if any(year is None or period.touches(year) for period in every):
        return False
    by_law = "law" in force.of_all(obligation)
    held = periods.span(kb, obligation, kb.terms, day, by_law=by_law)
    asked = day.year if year is None else year
    return held.start.year <= asked and (held.end is None or asked <= held.end.year)


def _days(kb: KnowledgeBase, obligation: Obligation, period: Period, day: date) -> Iterator[date]:
    """Yield the days by `day` on which to look who owes a period.

    Its due day, and the last day of each party that ended in it before that.
    """
    then = _then(period, day)
    yield then
    yield from (one.day for one in _gone(kb, obligation, then) if period.start <= one.day)


def _gone(kb: KnowledgeBase, obligation: Obligation, day: date) -> tuple[lifetime.Ending, ...]:
    """Return how parties have ended by `day`, where each does an obligation for itself."""
    return _ended(kb, day) if obligation.each else ()


@memo.once
def _ended(kb: KnowledgeBase, day: date) -> tuple[lifetime.Ending, ...]:
    found = (lifetime.ending(kb, party.id, day) for party in kb.parties)
    return tuple(ending for ending in found if ending is not None)


def _then(period: Period, day: date) -> date:
    """Return the day whose parties owe a period: its due day, as far as it has come."""
    return min(max(period.due, period.start), day)


def _inherited(kb: KnowledgeBase, standing: ObligationStanding, day: date) -> ObligationStanding:
    """Return a standing as met where everybody whom a new party follows had done it."""
    if standing.party is None or standing.period is None or standing.state == "met":
        return standing
    done = mergers.inherited(kb, standing.obligation, standing.period, standing.party, day)
    return replace(standing, state="met", events=done, reason=None) if done else standing


def _records(
    kb: KnowledgeBase, obligation: Obligation, day: date, actor: str | None, then: date
) -> Iterator[DoerRecord]:
    """Yield what is recorded of an obligation by `day`, apart for each that must do it.

    The parties and areas are those of the day `then`.
    """

    def left(by: date) -> bool:
        return doers.is_left(kb, obligation, by)

    def heirs(period: Period) -> tuple[Record, ...]:
        found = doers.heirs_in(kb, obligation, period.start, period.due)
        return tuple(kb.entries[key].record for key in found)

    gone = None if actor is None else lifetime.ending(kb, actor, day)
    wanted = None if actor is None else _meant(kb, actor, then)
    forces = force.of(kb, obligation, actor, then) or force.of_all(obligation)
    division = by_area.division(kb, obligation)
    if obligation.each:
        for party in events.doing_parties(kb, obligation, then):
            if wanted is None or party.id in wanted:
                happened = events.fulfilling(kb, obligation, day, party=party.id)
                bound = force.of(kb, obligation, party.id, then) or forces
                ending = lifetime.ending(kb, party.id, day)
                after = _after(kb, ending, day)
                yield DoerRecord(
                    obligation, happened, left, heirs, bound, party, ending=ending, after=after
                )
        return
    after = () if "law" in forces else _after(kb, gone, day)
    if division is None or not division.areas or periods.is_timeless(obligation.rhythm):
        happened = events.fulfilling(kb, obligation, day)
        yield DoerRecord(obligation, happened, left, heirs, forces, ending=gone, after=after)
        return
    inside = {
        area.id: {p.id for key in area.members for p in behind.parties(kb, key, then)}
        for area in division.areas
    }
    told = set().union(*inside.values())
    for area in division.areas:
        # Who belongs to no area does it in each of them.
        if not wanted or not wanted <= told or wanted & inside[area.id]:
            happened = events.fulfilling(kb, obligation, day, area=area.id)
            yield DoerRecord(
                obligation, happened, left, heirs, forces, None, area, ending=gone, after=after
            )
    missing = (division.announced or 0) > len(division.areas) or not division.complete
    if missing and (not wanted or not wanted <= told):
        yield DoerRecord(obligation, (), left, heirs, forces, is_placed=False)


def _after(kb: KnowledgeBase, ending: lifetime.Ending | None, day: date) -> tuple[Record, ...]:
    """Return who has come after one that has ended by `day`, none where nobody has."""
    key = lifetime.successor(kb, ending.actor, day) if ending is not None else None
    return (kb.entries[key].record,) if key is not None else ()


def _meant(kb: KnowledgeBase, actor: str, day: date) -> set[str]:
    """Return the parties that an actor means on a day; a party itself is meant on every day."""
    own = {actor} if kb.find(Party, actor) else set()
    return own | {party.id for party in behind.parties(kb, actor, day)}
