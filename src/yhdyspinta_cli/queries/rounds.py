"""How a round stands: who was asked about a year, who has answered, how completely, who is late."""

from datetime import date

from yhdyspinta_cli.facts import lifetime, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.vocabulary import RoundState


@frozen
class PartyRound:
    """A party in a round as of a day: when it was last asked, and its answers, oldest first."""

    party: Party
    day: date
    asked: Round | None
    answers: tuple[Round, ...]

    @property
    def answer(self) -> Round | None:
        """The answer that tells the most, of several of them the latest; None without one."""
        return max(self.answers, key=lambda one: (one.filled or 0, one.on), default=None)

    @property
    def is_whole(self) -> bool:
        """True where every row was answered, or the party says that the rest is as before."""
        return any(one.unchanged or one.filled == one.rows for one in self.answers)

    @property
    def state(self) -> RoundState:
        """Whether it has answered; of one that has not whether it is late, or was never asked."""
        if self.answers:
            return "answered"
        if self.asked is None:
            return "not-asked"
        is_late = self.asked.due is not None and self.asked.due < self.day
        return "late" if is_late else "waiting"


@frozen
class RoundStanding:
    """A round as of a day, party by party in the order of their names."""

    year: int
    day: date
    parties: tuple[PartyRound, ...]

    def of(self, *states: RoundState) -> tuple[PartyRound, ...]:
        """Return the parties in these states."""
        return tuple(one for one in self.parties if one.state in states)

    @property
    def was_held(self) -> bool:
        """True where somebody was asked, or has answered."""
        return any(one.state != "not-asked" for one in self.parties)


def standing(
    kb: KnowledgeBase, year: int, day: date, *, heard_by: date | None = None
) -> RoundStanding:
    """Return how the round of a year stands: of each of its parties, and of those once asked.

    Its parties are those of its last day, or of `day` where that is earlier: they are asked.

    What was asked and answered counts up to `heard_by`, the day itself where none is given: of a
    year that is over parties are asked after it.
    """
    last = day if heard_by is None else heard_by
    of_year = min(day, date(year, 12, 31))
    known = [one for one in kb.of(Round) if one.year == year and one.on <= last]
    there = {party.id: party for party in region.parties(kb, of_year)}
    for one in known:
        party = kb.find(Party, one.party)
        if party is not None:
            there.setdefault(party.id, party)
    return RoundStanding(
        year,
        day,
        tuple(
            _of_party(party, day, known)
            for party in sorted(there.values(), key=lambda one: sort_key(one.name))
        ),
    )


def receiver(kb: KnowledgeBase, party: Party, day: date) -> Party:
    """Return who answers for a party on a day: itself, or whoever came after one that has ended."""
    ending = lifetime.ending(kb, party.id, day)
    heir = kb.find(Party, ending.successor) if ending and ending.successor else None
    return party if heir is None else receiver(kb, heir, day)


def _of_party(party: Party, day: date, known: list[Round]) -> PartyRound:
    own = sorted((one for one in known if one.party == party.id), key=lambda one: one.on)
    asked = [one for one in own if one.type == "asked"]
    return PartyRound(
        party,
        day,
        asked[-1] if asked else None,
        tuple(one for one in own if one.type == "answered"),
    )
