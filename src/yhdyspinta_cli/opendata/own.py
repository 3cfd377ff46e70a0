"""What a region has of its own: fields that it declares, what stands in them, its own words."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import itemgetter

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import own_words
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.own_words import OwnField
from yhdyspinta_cli.opendata import keys, nouns
from yhdyspinta_cli.opendata.table import OpenColumn, OpenTable
from yhdyspinta_cli.vocabulary import KINDS as KIND_WORDS
from yhdyspinta_cli.wording.field_names import field_name


def tables() -> Iterator[OpenTable]:
    """Yield the tables of what is a region's own."""
    yield _fields()
    yield _values()
    yield _words()


def _fields() -> OpenTable:
    kind, key = _("The kind of record that may have it"), _("The key under which it stands")
    return OpenTable(
        "own_fields",
        _("Fields of one's own"),
        _("One row: a field that the region has declared for a kind of record"),
        ("kind", "key"),
        (
            keys.base(),
            OpenColumn("kind", "text", _("Kind"), kind, itemgetter(0), True, KIND_WORDS),
            OpenColumn("key", "text", _("Key"), key, itemgetter(1), True),
            *nouns.columns(OwnField, reading=itemgetter(2)),
        ),
        lambda asked: (
            (kind, key, field)
            for kind, fields in asked.kb.agreement.fields.items()
            for key, field in fields.items()
        ),
    )


def _values() -> OpenTable:
    key = _("The key under which it stands; what it is called is in own_fields")
    value, number = _("What stands there"), _("The same as a number, where it is one")
    as_number, day = _("Value, number"), _("The same as a day, where it is one")
    return OpenTable(
        "own_values",
        _("Values in fields of one's own"),
        _("One row: what stands in such a field of a record, one of several where it is a list"),
        ("record", "key", "position"),
        (
            keys.base(),
            keys.holder("record", _("Of record"), "records"),
            OpenColumn("key", "text", _("Key"), key, itemgetter(2), True),
            keys.position(),
            OpenColumn("value", "text", _("Value"), value, lambda row: _text(row[3]), True),
            OpenColumn("value_number", "number", as_number, number, lambda row: _number(row[3])),
            OpenColumn("value_day", "day", _("Value, day"), day, lambda row: _day(row[3])),
        ),
        lambda asked: _held(asked.kb),
    )


def _words() -> OpenTable:
    of, word = _("The set of standard words"), _("The word that the region uses")
    means = _("The standard word that it means")
    return OpenTable(
        "own_words",
        _("Words of one's own"),
        _("One row: a word that the region uses in the place of a standard one"),
        ("word_set", "word"),
        (
            keys.base(),
            OpenColumn(
                "word_set",
                "text",
                _("Set"),
                of,
                itemgetter(0),
                is_required=True,
                words=own_words.SETS,
                said=field_name,
            ),
            OpenColumn("word", "text", _("Word"), word, itemgetter(1), True),
            OpenColumn("means", "text", _("Means"), means, itemgetter(2), True),
        ),
        lambda asked: (
            (of, word, means)
            for of in own_words.SETS
            for word, means in asked.kb.agreement.own_words.of(of).items()
        ),
    )


def _held(kb: KnowledgeBase) -> Iterator[tuple[str, int, str, object]]:
    for kind in KINDS:
        for record in kb.of(kind.record):
            for key, value in record.extra.items():
                for number, one in enumerate(value if isinstance(value, tuple) else (value,), 1):
                    yield record.id, number, key, one


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | Decimal) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
