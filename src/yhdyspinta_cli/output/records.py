"""`yp show`: everything a record says, with its source place and its remarks; its JSON form."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from yhdyspinta_cli.facts import agreement, corrections, events, lifetime, measured, standings
from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import as_written
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.own_words import word_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import (
    indicators,
    json_form,
    noun_phrases,
    own_fields,
    phrases,
    remarks,
    status,
    titles,
)
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Bullets, Cell, Heading, Page, Pairs, Table
from yhdyspinta_cli.wording import days, names, restated, trails
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.obligations import period_words

_APART = ("id", "source", "remarks", "outside", "extra")
"""The keys that every record has, shown in their own places."""


def answer(kb: KnowledgeBase, record: Record, path: str, day: date) -> Answer:
    """Everything a record says, and what holds of it on `day`, ready to be given in any form."""
    return Answer(
        "record",
        lambda _width: page(kb, record, path, standing(kb, record, day)),
        lambda: fields(kb, record, path),
        lambda: full(kb, record),
        sheet=record.id,
    )


def page(
    kb: KnowledgeBase, record: Record, path: str, standing: tuple[tuple[str, str], ...] = ()
) -> Page:
    """Everything a record says, for a reader; `standing` is what holds of it on the day asked."""
    blocks: list[Block] = [Heading(record.name_shown)]
    pairs: list[tuple[str, Cell]] = [(_("Id"), record.id), *standing]
    lists: list[Block] = []
    for name in fields_of(type(record)):
        value = getattr(record, name)
        if name in _apart(record) or _is_empty(value, name):
            continue
        if _is_long(value):
            lists.append(Heading(field_name(name)))
            items = (phrases.item(kb, record, name, one) for one in value)
            lists.append(Bullets(tuple(items)))
        else:
            pairs.append((field_name(name), phrases.field(kb, record, name)))
    pairs.extend((label, text) for _key, label, text in own_fields.own_fields(kb, record))
    pairs.append((_("Wording"), restated.mark(kb, record)))
    pairs.append((_("Source"), kb.source_of(record)))
    pairs.append((_("File"), path))
    blocks.append(Pairs(tuple(pairs)))
    blocks.extend(lists)
    blocks.extend(_outside(record))
    blocks.extend(remarks.blocks(record.remarks, with_ids=True))
    return tuple(blocks)


def _apart(record: Record) -> tuple[str, ...]:
    """The keys that are not shown as they stand; how a measure is worded is told in words."""
    return (*_APART, "restated") if isinstance(record, Measure) else _APART


def standing(kb: KnowledgeBase, record: Record, day: date) -> tuple[tuple[str, str], ...]:
    """What holds of a record on a day.

    A measure's state and its indicators' values; an indicator's measure and values; the first
    period of an obligation; that an actor has ended.
    """
    if isinstance(record, Measure):
        values = indicators.holding(kb, measured.indicators(kb, record), day)
        state = status.state_text(kb, standings.of_one(kb, record, day))
        return (
            (_("State"), state),
            *_there(kb, record, day),
            (_("Ended projects"), "; ".join(_ended_projects(kb, record, day))),
            (_("Continued by"), names.continuing(kb, record, day)),
            (_("Values"), "\n".join(values)),
        )
    if isinstance(record, Indicator):
        measure = kb.measure_of(record)
        return (
            (_("Measure"), titles.title(kb, measure) if measure else ""),
            (_("Values"), "\n".join(indicators.holding(kb, (record,), day))),
        )
    if isinstance(record, Obligation):
        return ((_("First period"), _first_period(kb, record, day)),)
    if isinstance(record, Correctable):
        return ((_("Corrected by"), ", ".join(corrections.of(kb, record.id))),)
    if isinstance(record, Agreement):
        now = agreement.version(kb, day)
        words = phrases.amendment(now) if now is not None else ""
        free = ", ".join(days.held(gap.start, gap.end) for gap in agreement.gaps(kb, day))
        return ((_("On {day}").format(day=day_text(day)), words), (_("Did not hold"), free))
    return _there(kb, record, day)


def _there(kb: KnowledgeBase, record: Record, day: date) -> tuple[tuple[str, str], ...]:
    """That a record has ended by a day, begins only after it, or joined by it."""
    ending, beginning = lifetime.ending(kb, record.id, day), lifetime.beginning(kb, record.id, day)
    holds = trails.validity_text(kb, ending, beginning, record.id)
    holds = holds or trails.joined_text(kb, record, day) or trails.to_end_text(record, day)
    return ((_("On {day}").format(day=day_text(day)), holds),)


def _ended_projects(kb: KnowledgeBase, measure: Measure, day: date) -> Iterator[str]:
    """The projects of a measure that have ended by a day, and when."""
    for key in measure.projects:
        if (ending := lifetime.ending(kb, key, day)) is not None:
            yield f"{kb.name(key)}, {trails.ending_text(kb, ending, key)}"


def _first_period(kb: KnowledgeBase, obligation: Obligation, day: date) -> str:
    """The first period in which it is owed, and where its beginning comes from."""
    found = events.periods_of(kb, obligation, day)
    if not found:
        return ""
    words = period_words(found[0])
    if obligation.first is not None or found[0].start != agreement.first_day(kb):
        return words
    return _("{period} (from the start of the agreement, {day})").format(
        period=words, day=day_text(agreement.first_day(kb))
    )


def _is_empty(value: object, name: str) -> bool:
    """True for what says nothing; a value that is *no* says something."""
    return value in (None, (), {}) or (value is False and name != "value")


def _is_long(value: object) -> bool:
    """True for what reads better as a list of its own than on one line."""
    return isinstance(value, tuple) and (
        any(isinstance(item, Noun) for item in value)
        or (len(value) > 3 and all(len(str(item)) > 25 for item in value))
    )


def _outside(record: Record) -> tuple[Block, ...]:
    items = tuple(noun_phrases.outside(item) for item in record.outside)
    return (Heading(_("Facts from outside the source")), Bullets(items)) if items else ()


def fields(kb: KnowledgeBase, record: Record, path: str) -> Table:
    """A row a field, for a spreadsheet: its key, its name, its value in words."""
    rows: list[tuple[Cell, ...]] = [
        (name, field_name(name), _cell(kb, record, name))
        for name in fields_of(type(record))
        if name not in set(_apart(record)) - {"id"} and not _is_empty(getattr(record, name), name)
    ]
    rows.extend(own_fields.own_fields(kb, record))
    if mark := restated.mark(kb, record):
        rows.append(("restated", _("Wording"), mark))
    rows.append(("source", _("Source"), kb.source_of(record)))
    rows.append(("file", _("File"), path))
    rows.extend(("remark", _("Remark"), remarks.text(remark)) for remark in record.remarks)
    return Table((_("Key"), _("Field"), _("Value")), tuple(rows))


def _cell(kb: KnowledgeBase, record: Record, name: str) -> Cell:
    value = getattr(record, name)
    if isinstance(value, Moment):
        return days.moment_cell(value)
    if isinstance(value, datetime):
        # A moment is no day: a workbook and a table have it whole, as its file does.
        return value.isoformat(timespec="seconds")
    return value if isinstance(value, date) else phrases.field(kb, record, name)


def full(kb: KnowledgeBase, record: Record) -> dict[str, Any]:
    """The JSON form of one record: its own keys, as in its file, and `word` where a state or type
    is told in a word of the knowledge base's own; that it is restated, too."""
    form: dict[str, Any] = as_written.plain(record, lambda moment: moment.written, own_words=False)
    told = {"restated": True} if is_restated(kb, record) else {}
    return {"kind": record.kind} | told | form | json_form.own_word(word_of(record))
