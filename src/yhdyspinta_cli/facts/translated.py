"""Which names and texts of the data can stand in another language, and which do."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import fields, telling, walk
from yhdyspinta_cli.model.agreement import Citation
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.translations import Translation, Translations

_MARKS = (fields.Line.__metadata__[0], fields.Prose.__metadata__[0])  # type: ignore[attr-defined]

_AS_PRINTED = frozenset(
    {
        *("printed", "continues_printed", "continued_by_printed", "date_printed", "corrected"),
        *("label", "section", "slide", "row", "letter"),
    }
)
"""What the source prints stays in the language of the source: it is cited."""

_PUBLISHER = "organisation.name"
"""The field of the agreement that names who publishes it."""

_FOR_PROGRAMS = frozenset(
    {
        *("number", "code", "url", "website", "about", "rule", "period", "repealed_by", "method"),
        *("abbreviation", "aliases", "options", "value", "forms", "genitive", "region_genitive"),
        *("region_forms", "word", "chapters", "source", "outside"),
    }
)
"""What is compared, typed or bent: numbers, names to be found by, cases of a language."""


_SAME_EVERYWHERE = frozenset({"address", "sections", "within"})
"""What may be translated and nobody is asked to: a street, a section of an act and its number."""
_WORD = re.compile(r"[^\W\d_]{2}")
_PAGE = re.compile(r"(?i)(?:\w+://|www\.)\S+")


@frozen
class Lacking:
    """A record with the fields whose texts have no translation, of how many that could have one.

    Addresses, codes, numbers and days are none of them.
    """

    record: Record
    fields: tuple[str, ...]
    of: int


def texts(record: Record) -> dict[str, str]:
    """Return the texts of a record that can be translated, by their fields (``name``, ``tasks.0``).

    Those of records that stand inside it are theirs.
    """
    if isinstance(record, Translations):
        return {}
    kind = type(record)
    return {
        field_of(route): text
        for route, text in telling.texts(record)
        if is_translatable(kind, route)
    }


def in_words(record: Record) -> Iterator[str]:
    """Yield the texts of a record that are in a language, those that the source prints as well."""
    for route, text in telling.texts(record):
        if not {step for step in route if isinstance(step, str)} & _FOR_PROGRAMS:
            yield text


def field_of(route: Route) -> str:
    """Return a route inside a record as a translation names it: ``responsible.0.part``."""
    return ".".join(map(str, route))


def is_translatable(kind: type[Noun], route: Route) -> bool:
    """True where a text at this place of such a record can stand in another language."""
    if route[0] == "extra" or route[0] in _FOR_PROGRAMS:
        return route[0] == "extra"
    noun = walk.noun_at(kind, route)
    name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    return name in fields_of(noun) and _holds_words(noun, name)


@cache
def _holds_words(noun: type[Noun], name: str) -> bool:
    """True where a field holds a text of our own words, and no sign, word of a set or citation."""
    if name in _FOR_PROGRAMS or (noun is Citation and name == "title"):
        return False
    if name in _AS_PRINTED and not (name == "label" and noun is Indicator):
        # The label of an indicator is what it is called.
        return False
    if walk.is_reference(noun, name):
        return False
    spec = fields_of(noun)[name]
    return any(mark in _MARKS for mark in spec.marks) or _is_marked(spec.annotation)


def _is_marked(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return False
    marks = getattr(annotation, "__metadata__", ())
    return any(mark in _MARKS for mark in marks) or any(map(_is_marked, get_args(annotation)))


def languages(kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the languages into which something of the data is translated."""
    return tuple(sorted(one.id for one in kb.of(Translations)))


def asked(kb: KnowledgeBase, language: str | None) -> tuple[str, ...]:
    """Return the languages of which is asked what lacks: the one named, else all there are.

    The data's own lacks nothing.
    """
    if language is not None and language != kb.agreement.language:
        return (language,)
    return languages(kb)


def asked_for(record: Record) -> dict[str, str]:
    """Return the texts of a record that are others in another language, by their fields.

    Addresses, codes, numbers and days are none of them.
    """
    own = texts(record).items()
    return {field: text for field, text in own if _is_asked_for(field, text)}


def _is_asked_for(field: str, text: str) -> bool:
    """True for a text that is another one in another language."""
    name = next(one for one in reversed(field.split(".")) if not one.isdecimal())
    is_same = name in _SAME_EVERYWHERE or _is_address(text.strip())
    return not is_same and _WORD.search(text) is not None


def _is_address(text: str) -> bool:
    """True for the address of a page or of a mailbox, and nothing beside it."""
    if any(one.isspace() for one in text):
        return False
    name, _at, host = text.partition("@")
    is_mailbox = bool(name) and "@" not in host and "." in host[1:-1]
    return is_mailbox or _PAGE.fullmatch(text) is not None


def is_current(one: Translation, text: str) -> bool:
    """True where a translation is not of another text than the one that stands there."""
    return one.original is None or plain_text.one_line(one.original) == plain_text.one_line(text)


def lacking(kb: KnowledgeBase, code: str) -> Iterator[Lacking]:
    """Yield the records of which a name or a text has no translation, in the order of the data.

    What was recorded as it happened is left out: nobody translates it after the fact.
    """
    there = current(kb, code)
    for entry in kb.entries.values():
        record = entry.record
        if is_recorded(record):
            continue
        own = asked_for(record)
        untold = tuple(field for field in own if field not in there.get(record.id, {}))
        if untold:
            yield Lacking(record, untold, len(own))


def current(kb: KnowledgeBase, code: str) -> dict[str, dict[str, str]]:
    """Return the translations that hold, by record and field; the first of several.

    Who publishes the agreement is called as the party of that name is.
    """
    found: dict[str, dict[str, str]] = {}
    known: dict[str, dict[str, str]] = {}
    file = kb.find(Translations, code)
    for one in file.texts if file is not None else ():
        entry = kb.entries.get(one.id)
        if entry is None:
            continue
        own = known.setdefault(one.id, texts(entry.record))
        if one.field in own and is_current(one, own[one.field]):
            found.setdefault(one.id, {}).setdefault(one.field, one.text)
    publisher = kb.agreement.organisation.name
    for party in kb.parties if found else ():
        told = found.get(party.id, {})
        for field, name in (("official_name", party.official_name), ("name", party.name)):
            if name == publisher and field in told:
                found.setdefault(kb.agreement.id, {}).setdefault(_PUBLISHER, told[field])
    return found
