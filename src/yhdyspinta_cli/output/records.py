"""`yp list` and `yp show`: any kind of record, with its source place and its remarks."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.record import Noun, Place, Record, Remark
from yhdyspinta_cli.output.field_names import field_name
from yhdyspinta_cli.output.page import Block, Bullets, Heading, Page, Pairs, Table
from yhdyspinta_cli.output.words import word


def table(kb: KnowledgeBase, records: Iterable[Record]) -> Table:
    """A row a record: id, name, source place; measures with code, interface and goal."""
    found = list(records)
    if found and all(isinstance(record, Measure) for record in found):
        measures = [record for record in found if isinstance(record, Measure)]
        return Table(
            (_("Code"), _("Measure"), _("Goal"), _("Responsible"), "id"),
            tuple(
                (
                    m.code,
                    m.title,
                    goal_number(kb, m),
                    "; ".join(r.label for r in m.responsible)
                    or (m.nobody.label if m.nobody else ""),
                    m.id,
                )
                for m in measures
            ),
        )
    return Table(
        ("id", _("Name"), _("Source")),
        tuple((r.id, r.name_shown, kb.source_of(r)) for r in found),
    )


def goal_number(kb: KnowledgeBase, measure: Measure) -> int | None:
    """The number of a measure's goal."""
    goal = kb.find(Goal, measure.goal)
    return goal.number if goal else None


def listed(kb: KnowledgeBase, records: Iterable[Record]) -> list[dict[str, Any]]:
    """The JSON form of a list."""
    return [
        {
            "id": record.id,
            "name": record.name_shown,
            "kind": record.kind,
            "source": kb.source_of(record),
            "remarks": len(record.remarks),
        }
        | ({"code": record.code} if isinstance(record, Measure) else {})
        for record in records
    ]


def page(kb: KnowledgeBase, record: Record, path: str) -> Page:
    """Everything a record says, for a reader."""
    blocks: list[Block] = [Heading(record.name_shown)]
    pairs: list[tuple[str, Any]] = [("id", record.id)]
    lists: list[Block] = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in ("id", "source", "remarks", "outside") or value in (None, (), {}, False):
            continue
        if _is_long(value):
            lists.append(Heading(field_name(name)))
            lists.append(Bullets(tuple(in_words(kb, item) for item in value)))
        else:
            pairs.append((field_name(name), in_words(kb, value)))
    pairs.append((_("Source"), kb.source_of(record)))
    pairs.append((_("File"), path))
    blocks.append(Pairs(tuple(pairs)))
    blocks.extend(lists)
    blocks.extend(_outside(record))
    blocks.extend(remarks(record.remarks))
    return tuple(blocks)


def _is_long(value: object) -> bool:
    """True for what reads better as a list of its own than on one line."""
    return isinstance(value, tuple) and (
        any(isinstance(item, Noun) for item in value)
        or (len(value) > 3 and all(len(str(item)) > 25 for item in value))
    )


def remarks(found: Iterable[Remark]) -> tuple[Block, ...]:
    """The remarks of a record, each with what is printed and what is right."""
    items = tuple(remark_text(remark) for remark in found)
    return (Heading(_("Remarks")), Bullets(items)) if items else ()


def remark_text(remark: Remark) -> str:
    """A remark in one line: kind, what is printed, what is right, why."""
    parts = [f"{word(remark.kind)}:"]
    if remark.printed:
        parts.append(
            _("printed ”{printed}”").format(printed=remark.printed)
            + ("," if remark.corrected else ".")
        )
    if remark.corrected:
        parts.append(_("correctly ”{corrected}”").format(corrected=remark.corrected) + ".")
    parts.append(remark.text.replace("\n", " "))
    return " ".join(parts)


def _outside(record: Record) -> tuple[Block, ...]:
    items = tuple(
        f"{item.fact} ({item.named_source}, {item.day.isoformat()})" for item in record.outside
    )
    return (Heading(_("Facts from outside the source")), Bullets(items)) if items else ()


def in_words(kb: KnowledgeBase, value: object) -> str:
    """A field's value for a reader: names for ids, words for enumerated values."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return "; ".join(in_words(kb, item) for item in value)
    if isinstance(value, Place):
        return kb.place_text(value)
    if isinstance(value, Noun):
        parts: list[str] = []
        for name in type(value).model_fields:
            item = getattr(value, name)
            if item in (None, (), False) or name in ("id", "source", "remarks", "outside"):
                continue
            parts.append(f"{field_name(name).lower()}: {in_words(kb, item)}")
        return ", ".join(parts)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {item}" for key, item in value.items())
    if isinstance(value, str) and value in kb.entries:
        return f"{kb.name(value)} ({value})"
    return word(value) if isinstance(value, str) else str(value)


def full(kb: KnowledgeBase, record: Record) -> dict[str, Any]:
    """The JSON form of one record: its own keys, as in its file."""
    form: dict[str, Any] = _plain(record)
    return {"kind": record.kind} | form


def _plain(value: object) -> Any:
    if isinstance(value, Noun):
        return {
            name: _plain(getattr(value, name))
            for name in type(value).model_fields
            if getattr(value, name) not in (None, (), {})
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Moment):
        return value.written
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, str | int | bool | Decimal | date) or value is None:
        return value
    raise TypeError(type(value).__name__)
