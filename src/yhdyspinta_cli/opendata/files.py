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
) -> dict[str, bytes]:
    """Return every file of the open data: the path below the folder, with ``/``, and the bytes.

    Titles and meanings are in the language `spoken`. `database` is the name of the SQLite file,
    `parquet` makes a file of Parquet; None where none are wanted.
    """
    about = About(asked, program)
    with language.speaking(spoken):
        found = tables.of(asked)
        made = {package.csv_path(one.table): text_forms.csv_bytes(one) for one in found}
        described = package.descriptor(about, found, made, tables.FORMAT, language.current())
        told = readme.readme(about, found, database, tables.FORMAT, is_parquet=parquet is not None)
    for one in found:
        made[f"jsonl/{one.table.name}.jsonl"] = text_forms.jsonl_bytes(one)
        if parquet is not None:
            made[f"parquet/{one.table.name}.parquet"] = parquet(one)
    made[database] = sqlite_form.database(asked.kb, found, tables.FORMAT)
    made["datapackage.json"] = described
    made["README.md"] = told
    made["dcat.jsonld"] = dcat.description(about, database, is_parquet=parquet is not None)
    return made
