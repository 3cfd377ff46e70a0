"""What has ended is told alike by every command: a measure that goes on, a party that merged."""

import json
import re
from pathlib import Path

import pytest

from tests.agreement_of_answers.test_before_a_change import CHANGES, record
from tests.agreement_of_answers.test_same_number import change, report, told
from tests.conftest import LIVED, REGION, Yp

ON = ("--as-of", "2023-12-31")
NEW = "A9 Uusi malli"


@pytest.fixture
def continued(region: Path) -> Path:
    """The region in which A9 goes on with J2, whose own last day the data do not say."""
    record(region, CHANGES["a measure is continued"][1:])
    return region


def test_what_continues_a_measure_is_told_wherever_it_stands(yp: Yp, continued: Path) -> None:
    assert told(yp, "who-owns", "J2", *ON, cwd=continued)["continued_by"] == NEW
    assert told(yp, "status", "show", "J2", *ON, cwd=continued)["continued_by"] == NEW
    measures = {m["code"]: m for m in told(yp, "status", *ON, cwd=continued)["measures"]}
    assert measures["J2"]["continued_by"] == NEW
    assert measures["A9"]["continued_by"] is None
    listed = {m["code"]: m for m in told(yp, "list", "measures", *ON, cwd=continued)}
    assert listed["J2"]["continued_by"] == NEW
    for question in (
        ("who-owns", "J2"),
        ("show", "J2"),
        ("status", "show", "J2"),
        ("status",),
        ("list", "measures"),
    ):
        assert NEW in yp(*question, *ON, cwd=continued).out, question
    assert f"continued by {NEW}" in report(yp, "--year", "2023", cwd=continued)
    # Before it began nothing went on.
    early = ("--as-of", "2023-06-30")
    assert told(yp, "who-owns", "J2", *early, cwd=continued)["continued_by"] is None


def test_what_is_continued_owes_no_report_more(yp: Yp, continued: Path) -> None:
    def silent(region: Path) -> set[str]:
        found = told(yp, "gaps", "--as-of", "2024-12-31", cwd=region)["gaps"]
        kinds = ("silent", "no-information", "late")
        return {gap["code"] for gap in found if gap["kind"] in kinds}

    assert "J2" in silent(REGION)
    assert "J2" not in silent(continued)


def test_what_goes_on_elsewhere_is_named_as_printed(yp: Yp, region: Path) -> None:
    printed = "continued_by_printed: ohjelma 2030\nend: 2023-06-30\nresponsible:\n"
    change(region, "measures/tiedon-malli.yaml", "responsible:\n", printed)

    assert "ohjelma 2030" in yp("who-owns", "J2", *ON, cwd=region).out
    assert "ohjelma 2030" in yp("show", "J2", *ON, cwd=region).out
    assert "continued by ohjelma 2030" in report(yp, "--year", "2023", cwd=region)
    before = told(yp, "who-owns", "J2", "--as-of", "2023-06-30", cwd=region)
    assert before["continued_by"] is None


@pytest.fixture
def merged(yp: Yp, region: Path) -> Path:
    """The region in which Koivula reported to its council, and merged into Ålberga in summer."""
    record(region, CHANGES["a party merges into another"])
    done = yp(
        *("event", "add", "report", "Valtuustolle", "--party", "koivula", "--on", "2023-03-01"),
        *("--fulfils", "velvoite-raportti"),
        cwd=region,
    )
    assert done.code == 0, done.err
    return region


def test_what_a_merged_party_did_is_told_by_every_answer(yp: Yp, merged: Path) -> None:
    year = ("--year", "2023")
    rows = [
        standing
        for standing in told(yp, "obligations", *year, *ON, cwd=merged)["standings"]
        if standing["obligation"] == "velvoite-raportti" and standing["party"] == "koivula"
    ]
    assert [(r["state"], r["ended"], r["successor"]) for r in rows] == [
        ("met", "2023-06-30", "alberga")
    ]
    for question in ("obligations", "calendar"):
        said = " ".join(yp(question, *year, *ON, cwd=merged).out.split())  # lines are broken
        assert "ended 2023-06-30, now Ålberga" in said, question
    assert "Koivula (ended 2023-06-30; now Ålberga)" in report(yp, *year, cwd=merged)

    mine = yp("obligations", "--party", "koivula", *year, *ON, cwd=merged)
    assert mine.code == 0
    assert "Koivula: ended 2023-06-30, now Ålberga." in mine.out
    assert "met: 2023-03-01" in mine.out
    after = json.loads(
        yp("obligations", "--party", "koivula", "--year", "2024", *ON, "--json", cwd=merged).out
    )
    assert after["answer"]["standings"] == []


def test_who_has_ended_is_told_before_anything_is_written(yp: Yp, merged: Path) -> None:
    said = yp(
        *("status", "set", "A1", "in-progress", "--party", "koivula", "--on", "2024-02-01"),
        cwd=merged,
    )
    assert said.code == 0
    warned = said.err.index("'Koivula' had ended on 2023-06-30")
    assert said.err.count("had ended on") == 1
    assert warned < said.err.index("its successor is 'alberga'") < said.err.index("saved")


def test_the_list_of_measures_names_who_answers_on_the_day(yp: Yp, region: Path) -> None:
    record(region, CHANGES["a responsibility ends"])
    record(region, CHANGES["a decision appoints"])

    def listed(day: str) -> dict[str, str]:
        found = yp("list", "measures", "--as-of", day, "--csv", cwd=region)
        rows = [line.split(",") for line in found.out.splitlines()]
        return {row[0]: row[3] for row in rows}

    assert "Aluekeskus" in listed("2023-06-30")["A2"]
    assert "Aluekeskus" not in listed("2023-07-01")["A2"]
    assert "Koivula" not in listed("2023-06-30")["J2"]
    assert "Koivula" in listed("2023-07-01")["J2"]
    owners = yp("who-owns", "J2", *ON, cwd=region).out
    assert "Basis" in owners
    basis = told(yp, "who-owns", "J2", *ON, cwd=region)["responsible"][-1]
    assert (basis["label"], basis["decided"]) == ("", "2023-07-01-paatos")
    assert basis["basis"].startswith("decided 2023-07-01")


def test_an_ending_that_is_yet_to_come_is_told_as_that(yp: Yp, region: Path) -> None:
    file = region / "data/bodies/foorumi.yaml"
    file.write_text(file.read_text("utf-8") + "ended: 2024-12-31\n", "utf-8")
    before, after = ("--as-of", "2023-12-31"), ("--as-of", "2025-01-01")
    assert "ended 2024-12-31" not in report(yp, "--year", "2023", *before, cwd=region)
    assert "Hiidenmaan foorumi" in report(yp, "--year", "2023", *before, cwd=region)
    assert "(forum; ended 2024-12-31)" in report(yp, "--year", "2024", *after, cwd=region)
    shown = yp("show", "foorumi", *before, cwd=region).out
    assert re.search(r"On 2023-12-31 +ends 2024-12-31", shown)
    assert re.search(
        r"On 2025-01-01 +ended 2024-12-31", yp("show", "foorumi", *after, cwd=region).out
    )


@pytest.mark.parametrize("day", ["2024-12-31", "2025-12-31"])
def test_the_late_measures_of_a_card_are_those_of_gaps(yp: Yp, day: str) -> None:
    found = []
    for actor in ("tyovoimatoimisto", "tyollisyysalue", "tuulikannas", "joutsensalo"):
        on = ("--as-of", day)
        card = told(yp, "owned-by", actor, *on, cwd=LIVED)["late"]
        gaps = told(yp, "gaps", "--actor", actor, "--kind", "late", *on, cwd=LIVED)["gaps"]
        assert set(card) == {gap["id"] for gap in gaps}, actor
        found += card
    assert "kotoutumispalvelut" in found


def test_a_partner_is_not_late_with_what_it_does_not_answer_for(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tietopohja.yaml"
    partner = "  - actor: koivula\n    role: partner\n    label: Koivula\n"
    text = path.read_text("utf-8").replace("projects:\n", partner + "projects:\n", 1)
    path.write_text(text.rstrip("\n") + "\ndue: 2024-06-30\n", "utf-8")
    for actor, late in (("koivula", set()), ("koordinaattori", {"tietopohja"})):
        on = ("--as-of", "2024-12-31")
        for line in (
            (("--actor", actor), ("--party", actor))
            if actor == "koivula"
            else (("--actor", actor),)
        ):
            gaps = told(yp, "gaps", *line, "--kind", "late", *on, cwd=region)["gaps"]
            assert {gap["id"] for gap in gaps} == late, line
        assert set(told(yp, "owned-by", actor, *on, cwd=region)["late"]) == late
        # That it has a part in it is told all the same.
        listed = told(yp, "list", "measures", "--actor", actor, *on, cwd=region)
        assert "tietopohja" in {measure["id"] for measure in listed}
