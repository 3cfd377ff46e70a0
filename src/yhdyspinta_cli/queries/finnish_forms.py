"""Forms of a Finnish word whose stems differ: *kaupunki* where a page has *kaupungin*.

A stemmer takes endings off and leaves what changes inside a word. Here are the changes that nouns
have, by rule, and the common words that follow none: forms that an index has beside those of a
text. (Two words at hand are compared by `words`.) What comes out may be no word at all: it is never
shown, only looked for, and nobody looks for what is no word.
"""

import re
from collections.abc import Iterator
from functools import cache

_GRADES = (
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
)
"""Strong and weak grades of two consonants, where the second syllable of an ending begins."""

_SINGLE = (("t", "d"), ("p", "v"))
"""Strong and weak grades of one consonant between vowels."""

_VOWEL = "aeiouyäö"
_PARTS = (
    # ihminen: ihmisen, ihmisten, ihmistä
    (re.compile(r"(\w{2,}i)(?:nen|s(?:e|i)\w{0,7}|sten|st[aä])"), ("nen", "sen", "sten", "stä")),
    # kokous: kokouksen, kokousta, kokousten
    (
        re.compile(rf"(\w+[{_VOWEL}])(?:s|ks[ei]\w{{0,7}}|sten|st[aä])"),
        ("s", "ksen", "sta", "sten"),
    ),
    # osallisuus: osallisuuden, osallisuutta, osallisuuteen
    (
        re.compile(rf"(\w+[{_VOWEL}][uy])(?:s|de\w{{1,7}}|tt[aä]|teen|ksi\w{{0,7}})"),
        ("s", "den", "tta", "teen", "ksia"),
    ),
)
"""Words that end in other ways, each with all of them, after what they have in common."""

_PLURAL = re.compile(r"(\w{2,})o(?:ja|jen|i[hdlnst]\w{1,6})")
_SINGULAR = re.compile(r"(\w{2,})([aä])n?")
"""yhdyspinnoilla, kuntia: yhdyspinta, kunta"""

_LONG_GRADE = re.compile(r"(\w{2,})(kk|pp|tt)([aä])(?:\3n|t|i\w{1,6}|\3[st]\w{1,4}|\3ll\w)")
_SHORT_GRADE = re.compile(r"(\w{2,}[^kpt])([kpt])([aä])s")
"""asiakas: asiakkaan"""

_OTHERS = (
    "työ työn töitä töissä",
    "lapsi lapsen lasten lasta lapsia lapsille lapsilla lapsilta lapset",
    "nuori nuoren nuorten nuorta nuoria nuorille nuorilla nuorilta nuoret",
    "tuki tuen tukea tukia",
    "laki lain lakia lakien laeissa",
    "aika ajan aikaa aikoja",
    "ikä iän ikää",
    "luku luvun lukuja",
    "väki väen väkeä",
    "mies miehen miesten miestä miehiä",
    "vesi veden vettä vesiä",
    "käsi käden kättä käsiä",
    "uusi uuden uutta uusia",
    "vuosi vuoden vuotta vuosia",
    "kuukausi kuukauden kuukautta kuukausia",
    "osa osan osia",
    "tie tien teitä",
    "yö yön öitä",
    "suuri suuren suurta suuria",
    "pieni pienen pientä pieniä",
    "kieli kielen kieltä kieliä",
    "mieli mielen mieltä mieliä",
    "toimi toimen tointa toimia",
    "poika pojan poikia poikien",
    "tyttö tytön tyttöjä",
    "teko teon tekoja",
    "näkö näön näköä",
    "alku alun alkuja",
    "koko koon kokoa",
    "ruoka ruoan ruuan ruokaa ruokia",
    "raha rahan rahoja",
    "apu avun apua",
    "side siteen siteitä",
    "jäsen jäsenen jäsentä jäseniä",
    "puhelin puhelimen puhelinta puhelimia",
)
"""Common words that follow none of the rules, each with forms of all of its stems."""

_BY_FORM = {form: tuple(line.split()) for line in _OTHERS for form in line.split()}
_LONGEST = max(map(len, _BY_FORM))


@cache
def others(word: str) -> frozenset[str]:
    """Return forms of a word (in small letters) whose stems may differ from its own."""
    if len(word) < 2 or not word.isalpha():
        return frozenset()
    return frozenset(_found(word)) - {word}


def _found(word: str) -> Iterator[str]:
    yield from _irregular(word)
    for pattern, endings in _PARTS:
        part = pattern.fullmatch(word)
        if part is not None:
            yield from (part[1] + ending for ending in endings)
    plural = _PLURAL.fullmatch(word)
    bases = {word} if plural is None else {word, f"{plural[1]}a", f"{plural[1]}an"}
    for base in sorted(bases | {form for one in bases for form in _graded(one)}):
        yield base
        singular = _SINGULAR.fullmatch(base)
        if singular is not None:
            yield f"{singular[1]}i{singular[2]}"
            if singular[2] == "a":
                yield f"{singular[1]}oja"
                yield f"{singular[1]}oilla"


def _irregular(word: str) -> Iterator[str]:
    """Yield the other forms of a common word, and of what is made of it with another one before."""
    for size in range(min(_LONGEST, len(word)), 1, -1):
        forms = _BY_FORM.get(word[-size:])
        before = word[:-size]
        # Two letters before it are no word of their own.
        if forms is not None and (not before or (len(before) > 2 and size > 3)):
            yield from (before + form for form in forms)
            return


def _graded(word: str) -> Iterator[str]:
    """Yield a word with its last consonants in the other grade."""
    long = _LONG_GRADE.fullmatch(word)
    if long is not None:
        yield f"{long[1]}{long[2][0]}{long[3]}s"
    short = _SHORT_GRADE.fullmatch(word)
    if short is not None:
        yield f"{short[1]}{short[2] * 2}{short[3] * 2}n"
    for begin, consonants, end in _cuts(word):
        for strong, weak in _GRADES if len(consonants) == 2 else _SINGLE:
            if consonants in (strong, weak):
                other = f"{begin}{weak if consonants == strong else strong}"
                # An ending with a clitic in it would be taken off: kaupunkin is no kaupunki.
                yield from (other + end, other + end[0])


def _cuts(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield where the stem of a word may end: the last consonants, or those before an ending."""
    for number in (1, 2, 3):
        found = re.fullmatch(
            rf"(\w*[{_VOWEL}])([^{_VOWEL}\W\d]{{1,2}})"
            rf"([{_VOWEL}]{{1,2}}(?:[^{_VOWEL}\W\d]{{1,2}}[{_VOWEL}]{{0,2}}){{{number - 1}}}"
            rf"(?:[nt])?)",
            word,
        )
        if found is not None:
            yield found[1], found[2], found[3]
