"""One fact, one answer: commands and the report tell the same of a region that has lived."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, SHIPPED, Yp


def change(region: Path, name: str, before: str, after: str) -> None:
    file = region / "data" / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def told(yp: Yp, *arguments: str, cwd: Path) -> Any:
    done = yp(*arguments, "--json", cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def report(yp: Yp, *arguments: str, cwd: Path, lang: str = "en") -> str:
    done = yp("report", *arguments, "--lang", lang, cwd=cwd)
    assert done.code == 0, done.err
    return done.out


def gap_codes(yp: Yp, kind: str, cwd: Path) -> list[str]:
    gaps = told(yp, "gaps", "--kind", kind, "--as-of", "2023-12-31", cwd=cwd)["gaps"]
    return [gap["code"] or gap["id"] for gap in gaps]


def rule(yp: Yp, code: str, cwd: Path) -> str:
    return yp("validate", "--select", code, "--notes", "--as-of", "2023-12-31", cwd=cwd).out


# A word that names nobody in particular


@pytest.fixture
def everybody(region: Path) -> Path:
    """The region with 'kaikki toimijat' printed of one of the three responsible of A2."""
    change(region, "measures/tietopohja.yaml", "label: Aluekeskus", "label: kaikki toimijat")
    return region


def test_who_is_nobody_in_particular(yp: Yp, everybody: Path) -> None:
    found = rule(yp, "YP303", everybody)
    assert gap_codes(yp, "vague", everybody) == ["A2", "B1"]
    assert "answers for A2" in found
    assert "answers for B1" in found
    owners = told(yp, "who-owns", "A2", "--as-of", "2023-12-31", cwd=everybody)
    vague = {owner["actor"]: owner["vague"] for owner in owners["responsible"]}
    assert vague == {"koordinaattori": False, "keskus": True, "rantahanke": False}
    year = report(yp, "--year", "2023", cwd=everybody)
    assert "Among the responsible of 2 further measures" in year
    named = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", year)
    both = "A2 Yhteinen tietopohja (kaikki toimijat), B1 Yksinäisyyden vähentäminen (Kaikki toim"
    assert f"{both}ijat)." in named
    assert "Aluekeskus (names nobody in particular)" in year
    # A card tells of what may mean its actor, and so does the sheet.
    card = told(yp, "owned-by", "koivula", "--as-of", "2023-12-31", cwd=everybody)
    assert card["names_nobody"] == ["tietopohja", "yksinaisyys"]
    sheet = report(yp, "--year", "2023", "--party", "koivula", cwd=everybody)
    assert "May concern the party, but name nobody in particular: A2" in sheet


def test_what_a_measure_lacks(yp: Yp, region: Path) -> None:
    change(region, "measures/tietopohja.yaml", "    role: lead\n", "")
    file = region / "data/measures/turvasuunnitelmat.yaml"
    forgotten = re.sub(r"(?m)^responsible:\n(?:[ ].*\n)+", "", file.read_text("utf-8"))
    file.write_text(forgotten, "utf-8")
    for kind, code in [
        ("nobody-known", "YP301"),
        ("nobody-forgotten", "YP302"),
        ("vague", "YP303"),
        ("no-lead", "YP304"),
        ("no-indicator", "YP305"),
    ]:
        lines = rule(yp, code, region).splitlines()
        measures = {
            found["code"]: found["id"] for found in told(yp, "list", "measures", cwd=region)
        }
        found = {m for m, key in measures.items() if any(f"/{key}.yaml" in line for line in lines)}
        assert found, kind
        assert set(gap_codes(yp, kind, region)) == found, kind


LACKING = {
    "nobody-known": "YP301",
    "nobody-forgotten": "YP302",
    "vague": "YP303",
    "no-lead": "YP304",
    "no-indicator": "YP305",
}


@pytest.mark.parametrize("day", ["2023-06-30", "2024-04-16", "2024-04-17", "2025-12-31"])
def test_what_a_measure_lacks_on_a_day(yp: Yp, day: str) -> None:
    on = ("--as-of", day)
    measures = {m["id"]: m["code"] for m in told(yp, "list", "measures", *on, cwd=LIVED)}
    for kind, code in LACKING.items():
        lines = yp("validate", "--select", code, "--notes", *on, cwd=LIVED).out
        found = {measures[key] for key in re.findall(r"measures/([\w-]+)\.yaml:.* YP30", lines)}
        gaps = told(yp, "gaps", "--kind", kind, *on, cwd=LIVED)["gaps"]
        assert {gap["code"] for gap in gaps} == found, kind


def test_who_is_appointed_is_not_forgotten(yp: Yp, region: Path) -> None:
    file = region / "data/measures/turvasuunnitelmat.yaml"
    decided = ("event", "add", "decision", "Vastuu", "--on", "2023-09-01", "--body", "foorumi")
    named = ("--measure", "A1", "--appoints", "hiidenmaa")
    assert yp(*decided, *named, cwd=region).code == 0
    forgotten = re.sub(r"(?m)^responsible:\n(?:[ ].*\n)+", "", file.read_text("utf-8"))
    file.write_text(forgotten, "utf-8")
    before = ("validate", "--select", "YP302", "--as-of", "2023-08-31")
    assert "YP302" in yp(*before, cwd=region).out
    assert "YP302" not in rule(yp, "YP302", region)
    assert gap_codes(yp, "nobody-forgotten", region) == []


def test_a_hint_names_the_command_that_records_the_decision(yp: Yp, region: Path) -> None:
    assert "yp event add decision … --measure J1 --appoints …" in rule(yp, "YP301", region)


def test_areas_that_are_not_listed(yp: Yp, region: Path) -> None:
    change(region, "areas.yaml", "complete: true", "complete: false")
    assert rule(yp, "YP404", region).count("YP404") == 2
    assert gap_codes(yp, "areas-not-listed", region) == ["palvelualueet", "keskusalueet"]


# Who ended, who began


def owner(yp: Yp, actor: str, *arguments: str, cwd: Path) -> Any:
    owners = told(yp, "who-owns", "A2", *arguments, cwd=cwd)["responsible"]
    return next(one for one in owners if one["actor"] == actor)


def test_who_ended_with_what_it_is_part_of(yp: Yp, region: Path) -> None:
    change(
        region,
        "actors.yaml",
        "  - id: uusi-keskus",
        "  - id: tiimi\n    type: unit\n    name: Keskuksen tiimi\n    part_of: keskus\n"
        "  - id: uusi-keskus",
    )
    change(region, "measures/tietopohja.yaml", "actor: keskus", "actor: tiimi")
    later = ("--as-of", "2024-06-30")
    team = owner(yp, "tiimi", *later, cwd=region)
    assert (team["ended"], team["successor"]) == ("2023-12-31", "uusi-keskus")
    year = report(yp, "--year", "2024", *later, cwd=region)
    assert "Keskuksen tiimi (Aluekeskus ended 2023-12-31; now Uusi keskus)" in year
    ended = told(yp, "gaps", "--kind", "ended", *later, cwd=region)["gaps"]
    assert ["tiimi", "uusi-keskus"] in [gap["about"] for gap in ended if gap["code"] == "A2"]
    # On the last day it is still there, everywhere.
    last = ("--as-of", "2023-12-31")
    assert owner(yp, "tiimi", *last, cwd=region)["ended"] is None
    assert "Keskuksen tiimi (" not in report(yp, "--year", "2023", *last, cwd=region)


@pytest.mark.parametrize(
    ("name", "before", "after", "line"),
    [
        (
            "bodies/foorumi.yaml",
            "chair:",
            "started: 2023-02\nchair:",
            "| February 2023 | Hiidenmaan foorumi | began |",
        ),
        (
            "bodies/foorumi.yaml",
            "chair:",
            "started: 2023-02-01\nchair:",
            "| 2023-02-01 | Hiidenmaan foorumi | began |",
        ),
        ("projects.yaml", "start: 2022", "start: 2023", "| 2023 | Rantahanke | began |"),
    ],
)
def test_who_began(yp: Yp, region: Path, name: str, before: str, after: str, line: str) -> None:
    assert line not in report(yp, "--year", "2023", cwd=region)
    change(region, name, before, after)
    assert line in report(yp, "--year", "2023", cwd=region)
    # What has not begun by the day is not told, and another year does not tell it.
    assert line not in report(yp, "--year", "2023", "--as-of", "2023-01-31", cwd=region)
    assert line not in report(yp, "--year", "2024", cwd=region)
    who = "foorumi" if "foorumi" in name else "rantahanke"
    assert "begins" in yp("owned-by", who, "--as-of", "2022-12-31", cwd=region).out


# The same option, the same records


def obligations_of(card: Any) -> set[str]:
    return {
        line["id"]
        for group in card["groups"]
        if group["section"] == "obligations"
        for line in group["lines"]
    }


FILTERS = [("--interface", interface) for interface in ("johto", "a", "b")] + [
    ("--goal", str(goal)) for goal in (1, 2)
]


@pytest.mark.parametrize(("option", "value"), FILTERS)
def test_an_option_selects_the_same_obligations(
    yp: Yp, region: Path, option: str, value: str
) -> None:
    on = ("--as-of", "2023-06-01")
    for party in ("hiidenmaa", "koivula", "hiidenmaan-liitto"):
        listed = told(yp, "list", "obligations", option, value, "--party", party, *on, cwd=region)
        due = told(yp, "obligations", option, value, "--party", party, *on, cwd=region)
        by_actor = told(yp, "obligations", option, value, "--actor", party, *on, cwd=region)
        card = told(yp, "owned-by", party, option, value, *on, cwd=region)
        found = {record["id"] for record in listed}
        assert {one["obligation"] for one in due["standings"]} == found
        assert {one["obligation"] for one in by_actor["standings"]} == found
        assert {
            key for key in obligations_of(card) if "seat" not in json.dumps(ways(card, key))
        } == found


def ways(card: Any, key: str) -> list[str]:
    return [
        group["how"]
        for group in card["groups"]
        for line in group["lines"]
        if line["id"] == key and group["section"] == "obligations"
    ]


def test_what_belongs_by_its_measure_is_selected_everywhere(yp: Yp, region: Path) -> None:
    on = ("--as-of", "2023-06-01")
    goal = next(
        m["goal"] for m in told(yp, "list", "measures", cwd=region) if m["id"] == "tiedon-malli"
    )
    for option, value in (("--goal", goal),):
        card = told(yp, "owned-by", "hiidenmaa", option, value, *on, cwd=region)
        assert "velvoite-malli" in obligations_of(card)


def test_of_the_shipped_data_too(yp: Yp) -> None:
    on = ("--as-of", "2024-06-01")
    due = told(yp, "obligations", "--party", "pshva", "--goal", "1", *on, cwd=SHIPPED)
    card = told(yp, "owned-by", "pshva", "--goal", "1", *on, cwd=SHIPPED)
    found = {one["obligation"] for one in due["standings"]}
    assert "velvoite-alueellinen-hyvinvointikertomus" in found
    assert obligations_of(card) >= found


def test_force_selects_the_same_obligations(yp: Yp, region: Path) -> None:
    on = ("--as-of", "2023-06-01")
    for force in ("law", "agreement", "programme"):
        due = told(yp, "obligations", "--binding", force, "--party", "hiidenmaa", *on, cwd=region)
        card = told(yp, "owned-by", "hiidenmaa", "--binding", force, *on, cwd=region)
        held = {key for key in obligations_of(card) if "seat" not in ways(card, key)}
        assert held == {one["obligation"] for one in due["standings"]}


def test_an_actors_events_are_those_of_its_calendar(yp: Yp, region: Path) -> None:
    for actor in ("koivula", "hiidenmaa", "foorumi", "hiidenmaan-liitto"):
        listed = told(yp, "list", "events", "--actor", actor, "--as-of", "2023-12-31", cwd=region)
        year = told(
            yp, "calendar", "--year", "2023", "--actor", actor, "--as-of", "2023-12-31", cwd=region
        )
        in_year = {one["id"] for one in listed if str(one["on"]).startswith("2023")}
        shown = {one["id"] for one in entries(year) if one["kind"] == "event"}
        assert shown == in_year


def entries(year: Any) -> list[Any]:
    found = [entry for month in year["months"] for entry in month["entries"]]
    undated: list[Any] = year["any_time"]
    return found + undated


# The counts


def test_the_counts_of_the_report_are_those_of_status(yp: Yp, region: Path) -> None:
    on = ("--as-of", "2023-12-31")
    status = told(yp, "status", *on, cwd=region)
    year = report(yp, "--year", "2023", *on, cwd=region)
    chapter = year.split("\n## State and changes\n")[1].split("\n## ")[0]
    line = next(line for line in chapter.splitlines() if line.startswith("**Of "))
    total = status["total"]
    words = {
        "completed": "completed",
        "in-progress": "in progress",
        "not-started": "not started",
        "no-information": "without information",
    }
    line = re.sub(r"\b(is|are|and) ", "", line)
    for state, word in words.items():
        if total[state]:
            assert f" {total[state]} {word}" in line
        else:
            assert word not in line
    missing = gap_codes(yp, "nobody-known", region) + gap_codes(yp, "nobody-forgotten", region)
    for code in missing:
        assert f"| {code} " in year


# What is missing, in a region that has been lived in

CLOSE = ("--as-of", "2025-12-31")


WHOSE = [
    (),
    *(("--party", party) for party in ("vaskiharju", "joutsensalo", "tuulikannas")),
    *(("--actor", actor) for actor in ("hallavesi", "joutsensalo", "kunnat", "tuulikannas")),
]


@pytest.mark.parametrize("of_one", WHOSE, ids=" ".join)
def test_what_was_missed(yp: Yp, of_one: tuple[str, ...]) -> None:
    gaps = told(yp, "gaps", "--kind", "missed", *of_one, *CLOSE, cwd=LIVED)
    missed: dict[tuple[str, str], set[str]] = {}
    for year in ("2023", "2024", "2025"):
        found = told(yp, "obligations", "--year", year, *of_one, *CLOSE, cwd=LIVED)
        for one in found["standings"]:
            if one["state"] == "missed":
                whose = one["party"] or one["area"] or ""
                missed.setdefault((one["obligation"], one["period"]["key"]), set()).add(whose)
    assert gaps["counts"]["missed"] == sum(map(len, missed.values()))
    assert {(gap["id"], gap["period"]): set(gap["about"] or [""]) for gap in gaps["gaps"]} == missed


def test_missing_counterparts(yp: Yp) -> None:
    gaps = told(yp, "gaps", "--kind", "counterpart", *CLOSE, cwd=LIVED)
    matrix = told(yp, "counterparts", *CLOSE, cwd=LIVED)
    assert gaps["counts"]["counterpart"] == matrix["holes"]


def test_what_a_successor_would_lose_is_what_it_answers_for(yp: Yp) -> None:
    card = told(yp, "owned-by", "tyollisyysalue", *CLOSE, cwd=LIVED)
    found = told(yp, "what-if", "--remove", "tyollisyysalue", *CLOSE, cwd=LIVED)
    losses = [*found["without"], *found["one_of_several"], *found["narrower"]]
    answers = {
        line["code"]
        for group in card["groups"]
        if group["section"] == "measures" and group["how"] != "seat"
        for line in group["lines"]
    }
    assert {loss["code"] for loss in losses if loss["kind"] == "measure"} == answers
