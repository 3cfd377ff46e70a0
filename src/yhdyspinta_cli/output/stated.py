"""`yp history RECORD --fields`: who stated each field last, when, on what ground."""

from datetime import date
from typing import Any, Literal

from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import as_written
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Evidence, Update, Value
from yhdyspinta_cli.output import (
    history_forms,
    own_fields,
    past_words,
    phrases,
    remarks,
    status_log_forms,
    titles,
)
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Cell, Column, Heading, Page, Table
from yhdyspinta_cli.queries.stated import Grounds, Stated
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.values import with_unit
from yhdyspinta_cli.wording.words import word

Ground = Literal["source", "outside", "report", "commit"]


def answer(kb: KnowledgeBase, found: Grounds) -> Answer:
    """Who stated each field of a record last, ready to be given in any form."""
    named = past_words.knowing(kb, found.gone)
    return Answer(
        "fields",
        lambda _width: page(named, found),
        lambda: table(named, found),
        lambda: json(named, found),
        sheet=_("Fields"),
    )


def page(kb: KnowledgeBase, found: Grounds) -> Page:
    """A row a field for a reader; below it stands whole on what a report rests, and its id."""
    rows = tuple(
        (_field(kb, one), _held(kb, one), _day_cell(one), "; ".join(_stated_by(kb, one)))
        for one in found.fields
    )
    below = tuple("; ".join(_rests_on(one)) for one in found.fields)
    columns = (_("Field"), _("What it says"), _("Since"), _("Stated by"))
    under = below if any(below) else ()
    return (Heading(titles.title(kb, found.record)), Table(columns, rows, under))


def table(kb: KnowledgeBase, found: Grounds) -> Table:
    """A row a field, for a spreadsheet."""
    columns: tuple[Column[Stated], ...] = (
        Column("field", _("Field"), lambda one: _field(kb, one)),
        Column("value", _("What it says"), lambda one: _held(kb, one)),
        Column("since", _("Since"), _day_cell),
        Column("stated_by", _("Stated by"), lambda one: _ground(kb, one)),
        Column("commit", "commit", lambda one: one.arrival.commit or None),
    )
    return Table.of(columns, found.fields)


def _field(kb: KnowledgeBase, one: Stated) -> str:
    """Return what the field is called, after the record inside which it stands."""
    if one.report is not None:
        party = getattr(one.report, "party", None)
        name = field_name("responsible" if one.name == "appoints" else one.name)
        if isinstance(one.report, Value):
            name = kb.name(one.report.indicator)
        if party and one.name != "appoints":
            name = f"{name}: {kb.name(party)}"
        by = getattr(one.report, "by", None)
        told = one.is_one_of_several and by and one.name != "appoints"
        return f"{name} ({kb.name(by)})" if told else name
    if one.name == "extra" and isinstance(one.noun, Record):
        own = kb.agreement.own_fields(one.noun.kind)
        key = one.steps[-1]
        return own[key].label if key in own else key
    name = field_name(one.name)
    if isinstance(one.noun, Record) and len(one.steps) > 2:
        return f"{one.noun.name_shown}: {name}"
    return name


def _held(kb: KnowledgeBase, one: Stated) -> str:
    if one.name == "extra":
        return own_fields.own_text(one.value)
    if isinstance(one.report, Value):
        indicator = kb.find(Indicator, one.report.indicator)
        return with_unit(one.report.value, indicator.unit if indicator else None)
    if isinstance(one.report, Update):
        return own_words.shown(one.report, "state")
    return phrases.item(kb, one.noun, one.name, one.value)


def _since(one: Stated) -> Moment | date | None:
    on = getattr(one.report, "on", None)
    if one.outside is not None:
        return one.outside.day
    return on if isinstance(on, Moment | date) else one.arrival.day


def _day_cell(one: Stated) -> Cell:
    since = _since(one)
    return days.moment_cell(since) if isinstance(since, Moment) else since


def _ground(kb: KnowledgeBase, one: Stated) -> str:
    """Return who stated it, on what: a report, a source with its day, a place, else a commit."""
    return "; ".join((*_stated_by(kb, one), *_rests_on(one)))


def _rests_on(one: Stated) -> list[str]:
    """Return what a report rests on and its id; nothing where it is no report that states it."""
    if one.report is None:
        return []
    evidence: tuple[Evidence, ...] = getattr(one.report, "evidence", ())
    return [*(status_log_forms.evidence_words(item) for item in evidence), f"[{one.report.id}]"]


def _stated_by(kb: KnowledgeBase, one: Stated) -> list[str]:
    parts = []
    if one.report is not None:
        kind = word(one.report.kind)
        parts.append(f"{kind}: {titles.speaker(kb, getattr(one.report, 'by', None))}")
    elif one.outside is not None:
        told = _("{source}, read on {day}")
        parts.append(told.format(source=one.outside.named_source, day=day_text(one.outside.day)))
    elif one.is_of_source and isinstance(one.noun, Record):
        parts.append(kb.source_of(one.noun))
    else:
        parts.append(past_words.came(one.arrival))
    if one.remark is not None:
        parts.append(remarks.text(one.remark))
    return parts


def ground(one: Stated) -> Ground:
    """Return on what it rests: a report, a source from outside, the source, else a commit alone."""
    if one.report is not None:
        return "report"
    if one.outside is not None:
        return "outside"
    return "source" if one.is_of_source else "commit"


def json(kb: KnowledgeBase, found: Grounds) -> dict[str, Any]:
    """The documented JSON form: a field, what it holds, on what it rests."""
    return {
        "record": found.record.id,
        "record_kind": found.record.kind,
        "as_of": found.day,
        "fields": [_json_field(kb, one) for one in found.fields],
    }


def _json_field(kb: KnowledgeBase, one: Stated) -> dict[str, Any]:
    since = _since(one)
    remark = one.remark
    return {
        "field": one.name,
        "place": list(one.steps),
        "value": as_written.plain(one.value, lambda moment: moment.written),
        "words": _held(kb, one),
        "since": since.written if isinstance(since, Moment) else since,
        "ground": ground(one),
        "source": kb.source_of(one.noun)
        if one.is_of_source and isinstance(one.noun, Record)
        else None,
        "outside": None if one.outside is None else one.outside.named_source,
        "remark": None if remark is None else remark.text,
        "report": None if one.report is None else one.report.id,
        "by": getattr(one.report, "by", None),
        **history_forms.json_arrival(one.arrival),
    }
