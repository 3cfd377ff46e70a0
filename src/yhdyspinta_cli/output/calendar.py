"""`yp calendar`: a year as a list, month by month, and what has no month."""

from typing import Any

from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import day_text, month_name
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.output import json_form, narrowed, notes, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Column, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.calendar import Calendar
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry
from yhdyspinta_cli.wording import entries, own_words
from yhdyspinta_cli.wording.obligation_groups import group_counts, group_words
from yhdyspinta_cli.wording.obligations import nothing_recorded
from yhdyspinta_cli.wording.words import yes_or_no


def answer(kb: KnowledgeBase, found: Calendar, asked: str = "") -> Answer:
    """The year, ready to be given in any form.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "calendar",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=_("Calendar"),
    )


def page(kb: KnowledgeBase, answer: Calendar, asked: str = "") -> Page:
    """The year for a reader."""
    blocks: list[Block] = [
        Heading(_("Calendar {year} on {day}").format(year=answer.year, day=day_text(answer.day)))
    ]
    blocks.extend(notes.year(kb, answer.year, answer.day))
    if not kb.events:
        blocks.append(Paragraph(nothing_recorded()))
    if not answer.entries:
        blocks.append(narrowed.nothing(_("Nothing stands in this year."), asked))
    for month in answer.months:
        if month.entries:
            blocks.append(Heading(month_name(month.number).capitalize()))
            blocks.append(_entries(kb, month.entries))
    if answer.any_time:
        blocks.append(Heading(_("Any time of the year")))
        blocks.append(_entries(kb, answer.any_time))
    return tuple(blocks)


def _entries(kb: KnowledgeBase, found: tuple[CalendarEntry, ...]) -> Table:
    columns = (_("Day"), _("Kind"), _("What"), _("Standing or body"))
    rows = tuple(
        (
            when_words(entry),
            kind_word(entry),
            title(entry),
            standing_words(kb, entry),
        )
        for entry in found
    )
    return Table(columns, rows)


def standing_words(kb: KnowledgeBase, entry: CalendarEntry) -> str:
    """How what is due stands; of an event its body and whose it is."""
    if entry.measure is not None:
        return _measure_words(entry, entry.measure)
    if entry.standings:
        return group_words(kb, entry.standings, dated=False)
    record = entry.record
    if not isinstance(record, Event):
        return ""
    return titles.names(kb, (key for key in (record.body, record.party) if key))


def _measure_words(entry: CalendarEntry, measure: MeasureStanding) -> str:
    state = own_words.situation(measure)
    return _("{state}, late").format(state=state) if entry.is_late else state


def title(entry: CalendarEntry) -> str:
    """What an entry is called; the agreement by its short name, a measure with its code."""
    record = entry.record
    if isinstance(record, Measure):
        return f"{record.code} {record.title}"
    if isinstance(record, Agreement) and record.short:
        return record.short
    return record.name_shown


def when_words(entry: CalendarEntry) -> str:
    """The day of an entry; a month or a year where no day is known."""
    if entry.is_owed:
        return _("by {day}").format(day=day_text(entry.end))
    if entry.start == entry.end:
        return day_text(entry.start)
    if entry.any_time:
        return str(entry.start.year)
    return f"{month_name(entry.start.month)} {entry.start.year}"


def body_name(kb: KnowledgeBase, entry: CalendarEntry) -> str:
    """The name of an event's body, empty where it has none."""
    record = entry.record
    return kb.name(record.body) if isinstance(record, Event) and record.body else ""


def kind_word(entry: CalendarEntry) -> str:
    """What kind of entry it is, in a word or two; an event by its own kind."""
    if isinstance(entry.record, Event):
        return own_words.shown(entry.record, "type")
    return entries.kind_word(entry.kind)


def table(kb: KnowledgeBase, answer: Calendar) -> Table:
    """A row an entry, for a spreadsheet."""
    columns: tuple[Column[CalendarEntry], ...] = (
        Column("id", "id", lambda entry: entry.key),
        Column("start", _("Start"), lambda entry: entry.opens or entry.start),
        Column("end", _("End"), lambda entry: entry.end),
        Column("kind", _("Kind"), kind_word),
        Column("what", _("What"), title),
        Column("body", _("Body"), lambda entry: body_name(kb, entry) or None),
        Column("tentative", _("Tentative"), lambda entry: yes_or_no(entry.is_tentative)),
        Column(
            "standing",
            _("Standing"),
            _standing_cell,
        ),
    )
    return Table.of(columns, answer.entries)


def _standing_cell(entry: CalendarEntry) -> str | None:
    if entry.measure is not None:
        return _measure_words(entry, entry.measure)
    return group_counts(entry.standings) if entry.standings else None


def json(kb: KnowledgeBase, answer: Calendar) -> dict[str, Any]:
    """The documented JSON form of the year."""
    return {
        "year": answer.year,
        "as_of": answer.day,
        "events_recorded": bool(kb.events),
        "months": [
            {"month": month.number, "entries": [_json(entry) for entry in month.entries]}
            for month in answer.months
        ],
        "any_time": [_json(entry) for entry in answer.any_time],
    }


def _json(entry: CalendarEntry) -> dict[str, Any]:
    record = entry.record
    return {
        "id": entry.key,
        "kind": entry.kind,
        "record": record.id,
        "title": title(entry),
        "start": entry.opens or entry.start,
        "end": entry.end,
        "tentative": entry.is_tentative,
        "body": record.body if isinstance(record, Event) else None,
        "party": record.party if isinstance(record, Event) else None,
        "situation": entry.measure.situation if entry.measure else None,
        "late": entry.is_late if entry.measure else None,
        **json_form.own_word(_own_word(entry)),
        "standings": [
            {
                "party": standing.party.id if standing.party else None,
                "area": standing.area.id if standing.area else None,
                "state": standing.state,
                "reason": standing.reason,
                "recorded": len(standing.events),
                "needed": standing.needed,
            }
            for standing in entry.standings
        ],
    }


def _own_word(entry: CalendarEntry) -> str | None:
    """The own word for the state of a measure that is due, or for the kind of an event."""
    if entry.measure is not None:
        return entry.measure.word
    return entry.record.word if isinstance(entry.record, Event) else None


def due_words(entry: CalendarEntry) -> str:
    """What is recorded of a duty, without a word of the day on which one looks.

    ``1 of 2 recorded``, or how many parties have met it.
    """
    group = entry.standings
    met = sum(standing.state == "met" for standing in group)
    if len(group) == 1 and not group[0].events:
        return _("{needed} needed").format(needed=group[0].needed)
    if len(group) == 1:
        done, needed = len(group[0].events), group[0].needed
        words = _("{done} of {needed} recorded")
        if done > needed:
            words = _("{done} recorded, {needed} needed")
        return words.format(done=done, needed=needed)
    if not met:
        return _("none recorded")
    if any(standing.party for standing in group):
        return _("met by {met} of {n} parties").format(met=met, n=len(group))
    return _("met in {met} of {n} areas").format(met=met, n=len(group))
