"""The columns of a list: for each kind of record what matters, and how a record fills it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from yhdyspinta_cli.facts import force, region
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Division, Rhythm, Seat
from yhdyspinta_cli.model.catalogue import CONCERNING
from yhdyspinta_cli.model.duties import Obligation, Statute
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import phrases
from yhdyspinta_cli.output.layout import Cell, Column
from yhdyspinta_cli.queries import log
from yhdyspinta_cli.wording import days, own_words, rhythms
from yhdyspinta_cli.wording.values import aims, value_words
from yhdyspinta_cli.wording.words import word, yes_or_no

_Read = Callable[[KnowledgeBase, Any], Cell]


@dataclass(frozen=True, slots=True)
class Filled:
    """A column of a list: its name for programs, its title, and how a record fills it."""

    key: str
    title: str
    read: _Read
    seldom: bool = False
    """True for what few lists have: a reader is shown the column only where something is in it."""


def _field(title: str, name: str) -> Filled:
    """Return the column of one field, in words."""

    def read(kb: KnowledgeBase, record: Record) -> Cell:
        value = getattr(record, name)
        if value is None or (isinstance(value, bool) and name != "value"):
            return _("yes") if value else None
        if name == "value":
            return value if _is_number(value) else value_words(value)
        if isinstance(value, int | date):
            return value
        if isinstance(value, Moment):
            return days.moment_cell(value)
        if isinstance(value, str) and value in kb.entries and name != "name":
            return phrases.field(kb, record, name).removesuffix(f" ({value})")
        return phrases.field(kb, record, name)

    return Filled(name, title, read)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _names(title: str, name: str) -> Filled:
    """Return the column of a field with several references: their names."""
    return Filled(name, title, lambda kb, record: phrases.names(kb, getattr(record, name)))


def _many(title: str, name: str) -> Filled:
    """Return the column that counts what a field holds."""
    return Filled(name, title, lambda kb, record: len(getattr(record, name)) or None)


def _shown(title: str) -> Filled:
    return Filled("name", title, lambda kb, record: record.name_shown)


def _letter(kb: KnowledgeBase, record: Any) -> Cell:
    interface = kb.find(Interface, record.interface)
    return (interface.letter or interface.title) if interface else record.interface


def _responsible(kb: KnowledgeBase, measure: Measure) -> Cell:
    labels = "; ".join(r.label for r in measure.responsible)
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
    return phrases.names(kb, dict.fromkeys(doer.actor for doer in obligation.doers))


def _sections(kb: KnowledgeBase, record: Any) -> Cell:
    return region.sections(kb, (section.number for section in record.sections)) or None


def _act(kb: KnowledgeBase, record: Any) -> Cell:
    act = kb.find(Statute, record.statute)
    return f"{act.number} {act.title}" if act else record.statute


_NAME = _shown(later("Name"))
_CORRECTED = Filled(
    "corrected",
    later("Corrected"),
    lambda kb, record: yes_or_no(True) if log.corrected_by(kb, record) else None,
)
_VOID = Filled(
    "void",
    later("Void"),
    lambda kb, record: yes_or_no(True) if record.void else None,
    seldom=True,
)
_LETTER = Filled("interface", later("Letter"), _letter, seldom=True)
_CODE = Filled("measure", later("Code"), _measure_code)

COLUMNS: Mapping[str, tuple[Filled, ...]] = {
    "document": (_NAME, _field(later("In short"), "short"), _field(later("Pages"), "pages")),
    "amendment": (
        _NAME,
        _field(later("Kind"), "type"),
        _field(later("Day"), "day"),
        _field(later("End"), "end"),
    ),
    "party": (
        _NAME,
        Filled("type", later("Kind"), lambda kb, party: own_words.kind(party)),
        _field(later("Code"), "code"),
    ),
    "goal": (_field(later("No."), "number"), _NAME),
    "interface": (_field(later("Letter"), "letter"), _NAME, _field(later("Decides"), "decides")),
    "measure": (
        _field(later("Code"), "code"),
        _shown(later("Measure")),
        Filled("goal", later("Goal"), _goal_number, seldom=True),
        Filled("responsible", later("Responsible"), _responsible),
    ),
    "indicator": (
        _CODE,
        _shown(later("Indicator")),
        _field(later("Kind"), "type"),
        Filled(
            "aims",
            later("Baseline, target"),
            lambda kb, indicator: aims(indicator) or None,
            seldom=True,
        ),
    ),
    "actor": (
        _NAME,
        _field(later("Kind"), "type"),
        _field(later("Part of"), "part_of"),
        Filled("members", later("Members"), _members),
    ),
    "body": (
        _LETTER,
        _NAME,
        Filled("convener", later("Convener"), lambda kb, body: _seat(kb, body.convener)),
        Filled("rhythm", later("Rhythm"), lambda kb, body: _rhythm(kb, body.rhythm)),
    ),
    "division": (_NAME, _field(later("Divides"), "of"), Filled("areas", later("Areas"), _areas)),
    "area": (
        Filled("division", later("Division"), _division),
        _NAME,
        _names(later("Members"), "members"),
    ),
    "project": (
        _NAME,
        _field(later("Kind"), "type"),
        _field(later("Part of"), "part_of"),
        _field(later("State"), "state"),
    ),
    "obligation": (
        Filled("binding", later("Binding"), lambda kb, obligation: _forces(obligation)),
        _shown(later("Obligation")),
        Filled("rhythm", later("Rhythm"), lambda kb, obligation: _rhythm(kb, obligation.rhythm)),
        Filled("doers", later("Who must do it"), _doers),
    ),
    "council-term": (
        _NAME,
        _field(later("Council"), "council"),
        _field(later("Start"), "start"),
        _field(later("End"), "end"),
    ),
    **{kind.word: (_LETTER, _NAME, _names(later("Concerns"), "concerns")) for kind in CONCERNING},
    "statute": (
        _field(later("No."), "number"),
        _NAME,
        _field(later("In force"), "in_force"),
        _field(later("Repealed"), "repealed"),
    ),
    "citation": (
        _shown(later("As printed")),
        Filled("sections", later("Sections"), _sections),
        Filled("statute", later("Act in the register"), _act),
    ),
    "duty-group": (
        _NAME,
        Filled("statute", later("Act"), _act),
        Filled("sections", later("Sections"), _sections),
        _many(later("Points"), "points"),
    ),
    "duty": (_NAME, _names(later("Who must do it"), "doers")),
    "principle": (_field(later("Topic"), "topic"), _NAME),
    "provision": (_field(later("Topic"), "topic"), _NAME, _field(later("Binding"), "binding")),
    "definition": (_NAME, _field(later("Text"), "text"), _field(later("By"), "by")),
    "level": (_NAME, _field(later("Text"), "text")),
    "chart-interface": (_NAME, _field(later("Interface"), "interface")),
    "strategy-block": (
        _field(later("Focus area"), "focus_area"),
        _field(later("Side"), "side"),
        _many(later("Statements"), "statements"),
    ),
    "abbreviation": (
        _NAME,
        _field(later("Stands for"), "expansion"),
        _field(later("Expanded by"), "expanded_by"),
    ),
    "author": (_NAME, _names(later("Actors"), "actors")),
    "reference": (_NAME, _field(later("Address"), "url")),
    "dated-event": (_field(later("As printed"), "printed"), _NAME),
    "counterpart": (
        _field(later("Party"), "party"),
        _field(later("Level"), "level"),
        _field(later("Interface"), "interface"),
        _field(later("Actor"), "actor"),
        _field(later("Start"), "start"),
        _field(later("End"), "end"),
    ),
    "update": (
        _field(later("On"), "on"),
        _CODE,
        _field(later("State"), "state"),
        _field(later("Party"), "party"),
        _field(later("By"), "by"),
        _CORRECTED,
        _VOID,
    ),
    "value": (
        _field(later("On"), "on"),
        _CODE,
        _field(later("Value"), "value"),
        _field(later("Party"), "party"),
        _field(later("By"), "by"),
        _CORRECTED,
        _VOID,
    ),
    "event": (
        _field(later("On"), "on"),
        _field(later("Kind"), "type"),
        _field(later("Title"), "title"),
        _field(later("Body"), "body"),
        _CORRECTED,
        _VOID,
    ),
}
"""The columns of each kind, without what every record has."""


def of(kb: KnowledgeBase, kind: str) -> tuple[Column[Record], ...]:
    """Return the columns of a kind of record; its name alone where nothing else matters."""
    return tuple(
        Column(filled.key, _(filled.title), partial(filled.read, kb))
        for filled in COLUMNS.get(kind, (_NAME,))
    )


def shown(kb: KnowledgeBase, kind: str, records: Sequence[Record]) -> tuple[Column[Record], ...]:
    """Return the columns for a reader of these records: without those that nothing fills."""
    return tuple(
        column
        for column, filled in zip(of(kb, kind), COLUMNS.get(kind, (_NAME,)), strict=True)
        if not filled.seldom or any(column.read(record) is not None for record in records)
    )
