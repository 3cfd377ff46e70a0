"""How an obligation stands, in words: its rhythm, its period, what is met, due or missed."""

from collections.abc import Sequence

from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Obligation
from yhdyspinta_cli.output import phrases
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.vocabulary import DUE_STATES, DueState, Reason


def rhythm_words(obligation: Obligation) -> str:
    """How often, in the source's own words where it has them."""
    rhythm = obligation.rhythm
    if rhythm.when or rhythm.printed:
        return rhythm.when or rhythm.printed or ""
    if rhythm.by is not None:
        return _("by {day}").format(day=day_text(rhythm.by.last))
    if rhythm.per == "term":
        return plural("{n} time in a council term", "{n} times in a council term", rhythm.times)
    return plural("{n} time a year", "{n} times a year", rhythm.times)


def nothing_recorded() -> str:
    """The sentence for data without a single event."""
    return _(
        "No meetings or other events are recorded in the data, so nothing is shown as met "
        "or as missed."
    )


def state_word(state: DueState) -> str:
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
        return _("by {day}").format(day=day_text(period.due))
    name = period_name(period) or ""
    if period.is_whole:
        return name
    return _("{name}, of it {start} to {end}").format(
        name=name, start=day_text(period.start), end=day_text(period.end)
    )


def period_name(period: Period) -> str | None:
    """``2024`` or a term's name; None for one that is only a day by which it is to be done."""
    if period.key.startswith("by-"):
        return None
    if not period.is_known:
        return _("days without a council term")
    return period.term.name if period.term else period.key


def standing_words(standing: ObligationStanding, *, dated: bool = True) -> str:
    """``met: 2024-04-17, 2024-10-09``, ``due by 2025-12-31 (1 of 2)``, ``missed (1 of 2)``.

    Where the due day stands beside it, `dated` leaves it out.
    """
    state = standing.state
    if state == "met":
        days = ", ".join(phrases.moment(event.on) for event in standing.events)
        late = _("met late: {days}") if standing.is_late else _("met: {days}")
        return late.format(days=days)
    if standing.period is None:
        return ", ".join(phrases.moment(event.on) for event in standing.events)
    if state == "due" and dated:
        text = _("due by {day}").format(day=day_text(standing.period.due))
    elif standing.reason not in (None, "not-recorded"):
        text = f"{state_word(state)}: {reason_word(standing.reason)}"
    else:
        text = state_word(state)
    if standing.events or (standing.needed > 1 and state != "not-known"):
        text += " " + of_needed(standing)
    return text


def of_needed(standing: ObligationStanding) -> str:
    """``(1 of 2)``: how many are recorded of how many that are needed."""
    return _("({done} of {needed})").format(done=len(standing.events), needed=standing.needed)


def group_counts(group: Sequence[ObligationStanding]) -> str:
    """The standing without a day: ``due (1 of 2)``, or of how many parties ``3 met; 16 due``."""
    if len(group) == 1 and group[0].party is None:
        return f"{state_word(group[0].state)} {of_needed(group[0])}"
    counts = [(state, sum(s.state == state for s in group)) for state in DUE_STATES]
    return "; ".join(f"{n} {state_word(state)}" for state, n in counts if n)


def group_words(group: Sequence[ObligationStanding], *, dated: bool = True) -> str:
    """The standing of one obligation in one period: its own, or its parties' in numbers."""
    if len(group) == 1:
        words = standing_words(group[0], dated=dated)
        return f"{group[0].party.name}: {words}" if group[0].party else words
    lines = [plural("{n} party:", "{n} parties:", len(group))]
    for state in DUE_STATES:
        of_state = [standing for standing in group if standing.state == state]
        if not of_state:
            continue
        line = f"{len(of_state)} {state_word(state)}"
        if state in ("met", "missed") and len(of_state) <= 5:
            line += f" ({', '.join(s.party.name for s in of_state if s.party)})"
        if state == "due" and dated and (due := of_state[0].due) is not None:
            line = _("{n} due by {day}").format(n=len(of_state), day=day_text(due))
        lines.append(line)
    return lines[0] + " " + "; ".join(lines[1:])
