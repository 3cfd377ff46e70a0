"""The bodies of each interface."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters


@dataclass(frozen=True, slots=True)
class Structure:
    """An interface and its bodies, in the order of the data."""

    interface: Interface
    bodies: tuple[Body, ...]


def structures(
    kb: KnowledgeBase, day: date, *, interface: str | None = None
) -> tuple[Structure, ...]:
    """Return the bodies by interface, all or those of one; an interface without any is left out."""
    found = []
    for group in kb.interfaces:
        keep = filters.keeping(kb, filters.Wanted(interface=group.id), day)
        bodies = tuple(body for body in kb.bodies if keep(body))
        if bodies and interface in (None, group.id):
            found.append(Structure(group, bodies))
    return tuple(found)
