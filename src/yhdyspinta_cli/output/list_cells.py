"""How a record fills a cell of a list, where that is more than one of its fields."""

from datetime import date
from typing import Any

from yhdyspinta_cli.facts import force, labels, naming, region
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Division, Rhythm, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.output.layout import Cell
from yhdyspinta_cli.vocabulary import ANSWERING
from yhdyspinta_cli.wording import rhythms
from yhdyspinta_cli.wording.words import word


def counterpart(kb: KnowledgeBase, record: Any) -> Cell:
    """Who answers there: an actor by its name, else the role in the party's words."""
    return kb.name(record.actor) or record.role


def letter(kb: KnowledgeBase, record: Any) -> Cell:
    interface = kb.find(Interface, record.interface)
    return (interface.letter or interface.title) if interface else record.interface


def responsible(kb: KnowledgeBase, measure: Measure, day: date) -> Cell:
    """Who is named on the day, as printed, with a lesser role; whom a decision named, by name."""
    named = "; ".join(
        (labels.called(kb, one.actor, one.label) or kb.name(one.actor))
        + ("" if one.role in ANSWERING else f" ({word(one.role)})")
        for one in naming.named(kb, measure, day)
    )
    return named or (measure.nobody.label if measure.nobody else "")


def goal_number(kb: KnowledgeBase, measure: Measure) -> int | None:
    """The number of a measure's goal."""
    goal = kb.find(Goal, measure.goal)
    return goal.number if goal else None


def seat(kb: KnowledgeBase, seat: Seat | None) -> Cell:
    if seat is None:
        return None
    return kb.name(seat.actor) if seat.actor else seat.label


def rhythm(kb: KnowledgeBase, rhythm: Rhythm | None) -> Cell:
    return rhythms.words(kb, rhythm) if rhythm else None


def forces(obligation: Obligation) -> Cell:
    return ", ".join(word(one) for one in force.of_all(obligation))


def measure_code(kb: KnowledgeBase, record: Any) -> Cell:
    measure = kb.measure_of(record)
    return measure.code if measure else getattr(record, "measure", None)


def members(kb: KnowledgeBase, record: Record) -> Cell:
    return len(kb.members(record.id)) or None if kb.is_collective(record.id) else None


def division(kb: KnowledgeBase, area: Record) -> Cell:
    return next((d.name for d in kb.of(Division) if area in d.areas), None)


def areas(kb: KnowledgeBase, division: Division) -> Cell:
    return len(division.areas) or division.announced


def doers(kb: KnowledgeBase, obligation: Obligation) -> Cell:
    return titles.names(kb, dict.fromkeys(doer.actor for doer in obligation.doers))


def sections(kb: KnowledgeBase, record: Any) -> Cell:
    return region.sections(kb, (section.number for section in record.sections)) or None


def act(kb: KnowledgeBase, record: Any) -> Cell:
    act = kb.find(Statute, record.statute)
    return f"{act.number} {act.title}" if act else record.statute
