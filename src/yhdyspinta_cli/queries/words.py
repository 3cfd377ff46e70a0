"""How alike two Finnish words are: inflected, compounded, misspelt, or typed without dots.

The stems are Snowball's; what it leaves apart a coarser form brings together (kunnat and kuntien,
apu and avun), and so do the themes of the types of inflection (ihminen and ihmisten, asukas and
asukkaat, vuosi and vuoden). rapidfuzz forgives the rest.
"""

import re
from functools import cache
from itertools import pairwise

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries import finnish_forms, finnish_odd, stems

SAME, STEM, GRADED, HEAD, INSIDE, FUZZY = 100.0, 98.0, 96.0, 95.0, 90.0, 85.0
"""Scores (0-100): the same word, its stem, its stem in the other grade, the head of a compound,
a part of a compound; from `FUZZY` on the likeness of two stems still counts as one word."""

_FOLD = str.maketrans("åäöéüšž", "aaoeusz")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Consonant gradation: avun - apu, tiedon - tieto, kunnan - kunta, suunnan - suunta.
_STRONG = str.maketrans("dvgb", "tpkp")
_ASSIMILATED = tuple(
    (strong, weak) for strong, weak in finnish_forms.GRADES if re.fullmatch(r"([lmnr])\1", weak)
)
_DOUBLE = re.compile(r"([^aeiouy])\1+")


# What the ends of a nominal's forms have in common, by type of inflection (Iso suomen kielioppi,
# VISK § 63-69): the end of the folded word, and what stands in its place in the theme.
_ENDS = (
    (re.compile(r"(?:nen|sen|set|sten|sia|siin|sesta|seen|sella|sille|sta)$"), ""),  # ihminen
    (re.compile(r"(?:us|uksen|ukset|usten|uksia|uksien|usta|ukseen|uksella)$"), "u"),  # sopimus
    (re.compile(r"(?:ys|yksen|ykset|ysten|yksia|yksien|ysta|ykseen)$"), "y"),  # ryhmitys
    (re.compile(r"(?<=[uey])(?:us|uden|utta|uteen|udella)$"), "u"),  # osallisuus
    (re.compile(r"(?<=[yei])(?:ys|yden|ytta|yteen|ydella)$"), "y"),  # terveys
    (re.compile(r"(?:as|aan|aat|aiden|aita|aalle|aissa)$"), "a"),  # asukas
    (re.compile(r"(?<=[aeiouyrln])(?:si|den|det|tta|teen|sien|sia|sista)$"), "t"),  # vuosi
    (re.compile(r"(?:i|en|et|ten|ia|ien|ta|issa|elle|ena)$"), ""),  # nuori
    (re.compile(r"(?:in|imen|imet|inten|imia|imien)$"), "i"),  # toimielin
    (
        re.compile(
            r"(?:a|an|at|aa|assa|asta|aan|alla|alle|alta|"
            r"oja|ojen|oita|oiden|oista|oissa|oihin|oilla|oille|oilta)$"
        ),
        "a",
    ),  # tila
    (re.compile(r"t(?:on|toman|tomat|tomien|tomia|tomille|tomalle)$"), "t"),  # työtön
)
_SHORT = 3
_LONG = 4
"""How much of a word a theme must leave where the end is peculiar to its type, and elsewhere."""
_ODD = {
    form.translate(_FOLD): finnish_odd.BY_FORM[form][0].translate(_FOLD)
    for line in ("lapsi", "työ", "mies")
    for form in finnish_odd.BY_FORM[line]
}
"""Words whose forms have next to nothing in common."""


@frozen
class WordForm:
    """A word in the forms in which it is compared: plain letters, stem, coarser stem, themes."""

    word: str
    stem: str
    graded: str
    themes: frozenset[str]


@cache
def form(word: str) -> WordForm:
    """Return the forms of one word, given in any case."""
    folded = word.casefold()
    stem = stems.stem(folded, "fi").translate(_FOLD)
    plain = folded.translate(_FOLD)
    return WordForm(plain, stem, graded(stem), themes(plain))


@cache
def themes(word: str) -> frozenset[str]:
    """Return what is left of a folded word without each end that a type of inflection may have.

    Two words that share a theme of the same type may be forms of one word.
    """
    if word in _ODD:
        return frozenset({_ODD[word]})
    found = set()
    for number, (end, theme) in enumerate(_ENDS):
        left, count = end.subn(theme, word)
        if count and len(left) >= (_SHORT if theme in ("t", "a") else _LONG):
            found.add(f"{number}{graded(left)}")
    return frozenset(found)


def graded(stem: str) -> str:
    """Return a stem with strong and weak grade, single and double consonants as one."""
    stem = stem.translate(_STRONG)
    for strong, weak in _ASSIMILATED:
        stem = stem.replace(strong, weak)
    return _DOUBLE.sub(r"\1", stem)


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
    if (a.graded == b.graded and len(a.graded) >= 3) or not a.themes.isdisjoint(b.themes):
        return GRADED
    # A stem of three letters begins too many words; the whole word must then begin it.
    head = a.stem if len(a.stem) >= 4 else a.word
    if len(head) >= 3 and b.word.startswith(head):
        return HEAD if len(head) > 4 else INSIDE
    if len(a.graded) >= 5 and graded(b.word).startswith(a.graded):
        return HEAD - 1
    # A short stem stands inside too many words (last in pelastus); it must then end the other.
    if len(head) >= 5 and head in b.word:
        return INSIDE
    if len(a.stem) >= 3 and b.stem.endswith(a.stem):
        return INSIDE
    score = fuzz.ratio(a.stem, b.stem)
    # One letter is too much of a short word: lasten is not asteen.
    if min(len(a.stem), len(b.stem)) < 5:
        score = min(score, FUZZY - 1)
    if len(a.stem) >= 6 and len(b.word) > len(a.stem):
        score = max(score, fuzz.partial_ratio(a.stem, b.word) * 0.9)
    return min(score, INSIDE - 1)
