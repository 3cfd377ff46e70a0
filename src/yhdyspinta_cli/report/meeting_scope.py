"""What a body looks at in its meeting: measures and other records, by its interface and seats."""

from datetime import date

from yhdyspinta_cli.facts import behind, belongs, region
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Subject


class Scope:
    """What a body looks at: the measures of its interface and those it decides on.

    All of them where it has no interface, or one that has no letter of its own, the leadership of
    the whole, where it decides on several or for another body, and where it is the forum of all
    parties. `subjects` are what its tasks speak of.
    """

    def __init__(
        self, kb: KnowledgeBase, body: Body, subjects: frozenset[Subject], day: date
    ) -> None:
        self.body, self.subjects = body, subjects
        own = kb.find(Interface, body.interface)
        decided = {one.id for one in kb.interfaces if one.decides == body.id}
        is_above = len(decided) > 1 or any(one.decides == body.id for one in kb.bodies)
        of_all = body.type == "forum" and _seats_all(kb, body, day)
        self.is_whole = own is None or not own.letter or is_above or of_all
        self.interfaces = decided | ({own.id} if own else set())
        seen = [m for m in kb.measures if self.is_whole or m.interface in self.interfaces]
        self._keys = {measure.id for measure in seen}
        self._codes = {measure.code for measure in seen}

    def has(self, key: str) -> bool:
        """True for a measure (its id) that the body looks at."""
        return key in self._keys

    def has_code(self, code: str) -> bool:
        """True for a measure (its code) that the body looks at."""
        return code in self._codes

    def holds(self, kb: KnowledgeBase, record: Record) -> bool:
        """True for any other record of an interface that the body looks at."""
        return self.is_whole or bool(belongs.interfaces(kb, record) & self.interfaces)


def _seats_all(kb: KnowledgeBase, body: Body, day: date) -> bool:
    """True where every party of the day sits in a body, by itself or by one that means it."""
    seated = {
        party.id
        for seat in body.members
        if seat.actor is not None and seat.holds(day)
        for party in behind.parties(kb, seat.actor, day)
    }
    return {party.id for party in region.parties(kb, day)} <= seated
