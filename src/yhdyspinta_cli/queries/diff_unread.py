"""What cannot be read on a side of a comparison, and what hangs on it: neither is compared."""

from collections.abc import Set as AbstractSet

from yhdyspinta_cli.facts import naming
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.diff_sides import Between, Side
from yhdyspinta_cli.queries.edits import Difference


@frozen
class UnreadRecords:
    """What a side has and cannot be read: kinds of which a whole file cannot, records by ids."""

    kinds: tuple[str, ...]
    ids: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.kinds or self.ids)


def unread(between: Between) -> tuple[UnreadRecords, UnreadRecords]:
    """Return what cannot be read on either side, without what stands inside another record."""
    first, second = between.first, between.second
    return _unread(first, second), _unread(second, first)


def _unread(side: Side, other: Side) -> UnreadRecords:
    outer = edits.records(other.kb)
    ids = (key for key in side.kb.unread if key in outer or key not in other.kb.entries)
    return UnreadRecords(tuple(sorted(side.kb.unread_kinds)), tuple(sorted(ids)))


@frozen
class Hanging:
    """Of which measures and obligations a side cannot tell how they stand."""

    between: Between
    kinds: AbstractSet[str]
    records: tuple[Record, ...]

    def has_measure(self, difference: Difference) -> bool:
        """True where how a measure stands, or who answers for it, hangs on what is not read."""
        old, new = difference.before, difference.after
        if not isinstance(old, Measure) or not isinstance(new, Measure):
            return False
        if self.kinds & {*ACTOR_KINDS, "update"}:
            return True
        if not self.records:
            return False
        first, second = self.between.first, self.between.second
        keys = {old.id, new.id}
        for side, measure in ((first, old), (second, new)):
            for one in naming.named(side.kb, measure, side.day):
                keys |= {one.actor, *((one.decided.id,) if one.decided else ())}
        return any(
            one.measure in keys if isinstance(one, Update) else one.id in keys
            for one in self.records
        )

    def has_duty(self, duty: Obligation, party: str | None) -> bool:
        """True where how an obligation stands (for a party) hangs on what is not read."""
        if self.kinds & {*ACTOR_KINDS, "event"}:
            return True
        return any(
            not one.fulfils or duty.id in one.fulfils if isinstance(one, Event) else one.id == party
            for one in self.records
        )


def hanging(between: Between) -> Hanging:
    """Return what hangs on the records that only one side can read."""
    first, second = between.first.kb, between.second.kb
    return Hanging(
        between,
        first.unread_kinds | second.unread_kinds,
        tuple(
            entry.record
            for side, other in ((first, second), (second, first))
            for key in side.unread
            if (entry := other.entries.get(key)) is not None
        ),
    )
