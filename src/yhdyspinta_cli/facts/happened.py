"""Which recorded events count: what had happened by a day, and what was recorded by mistake."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from yhdyspinta_cli.facts import index, memo
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event


def effective(kb: KnowledgeBase, day: date) -> tuple[Event, ...]:
    """Return what had happened by `day`, oldest first, without what is voided or corrected.

    `on` is the day of the event and not of its recording, so a correction takes the place of
    what it corrects whatever the day; a month or a year counts from its last day.
    """
    known = ever(kb)
    return known[: bisect_right(known, day, key=lambda event: event.on.last)]


@memo.once
def ever(kb: KnowledgeBase) -> tuple[Event, ...]:
    """Return what happened on any day, oldest first, without what is voided or corrected."""
    found = (event for event in latest(kb) if not event.void)
    return tuple(sorted(found, key=lambda event: (event.on.last, event.id)))


@memo.once
def appointing(kb: KnowledgeBase) -> Mapping[str, tuple[Event, ...]]:
    """Return the decisions that say who answers for a measure, by its id, oldest first."""
    return index.grouped(
        (event.measure, event)
        for event in ever(kb)
        if event.measure is not None and event.appoints and event.type == "decision"
    )


@memo.once
def latest(kb: KnowledgeBase) -> tuple[Event, ...]:
    """Return every event that no other corrects, the voided ones with them, in file order."""
    replaced = {event.corrects for event in kb.events if event.corrects is not None}
    return tuple(event for event in kb.events if event.id not in replaced)


def history(kb: KnowledgeBase, event: Event) -> tuple[Event, ...]:
    """Return an event with what it corrects, and what that corrected, the first record first."""
    chain = [event]
    while (before := kb.find(Event, chain[0].corrects)) is not None and before not in chain:
        chain.insert(0, before)
    return tuple(chain)
