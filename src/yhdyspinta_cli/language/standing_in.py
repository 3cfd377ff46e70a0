"""What stands in English for want of a translation: how much that is, and where it does on a page.

Of the program's own languages nothing does. What is said is known by its words, not by where it
came from: a page of HTML is gone through when it is done, and what a catalogue that was brought has
no words for is found on it. So a template need not know of it.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape
from itertools import combinations

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import days, page_texts, speech
from yhdyspinta_cli.language.brought import Catalogue

_NAME = re.compile(r"%\((\w+)\)s|\{(\w*)\}")
_TAG = re.compile(r"<[^>]+>")
_SENTENCES = re.compile(r"((?<=[.!?])\s)")
_PARTS = re.compile(r"((?<=:)\s|[()])")
_SIGNS = r"\s[–·]\s|[;,]\s"
"""What may part two messages in one sentence, beside the word between the last two of a list."""
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 4
"""How many letters a message has by which it is known: *of* and *for* are words elsewhere, too."""
_ENDS = " .,:;"
"""With what a message may begin or end that parts it from the next."""
_COUNT_AROUND = re.compile(r"^[\d\s.]+|[\d\s.]+$")
_COUNTS = ("n", "of", "all")
"""The names in which a number stands."""
_LONG = 4


@cache
def messages(domain: str) -> tuple[tuple[str, ...], ...]:
    """Return every message of the program in a domain: itself, or its two forms."""
    from babel.messages.mofile import read_mo

    own = next(code for code in speech.LANGUAGES if code != "en")
    with (speech.LOCALE_DIR / own / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        ids = [message.id for message in read_mo(file) if message.id]
    return tuple((one,) if isinstance(one, str) else tuple(one) for one in ids)


def share() -> tuple[int, int] | None:
    """Return how many of the messages of pages are translated, and how many there are.

    None for a language of the program's own.
    """
    catalogues = _brought()
    if not catalogues:
        return None
    of_pages = messages(speech.REPORT)
    return sum(any(c.says(one[0]) for c in catalogues) for one in of_pages), len(of_pages)


def marked(page: str) -> str:
    """Return a page of HTML on which what is said in English instead is marked as English.

    What stands in an element that tells its language is left as it is, as is what an attribute
    tells: that can bear no mark.
    """
    catalogues = _brought()
    if not catalogues:
        return page
    return page_texts.changed(page, _english(catalogues))


def _brought() -> tuple[Catalogue, ...]:
    return tuple(one for one in speech.brought() if isinstance(one, Catalogue))


@lru_cache(maxsize=4)
def _english(catalogues: tuple[Catalogue, ...]) -> Callable[[str], str]:
    """Return what marks the English in a text of a page whose language these speak."""
    known = _Known()
    for domain in speech.DOMAINS:
        for forms in messages(domain):
            if not any(one.says(forms[0]) for one in catalogues):
                for form in forms:
                    known.add(form)

    ways = (_SENTENCES, _PARTS, re.compile(f"({_SIGNS}|{re.escape(days.conjunction())})"))

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
    return "".join(_parted(one, known, ways[1:]) for one in ways[0].split(text))


def _mark(text: str) -> str:
    inner = text.strip()
    before, _inner, after = text.partition(inner)
    return f"{before}{page_texts.in_language(inner, 'en')}{after}"


class _Known:
    """Messages by which a text is known: whole ones, pieces between names, and with names."""

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._with_names: dict[tuple[str, str], set[_Pattern]] = {}

    def add(self, message: str) -> None:
        """Take up a message."""
        shown = _TAG.sub("\0", message).replace("%%", "%")
        for part in shown.split("\0"):
            self._add(_plain(part))

    def _add(self, message: str) -> None:
        literals, are_counts, end = [], [], 0
        for name in _NAME.finditer(message):
            literals.append(message[end : name.start()])
            are_counts.append((name[1] or name[2]) in _COUNTS)
            end = name.end()
        literals.append(message[end:])
        self._whole.update(one.strip(_ENDS) for one in literals if _is_telling(one))
        self._with(literals, are_counts)
        # A name may be a link: then its message goes on behind it.
        for start, stop in combinations(range(len(literals) + 1), 2):
            some = literals[start:stop]
            if " " in some[0] and _is_telling(some[0]):
                ends = [*some, ""] if stop < len(literals) else some
                self._with(ends, are_counts[start : start + len(ends) - 1])
                self._with(some, are_counts[start : stop - 1])

    def _with(self, literals: list[str], are_counts: list[bool]) -> None:
        if len(literals) > 1 and _is_telling("".join(literals)):
            last = literals[-1].rstrip(_ENDS)
            pattern = _Pattern((*literals[:-1], last), tuple(are_counts))
            self._with_names.setdefault(_key(literals[0], last), set()).add(pattern)

    def holds(self, text: str) -> bool:
        """True where a text is one of the messages, with whatever stands in its names."""
        shown = _plain(unescape(text))
        if not _is_telling(shown):
            return False
        if shown in self._whole or _COUNT_AROUND.sub("", shown) in self._whole:
            return True
        keys = (_key(shown, ""), _key("", shown), _key("", ""))
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


def _key(first: str, last: str) -> tuple[str, str]:
    """Return by what a message is looked for: how it begins, else how it ends, where it tells."""
    if len(first) >= _LONG:
        return first[:_LONG], ""
    return "", last[-_LONG:] if len(last) >= _LONG else ""


def _is_telling(text: str) -> bool:
    return len(_LETTER.findall(text)) >= _FEWEST


def _plain(text: str) -> str:
    """Return a text as it is compared: without what a page adds to it, and without case."""
    plain = text.replace("\u00ad", "").replace("\u2060", "")
    return " ".join(plain.split()).strip(_ENDS).casefold()
