"""How the measures stand on a day, counted: in all, by interface, goal and party."""

from collections.abc import Sequence
from datetime import date

from yhdyspinta_cli.facts import agreement, region, standings, tallies
from yhdyspinta_cli.facts.standings import SILENT_AFTER, MeasureStanding, PartyStanding
from yhdyspinta_cli.facts.tallies import Counts, Tally
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure


@frozen
class Overview:
    """How the measures stand on a day: in all, by interface, goal and party.

    `no_interface` and `no_goal` count the measures without one, where others have one; None where
    there are none. `by_party` counts each party's own states on the measures it stands behind.
    `late` and `silent` hold the standings of which that is true.
    """

    day: date
    standings: tuple[MeasureStanding, ...]
    total: Counts
    by_interface: tuple[tuple[str, Counts], ...]
    by_goal: tuple[tuple[str, Counts], ...]
    by_party: tuple[tuple[str, Tally], ...] = ()
    late: tuple[MeasureStanding, ...] = ()
    silent: tuple[MeasureStanding, ...] = ()
    silent_after: int = SILENT_AFTER
    no_interface: Counts | None = None
    no_goal: Counts | None = None


def overview(
    kb: KnowledgeBase,
    measures: Sequence[Measure],
    day: date,
    silent_after: int = SILENT_AFTER,
    party: str | None = None,
) -> Overview:
    """Return the states of these measures on `day`, counted; of one party only, where named."""
    found = standings.of(kb, measures, day)
    until = agreement.asked_until(kb, day)
    behind: dict[str, list[PartyStanding]] = {
        one.id: [] for one in region.parties(kb, day) if party in (None, one.id)
    }
    for standing in found:
        for own in standing.parties:
            if own.party.id in behind:
                behind[own.party.id].append(own)
    return Overview(
        day,
        found,
        tallies.counts(s.situation for s in found),
        tuple(
            (i.id, tallies.counts(s.situation for s in found if s.measure.interface == i.id))
            for i in kb.interfaces
        ),
        tuple(
            (g.id, tallies.counts(s.situation for s in found if s.measure.goal == g.id))
            for g in kb.goals
        ),
        tuple((key, tallies.tally(own)) for key, own in behind.items() if own),
        tuple(s for s in found if s.is_late(day)),
        tuple(s for s in found if s.is_silent(until, silent_after)),
        silent_after,
        _without([s for s in found if not s.measure.interface]) if kb.interfaces else None,
        _without([s for s in found if not s.measure.goal]) if kb.goals else None,
    )


def _without(found: Sequence[MeasureStanding]) -> Counts | None:
    return tallies.counts(s.situation for s in found) if found else None
