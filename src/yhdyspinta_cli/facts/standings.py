"""The state of measures on a day, from updates that are never edited.

A day counts an update from the last day its `on` can mean. A correction takes the place of the
update it names, from its own `on` on; what was *known* on a day is a question to git. Whatever
is added with a later `on` changes nothing about a day.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ENDED, STATES, State

SILENT_AFTER = 6
"""After how many months without an update a measure counts as silent, unless asked otherwise."""


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
class MeasureStanding:
    """A measure's own state and, beside it, its parties'.

    `parties` are those behind its responsibles; `others` have reported and are not, and are
    never counted. `heard` is the day of the latest update on it, its parties' included, None
    where there is none.
    """

    measure: Measure
    latest: Update | None
    parties: tuple[PartyStanding, ...]
    others: tuple[PartyStanding, ...] = ()
    heard: date | None = None

    @property
    def state(self) -> State | None:
        """The measure's own state; never computed from the parties'. None: no information."""
        return self.latest.state if self.latest else None

    def is_late(self, day: date) -> bool:
        """True where the measure's due day has passed and it is neither completed nor ended."""
        due = self.measure.due
        return due is not None and due < day and self.state not in ENDED

    def is_silent(self, day: date, months: int = SILENT_AFTER) -> bool:
        """True where something was heard once, but nothing for so many months, and it goes on.

        A measure of which nothing was ever heard is not silent: there is no information.
        """
        if self.heard is None or self.state in ENDED:
            return False
        return self.heard < months_before(day, months)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, the last of the month where there is none."""
    count = day.year * 12 + day.month - 1 - months
    year, month = max(count // 12, 1), count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def order(record: Update | Value) -> tuple[date, str]:
    """Return what sorts reports in time: the day one counts from; a tie is broken by file name."""
    return record.on.last, record.id


def of_one(kb: KnowledgeBase, measure: Measure, day: date) -> MeasureStanding:
    """Return the state of one measure on `day`."""
    return of(kb, [measure], day)[0]


def of(kb: KnowledgeBase, measures: Sequence[Measure], day: date) -> tuple[MeasureStanding, ...]:
    """Return the state of each measure on `day`, in the order given."""
    by_measure: dict[str, list[Update]] = {}
    for update in effective(kb, day):
        by_measure.setdefault(update.measure, []).append(update)
    return tuple(_standing(kb, m, by_measure.get(m.id, [])) for m in measures)


def effective(kb: KnowledgeBase, day: date) -> tuple[Update, ...]:
    """Return the updates that hold on `day`, oldest first, without those corrected by then."""
    known = sorted((update for update in kb.updates if update.on.last <= day), key=order)
    replaced = {update.corrects for update in known if update.corrects is not None}
    return tuple(u for u in known if u.id not in replaced and u.state is not None)


def _standing(kb: KnowledgeBase, measure: Measure, updates: list[Update]) -> MeasureStanding:
    own = [update for update in updates if update.party is None]
    behind = kb.answering(measure)
    by_party: dict[str, list[Update]] = {}
    for update in updates:
        by_party.setdefault(update.party or "", []).append(update)
    others = (party for party in kb.parties if party.id in by_party and party not in behind)

    def stand(parties: Iterable[Party]) -> tuple[PartyStanding, ...]:
        return tuple(PartyStanding(p, _latest(by_party.get(p.id, []))) for p in parties)

    return MeasureStanding(
        measure,
        own[-1] if own else None,
        stand(behind),
        stand(others),
        updates[-1].on.last if updates else None,
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


ALWAYS_TOLD: tuple[State | None, ...] = ("completed", "in-progress", "not-started", None)
"""States that an honest line names even where nobody has them; the others only where one has."""


def told(counts: Counts) -> Counts:
    """Return what an honest line says of the counts."""
    return tuple((state, n) for state, n in counts if n or state in ALWAYS_TOLD)


def counts(states: Iterable[State | None]) -> Counts:
    """Return how many there are of each state; states that nobody has are counted as 0."""
    found: dict[State | None, int] = dict.fromkeys((*STATES, None), 0)
    for state in states:
        found[state] += 1
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Tally:
    """How parties stand: how many in all, in each state, and disputed (in no state then)."""

    total: int
    counts: Counts
    disputed: int


def tally(parties: Iterable[PartyStanding]) -> Tally:
    """Return how these standings divide; nothing unknown or disputed is hidden in another."""
    found = tuple(parties)
    clear = tuple(p.state for p in found if not p.is_disputed)
    return Tally(len(found), counts(clear), len(found) - len(clear))
