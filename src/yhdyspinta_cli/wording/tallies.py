"""How many stand how, as one sentence without zeros: of measures, of parties, of periods."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import DUE_STATES, SITUATIONS, DueState, Situation, closed
from yhdyspinta_cli.wording import due_states, states
from yhdyspinta_cli.wording.words import word

S = TypeVar("S")


@frozen
class _Said:
    """What is said of so many in one state: `first` in a sentence with the verb, `rest` after it.

    Whole phrases, since a language bends a state in a sentence: *13 on valmiina*.
    """

    first: Callable[[int], str]
    rest: Callable[[int], str]


_MEASURES: Mapping[Situation, _Said] = closed(
    SITUATIONS,
    {
        "completed": _Said(
            lambda n: plural("{n} is completed", "{n} are completed", n),
            lambda n: plural("{n} completed", "{n} completed", n),
        ),
        "in-progress": _Said(
            lambda n: plural("{n} is in progress", "{n} are in progress", n),
            lambda n: plural("{n} in progress", "{n} in progress", n),
        ),
        "not-started": _Said(
            lambda n: plural("{n} is not started", "{n} are not started", n),
            lambda n: plural("{n} not started", "{n} not started", n),
        ),
        "paused": _Said(
            lambda n: plural("{n} is paused", "{n} are paused", n),
            lambda n: plural("{n} paused", "{n} paused", n),
        ),
        "cancelled": _Said(
            lambda n: plural("{n} is cancelled", "{n} are cancelled", n),
            lambda n: plural("{n} cancelled", "{n} cancelled", n),
        ),
        "merged": _Said(
            lambda n: plural("{n} is merged into another", "{n} are merged into another", n),
            lambda n: plural("{n} merged into another", "{n} merged into another", n),
        ),
        "disputed": _Said(
            lambda n: plural("{n} is disputed", "{n} are disputed", n),
            lambda n: plural("{n} disputed", "{n} disputed", n),
        ),
        "no-own-state": _Said(
            lambda n: plural("{n} is known only in part", "{n} are known only in part", n),
            lambda n: plural("{n} known only in part", "{n} known only in part", n),
        ),
        "ended": _Said(
            lambda n: plural("{n} has ended", "{n} have ended", n),
            lambda n: plural("{n} ended", "{n} ended", n),
        ),
        "no-information": _Said(
            lambda n: plural("{n} is without information", "{n} are without information", n),
            lambda n: plural("{n} without information", "{n} without information", n),
        ),
    },
)

_PARTIES: Mapping[Situation, _Said] = {
    **_MEASURES,
    "completed": _Said(
        lambda n: plural("{n} has completed it", "{n} have completed it", n),
        lambda n: plural("{n} completed it", "{n} completed it", n),
    ),
    # It has ended without a word of theirs.
    "ended": _Said(
        lambda n: plural("{n} has told nothing", "{n} have told nothing", n),
        lambda n: plural("{n} told nothing", "{n} told nothing", n),
    ),
}

_PERIODS: Mapping[DueState, _Said] = closed(
    DUE_STATES,
    {
        "met": _Said(
            lambda n: plural("{n} is met", "{n} are met", n), partial(due_states.counted, "met")
        ),
        "due": _Said(
            lambda n: plural("{n} is not yet due", "{n} are not yet due", n),
            lambda n: plural("{n} not yet due", "{n} not yet due", n),
        ),
        "missed": _Said(
            lambda n: plural("{n} is missed", "{n} are missed", n),
            partial(due_states.counted, "missed"),
        ),
        "not-known": _Said(
            lambda n: plural("{n} is not known", "{n} are not known", n),
            partial(due_states.counted, "not-known"),
        ),
        "when": _Said(
            lambda n: plural("{n} is without a period", "{n} are without a period", n),
            partial(due_states.counted, "when"),
        ),
    },
)


def measures(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``Of 40 measures 13 are completed, 19 in progress and 2 not started``."""
    counted = _counted(counts)
    match counted:
        case []:
            return _("There are no measures")
        case [(state, n)]:
            return plural("One measure: {state}", "All {n} measures: {state}", n).format(
                state=word(state)
            )
    told = _told([(_MEASURES[state], n) for state, n in counted])
    return _of(_("Of {n} measures {told}"), counted, told)


def standing(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``13 are completed, 19 in progress and 2 not started``: of measures told before."""
    return _told([(_MEASURES[state], n) for state, n in _counted(counts)])


def parties(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``of 19 parties 11 have completed it, 5 in progress and 3 told nothing``."""
    counted = _counted(counts)
    match counted:
        case [(state, n)]:
            return plural("one party: {state}", "all {n} parties: {state}", n).format(
                state=states.of_party(state)
            )
    told = _told([(_PARTIES[state], n) for state, n in counted])
    return _of(_("of {n} parties {told}"), counted, told)


def own(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``5 are in progress and 3 have told nothing``: of parties told before."""
    return _told([(_PARTIES[state], n) for state, n in _counted(counts)])


def others(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``Of the others 5 are in progress and 3 have told nothing.``"""
    return _("Of the others {told}.").format(told=own(counts))


def periods(counts: Iterable[tuple[DueState, int]]) -> str:
    """Return ``Of 31 periods 2 are met, 3 missed and 26 not known``."""
    counted = _counted(counts)
    match counted:
        case []:
            return _("There are no periods")
        case [(state, n)]:
            return plural("One period: {state}", "All {n} periods: {state}", n).format(
                state=due_states.state_word(state)
            )
    told = _told([(_PERIODS[state], n) for state, n in counted])
    return _of(_("Of {n} periods {told}"), counted, told)


def _of(words: str, counted: list[tuple[S, int]], told: str) -> str:
    return words.format(n=sum(n for _state, n in counted), told=told)


def _counted(counts: Iterable[tuple[S, int]]) -> list[tuple[S, int]]:
    return [(state, n) for state, n in counts if n]


def _told(said: list[tuple[_Said, int]]) -> str:
    """Return the phrases as a list that is spoken, the verb in the first."""
    return listing(
        one.first(n) if number == 0 else one.rest(n) for number, (one, n) in enumerate(said)
    )
