"""The state of measures on a day, from updates that are never edited.

A day counts an update from the last day its `on` can mean. A correction takes the place of the
update it names, from its own `on` on; what was *known* on a day is a question to git.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import STATES, State, Update


@dataclass(frozen=True, slots=True)
class PartyStanding:
    """One party's state on one measure; more than one latest update means it is disputed."""

    party: Party
    latest: tuple[Update, ...]

    @property
    def state(self) -> State | None:
        """The party's state, None where there is no information."""
        return self.latest[-1].state if self.latest else None

    @property
    def is_disputed(self) -> bool:
        """True where different actors report different states of the same party."""
        return len({update.state for update in self.latest}) > 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure's own state and, beside it, its parties'."""

    measure: Measure
    latest: Update | None
    parties: tuple[PartyStanding, ...]

    @property
    def state(self) -> State | None:
        """The measure's own state; never computed from the parties'. None: no information."""
        return self.latest.state if self.latest else None


def standing(kb: KnowledgeBase, measure: Measure, day: date) -> Standing:
    """Return the state of one measure on `day`."""
    return standings(kb, [measure], day)[0]


def standings(kb: KnowledgeBase, measures: Sequence[Measure], day: date) -> tuple[Standing, ...]:
    """Return the state of each measure on `day`, in the order given."""
    by_measure: dict[str, list[Update]] = {}
    for update in effective(kb, day):
        by_measure.setdefault(update.measure, []).append(update)
    return tuple(_standing(kb, m, by_measure.get(m.id, [])) for m in measures)


def effective(kb: KnowledgeBase, day: date) -> tuple[Update, ...]:
    """Return the updates that hold on `day`, oldest first, without those corrected by then."""
    known = sorted(
        (update for update in kb.updates if update.on.last <= day),
        key=lambda update: (update.on.last, update.id),
    )
    replaced = {update.corrects for update in known if update.corrects is not None}
    return tuple(u for u in known if u.id not in replaced and u.state is not None)


def _standing(kb: KnowledgeBase, measure: Measure, updates: list[Update]) -> Standing:
    own = [update for update in updates if update.party is None]
    parties: dict[str, Party] = {}
    for responsibility in measure.responsible:
        parties.update((party.id, party) for party in kb.parties_behind(responsibility.actor))
    for update in updates:
        reported = kb.find(Party, update.party)
        if reported is not None:
            parties.setdefault(reported.id, reported)
    return Standing(
        measure,
        own[-1] if own else None,
        tuple(
            PartyStanding(party, _latest([u for u in updates if u.party == party.id]))
            for party in parties.values()
        ),
    )


def _latest(updates: list[Update]) -> tuple[Update, ...]:
    """Return each reporter's latest update on one party, oldest first."""
    latest: dict[str | None, Update] = {}
    for update in updates:
        latest.pop(update.by, None)
        latest[update.by] = update
    return tuple(latest.values())


Counts = tuple[tuple[State | None, int], ...]
"""How many have each state, in the order of `STATES`, *no information* (None) last."""


def counts(states: Iterable[State | None]) -> Counts:
    """Return how many there are of each state; states that nobody has are counted as 0."""
    found: dict[State | None, int] = dict.fromkeys((*STATES, None), 0)
    for state in states:
        found[state] += 1
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Overview:
    """How the measures stand on a day: in all, by interface and by goal."""

    day: date
    standings: tuple[Standing, ...]
    total: Counts
    by_interface: tuple[tuple[str, Counts], ...]
    by_goal: tuple[tuple[str, Counts], ...]


def overview(kb: KnowledgeBase, measures: Sequence[Measure], day: date) -> Overview:
    """Return the states of these measures on `day`, counted."""
    found = standings(kb, measures, day)
    return Overview(
        day,
        found,
        counts(s.state for s in found),
        tuple(
            (i.id, counts(s.state for s in found if s.measure.interface == i.id))
            for i in kb.interfaces
        ),
        tuple((g.id, counts(s.state for s in found if s.measure.goal == g.id)) for g in kb.goals),
    )
