"""Which records are wanted: by interface, goal, party, actor and state."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from yhdyspinta_cli.facts import naming, standings, trails
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.duties import Obligation
from yhdyspinta_cli.model.fields import ACTOR_KINDS, Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import BINDINGS, NO_INFORMATION, Binding

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must have; None asks for nothing. `state` may be ``no-information``."""

    interface: str | None = None
    goal: str | None = None
    party: str | None = None
    actor: str | None = None
    state: str | None = None
    binding: Binding | None = None


BY_NAME = ("party", "actor", "body", "project", "area", "author", "abbreviation", "reference")
"""Kinds listed by name, å ä ö last; every other kind keeps the order of the data."""

BY_DAY = ("update", "value", "event")
"""Kinds listed by the day they speak of."""


def ordered(kind: str, records: Iterable[R]) -> tuple[R, ...]:
    """Return the records of a kind in the order of its list."""
    if kind in BY_NAME:
        return tuple(sorted(records, key=lambda record: sort_key(record.name_shown)))
    if kind in BY_DAY:
        return tuple(sorted(records, key=lambda record: (_last_day(record), record.id)))
    return tuple(records)


def _last_day(record: Record) -> date:
    when = getattr(record, "on", None)
    return when.last if isinstance(when, Moment) else date.min


def select(kb: KnowledgeBase, kind: type[R], wanted: Wanted, day: date) -> tuple[R, ...]:
    """Return the records of a kind that have everything that is wanted, in its list's order.

    A report counts from the last day it can speak of, as in every other answer.
    """
    records: tuple[R, ...] = kb.measures if kind is Measure else kb.of(kind)  # type: ignore[assignment]
    keep = keeping(kb, wanted, day)
    return ordered(kind.kind, (r for r in records if _last_day(r) <= day and keep(r)))


def keeping(kb: KnowledgeBase, wanted: Wanted, day: date) -> Callable[[Record], bool]:
    """Return the test whether a record has everything that is wanted on the day.

    An indicator, a report or an obligation has the goal, the interface and the state of its
    measure where it has none of its own; what belongs to no measure is in no state.
    """
    in_state: set[str] = set()
    if wanted.state is not None:
        in_state = {
            found.measure.id
            for found in standings.of(kb, kb.measures, day)
            if (found.state or NO_INFORMATION) == wanted.state
        }

    def keep(record: Record) -> bool:
        measures = _measures(kb, record)
        if wanted.interface and wanted.interface not in _values(record, measures, "interface"):
            return False
        if wanted.goal and wanted.goal not in _values(record, measures, "goal"):
            return False
        if wanted.state and isinstance(record, Update):
            return record.state == wanted.state
        if wanted.state and not any(measure.id in in_state for measure in measures):
            return False
        if wanted.binding and wanted.binding != _binding(record, measures):
            return False
        return all(_concerns(kb, record, key, day) for key in (wanted.party, wanted.actor) if key)

    return keep


def _measures(kb: KnowledgeBase, record: Record) -> tuple[Measure, ...]:
    """Return the measures a record belongs to: itself, its own, those that name it."""
    if isinstance(record, Measure):
        return (record,)
    own = kb.measure_of(record)
    if own is None and isinstance(record, Obligation):
        return tuple(m for m in kb.measures if record.id in m.obligations)
    return (own,) if own else ()


def _values(record: Record, measures: tuple[Measure, ...], name: str) -> set[str]:
    """Return a field of a record, else of the measures it belongs to."""
    own = getattr(record, name, None)
    return {own} if own else {getattr(measure, name) for measure in measures}


def _binding(record: Record, measures: tuple[Measure, ...]) -> Binding | None:
    """Return what a record rests on: its own ground, else the programme of its measure."""
    own = getattr(record, "binding", None)
    for binding in BINDINGS:
        if own == binding:
            return binding
    if record.kind == "duty":
        return "law"
    return "programme" if measures else None


def _concerns(kb: KnowledgeBase, record: Record, key: str, day: date) -> bool:
    """True where the record is the actor, names it, or names one behind which it stands."""
    return any(
        name == key or trails.to(kb, name, key, day) is not None for name in _named(kb, record, day)
    )


def _named(kb: KnowledgeBase, record: Record, day: date) -> Iterator[str]:
    """Yield the actors that a record names: what it is, who answers, who sits, who reported."""
    if record.kind in ACTOR_KINDS:
        yield record.id
    if isinstance(record, Measure):
        yield from (one.actor for one in naming.named(kb, record, day))
    elif isinstance(record, Body):
        yield from trails.sitting(record)
    elif isinstance(record, Obligation):
        yield from (doer.actor for doer in record.doers)
    else:
        for _route, name, ref in walk.references(record):
            if set(ref.kinds) & set(ACTOR_KINDS):
                yield name
