"""Which records are wanted: by interface, goal, party, actor and state."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.queries import status

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must have; None asks for nothing. `state` may be ``no-information``."""

    interface: str | None = None
    goal: str | None = None
    party: str | None = None
    actor: str | None = None
    state: str | None = None


def select(kb: KnowledgeBase, kind: type[R], wanted: Wanted, day: date) -> tuple[R, ...]:
    """Return the records of a kind that have everything that is wanted, in the data's order."""
    records: tuple[R, ...] = kb.measures if kind is Measure else kb.of(kind)  # type: ignore[assignment]
    found = tuple(record for record in records if _fits(kb, record, wanted))
    if wanted.state is None or kind is not Measure:
        return found
    standings = status.standings(kb, found, day)  # type: ignore[arg-type]
    return tuple(
        record
        for record, standing in zip(found, standings, strict=True)
        if (standing.state or "no-information") == wanted.state
    )


def _fits(kb: KnowledgeBase, record: Record, wanted: Wanted) -> bool:
    if wanted.interface and getattr(record, "interface", None) != wanted.interface:
        return False
    if wanted.goal and getattr(record, "goal", None) != wanted.goal:
        return False
    if isinstance(record, Measure):
        actors = [r.actor for r in record.responsible]
        if wanted.party and not any(
            party.id == wanted.party for key in actors for party in kb.parties_behind(key)
        ):
            return False
        return not wanted.actor or any(
            wanted.actor == key or wanted.actor in (m.actor for m in kb.members(key))
            for key in actors
        )
    if isinstance(record, Update):
        return wanted.party in (None, record.party) and wanted.actor in (None, record.by)
    return wanted.party in (None, getattr(record, "party", None)) and wanted.actor in (
        None,
        getattr(record, "actor", None),
    )
