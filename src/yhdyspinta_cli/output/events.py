"""`yp event list`: what happened, and which obligations it fulfils."""

from collections.abc import Iterator, Sequence
from typing import Any

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.output import json_form, narrowed
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Column, Page, Paragraph, Table
from yhdyspinta_cli.output.own_words import column as means_column
from yhdyspinta_cli.wording import days, names, own_words
from yhdyspinta_cli.wording.obligations import nothing_recorded


def answer(
    kb: KnowledgeBase, found: Sequence[Event], replaced: Sequence[Event] = (), asked: str = ""
) -> Answer:
    """The events, ready to be given in any form.

    `replaced` are those that would be listed, too, but are corrected or void: a reader is told how
    many they are. `asked` is what the list was narrowed to.
    """
    return Answer(
        "events",
        lambda _width: page(kb, found, replaced, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def page(
    kb: KnowledgeBase, found: Sequence[Event], replaced: Sequence[Event] = (), asked: str = ""
) -> Page:
    """The events for a reader, and how many more are recorded that are corrected or void."""
    if not kb.events:
        return (Paragraph(nothing_recorded()),)
    notes = (Paragraph(_replaced(replaced)),) if replaced else ()
    if not found:
        return (narrowed.nothing(_("No such events are recorded."), asked), *notes)
    rows = tuple(
        (
            days.moment(event.on),
            own_words.shown(event, "type"),
            ", ".join(part for part in (event.title, _whose(kb, event), _about(kb, event)) if part),
            "; ".join(_fulfils(kb, event)),
        )
        for event in found
    )
    columns = (_("Day"), _("Kind"), _("What"), _("Fulfils"))
    return (Table(columns, rows), *notes)


def _replaced(found: Sequence[Event]) -> str:
    """How many records are not listed since another one has taken their place, or they are void."""
    void = sum(event.void for event in found)
    corrected = len(found) - void
    parts = (
        plural("{n} corrected by a later one", "{n} corrected by later ones", corrected)
        if corrected
        else "",
        plural("{n} that voids another", "{n} that void others", void) if void else "",
    )
    words = plural(
        "{n} further record is not listed", "{n} further records are not listed", len(found)
    )
    return f"{words}: {', '.join(part for part in parts if part)}. " + _(
        "'yp list events' has them all."
    )


def _about(kb: KnowledgeBase, event: Event) -> str:
    """The measure that it is about, and who answers for it from now on: ``J3: appoints Kuopio``."""
    measure = kb.find(Measure, event.measure)
    code = measure.code if measure else event.measure or ""
    if not event.appoints:
        return code
    return _("{code}: appoints {names}").format(
        code=code, names=listing(kb.name(key) for key in event.appoints)
    )


def _fulfils(kb: KnowledgeBase, event: Event) -> Iterator[str]:
    """The obligations that it fulfils, then those that it says it does not."""
    for obligation in events.fulfilled_by(kb, event):
        yield obligation.title
    for key in event.not_fulfils:
        yield _("not: {title}").format(title=kb.name(key))


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
        *means_column(kb, "event_kinds", lambda event: event.type),
        Column("measure", _("Measure"), lambda event: event.measure),
        Column("appoints", _("Appoints"), lambda event: "; ".join(event.appoints)),
        Column("not_fulfils", _("Does not fulfil"), lambda event: "; ".join(event.not_fulfils)),
        Column("by", _("By"), lambda event: event.by),
        Column("note", _("Note"), lambda event: event.note),
        Column("corrects", _("Corrects"), lambda event: event.corrects),
        Column("recorded", _("Recorded"), lambda event: _recorded(event)),
        Column("period", _("Period"), lambda event: event.period),
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
            "not_fulfils": list(event.not_fulfils),
            "measure": event.measure,
            "appoints": list(event.appoints),
            "corrects": event.corrects,
            "void": event.void,
            "recorded": _recorded(event),
        }
        for event in found
    ]


def _recorded(event: Event) -> str | None:
    """The moment it was recorded, as the data has it; None where it has none."""
    return event.recorded.isoformat() if event.recorded else None
