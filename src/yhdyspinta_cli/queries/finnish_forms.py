"""Forms of a Finnish word whose stems differ: *kaupunki* where a page has *kaupungin*.

A stemmer takes endings off and leaves what changes inside a word. Here are the changes that nouns
have, by rule, and the common words that follow none: forms that an index has beside those of a
text. Of a form it is not known which word it is of, so each is made that it may be of. What comes
out may be no word at all: it is never shown, only looked for, and nobody looks for what is no word.
(Two words at hand are compared by `words`.)
"""

import re
from collections.abc import Iterator
from functools import cache

from yhdyspinta_cli.queries.finnish_odd import BY_FORM

GRADES = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t")),
    *(("lkk", "lk"), ("nkk", "nk"), ("rkk", "rk"), ("lpp", "lp"), ("mpp", "mp"), ("rpp", "rp")),
    *(("ltt", "lt"), ("ntt", "nt"), ("rtt", "rt")),
    *(("nk", "ng"), ("nt", "nn"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr"), ("ht", "hd")),
    *(("lp", "lv"), ("rp", "rv"), ("lk", "lj"), ("rk", "rj"), ("hk", "hj")),
    *(("lk", "l"), ("rk", "r"), ("hk", "h"), ("t", "d"), ("p", "v")),
)
"""Strong and weak grades of the consonants before the last vowel of a stem (VISK § 41)."""

_LOST = frozenset({"ao", "au", "ae", "eo", "oe", "ue", "äe", "äy"})
"""Vowels between which a *k* may have been: jako, jaon; others seldom lost one."""

_V = "aeiouyäö"
_STEM = re.compile(rf"(\w*?)([^{_V}\W\d_]*)([{_V}]+)")
_BACK = re.compile(r"[aouäöy]")

SINGULAR = ("", "n", "t", "a", "ta", "tta", "ssa", "sta", "lla", "lta", "lle", "na", "ksi")
"""Endings of a singular after its vowel, with the vowels of the back."""
_CASE = re.compile(rf"\w{{3,}}[{_V}](?:ss[aä]|ll[aä]|lle)")
"""What is so long and ends so is no nominative."""
_INTO = re.compile(rf"(\w+([{_V}]))(?:\2n|h\2n|seen)")
_PLURAL = re.compile(
    r"(\w{2,})(?:i(?:[aä]|t[aä]|en|d?en|tten|hin|n|siin|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi)"
    r"|(?<=[oöeuy])j(?:[aä]|en))"
)

_PARTS = (
    # ihminen: ihmisen, ihmisten, ihmistä
    (re.compile(r"(\w{2,}i)(?:nen|s(?:e|i)\w{0,7}|sten|st[aä])"), "nen sen sten stA"),
    # kokous: kokouksen, kokousta, kokousten
    (re.compile(rf"(\w+[{_V}])(?:s|ks[ei]\w{{0,7}}|sten|st[aä])"), "s ksen stA sten"),
    # osallisuus: osallisuuden, osallisuutta, osallisuuteen
    (
        re.compile(rf"(\w+[{_V}][uy])(?:s|de\w{{1,7}}|tt[aä]|teen|ksi\w{{0,7}})"),
        "s den ttA teen ksiA",
    ),
    # toimielin: toimielimen, toimielintä, toimielinten
    (re.compile(r"(\w{3,}i)(?:n|me\w{1,7}|mi\w{1,6}|nt[aä]|nten)"), "n men ntA nten miA"),
    # työtön: työttömän, työtöntä
    (
        re.compile(r"(\w{3,}t)(?:[oö]n|t[oö]m\w{2,7}|[oö]nt[aä]|[oö]nten)"),
        "On OntA tOmAn tOmiA tOmAssA",
    ),
    # suurempi: suuremman, suurempaa
    (re.compile(r"(\w{3,}m)(?:p(?:i|[aä][aä]|i\w{1,5})|m\w{2,7})"), "pi mAn pAA piA mAssA"),
    # toteutunut: toteutuneen, toteutunutta
    (re.compile(r"(\w{3,}n)(?:[uy]t|[uy]tt[aä]|ee\w{1,5}|ei\w{1,6})"), "Ut UttA een eitA eessA"),
    # vuosi: vuoden, vuotta
    (
        re.compile(r"(\w*(?:vuo|kau)|kä|ve|uu)(?:si\w{0,7}|de\w{1,7}|tt[aä]|teen)"),
        "si den ttA teen siA dessA",
    ),
    # nuori: nuoren, nuorta, nuorten
    (
        re.compile(r"(\w*(?:nuor|puol|suur|pien|kiel|miel))(?:[ie]\w{0,7}|t[aä]|ten)"),
        "i en tA ten iA essA",
    ),
)
"""Words that end in other ways, each with all of them, after what they have in common.

A capital is the vowel that the word asks for: *a* or *ä*, *o* or *ö*, *u* or *y*.
"""

_ROUNDED = {"a": "o", "ä": "ö"}


@cache
def others(word: str) -> frozenset[str]:
    """Return forms of a word (in small letters) whose stems may differ from its own."""
    if len(word) < 2 or not word.isalpha():
        return frozenset()
    back = _BACK.findall(word)
    is_back = bool(back) and back[-1] in "aou"
    high = str.maketrans("AOU", "aou" if is_back else "äöy")
    # All at once: to translate each by itself takes as long as to make it.
    return frozenset("\n".join(_found(word)).translate(high).split("\n")) - {word, ""}


def _found(word: str) -> Iterator[str]:
    yield from _irregular(word)
    if word in BY_FORM:
        return
    for pattern, endings in _PARTS:
        part = pattern.fullmatch(word)
        if part is not None:
            yield from (part[1] + ending for ending in endings.split())
    for stem in dict.fromkeys(_stems(word)):
        if len(stem) > 2:
            yield from _of_stem(stem)
    for begin, vowel in _short(word):
        yield from _of_short(begin, vowel)


def _irregular(word: str) -> Iterator[str]:
    """Yield the other forms of a common word, and of what is made of it with another one before."""
    for size in range(min(max(map(len, BY_FORM)), len(word)), 1, -1):
        forms = BY_FORM.get(word[-size:])
        before = word[:-size]
        # Two letters before it are no word of their own.
        if forms is not None and (not before or (len(before) > 2 and size > 3)):
            yield from (before + form for form in forms)
            return


def _stems(word: str) -> Iterator[str]:
    """Yield what a word may be without the ending of a case, with the vowel of the singular."""
    back = word.translate(str.maketrans("ä", "a"))
    for ending in SINGULAR:
        stem = word.removesuffix(word[len(word) - len(ending) :]) if back.endswith(ending) else ""
        is_nominative = not ending and _CASE.fullmatch(word) is None
        if stem and stem[-1] in _V and (ending or is_nominative):
            yield stem
    into = _INTO.fullmatch(word)
    if into is not None:
        yield into[1]
    plural = _PLURAL.fullmatch(word)
    if plural is None:
        return
    begin = plural[1]
    if begin[-1] in "oö":
        yield from (begin, begin[:-1] + "a")
    elif begin[-1] == "e":
        yield from (begin[:-1] + "i", f"{begin}e")
    elif begin[-1] in "aäi":
        yield begin + begin[-1]
    elif begin[-1] in "uy":
        yield begin
    else:
        yield from (f"{begin}a", f"{begin}e", f"{begin}i")


def _of_stem(stem: str) -> Iterator[str]:
    """Yield forms of the words that may have a stem: kunta, kunnan; hankkee-, hanke."""
    part = _STEM.fullmatch(stem)
    if part is None:
        return
    begin, consonants, vowels = part.groups()
    if len(vowels) == 2 and vowels[0] == vowels[1]:
        weak = {w for s, w in GRADES if s == consonants} | {consonants}
        for one in sorted(weak):
            yield from _shortened(begin, consonants, one, vowels[0])
    begin, consonants, vowel = (
        (begin, consonants, vowels)
        if len(vowels) == 1
        else (begin + consonants + vowels[:-1], "", vowels[-1])
    )
    for strong, weak_one in _grades(begin, consonants, vowel):
        yield from _plain(begin, strong, weak_one, vowel)


def _grades(begin: str, consonants: str, vowel: str) -> Iterator[tuple[str, str]]:
    """Yield the strong and the weak grade that a word may have, of which one is at hand."""
    yield consonants, consonants
    yield from ((s, w) for s, w in GRADES if consonants in (s, w) and begin)
    around = begin[-1:] + vowel
    if consonants in ("k", "") and around in _LOST | {"ui", "oi", "äi"} and begin[-2:-1] not in _V:
        yield "k", ""
    if consonants in ("k", "v") and around in ("uu", "yy"):
        yield "k", "v"


def _plain(begin: str, strong: str, weak: str, vowel: str) -> Iterator[str]:
    """Yield forms of a word that ends in a vowel: kunta, laki, joki, tieto."""
    hard, soft = begin + strong, begin + weak
    one = vowel if vowel in "ioueyö" else "A"
    yield from (hard + one, f"{soft}{one}n", f"{hard}{one}A", f"{soft}{one}ssA")
    match one:
        case "A":
            yield from (f"{hard}iA", f"{hard}ien", f"{hard}OjA", f"{hard}Ojen", f"{soft}OissA")
        case "i":
            yield from (f"{hard}ejA", f"{hard}ien", f"{soft}eitA")
            yield from (
                (f"{soft}en", f"{hard}eA", f"{soft}essA") if weak not in (strong, *"lrh") else ()
            )
        case "e":
            yield from (f"{hard}i", f"{hard}iA", f"{hard}ien")
        case _:
            yield from (f"{hard}{one}jA", f"{soft}{one}itA")


def _short(word: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a word that a vowel or an *s* after it ends: hanke, asiakas, valmis."""
    part = re.fullmatch(r"(\w{2,})(?:(e)(?:tt[aä])?|([aäi])s(?:t[aä])?)", word)
    if part is not None:
        yield part[1], part[2] or part[3]


def _of_short(begin: str, vowel: str) -> Iterator[str]:
    part = re.fullmatch(rf"(\w*?)([^{_V}\W\d_]*)", begin)
    if part is None:
        return
    for strong in sorted({s for s, w in GRADES if w == part[2]} | {part[2]}):
        yield from _shortened(part[1], strong, part[2], vowel)


def _shortened(begin: str, strong: str, weak: str, vowel: str) -> Iterator[str]:
    """Yield forms of a word whose vowel is long but in the nominative: hankkeen, asiakkaan."""
    end = "" if vowel == "e" else "s"
    long = begin + strong + vowel
    yield from (f"{begin}{weak}{vowel}{end}", f"{begin}{weak}{vowel}{end or 't'}tA")
    yield from (f"{long}{vowel}n", f"{long}itA", f"{long}iden", f"{long}{vowel}ssA")
