"""What was probably meant by a word that nothing is called."""

from collections.abc import Iterable

from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _

LIKE_ENOUGH = 65
"""Of 100; less is another word, and an offer of it would mislead."""


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that is most like `word`, empty where none is like enough.

    Case and punctuation count for nothing.
    """
    from rapidfuzz import fuzz, process, utils

    match = process.extractOne(
        word,
        list(words),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=LIKE_ENOUGH,
    )
    return match[0] if match else ""


def hint(meant: str) -> str:
    """Return the question whether `meant` was meant, empty where nothing was."""
    return _("did you mean {name}?").format(name=quoted(meant)) if meant else ""
