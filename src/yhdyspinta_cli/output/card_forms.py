"""The card of an actor for machines: a row a line for a spreadsheet, and the documented JSON."""

from typing import Any

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.output import card, phrases
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.card import TITLES, through
from yhdyspinta_cli.output.page import Table
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.card import SECTIONS, Card, Line


def answer(kb: KnowledgeBase, found: Card, *, why: bool = False) -> Answer:
    """The card, ready to be given in any form; with `why` each line's whole way for a reader."""
    return Answer(
        "card",
        lambda _width: card.page(kb, found, why=why),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def table(kb: KnowledgeBase, answer: Card) -> Table:
    """A row a line, for a spreadsheet."""
    rows = tuple(
        (
            _(TITLES[group.section]),
            getattr(line.record, "code", None) if isinstance(line.record, Measure) else None,
            line.record.title
            if isinstance(line.record, Measure)
            else phrases.title(kb, line.record),
            line.record.id,
            word(line.role),
            line.part,
            _(_HOWS[line.how]),
            through(kb, group.section, line) or None,
            word(line.binding) if line.binding else None,
            kb.source_of(line.record),
        )
        for group in answer.groups
        for line in group.lines
    )
    columns = (
        _("What"),
        _("Code"),
        _("Name"),
        "id",
        _("Role"),
        _("Part"),
        _("Ground"),
        _("Through"),
        _("Binding"),
        _("Source"),
    )
    return Table(columns, rows)


_HOWS = {
    "direct": later("directly"),
    "collective": later("through a collective"),
    "part": later("through a part"),
    "seat": later("through a seat"),
}


def json(kb: KnowledgeBase, answer: Card) -> dict[str, Any]:
    """The documented JSON form of the card."""
    return {
        "actor": {
            "id": answer.actor.id,
            "name": answer.actor.name_shown,
            "kind": answer.actor.kind,
            "part_of": list(kb.ancestors(answer.actor.id)),
            "collectives": list(answer.collectives),
            "begins": answer.beginning.first if answer.beginning else None,
            "ended": answer.ending.day if answer.ending else None,
            "successor": answer.ending.successor if answer.ending else None,
            "successor_of": list(answer.predecessors),
        },
        "as_of": answer.day,
        "next_due": {
            "day": answer.next_due[0].due,
            "obligations": list(dict.fromkeys(s.obligation.id for s in answer.next_due)),
        }
        if answer.next_due
        else None,
        "counterpart_levels": [
            {"level": level.id, "actors": [counterpart.actor for counterpart in held]}
            for level, held in answer.levels
        ],
        "counts": {
            section: {
                how: answer.count(section, how) for how in ("direct", "collective", "part", "seat")
            }
            for section in SECTIONS
        },
        "groups": [
            {
                "section": group.section,
                "how": group.how,
                "through": group.through,
                "lines": [_json_line(kb, line) for line in group.lines],
            }
            for group in answer.groups
        ],
        "names_nobody": [measure.id for measure in answer.vague],
    }


def _json_line(kb: KnowledgeBase, line: Line) -> dict[str, Any]:
    return {
        "id": line.record.id,
        "kind": line.record.kind,
        "code": line.record.code if isinstance(line.record, Measure) else None,
        "name": line.record.name_shown,
        "role": line.role,
        "label": line.label,
        "part": line.part,
        "binding": line.binding,
        "way": list(line.way),
        "begins": line.beginning.first if line.beginning else None,
        "ended": line.ending.day if line.ending else None,
        "successor": line.ending.successor if line.ending else None,
        "source": kb.source_of(line.record),
    }
