"""How an obligation stands, in words: its period, what is met, due or missed, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.language import day_text, later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.vocabulary import (
    BINDINGS,
    REASONS,
    DueState,
    Reason,
    Standing,
    closed,
    ordered,
)
from yhdyspinta_cli.wording import days, recurrences
from yhdyspinta_cli.wording.due_states import state_word
from yhdyspinta_cli.wording.words import word


def nothing_recorded() -> str:
    """The sentence for data without a single event."""
    return _(
        "No meetings or other events are recorded in the data, so nothing is shown as met "
        "or as missed."
    )


_REASONS: Mapping[Reason, str] = closed(
    REASONS,
    {
        "not-recorded": later("not recorded"),
        "part": later("part of a period"),
        "no-term": later("no council term"),
        "no-area": later("areas not listed"),
        "doer-gone": later("its doer has ended, and who has it now is not in the data"),
        "passed-on": later("its doer ended; {name} has what is next due"),
    },
)

_REASONS_IN_PROSE: Mapping[Reason, str] = closed(
    REASONS,
    {
        "not-recorded": later("no such events are recorded"),
        "part": later("only a part of the period is covered"),
        "no-term": later("the council term is not in the data"),
        "no-area": later("the areas in which it is to be done are not in the data"),
        "doer-gone": later(
            "everybody who was to do it had ended by then, and who has it now is not in the data"
        ),
        "passed-on": later(
            "everybody who was to do it ended then, and {name} has what is next due"
        ),
    },
)


def standing_word(standing: Standing) -> str:
    """The word for a standing that can be asked for."""
    return _("met late") if standing == "met-late" else state_word(standing)


def asked_standing(standing: Standing) -> str:
    """The words for a standing that was asked for."""
    return _("standing “{name}”").format(name=standing_word(standing))


def standing_in_prose(standing: Standing) -> str:
    """The same in a running text."""
    return _("not yet due") if standing == "due" else standing_word(standing)


def state_in_prose(state: DueState, rhythm: Rhythm, *, is_late: bool = False) -> str:
    """The words for a standing in a running text; without periods, an occasion or no time."""
    match state:
        case "met" if is_late:
            return _("met late")
        case "due":
            return _("not yet due")
        case "when" if rhythm.within:
            return not_started()
        case "when":
            return _("when the occasion arises") if rhythm.when else _("no time is set")
        case "met" | "missed" | "not-known":
            return state_word(state)
        case _:
            assert_never(state)


def not_started(year: int | None = None) -> str:
    """That no event started the clock of an obligation, in a year where one is asked about."""
    if year is None:
        return _("nothing started its clock")
    return _("nothing started its clock in {year}").format(year=year)


def reason_word(reason: Reason, heirs: Iterable[str] = ()) -> str:
    """Why it is not known, in a few words; `heirs` are the names of who has it next."""
    return _(_REASONS[reason]).format(name=", ".join(heirs))


def reason_in_prose(reason: Reason, heirs: Iterable[str] = ()) -> str:
    """Why it is not known, in a running text."""
    return _(_REASONS_IN_PROSE[reason]).format(name=", ".join(heirs))


def heirs(standing: ObligationStanding) -> tuple[str, ...]:
    """The names of who has it next, where everybody who was to do it ended in the period."""
    return tuple(record.name_shown for record in standing.heirs)


def force_words(found: Sequence[ObligationStanding]) -> str:
    """What binds those of whom it is told, the strongest first: ``law, programme``."""
    forces = {one for standing in found for one in standing.forces}
    return ", ".join(word(one) for one in ordered(BINDINGS, forces))


def period_words(period: Period) -> str:
    """``2024``, ``2023 from 2023-11-01``, a term's name, ``by 2024-12-31``."""
    if period.key.startswith("by-"):
        return _("by {day}").format(day=day_text(period.due))
    if period.key.startswith("after-"):
        return f"{day_text(period.start)}–{day_text(period.due)}"
    name = period_name(period) or ""
    if period.is_whole:
        return name
    return _("{name}, of it {start} to {end}").format(
        name=name, start=day_text(period.start), end=day_text(period.end)
    )


def period_name(period: Period) -> str | None:
    """``2024``, a quarter's or a term's name; None for one that is only a day by which it is due.

    ``quarter 2 of 2024``, ``2024–2027``.
    """
    if period.key.startswith(("by-", "after-")):
        return None
    if not period.is_known:
        return _("days without a council term")
    if period.per is None or period.window is None:
        return period.term.name if period.term else period.key
    first = recurrences.one(period.per, period.window.start)
    last = recurrences.one(period.per, period.window.end)
    return first if first == last else f"{first}–{last}"


def standing_words(standing: ObligationStanding, *, dated: bool = True) -> str:
    """``met: 2024-04-17, 2024-10-09``, ``due by 2025-12-31 (1 of 2)``, ``missed (1 of 2)``.

    Where the due day stands beside it, `dated` leaves it out.
    """
    if standing.period is None and standing.state != "met":
        return _days(standing)
    match standing.state:
        case "met":
            late = _("met late: {days}") if standing.is_late else _("met: {days}")
            return late.format(days=_days(standing))
        case "due" if dated and standing.due is not None:
            words = _("due by {day}").format(day=day_text(standing.due))
        case "due" | "missed" | "when":
            words = state_word(standing.state)
        case "not-known":
            words = state_word(standing.state)
            if standing.reason is not None and standing.reason != "not-recorded":
                words += f": {reason_word(standing.reason, heirs(standing))}"
            return f"{words} {of_needed(standing)}" if standing.events else words
        case _:
            assert_never(standing.state)
    if standing.events or standing.needed > 1:
        words += " " + of_needed(standing)
    return words


def missed_words(standing: ObligationStanding) -> str:
    """How it is known that a period was missed: what is recorded in it, or since when others are.

    ``1 of 2 is recorded: 2024-04-17``.
    """
    if standing.events:
        return plural(
            "{n} of {needed} is recorded: {days}",
            "{n} of {needed} are recorded: {days}",
            len(standing.events),
        ).format(needed=standing.needed, days=_days(standing))
    assert standing.since is not None, "nothing is missed before a first one is recorded"
    return _("none is recorded; others have been since {day}").format(day=day_text(standing.since))


def _days(standing: ObligationStanding) -> str:
    return ", ".join(days.moment(event.on) for event in standing.events)


def done_of_needed(standing: ObligationStanding) -> str:
    """``1 of 2``: how many are recorded of how many that are needed, for one of several."""
    return _("{done} of {needed}").format(done=len(standing.events), needed=standing.needed)


def of_needed(standing: ObligationStanding) -> str:
    """``(1 of 2)``: how many are recorded of how many that are needed; ``(2 needed)`` of none,
    ``(3 done, 2 needed)`` of more than that.
    """
    if not standing.events:
        return _("({needed} needed)").format(needed=standing.needed)
    done = len(standing.events)
    words = _("({done} of {needed})")
    if done > standing.needed:
        # *3 of 2* reads as an error.
        words = _("({done} done, {needed} needed)")
    return words.format(done=done, needed=standing.needed)
