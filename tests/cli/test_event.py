"""`yp event add` and `yp event list`: recorded as safely as a status update."""

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.vocabulary import EventKind


def files(folder: Path) -> set[Path]:
    return {path for path in (folder / "data").rglob("*") if path.is_file()}


def test_the_kinds_are_those_of_the_data() -> None:
    assert complete.event_kinds("") == list(get_args(EventKind))


def test_an_event_becomes_a_file_and_counts_at_once(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Past midnight in the region, and still the day before in UTC.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1697058000")
    before = files(region)
    result = yp(
        *("event", "add", "meeting", "Syksyn foorumi", "--on", "2023-10-11"),
        *("--body", "foorumi", "--chair", "koivula", "--convener", "hiidenmaa"),
        *("--by", "hiidenmaa", "--decision", "Päätettiin kyselystä", "--decision", "Hyväksyttiin"),
        *("--link", "Muistio=https://hiidenmaa.example/m?a=b", "--note", "Etänä"),
        cwd=region,
    )
    assert result.code == 0, result.err
    assert "yp: it fulfils velvoite-foorumi\n" in result.err
    (new,) = files(region) - before
    assert new.parent == region / "data/events/2023"
    assert result.out.strip() == new.relative_to(region).as_posix()
    assert new.read_text("utf-8") == (
        f"id: {new.stem}\n"
        "type: meeting\n"
        "title: Syksyn foorumi\n"
        "on: 2023-10-11\n"
        "body: foorumi\n"
        "convener: hiidenmaa\n"
        "chair: koivula\n"
        "by: hiidenmaa\n"
        "decisions:\n"
        "  - Päätettiin kyselystä\n"
        "  - Hyväksyttiin\n"
        "links:\n"
        "  - title: Muistio\n"
        "    url: https://hiidenmaa.example/m?a=b\n"
        "note: Etänä\n"
        'recorded: "2023-10-12T00:00:00+03:00"\n'
    )
    assert store.load(region).is_sound
    out = yp("obligations", "--year", "2023", "--as-of", "2024-06-01", cwd=region).out
    assert "met: 2023-04-19," in out
    assert "Next: Ähtälä." in yp("rotation", "foorumi", "--as-of", "2024-06-01", cwd=region).out


def test_what_comes_after_its_period_may_name_it(yp: Yp, region: Path) -> None:
    line = ("event", "add", "meeting", "Foorumi", "--on", "2024-01-10", "--body", "foorumi")
    told = yp(*line, "--dry-run", cwd=region)
    assert "in 2024, and 2023 is over and not met" in told.err
    assert "--period 2023" in told.err
    named = yp(*line, "--period", "2023", cwd=region)
    assert "is over and not met" not in named.err
    assert 'period: "2023"' in (region / named.out.strip()).read_text("utf-8")


def test_the_survey_carries_its_results_and_hand_corrections(yp: Yp, region: Path) -> None:
    result = yp(
        *("event", "add", "survey", "Kompassikysely", "--on", "2023", "--by", "hiidenmaa"),
        *("--link", "https://hiidenmaa.example/kysely", "--fulfils", "velvoite-malli"),
        *("--not-fulfils", "velvoite-foorumi"),
        cwd=region,
    )
    assert result.code == 0, result.err
    assert "yp: it fulfils velvoite-malli\n" in result.err
    text = (region / result.out.strip()).read_text("utf-8")
    assert "on: 2023\n" in text
    assert "fulfils:\n  - velvoite-malli\nnot_fulfils:\n  - velvoite-foorumi\n" in text


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["meeting", "X", "--on", "2023-02-30"], 2, "2023-02-30"),
        (["meeting", "X", "--on", "2098"], 2, "the future is not recorded"),
        (["meeting", "X", "--on", "2023-01-01", "--body", "forumi"], 1, "nothing is called"),
        (["meeting", "X", "--on", "2023-01-01", "--party", "koivla"], 1, "nothing is called"),
        (["meeting", "X", "--on", "2023-01-01", "--link", "javascript:x"], 2, "not a web address"),
        (["meeting", "X", "--on", "2023-01-01", "--void"], 2, "--void needs --corrects"),
        (["meeting", " ", "--on", "2023-01-01"], 2, "title"),
        (["party", "X", "--on", "2023-01-01"], 2, ""),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    yp: Yp, region: Path, arguments: list[str], code: int, message: str
) -> None:
    before = files(region)
    result = yp("event", "add", *arguments, cwd=region)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert files(region) == before


def test_dry_run_shows_the_file_and_writes_nothing(yp: Yp, region: Path) -> None:
    before = files(region)
    result = yp(
        *("event", "add", "decision", "Päätös", "--on", "2023-05", "--body", "foorumi"),
        "--dry-run",
        cwd=region,
    )
    assert result.code == 0
    assert "title: Päätös\non: 2023-05\n" in result.out
    assert "yp: it fulfils no obligation; --fulfils names one\n" in result.err
    assert files(region) == before


@pytest.mark.parametrize("appoints", [("--appoints", "koivula"), ()])
def test_a_decision_on_a_measure_is_not_asked_for_a_duty(
    yp: Yp, region: Path, appoints: tuple[str, ...]
) -> None:
    decided = ("event", "add", "decision", "Vastuu", "--on", "2023-05-09", "--by", "koivula")
    result = yp(*decided, "--measure", "J1", *appoints, "--dry-run", cwd=region)
    assert result.code == 0, result.err
    assert "fulfils" not in result.err
    # Where a duty of the measure could be meant, the writer is still told which to name.
    path = region / "data/obligations.yaml"
    text = path.read_text("utf-8")
    (malli,) = (one for one in text.split("  - id: ") if one.startswith("velvoite-malli\n"))
    duty = "  - id: " + malli.replace("malli", "vastuu", 1).replace("- report", "- decision")
    path.write_text(text + duty.replace("tiedon-malli", "asuminen"), "utf-8")
    asked = yp(*decided, "--measure", "J1", *appoints, "--dry-run", cwd=region)
    assert "it could fulfil velvoite-vastuu, and does not say so" in asked.err


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Testi", "-c", "user.email=testi@example.invalid"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_commit_takes_the_new_file_alone(yp: Yp, region: Path) -> None:
    git(region, "init", "-q")
    git(region, "config", "user.name", "Testi")
    git(region, "config", "user.email", "testi@example.invalid")
    git(region, "add", "data")
    git(region, "commit", "-q", "-m", "Data")
    (region / "other.txt").write_text("x", "utf-8")
    git(region, "add", "other.txt")
    result = yp(
        *("event", "add", "meeting", "Syksyn foorumi", "--on", "2023-10-11", "--body", "foorumi"),
        *("--by", "hiidenmaa", "--commit"),
        cwd=region,
    )
    assert result.code == 0, result.err
    shown = git(region, "show", "--name-only", "--format=%s", "HEAD").split("\n")
    assert shown[0] == "Hiidenmaan foorumi: Syksyn foorumi 2023-10-11"
    assert [line for line in shown[1:] if line] == [result.out.strip()]
    assert git(region, "status", "--porcelain", "--untracked-files=no") == "A  other.txt\n"


def test_a_mistake_is_voided_by_a_new_file(yp: Yp, region: Path) -> None:
    result = yp(
        *("event", "add", "meeting", "Kirjausvirhe", "--on", "2022-10-12", "--by", "hiidenmaa"),
        *("--corrects", "2022-10-12-foorumi-b2c3d4", "--void"),
        cwd=region,
    )
    assert result.code == 0, result.err
    listed = yp("event", "list", "--year", "2022", cwd=region).out
    assert "Kevään foorumi" in listed
    assert "Syksyn foorumi" not in listed
    assert "Kirjausvirhe" not in listed


def test_the_list_tells_what_each_event_fulfils(yp: Yp) -> None:
    result = yp("event", "list", "--body", "foorumi", "--csv")
    lines = result.out.splitlines()
    assert len(lines) == 4
    assert lines[3] == (
        "2023-04-19-foorumi-c3d4e5,2023-04-19,meeting,Kevään foorumi,foorumi,,,hiidenmaa,,,"
        "https://hiidenmaa.example/muistio,velvoite-foorumi,,,,,,,,"
    )


def test_a_kind_of_event_may_be_said_in_finnish(yp: Yp, region: Path) -> None:
    arguments = ("Kokous", "--on", "2024-01-01", "--by", "koivula", "--dry-run")
    assert "type: meeting" in yp("event", "add", "kokous", *arguments, cwd=region).out
    assert "type: decision" in yp("event", "add", "Päätös", *arguments, cwd=region).out
    unknown = yp("event", "add", "juhla", *arguments, cwd=region)
    assert unknown.code == 2
    assert "the kinds: meeting, negotiation" in unknown.err


def test_an_event_is_corrected_once(yp: Yp, region: Path) -> None:
    """As with states and values: who comes second corrects the correction."""
    wrong = "data/events/2023/2023-04-19-foorumi-c3d4e5.yaml"
    arguments = ("meeting", "Foorumi", "--on", "2023-04-20", "--body", "foorumi", "--by", "koivula")
    first = yp("event", "add", *arguments, "--corrects", wrong, cwd=region)
    assert first.code == 0, first.err
    again = yp("event", "add", *arguments, "--corrects", wrong, "--note", "toinen", cwd=region)
    assert again.code == 4
    assert "is corrected already" in again.err
    assert yp("event", "add", *arguments, "--corrects", "x", cwd=region).code == 1


def test_the_list_tells_whom_a_decision_appoints(yp: Yp) -> None:
    on = ("--year", "2024", "--as-of", "2025-12-31")
    text = " ".join(yp("event", "list", *on, cwd=LIVED).out.split())
    assert "J3: appoints" in text
    (told,) = [
        one
        for one in json.loads(yp("event", "list", *on, "--json", cwd=LIVED).out)["answer"]
        if one["appoints"]
    ]
    assert (told["measure"], told["appoints"]) == ("palveluverkko", ["tuulikannas"])
    assert (told["void"], told["not_fulfils"]) == (False, [])
    assert told["recorded"] == "2024-04-17T15:00:00+03:00"
    rows = csv.DictReader(io.StringIO(yp("event", "list", *on, "--csv", cwd=LIVED).out))
    (row,) = [row for row in rows if row["Appoints"]]
    assert (row["Measure"], row["Appoints"], row["Recorded"]) == (
        "palveluverkko",
        "tuulikannas",
        told["recorded"],
    )
    # In which question the measure gets its owner is told alike.
    owners = json.loads(yp("who-owns", "J3", "--json", *on[2:], cwd=LIVED).out)["answer"]
    assert [one["decided"] for one in owners["responsible"]] == [told["id"]]


def test_the_list_tells_how_many_records_it_leaves_out(yp: Yp) -> None:
    on = ("--year", "2024", "--as-of", "2025-12-31")
    shown = " ".join(yp("event", "list", *on, cwd=LIVED).out.split())
    said = "3 further records are not listed: 2 corrected by later ones, 1 that voids another."
    assert said in shown
    listed = json.loads(yp("event", "list", *on, "--json", cwd=LIVED).out)["answer"]
    whole = json.loads(yp("list", "events", *on[2:], "--json", cwd=LIVED).out)["answer"]
    assert len([one for one in whole if one["on"].startswith("2024")]) == len(listed) + 3
    assert "not listed" not in yp("event", "list", "--year", "2026", cwd=LIVED).out


def test_the_list_tells_what_an_event_says_it_does_not_fulfil(yp: Yp, region: Path) -> None:
    obligation = "velvoite-foorumi"
    added = yp(
        *("event", "add", "meeting", "Ylimääräinen foorumi", "--body", "foorumi"),
        *("--on", "2023-04-04", "--not-fulfils", obligation),
        cwd=region,
    )
    assert added.code == 0, added.err
    on = ("--as-of", "2023-12-31")
    events = json.loads(yp("event", "list", *on, "--json", cwd=region).out)["answer"]
    (told,) = [one for one in events if one["title"] == "Ylimääräinen foorumi"]
    assert (told["fulfils"], told["not_fulfils"]) == ([], [obligation])
    assert "not: Foorumi" in " ".join(yp("event", "list", *on, cwd=region).out.split())
