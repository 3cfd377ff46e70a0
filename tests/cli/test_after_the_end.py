"""What is recorded of a day on which who speaks, or the agreement itself, was not there."""

import json
from pathlib import Path

import pytest

from tests.conftest import Yp


@pytest.mark.parametrize(
    ("by", "on", "told"), [("keskus", "2024-03-01", "ended"), ("uusi-keskus", "2023-11-01", "beg")]
)
def test_a_report_in_the_name_of_somebody_who_is_not_there_is_told(
    yp: Yp, region: Path, by: str, on: str, told: str
) -> None:
    done = yp("status", "set", "A2", "in-progress", "--by", by, "--on", on, cwd=region)
    assert done.code == 0, done.err
    # Whoever writes is told, and so is whoever checks.
    assert told in done.err
    name = next((region / "data" / "updates" / on[:4]).glob("*tietopohja*")).name
    checked = yp("validate", "--strict", "--output-format", "concise", cwd=region)
    assert checked.code == 1
    warned = [line for line in checked.out.splitlines() if name in line and "YP616" in line]
    assert len(warned) == 1
    assert told in warned[0]


def test_who_was_there_on_the_day_is_not_warned_of(yp: Yp, region: Path) -> None:
    for by, on in (("keskus", "2023-12-31"), ("uusi-keskus", "2024-01-01")):
        done = yp("status", "set", "A2", "in-progress", "--by", by, "--on", on, cwd=region)
        assert done.code == 0, done.err
    assert "YP616" not in yp("validate", "--notes", cwd=region).out


def test_a_meeting_after_the_agreement_fulfils_nothing_anywhere(yp: Yp, region: Path) -> None:
    meeting = ("event", "add", "meeting", "Foorumi", "--body", "foorumi", "--by", "hiidenmaa")
    inside = yp(*meeting, "--on", "2025-06-30", cwd=region)
    assert "it fulfils velvoite-foorumi" in inside.err
    after = yp(*meeting, "--on", "2025-10-01", cwd=region)
    assert after.code == 0, after.err
    # What to name it for is no question: it is of the body, and its day is outside.
    assert "it fulfils" not in after.err
    assert "does not count for 'velvoite-foorumi': its day lies in none of" in after.err
    named = yp(*meeting, "--on", "2025-10-02", "--fulfils", "velvoite-foorumi", cwd=region)
    assert "it fulfils" not in named.err
    assert "does not count for 'velvoite-foorumi': its day lies in none of" in named.err
    on = ("--as-of", "2025-12-31", "--json")
    listed = json.loads(yp("event", "list", "--year", "2025", *on, cwd=region).out)["answer"]
    assert {event["on"]: event["fulfils"] for event in listed} == {
        "2025-06-30": ["velvoite-foorumi"],
        "2025-10-01": [],
        "2025-10-02": [],
    }
    due = json.loads(yp("obligations", "--year", "2025", *on, cwd=region).out)["answer"]
    counted = [e["on"] for s in due["standings"] for e in s["events"]]
    assert counted == ["2025-06-30"]
