"""The bases that the benchmarks measure are good data, always the same, as `yp` writes it."""

from datetime import date, datetime
from pathlib import Path

import pytest

from benchmarks import generate
from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.store import write


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(("kind", "number"), [("lived", 60), ("wide", 20)])
def test_a_base_is_without_error_and_the_same_twice(kind: str, number: int, tmp_path: Path) -> None:
    for name in ("one", "two"):
        generate.KINDS[kind](tmp_path / name, number)
    first = _files(tmp_path / "one")
    assert first == _files(tmp_path / "two")
    loaded = store.load(tmp_path / "one")
    found = opening.diagnostics(loaded, date(2025, 12, 31))
    assert [d for d in found if d.severity is Severity.ERROR] == []
    assert len(loaded.kb.measures) == (number if kind == "wide" else 40)


def test_what_happened_is_written_as_yp_writes_it(tmp_path: Path) -> None:
    generate.KINDS["lived"](tmp_path, 300)
    kb = store.load(tmp_path).kb
    checked = 0
    for record in (*kb.updates, *kb.values, *kb.events):
        keys = write.plain(record)
        if "recorded" not in keys:
            continue
        path = tmp_path / kb.entries[keys.pop("id")].path
        moment = datetime.fromisoformat(keys.pop("recorded"))
        new = write.finished(write.draft(type(record), keys), moment)
        assert (tmp_path / new.path, new.raw) == (path, path.read_bytes())
        checked += 1
    assert checked == 300 + 300 // 8 + 300 // 5
