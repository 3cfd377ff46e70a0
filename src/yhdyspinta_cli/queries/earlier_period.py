"""Which period is over and open when something is counted in the next one."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import events, placing
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation


@frozen
class LeftBehind:
    """An event counts in the period `counted`, and the one before it, `earlier`, is not met."""

    obligation: Obligation
    counted: Period
    earlier: Period


def left_behind(kb: KnowledgeBase, event: Event) -> tuple[LeftBehind, ...]:
    """Return what an event may have been done for, as it came after it, in the data's order.

    Nothing of an event that names its period. The earlier period lies wholly in the obligation's
    span and was over on the event's day, with too little recorded of the same party or area.
    """
    if event.void or event.period is not None:
        return ()
    found: dict[tuple[str, str], LeftBehind] = {}
    for verdict in events.judged(kb, event):
        if verdict.reason is None:
            for one in _of(kb, event, verdict):
                found.setdefault((one.obligation.id, one.earlier.key), one)
    return tuple(found.values())


def _of(kb: KnowledgeBase, event: Event, verdict: events.EventVerdict) -> Iterator[LeftBehind]:
    obligation, day = verdict.obligation, event.on.last
    for party in verdict.parties or (None,):
        owed = [p for p in events.periods_of(kb, obligation, day, party=party) if p.per]
        counted = placing.placed(owed, (event,))[0]
        place = owed.index(counted) if counted is not None else 0
        if counted is None or place == 0:
            continue
        earlier = owed[place - 1]
        area = verdict.areas[0] if verdict.areas else None
        done = events.fulfilling(kb, obligation, day, party=party, area=area)
        recorded = sum(period is earlier for period in placing.placed(owed, done))
        if earlier.is_whole and earlier.due < day and recorded < earlier.needed:
            yield LeftBehind(obligation, counted, earlier)
