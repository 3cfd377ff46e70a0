"""Two sides that are compared: the records of each, the day it is asked about, who is whom."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.edits import Difference

Matched = Literal["id", "code", "name", "text"]
"""By what a record of the one side was taken for one of the other, the surest first."""

MATCHES: tuple[Matched, ...] = get_args(Matched)


@frozen
class Side:
    """A state of the records, and the day on which it is asked what they are."""

    kb: KnowledgeBase
    day: date


@frozen
class Between:
    """Two sides, and each record that stands in no other one as it is on both.

    `is_other` tells that the second is another agreement's: what was reported of the first need
    not be in it.
    """

    first: Side
    second: Side
    is_other: bool = False

    @cached_property
    def records(self) -> tuple[Difference, ...]:
        """Each record of either side, what differs of it; nothing of one that is told the same.

        What cannot be read on one side is left out: nothing can be said of it.
        """
        before = edits.records(self.first.kb)
        if self.second.kb is self.first.kb:
            return tuple(Difference(record, record) for record in before.values())
        after = edits.records(self.second.kb)
        found = edits.legible(self.first.kb, self.second.kb, edits.between(before, after))
        differing = {one.after.id: one for one in found if one.after is not None}
        same = (
            differing.get(key) or Difference(before[key], record)
            for key, record in after.items()
            if key in differing or key in before
        )
        return (*same, *(one for one in found if one.after is None))

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids on the second side of what has another one than on the first, by that one."""
        return {
            one.before.id: one.after.id
            for one in self.records
            if one.is_renamed and one.before is not None and one.after is not None
        }

    @property
    def is_of_two_days(self) -> bool:
        """True where the sides are asked about on two days."""
        return self.first.day != self.second.day


def matched(difference: Difference) -> Matched | None:
    """Return by what a record was found on the other side, None where it was not."""
    before, after = difference.before, difference.after
    if before is None or after is None:
        return None
    if before.id == after.id:
        return "id"
    if isinstance(before, Measure) and isinstance(after, Measure) and before.code == after.code:
        return "code"
    return "name" if before.name_shown == after.name_shown else "text"
