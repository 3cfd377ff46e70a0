"""Whatever `validate` accepts is exported whole: keys hold, and each form is read back the same."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import LIVED, REGION
from tests.opendata import made, reading
from tests.project import any_data
from yhdyspinta_cli import store
from yhdyspinta_cli.model import telling
from yhdyspinta_cli.opendata import ExportAsked, parquet_form, sqlite_form, tables, text_forms

pytestmark = pytest.mark.proof

READ = {base: any_data.read(base / "data") for base in (REGION, LIVED)}


@pytest.mark.parametrize(
    ("base", "steps", "at_once"), [(None, 40, 1), (REGION, 12, 1), (LIVED, 2, 6)]
)
@settings(
    max_examples=3,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 2**32 - 1))
def test_any_data_is_exported_whole(
    base: Path | None, steps: int, at_once: int, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    on = any_data.day(chance)
    begun = READ[base] if base is not None else any_data.smallest(chance, on)
    files = any_data.grown(begun, chance, on, steps=steps, at_once=at_once)
    root = tmp_path / str(seed)
    for name, raw in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    loaded = store.load(root)
    asked = ExportAsked(loaded.kb, on, chance.random() < 0.5, loaded.digest)
    found = tables.of(asked)
    with made.database(sqlite_form.database(loaded.kb, found, tables.FORMAT)) as opened:
        assert made.rows(opened, "PRAGMA foreign_key_check") == []
        for one in found:
            rows = list(one.rows)
            assert reading.of_sqlite(one.table, opened) == rows
            assert reading.of_csv(one.table, text_forms.csv_bytes(one)) == rows
            assert reading.of_jsonl(one.table, text_forms.jsonl_bytes(one)) == rows
            assert reading.of_parquet(one.table, parquet_form.parquet_bytes(one)) == rows
        for view in ("who_owns", "owned_by", "state_on", "gaps"):
            made.rows(opened, f"SELECT * FROM {view}")
    cells = {text for one in found for text in made.texts(one)}
    for entry in loaded.kb.entries.values():
        assert {text for _route, text in telling.texts(entry.record)} <= cells
