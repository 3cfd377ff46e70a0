"""Without the extra `office` a round says how to get it, and writes nothing."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Yp
from tests.rounds.conftest import PARTY


def test_asking_says_how_to_get_what_writes_workbooks(
    yp: Yp, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    path = tmp_path / "a.xlsx"
    done = yp("round", "ask", "--party", PARTY, "--year", "2025", "-o", str(path), cwd=base)
    assert done.code == 3
    assert "XlsxWriter, which is not installed" in done.err
    assert "[office]" in done.err
    assert not path.exists()
    assert not [*base.glob("data/rounds/**/*.yaml")]


def test_collecting_says_how_to_get_what_reads_them(
    yp: Yp, base: Path, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "defusedxml"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    done = yp("round", "collect", str(workbook), cwd=base)
    assert done.code == 3
    assert "defusedxml" in done.err
    assert "[office]" in done.err
