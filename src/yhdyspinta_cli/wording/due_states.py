"""The words for how an obligation stands in a period: alone, and behind a number."""

from collections.abc import Callable, Mapping

from yhdyspinta_cli.language import later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import DUE_STATES, DueState, closed

_WORDS: Mapping[DueState, str] = closed(
    DUE_STATES,
    {
        "met": later("met"),
        "due": later("due"),
        "missed": later("missed"),
        "not-known": later("not known"),
        "when": later("without a period"),
    },
)

# Whole phrases: a language bends the word by the number before it, *2 uppfyllda*, *2 toteutunutta*.
_COUNTED: Mapping[DueState, Callable[[int], str]] = closed(
    DUE_STATES,
    {
        "met": lambda n: plural("{n} met", "{n} met", n),
        "due": lambda n: plural("{n} due", "{n} due", n),
        "missed": lambda n: plural("{n} missed", "{n} missed", n),
        "not-known": lambda n: plural("{n} not known", "{n} not known", n),
        "when": lambda n: plural("{n} without a period", "{n} without a period", n),
    },
)


def state_word(state: DueState) -> str:
    """The word for a standing."""
    return _(_WORDS[state])


def counted(state: DueState, n: int) -> str:
    """How many stand so: ``2 missed``."""
    return _COUNTED[state](n)
