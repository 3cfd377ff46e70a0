"""What an ending leaves open on a day: reports that nobody has taken up, turns, duties by law."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import doers, events, lifetime, placing, standings, trails
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import ENDED


@frozen
class LeftOpen:
    """A measure, a body or an obligation, whose part in it is left open, since when, and who comes
    after."""

    record: Measure | Body | Obligation
    party: str
    ended: date
    successor: str | None


def left_open(kb: KnowledgeBase, day: date) -> Iterator[LeftOpen]:
    """Yield what the parties that are gone by `day` have left open, in the data's order.

    A measure of which the party had reported something unfinished and its successor has said
    nothing of itself since; a body in whose turn order the party still stands. Then the obligations
    of which everybody who was to do them has ended and that nobody has in their place.
    """
    for party in kb.parties:
        ending = lifetime.ending(kb, party.id, day)
        if ending is None:
            continue
        after = lifetime.successor(kb, party.id, day)
        if after is not None:
            for measure in standings.ongoing(kb, day):
                if _is_open(kb, measure, party, ending.day, after, day):
                    yield LeftOpen(measure, party.id, ending.day, after)
        for body in kb.bodies:
            if lifetime.holds(kb, body.id, day) and any(
                party.id in seat.order for _role, seat in trails.seats(body, day)
            ):
                yield LeftOpen(body, party.id, ending.day, after)
    yield from _duties(kb, day)


def _duties(kb: KnowledgeBase, day: date) -> Iterator[LeftOpen]:
    for obligation in kb.obligations:
        if (obligation.end or day) < day or not doers.is_left(kb, obligation, day):
            continue
        for doer in obligation.doers:
            ending = lifetime.ending(kb, doer.actor, day) if doer.holds(day) else None
            if ending is not None:
                after = lifetime.successor(kb, doer.actor, day)
                yield LeftOpen(obligation, doer.actor, ending.day, after)


def inherited(
    kb: KnowledgeBase, obligation: Obligation, period: Period, party: Party, day: date
) -> tuple[Event, ...]:
    """Return by which events those that a party follows had done its duty of a period by `day`.

    Only of a party that began in the period, and where each of them that ended in it had done it;
    what goes on beside another that it takes in did nothing by that one's deeds.
    """
    began = lifetime.own_start(party)
    if not isinstance(began, date) or not period.start < began <= period.end or began > day:
        return ()
    found: list[Event] = []
    for before in kb.parties:
        ended = lifetime.own_end(before)
        if before.successor != party.id or ended is None or not period.start <= ended < began:
            continue
        done = events.fulfilling(kb, obligation, day, party=before.id)
        mine = [event for event in done if placing.fits(period, event)]
        if len(mine) < period.needed:
            return ()
        found.extend(mine)
    return tuple(sorted(found, key=lambda event: (event.on.last, event.id)))


def _is_open(
    kb: KnowledgeBase, measure: Measure, party: Party, ended: date, after: str, day: date
) -> bool:
    updates = standings.on_measure(kb, measure.id, day)
    if any(update.party == after and update.on.last > ended for update in updates):
        return False
    own = [update for update in updates if _is_of(kb, update, party)]
    return bool(own) and own[-1].state not in ENDED


def _is_of(kb: KnowledgeBase, update: Update, party: Party) -> bool:
    """True for what is said of the party, or by it of the whole measure."""
    if update.party is not None or update.by is None:
        return update.party == party.id
    behind = kb.party_behind(update.by)
    return behind is not None and behind.id == party.id
