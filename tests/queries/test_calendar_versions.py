"""A calendar that is taken in again and again: what changed is newer, what left is called off."""

import shutil
import subprocess
from pathlib import Path

import icalendar
import pytest

from tests.conftest import LIVED, Yp
from tests.history.test_committing import git, repository  # noqa: F401
from tests.queries.test_calendar import parsed, take_in
from tests.queries.test_obligations import event

AT = "@hiidenmaan-sopimus.yp"
FORUM, REPORT, MODEL = "velvoite-foorumi-2023", "velvoite-raportti-2023", "velvoite-malli-by"


def written(yp: Yp, root: Path, *more: str, year: int = 2023) -> icalendar.Calendar:
    """The calendar after it was written to the same file once more."""
    line = ("calendar", "--year", str(year), "-o", "a.ics", "--lang", "en", *more)
    assert yp(*line, cwd=root).code == 0
    return parsed((root / "a.ics").read_bytes().decode("utf-8"))


def by_key(found: icalendar.Calendar) -> dict[str, icalendar.Event]:
    events = (one for one in found.walk("VEVENT") if isinstance(one, icalendar.Event))
    return {str(one["uid"]).removesuffix(AT): one for one in events}


def version(one: icalendar.Event) -> int:
    return int(one.decoded("sequence"))


def edit(root: Path, old: str, new: str) -> None:
    path = root / "data" / "obligations.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_duty_that_was_edited_is_newer_and_one_that_was_not_stays_as_it_was(
    yp: Yp, region: Path
) -> None:
    old = by_key(written(yp, region))
    edit(region, "times: 2", "times: 3")
    new = by_key(written(yp, region))
    assert version(new[FORUM]) > version(old[FORUM])
    assert "of 3 recorded" in str(new[FORUM]["summary"])
    assert {key for key in old if old[key] != new[key]} == {FORUM}
    raw = (region / "a.ics").read_bytes()
    written(yp, region)
    assert (region / "a.ics").read_bytes() == raw


def test_a_duty_whose_day_was_moved_moves_also_into_another_year(yp: Yp, region: Path) -> None:
    held = take_in({}, written(yp, region))
    edit(region, "by: 2023", "by: 2024-03-01")
    moved = written(yp, region)
    entry = by_key(moved)[MODEL]
    assert entry.decoded("dtstart").isoformat() == "2024-03-01"
    assert take_in(held, moved).keys() == held.keys()
    assert take_in(held, moved)[f"{MODEL}{AT}"][0] > held[f"{MODEL}{AT}"][0]


def test_what_left_the_data_is_called_off_once_and_comes_back_newer(yp: Yp, region: Path) -> None:
    gone = "2023-05-08-raportti-koivula-d4e5f6"
    path = region / "data" / "events" / "2023" / f"{gone}.yaml"
    kept = path.read_bytes()
    written(yp, region)
    path.unlink()
    first = by_key(written(yp, region))
    assert str(first[gone]["status"]) == "CANCELLED"
    again = by_key(written(yp, region))
    assert again[gone] == first[gone]
    path.write_bytes(kept)
    back = by_key(written(yp, region))
    assert str(back[gone]["status"]) == "CONFIRMED"
    assert version(back[gone]) > version(first[gone])


@pytest.mark.parametrize(
    "other", [("--actor", "koivula"), ("--as-of", "2023-04-20")], ids=lambda other: other[0]
)
def test_another_calendar_in_the_place_of_a_file_calls_nothing_off(
    yp: Yp, region: Path, other: tuple[str, ...]
) -> None:
    written(yp, region)
    found = by_key(written(yp, region, *other))
    assert {str(one["status"]) for one in found.values()} <= {"CONFIRMED", "TENTATIVE"}
    found = by_key(written(yp, region, year=2024))
    assert not any(str(one["status"]) == "CANCELLED" for one in found.values())


def test_a_file_that_is_no_calendar_of_ours_is_simply_written_over(yp: Yp, region: Path) -> None:
    for raw in (b"BEGIN:VCALENDAR\r\n\xff", b"BEGIN:VCALENDAR\nX:1\nEND:VEVENT\n", b"muuta"):
        (region / "a.ics").write_bytes(raw)
        assert by_key(written(yp, region))[FORUM]


def test_with_git_each_commit_of_the_data_makes_the_calendar_newer(
    yp: Yp,
    repository: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whichever file each was written to: the version is that of the data."""

    def made() -> dict[str, icalendar.Event]:
        done = yp(
            *("calendar", "--year", "2023", "--format", "ics", "--lang", "en"), cwd=repository
        )
        return by_key(parsed(done.out))

    def committed(day: str) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        git(repository, "commit", "-q", "--allow-empty", "-a", "-m", "muutos")

    edit(repository, "times: 2", "times: 3")
    committed("2050-01-01")
    first = made()
    assert str(first[FORUM].decoded("last-modified")) == "2050-01-01 12:00:00+00:00"
    # What does not touch the data makes nothing newer.
    committed("2050-01-02")
    assert made() == first
    edit(repository, "times: 3", "times: 4")
    uncommitted = made()
    assert version(uncommitted[FORUM]) > version(first[FORUM])
    committed("2050-01-03")
    second = made()
    assert version(second[FORUM]) > version(uncommitted[FORUM])
    # What was recorded and not committed yet counts beside the commits.
    event(repository, "2023-10-10-syksy-1", on="2023-10-10", body="foorumi", title="Syksy")
    assert version(made()[FORUM]) > version(second[FORUM])


def test_without_git_what_is_made_later_is_newer_whichever_file_it_went_to(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An importer compares SEQUENCE, then DTSTAMP (RFC 5546, 2.1.5)."""

    def made(*more: str) -> dict[str, icalendar.Event]:
        line = ("calendar", "--year", "2023", "--format", "ics", "--lang", "en", *more)
        return by_key(parsed(yp(*line, cwd=region).out))

    first, of_a_day = made(), made("--as-of", "2026-01-01")
    edit(region, "times: 2", "times: 3")
    second = made()
    assert version(second[FORUM]) > version(first[FORUM])
    assert second[FORUM].decoded("dtstamp") >= first[FORUM].decoded("dtstamp")
    # Of a day the clock has no say, nor where the run is told when it is.
    edit(region, "times: 3", "times: 2")
    assert made("--as-of", "2026-01-01") == of_a_day
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    raw = made()
    assert made() == raw
    assert str(raw[FORUM].decoded("dtstamp")) == "2030-03-17 17:46:40+00:00"


def test_what_is_not_committed_grows_newer_with_every_file(
    yp: Yp,
    repository: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-01-01T12:00:00Z")
    git(repository, "commit", "-q", "--amend", "--no-edit")

    def made() -> icalendar.Event:
        line = ("calendar", "--year", "2023", "--format", "ics", "--lang", "en")
        return by_key(parsed(yp(*line, cwd=repository).out))[FORUM]

    edit(repository, "times: 2", "times: 3")
    first = made()
    edit(repository, "times: 3", "times: 4")
    assert version(made()) > version(first)


def test_a_part_of_the_history_gives_no_older_version(
    yp: Yp,
    repository: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    line = ("calendar", "--year", "2023", "--format", "ics", "--lang", "en")
    whole = by_key(parsed(yp(*line, cwd=repository).out))
    part = tmp_path / "osa"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{repository}", str(part)], check=True
    )
    for key, one in by_key(parsed(yp(*line, cwd=part).out)).items():
        assert version(one) >= version(whole[key])


def test_the_calendar_of_a_body_has_what_is_to_be_done_in_it(yp: Yp, region: Path) -> None:
    found = by_key(written(yp, region, "--actor", "foorumi"))
    assert str(found[f"{FORUM}-foorumi"]["summary"]).startswith("Hiidenmaan foorumi: ")
    assert "2023-04-19-foorumi-c3d4e5" in found
    assert not any(key.startswith(REPORT) for key in found)


def test_the_due_day_of_a_measure_is_in_the_calendar_of_who_answers_for_it(
    yp: Yp, tmp_path: Path
) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED / "data", root / "data")
    found = written(yp, root, year=2025)
    assert any("-due@" in str(one["uid"]) for one in found.walk("VEVENT"))
