"""On which acts the agreement and the programme rest, as cited and as the register has them."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.agreement import Agreement, Citation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Statute
from yhdyspinta_cli.model.programme import Programme


@frozen
class Basis:
    """One document with what it cites, each act as the register has it (None: it has not)."""

    document: Agreement | Programme
    cited: tuple[tuple[Citation, Statute | None], ...]


def legal_basis(kb: KnowledgeBase) -> tuple[Basis, ...]:
    """Return the legal basis of each document that has one, the agreement's first."""
    documents: tuple[Agreement | Programme | None, ...] = (kb.agreement, kb.programme)
    return tuple(
        Basis(document, tuple((c, kb.find(Statute, c.statute)) for c in document.legal_basis))
        for document in documents
        if document is not None and document.legal_basis
    )
