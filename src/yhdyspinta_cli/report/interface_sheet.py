"""An interface's sheet: its measures, structures and needs, and what changed in them."""

from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters
from yhdyspinta_cli.report import (
    cards,
    charts,
    comparison,
    measures,
    structures,
    what_changed,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.reports import Frame, InterfaceSheet


def interface_sheet(kb: KnowledgeBase, key: str, answers: Answers, frame: Frame) -> InterfaceSheet:
    """Return the sheet of the interface `key` for the frame's year, as of its day."""
    interface = kb.find(Interface, key)
    assert interface is not None
    chapter = measures.chapter(interface, answers.overview, answers.measures)
    # Also of a measure that is no more on the day: it changed in the year.
    own = frozenset(measure.code for measure in kb.measures if measure.interface == key)
    found = what_changed.changes_since(kb, answers, frame, own)
    before = comparison.compared_with(kb, frame.compared, answers.overview)
    return InterfaceSheet(
        kind="interface",
        frame=frame,
        chapter=chapter,
        cards=cards.chapters(kb, (chapter,), answers, found.contradictions, found.left_open),
        decides=structures.seated(kb, interface.decides, frame.day) if interface.decides else None,
        compared=before,
        nobody=tuple(row for row in answers.nobody if row.interface == key),
        structures=structures.structure_rows(kb, frame.day, key),
        needs=structures.need_rows(kb, frame.day, filters.Wanted(interface=key)),
        changes=found,
        bars=charts.stacked(
            [chapter.tally], [before.interface(key)] if before and not before.is_same else None
        ),
    )
