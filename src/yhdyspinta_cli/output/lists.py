"""`yp list`: the records of a kind in columns, each with its source place and its id."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Any

from yhdyspinta_cli.facts import corrections, lifetime
from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS, Kind
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.own_words import word_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import columns, json_form, narrowed, notes, own_fields, own_words
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.layout import Cell, Column, Page, Table
from yhdyspinta_cli.wording import names, restated, trails


def answer(
    kb: KnowledgeBase, found: Sequence[Record], kind: str, day: date, asked: str = ""
) -> Answer:
    """The records of a kind, ready to be given in any form.

    `asked` is what the list was narrowed to.
    """
    return Answer(
        "list",
        lambda _width: page(kb, found, kind, day, asked),
        lambda: table(kb, found, kind, day),
        lambda: json(kb, found, day),
        sheet=_(BY_WORD[kind].title),
    )


def kinds_answer(kb: KnowledgeBase) -> Answer:
    """The kinds of record, ready to be given in any form."""
    return of_table("kinds", lambda: kinds(kb), lambda: kinds_json(kb), _("Kinds"))


def page(
    kb: KnowledgeBase, records: Iterable[Record], kind: str, day: date, asked: str = ""
) -> Page:
    """A row a record for a reader; below it its id, what holds on `day`, source and remarks."""
    found = tuple(records)
    if not found:
        return (narrowed.nothing(_("Nothing."), asked),)
    under = tuple(_under(kb, record, day) for record in found)
    shown = Table.of(columns.shown(kb, kind, found, day), found, under=under)
    return (shown, *notes.restated(kb, found))


def table(kb: KnowledgeBase, records: Iterable[Record], kind: str, day: date) -> Table:
    """A row a record for a spreadsheet: its columns, when it holds, source, remarks and id."""
    common: tuple[Column[Record], ...] = (
        Column("ended", _("Ended"), lambda record: _ended(kb, record, day)),
        Column("source", _("Source"), kb.source_of),
        Column("remarks", _("Remarks"), lambda record: len(record.remarks)),
        Column("id", "id", lambda record: record.id),
        Column("begins", _("Begins"), lambda record: _begins(kb, record, day)),
        Column("restated", _("Wording"), lambda record: restated.mark(kb, record) or None),
    )
    own: tuple[Column[Record], ...] = tuple(
        Column(key, declared.label, partial(_own, key))
        for key, declared in kb.agreement.own_fields(kind).items()
    )
    means: tuple[Column[Record], ...] = ()
    if kind in own_words.OF_KIND:
        of, field = own_words.OF_KIND[kind]
        means = own_words.column(kb, of, attrgetter(field))
    return Table.of((*columns.of(kb, kind, day), *common, *own, *means), records)


def _own(key: str, record: Record) -> Cell:
    value = record.extra.get(key)
    return own_fields.own_text(value) if isinstance(value, tuple | Decimal) else value


def _ended(kb: KnowledgeBase, record: Record, day: date) -> date | None:
    ending = lifetime.ending(kb, record.id, day)
    return ending.day if ending else None


def _begins(kb: KnowledgeBase, record: Record, day: date) -> date | None:
    beginning = lifetime.beginning(kb, record.id, day)
    return beginning.first if beginning else None


def _under(kb: KnowledgeBase, record: Record, day: date) -> str:
    ending, beginning = lifetime.ending(kb, record.id, day), lifetime.beginning(kb, record.id, day)
    remarks = len(record.remarks)
    parts = (
        record.id,
        trails.validity_text(kb, ending, beginning, record.id)
        or trails.joined_text(kb, record, day),
        kb.source_of(record),
        plural("{n} remark", "{n} remarks", remarks) if remarks else "",
    )
    return " · ".join(part for part in parts if part)


_KEYS = (
    "code",
    "number",
    "type",
    "interface",
    "goal",
    "measure",
    "indicator",
    "party",
    "actor",
    "body",
    "state",
    "value",
    "on",
    "by",
    "binding",
    "statute",
    "level",
    "in_force",
    "repealed",
    "start",
    "end",
    "started",
    "ended",
    "joined",
    "left",
    "successor",
    "role",
    "year",
    "due",
    "rows",
    "filled",
    "unchanged",
    "appoints",
    "corrects",
)
"""The keys of a record that its line in the JSON list repeats, where the record has them."""


def json(kb: KnowledgeBase, records: Iterable[Record], day: date) -> list[dict[str, Any]]:
    """The documented JSON form of a list."""
    return [
        {
            "id": record.id,
            "name": record.name_shown,
            "kind": record.kind,
            "source": kb.source_of(record),
            "remarks": len(record.remarks),
        }
        | ({"measure": owner.id} if (owner := kb.measure_of_indicator.get(record.id)) else {})
        | {
            key: value.written if isinstance(value, Moment) else value
            for key in _KEYS
            if (value := getattr(record, key, None)) not in (None, ())
        }
        | _replaced(kb, record)
        | ({"continued_by": after} if (after := _continuing(kb, record, day)) else {})
        | ({"restated": True} if is_restated(kb, record) else {})
        | json_form.own_word(word_of(record))
        | ({"extra": record.extra} if record.extra else {})
        for record in records
    ]


def _replaced(kb: KnowledgeBase, record: Record) -> dict[str, Any]:
    """Whether a report is void, and what corrects it; nothing of a record that is no report."""
    if not isinstance(record, Correctable):
        return {}
    return {"void": record.void, "corrected_by": corrections.of(kb, record.id)}


def _continuing(kb: KnowledgeBase, record: Record, day: date) -> str:
    return names.continuing(kb, record, day) if isinstance(record, Measure) else ""


def kinds(kb: KnowledgeBase) -> Table:
    """Every kind of record with its name and how many there are."""
    columns: tuple[Column[Kind], ...] = (
        Column("kind", _("Kind"), lambda kind: kind.plural),
        Column("name", _("Name"), lambda kind: _(kind.title)),
        Column("count", _("Number"), lambda kind: len(kb.of(kind.record))),
    )
    return Table.of(columns, KINDS)


def kinds_json(kb: KnowledgeBase) -> list[dict[str, Any]]:
    """The documented JSON form of the kinds."""
    return list(kinds(kb).json())
