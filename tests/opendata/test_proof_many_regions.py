"""Twenty-one regions export, and one query of an engine that exists reads them together."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.conftest import SHIPPED, Yp
from tests.opendata import regions

pytestmark = pytest.mark.proof

_PAGE = (SHIPPED / "docs/open-data.md").read_text("utf-8").partition("## Many regions")[2]


def test_one_query_finds_which_counties_have_no_owner(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = regions.grow(tmp_path / "regions")
    assert len({finding for *_more, finding in expected}) == 3
    assert 0 < len(expected) < regions.NUMBER
    exports = tmp_path / "exports"
    for base in sorted((tmp_path / "regions").iterdir()):
        done = yp("export", str(exports / base.name), "--as-of", "2024-12-31", cwd=base)
        assert done.code == 0, (base, done.err)
    monkeypatch.chdir(exports)
    (question,) = re.findall(r"```sql\n(.*?)```", _PAGE, re.DOTALL)
    (same,) = re.findall(r"`(SELECT DISTINCT as_of, format FROM\s+read_parquet.*?)`", _PAGE)
    with duckdb.connect() as duck:
        assert duck.execute(question).fetchall() == expected
        assert len(duck.execute(same).fetchall()) == 1
        for file in (exports / "maakunta-01/parquet").iterdir():
            union = f"read_parquet('*/parquet/{file.name}', union_by_name = true)"
            duck.execute(f"SELECT count(*), count(DISTINCT base) FROM {union}").fetchall()
        (bases,) = duck.execute(
            "SELECT count(DISTINCT base) FROM read_parquet('*/parquet/agreements.parquet')"
        ).fetchone() or (0,)
        assert bases == regions.NUMBER
