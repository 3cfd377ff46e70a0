"""What became of each measure, and of each party on it, since a day: one change each, and why.

The situations before, during and after are those of `facts`: nothing is compared but them.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from yhdyspinta_cli.facts import (
    corrections,
    happened,
    index,
    measures,
    naming,
    ranks,
    since,
    standings,
)
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.queries import ways_gone
from yhdyspinta_cli.vocabulary import CHANGE_KINDS, ChangeKind, Situation


@frozen
class ChangeStep:
    """A situation that something came into, and on which day."""

    on: date
    situation: Situation


@frozen
class Change:
    """What became of a measure as a whole (`party` is None) or of one party on it.

    The `kind` leads from the one count to the other: what is completed, merged, cancelled, paused
    or disputed at the end and was not so `before` is of that kind, whatever happened meanwhile;
    nothing else is. `also` is what else happened: it went back, a dispute was settled.

    `before` is the situation of the day compared with; `from_` the one it came from in the
    last step that counts for the kind (what it went back from, the dispute that was settled);
    `after` the one at the end, since the day `on`. `steps` are all situations since, by day.
    `update` is the report that brought it (None: it was taken back), `words` what the speakers say
    who disagree, or had said. `unchanged` is how many reports told what was so already.
    `is_counted` is False where the party neither answers for the measure nor takes part.
    """

    kind: ChangeKind
    also: tuple[ChangeKind, ...]
    measure: Measure
    party: Party | None
    before: Situation
    from_: Situation
    after: Situation
    on: date
    steps: tuple[ChangeStep, ...]
    update: Update | None
    words: tuple[Update, ...]
    unchanged: int
    is_counted: bool

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """Everything that it became, what it is counted as first."""
        return (self.kind, *self.also)


@frozen
class Recorded:
    """How many records of a year there are, and how many of them were corrected since."""

    number: int
    corrected: int


def between(kb: KnowledgeBase, then: date, day: date) -> tuple[Change, ...]:
    """Return what became, by `day`, of everything that was reported on after the day `then`.

    In the order of the kinds, then of the day, the measures and the parties.
    """
    places = {record.id: place for place, record in enumerate((*kb.measures, *kb.parties), 1)}
    about: dict[tuple[str, str | None], list[date]] = {}
    for update in kb.updates:
        measure = kb.find(Measure, update.measure)
        if not then < update.on.last <= day or measure is None:
            continue
        if measures.goes_on_after_its_end(measure, update):
            continue
        sole = naming.sole(kb, measure, day)
        party = None if sole is not None and update.party == sole.id else update.party
        about.setdefault((measure.id, party), []).append(update.on.last)

    def place(change: Change) -> tuple[int, date, int, int]:
        party = change.party.id if change.party else ""
        kind = CHANGE_KINDS.index(change.kind)
        return kind, change.on, places[change.measure.id], places.get(party, 0)

    found = []
    for (key, party_key), reported in about.items():
        measure = kb.find(Measure, key)
        assert measure is not None
        found.append(_change(kb, measure, party_key, sorted(reported), then))
    return tuple(sorted(found, key=place))


def after_the_end(kb: KnowledgeBase, year: int, day: date) -> tuple[tuple[Measure, Update], ...]:
    """Return the reports of a year, by `day`, that say that a measure goes on after its last day.

    Each with its measure; they change no state, and hold until they are corrected.
    """
    about = (
        (measure, update)
        for measure in kb.measures
        for update in index.updates(kb, measure.id)
        if update.on.last.year == year and update.state is not None
        if measures.goes_on_after_its_end(measure, update) and corrections.holds(kb, update, day)
    )
    return tuple(sorted(about, key=lambda found: ranks.order(found[1])))


def recorded(kb: KnowledgeBase, year: int, day: date) -> Recorded:
    """Return how many updates of a year were recorded by `day`, and how many corrected since."""
    known = [update for update in kb.updates if update.on.last <= day]
    corrected = {update.corrects for update in known}
    mine = [update for update in known if update.on.last.year == year]
    return Recorded(len(mine), sum(update.id in corrected for update in mine))


def recorded_events(kb: KnowledgeBase, year: int, day: date) -> Recorded:
    """Return how many events of a year were recorded by `day`, and how many corrected since.

    An event taken back, and the record that takes it back, are counted as corrected.
    """
    mine = [event for event in kb.events if event.on.last.year == year and event.on.last <= day]
    holding = {event.id for event in happened.effective(kb, day)}
    return Recorded(len(mine), sum(event.id not in holding for event in mine))


def _change(
    kb: KnowledgeBase, measure: Measure, party: str | None, reported: Sequence[date], then: date
) -> Change:
    days = list(dict.fromkeys(reported))
    steps = [_step(kb, measure, party, day) for day in (then, *days)]
    moved = [number for number, (one, two) in enumerate(pairwise(steps)) if one != two]
    last = moved[-1] if moved else len(days) - 1
    update = _bringing(kb, measure, party, days[last])
    is_void = bool(moved) and update is None
    kind, from_, also = ways_gone.kind(
        steps, is_void=is_void, is_mended=is_void or (update is not None and bool(update.corrects))
    )
    words = _words(kb, measure, party, days[last])
    if "settled" in (kind, *also):
        disputed = max(n for n, step in enumerate(steps) if step == "disputed")
        words = _words(kb, measure, party, days[disputed - 1] if disputed else then)
    return Change(
        kind=kind,
        also=also,
        measure=measure,
        party=kb.find(Party, party),
        before=steps[0],
        from_=from_,
        after=steps[-1],
        on=days[last],
        steps=tuple(ChangeStep(days[number], steps[number + 1]) for number in moved),
        update=update,
        words=words,
        unchanged=_told_again(steps, days, reported),
        is_counted=party is None or naming.counts_for(kb, measure, party, days[-1]),
    )


def _step(kb: KnowledgeBase, measure: Measure, party: str | None, day: date) -> Situation:
    """Return the situation of a day; a party that owes nothing has told nothing either."""
    found = since.situation(kb, measure, party, day)
    return "no-information" if found == "ended" else found


def _told_again(steps: Sequence[Situation], days: Sequence[date], reported: Sequence[date]) -> int:
    """Count the reports of days on which nothing changed; what settles or moves is no such."""
    same = {day for day, (one, two) in zip(days, pairwise(steps), strict=True) if one == two}
    return sum(day in same for day in reported)


def _words(kb: KnowledgeBase, measure: Measure, party: str | None, day: date) -> tuple[Update, ...]:
    if party is None:
        return standings.of_whole(kb, measure, day).words
    standing = standings.of_party(kb, measure, party, day)
    return standing.latest if standing is not None else ()


def _bringing(kb: KnowledgeBase, measure: Measure, party: str | None, day: date) -> Update | None:
    """Return the report of a day that holds on it, the latest where there are several."""
    words = _words(kb, measure, party, day)
    return next((word for word in reversed(words) if word.on.last == day), None)
