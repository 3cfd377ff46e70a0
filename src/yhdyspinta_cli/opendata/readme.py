"""`README.md`: what lies in the folder, for who finds it without having asked for it."""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli.inert_markdown import in_cell, inert
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata.about import About
from yhdyspinta_cli.opendata.table import Filled

FIRST = (
    "measures",
    "owners",
    "owner_parties",
    "measure_states",
    "history",
    "updates",
    "obligation_periods",
    "missing",
    "records",
)
"""The tables to begin with."""

_STATE_ON = "SELECT code, title, state, since FROM state_on WHERE day ="


def readme(
    about: About, tables: Sequence[Filled], database: str, version: int, *, is_parquet: bool
) -> bytes:
    """Return the text, in the language spoken now."""
    return ("\n".join(_lines(about, tables, database, version, is_parquet)) + "\n").encode()


def _lines(
    about: About, tables: Sequence[Filled], database: str, version: int, is_parquet: bool
) -> Iterator[str]:
    asked = about.asked
    yield f"# {inert(about.title)}"
    yield ""
    yield inert(about.description)
    yield ""
    licence = inert(about.licence) if about.licence else _("not stated")
    link = about.licence_url
    yield f"- {_('Publisher')}: {inert(about.publisher)}"
    yield f"- {_('Licence')}: " + (f"{licence} <{link}>" if link and link != licence else licence)
    yield f"- {_('As of')}: {day_text(asked.day)}"
    yield f"- {_('Data')}: `{asked.digest[:12]}`"
    if asked.revision is not None:
        yield f"- {_('Revision')}: `{asked.revision.commit}`"
    yield f"- {_('Program')}: {about.program}"
    yield ""
    yield f"## {_('What is here')}"
    yield ""
    yield "- `csv/`, `datapackage.json`: " + _(
        "every table as CSV, and a description that programs read: types, keys, relations and "
        "what each column means (Data Package 2.0)"
    )
    yield "- `jsonl/`: " + _("the same tables as JSON Lines")
    yield f"- `{database}`: " + _(
        "the same tables as a SQLite database, with the views who_owns, state_on and gaps, and "
        "a search of every text"
    )
    if is_parquet:
        yield "- `parquet/`: " + _("the same tables as Parquet, for DuckDB, Spark and Excel")
    yield "- `dcat.jsonld`: " + _("a description for catalogues of open data (DCAT-AP)")
    yield ""
    yield f"## {_('To begin with')}"
    yield ""
    yield "```sql"
    yield "SELECT code, title, actor_name, role, party_name FROM who_owns ORDER BY code;"
    yield f"{_STATE_ON} '{asked.day.isoformat()}';"
    yield "SELECT kind, code, name, age_days, decides_name FROM gaps;"
    yield "```"
    yield ""
    yield _(
        "Ids stay the same for ever. In the CSV files every text stands exactly as it was "
        "written: who opens them in Excel takes them in as text."
    )
    yield ""
    rule = _(
        "Tables and columns keep their names and meanings within format {version}; new ones may "
        "be added. The column base is the same in every row of every table: where the files of "
        "several agreements are put together, it tells them apart."
    )
    yield rule.format(version=version)
    yield ""
    yield f"## {_('Tables')}"
    yield ""
    yield f"| {_('Table')} | {_('What it holds')} | {_('Rows')} |"
    yield "|---|---|--:|"
    first = [filled for filled in tables if filled.table.name in FIRST]
    others = [filled for filled in tables if filled.table.name not in FIRST]
    for filled in (*first, *others):
        table = filled.table
        told = in_cell(inert(f"{table.title}. {table.meaning}."))
        yield f"| `{table.name}` | {told} | {len(filled.rows)} |"
