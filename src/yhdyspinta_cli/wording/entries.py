"""What stands in a calendar, in words."""

from collections.abc import Mapping

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.queries.calendar_entries import ENTRY_KINDS, EntryKind
from yhdyspinta_cli.vocabulary import closed

_KINDS: Mapping[EntryKind, str] = closed(
    ENTRY_KINDS,
    {
        "event": later("event"),
        "due": later("obligation"),
        "measure-due": later("measure due"),
        "agreement-start": later("agreement begins"),
        "agreement-change": later("agreement changes"),
        "agreement-end": later("agreement ends"),
        "party-joined": later("party joins"),
        "party-left": later("party leaves"),
        "term-start": later("council term begins"),
        "term-end": later("council term ends"),
        "dated": later("in the source"),
    },
)

_IN_PROSE: Mapping[EntryKind, str] = closed(
    ENTRY_KINDS,
    {
        "event": "{name}",
        "due": later("Due: {name}"),
        "measure-due": later("Due: {name}"),
        "agreement-start": later("The agreement comes into force"),
        "agreement-change": later("In force: {name}"),
        "agreement-end": later("The agreement ends"),
        "party-joined": later("Joins the agreement: {name}"),
        "party-left": later("Last day in the agreement: {name}"),
        "term-start": later("Begins: {name}"),
        "term-end": later("Ends: {name}"),
        "dated": "{name}",
    },
)


def kind_word(kind: EntryKind) -> str:
    """Return what kind of entry it is, in a word or two."""
    return _(_KINDS[kind])


def in_prose(kind: EntryKind) -> str:
    """Return the words for an entry in a running text, with the place of its ``{name}``."""
    return _(_IN_PROSE[kind])
