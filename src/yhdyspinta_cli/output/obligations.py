"""`yp obligations`: each duty with its periods: met, due, missed, not known."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event, Obligation
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.page import Block, Bullets, Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.obligations import STATES, Reason, Standing, State
from yhdyspinta_cli.queries.periods import Period


def page(
    kb: KnowledgeBase, found: Sequence[Standing], day: date, *, year: int | None = None
) -> Page:
    """The standings for a reader: what has periods, then what is done when something happens."""
    title = _("Obligations on {day}").format(day=day_words(day))
    if year is not None:
        title = _("Obligations of {year} on {day}").format(year=year, day=day_words(day))
    timed = [standing for standing in found if standing.period is not None]
    blocks: list[Block] = [Heading(title), Paragraph(summary(timed))]
    if not kb.events:
        blocks.append(Paragraph(nothing_recorded()))
    if timed:
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("Period"), _("Standing")),
                tuple(_rows(grouped(timed))),
            )
        )
    whenever = [standing for standing in found if standing.period is None]
    if whenever:
        blocks.append(Heading(_("Without a period")))
        blocks.append(
            Table(
                (_("Obligation"), _("Force"), _("As printed"), _("Recorded")),
                tuple(_when_row(group) for group in grouped(whenever)),
            )
        )
    if timed:
        blocks.append(Heading(_("How to read this")))
        blocks.append(Bullets(tuple(rules(timed))))
    return tuple(blocks)


def grouped(found: Iterable[Standing]) -> tuple[tuple[Standing, ...], ...]:
    """Return standings in groups of one obligation and one period, a party each inside."""
    groups: dict[tuple[str, str], list[Standing]] = {}
    for standing in found:
        key = standing.period.key if standing.period else ""
        groups.setdefault((standing.obligation.id, key), []).append(standing)
    return tuple(tuple(group) for group in groups.values())


def summary(found: Sequence[Standing]) -> str:
    """``31 periods: 2 met, 3 missed, 26 not known``; a party's period counts for itself."""
    counts = [(state, sum(s.state == state for s in found)) for state in STATES]
    parts = [f"{n} {state_word(state)}" for state, n in counts if n]
    return plural("{n} period", "{n} periods", len(found)) + (
        ": " + ", ".join(parts) if parts else ""
    )


def nothing_recorded() -> str:
    """The sentence for data without a single event."""
    return _(
        "No meetings or other events are recorded in the data, so nothing is shown as met "
        "or as missed."
    )


def rules(found: Iterable[Standing]) -> list[str]:
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


def state_word(state: State) -> str:
    """The word for a standing."""
    return {
        "met": _("met"),
        "due": _("due"),
        "missed": _("missed"),
        "not-known": _("not known"),
        "when": _("without a period"),
    }[state]


def reason_word(reason: Reason) -> str:
    """Why it is not known, in a few words."""
    return {
        "not-recorded": _("not recorded"),
        "part": _("part of a period"),
        "no-term": _("no council term"),
    }[reason]


def period_words(period: Period) -> str:
    """``2024``, ``2023 from 2023-11-01``, a term's name, ``by 2024-12-31``."""
    if period.key.startswith("by-"):
        return _("by {day}").format(day=day_words(period.due))
    if not period.is_known:
        name = _("days without a council term")
    else:
        name = period.term.name if period.term else period.key
    if period.is_whole:
        return name
    return _("{name}, of it {start} to {end}").format(
        name=name, start=day_words(period.start), end=day_words(period.end)
    )


def moment_words(moment: Moment) -> str:
    """A day as its readers write it; a month or a year as the data has it."""
    return day_words(moment.last) if len(moment.written) > 7 else moment.written


def standing_words(standing: Standing, *, dated: bool = True) -> str:
    """``met: 2024-04-17, 2024-10-09``, ``due by 2025-12-31 (1 of 2)``, ``missed (1 of 2)``.

    Where the due day stands beside it, `dated` leaves it out.
    """
    state = standing.state
    if state == "met":
        days = ", ".join(moment_words(event.on) for event in standing.events)
        late = _("met late: {days}") if standing.is_late else _("met: {days}")
        return late.format(days=days)
    if standing.period is None:
        return ", ".join(moment_words(event.on) for event in standing.events)
    if state == "due" and dated:
        text = _("due by {day}").format(day=day_words(standing.period.due))
    elif standing.reason not in (None, "not-recorded"):
        text = f"{state_word(state)}: {reason_word(standing.reason)}"
    else:
        text = state_word(state)
    if standing.events or (standing.needed > 1 and state != "not-known"):
        text += " " + of_needed(standing)
    return text


def of_needed(standing: Standing) -> str:
    """``(1 of 2)``: how many are recorded of how many that are needed."""
    return _("({done} of {needed})").format(done=len(standing.events), needed=standing.needed)


def group_words(group: Sequence[Standing], *, dated: bool = True) -> str:
    """The standing of one obligation in one period: its own, or its parties' in numbers."""
    if len(group) == 1:
        words = standing_words(group[0], dated=dated)
        return f"{group[0].party.name}: {words}" if group[0].party else words
    lines = [plural("{n} party:", "{n} parties:", len(group))]
    for state in STATES:
        of_state = [standing for standing in group if standing.state == state]
        if not of_state:
            continue
        line = f"{len(of_state)} {state_word(state)}"
        if state in ("met", "missed") and len(of_state) <= 5:
            line += f" ({', '.join(s.party.name for s in of_state if s.party)})"
        if state == "due" and dated and (due := of_state[0].due) is not None:
            line = _("{n} due by {day}").format(n=len(of_state), day=day_words(due))
        lines.append(line)
    return lines[0] + " " + "; ".join(lines[1:])


def _rows(groups: Iterable[tuple[Standing, ...]]) -> Iterator[tuple[str, ...]]:
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


def _when_row(group: tuple[Standing, ...]) -> tuple[str, ...]:
    obligation = group[0].obligation
    events = {event.id: event for standing in group for event in standing.events}
    return (
        obligation.title,
        word(obligation.binding),
        rhythm_words(obligation),
        ", ".join(moment_words(event.on) for event in events.values()),
    )


def rhythm_words(obligation: Obligation) -> str:
    """How often, in the source's own words where it has them."""
    rhythm = obligation.rhythm
    if rhythm.when or rhythm.printed:
        return rhythm.when or rhythm.printed or ""
    if rhythm.by is not None:
        return _("by {day}").format(day=day_words(rhythm.by.last))
    if rhythm.per == "term":
        return plural("{n} time in a council term", "{n} times in a council term", rhythm.times)
    return plural("{n} time a year", "{n} times a year", rhythm.times)


def table(kb: KnowledgeBase, found: Iterable[Standing]) -> Table:
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


def _table_row(standing: Standing) -> tuple[str | int | date | None, ...]:
    obligation, party, period = standing.obligation, standing.party, standing.period
    state = _("met late") if standing.is_late else state_word(standing.state)
    return (
        obligation.id,
        obligation.title,
        word(obligation.binding),
        rhythm_words(obligation),
        party.id if party else None,
        party.name if party else None,
        period_words(period) if period else None,
        period.start if period else None,
        period.end if period else None,
        period.due if period else None,
        state,
        reason_word(standing.reason) if standing.reason else None,
        len(standing.events),
        standing.needed if period else None,
        "; ".join(event.id for event in standing.events),
    )


def json(
    kb: KnowledgeBase, found: Iterable[Standing], day: date, *, year: int | None = None
) -> dict[str, Any]:
    """The documented JSON form of the standings."""
    return {
        "as_of": day,
        "year": year,
        "events_recorded": bool(kb.events),
        "standings": [json_standing(kb, standing) for standing in found],
    }


def json_standing(kb: KnowledgeBase, standing: Standing) -> dict[str, Any]:
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
        "events": [json_event(event) for event in standing.events],
    }


def json_event(event: Event) -> dict[str, Any]:
    """The JSON form of an event that fulfils something."""
    return {"id": event.id, "title": event.title, "on": event.on.written}
