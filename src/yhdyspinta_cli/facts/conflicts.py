"""What is recorded against what else is known: who speaks though gone, values, states, counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import lifetime, measured, region, standings
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import State


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that names somebody in a `field` who had ended or not begun on its day."""

    record: Update | Value | Event
    field: str
    actor: str
    ending: lifetime.Ending | None
    beginning: lifetime.Beginning | None


@dataclass(frozen=True, slots=True)
class AgainstState:
    """A value that says yes of what is not started, or no of what is completed."""

    value: Value
    measure: Measure
    indicator: Indicator
    state: State


@dataclass(frozen=True, slots=True)
class AgainstParties:
    """A count of parties (`number`) beside the number who have told it themselves."""

    value: Value
    measure: Measure
    indicator: Indicator
    number: int
    told: int


def gone(kb: KnowledgeBase) -> Iterator[Gone]:
    """Yield every record in the name of somebody who had ended, or had not yet begun."""
    records: tuple[Update | Value | Event, ...] = (*kb.updates, *kb.values, *kb.events)
    for record in records:
        if getattr(record, "void", False):
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
    """Yield the values that hold on `day` and contradict the state of whom they speak of."""
    held = measured.holding(kb, day)
    for standing in standings.of(kb, region.measures(kb, day), day):
        states = {p.party.id: p for p in standing.parties}
        for indicator in standing.measure.indicators:
            for value in held.get(indicator.id, ()):
                said = measured.is_yes(indicator, value)
                whose = states.get(value.party) if value.party else standing
                state = whose.state if whose is not None else None
                if state is not None and (said, state) in (
                    (True, "not-started"),
                    (False, "completed"),
                ):
                    yield AgainstState(value, standing.measure, indicator, state)


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
            told = _told(kb, measure, indicator, day)
            for value in held.get(indicator.id, []):
                number, then = value.value, value.on.last
                if value.party is not None or isinstance(number, bool) or told is None:
                    continue
                if not isinstance(number, int) or number > len(region.parties(kb, then)):
                    continue
                told_then = _told(kb, measure, indicator, then)
                known = [told] if told_then is None else sorted((told_then, told))
                if not known[0] <= number <= known[-1]:
                    yield AgainstParties(value, measure, indicator, number, told)


def _told(kb: KnowledgeBase, measure: Measure, indicator: Indicator, day: date) -> int | None:
    values = measured.holding(kb, day).get(indicator.id, [])
    return measured.count_told(standings.of_one(kb, measure, day), values)
