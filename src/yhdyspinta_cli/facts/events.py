"""Which recorded events count, and which obligations each of them fulfils.

By rule an event fulfils an obligation whose `fulfilled_by` names its kind, when the body and
the party fit; `fulfils` and `not_fulfils` of the event correct that by hand.
"""

from datetime import date

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.duties import Event, Obligation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


def effective(kb: KnowledgeBase, day: date) -> tuple[Event, ...]:
    """Return what had happened by `day`, oldest first, without what is voided or corrected.

    `on` is the day of the event and not of its recording, so a correction takes the place of
    what it corrects whatever the day; a month or a year counts from its last day.
    """
    return tuple(
        sorted(
            (event for event in latest(kb) if not event.void and event.on.last <= day),
            key=lambda event: (event.on.last, event.id),
        )
    )


def latest(kb: KnowledgeBase) -> tuple[Event, ...]:
    """Return every event that no other corrects, the voided ones with them, in file order."""
    replaced = {event.corrects for event in kb.events if event.corrects is not None}
    return tuple(event for event in kb.events if event.id not in replaced)


def fulfils(kb: KnowledgeBase, obligation: Obligation, event: Event, party: Party | None) -> bool:
    """True where an event fulfils an obligation, for `party` where each does it for itself.

    By hand first: `not_fulfils`, then `fulfils` (which without a party of the event holds for
    every party), then the rule.
    """
    if obligation.id in event.not_fulfils:
        return False
    if obligation.id in event.fulfils:
        return party is None or event.party is None or party.id in _parties(kb, event.party)
    return fits(kb, obligation, event, party)


def fits(kb: KnowledgeBase, obligation: Obligation, event: Event, party: Party | None) -> bool:
    """True where an event is of the kind, body and party that can fulfil an obligation.

    Where the rule names a body, the event must be of that body. Where it names none, an event
    of a body counts only if the obligation concerns that body (`body` or `to`), and an event of
    a party only if the party is behind a doer. Where each party does it for itself, the event
    must name the party.
    """
    rule = obligation.fulfilled_by
    if rule is None or event.type not in rule.events:
        return False
    if rule.body is not None and event.body != rule.body:
        return False
    if rule.body is None and event.body not in (None, obligation.body, *obligation.to):
        return False
    if party is not None:
        return event.party is not None and party.id in _parties(kb, event.party)
    if rule.body is not None or event.party is None:
        return True
    doers = {doer.actor for doer in obligation.doers}
    doers.update(p for doer in obligation.doers for p in _parties(kb, doer.actor))
    return not doers.isdisjoint({event.party, *_parties(kb, event.party)})


def _parties(kb: KnowledgeBase, actor: str) -> set[str]:
    return {party.id for party in kb.parties_behind(actor)}


def fulfilled_by(kb: KnowledgeBase, event: Event) -> tuple[Obligation, ...]:
    """Return the obligations that an event fulfils, for any party, in the order of the data."""
    return tuple(
        obligation
        for obligation in kb.obligations
        if any(
            fulfils(kb, obligation, event, party)
            for party in doing_parties(kb, obligation) or (None,)
        )
    )


def doing_parties(kb: KnowledgeBase, obligation: Obligation) -> tuple[Party, ...]:
    """Return the parties that must each do it for themselves; none where once is enough."""
    if not obligation.each:
        return ()
    found: dict[str, Party] = {}
    for doer in obligation.doers:
        found.update((party.id, party) for party in kb.parties_behind(doer.actor))
    return tuple(found.values())


def history(kb: KnowledgeBase, event: Event) -> tuple[Event, ...]:
    """Return an event with what it corrects, and what that corrected, the first record first."""
    chain = [event]
    while (before := kb.find(Event, chain[0].corrects)) is not None and before not in chain:
        chain.insert(0, before)
    return tuple(chain)


def touching(kb: KnowledgeBase, obligation: Obligation) -> int:
    """Return how many records of events speak of an obligation, mistaken ones with them.

    Records are only ever added, so the number never falls.
    """
    parties = doing_parties(kb, obligation) or (None,)
    return sum(
        obligation.id in (*event.fulfils, *event.not_fulfils)
        or any(fits(kb, obligation, event, party) for party in parties)
        for event in kb.events
    )
