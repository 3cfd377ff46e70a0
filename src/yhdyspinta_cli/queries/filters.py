"""Which records are wanted: by interface, goal, party, actor, state and force."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from yhdyspinta_cli.facts import arrival, region, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import ENDED, Binding

R = TypeVar("R", bound=Record)


@frozen
class Wanted:
    """What a record must have; None asks for nothing.

    `state` may be ``no-information`` or another word for a measure that is in no state, or
    ``ended``: completed, cancelled or merged.
    """

    interface: str | None = None
    goal: str | None = None
    party: str | None = None
    actor: str | None = None
    state: str | None = None
    binding: Binding | None = None


EVERYTHING = Wanted()
"""No filter: every record."""


BY_NAME = ("party", "actor", "body", "project", "area", "author", "abbreviation", "reference")
"""Kinds listed by name, å ä ö last; every other kind keeps the order of the data."""

BY_DAY = ("update", "value", "event", "round", "publication")
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
    if isinstance(when, Moment):
        return when.last
    return when if isinstance(when, date) else date.min


def select(kb: KnowledgeBase, kind: type[R], wanted: Wanted, day: date) -> tuple[R, ...]:
    """Return the records of a kind that have everything that is wanted, in its list's order.

    A report counts from the last day it can speak of, as in every other answer.
    """
    records: tuple[R, ...] = region.measures(kb, day) if kind is Measure else kb.of(kind)  # type: ignore[assignment]
    keep = keeping(kb, wanted, day)
    # Who has left is listed with the day; who is yet to join changes no earlier list.
    return ordered(kind.kind, (r for r in records if not arrival.is_later(kb, r, day) and keep(r)))


def keeping(kb: KnowledgeBase, wanted: Wanted, day: date) -> Callable[[Record], bool]:
    """Return the test whether a record has everything that is wanted on the day.

    An indicator, a report or an obligation has the goal, the interface, the state and the force
    of its measure where it has none of its own; what belongs to no measure is in no state.
    """
    if wanted == EVERYTHING:
        return lambda _record: True
    # It brings the periods of obligations, which most questions do not ask for.
    from yhdyspinta_cli.facts import belongs

    asked = [key for key in (wanted.party, wanted.actor) if key is not None]
    in_state: set[str] = set()
    states: tuple[str, ...] = ENDED if wanted.state == "ended" else (wanted.state or "",)
    if wanted.state is not None:
        in_state = {
            found.measure.id
            for found in standings.of(kb, region.measures(kb, day), day)
            if found.situation in states
        }

    def is_in_state(record: Record) -> bool:
        if isinstance(record, Update):
            return record.state in states
        return any(measure.id in in_state for measure in belongs.measures(kb, record))

    def keep(record: Record) -> bool:
        if wanted.interface and wanted.interface not in belongs.interfaces(kb, record):
            return False
        if wanted.goal and wanted.goal not in belongs.goals(kb, record):
            return False
        if wanted.binding and not belongs.is_bound(kb, record, wanted.binding, asked, day):
            return False
        if wanted.state and not is_in_state(record):
            return False
        # None is anyone.
        return belongs.concerns(kb, record, wanted.party, day) and belongs.concerns(
            kb, record, wanted.actor, day
        )

    return keep
