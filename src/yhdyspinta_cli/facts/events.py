"""Which obligations each recorded event fulfils, and why not.

*Met* needs proof. An event that names obligations under `fulfils` fulfils those and nothing else.
One that names none fulfils an obligation only where it is a meeting, a negotiation or an exercise
of the body that the obligation is about, and only where a single obligation can be meant: the kind
of an event alone proves nothing, and what a decision or a report is about must be named. A day
outside every period of an obligation fulfils nothing, and what each party or each area must do for
itself is fulfilled only for the one that the event names.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from yhdyspinta_cli.facts import (
    behind,
    by_area,
    force,
    happened,
    index,
    lifetime,
    memo,
    periods,
    placing,
    trails,
    whose,
)
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.vocabulary import OCCASIONS, NotCounted


def periods_of(
    kb: KnowledgeBase,
    obligation: Obligation,
    until: date,
    *,
    as_of: date | None = None,
    party: str | None = None,
) -> tuple[Period, ...]:
    """Return the periods of an obligation in order, as far as they can be told until a day.

    As they stood on the day `as_of`, `until` where none is given. With `party` (an id) those in
    which that one of its doers must do it: what binds a party as the agreement does, and another
    by law, ends for the one and goes on for the other.
    """
    known = until if as_of is None else as_of
    then = until if party is None else lifetime.last_there(kb, party, until)
    forces = force.of(kb, obligation, party, then) or force.of_all(obligation)
    return _periods(kb, obligation, until, "law" in forces, known)


@memo.once
def _periods(
    kb: KnowledgeBase, obligation: Obligation, until: date, by_law: bool, as_of: date
) -> tuple[Period, ...]:
    opened = _opened(kb, obligation, as_of)
    return periods.of_obligation(kb, obligation, until, by_law=by_law, as_of=as_of, opened=opened)


def every_period(
    kb: KnowledgeBase, obligation: Obligation, until: date, as_of: date
) -> tuple[Period, ...]:
    """Return the periods of an obligation under each of the forces that bind somebody to it."""
    return tuple(
        period
        for by_law in sorted({binding == "law" for binding in force.of_all(obligation)})
        for period in _periods(kb, obligation, until, by_law, as_of)
    )


def _opened(kb: KnowledgeBase, obligation: Obligation, until: date) -> tuple[date, ...]:
    """Return the days on which an event started the clock of an obligation, if it has one.

    Of an obligation an event that names it starts it, or one of its body; of a body that it met.
    """
    within = obligation.rhythm.within
    if within is None:
        return ()
    return tuple(day for day in _starting(kb, within.after) if day <= until)


@memo.once
def _starting(kb: KnowledgeBase, after: str) -> tuple[date, ...]:
    """Return every day on which an event started the clock that `after` names, the first first."""
    other = kb.find(Obligation, after)
    return tuple(
        event.on.last
        for event in happened.ever(kb)
        if event.type == after
        or (event.body == after and event.type in OCCASIONS)
        or (other is not None and _starts(other, event))
    )


def _starts(obligation: Obligation, event: Event) -> bool:
    if event.fulfils or obligation.id in event.not_fulfils:
        return obligation.id in event.fulfils and obligation.id not in event.not_fulfils
    return _could(obligation, event) and _names_body(obligation, event)


def doing_parties(kb: KnowledgeBase, obligation: Obligation, day: date) -> tuple[Party, ...]:
    """Return the parties that must each do it for themselves; none where once is enough."""
    if not obligation.each:
        return ()
    found: dict[str, Party] = {}
    for doer in obligation.doers:
        if not doer.holds(day):
            continue
        found.update((party.id, party) for party in behind.parties(kb, doer.actor, day))
    return tuple(found.values())


@frozen
class EventVerdict:
    """What an event is to an obligation that it names, or that its kind could fit.

    `parties` or `areas` are those for which it counts, where each must do it for itself; both are
    empty where once is enough. `reason` tells why it does not count, None where it does.
    """

    event: Event
    obligation: Obligation
    reason: NotCounted | None = None
    parties: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


def judged(kb: KnowledgeBase, event: Event) -> tuple[EventVerdict, ...]:
    """Return what an event is to every obligation that it names or that its kind could fit.

    In the order of the data. What counts has no reason; nothing else decides whether an event
    counts, neither at the writing nor at the reading.
    """
    known = kb.find(Event, event.id)
    return _known_judged(kb, event) if known is event else tuple(_judged(kb, event))


@memo.once
def _known_judged(kb: KnowledgeBase, event: Event) -> tuple[EventVerdict, ...]:
    return tuple(_judged(kb, event))


def _judged(kb: KnowledgeBase, event: Event) -> Iterator[EventVerdict]:
    if event.fulfils:
        for obligation in kb.obligations:
            if obligation.id in event.fulfils and obligation.id not in event.not_fulfils:
                yield _verdict(kb, event, obligation)
        return
    possible = [
        obligation
        for obligation in kb.obligations
        if obligation.id not in event.not_fulfils
        and _could(obligation, event)
        and (obligation.first is None or obligation.first.first <= event.on.last)
        and _is_for(kb, obligation, event)
    ]
    meant = [o for o in possible if _names_body(o, event) and _has_period(kb, o, event)]
    for obligation in possible:
        if not _names_body(obligation, event):
            yield EventVerdict(event, obligation, "kind-alone")
        elif event.type not in OCCASIONS or periods.is_timeless(obligation.rhythm):
            yield EventVerdict(event, obligation, "not-named")
        elif len(meant) > 1 and obligation in meant:
            yield EventVerdict(event, obligation, "several-meant")
        else:
            yield _verdict(kb, event, obligation)


def _could(obligation: Obligation, event: Event) -> bool:
    """True where an event is of a kind that the obligation takes, and not of another body.

    Nor about a measure that is not the obligation's.
    """
    rule = obligation.fulfilled_by
    if rule is None or event.type not in rule.events:
        return False
    if event.measure is not None and event.measure != obligation.measure:
        return False
    if rule.body is not None:
        return event.body == rule.body
    return event.body in (None, obligation.body, *obligation.to)


def _is_for(kb: KnowledgeBase, obligation: Obligation, event: Event) -> bool:
    """True unless the event is of a party that does not have to do it."""
    return event.party is None or any(
        trails.means(kb, doer.actor, event.party, event.on.last)
        or trails.means(kb, event.party, doer.actor, event.on.last)
        for doer in obligation.doers
        if doer.holds(event.on.last)
    )


def _names_body(obligation: Obligation, event: Event) -> bool:
    """True where the event's own body is the one whose events fulfil the obligation."""
    rule = obligation.fulfilled_by
    body = (rule.body if rule else None) or obligation.body
    return event.body is not None and event.body == body


def _has_period(
    kb: KnowledgeBase, obligation: Obligation, event: Event, party: str | None = None
) -> bool:
    owed = periods_of(kb, obligation, event.on.last, party=party)
    return any(placing.fits(period, event) for period in owed)


def _verdict(kb: KnowledgeBase, event: Event, obligation: Obligation) -> EventVerdict:
    """Judge an event that names the obligation, or the only one whose body it is of."""
    is_timeless = periods.is_timeless(obligation.rhythm)
    misplaced: NotCounted = "outside-period" if event.period is None else "no-such-period"
    if not is_timeless and not _has_period(kb, obligation, event):
        return EventVerdict(event, obligation, misplaced)
    if whose.is_gone(kb, obligation, event):
        return EventVerdict(event, obligation, whose.why_not(kb, obligation, event))
    division = by_area.division(kb, obligation)
    if obligation.each:
        named = whose.named(kb, event, division)
        if named is None:
            return EventVerdict(event, obligation, "party-not-named")
        mine = {party.id for party in doing_parties(kb, obligation, event.on.last)} & named
        if not mine:
            return EventVerdict(event, obligation, whose.why_not(kb, obligation, event))
        # Whom the agreement binds has no periods after its end, whom a law binds has.
        if not is_timeless and len(force.of_all(obligation)) > 1:
            mine = {party for party in mine if _has_period(kb, obligation, event, party)}
        return EventVerdict(event, obligation, None if mine else misplaced, tuple(sorted(mine)))
    if division is not None and division.areas and not is_timeless:
        area = by_area.of_event(kb, event, division.areas)
        if area is None or area not in division.areas:
            return EventVerdict(event, obligation, "area-not-named")
        return EventVerdict(event, obligation, None, (), (area.id,))
    return EventVerdict(event, obligation)


def fulfilled_by(kb: KnowledgeBase, event: Event) -> tuple[Obligation, ...]:
    """Return the obligations that an event fulfils, in the order of the data."""
    if event.void:
        return ()
    return tuple(v.obligation for v in judged(kb, event) if v.reason is None)


def fulfilling(
    kb: KnowledgeBase,
    obligation: Obligation,
    day: date,
    *,
    party: str | None = None,
    area: str | None = None,
) -> tuple[Event, ...]:
    """Return the events that by `day` fulfil an obligation, oldest first.

    Of one party or area (an id), where each does it for itself.
    """
    done = _fulfilling(kb).get((obligation.id, party, area), ())
    return done[: bisect_right(done, day, key=lambda event: event.on.last)]


_Fulfilled = tuple[str, str | None, str | None]
"""An obligation, and the party or the area that does it for itself, None for all of them (ids)."""


@memo.once
def _fulfilling(kb: KnowledgeBase) -> Mapping[_Fulfilled, tuple[Event, ...]]:
    """Return the events that fulfil an obligation, all and for each of whom, oldest first."""

    def found() -> Iterator[tuple[_Fulfilled, Event]]:
        for event in happened.ever(kb):
            for verdict in judged(kb, event):
                if verdict.reason is None:
                    key = verdict.obligation.id
                    yield (key, None, None), event
                    yield from (((key, party, None), event) for party in verdict.parties)
                    yield from (((key, None, area), event) for area in verdict.areas)

    return index.grouped(found())


@memo.once
def touching(kb: KnowledgeBase, obligation: Obligation) -> int:
    """Return how many records of events speak of an obligation, mistaken ones with them.

    One that could fulfil it speaks of it, and so does whatever corrects one that did. Records are
    only ever added, so the number never falls.
    """
    speaking = {
        event.id
        for event in kb.events
        if obligation.id in (*event.fulfils, *event.not_fulfils)
        or (not event.fulfils and _could(obligation, event))
    }
    corrections = [event for event in kb.events if event.corrects is not None]
    while more := {e.id for e in corrections if e.corrects in speaking} - speaking:
        speaking |= more
    return len(speaking)
