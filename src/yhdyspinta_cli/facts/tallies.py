"""How many stand how: of measures by their situation, of the parties of one."""

from collections.abc import Iterable

from yhdyspinta_cli.facts.standings import PartyStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary import SITUATIONS, Situation

Counts = tuple[tuple[Situation, int], ...]
"""How many are in each situation, in the order of `SITUATIONS`."""


def told(counts: Counts) -> Counts:
    """Return what is said of the counts: only what somebody is in."""
    return tuple((situation, n) for situation, n in counts if n)


def counts(situations: Iterable[Situation]) -> Counts:
    """Return how many there are in each situation; what nobody is in is counted as 0."""
    found: dict[Situation, int] = dict.fromkeys(SITUATIONS, 0)
    for situation in situations:
        found[situation] += 1
    return tuple(found.items())


@frozen
class Tally:
    """How parties stand: how many in all, and in each situation."""

    total: int
    counts: Counts

    def number(self, situation: Situation) -> int:
        """Return how many are in a situation."""
        return dict(self.counts)[situation]


def tally(parties: Iterable[PartyStanding]) -> Tally:
    """Return how these standings divide; nothing unknown or disputed is hidden in another."""
    found = tuple(party.situation for party in parties)
    return Tally(len(found), counts(found))
