"""`yp obligations`: each duty with its periods: met, due, missed, not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.output import narrowed, notes
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Bullets, Column, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.obligations import ObligationStanding, by_period
from yhdyspinta_cli.vocabulary import REASONS, Reason, closed
from yhdyspinta_cli.wording import days, rhythms, tallies
from yhdyspinta_cli.wording.due_states import state_word
from yhdyspinta_cli.wording.obligation_groups import counted, group_words
from yhdyspinta_cli.wording.obligations import (
    force_words,
    heirs,
    not_started,
    nothing_recorded,
    period_name,
    period_words,
    reason_word,
)


def answer(
    kb: KnowledgeBase,
    found: Sequence[ObligationStanding],
    day: date,
    *,
    year: int | None = None,
    actor: str | None = None,
    asked: str = "",
) -> Answer:
    """The standings on `day`, of `year` where one is given, ready to be given in any form.

    `actor` (an id) is whose they are, where somebody's are asked for, `asked` what they were
    narrowed to.
    """
    return Answer(
        "obligations",
        lambda _width: page(kb, found, day, year=year, actor=actor, asked=asked),
        lambda: table(kb, found),
        lambda: json(kb, found, day, year=year),
        sheet=_("Obligations"),
    )


def page(
    kb: KnowledgeBase,
    found: Sequence[ObligationStanding],
    day: date,
    *,
    year: int | None = None,
    actor: str | None = None,
    asked: str = "",
) -> Page:
    """The standings for a reader: what has periods, then what is done when something happens."""
    title = _("Obligations on {day}").format(day=day_text(day))
    if year is not None:
        title = _("Obligations of {year} on {day}").format(year=year, day=day_text(day))
    timed = [standing for standing in found if standing.period is not None]
    blocks: list[Block] = [
        Heading(title),
        *notes.actor(kb, actor, day),
        *_summary(found, timed, asked),
        *notes.agreement(kb, day),
        *notes.year(kb, year, day),
    ]
    if not kb.events:
        blocks.append(Paragraph(nothing_recorded()))
    if timed:
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("Period"), _("Standing")),
                tuple(_rows(kb, by_period(timed))),
            )
        )
    whenever = [standing for standing in found if standing.period is None]
    if whenever:
        blocks.append(Heading(_("Without a period")))
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("When"), _("Recorded")),
                tuple(_when_row(kb, group, year) for group in by_period(whenever)),
            )
        )
    if timed:
        blocks.append(Heading(_("How to read this")))
        blocks.append(Bullets(tuple(rules(timed))))
    return tuple(blocks)


def _summary(
    found: Sequence[ObligationStanding], timed: Sequence[ObligationStanding], asked: str
) -> tuple[Block, ...]:
    if found and not timed and asked:
        # What has no periods follows: that there are none at all was not asked.
        return ()
    return (Paragraph(summary(timed)) if timed else narrowed.nothing(summary(timed), asked),)


def summary(found: Sequence[ObligationStanding]) -> str:
    """``Of 31 periods 2 are met, 3 missed and 26 not known.``; a party's period counts itself."""
    return f"{tallies.periods(counted(found))}."


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
    return lines + [_(text) for reason, text in _REASONS.items() if reason in reasons]


_REASONS: Mapping[Reason, str] = closed(
    REASONS,
    {
        "not-recorded": later("Not known: no such event is recorded by the due day."),
        "part": later(
            "Not known, part of a period: only a part of the period lies inside the "
            "agreement, and the source does not say how much of it is owed."
        ),
        "no-term": later(
            "Not known, no council term: the data has no council term for these days."
        ),
        "doer-gone": later(
            "Not known, its doer has ended: everybody who was to do it had ended by the due day. "
            "A duty by law is not passed on to a successor by the data."
        ),
        "passed-on": later(
            "Not known, its doer ended: everybody who was to do it ended in the period, and the "
            "successor has what is next due."
        ),
        "no-area": later(
            "Not known, areas not listed: the data does not list the areas in which it is to "
            "be done."
        ),
    },
)


def _rows(
    kb: KnowledgeBase, groups: Iterable[tuple[ObligationStanding, ...]]
) -> Iterator[tuple[str, ...]]:
    """A row a period; the obligation is named on its first row only."""
    before = ""
    for group in groups:
        obligation, period = group[0].obligation, group[0].period
        assert period is not None
        first = obligation.id != before
        before = obligation.id
        yield (
            obligation.title if first else "",
            force_words(group) if first else "",
            period_words(period),
            group_words(kb, group),
        )


def _when_row(
    kb: KnowledgeBase, group: tuple[ObligationStanding, ...], year: int | None
) -> tuple[str, ...]:
    obligation = group[0].obligation
    none = not_started(year) if obligation.rhythm.within else ""
    events = {event.id: event for standing in group for event in standing.events}
    return (
        obligation.title,
        force_words(group),
        rhythms.words(kb, obligation.rhythm),
        ", ".join(days.moment(event.on) for event in events.values()) or none,
    )


def table(kb: KnowledgeBase, found: Iterable[ObligationStanding]) -> Table:
    """A row an obligation, period and party, for a spreadsheet."""
    columns: tuple[Column[ObligationStanding], ...] = (
        Column("id", "id", lambda one: one.obligation.id),
        Column("title", _("Obligation"), lambda one: one.obligation.title),
        Column("binding", _("Force"), lambda one: force_words((one,))),
        Column("rhythm", _("Rhythm"), lambda one: rhythms.words(kb, one.obligation.rhythm)),
        Column("party", _("Party id"), lambda one: one.party.id if one.party else None),
        Column("party_name", _("Party"), lambda one: one.party.name if one.party else None),
        Column("area", _("Area"), lambda one: one.area.name if one.area else None),
        Column("period", _("Period"), lambda one: period_name(one.period) if one.period else None),
        Column("start", _("Start"), lambda one: one.period.start if one.period else None),
        Column("end", _("End"), lambda one: one.period.end if one.period else None),
        Column("due", _("Due"), lambda one: one.due),
        Column(
            "state",
            _("Standing"),
            lambda one: _("met late") if one.is_late else state_word(one.state),
        ),
        Column("reason", _("Reason"), _reason),
        Column("recorded", _("Recorded"), lambda one: len(one.events)),
        Column("needed", _("Needed"), lambda one: one.needed if one.period else None),
        Column("events", _("Events"), lambda one: "; ".join(event.id for event in one.events)),
        Column("ended", _("Ended"), lambda one: one.ending.day if one.ending else None),
        Column(
            "successor", _("Successor"), lambda one: one.ending.successor if one.ending else None
        ),
    )
    return Table.of(columns, found)


def _reason(one: ObligationStanding) -> str | None:
    return reason_word(one.reason, heirs(one)) if one.reason else None


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
        "binding": standing.forces[0],
        "bindings": standing.forces,
        "rhythm": rhythms.words(kb, obligation.rhythm) if obligation.rhythm.is_told else None,
        "source": kb.source_of(obligation),
        "party": standing.party.id if standing.party else None,
        "area": standing.area.id if standing.area else None,
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
        "successors": [record.id for record in standing.heirs],
        "needed": standing.needed if period else None,
        "recorded_since": standing.since,
        "events": [_json_event(event) for event in standing.events],
        "ended": standing.ending.day if standing.ending else None,
        "successor": standing.ending.successor if standing.ending else None,
    }


def _json_event(event: Event) -> dict[str, Any]:
    """The JSON form of an event that fulfils something."""
    return {"id": event.id, "title": event.title, "on": event.on.written}
