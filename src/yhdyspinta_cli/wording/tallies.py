"""How many stand how, as one sentence without zeros: of measures, of parties, of periods."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later, listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import DUE_STATES, SITUATIONS, DueState, Situation, closed
from yhdyspinta_cli.wording.words import word

S = TypeVar("S")


@frozen
class _Said:
    """What is said of so many in one state: `first` in a sentence with the verb, `rest` after it.

    Whole phrases, since a language bends a state in a sentence: *13 on valmiina*.
    """

    first: Callable[[int], str]
    rest: str


_MEASURES: Mapping[Situation, _Said] = closed(
    SITUATIONS,
    {
        "completed": _Said(
            lambda n: plural("{n} is completed", "{n} are completed", n), later("{n} completed")
        ),
        "in-progress": _Said(
            lambda n: plural("{n} is in progress", "{n} are in progress", n),
            later("{n} in progress"),
        ),
        "not-started": _Said(
            lambda n: plural("{n} is not started", "{n} are not started", n),
            later("{n} not started"),
        ),
        "paused": _Said(
            lambda n: plural("{n} is paused", "{n} are paused", n), later("{n} paused")
        ),
        "cancelled": _Said(
            lambda n: plural("{n} is cancelled", "{n} are cancelled", n), later("{n} cancelled")
        ),
        "merged": _Said(
            lambda n: plural("{n} is merged into another", "{n} are merged into another", n),
            later("{n} merged into another"),
        ),
        "disputed": _Said(
            lambda n: plural("{n} is disputed", "{n} are disputed", n), later("{n} disputed")
        ),
        "no-own-state": _Said(
            lambda n: plural("{n} is known only in part", "{n} are known only in part", n),
            later("{n} known only in part"),
        ),
        "ended": _Said(lambda n: plural("{n} has ended", "{n} have ended", n), later("{n} ended")),
        "no-information": _Said(
            lambda n: plural("{n} is without information", "{n} are without information", n),
            later("{n} without information"),
        ),
    },
)

_PARTIES: Mapping[Situation, _Said] = {
    **_MEASURES,
    "completed": _Said(
        lambda n: plural("{n} has completed it", "{n} have completed it", n),
        later("{n} completed it"),
    ),
    # It has ended without a word of theirs.
    "ended": _Said(
        lambda n: plural("{n} has told nothing", "{n} have told nothing", n),
        later("{n} told nothing"),
    ),
}

_PERIODS: Mapping[DueState, _Said] = closed(
    DUE_STATES,
    {
        "met": _Said(lambda n: plural("{n} is met", "{n} are met", n), later("{n} met")),
        "due": _Said(
            lambda n: plural("{n} is not yet due", "{n} are not yet due", n),
            later("{n} not yet due"),
        ),
        "missed": _Said(
            lambda n: plural("{n} is missed", "{n} are missed", n), later("{n} missed")
        ),
        "not-known": _Said(
            lambda n: plural("{n} is not known", "{n} are not known", n), later("{n} not known")
        ),
        "when": _Said(
            lambda n: plural("{n} is without a period", "{n} are without a period", n),
            later("{n} without a period"),
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
                state=_of_party(state)
            )
    told = _told([(_PARTIES[state], n) for state, n in counted])
    return _of(_("of {n} parties {told}"), counted, told)


def others(counts: Iterable[tuple[Situation, int]]) -> str:
    """Return ``Of the others 5 are in progress and 3 have told nothing.``"""
    told = _told([(_PARTIES[state], n) for state, n in _counted(counts)])
    return _("Of the others {told}.").format(told=told)


def periods(counts: Iterable[tuple[DueState, int]]) -> str:
    """Return ``Of 31 periods 2 are met, 3 missed and 26 not known``."""
    # Of measures and parties more is asked, and the words of obligations bring their periods.
    from yhdyspinta_cli.wording import obligations

    counted = _counted(counts)
    match counted:
        case []:
            return _("There are no periods")
        case [(state, n)]:
            return plural("One period: {state}", "All {n} periods: {state}", n).format(
                state=obligations.state_word(state)
            )
    told = _told([(_PERIODS[state], n) for state, n in counted])
    return _of(_("Of {n} periods {told}"), counted, told)


def _of_party(situation: Situation) -> str:
    """Return the word for a party's situation on a measure.

    That the measure has ended without a word of it means that it told nothing: it goes on itself.
    """
    return _("told nothing") if situation == "ended" else word(situation)


def _of(words: str, counted: list[tuple[S, int]], told: str) -> str:
    return words.format(n=sum(n for _state, n in counted), told=told)


def _counted(counts: Iterable[tuple[S, int]]) -> list[tuple[S, int]]:
    return [(state, n) for state, n in counts if n]


def _told(said: list[tuple[_Said, int]]) -> str:
    """Return the phrases as a list that is spoken, the verb in the first."""
    return listing(
        one.first(n) if number == 0 else _(one.rest).format(n=n)
        for number, (one, n) in enumerate(said)
    )
