"""What each area must do is counted area by area, wherever it is told."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp

DUTY = "Perhekeskusverkosto kokoontuu jokaisella palvelualueella kaksi kertaa vuodessa"
NORTH, MIDDLE = "Pohjoinen palvelualue", "Keskinen palvelualue"
MISSED = f"{MIDDLE} (1 of 2), {NORTH} (1 of 2)"


def lines(yp: Yp, *arguments: str, root: Path = LIVED) -> list[str]:
    """What is said of the duty, a line each."""
    done = yp(*arguments, "--lang", "en", cwd=root)
    assert done.code == 0, done.err
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", done.out)
    return [line for line in plain.splitlines() if DUTY in line]


def test_the_answer_and_its_table_count_by_area(yp: Yp) -> None:
    asked = ("obligations", "--year", "2024", "--as-of", "2025-12-31")
    answer = json.loads(yp(*asked, "--json", cwd=LIVED).out)["answer"]
    counted = {
        one["area"]: (len(one["events"]), one["needed"])
        for one in answer["standings"]
        if one["title"] == DUTY and one["state"] == "missed"
    }
    assert sorted(counted.values()) == [(1, 2), (1, 2)]
    table = csv.DictReader(io.StringIO(yp(*asked, "--csv", cwd=LIVED).out))
    assert {
        row["Area"]: (row["Recorded"], row["Needed"])
        for row in table
        if row["Obligation"] == DUTY and row["Standing"] == "missed"
    } == {MIDDLE: ("1", "2"), NORTH: ("1", "2")}
    # The columns of a terminal break the words of a cell, not their order.
    told = yp(*asked, "--lang", "en", cwd=LIVED).out
    cells = " ".join(line[58:].strip() for line in told.splitlines())
    assert f"2 missed ({NORTH}: 1 of 2; {MIDDLE}: 1 of 2)" in cells


def test_the_sheet_and_the_report_count_by_area(yp: Yp) -> None:
    (sheet,) = lines(yp, "report", "--party", "tuulikannas", "--year", "2024")
    assert f"missed: {MISSED}" in sheet
    assert "recorded, 2 needed" not in sheet
    assert f"Perhekeskusverkosto: {MIDDLE} 2024-05-21" in sheet
    assert f"Perhekeskusverkosto: {NORTH} 2024-10-22" in sheet
    year = lines(yp, "report", "--year", "2024")
    (told,) = [line for line in year if MISSED in line]
    assert "held of" not in told


@pytest.fixture
def north_met(yp: Yp, tmp_path: Path) -> Path:
    """The lived base in which one of the areas met twice in 2024, too."""
    root = tmp_path / "north"
    shutil.copytree(LIVED, root)
    held = ("event", "add", "meeting", "Perhekeskusverkosto", "--on", "2024-12-03")
    done = yp(*held, "--body", "perhekeskusverkostot", "--area", "pohjoinen", cwd=root)
    assert done.code == 0, done.err
    return root


def test_a_meeting_s_paper_tells_each_area_with_its_own(yp: Yp, north_met: Path) -> None:
    paper = ("report", "--for", "perhekeskusverkostot", "--on", "2025-03-01")
    (row,) = [line for line in lines(yp, *paper) if line.startswith("| ")]
    assert f"missed: {MISSED} ({MIDDLE} 2024-05-21, {NORTH} 2024-10-22)" in row
    (row,) = [line for line in lines(yp, *paper, root=north_met) if line.startswith("| ")]
    assert f"met: {NORTH} 2024-10-22, {NORTH} 2024-12-03;" in row
    assert f"missed: {MIDDLE} (1 of 2) ({MIDDLE} 2024-05-21);" in row


def test_who_has_done_it_is_not_told_short_of_it(yp: Yp, north_met: Path) -> None:
    (sheet,) = lines(yp, "report", "--party", "tuulikannas", "--year", "2024", root=north_met)
    assert f"met: {NORTH} · missed: {MIDDLE} (1 of 2) ·" in sheet
