"""The bodies of the whole agreement, and of each interface."""

from datetime import date

from yhdyspinta_cli.facts import belongs
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters


@frozen
class Structure:
    """An interface, None for the whole agreement, and its bodies, in the order of the data."""

    interface: Interface | None
    bodies: tuple[Body, ...]


def structures(
    kb: KnowledgeBase, day: date, *, interface: str | None = None
) -> tuple[Structure, ...]:
    """Return the bodies of the whole agreement, then those of each interface, or of one only.

    What has no body is left out.
    """
    found = []
    whole = tuple(body for body in kb.bodies if not belongs.interfaces(kb, body))
    if whole and interface is None:
        found.append(Structure(None, whole))
    for group in kb.interfaces:
        keep = filters.keeping(kb, filters.Wanted(interface=group.id), day)
        bodies = tuple(body for body in kb.bodies if keep(body))
        if bodies and interface in (None, group.id):
            found.append(Structure(group, bodies))
    return tuple(found)
