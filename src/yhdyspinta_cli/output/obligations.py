"""`yp obligations`: each duty with its periods: met, due, missed, not known."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event, Obligation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import phrases
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.page import Block, Bullets, Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.standings import (
    group_words,
    nothing_recorded,
    period_name,
    period_words,
    reason_word,
    rhythm_words,
    state_word,
)
from yhdyspinta_cli.output.ways import ended
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.obligations import ObligationStanding, by_period
from yhdyspinta_cli.vocabulary import DUE_STATES, Reason


def answer(
    kb: KnowledgeBase, found: Sequence[ObligationStanding], day: date, *, year: int | None = None
) -> Answer:
    """The standings on `day`, of `year` where one is given, ready to be given in any form."""
    return Answer(
        "obligations",
        lambda _width: page(kb, found, day, year=year),
        lambda: table(found),
        lambda: json(kb, found, day, year=year),
    )


def page(
    kb: KnowledgeBase, found: Sequence[ObligationStanding], day: date, *, year: int | None = None
) -> Page:
    """The standings for a reader: what has periods, then what is done when something happens."""
    title = _("Obligations on {day}").format(day=day_words(day))
    if year is not None:
        title = _("Obligations of {year} on {day}").format(year=year, day=day_words(day))
    timed = [standing for standing in found if standing.period is not None]
    blocks: list[Block] = [Heading(title), Paragraph(summary(timed)), *ended(kb, day)]
    if not kb.events:
        blocks.append(Paragraph(nothing_recorded()))
    if timed:
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("Period"), _("Standing")),
                tuple(_rows(by_period(timed))),
            )
        )
    whenever = [standing for standing in found if standing.period is None]
    if whenever:
        blocks.append(Heading(_("Without a period")))
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("As printed"), _("Recorded")),
                tuple(_when_row(group) for group in by_period(whenever)),
            )
        )
    if timed:
        blocks.append(Heading(_("How to read this")))
        blocks.append(Bullets(tuple(rules(timed))))
    return tuple(blocks)


def summary(found: Sequence[ObligationStanding]) -> str:
    """``31 periods: 2 met, 3 missed, 26 not known``; a party's period counts for itself."""
    counts = [(state, sum(s.state == state for s in found)) for state in DUE_STATES]
    parts = [f"{n} {state_word(state)}" for state, n in counts if n]
    return plural("{n} period", "{n} periods", len(found)) + (
        ": " + ", ".join(parts) if parts else ""
    )


def rules(found: Iterable[ObligationStanding]) -> list[str]:
    """The rule of *missed*, and the reasons of *not known* that occur, as sentences."""
    reasons = {standing.reason for standing in found}
    lines = [
        _(
            "Missed: the period is over, too few events are recorded in it, and events that "
            "could fulfil it were being recorded by then: the first one (of the same party, "
            "where each does it for itself) is not later than the due day. Everything else "
            "that is over is not known."
        )
    ]
    return lines + [text for reason, text in _reasons().items() if reason in reasons]


def _reasons() -> dict[Reason, str]:
    return {
        "not-recorded": _("Not known: no such event is recorded by the due day."),
        "part": _(
            "Not known, part of a period: only a part of the period lies inside the "
            "agreement, and the source does not say how much of it is owed."
        ),
        "no-term": _("Not known, no council term: the data has no council term for these days."),
    }


def _rows(groups: Iterable[tuple[ObligationStanding, ...]]) -> Iterator[tuple[str, ...]]:
    """A row a period; the obligation is named on its first row only."""
    before = ""
    for group in groups:
        obligation, period = group[0].obligation, group[0].period
        assert period is not None
        first = obligation.id != before
        before = obligation.id
        yield (
            obligation.title if first else "",
            word(obligation.binding) if first else "",
            period_words(period),
            group_words(group),
        )


def _when_row(group: tuple[ObligationStanding, ...]) -> tuple[str, ...]:
    obligation = group[0].obligation
    events = {event.id: event for standing in group for event in standing.events}
    return (
        obligation.title,
        word(obligation.binding),
        rhythm_words(obligation),
        ", ".join(phrases.moment(event.on) for event in events.values()),
    )


def table(found: Iterable[ObligationStanding]) -> Table:
    """A row an obligation, period and party, for a spreadsheet."""
    columns = (
        "id",
        _("Obligation"),
        _("Force"),
        _("Rhythm"),
        _("Party id"),
        _("Party"),
        _("Period"),
        _("Start"),
        _("End"),
        _("Due"),
        _("Standing"),
        _("Reason"),
        _("Recorded"),
        _("Needed"),
        _("Events"),
    )
    return Table(columns, tuple(_table_row(standing) for standing in found))


def _table_row(standing: ObligationStanding) -> tuple[str | int | date | None, ...]:
    obligation, party, period = standing.obligation, standing.party, standing.period
    state = _("met late") if standing.is_late else state_word(standing.state)
    return (
        obligation.id,
        obligation.title,
        word(obligation.binding),
        _rhythm_cell(obligation),
        party.id if party else None,
        party.name if party else None,
        period_name(period) if period else None,
        period.start if period else None,
        period.end if period else None,
        period.due if period else None,
        state,
        reason_word(standing.reason) if standing.reason else None,
        len(standing.events),
        standing.needed if period else None,
        "; ".join(event.id for event in standing.events),
    )


def _rhythm_cell(obligation: Obligation) -> str | date:
    """How often; a day by which it is to be done stays a day for the spreadsheet."""
    rhythm = obligation.rhythm
    if rhythm.by is not None and not (rhythm.when or rhythm.printed):
        return rhythm.by.last
    return rhythm_words(obligation)


def json(
    kb: KnowledgeBase, found: Iterable[ObligationStanding], day: date, *, year: int | None = None
) -> dict[str, Any]:
    """The documented JSON form of the standings."""
    return {
        "as_of": day,
        "year": year,
        "events_recorded": bool(kb.events),
        "standings": [_json_standing(kb, standing) for standing in found],
    }


def _json_standing(kb: KnowledgeBase, standing: ObligationStanding) -> dict[str, Any]:
    """The JSON form of one standing."""
    obligation, period = standing.obligation, standing.period
    return {
        "obligation": obligation.id,
        "title": obligation.title,
        "binding": obligation.binding,
        "rhythm": rhythm_words(obligation),
        "source": kb.source_of(obligation),
        "party": standing.party.id if standing.party else None,
        "period": None
        if period is None
        else {
            "key": period.key,
            "start": period.start,
            "end": period.end,
            "due": period.due,
            "whole": period.is_whole,
            "term": period.term.id if period.term else None,
        },
        "state": standing.state,
        "late": standing.is_late,
        "reason": standing.reason,
        "needed": standing.needed if period else None,
        "recorded_since": standing.since,
        "events": [_json_event(event) for event in standing.events],
    }


def _json_event(event: Event) -> dict[str, Any]:
    """The JSON form of an event that fulfils something."""
    return {"id": event.id, "title": event.title, "on": event.on.written}
