"""The stems of words, by language: Snowball's."""

from functools import cache
from typing import Any

_STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english", "nb": "norwegian"}


def has(language: str) -> bool:
    """True for a language whose words have stems here."""
    return language in _STEMMERS


@cache
def stem(word: str, language: str) -> str:
    """Return the stem of a word in small letters; the language is one that has them."""
    return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(_STEMMERS[language])
