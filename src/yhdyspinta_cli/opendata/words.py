"""The words of closed sets as people say them: `in-progress` is *käynnissä*.

What a word says may depend on where it stands: `ended` is a state of a measure, and a kind of gap.
"""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.wording.words import word


@frozen
class _Said:
    """A word, and how it is said in a language: anywhere, or in the column of a table."""

    word: str
    language: str
    label: str
    table: str = ""
    column: str = ""


def tables(others: Sequence[OpenTable]) -> Iterator[OpenTable]:
    """Yield the tables of the words that stand in the columns of other tables."""
    yield _anywhere(others)
    yield _by_column(others)


def _anywhere(others: Sequence[OpenTable]) -> OpenTable:
    columns = [column for table in others for column in table.columns]
    # Of a word that has no meaning but where it stands, as it is said there.
    first = {one: column.said for column in reversed(columns) for one in column.words}

    def said(_asked: ExportAsked) -> Iterator[_Said]:
        for spoken in language.LANGUAGES:
            with language.speaking(spoken):
                for one in sorted(first):
                    label = word(one)
                    yield _Said(one, spoken, first[one](one) if label == one else label)

    return OpenTable(
        "words",
        _("Words"),
        _("One row: how a word of a closed set, as state or kind, is said in a language"),
        ("word", "language"),
        (keys.base(), *_columns()),
        said,
    )


def _by_column(others: Sequence[OpenTable]) -> OpenTable:
    table, column = _("The table in which it stands"), _("The column in which it stands")

    def said(_asked: ExportAsked) -> Iterator[_Said]:
        for spoken in language.LANGUAGES:
            with language.speaking(spoken):
                for table in others:
                    for column in table.columns:
                        for one in column.words:
                            yield _Said(one, spoken, column.said(one), table.name, column.name)

    return OpenTable(
        "column_words",
        _("Words by column"),
        _("One row: how a word of a closed set is said in a language where it stands in a column"),
        ("in_table", "in_column", "word", "language"),
        (
            keys.base(),
            OpenColumn("in_table", "text", _("Table"), table, at("table"), is_required=True),
            OpenColumn("in_column", "text", _("Column"), column, at("column"), is_required=True),
            *_columns(),
        ),
        said,
    )


def _columns() -> tuple[OpenColumn, ...]:
    one, code = _("A word that stands in other tables"), _("The language in which it is said so")
    label = _("How it is said in that language")
    return (
        OpenColumn("word", "text", _("Word"), one, at("word"), is_required=True),
        OpenColumn("language", "text", _("Language"), code, at("language"), is_required=True),
        OpenColumn("label", "text", _("As it is said"), label, at("label"), is_required=True),
    )
