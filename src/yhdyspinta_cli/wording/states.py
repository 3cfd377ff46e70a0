"""How a state of a measure looks: its word, its letter, its texture, its colour. Each once."""

from collections.abc import Mapping
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later, text
from yhdyspinta_cli.vocabulary import DISPUTED, NO_INFORMATION, SITUATIONS, Situation, closed

Stroke = Literal["falling", "rising", "upright", "level", "wide-upright", "wide-level"]
"""Parallel lines over a colour; one kind or several, so that no state is told by colour alone."""


@frozen
class Look:
    """How a state is shown.

    `key` begins with the letter, which differs from every other state's, then comes the `word`: a
    translation chooses a letter of its own. A picture fills its colour where `is_filled`, else it
    has an edge around a light ground. What is common is plain, what is rare has lines, so that a
    picture does not flicker. The colours themselves are the style's, under the state's name.
    """

    word: str
    key: str
    texture: tuple[Stroke, ...]
    is_filled: bool


LOOKS: Mapping[Situation, Look] = closed(
    SITUATIONS,
    {
        "completed": Look(later("completed"), later("C completed"), (), True),
        "in-progress": Look(later("in progress"), later("P in progress"), (), False),
        "not-started": Look(later("not started"), later("N not started"), ("rising",), False),
        "paused": Look(later("paused"), later("II paused"), ("upright",), True),
        "cancelled": Look(later("cancelled"), later("X cancelled"), ("falling", "rising"), True),
        "merged": Look(later("merged"), later("M merged"), ("level",), True),
        DISPUTED: Look(later("disputed"), later("! disputed"), (), False),
        "no-own-state": Look(
            later("no own state"), later("O no own state"), ("wide-level",), False
        ),
        "ended": Look(later("ended"), later("– ended"), ("wide-upright",), False),
        NO_INFORMATION: Look(later("no information"), later("? no information"), (), False),
    },
)


WORDS: Mapping[str, str] = {state: look.word for state, look in LOOKS.items()}
"""The word of each state, to be translated."""


def shown(state: Situation | None) -> Situation:
    """Return a state as it is shown: `no-information` for None."""
    return state or NO_INFORMATION


def word(state: Situation) -> str:
    """Return the word of a state: ``completed``."""
    return text(WORDS[state])


_TOLD_NOTHING = later("told nothing")


def of_party(state: Situation | None) -> str:
    """Return the word of how a party stands on a measure.

    A measure that has ended without a word of the party leaves it ``ended`` in the data: the party
    itself goes on, it told nothing.
    """
    return text(_TOLD_NOTHING) if state == "ended" else word(shown(state))


def key_of_party(state: Situation) -> str:
    """Return the letter and the word of how a party stands on a measure."""
    return f"{letter(state)} {of_party(state)}" if state == "ended" else key(state)


def key(state: Situation | None) -> str:
    """Return a state's letter and its word: ``C completed``."""
    return text(LOOKS[shown(state)].key)


def letter(state: Situation | None) -> str:
    """Return the letter of a state in the language spoken now; two strokes for a paused one."""
    return key(state).split(" ", 1)[0]
