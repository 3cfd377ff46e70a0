"""What is recorded against what else is known: who speaks though gone, values, states, counts.

`contradictions` is all of it: the rules tell each kind where it is recorded, and the report tells
those of its day to those who settle them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import (
    corrections,
    cycles,
    happened,
    lifetime,
    measured,
    memo,
    region,
    standings,
    wholes,
)
from yhdyspinta_cli.facts.wholes import Beside
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ENDED, NOT_BEGUN, State


@frozen
class Gone:
    """A record that names somebody in a `field` who had ended or not begun on its day."""

    record: Correctable
    field: str
    actor: str
    ending: lifetime.Ending | None
    beginning: lifetime.Beginning | None


@frozen
class AgainstState:
    """A value that says yes of what is not started or is late, or no of what is completed.

    `late` is the due day that has passed, None where the value contradicts the state alone; `word`
    is the own word for the state, if it was told in one.
    """

    value: Value
    measure: Measure
    indicator: Indicator
    state: State
    late: date | None = None
    word: str | None = None


@frozen
class AgainstParties:
    """A count of parties (`number`) beside the number who have told it themselves."""

    value: Value
    measure: Measure
    indicator: Indicator
    number: int
    told: int


@frozen
class BeyondParties:
    """A count of parties that is greater than the number (`total`) of parties on its day."""

    value: Value
    indicator: Indicator
    total: int


@frozen
class DifferentValues:
    """Values of one indicator on one thing, the whole or a party, that hold and differ."""

    values: tuple[Value, ...]
    measure: Measure
    indicator: Indicator


@frozen
class MergerCircle:
    """Measures (`way`, the first again at the end) that are merged into each other, by `update`."""

    update: Update
    way: tuple[str, ...]


Contradiction = (
    AgainstState
    | AgainstParties
    | BeyondParties
    | Beside
    | DifferentValues
    | corrections.CorrectedTwice
    | MergerCircle
    | Gone
)


@memo.once
def contradictions(kb: KnowledgeBase, day: date) -> tuple[Contradiction, ...]:
    """Return what is recorded by `day` and contradicts what else is known on it, kind by kind.

    Without what has been corrected or taken back by then. Speakers who differ on a state are a
    dispute, and are told as that: `standings`.
    """
    return tuple(_contradictions(kb, day))


def _contradictions(kb: KnowledgeBase, day: date) -> Iterator[Contradiction]:
    yield from against_state(kb, day)
    yield from against_parties(kb, day)
    yield from (one for one in beyond_parties(kb) if one.value.on.last <= day)
    yield from against_whole(kb, day)
    yield from different_values(kb, day)
    yield from (one for one in corrections.corrected_twice(kb) if one.record.on.last <= day)
    yield from (one for one in merger_circles(kb) if one.update.on.last <= day)
    held = {event.id for event in happened.effective(kb, day)}
    for one in gone(kb):
        record = one.record
        if record.id in held if isinstance(record, Event) else corrections.holds(kb, record, day):
            yield one


def gone(kb: KnowledgeBase) -> Iterator[Gone]:
    """Yield every record in the name of somebody who had ended, or had not yet begun."""
    for record in kb.correctable:
        if record.void:
            continue
        for field in ("by", "party", "convener", "chair"):
            key = getattr(record, field, None)
            if not isinstance(key, str):
                continue
            ending = lifetime.ending(kb, key, record.on.first)
            beginning = lifetime.beginning(kb, key, record.on.last)
            if ending is not None or beginning is not None:
                yield Gone(record, field, key, ending, beginning)


def against_state(kb: KnowledgeBase, day: date) -> Iterator[AgainstState]:
    """Yield the values that hold on `day` and contradict the state of whom they speak of.

    Of what is late only where every indicator of the measure says that it is done: one of
    several may be reached while the rest is waited for.
    """
    held = measured.holding(kb, day)
    for standing in standings.reported(kb, day):
        states = {p.party.id: p for p in standing.parties}
        for indicator in standing.measure.indicators:
            for value in held.get(indicator.id, ()):
                whose = states.get(value.party) if value.party else standing
                state = whose.state if whose is not None else None
                if whose is None or state is None:
                    continue
                against = AgainstState(value, standing.measure, indicator, state, word=whose.word)
                if (measured.is_yes(indicator, value), state) == (False, "completed"):
                    yield against
                elif not measured.is_reached(indicator, value):
                    continue
                elif state in NOT_BEGUN:
                    yield against
                elif (
                    standing.measure.due is not None
                    and standing.measure.due < day
                    and state not in ENDED
                    and _all_reached(standing.measure, value.party, held)
                ):
                    yield replace(against, late=standing.measure.due)


def _all_reached(
    measure: Measure, party: str | None, held: Mapping[str, tuple[Value, ...]]
) -> bool:
    """True where each indicator has values on the measure, or the party, and all say it is done."""
    for indicator in measure.indicators:
        own = [value for value in held.get(indicator.id, ()) if value.party == party]
        if not own or not all(measured.is_reached(indicator, value) for value in own):
            return False
    return True


def against_parties(kb: KnowledgeBase, day: date) -> Iterator[AgainstParties]:
    """Yield the counts of parties that are another number than the parties have told.

    A count is that of its own day, and parties tell later: one that lies between what they had
    told then and what they have told by `day` contradicts nothing. What is more than there are
    parties is another fault, and left out here.
    """
    held = measured.holding(kb, day)
    for measure in region.measures(kb, day):
        for indicator in measure.indicators:
            if indicator.type != "count-of-parties":
                continue
            told = measured.parties_told(kb, measure, indicator, day)
            for value in held.get(indicator.id, ()):
                number, then = value.value, value.on.last
                if value.party is not None or isinstance(number, bool) or told is None:
                    continue
                if not isinstance(number, int) or number > len(region.parties(kb, then)):
                    continue
                before = measured.parties_told(kb, measure, indicator, then) or told
                least = min(before.certain, told.certain)
                if not least <= number <= max(before.possible, told.possible):
                    yield AgainstParties(value, measure, indicator, number, told.certain)


def beyond_parties(kb: KnowledgeBase) -> Iterator[BeyondParties]:
    """Yield the counts of parties that are greater than their number on the day counted."""
    for value in corrections.uncorrected(kb.values):
        indicator = kb.find(Indicator, value.indicator)
        if indicator is None or indicator.type != "count-of-parties":
            continue
        number, total = value.value, len(region.parties(kb, value.on.last))
        if number is not None and not isinstance(number, bool | str) and number > total:
            yield BeyondParties(value, indicator, total)


def against_whole(kb: KnowledgeBase, day: date) -> Iterator[Beside]:
    """Yield the measures completed as a whole of which parties tell that they are not."""
    for standing in standings.reported(kb, day):
        found = wholes.beside(standing)
        if found is not None and found.unfinished:
            yield found


def different_values(kb: KnowledgeBase, day: date) -> Iterator[DifferentValues]:
    """Yield the values that hold on `day` and say different things of one thing."""
    held = measured.holding(kb, day)
    for measure in region.measures(kb, day):
        for indicator in measure.indicators:
            whose: dict[str | None, list[Value]] = {}
            for value in held.get(indicator.id, ()):
                whose.setdefault(value.party, []).append(value)
            for values in whose.values():
                if measured.is_disputed(values[0], values):
                    yield DifferentValues(tuple(values), measure, indicator)


def merger_circles(kb: KnowledgeBase) -> Iterator[MergerCircle]:
    """Yield each circle in which measures are merged into each other, or one into itself."""
    found = [
        (record, record.merged_into)
        for record in corrections.uncorrected(kb.updates)
        if record.merged_into is not None
    ]
    edges: dict[str, tuple[str, ...]] = {}
    for record, target in found:
        edges[record.measure] = (*edges.get(record.measure, ()), target)
    for way in cycles.cycles(edges):
        update = next(r for r, target in found if (r.measure, target) == way[:2])
        yield MergerCircle(update, way)
