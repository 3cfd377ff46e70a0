"""The forms in which the tables are written: what each is called, where it begins, what it is."""

from collections.abc import Callable

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _


@frozen
class OpenForm:
    """A form of the tables.

    `path` is the file of the folder with which a reader begins: the form itself where it is one
    file (`is_file`). `meaning` tells what it is in the language spoken then, `shown` its files as
    the folder's README lists them. `file_type` is its name in the register of the European Union,
    `media_type` that at IANA; None: it has none.
    """

    name: str
    title: str
    path: str
    meaning: Callable[[], str]
    shown: str
    file_type: str | None = None
    media_type: str | None = None
    is_file: bool = False


def of(database: str, *, is_parquet: bool) -> tuple[OpenForm, ...]:
    """Return the forms that are written; `database` is the name of the file of SQLite."""
    found = (
        OpenForm(
            "csv", "CSV", "datapackage.json", _csv, "`csv/`, `datapackage.json`", "CSV", "text/csv"
        ),
        OpenForm("jsonl", "JSON Lines", "README.md", _jsonl, "`jsonl/`"),
        OpenForm(
            "sqlite",
            "SQLite",
            database,
            _sqlite,
            f"`{database}`",
            media_type="application/vnd.sqlite3",
            is_file=True,
        ),
        OpenForm(
            "parquet",
            "Apache Parquet",
            "README.md",
            _parquet,
            "`parquet/`",
            "PARQUET",
            "application/vnd.apache.parquet",
        ),
    )
    return found if is_parquet else found[:-1]


def _csv() -> str:
    return _(
        "every table as CSV, and a description that programs read: types, keys, relations and "
        "what each column means (Data Package 2.0)"
    )


def _jsonl() -> str:
    return _("the same tables as JSON Lines")


def _sqlite() -> str:
    return _(
        "the same tables as a SQLite database, with the views who_owns, owned_by, state_on and "
        "gaps, and a search of every text"
    )


def _parquet() -> str:
    return _("the same tables as Parquet, for DuckDB, Spark and Excel")
