"""XML of others, read piece by piece: no entities, no types, no tree in memory."""

from collections.abc import Iterable
from typing import Any

from yhdyspinta_cli.exchange.limits import MAX_ALL_TEXT, MAX_DEPTH, MAX_TAGS
from yhdyspinta_cli.exchange.refusal import UnfitFileError, damaged, too_much
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.wording import extra

Attributes = dict[str, str]


class Count:
    """How many elements a whole file has had so far, with the limit of all of them."""

    def __init__(self) -> None:
        self.tags = 0


class Listener:
    """Hears what stands in a file of XML, element by element, without their namespaces.

    Strict workbooks and others differ in the namespaces alone.
    """

    def __init__(self, count: Count) -> None:
        self._count = count
        self._length = 0
        self.above: list[str] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        """Hear that an element begins; it is the last one in `above`."""

    def text(self, text: str) -> None:
        """Hear text of the element that is open; it may come in pieces."""

    def closed(self, name: str) -> None:
        """Hear that an element ends; it is not in `above` any more."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the beginning of an element from the parser."""
        self._count.tags += 1
        if self._count.tags > MAX_TAGS:
            raise too_much(_("too many cells, or too much beside them"))
        if len(self.above) == MAX_DEPTH:
            raise damaged()
        name = tag.rpartition("}")[2]
        self.above.append(name)
        self.opened(name, {key.rpartition("}")[2]: attributes[key] for key in attributes})

    def end(self, _tag: str) -> None:
        """Take the end of an element from the parser."""
        self.closed(self.above.pop())

    def data(self, text: str) -> None:
        """Take text from the parser."""
        self._length += len(text)
        if self._length > MAX_ALL_TEXT:
            raise too_much(_("too much text (the limit is {n} characters)").format(n=MAX_ALL_TEXT))
        self.text(text)


def hear(pieces: Iterable[bytes], listener: Listener) -> None:
    """Tell the listener what stands in the XML.

    Raises UnfitFileError where it is damaged or declares types or entities, UserError (exit 3)
    where the package that reads it safely is not installed.
    """
    module = available()
    parser = module.DefusedXMLParser(target=listener, forbid_dtd=True)
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
    except _forbidden() as error:
        raise UnfitFileError(
            _("it declares types or entities of XML, as no workbook does"),
            _("do not open it, and ask the one who sent it"),
        ) from error
    # ValueError and LookupError: an encoding that does not exist or does not fit.
    except (module.ParseError, ValueError, LookupError) as error:
        raise damaged() from error


def available() -> Any:
    """Return defusedxml's parsers. Raises UserError (exit 3) that tells how to get them."""
    try:
        from defusedxml import ElementTree
    except ImportError as error:
        why = _("to read a workbook the package defusedxml is needed, which is not installed")
        raise extra.missing("office", why) from error
    return ElementTree


def _forbidden() -> type[Exception]:
    from defusedxml.common import DefusedXmlException

    forbidden: type[Exception] = DefusedXmlException
    return forbidden
