"""The card of an actor for machines: a row a line for a spreadsheet, and the documented JSON."""

from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import card, json_form, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.card import TITLES, through
from yhdyspinta_cli.output.layout import Column, Table
from yhdyspinta_cli.queries import counterparts
from yhdyspinta_cli.queries.card import SECTIONS, Card, CardLine
from yhdyspinta_cli.vocabulary import HOWS
from yhdyspinta_cli.wording import trails
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Card, *, why: bool = False, asked: str = "") -> Answer:
    """The card, ready to be given in any form; with `why` each line's whole way for a reader.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "card",
        lambda _width: card.page(kb, found, why=why, asked=asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=found.actor.name_shown,
        parts="section",
    )


def table(kb: KnowledgeBase, answer: Card) -> Table:
    """A row a line, for a spreadsheet."""
    columns: tuple[Column[tuple[str, CardLine]], ...] = (
        Column("section", _("What"), lambda found: _(TITLES[found[0]])),
        Column("code", _("Code"), lambda found: titles.code(found[1].record)),
        Column("name", _("Name"), lambda found: _name(kb, found[1].record)),
        Column("id", "id", lambda found: found[1].record.id),
        Column("role", _("Role"), lambda found: word(found[1].role)),
        Column("part", _("Part"), lambda found: found[1].part),
        Column("how", _("Ground"), lambda found: trails.how_word(found[1].how)),
        Column("through", _("Through"), lambda found: through(kb, *found) or None),
        Column("binding", _("Binding"), lambda found: _binding(found[1])),
        Column("source", _("Source"), lambda found: kb.source_of(found[1].record)),
    )
    lines = ((group.section, line) for group in answer.groups for line in group.lines)
    return Table.of(columns, lines)


def _name(kb: KnowledgeBase, record: Record) -> str:
    return record.title if isinstance(record, Measure) else titles.title(kb, record)


def _binding(line: CardLine) -> str | None:
    return word(line.binding) if line.binding else None


def json(kb: KnowledgeBase, answer: Card) -> dict[str, Any]:
    """The documented JSON form of the card."""
    return {
        "actor": {
            "id": answer.actor.id,
            "name": answer.actor.name_shown,
            "kind": answer.actor.kind,
            "part_of": list(kb.ancestors(answer.actor.id)),
            "collectives": list(answer.collectives),
            **json_form.lifetime(answer.ending, answer.beginning),
            "successor_of": list(answer.predecessors),
        },
        "as_of": answer.day,
        "next_due": {
            "day": answer.next_due.day,
            "obligations": list(
                dict.fromkeys(s.obligation.id for s in answer.next_due.obligations)
            ),
            "measures": [standing.measure.id for standing in answer.next_due.measures],
        }
        if answer.next_due
        else None,
        "late": [standing.measure.id for standing in answer.late],
        "counterpart_levels": [
            {
                "level": level.id,
                "actors": [one.actor for one in held if one.actor],
                "roles": [one.role for one in held if one.role],
                "missing_interfaces": [
                    interface.id for interface in counterparts.missing_interfaces(kb, held)
                ],
            }
            for level, held in answer.levels
        ],
        "counts": {
            section: {how: answer.count(section, how) for how in HOWS} for section in SECTIONS
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


def _json_line(kb: KnowledgeBase, line: CardLine) -> dict[str, Any]:
    return {
        "id": line.record.id,
        "kind": line.record.kind,
        "code": titles.code(line.record),
        "name": line.record.name_shown,
        "role": line.role,
        "label": line.label,
        "part": line.part,
        "binding": line.binding,
        "decided": line.decided.id if line.decided else None,
        "way": list(line.way),
        **json_form.lifetime(line.ending, line.beginning),
        "source": kb.source_of(line.record),
    }
