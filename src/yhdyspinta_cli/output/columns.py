"""The columns of a list: for each kind of record what matters, and how a record fills it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.facts import force, naming, region
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Division, Rhythm, Seat
from yhdyspinta_cli.model.catalogue import CONCERNING
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import list_column, titles
from yhdyspinta_cli.output.layout import Cell, Column
from yhdyspinta_cli.queries import log
from yhdyspinta_cli.vocabulary import ANSWERING
from yhdyspinta_cli.wording import names, own_words, rhythms
from yhdyspinta_cli.wording.values import aims
from yhdyspinta_cli.wording.words import word, yes_or_no


def _counterpart(kb: KnowledgeBase, record: Any) -> Cell:
    """Who answers there: an actor by its name, else the role in the party's words."""
    return kb.name(record.actor) or record.role


def _letter(kb: KnowledgeBase, record: Any) -> Cell:
    interface = kb.find(Interface, record.interface)
    return (interface.letter or interface.title) if interface else record.interface


def _responsible(kb: KnowledgeBase, measure: Measure, day: date) -> Cell:
    """Who is named on the day, as printed, with a lesser role; whom a decision named, by name."""
    labels = "; ".join(
        (one.label or kb.name(one.actor))
        + ("" if one.role in ANSWERING else f" ({word(one.role)})")
        for one in naming.named(kb, measure, day)
    )
    return labels or (measure.nobody.label if measure.nobody else "")


def _goal_number(kb: KnowledgeBase, measure: Measure) -> int | None:
    """The number of a measure's goal."""
    goal = kb.find(Goal, measure.goal)
    return goal.number if goal else None


def _seat(kb: KnowledgeBase, seat: Seat | None) -> Cell:
    if seat is None:
        return None
    return kb.name(seat.actor) if seat.actor else seat.label


def _rhythm(kb: KnowledgeBase, rhythm: Rhythm | None) -> Cell:
    return rhythms.words(kb, rhythm) if rhythm else None


def _forces(obligation: Obligation) -> Cell:
    return ", ".join(word(one) for one in force.of_all(obligation))


def _measure_code(kb: KnowledgeBase, record: Any) -> Cell:
    measure = kb.measure_of(record)
    return measure.code if measure else getattr(record, "measure", None)


def _members(kb: KnowledgeBase, record: Record) -> Cell:
    return len(kb.members(record.id)) or None if kb.is_collective(record.id) else None


def _division(kb: KnowledgeBase, area: Record) -> Cell:
    return next((d.name for d in kb.of(Division) if area in d.areas), None)


def _areas(kb: KnowledgeBase, division: Division) -> Cell:
    return len(division.areas) or division.announced


def _doers(kb: KnowledgeBase, obligation: Obligation) -> Cell:
    return titles.names(kb, dict.fromkeys(doer.actor for doer in obligation.doers))


def _sections(kb: KnowledgeBase, record: Any) -> Cell:
    return region.sections(kb, (section.number for section in record.sections)) or None


def _act(kb: KnowledgeBase, record: Any) -> Cell:
    act = kb.find(Statute, record.statute)
    return f"{act.number} {act.title}" if act else record.statute


_NAME = list_column.shown(later("Name"))
_CORRECTED = list_column.Filled(
    "corrected",
    later("Corrected"),
    lambda kb, record: yes_or_no(True) if log.corrected_by(kb, record) else None,
)
_VOID = list_column.Filled(
    "void",
    later("Void"),
    lambda kb, record: yes_or_no(True) if record.void else None,
    seldom=True,
)
_LETTER = list_column.Filled("interface", later("Letter"), _letter, seldom=True)
_CODE = list_column.Filled("measure", later("Code"), _measure_code)

COLUMNS: Mapping[str, tuple[list_column.Filled, ...]] = {
    "document": (
        _NAME,
        list_column.field(later("In short"), "short"),
        list_column.field(later("Pages"), "pages"),
    ),
    "amendment": (
        _NAME,
        list_column.field(later("Kind"), "type"),
        list_column.field(later("Day"), "day"),
        list_column.field(later("End"), "end"),
    ),
    "party": (
        _NAME,
        list_column.Filled("type", later("Kind"), lambda kb, party: own_words.kind(party)),
        list_column.field(later("Code"), "code"),
    ),
    "goal": (list_column.field(later("No."), "number"), _NAME),
    "interface": (
        list_column.field(later("Letter"), "letter"),
        _NAME,
        list_column.field(later("Decides"), "decides"),
    ),
    "measure": (
        list_column.field(later("Code"), "code"),
        list_column.shown(later("Measure")),
        list_column.Filled("goal", later("Goal"), _goal_number, seldom=True),
        list_column.Filled("responsible", later("Responsible"), on_day=_responsible),
        list_column.Filled(
            "continued_by",
            later("Continued by"),
            seldom=True,
            on_day=lambda kb, measure, day: names.continuing(kb, measure, day) or None,
        ),
    ),
    "indicator": (
        _CODE,
        list_column.shown(later("Indicator")),
        list_column.field(later("Kind"), "type"),
        list_column.Filled(
            "aims",
            later("Baseline, target"),
            lambda kb, indicator: aims(indicator) or None,
            seldom=True,
        ),
    ),
    "actor": (
        _NAME,
        list_column.field(later("Kind"), "type"),
        list_column.field(later("Part of"), "part_of"),
        list_column.Filled("members", later("Members"), _members),
    ),
    "body": (
        _LETTER,
        _NAME,
        list_column.Filled(
            "convener", later("Convener"), lambda kb, body: _seat(kb, body.convener)
        ),
        list_column.Filled("rhythm", later("Rhythm"), lambda kb, body: _rhythm(kb, body.rhythm)),
    ),
    "division": (
        _NAME,
        list_column.field(later("Divides"), "of"),
        list_column.Filled("areas", later("Areas"), _areas),
    ),
    "area": (
        list_column.Filled("division", later("Division"), _division),
        _NAME,
        list_column.names(later("Members"), "members"),
    ),
    "project": (
        _NAME,
        list_column.field(later("Kind"), "type"),
        list_column.field(later("Part of"), "part_of"),
        list_column.field(later("State"), "state"),
    ),
    "obligation": (
        list_column.Filled("binding", later("Binding"), lambda kb, obligation: _forces(obligation)),
        list_column.shown(later("Obligation")),
        list_column.Filled(
            "rhythm", later("Rhythm"), lambda kb, obligation: _rhythm(kb, obligation.rhythm)
        ),
        list_column.Filled("doers", later("Who must do it"), _doers),
    ),
    "council-term": (
        _NAME,
        list_column.field(later("Council"), "council"),
        list_column.field(later("Start"), "start"),
        list_column.field(later("End"), "end"),
    ),
    **{
        kind.word: (_LETTER, _NAME, list_column.names(later("Concerns"), "concerns"))
        for kind in CONCERNING
    },
    "statute": (
        list_column.field(later("No."), "number"),
        _NAME,
        list_column.field(later("In force"), "in_force"),
        list_column.field(later("Repealed"), "repealed"),
    ),
    "citation": (
        list_column.shown(later("As printed")),
        list_column.Filled("sections", later("Sections"), _sections),
        list_column.Filled("statute", later("Act in the register"), _act),
    ),
    "duty-group": (
        _NAME,
        list_column.Filled("statute", later("Act"), _act),
        list_column.Filled("sections", later("Sections"), _sections),
        list_column.many(later("Points"), "points"),
    ),
    "duty": (_NAME, list_column.names(later("Who must do it"), "doers")),
    "principle": (list_column.field(later("Topic"), "topic"), _NAME),
    "provision": (
        list_column.field(later("Topic"), "topic"),
        _NAME,
        list_column.field(later("Binding"), "binding"),
    ),
    "definition": (
        _NAME,
        list_column.field(later("Text"), "text"),
        list_column.field(later("By"), "by"),
    ),
    "level": (_NAME, list_column.field(later("Text"), "text")),
    "chart-interface": (_NAME, list_column.field(later("Interface"), "interface")),
    "strategy-block": (
        list_column.field(later("Focus area"), "focus_area"),
        list_column.field(later("Side"), "side"),
        list_column.many(later("Statements"), "statements"),
    ),
    "abbreviation": (
        _NAME,
        list_column.field(later("Stands for"), "expansion"),
        list_column.field(later("Expanded by"), "expanded_by"),
    ),
    "author": (_NAME, list_column.names(later("Actors"), "actors")),
    "reference": (_NAME, list_column.field(later("Address"), "url")),
    "dated-event": (list_column.field(later("As printed"), "printed"), _NAME),
    "counterpart": (
        list_column.field(later("Party"), "party"),
        list_column.field(later("Level"), "level"),
        list_column.field(later("Interface"), "interface"),
        list_column.Filled("actor", later("Actor"), _counterpart),
        list_column.field(later("Start"), "start"),
        list_column.field(later("End"), "end"),
    ),
    "update": (
        list_column.field(later("On"), "on"),
        _CODE,
        list_column.field(later("State"), "state"),
        list_column.field(later("Party"), "party"),
        list_column.field(later("By"), "by"),
        _CORRECTED,
        _VOID,
    ),
    "value": (
        list_column.field(later("On"), "on"),
        _CODE,
        list_column.field(later("Value"), "value"),
        list_column.field(later("Party"), "party"),
        list_column.field(later("By"), "by"),
        _CORRECTED,
        _VOID,
    ),
    "event": (
        list_column.field(later("On"), "on"),
        list_column.field(later("Kind"), "type"),
        list_column.field(later("Title"), "title"),
        list_column.field(later("Body"), "body"),
        _CORRECTED,
        _VOID,
    ),
    "round": (
        list_column.field(later("Year"), "year"),
        list_column.field(later("Party"), "party"),
        list_column.field(later("Step"), "type"),
        list_column.field(later("On"), "on"),
        list_column.field(later("Due"), "due"),
        list_column.field(later("Rows"), "rows"),
        list_column.field(later("Filled"), "filled"),
        list_column.field(later("Rest unchanged"), "unchanged"),
    ),
}
"""The columns of each kind, without what every record has."""


def of(kb: KnowledgeBase, kind: str, day: date) -> tuple[Column[Record], ...]:
    """Return the columns of a kind of record on `day`; its name alone where no more matters."""
    return tuple(
        Column(filled.key, _(filled.title), filled.on(kb, day))
        for filled in COLUMNS.get(kind, (_NAME,))
    )


def shown(
    kb: KnowledgeBase, kind: str, records: Sequence[Record], day: date
) -> tuple[Column[Record], ...]:
    """Return the columns for a reader of these records: without those that nothing fills."""
    return tuple(
        column
        for column, filled in zip(of(kb, kind, day), COLUMNS.get(kind, (_NAME,)), strict=True)
        if not filled.seldom or any(column.read(record) is not None for record in records)
    )
