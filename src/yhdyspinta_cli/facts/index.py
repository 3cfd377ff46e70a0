"""The reports by what they are about: nobody walks all of them for one.

Each index is built once for a knowledge base, in one walk over its records.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from yhdyspinta_cli.facts import memo, ranks
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", bound=Record)


def grouped(found: Iterable[tuple[K, R]]) -> dict[K, tuple[R, ...]]:
    """Return the records by their keys, those of one key in the order in which they come."""
    groups: dict[K, list[R]] = {}
    for key, record in found:
        groups.setdefault(key, []).append(record)
    return {key: tuple(records) for key, records in groups.items()}


# Of most measures of a large programme nothing is told: nothing is remembered of each of them.
def updates(kb: KnowledgeBase, measure: str) -> tuple[Update, ...]:
    """Return every update on a measure (its id), the earlier word before the later."""
    return _updates_in_time(kb, measure) if measure in _updates(kb) else ()


@memo.once
def _updates_in_time(kb: KnowledgeBase, measure: str) -> tuple[Update, ...]:
    return tuple(sorted(_updates(kb)[measure], key=ranks.order))


@memo.once
def _updates(kb: KnowledgeBase) -> Mapping[str, tuple[Update, ...]]:
    return grouped((update.measure, update) for update in kb.updates)


def values(kb: KnowledgeBase, indicator: str) -> tuple[Value, ...]:
    """Return every value of an indicator (its id), the earlier word before the later."""
    return _values_in_time(kb, indicator) if indicator in _values(kb) else ()


@memo.once
def _values_in_time(kb: KnowledgeBase, indicator: str) -> tuple[Value, ...]:
    return tuple(sorted(_values(kb)[indicator], key=ranks.order))


@memo.once
def _values(kb: KnowledgeBase) -> Mapping[str, tuple[Value, ...]]:
    return grouped((value.indicator, value) for value in kb.values)


def events(kb: KnowledgeBase, measure: str) -> tuple[Event, ...]:
    """Return the events that name a measure (its id), in the order of the files."""
    return _events(kb).get(measure, ())


@memo.once
def _events(kb: KnowledgeBase) -> Mapping[str, tuple[Event, ...]]:
    return grouped((e.measure, e) for e in kb.events if e.measure is not None)
