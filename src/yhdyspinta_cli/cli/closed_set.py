"""A word of a closed set on the command line: as the data has it, or as any answer prints it."""

from typing import TYPE_CHECKING, TypeVar

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.vocabulary import Standing

W = TypeVar("W", bound=str)


def printed(option: str, word: str, among: "tuple[W, ...]", *shown: "Callable[[W], str]") -> "W":
    """Return which of the words of a closed set an option names: as the data has it, or as any
    answer prints it, in any language.

    Printed is what the functions `shown` say, else the word of the language for it. UserError
    (exit 2) for another word.
    """
    from yhdyspinta_cli.wording import typed, words

    meant = words.meant(word, among, *shown)
    if meant is None:
        way = shown[0] if shown else words.word
        all_of_them = _("it takes: {words}").format(words=typed.listed(among, way))
        raise UserError(
            _("{option} takes no {word}").format(option=option, word=quoted(word)),
            hint=hint(word, (*typed.each(among, way), *among), all_of_them),
        )
    return meant


def standing(word: str) -> "Standing":
    """Return the standing of an obligation that a word names; UserError (exit 2) for another."""
    from yhdyspinta_cli.vocabulary import STANDINGS
    from yhdyspinta_cli.wording import obligations

    shown = (obligations.standing_word, obligations.standing_in_prose)
    return printed("--standing", word, STANDINGS, *shown)


def standing_of(kb: "KnowledgeBase", word: str | None) -> "Standing | None":
    """Return the standing of an obligation where a word names one, and no state of a measure."""
    from yhdyspinta_cli.vocabulary import FILTERING
    from yhdyspinta_cli.wording import own_words

    if word is None or own_words.meant(kb.agreement.own_words, "states", word, FILTERING):
        return None
    try:
        return standing(word)
    except UserError:
        return None


def hint(word: str, known: tuple[str, ...], all_of_them: str) -> str:
    """Return the question whether a word was meant that is like it, then all there are."""
    from yhdyspinta_cli import suggestion

    meant = suggestion.hint(suggestion.nearest(word, known))
    return f"{meant} {all_of_them}" if meant else all_of_them
