"""The words of closed sets as people say them: `in-progress` is *käynnissä*."""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.wording.words import word


@frozen
class _Said:
    """A word, and how it is said in a language."""

    word: str
    language: str
    label: str


def table(others: Sequence[OpenTable]) -> OpenTable:
    """Return the table of the words that stand in the columns of other tables."""
    known = sorted({one for table in others for column in table.columns for one in column.words})
    one, code = _("A word that stands in other tables"), _("The language in which it is said so")
    label = _("How it is said in that language")

    def said(_asked: ExportAsked) -> Iterator[_Said]:
        for spoken in language.LANGUAGES:
            with language.speaking(spoken):
                yield from (_Said(one, spoken, word(one)) for one in known)

    return OpenTable(
        "words",
        _("Words"),
        _("One row: how a word of a closed set, as state or kind, is said in a language"),
        ("word", "language"),
        (
            keys.base(),
            OpenColumn("word", "text", _("Word"), one, at("word"), is_required=True),
            OpenColumn("language", "text", _("Language"), code, at("language"), is_required=True),
            OpenColumn("label", "text", _("As it is said"), label, at("label"), is_required=True),
        ),
        said,
    )
