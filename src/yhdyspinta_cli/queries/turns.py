"""Who and what was new or gone in a year, and which acts came into force or were repealed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Statute
from yhdyspinta_cli.model.record import Record

_DAY = timedelta(days=1)

What = lifetime.Turn | Literal["in-force", "repealed"]


@frozen
class Transition:
    """A beginning or an end: of whom, when as the data have it, who came after.

    `successor` is the id of an actor or of the measure that goes on, of an act what it was
    repealed by as printed.
    """

    record: Record
    what: What
    when: date | Moment
    successor: str | None = None

    @property
    def last(self) -> date:
        """The day itself, of a month or a year its last."""
        return self.when.last if isinstance(self.when, Moment) else self.when

    @property
    def since(self) -> date:
        """The first day on which it has happened: who ends or leaves is there on its last day."""
        return self.last + _DAY if self.what in ("ended", "left") else self.last


def turns(kb: KnowledgeBase, year: int, day: date) -> tuple[Transition, ...]:
    """Return which measures, actors, projects and acts were new or gone in a year, up to `day`.

    A month or a year counts from its last day. What ends is there on its last day: who was there
    to the end of a year is gone in the next. What ends with what it is a part of is told as the
    end of that.
    """
    found = (turn for turn in _all(kb) if turn.since.year == year and turn.since <= day)
    return tuple(
        sorted(found, key=lambda turn: (turn.last, sort_key(turn.record.name_shown), turn.what))
    )


def _all(kb: KnowledgeBase) -> Iterator[Transition]:
    for record in (*kb.all_actors, *kb.measures):
        for turn, when in lifetime.turns(record):
            after = getattr(record, "successor", None) if turn == "ended" else None
            yield Transition(record, turn, when, after)
    for statute in kb.of(Statute):
        if statute.in_force is not None:
            yield Transition(statute, "in-force", statute.in_force)
        if statute.repealed is not None:
            yield Transition(statute, "repealed", statute.repealed, statute.repealed_by)
