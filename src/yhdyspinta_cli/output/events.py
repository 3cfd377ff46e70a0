"""`yp event list`: what happened, and which obligations it fulfils."""

from collections.abc import Sequence
from typing import Any

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import phrases
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.page import Page, Paragraph, Table
from yhdyspinta_cli.output.standings import nothing_recorded
from yhdyspinta_cli.output.words import word


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
            phrases.moment(event.on),
            word(event.type),
            ", ".join(part for part in (event.title, _whose(kb, event)) if part),
            "; ".join(o.title for o in events.fulfilled_by(kb, event)),
        )
        for event in found
    )
    columns = (_("Day"), _("Kind"), _("What"), _("Fulfils"))
    return (Table(columns, rows),)


def _whose(kb: KnowledgeBase, event: Event) -> str:
    """The body or the party, empty where neither is told."""
    key = event.body or event.party
    return kb.name(key) if key else ""


def table(kb: KnowledgeBase, found: Sequence[Event]) -> Table:
    """A row an event, for a spreadsheet."""
    columns = (
        "id",
        _("Day"),
        _("Kind"),
        _("What"),
        _("Body"),
        _("Area"),
        _("Party"),
        _("Convener"),
        _("Chair"),
        _("Decisions"),
        _("Links"),
        _("Fulfils"),
    )
    rows = tuple(
        (
            event.id,
            event.on.first if event.on.is_day else event.on.written,
            word(event.type),
            event.title,
            event.body,
            event.area,
            event.party,
            event.convener,
            event.chair,
            "; ".join(event.decisions),
            "; ".join(link.url for link in event.links),
            "; ".join(o.id for o in events.fulfilled_by(kb, event)),
        )
        for event in found
    )
    return Table(columns, rows)


def json(kb: KnowledgeBase, found: Sequence[Event]) -> list[dict[str, Any]]:
    """The documented JSON form of the events."""
    return [
        {
            "id": event.id,
            "type": event.type,
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
            "corrects": event.corrects,
        }
        for event in found
    ]
