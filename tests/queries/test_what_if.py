"""What `what-if` says of an actor that ends."""

from datetime import date
from pathlib import Path

from tests.conftest import SHIPPED
from tests.queries.test_gaps import later
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import what_if

KB = store.load(SHIPPED).kb
DAY = date(2024, 12, 31)


def test_who_has_not_begun_is_not_left(region: Path) -> None:
    kb = store.load(later(region)).kb
    actor = kb.entries["hiidenmaa"].record
    for day, without in ((date(2023, 12, 31), True), (date(2024, 1, 1), False)):
        found = what_if.removal(kb, actor, day).without
        named = ("tietopohja", "responsible")
        assert (named in {(loss.record.id, loss.role) for loss in found}) == without


def test_removing_anyone_agrees_with_who_is_left() -> None:
    """For every actor: a measure is left without anyone exactly when all its owners end."""
    for actor in KB.all_actors:
        found = what_if.removal(KB, actor, DAY)
        without = {
            loss.record.id
            for loss in found.without
            if (loss.role, loss.record.kind) == ("responsible", "measure")
        }
        ends = {actor.id, *found.ends}
        for measure in KB.measures:
            named = [r.actor for r in measure.responsible if r.role != "partner"]
            clear = [
                key
                for key in named
                if key not in ends
                and not getattr(KB.entries[key].record, "vague", False)
                and (not KB.members(key) or any(ends.isdisjoint(m.way) for m in KB.members(key)))
            ]
            lost = [key for key in named if key not in clear]
            lost = [
                key
                for key in lost
                if not getattr(KB.entries[key].record, "vague", False) or key in ends
            ]
            assert (measure.id in without) == bool(lost and not clear), (actor.id, measure.code)
