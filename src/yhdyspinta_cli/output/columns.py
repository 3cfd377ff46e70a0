"""The columns of a list: for each kind of record what matters, and how a record fills it."""

from collections.abc import Mapping, Sequence
from datetime import date

from yhdyspinta_cli.facts import corrections
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import CONCERNING
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import list_cells, list_column
from yhdyspinta_cli.output.layout import Column
from yhdyspinta_cli.wording import names, own_words
from yhdyspinta_cli.wording.values import aims
from yhdyspinta_cli.wording.words import word, yes_or_no

_NAME = list_column.shown(later("Name"))
_CORRECTED = list_column.Filled(
    "corrected",
    later("Corrected"),
    lambda kb, record: yes_or_no(True) if corrections.of(kb, record.id) else None,
)
_VOID = list_column.Filled(
    "void",
    later("Void"),
    lambda kb, record: yes_or_no(True) if record.void else None,
    seldom=True,
)
_LETTER = list_column.Filled("interface", later("Letter"), list_cells.letter, seldom=True)
_CODE = list_column.Filled("measure", later("Code"), list_cells.measure_code)

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
        list_column.Filled("goal", later("Goal"), list_cells.goal_number, seldom=True),
        list_column.Filled("responsible", later("Responsible"), on_day=list_cells.responsible),
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
        list_column.Filled("members", later("Members"), list_cells.members),
    ),
    "body": (
        _LETTER,
        _NAME,
        list_column.Filled(
            "convener", later("Convener"), lambda kb, body: list_cells.seat(kb, body.convener)
        ),
        list_column.Filled(
            "rhythm", later("Rhythm"), lambda kb, body: list_cells.rhythm(kb, body.rhythm)
        ),
    ),
    "division": (
        _NAME,
        list_column.field(later("Divides"), "of"),
        list_column.Filled("areas", later("Areas"), list_cells.areas),
    ),
    "area": (
        list_column.Filled("division", later("Division"), list_cells.division),
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
        list_column.Filled(
            "binding", later("Binding"), lambda kb, obligation: list_cells.forces(obligation)
        ),
        list_column.shown(later("Obligation")),
        list_column.Filled(
            "rhythm",
            later("Rhythm"),
            lambda kb, obligation: list_cells.rhythm(kb, obligation.rhythm),
        ),
        list_column.Filled("doers", later("Who must do it"), list_cells.doers),
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
        list_column.Filled("sections", later("Sections"), list_cells.sections),
        list_column.Filled("statute", later("Act in the register"), list_cells.act),
    ),
    "duty-group": (
        _NAME,
        list_column.Filled("statute", later("Act"), list_cells.act),
        list_column.Filled("sections", later("Sections"), list_cells.sections),
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
        list_column.Filled("actor", later("Actor"), list_cells.counterpart),
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
    "publication": (
        list_column.field(later("On"), "on"),
        list_column.field(later("Year"), "year"),
        list_column.field(later("Name"), "name"),
        list_column.field(later("Party"), "party"),
        list_column.field(later("Tells of"), "as_of"),
        list_column.field(later("Revision"), "revision"),
    ),
    "translation": (
        list_column.Filled("language", later("Language"), lambda kb, record: word(record.id)),
        list_column.many(later("Texts"), "texts"),
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
