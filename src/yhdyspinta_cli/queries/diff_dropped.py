"""Which parties, bodies, obligations and provisions were dropped without being closed."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries.diff_sides import Between, Side
from yhdyspinta_cli.queries.edits import Difference


def dropped(between: Between) -> Iterator[Record]:
    """Yield the records that the second side has no more, neither renamed nor ended by then.

    A provision stands in an agreement or a programme, every other one by itself.
    """
    there = between.second.kb.entries
    for one in between.records:
        for record in _gone(one):
            if record.id not in there and not _has_ended(between.first, record):
                yield record


def _gone(one: Difference) -> Iterator[Record]:
    """Yield a record that is gone, or the provisions that are gone from one."""
    if one.before is None:
        return
    if one.after is None:
        yield one.before
    if isinstance(one.before, Agreement | Programme):
        renamed = {edit.before for edit in one.edits if edit.name == "id"}
        yield from (rule for rule in one.before.provisions if rule.id not in renamed)


def _has_ended(side: Side, record: Record) -> bool:
    """True for what had ended by the day of a side, and for what is not asked after."""
    match record:
        case Party() | Body():
            return lifetime.ending(side.kb, record.id, side.day) is not None
        case Obligation():
            return record.end is not None and record.end < side.day
        case Provision():
            return False
        case _:
            return True
