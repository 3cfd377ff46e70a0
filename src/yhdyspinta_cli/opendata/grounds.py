"""The acts on which bodies, obligations and their doers rest."""

from collections.abc import Iterator
from operator import itemgetter

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Body, Ground
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.opendata import keys, nouns
from yhdyspinta_cli.opendata.table import OpenColumn, OpenTable

_Row = tuple[str, int, int | None, Ground]


def table() -> OpenTable:
    """Return the table of grounds: a row is the record, its number, the doer's number, the act."""
    whose = _("The number of the doer in the table doers, where it binds that doer alone")
    return OpenTable(
        "grounds",
        _("Grounds in law"),
        _("One row: an act on which a body, an obligation or the duty of one doer rests"),
        ("record", "position"),
        (
            keys.base(),
            keys.holder("record", _("Of record"), "records"),
            keys.position(),
            OpenColumn("doer", "integer", _("Doer"), whose, itemgetter(2)),
            *nouns.columns(Ground, reading=itemgetter(3)),
        ),
        lambda asked: _rows(asked.kb),
    )


def _rows(kb: KnowledgeBase) -> Iterator[_Row]:
    for body in kb.of(Body):
        for number, ground in enumerate(body.legal_basis, 1):
            yield body.id, number, None, ground
    for obligation in kb.of(Obligation):
        found: list[tuple[int | None, Ground]] = [(None, one) for one in obligation.basis]
        for doer, one in enumerate(obligation.doers, 1):
            found.extend((doer, ground) for ground in one.basis)
        for number, (whose, ground) in enumerate(found, 1):
            yield obligation.id, number, whose, ground
