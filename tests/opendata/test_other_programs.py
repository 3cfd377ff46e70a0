"""Programs of others read the open data: frictionless the package, DuckDB each of its forms."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest

from tests.conftest import LIVED, SHIPPED
from tests.opendata import made
from tests.rounds import office
from yhdyspinta_cli import store
from yhdyspinta_cli.opendata.table import COLUMN_TYPES, ColumnType

_VALID = """
import json, sys
from frictionless import validate
found = validate(sys.argv[1])
told = [(error.type, error.message) for task in found.tasks for error in task.errors]
print(json.dumps([found.valid, len(found.tasks), told, [str(error) for error in found.errors]]))
"""


def _validated(folder: Path) -> tuple[bool, int, list[tuple[str, str]], list[str]]:
    """Return what frictionless says of a package; it is slow to import and warns of others."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _VALID, str(folder / "datapackage.json")],
        capture_output=True,
        text=True,
        check=True,
    )
    valid, tasks, told, errors = json.loads(done.stdout)
    return valid, tasks, [tuple(one) for one in told], errors


@pytest.mark.proof
@pytest.mark.parametrize("name", ["lived", "shipped"])
def test_frictionless_finds_no_fault_in_the_package(name: str, tmp_path: Path) -> None:
    made.write(made.written(name), tmp_path)
    valid, tasks, told, errors = _validated(tmp_path)
    assert (valid, told, errors) == (True, [], [])
    assert tasks == len(made.filled(name))


@pytest.mark.proof
@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (",hyvinvointitieto,", ",ei-ole,", "foreign-key"),
        (",in-progress,", ",meneillään,", "constraint-error"),
        (",2023-05-22,2023-05-22,", ",2023-05-22,22.5.2023,", "type-error"),
        ("hyvinvointitieto", "hyvinvointitiede", "hash-count"),
    ],
)
def test_frictionless_would_find_a_fault(old: str, new: str, fault: str, tmp_path: Path) -> None:
    made.write(made.written("lived"), tmp_path)
    file = tmp_path / "csv/updates.csv"
    raw = file.read_bytes()
    assert old.encode() in raw
    file.write_bytes(raw.replace(old.encode(), new.encode(), 1))
    valid, _tasks, told, _errors = _validated(tmp_path)
    assert not valid
    assert fault in {kind for kind, _message in told}


DUCK: dict[ColumnType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "day": "DATE",
    "moment": "TIMESTAMP WITH TIME ZONE",
    "list": "VARCHAR[]",
    "map": "MAP(VARCHAR, VARCHAR)",
    "counts": "MAP(VARCHAR, BIGINT)",
}


def test_duckdb_reads_every_parquet_file_with_its_types(tmp_path: Path) -> None:
    made.write(made.written("lived"), tmp_path)
    assert set(DUCK) == set(COLUMN_TYPES)
    with duckdb.connect() as duck:
        for name, one in made.filled("lived").items():
            path = tmp_path / "parquet" / f"{name}.parquet"
            types = duck.execute(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
            assert [(row[0], row[1]) for row in types] == [
                (column.name, DUCK[column.type]) for column in one.table.columns
            ]
            (count,) = duck.execute(f"SELECT count(*) FROM '{path}'").fetchone() or (None,)
            assert count == len(one.rows)


def test_duckdb_reads_the_same_texts_from_csv_and_json_lines(tmp_path: Path) -> None:
    made.write(made.written("lived"), tmp_path)
    question = "SELECT id, title, text FROM {} ORDER BY id"
    sources = (
        f"'{tmp_path}/parquet/measures.parquet'",
        f"read_csv('{tmp_path}/csv/measures.csv', all_varchar = true)",
        f"read_json('{tmp_path}/jsonl/measures.jsonl')",
    )
    with duckdb.connect() as duck:
        first, *others = (duck.execute(question.format(one)).fetchall() for one in sources)
    assert len(first) == len(made.asked("lived").kb.measures)
    assert others == [first, first]


def test_a_table_without_rows_has_its_columns_in_csv_and_parquet(tmp_path: Path) -> None:
    made.write(made.written("lived"), tmp_path)
    empty = {name: one.table for name, one in made.filled("lived").items() if not one.rows}
    assert len(empty) > 5
    with duckdb.connect() as duck:
        for name, table in empty.items():
            for form in ("csv", "parquet"):
                found = duck.execute(f"DESCRIBE SELECT * FROM '{tmp_path}/{form}/{name}.{form}'")
                assert tuple(row[0] for row in found.fetchall()) == table.names, (name, form)
            assert (tmp_path / "jsonl" / f"{name}.jsonl").read_bytes() == b""


def test_duckdb_answers_the_question_of_a_day_from_the_files(tmp_path: Path) -> None:
    made.write(made.written("lived"), tmp_path)
    with duckdb.connect() as duck:
        found = duck.execute(
            f"SELECT measure, situation FROM '{tmp_path}/parquet/history.parquet' "
            "WHERE party IS NULL AND since <= DATE '2024-12-31' "
            "AND (until IS NULL OR until >= DATE '2024-12-31') ORDER BY measure"
        ).fetchall()
    with made.database(made.written("lived")["base.sqlite"]) as opened:
        told = made.rows(
            opened,
            "SELECT measure, situation FROM state_on WHERE day = '2024-12-31' ORDER BY measure",
        )
    assert found == [tuple(row.values()) for row in told]
    assert found


def test_duckdb_answers_the_question_of_the_page_that_asks_tables_alone(tmp_path: Path) -> None:
    day = date(2025, 6, 30)
    raw = made.files_of(store.load(LIVED), str(day), "en")
    made.write(raw, tmp_path)
    page = (SHIPPED / "docs/open-data.md").read_text("utf-8")
    told = r"^### Which duties were missed.*?```sql\n(.*?)```"
    (question,) = re.findall(told, page, re.MULTILINE | re.DOTALL)
    with duckdb.connect() as duck:
        for file in (tmp_path / "parquet").iterdir():
            duck.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM '{file}'")
        found = duck.execute(question).fetchall()
    with made.database(made.database_on("lived", day)) as opened:
        assert found == [tuple(row) for row in opened.execute(question)]
    assert found


@pytest.mark.proof
def test_libreoffice_reads_the_csv_as_the_page_says(tmp_path: Path) -> None:
    page = (SHIPPED / "docs/open-data.md").read_text("utf-8")
    told = r"`soffice --headless (--infilter=\S+) --convert-to xlsx measures.csv`"
    (words,) = re.findall(told, page)
    file = tmp_path / "measures.csv"
    file.write_bytes(made.written("lived")["csv/measures.csv"])
    office.start(
        tmp_path / "profile", words, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(file)
    )
    head, *rows = openpyxl.load_workbook(tmp_path / "measures.xlsx").active.values
    places = [head.index(name) for name in ("code", "title", "text")]
    found = sorted(tuple(row[n] for n in places) for row in rows)
    assert found == sorted(
        (one.code, one.title, one.text) for one in made.asked("lived").kb.measures
    )
