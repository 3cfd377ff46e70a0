"""The catalogue of another language: its text read, judged and made ready to speak.

It comes from whoever wrote the knowledge base, and is not trusted. Of its head nothing is believed:
how plurals are formed Babel says, and a head that says otherwise is told. A translation holds what
its message holds, the names in it, and else only what no format takes for a mark.
"""

import gettext
import io
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Literal

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, PoFileParser

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language.speech import text as _

_NAME = re.compile(r"%\(\w+\)s|%%|\{\w*\}")
"""What stands in a message for what is put into it, and a sign of percent in such a message."""
_MARKS = '<>&"`*_\\|[]#~{}%'
"""What HTML, Markdown or a formatted text may take for a mark."""


_PLURALS = re.compile(r"\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*([^;]+);?\s*")
_LONGEST_PLURALS = 1000
"""How many letters a head has for its plurals: gettext takes no longer expression either."""
_COUNTED = (*range(201), 1000, 1001, 1002, 1005, 10**6)
"""Numbers by which two rules of plurals are compared: no language looks at more than two digits."""

FaultKind = Literal["form", "translation", "ignored"]
"""It cannot be read at all; a translation cannot be said; something in it is passed over."""


@frozen
class CatalogueFault:
    """What is wrong in a catalogue, and in which line."""

    line: int
    message: str
    kind: FaultKind = "translation"


class Catalogue(gettext.NullTranslations):
    """The messages of one domain in one language; what it lacks its fallback says, else English."""

    def __init__(
        self,
        said: Mapping[str, str],
        counted: Mapping[tuple[str, str], tuple[str, ...]],
        form: Callable[[int], int],
    ) -> None:
        super().__init__()
        self._said = said
        self._counted = counted
        self._form = form

    def says(self, message: str) -> bool:
        """True where a message, by its first form, is translated."""
        return message in self._said

    def gettext(self, message: str) -> str:
        """Return a message in the language."""
        return self._said.get(message) or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message that fits a number."""
        forms = self._counted.get((msgid1, msgid2))
        return (forms and forms[self._form(n)]) or super().ngettext(msgid1, msgid2, n)


class _Headless(Catalog):
    """A catalogue whose `head` is kept and not believed: a number in it would fill the memory.

    `twice` are the messages that stand there already.
    """

    def __init__(self, code: str) -> None:
        self.head: dict[str, str] = {}
        self.twice: list[Message] = []
        super().__init__(locale=code)

    def _keep(self, head: list[tuple[str, str]]) -> None:
        self.head = {name.lower(): str(value) for name, value in head}

    mime_headers = property(lambda _self: [], _keep)

    def __setitem__(self, id: str | list[str] | tuple[str, ...], message: Message) -> None:
        if id and self._key_for(id, message.context) in self._messages:
            self.twice.append(message)
        super().__setitem__(id, message)


def plurals(code: str) -> tuple[int, str]:
    """Return how many forms of a plural a language has, and by which expression one is chosen.

    One that Babel does not know has two, as English.
    """
    try:
        found = get_plural(code)
    except (UnknownLocaleError, ValueError):
        return 2, "(n != 1)"
    return found.num_plurals, found.plural_expr


def read(
    raw: bytes, code: str, known: Collection[str] | None = None
) -> tuple[Catalogue, tuple[CatalogueFault, ...]]:
    """Return the catalogue that the bytes of a ``.po`` are, and every fault of it.

    What is not translated is not in it, nor is what has a fault. With the messages that are `known`
    to the program it is told, too, what in it is passed over.
    """
    number, expression = plurals(code)
    form = gettext.c2py(expression)
    said: dict[str, str] = {}
    counted: dict[tuple[str, str], tuple[str, ...]] = {}
    faults: list[CatalogueFault] = []
    try:
        parsed = _parsed(raw.decode("utf-8-sig"), code)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        fault = CatalogueFault(line, _("the text is not UTF-8"), "form")
        return Catalogue({}, {}, form), (fault,)
    except PoFileError as error:
        told = _("this is not of the form of a catalogue: {text}").format(
            text=visible(str(error.line or "").strip(), 60)
        )
        fault = CatalogueFault((error.lineno or 0) + 1, told, "form")
        return Catalogue({}, {}, form), (fault,)
    if known is not None:
        faults += _ignored(parsed, raw.decode("utf-8-sig"), code, known)
    for message in parsed:
        if not message.id or "fuzzy" in message.flags:
            continue
        found = list(_faults(message, number))
        faults.extend(CatalogueFault(message.lineno or 1, one) for one in found)
        if found:
            continue
        if isinstance(message.id, str):
            said[message.id] = str(message.string or "")
        else:
            one, many = message.id[:2]
            counted[one, many] = tuple(message.string or ())
            # As a message without a number it is said as of several.
            said.setdefault(one, counted[one, many][form(1)])
    said = {key: text for key, text in said.items() if text}
    return Catalogue(said, counted, form), tuple(faults)


def _parsed(text: str, code: str) -> _Headless:
    """Return the messages of a text. Raises PoFileError."""
    catalogue = _Headless(code)
    try:
        PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(io.StringIO(text))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, AssertionError) as error:
        # Babel has words for some faults only.
        raise PoFileError(str(error), catalogue, "", 0) from error
    return catalogue


def _ignored(
    parsed: _Headless, text: str, code: str, known: Collection[str]
) -> Iterator[CatalogueFault]:
    """Yield what stands in a catalogue and is passed over."""
    lines = text.splitlines()

    def of_head(name: str, message: str) -> CatalogueFault:
        sought = f'"{name}:'.casefold()
        places = (n for n, line in enumerate(lines, start=1) if sought in line.casefold())
        return CatalogueFault(next(places, 1), message, "ignored")

    number, expression = plurals(code)
    plural = parsed.head.get("plural-forms")
    if plural is not None and not _forms_alike(plural, number, expression):
        told = f"nplurals={number}; plural={expression};"
        yield of_head(
            "Plural-Forms",
            _("the head tells other plurals than the language has, which are: {plurals}").format(
                plurals=told
            ),
        )
    named = parsed.head.get("language", "")
    if named and re.split("[_.@-]", named.lower())[0] != code:
        told = _("the head tells another language: {language}")
        yield of_head("Language", told.format(language=visible(named, 40)))
    charset = re.search(r"charset\s*=\s*([^\s;]+)", parsed.head.get("content-type", ""))
    if charset is not None and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        told = _("the head tells another encoding than UTF-8: {name}")
        yield of_head("Content-Type", told.format(name=visible(charset[1], 40)))
    for message in parsed.twice:
        yield _of_message(message, _("the message is translated above already: {message}"))
    for message in parsed:
        if message.id and _first(message) not in known:
            yield _of_message(message, _("the program says no such thing: {message}"))


def _of_message(message: Message, told: str) -> CatalogueFault:
    words = told.format(message=visible(_first(message), 40))
    return CatalogueFault(message.lineno or 1, words, "ignored")


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _forms_alike(told: str, number: int, expression: str) -> bool:
    """True where a head chooses the same form for each number as the language does."""
    found = _PLURALS.fullmatch(told) if len(told) <= _LONGEST_PLURALS else None
    if found is None or int(found[1]) != number:
        return False
    form = gettext.c2py(expression)
    try:
        other = gettext.c2py(found[2])
        return all(other(n) == form(n) for n in _COUNTED)
    except (ValueError, ArithmeticError, RecursionError):
        return False


def _faults(message: Message, number: int) -> Iterator[str]:
    """Yield what is wrong with the translations of a message."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if not any(strings):
        return
    if len(ids) > 1 and (len(strings) != number or not all(strings)):
        yield _("a plural has {n} forms in this language: {message}").format(
            n=number, message=visible(ids[0], 40)
        )
    known = {name for one in ids for name in _NAME.findall(one)}
    for place, string in enumerate(strings):
        used = set(_NAME.findall(string))
        last = place == len(strings) - 1
        # "One measure" needs no number; the form of several says all that its message says.
        wanted = set(_NAME.findall(ids[-1])) if last else set()
        marks = _foreign(_NAME.sub("", string), "".join(_NAME.sub("", one) for one in ids))
        if marks:
            yield _("a translation holds no {marks} that its message does not hold").format(
                marks=" ".join(marks)
            )
        for name in sorted(used - known):
            yield _("{name} is not in the message").format(name=visible(name, 40))
        for name in sorted(wanted - used):
            yield _("{name} is missing").format(name=visible(name, 40))


def _foreign(string: str, message: str) -> list[str]:
    """Return the marks and the unprintable letters of a translation that its message has not."""
    plain = string.replace("\u00ad", "").replace("\u00a0", " ")
    found = {one for one in plain if one in _MARKS or visible(one) != one}
    return [visible(one) for one in sorted(found - set(message))]
