"""Which records are wanted: by interface, goal, party, actor and state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.fields import ACTOR_KINDS, Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import NO_INFORMATION
from yhdyspinta_cli.queries import links, status

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must have; None asks for nothing. `state` may be ``no-information``."""

    interface: str | None = None
    goal: str | None = None
    party: str | None = None
    actor: str | None = None
    state: str | None = None


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
    """Return the records of a kind that have everything that is wanted, in its list's order."""
    records: tuple[R, ...] = kb.measures if kind is Measure else kb.of(kind)  # type: ignore[assignment]
    found = ordered(kind.kind, (record for record in records if _fits(kb, record, wanted)))
    if wanted.state is None or kind is not Measure:
        return found
    standings = status.standings(kb, found, day)  # type: ignore[arg-type]
    return tuple(
        record
        for record, standing in zip(found, standings, strict=True)
        if (standing.state or NO_INFORMATION) == wanted.state
    )


def _fits(kb: KnowledgeBase, record: Record, wanted: Wanted) -> bool:
    if wanted.interface and _value(kb, record, "interface") != wanted.interface:
        return False
    if wanted.goal and _value(kb, record, "goal") != wanted.goal:
        return False
    return all(_concerns(kb, record, key) for key in (wanted.party, wanted.actor) if key)


def _value(kb: KnowledgeBase, record: Record, name: str) -> object:
    """Return a field of a record, or of the measure that an indicator or a report belongs to."""
    if hasattr(record, name):
        return getattr(record, name)
    return getattr(kb.measure_of(record), name, None)


def _concerns(kb: KnowledgeBase, record: Record, key: str) -> bool:
    """True where the record is the actor, names it, or names one behind which it stands."""
    return any(name == key or links.link(kb, name, key) is not None for name in _named(record))


def _named(record: Record) -> Iterator[str]:
    """Yield the actors that a record names: what it is, who answers, who sits, who reported."""
    if record.kind in ACTOR_KINDS:
        yield record.id
    if isinstance(record, Measure):
        yield from (r.actor for r in record.responsible)
    elif isinstance(record, Body):
        yield from links.sitting(record)
    else:
        for _route, name, ref in walk.references(record):
            if set(ref.kinds) & set(ACTOR_KINDS):
                yield name
