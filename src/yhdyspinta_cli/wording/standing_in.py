"""What stands in English for want of a translation: how much that is, and where it does on a page.

Of the program's own languages nothing does. What is said is known by its words, not by where it
came from: a page of HTML is gone through when it is done, and what a catalogue that was brought has
no words for is found on it. So a template need not know of it.

A word alone tells less: where the data says *Region* in its own language and a whole message is the
same word, it is marked with the others. What is known by its words cannot be told apart by them.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from itertools import combinations
from typing import TYPE_CHECKING

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import speech
from yhdyspinta_cli.wording import page_texts

if TYPE_CHECKING:
    from yhdyspinta_cli.language.brought import Catalogue

_NAME = re.compile(r"%\((\w+)\)s|\{(\w*)\}")
_TAG = re.compile(r"<[^>]+>")
_SENTENCES = re.compile(r"(?P<sign>(?<=[.!?])\s)")
_PARTS = re.compile(r"(?P<sign>(?<=:)\s|[()])")
_SIGNS = r"\s[–·]\s|[;,]\s"
"""What may part two messages in one sentence, beside the word between the last two of a list."""
_ENTITY = r"&#?\w+;"
"""A letter as HTML writes it: its end parts nothing."""
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 4
"""How many letters a message has by which it is known: *of* and *for* are words elsewhere, too."""
_ENDS = " .,:;"
"""With what a message may begin or end that parts it from the next."""
_OF_COUNTS = "0123456789., "
"""What a count at the beginning or the end of a text is written with."""
_LONG = 4
_WORD = re.compile(r"[\w\0]+")


def share() -> tuple[int, int] | None:
    """Return how many of the messages of pages are translated, and how many there are.

    None where all are, as in a language of the program's own.
    """
    catalogues = _brought()
    if not catalogues:
        return None
    from yhdyspinta_cli.language import shipped

    of_pages = shipped.messages(language.REPORT)
    said = sum(any(c.says(one[0]) for c in catalogues) for one in of_pages)
    return (said, len(of_pages)) if said < len(of_pages) else None


def marked(page: str) -> str:
    """Return a page of HTML on which what is said in English instead is marked as English.

    What stands in an element that tells its language is left as it is, as is what an attribute
    tells: that can bear no mark.
    """
    catalogues = _brought()
    if not catalogues:
        return page
    return page_texts.changed(page, _english(catalogues))


def _brought() -> "tuple[Catalogue, ...]":
    """Return what speaks now, where the program does not itself: only that asks for Babel."""
    if language.is_own(language.current()):
        return ()
    from yhdyspinta_cli.language.brought import Catalogue

    return tuple(one for one in speech.brought() if isinstance(one, Catalogue))


@lru_cache(maxsize=4)
def _english(catalogues: "tuple[Catalogue, ...]") -> Callable[[str], str]:
    """Return what marks the English in a text of a page whose language these speak."""
    from yhdyspinta_cli.language import shipped

    known = _Known()
    for domain in language.DOMAINS:
        for forms in shipped.messages(domain):
            if not any(one.says(forms[0]) for one in catalogues):
                for form in forms:
                    known.add(form)

    signs = f"{_ENTITY}|(?P<sign>{_SIGNS}|{re.escape(language.conjunction())})"
    ways = (_SENTENCES, _PARTS, re.compile(signs))

    @lru_cache(maxsize=8192)
    def english(text: str) -> str:
        return _parted(text, known, ways)

    return english


def _parted(text: str, known: "_Known", ways: tuple[re.Pattern[str], ...]) -> str:
    """Return a text with each message in it marked, as a whole or parted in these ways."""
    if not _LETTER.search(text):
        return text
    if known.holds(text):
        return _mark(text)
    if not ways:
        return text
    return "".join(_parted(one, known, ways[1:]) for one in _pieces(text, ways[0]))


def _pieces(text: str, way: re.Pattern[str]) -> Iterator[str]:
    """Yield what the signs of a way part in a text, and the signs between."""
    end = 0
    for found in way.finditer(text):
        if found["sign"]:
            yield text[end : found.start()]
            yield found["sign"]
            end = found.end()
    yield text[end:]


def _mark(text: str) -> str:
    inner = text.strip()
    before, _inner, after = text.partition(inner)
    return f"{before}{page_texts.in_language(inner, 'en')}{after}"


class _Known:
    """Messages by which a text is known: whole ones, pieces between names, and with names."""

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._with_names: dict[tuple[str, ...], set[_Pattern]] = {}

    def add(self, message: str) -> None:
        """Take up a message."""
        shown = _TAG.sub("\0", message).replace("%%", "%")
        parts = shown.split("\0")
        for part in parts:
            self._add(_plain(part), is_whole=len(parts) == 1)

    def _add(self, message: str, *, is_whole: bool) -> None:
        literals, are_counts, end = [], [], 0
        for name in _NAME.finditer(message):
            literals.append(message[end : name.start()])
            are_counts.append((name[1] or name[2]) in language.COUNTED)
            end = name.end()
        literals.append(message[end:])
        if is_whole and len(literals) == 1:
            self._whole.add(message)
        # One word beside a name or a link may be of any language.
        self._whole.update(one.strip(_ENDS) for one in literals if _is_phrase(one))
        self._with(literals, are_counts)
        # A name may be a link: then its message goes on behind it.
        for start, stop in combinations(range(len(literals) + 1), 2):
            # What a text begins with is compared without what parts it from the link.
            some = [literals[start].lstrip(_ENDS), *literals[start + 1 : stop]]
            if _is_phrase(some[0]):
                ends = [*some, ""] if stop < len(literals) else some
                self._with(ends, are_counts[start : start + len(ends) - 1])
                self._with(some, are_counts[start : stop - 1])

    def _with(self, literals: list[str], are_counts: list[bool]) -> None:
        if len(literals) > 1 and _is_telling("".join(literals)):
            last = literals[-1].rstrip(_ENDS)
            pattern = _Pattern((*literals[:-1], last), tuple(are_counts))
            self._with_names.setdefault(_key(pattern.literals), set()).add(pattern)

    def holds(self, text: str) -> bool:
        """True where a text is one of the messages, with whatever stands in its names."""
        shown = _plain(unescape(text))
        if not _is_telling(shown):
            return False
        if shown in self._whole or shown.strip(_OF_COUNTS) in self._whole:
            return True
        words = sorted(set(_WORD.findall(shown)))
        keys = (("^", shown[:_LONG]), ("$", shown[-_LONG:]), *(("", one) for one in words), ())
        return any(p.fits(shown) for key in keys for p in self._with_names.get(key, ()))


@frozen
class _Pattern:
    """What stands around the names of a message, and which of the names are numbers."""

    literals: tuple[str, ...]
    are_counts: tuple[bool, ...]

    def fits(self, text: str) -> bool:
        """True where a text has the pieces in their order, and something in each name.

        Each is taken where it comes first: no text makes this long.
        """
        first, *others = self.literals
        if not text.startswith(first) or not text.endswith(others[-1]):
            return False
        at = len(first)
        for number, (literal, is_count) in enumerate(zip(others, self.are_counts, strict=True)):
            is_last = number == len(others) - 1
            place = len(text) - len(literal) if is_last else text.find(literal, at + 1)
            if place <= at or (is_count and _LETTER.search(text, at, place)):
                return False
            at = place + len(literal)
        return True


def _key(literals: tuple[str, ...]) -> tuple[str, ...]:
    """Return by what a message is looked for: how it begins or ends, else its longest word.

    Empty where none of that tells: a word that touches a name may be longer in a text.
    """
    first, last = literals[0], literals[-1]
    if len(first) >= _LONG:
        return "^", first[:_LONG]
    if len(last) >= _LONG:
        return "$", last[-_LONG:]
    words = [one for one in _WORD.findall("\0".join(literals)) if "\0" not in one]
    return ("", max(words, key=len)) if words else ()


def _is_telling(text: str) -> bool:
    return len(_LETTER.findall(text)) >= _FEWEST


def _is_phrase(text: str) -> bool:
    """True for a piece of a message by which it is known: two words or more."""
    return " " in text.strip(_ENDS) and _is_telling(text)


def _plain(text: str) -> str:
    """Return a text as it is compared: without what a page adds to it, and without case."""
    plain = text.replace("\u00ad", "").replace("\u2060", "")
    return " ".join(plain.split()).strip(_ENDS).casefold()
