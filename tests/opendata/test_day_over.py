"""The same data and day give other answers while the day is not over: the export tells which."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.opendata import made
from yhdyspinta_cli.opendata import tables


def test_what_is_due_on_the_day_is_missed_once_it_is_over() -> None:
    asked = made.asked("lived", date(2024, 12, 31))
    then, later = (
        {one.table.name: one.rows for one in tables.of(replace(asked, over=over))}
        for over in (False, True)
    )
    differ = {name for name in then if then[name] != later[name]}
    assert differ == {"exports", "obligation_periods", "missing"}


@pytest.mark.parametrize(("words", "over"), [(("--as-of", "2025-06-30"), True), ((), False)])
def test_an_export_tells_whether_its_day_was_over(
    words: tuple[str, ...], over: bool, yp: Yp, tmp_path: Path
) -> None:
    done = yp("export", str(tmp_path / "a"), *words, cwd=LIVED)
    assert done.code == 0, done.err
    (line,) = (tmp_path / "a/jsonl/exports.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["day_over"] is over
