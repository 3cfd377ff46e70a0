"""The names and texts of the data in other languages; all other tables have them in its own."""

from collections.abc import Iterator
from operator import itemgetter

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.translations import Translation, Translations
from yhdyspinta_cli.opendata import keys, nouns
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable

_Row = tuple[str, int, Translation]


def table() -> OpenTable:
    """Return the table of translated texts: a row is the language, its number, the text."""
    return OpenTable(
        "translated_texts",
        _("Translated texts"),
        _("One row: a name or a text of a record in another language"),
        ("translation", "position"),
        (
            keys.base(),
            keys.holder("translation", _("Language"), nouns.table_of(Translations.kind)),
            keys.position(),
            OpenColumn(
                "record",
                "text",
                _("Of record"),
                _("The record whose text it is"),
                lambda row: row[2].id,
                is_required=True,
            ),
            *nouns.columns(Translation, without=("id",), reading=itemgetter(2)),
        ),
        _rows,
    )


def _rows(asked: ExportAsked) -> Iterator[_Row]:
    for found in asked.kb.of(Translations):
        for position, one in enumerate(found.texts, 1):
            yield found.id, position, one
