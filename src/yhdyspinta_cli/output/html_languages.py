"""What on an answer's page of HTML is in the data's language, where the page speaks another."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.facts import translated
from yhdyspinta_cli.language import page_texts
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_FIRST = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]{2}")
"""What has a language: a code, a number and a sign have none."""


def of_data(
    bases: Iterable[KnowledgeBase], own: frozenset[str] = frozenset()
) -> Callable[[str], str]:
    """Return what marks on a page the names and texts of the data with the data's language.

    They are known by their words; `own` are those that stand in the page's own language.
    """
    known: dict[str, str] = {}
    lengths: dict[str, set[int]] = {}
    for kb in bases:
        code = kb.agreement.language
        if code == language.current():
            continue
        for shown in _shown(kb, own):
            known.setdefault(shown, code)
            lengths.setdefault(_FIRST.findall(shown)[0], set()).add(len(shown))
    # Of two that begin alike the longer one is meant.
    longest_first = {word: sorted(some, reverse=True) for word, some in lengths.items()}

    def marked(text: str) -> str:
        parts, end = [], 0
        for word in _FIRST.finditer(text):
            if word.start() < end:
                continue
            for length in longest_first.get(word[0], ()):
                stop = word.start() + length
                one = text[word.start() : stop]
                if one in known and not _goes_on(text, stop):
                    parts += [text[end : word.start()], page_texts.in_language(one, known[one])]
                    end = stop
                    break
        return "".join([*parts, text[end:]])

    return lambda page: page_texts.changed(page, marked)


def _shown(kb: KnowledgeBase, own: frozenset[str]) -> Iterator[str]:
    """Yield the names and texts of the data that begin with a word, as a page has them."""
    for entry in kb.entries.values():
        for text in translated.in_words(entry.record):
            for line in () if text in own else (*text.split("\n"), " ".join(text.split())):
                shown = escape(visible(line.strip()))
                if _FIRST.match(shown) is not None and _WORD.search(shown):
                    yield shown


def _goes_on(text: str, at: int) -> bool:
    """True where a word does not end at a place."""
    return _FIRST.match(text, at) is not None and _FIRST.match(text, at - 1) is not None
