"""`yp event list`: what happened, and which obligations it fulfils."""

from collections.abc import Sequence
from typing import Any

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import json_form
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Column, Page, Paragraph, Table
from yhdyspinta_cli.output.own_words import column as means_column
from yhdyspinta_cli.wording import days, names, own_words
from yhdyspinta_cli.wording.obligations import nothing_recorded


def answer(kb: KnowledgeBase, found: Sequence[Event]) -> Answer:
    """The events, ready to be given in any form."""
    return Answer(
        "events",
        lambda _width: page(kb, found),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def page(kb: KnowledgeBase, found: Sequence[Event]) -> Page:
    """The events for a reader."""
    if not kb.events:
        return (Paragraph(nothing_recorded()),)
    if not found:
        return (Paragraph(_("No such events are recorded.")),)
    rows = tuple(
        (
            days.moment(event.on),
            own_words.shown(event, "type"),
            ", ".join(part for part in (event.title, _whose(kb, event)) if part),
            "; ".join(o.title for o in events.fulfilled_by(kb, event)),
        )
        for event in found
    )
    columns = (_("Day"), _("Kind"), _("What"), _("Fulfils"))
    return (Table(columns, rows),)


def _whose(kb: KnowledgeBase, event: Event) -> str:
    """The body or the party, empty where neither is told."""
    return names.name(kb, event.body or event.party)


def table(kb: KnowledgeBase, found: Sequence[Event]) -> Table:
    """A row an event, for a spreadsheet."""
    columns: tuple[Column[Event], ...] = (
        Column("id", "id", lambda event: event.id),
        Column("on", _("Day"), lambda event: days.moment_cell(event.on)),
        Column("type", _("Kind"), lambda event: own_words.shown(event, "type")),
        Column("title", _("What"), lambda event: event.title),
        Column("body", _("Body"), lambda event: event.body),
        Column("area", _("Area"), lambda event: event.area),
        Column("party", _("Party"), lambda event: event.party),
        Column("convener", _("Convener"), lambda event: event.convener),
        Column("chair", _("Chair"), lambda event: event.chair),
        Column("decisions", _("Decisions"), lambda event: "; ".join(event.decisions)),
        Column("links", _("Links"), lambda event: "; ".join(link.url for link in event.links)),
        Column(
            "fulfils",
            _("Fulfils"),
            lambda event: "; ".join(o.id for o in events.fulfilled_by(kb, event)),
        ),
        Column("period", _("Period"), lambda event: event.period),
        *means_column(kb, "event_kinds", lambda event: event.type),
    )
    return Table.of(columns, found)


def json(kb: KnowledgeBase, found: Sequence[Event]) -> list[dict[str, Any]]:
    """The documented JSON form of the events."""
    return [
        {
            "id": event.id,
            "type": event.type,
            **json_form.own_word(event.word),
            "title": event.title,
            "on": event.on.written,
            "body": event.body,
            "area": event.area,
            "party": event.party,
            "convener": event.convener,
            "chair": event.chair,
            "by": event.by,
            "decisions": list(event.decisions),
            "links": [{"title": link.title, "url": link.url} for link in event.links],
            "note": event.note,
            "fulfils": [o.id for o in events.fulfilled_by(kb, event)],
            "period": event.period,
            "corrects": event.corrects,
        }
        for event in found
    ]
