"""Whom records concern, and who decides on them: of every kind whose records say it."""

from collections.abc import Iterator

from yhdyspinta_cli.model.catalogue import CONCERNING, Kind
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record


def concerned(kb: KnowledgeBase) -> Iterator[tuple[Kind, Record, tuple[str, ...]]]:
    """Yield each record of these kinds, with its kind and those whom it concerns (ids)."""
    for kind in CONCERNING:
        for record in kb.of(kind.record):
            yield kind, record, getattr(record, "concerns", ())


def deciding(kb: KnowledgeBase) -> Iterator[tuple[Record, str]]:
    """Yield what somebody is to decide on, with who that is: interfaces, bodies, these kinds."""
    others = (record for _kind, record, _keys in concerned(kb))
    for record in (*kb.interfaces, *kb.bodies, *others):
        decides = getattr(record, "decides", None)
        if decides is not None:
            yield record, decides
