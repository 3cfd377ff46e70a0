"""What is written: every file of the open data by its path below the folder."""

from collections.abc import Callable

from yhdyspinta_cli import language
from yhdyspinta_cli.opendata import dcat, package, readme, sqlite_form, tables, text_forms
from yhdyspinta_cli.opendata.about import About
from yhdyspinta_cli.opendata.table import ExportAsked, FilledTable


def files(
    asked: ExportAsked,
    spoken: str,
    program: str,
    database: str,
    parquet: Callable[[FilledTable], bytes] | None,
    url: str = "",
) -> dict[str, bytes]:
    """Return every file of the open data: the path below the folder, with ``/``, and the bytes.

    Titles and meanings are in the language `spoken`. `database` is the name of the SQLite file,
    `parquet` makes a file of Parquet; None where none are wanted. `url` is where the folder will
    be, with ``/`` at its end; empty where that is not known.
    """
    about = About(asked, program)
    with language.speaking(spoken):
        found = tables.of(asked)
        made = {package.csv_path(one.table): text_forms.csv_bytes(one) for one in found}
        told, is_parquet = about.spoken(), parquet is not None
        described = package.descriptor(told, found, made, tables.FORMAT, language.current())
        text = readme.readme(told, found, database, tables.FORMAT, is_parquet=is_parquet)
    for one in found:
        made[f"jsonl/{one.table.name}.jsonl"] = text_forms.jsonl_bytes(one)
        if parquet is not None:
            made[f"parquet/{one.table.name}.parquet"] = parquet(one)
    made[database] = sqlite_form.database(asked.kb, found, tables.FORMAT)
    made["datapackage.json"] = described
    made["README.md"] = text
    made[dcat.FILE] = dcat.description(about, database, made[database], url, is_parquet=is_parquet)
    return made
