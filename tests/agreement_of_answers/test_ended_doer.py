"""Whose a duty is after its doer ended: one answer in every command and in the report."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, Yp

REPORT = "velvoite-tyollisyysraportti"
"""By law of an office that ended on 31 December 2024."""
GROUP = "velvoite-tyollisyysryhma"
"""By the programme, of the same office."""
HEIR = "tyollisyysalue"
DAY = "2025-12-31"


def told(yp: Yp, *arguments: str, cwd: Path = LIVED) -> Any:
    done = yp(*arguments, "--json", cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def standing(yp: Yp, duty: str, year: str, day: str, cwd: Path = LIVED) -> tuple[str, Any, Any]:
    found = told(yp, "obligations", "--year", year, "--as-of", day, cwd=cwd)["standings"]
    (one,) = (s for s in found if s["obligation"] == duty)
    return one["state"], one["reason"], one["successors"]


def in_calendar(yp: Yp, duty: str, year: str, day: str, cwd: Path = LIVED) -> tuple[str, Any]:
    found = told(yp, "calendar", "--year", year, "--as-of", day, cwd=cwd)
    entries = [e for month in found["months"] for e in month["entries"]] + found["any_time"]
    (one,) = (s for e in entries if e["record"] == duty for s in e["standings"])
    return one["state"], one["reason"]


def in_report(yp: Yp, duty: str, year: str, day: str, cwd: Path = LIVED) -> str:
    done = yp("report", "--year", year, "--as-of", day, "--lang", "en", cwd=cwd)
    assert done.code == 0, done.err
    year_of_duties = done.out.split("\n## Obligations and meetings of the year\n")[1]
    chapter = year_of_duties.split("\n## ")[0]
    standing = ""
    for line in chapter.splitlines():
        if line.startswith("### "):
            standing = line.removeprefix("### ").rsplit(" (", 1)[0]
        elif line.startswith(f"- **{duty}"):
            return f"{standing}: {line}"
    raise AssertionError(chapter)


def next_due(yp: Yp, actor: str, day: str, cwd: Path = LIVED) -> list[str]:
    found = told(yp, "owned-by", actor, "--as-of", day, cwd=cwd)["next_due"]
    return list(found["obligations"]) if found else []


def missed(yp: Yp, day: str, cwd: Path = LIVED) -> set[tuple[str, str]]:
    gaps = told(yp, "gaps", "--kind", "missed", "--as-of", day, cwd=cwd)["gaps"]
    return {(gap["id"], gap["period"]) for gap in gaps}


def left_open(yp: Yp, day: str, cwd: Path = LIVED) -> dict[str, list[str]]:
    gaps = told(yp, "gaps", "--kind", "left-open", "--as-of", day, cwd=cwd)["gaps"]
    return {gap["id"]: gap["about"] for gap in gaps}


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_a_duty_by_law_is_nobodys_by_the_data(yp: Yp, year: str) -> None:
    assert standing(yp, REPORT, year, DAY) == ("not-known", "doer-gone", [])
    assert in_calendar(yp, REPORT, year, DAY) == ("not-known", "doer-gone")
    row = in_report(yp, "Työvoimatoimisto raportoi", year, DAY)
    assert row.startswith("Not known whether done: ")
    assert "everybody who was to do it had ended by then, and who has it now is not in" in row
    assert ", ended 2024-12-31, now Tuulikannaksen työllisyysalue" in row
    assert left_open(yp, DAY)[REPORT] == ["tyovoimatoimisto", HEIR]
    assert (REPORT, year) not in missed(yp, DAY)
    assert REPORT not in next_due(yp, HEIR, DAY)


def test_the_card_of_the_successor_says_that_no_law_gives_it_the_duty(yp: Yp) -> None:
    card = told(yp, "owned-by", HEIR, "--as-of", DAY)
    lines = [line for group in card["groups"] for line in group["lines"]]
    bound = {line["id"]: line["binding"] for line in lines if line["id"] in (REPORT, GROUP)}
    assert bound == {REPORT: None, GROUP: "programme"}
    shown = " ".join(yp("owned-by", HEIR, "--as-of", DAY, cwd=LIVED).out.split())
    assert "by law: who has it" in shown
    asked = told(yp, "obligations", "--actor", HEIR, "--binding", "law", "--as-of", DAY)
    assert asked["standings"] == []


def test_what_no_law_binds_is_the_successors_from_the_day_after(yp: Yp) -> None:
    assert standing(yp, GROUP, "2024", "2024-12-31")[1] is None
    assert standing(yp, GROUP, "2025", DAY)[:2] == ("missed", None)
    assert in_calendar(yp, GROUP, "2025", DAY) == ("missed", None)
    row = in_report(yp, "Työllisyysryhmä kokoontuu", "2025", DAY)
    assert row.startswith("Not done: ")
    assert "2 held of 4 needed" in row
    assert (GROUP, "2025") in missed(yp, DAY)
    assert GROUP not in left_open(yp, DAY)
    assert standing(yp, GROUP, "2026", DAY)[0] == "due"
    assert GROUP in next_due(yp, HEIR, DAY)
    assert next_due(yp, "tyovoimatoimisto", DAY) == []


@pytest.fixture
def in_the_middle(tmp_path: Path) -> Path:
    """The region whose office ended on 30 June 2025 instead."""
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    file = root / "data/actors.yaml"
    text = file.read_text("utf-8")
    assert text.count("ended: 2024-12-31") == 1
    file.write_text(text.replace("ended: 2024-12-31", "ended: 2025-06-30"), "utf-8")
    return root


def test_the_period_in_which_it_ended_is_not_missed_and_the_next_is_the_successors(
    yp: Yp, in_the_middle: Path
) -> None:
    root = in_the_middle
    # While it goes on it is due, of the office, then of its successor.
    assert GROUP in next_due(yp, "tyovoimatoimisto", "2025-06-30", root)
    assert GROUP not in next_due(yp, HEIR, "2025-06-30", root)
    assert standing(yp, GROUP, "2025", "2025-07-01", root)[0] == "due"
    assert GROUP in next_due(yp, HEIR, "2025-07-01", root)
    # Over, and too little done: neither of the two can be said to have missed it.
    assert standing(yp, GROUP, "2025", DAY, root) == ("not-known", "passed-on", [HEIR])
    assert in_calendar(yp, GROUP, "2025", DAY, root) == ("not-known", "passed-on")
    said = "its doer ended; Tuulikannaksen työllisyysalue has what is next due"
    shown = yp("obligations", "--year", "2025", "--as-of", DAY, "--csv", cwd=root).out
    assert said in shown
    row = in_report(yp, "Työllisyysryhmä kokoontuu", "2025", DAY, root)
    assert "ended then, and Tuulikannaksen työllisyysalue has what is next due" in row
    assert (GROUP, "2025") not in missed(yp, DAY, root)
    assert GROUP in next_due(yp, HEIR, DAY, root)
    # By law it is nobody's from the day after, also while the period goes on.
    assert standing(yp, REPORT, "2025", "2025-06-30", root)[0] == "due"
    assert standing(yp, REPORT, "2025", "2025-07-01", root)[:2] == ("not-known", "doer-gone")
    assert REPORT not in next_due(yp, HEIR, "2025-07-01", root)
