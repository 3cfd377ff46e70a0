"""What a change makes of the records, and which recorded facts it rewrites."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Personal
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.edits import Difference, Edit

ANNOTATIONS = ("remarks",)
"""Fields in which others note what they think of a record: no part of what was recorded."""


@frozen
class Alteration:
    """Two states of a knowledge base and what differs between them."""

    before: KnowledgeBase
    after: KnowledgeBase
    differences: tuple[Difference, ...]

    @property
    def rewritten(self) -> tuple[Difference, ...]:
        """What was recorded before and is deleted, or tells something else."""
        return tuple(one for one in self.differences if is_rewritten(one))


def is_rewritten(difference: Difference) -> bool:
    """True where what was recorded before is deleted, or tells something else.

    One that only has a new id, or a new note on it, tells the same.
    """
    before, after = difference.before, difference.after
    is_report = before is not None and is_recorded(before)
    return is_report and (after is None or bool(facts(difference)))


def facts(difference: Difference) -> tuple[Edit, ...]:
    """Return the edits of what a record tells, without those of what is noted on it."""
    return tuple(one for one in difference.edits if not is_annotation(one))


def is_annotation(edit: Edit) -> bool:
    """True for an edit of what is noted on a record, and not of what it tells."""
    return edit.steps[0] in ANNOTATIONS


def change(before: KnowledgeBase, after: KnowledgeBase) -> Alteration:
    """Return what differs between two states.

    A record that can not be read in one of them is neither new nor dropped: its file has a fault.
    What the file of people's names holds is no part of it.
    """
    found = edits.between(_told(before), _told(after))
    return Alteration(before, after, edits.legible(before, after, found))


def _told(kb: KnowledgeBase) -> dict[str, Record]:
    found = edits.records(kb)
    return {key: one for key, one in found.items() if not isinstance(one, Personal)}
