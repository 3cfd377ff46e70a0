"""`README.md`: what lies in the folder, for who finds it without having asked for it."""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli.inert_markdown import in_cell, inert
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import forms, package
from yhdyspinta_cli.opendata.about import About
from yhdyspinta_cli.opendata.table import FilledTable

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
    "words",
)
"""The tables to begin with."""

_WHO_OWNS = "SELECT code, title, actor_name, role, party_name FROM who_owns"
_STATE_ON = "SELECT code, title, state, since FROM state_on WHERE day ="


def readme(
    about: About, tables: Sequence[FilledTable], database: str, version: int, *, is_parquet: bool
) -> bytes:
    """Return the text, in the language spoken now."""
    return ("\n".join(_lines(about, tables, database, version, is_parquet)) + "\n").encode()


def _lines(
    about: About, tables: Sequence[FilledTable], database: str, version: int, is_parquet: bool
) -> Iterator[str]:
    yield from (f"# {inert(about.title)}", "", inert(about.description), "")
    for name, told in _facts(about):
        yield f"- {name}: {told}"
    yield from ("", "## " + _("What is here"), "")
    for place, told in _files(database, is_parquet=is_parquet):
        yield f"- {place}: {told}"
    yield from ("", "## " + _("To begin with"), "", "```sql")
    yield f"{_WHO_OWNS} WHERE measure_there ORDER BY code;"
    yield f"{_STATE_ON} '{about.asked.day.isoformat()}';"
    yield "SELECT kind, code, name, age_days, decides_name FROM gaps;"
    yield "SELECT kind, sum(counted) FROM gaps GROUP BY kind;"
    yield from ("```", "")
    yield _(
        "Ids stay the same for ever. In the CSV files every text stands exactly as it was "
        "written: who opens them in Excel takes them in as text."
    )
    rule = _(
        "Tables and columns keep their names and meanings within format {version}; new ones may "
        "be added. The column base is the same in every row of every table: where the files of "
        "several agreements are put together, it tells them apart."
    )
    yield from ("", rule.format(version=version), "", "## " + _("Tables"), "")
    heads = (_("Table"), _("What it holds"), _("Rows"))
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|--:|"
    for filled in sorted(tables, key=_place):
        table = filled.table
        told = in_cell(inert(f"{table.title}. {table.meaning}."))
        yield f"| [`{table.name}`]({package.csv_path(table)}) | {told} | {len(filled.rows)} |"


def _place(filled: FilledTable) -> int:
    """Return the place of a table: those to begin with first, the others as they are told."""
    name = filled.table.name
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _facts(about: About) -> Iterator[tuple[str, str]]:
    """Yield whose data it is, under which licence, of which day, made of what and by what."""
    asked, url = about.asked, about.licence_url
    licence = inert(about.licence) if about.licence else _("not stated")
    is_named = url is not None and url != about.licence
    yield _("Publisher"), inert(about.publisher)
    yield _("Licence"), f"{licence} <{url}>" if is_named else licence
    yield _("As of"), day_text(asked.day)
    yield _("Data"), f"`{asked.digest[:12]}`"
    if asked.revision is not None:
        yield _("Revision"), f"`{asked.revision.commit}`"
    yield _("Program"), about.program


def _files(database: str, *, is_parquet: bool) -> Iterator[tuple[str, str]]:
    """Yield what lies in the folder, and what it is for."""
    for form in forms.of(database, is_parquet=is_parquet):
        yield form.shown, form.meaning()
    yield "`dcat.jsonld`", _("a description for catalogues of open data (DCAT-AP)")
