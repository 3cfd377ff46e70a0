"""The catalogue of another language: its text read, judged and made ready to speak.

It comes from whoever wrote the knowledge base, and is not trusted. Of its head nothing is believed:
how plurals are formed Babel says. A translation holds what its message holds, the names in it, and
else only what no format takes for a mark.
"""

import gettext
import io
import re
from collections.abc import Callable, Iterator, Mapping

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


@frozen
class CatalogueFault:
    """What is wrong in a catalogue, and in which line."""

    line: int
    message: str


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

    def gettext(self, message: str) -> str:
        """Return a message in the language."""
        return self._said.get(message) or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message that fits a number."""
        forms = self._counted.get((msgid1, msgid2))
        return (forms and forms[self._form(n)]) or super().ngettext(msgid1, msgid2, n)


class _Headless(Catalog):
    """A catalogue whose head says nothing: a number in it would fill the memory."""

    mime_headers = property(lambda _self: [], lambda _self, _headers: None)


def plurals(code: str) -> tuple[int, str]:
    """Return how many forms of a plural a language has, and by which expression one is chosen.

    One that Babel does not know has two, as English.
    """
    try:
        found = get_plural(code)
    except (UnknownLocaleError, ValueError):
        return 2, "(n != 1)"
    return found.num_plurals, found.plural_expr


def read(raw: bytes, code: str) -> tuple[Catalogue, tuple[CatalogueFault, ...]]:
    """Return the catalogue that the bytes of a ``.po`` are, and every fault of it.

    What is not translated is not in it, nor is what has a fault.
    """
    number, expression = plurals(code)
    form = gettext.c2py(expression)
    said: dict[str, str] = {}
    counted: dict[tuple[str, str], tuple[str, ...]] = {}
    faults: list[CatalogueFault] = []
    try:
        messages = _parsed(raw.decode("utf-8-sig"), code)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Catalogue({}, {}, form), (CatalogueFault(line, _("the text is not UTF-8")),)
    except PoFileError as error:
        told = _("this is not of the form of a catalogue: {text}").format(
            text=visible(str(error.line or "").strip(), 60)
        )
        return Catalogue({}, {}, form), (CatalogueFault((error.lineno or 0) + 1, told),)
    for message in messages:
        found = list(_faults(message, number))
        faults.extend(CatalogueFault(message.lineno or 1, one) for one in found)
        if found or not message.id:
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


def _parsed(text: str, code: str) -> list[Message]:
    """Return the messages of a text. Raises PoFileError."""
    catalogue = _Headless(locale=code)
    try:
        PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(io.StringIO(text))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, AssertionError) as error:
        # Babel has words for some faults only.
        raise PoFileError(str(error), catalogue, "", 0) from error
    return [message for message in catalogue if message.id and "fuzzy" not in message.flags]


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
