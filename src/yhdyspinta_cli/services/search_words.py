"""The words of a site for its search: other forms of what a page says, and the stems of all.

Pagefind compares stems. A page is also found by forms of its words whose stems differ, and a word
of which no form is known here is told: what Pagefind finds by its first letters is then only near
to it.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from yhdyspinta_cli.queries import finnish_forms, stems

PATH = "search-words.json"
"""The file that the script of the search page reads."""

_BODY = re.compile(r"<main[^>]* data-pagefind-body.*?</main>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = 3
"""An ending that so many stems have is one of the language."""

_CASES = (
    *finnish_forms.SINGULAR,
    *("an", "seen", "in", "hin", "siin", "en", "den", "ten", "tten", "ja", "jen", "ina"),
)
_LINKS = ("", "a", "e", "i", "o", "u", "y", "ai", "ei", "oi", "ui", "aa", "ee", "uu", "kse", "ksi")
_ENDS = {"fi": frozenset(link + case for link in _LINKS for case in _CASES)}
"""Endings of a language that no page may have, without dots."""

_AFTER = {"fi": ("ni", "si", "nsa", "mme", "nne", "an", "en", "kin", "kaan", "ko", "han", "pa")}
"""What may follow any ending, by language, without dots: whose it is, and what is hinted at."""


def of_page(page: str) -> frozenset[str]:
    """Return the words of what the search finds on a page, in small letters."""
    found = _BODY.search(page)
    text = html.unescape(_TAG.sub(" ", found[0])) if found is not None else ""
    return frozenset(_WORD.findall(text.replace("\N{SOFT HYPHEN}", "").casefold()))


def others(words: Iterable[str], language: str) -> list[str]:
    """Return forms by which a page of these words is found, too: one of each further stem."""
    if language != "fi":
        return []
    there = sorted(set(words))
    own = {stems.stem(word, language) for word in there}
    found: dict[str, str] = {}
    for word in there:
        found.update(_by_stem(word))
    return sorted(form for stem, form in found.items() if stem not in own)


def told(pages: Mapping[str, frozenset[str]], language: str) -> bytes | None:
    """Return what the script has to know of the words of all pages: their stems, and the endings.

    None where the words of the language have no stems here.
    """
    if not stems.has(language):
        return None
    words = {word for those in pages.values() for word in those}
    words |= {form for word in words for form in _forms(word)} if language == "fi" else set()
    parted = {_parted(word, stems.stem(word, language)) for word in words}
    begins = sorted({begin for begin, _end in parted})
    number = Counter(end for _begin, end in parted)
    ends = {end for end, n in number.items() if n >= _USUAL} | _ENDS.get(language, frozenset())
    found = {"stems": begins, "ends": sorted(ends), "after": _AFTER.get(language, ())}
    return json.dumps(found, ensure_ascii=False).encode() + b"\n"


def _parted(word: str, stem: str) -> tuple[str, str]:
    """Return the stem, as far as the word has it, and its ending: a double consonant is one."""
    if word.startswith(stem):
        begin = stem
    else:
        other = (n for n, (w, s) in enumerate(zip(word, stem, strict=False)) if w != s)
        begin = word[: next(other, len(word))]
    end = word[len(begin) :]
    return begin, end[1:] if begin and end.startswith(begin[-1]) else end


# A word stands on many of the pages.
@cache
def _by_stem(word: str) -> dict[str, str]:
    return {stems.stem(form, "fi"): form for form in _forms(word)}


@cache
def _forms(word: str) -> tuple[str, ...]:
    return tuple(sorted(finnish_forms.others(word)))
