"""How the parties or areas of one obligation stand in one period, in words: in numbers, by name."""

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.vocabulary import DUE_STATES, DueState
from yhdyspinta_cli.wording import due_states
from yhdyspinta_cli.wording.due_states import state_word
from yhdyspinta_cli.wording.obligations import done_of_needed, of_needed, standing_words
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.trails import ending_text


def counted(found: Sequence[ObligationStanding]) -> tuple[tuple[DueState, int], ...]:
    """How many have each standing that occurs, in the order of every overview."""
    numbers = Counter(standing.state for standing in found)
    return tuple((state, numbers[state]) for state in DUE_STATES if numbers[state])


def group_counts(group: Sequence[ObligationStanding]) -> str:
    """The standing without a day: ``due (1 of 2)``, or of how many parties ``3 met; 16 due``."""
    if len(group) == 1 and group[0].each is None:
        return f"{state_word(group[0].state)} {of_needed(group[0])}"
    return "; ".join(due_states.counted(state, n) for state, n in counted(group))


def whose_words(kb: KnowledgeBase, standing: ObligationStanding) -> str:
    """The party or area, with when the party ended and who came after it; empty for neither."""
    if standing.each is None:
        return ""
    if standing.ending is None or standing.party is None:
        return of_data(standing.each.name)
    return f"{of_data(standing.party.name)}, {ending_text(kb, standing.ending, standing.party.id)}"


def _names(kb: KnowledgeBase, found: Sequence[ObligationStanding]) -> str:
    """The names in a row; those with more to tell of them part by part.

    What is needed is needed of each: one that missed it has its own number of what is recorded.
    """
    names = [
        f"{whose_words(kb, one)}: {done_of_needed(one)}"
        if _is_counted(one)
        else whose_words(kb, one)
        for one in found
    ]
    return ("; " if any(one.ending or _is_counted(one) for one in found) else ", ").join(names)


def _is_counted(standing: ObligationStanding) -> bool:
    return standing.state == "missed" and standing.needed > 1


def group_words(
    kb: KnowledgeBase, group: Sequence[ObligationStanding], *, dated: bool = True
) -> str:
    """The standing of one obligation in one period: its own, or its parties' in numbers."""
    if len(group) == 1:
        words = standing_words(group[0], dated=dated)
        return f"{whose_words(kb, group[0])}: {words}" if group[0].each else words
    states = counted(group)
    lines = [
        _line(kb, state, [one for one in group if one.state == state], dated=dated, alone=False)
        for state, _n in states
    ]
    if len(lines) > 1:
        return f"{_heading(group)} {'; '.join(lines)}"
    # All of them stand alike: the number is told once, and not at all beside their names.
    line = _line(kb, states[0][0], group, dated=dated, alone=True)
    return line if line.endswith(")") else f"{line} ({_heading(group).rstrip(':')})"


def _heading(group: Sequence[ObligationStanding]) -> str:
    if any(standing.party for standing in group):
        return plural("{n} party:", "{n} parties:", len(group))
    areas = sum(standing.area is not None for standing in group)
    words = plural("{n} area:", "{n} areas:", areas)
    # One standing without an area stands for those that the data does not list.
    return (
        words
        if areas == len(group)
        else _("{areas} and those not listed:").format(areas=words.rstrip(":"))
    )


def _late(kb: KnowledgeBase, found: Sequence[ObligationStanding], *, named: bool) -> str:
    """Which of those who have done it were late, or how many of them."""
    names = _names(kb, [s for s in found if s.each])
    if not found:
        return ""
    if named and names:
        return ", " + _("late: {names}").format(names=names)
    return ", " + _("{n} of them late").format(n=len(found))


def _line(
    kb: KnowledgeBase,
    state: DueState,
    found: Sequence[ObligationStanding],
    *,
    dated: bool,
    alone: bool,
) -> str:
    """How many parties have a standing; who they are or till when, where that can be told.

    `alone`: without their number, of all that there are.
    """
    line = state_word(state) if alone else due_states.counted(state, len(found))
    match state:
        case "met" | "missed":
            names = _names(kb, [s for s in found if len(found) <= 5 or s.ending])
            line = f"{line} ({names})" if names else line
            return line + _late(kb, [s for s in found if s.is_late], named=len(found) <= 5)
        case "due":
            if not dated or found[0].due is None:
                return line
            day = day_text(found[0].due)
            if alone:
                return _("due by {day}").format(day=day)
            return plural("{n} due by {day}", "{n} due by {day}", len(found)).format(day=day)
        case "not-known" | "when":
            # Who has ended is told with what it leaves to whoever comes after it.
            names = _names(kb, [s for s in found if s.ending and s.party])
            return f"{line} ({names})" if names else line
        case _:
            assert_never(state)
