"""How alike two Finnish words are: inflected, compounded, misspelt, or typed without dots.

The stems are Snowball's; what it leaves apart (kunnat and kuntien, apu and avun) a coarser form
brings together, and rapidfuzz forgives the rest.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

SAME, STEM, GRADED, HEAD, INSIDE, FUZZY = 100.0, 98.0, 96.0, 95.0, 90.0, 85.0
"""Scores (0-100): the same word, its stem, its stem in the other grade, the head of a compound,
a part of a compound; from `FUZZY` on the likeness of two stems still counts as one word."""

_FOLD = str.maketrans("åäöéüšž", "aaoeusz")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Consonant gradation (VISK § 41): avun - apu, tiedon - tieto, kunnan - kunta, suunnan - suunta.
_GRADES = str.maketrans("dvgb", "tpkp")
_WEAK = (("nt", "nn"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr"))
_DOUBLE = re.compile(r"([^aeiouy])\1+")


@dataclass(frozen=True, slots=True)
class Form:
    """A word in the forms in which it is compared: plain letters, stem, coarser stem."""

    word: str
    stem: str
    graded: str


@cache
def form(word: str) -> Form:
    """Return the forms of one word, given in any case."""
    folded = word.casefold()
    stem = str(_stemmer().stemWord(folded)).translate(_FOLD)
    return Form(folded.translate(_FOLD), stem, graded(stem))


def graded(stem: str) -> str:
    """Return a stem with strong and weak grade, single and double consonants as one."""
    stem = stem.translate(_GRADES)
    for strong, weak in _WEAK:
        stem = stem.replace(strong, weak)
    return _DOUBLE.sub(r"\1", stem)


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("finnish")


def split(text: str) -> tuple[str, ...]:
    """Return the words of a text; a word with hyphens is each of its parts."""
    return tuple(part for word in _WORD.findall(text) for part in word.split("-"))


def joined(text: str, *, neighbours: bool = False) -> tuple[str, ...]:
    """Return the words with hyphens written as one ("ruoka-apu": "ruokaapu").

    With `neighbours` also every two words in a row, as an open compound would be closed.
    """
    words = _WORD.findall(text)
    found = [word.replace("-", "") for word in words if "-" in word]
    if neighbours:
        closed = [word.replace("-", "") for word in words]
        found += [first + second for first, second in pairwise(closed)]
    return tuple(found)


@cache
def alike(wanted: str, other: str) -> float:
    """Return how well a word of a text is the word that is wanted, 0-100."""
    from rapidfuzz import fuzz

    a, b = form(wanted), form(other)
    if a.word == b.word:
        return SAME
    if a.stem == b.stem:
        return STEM
    if a.graded == b.graded and len(a.graded) >= 3:
        return GRADED
    # A stem of three letters begins too many words; the whole word must then begin it.
    head = a.stem if len(a.stem) >= 4 else a.word
    if len(head) >= 3 and b.word.startswith(head):
        return HEAD
    if len(a.graded) >= 5 and graded(b.word).startswith(a.graded):
        return HEAD - 1
    if len(head) >= 4 and head in b.word:
        return INSIDE
    score = fuzz.ratio(a.stem, b.stem)
    if len(a.stem) >= 6 and len(b.word) > len(a.stem):
        score = max(score, fuzz.partial_ratio(a.stem, b.word) * 0.9)
    return min(score, INSIDE - 1)
