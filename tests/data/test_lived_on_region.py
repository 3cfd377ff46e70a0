"""The sequel of the lived-in region: sound, recorded as its script says, told as it happened."""

import csv
import json
import re
import shutil
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.conftest import Yp
from tests.lived import record as lived
from tests.lived_on import record
from yhdyspinta_cli import store

ON = record.HERE

MEANT = {
    # In the name of one that had merged, or left: of itself, by itself, on what it answers for.
    ("YP611", "updates/2026/2026-02-16-harrastaminen-kaislaranta"),
    ("YP611", "updates/2026/2026-09-14-harrastaminen-joutsensalo"),
    ("YP616", "updates/2026/2026-02-16-harrastaminen-kaislaranta"),
    ("YP616", "updates/2026/2026-09-14-harrastaminen-joutsensalo"),
    ("YP616", "events/2026/2026-10-19-hyvinvointiraportti-2026-joutsensalo"),
    ("YP620", "events/2026/2026-10-19-hyvinvointiraportti-2026-joutsensalo"),
    # Without evidence.
    ("YP609", "updates/2026/2026-09-14-harrastaminen-joutsensalo"),
    # Counts that the parties have not told.
    ("YP618", "values/2026/2026-08-24-mittari-d1"),
    ("YP618", "values/2026/2026-10-12-mittari-a1"),
    # Completed as a whole, and not at a party that goes on.
    ("YP624", "updates/2026/2026-09-21-koulupoissaolot"),
    ("YP624", "updates/2026/2026-10-12-hyvinvointisuunnitelmat"),
}
"""Findings on what the sequel recorded that are there to be told."""


def _files(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "data").rglob("*.yaml"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_it_is_valid_and_the_warnings_are_those_that_are_meant(yp: Yp) -> None:
    done = yp("validate", "--as-of", "2026-11-26", cwd=ON)
    assert done.code == 0, done.out
    found = re.findall(
        r"^data/(\w+/2026/\S+?)-[0-9a-f]{8}\.yaml:\S+ warning (YP\d+)", done.out, re.MULTILINE
    )
    assert {(code, place) for place, code in found} == MEANT
    assert "'Joutsensalo' had left the agreement on 2026-06-30" in done.out


def test_it_is_the_lived_in_region_with_its_changes_and_what_was_recorded(tmp_path: Path) -> None:
    shutil.copytree(lived.HERE / "data", tmp_path / "data")
    record.apply(tmp_path)
    written, committed = _files(tmp_path), _files(ON)
    later = {name for name in committed if re.search(r"/2026/2026-", name)}
    assert len(later) == 81
    assert written == {name: raw for name, raw in committed.items() if name not in later}


def test_a_report_recorded_anew_is_the_committed_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "TOLD", {"vaskiharju": record.TOLD["vaskiharju"]})
    monkeypatch.setattr(record, "REPORTS", record.REPORTS[3:4])
    monkeypatch.setattr(record, "VALUES", record.VALUES[-1:])
    monkeypatch.setattr(record, "EVENTS", record.EVENTS[3:4])
    record.renew(tmp_path)
    again, committed = _files(tmp_path), _files(ON)
    assert len([name for name in again if "/2026/2026-" in name]) == 4
    assert again.items() <= committed.items()


@pytest.mark.proof
def test_the_whole_of_it_recorded_anew_is_the_committed_bytes(tmp_path: Path) -> None:
    record.renew(tmp_path)
    assert _files(tmp_path) == _files(ON)


def test_what_was_known_by_a_day_is_sound(tmp_path: Path) -> None:
    record.known_by(date(2026, 2, 28), tmp_path)
    loaded = store.load(tmp_path)
    assert loaded.faults == ()
    parties = {party.id for party in loaded.kb.parties}
    assert "rantaniemi" in parties
    assert "kivikallio" not in parties
    assert max(event.on.last for event in loaded.kb.events) == date(2026, 2, 23)


def test_its_calendar_is_read_back(yp: Yp) -> None:
    done = yp("calendar", "--year", "2026", "--format", "ics", "--as-of", "2026-11-26", cwd=ON)
    assert done.code == 0, done.err
    found = icalendar.Calendar.from_ical(done.out)
    assert isinstance(found, icalendar.Calendar)
    entries = [(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in found.walk("VEVENT")]
    days = {title: day for title, day in entries if "muistion" in title}
    assert len({one["UID"] for one in found.walk("VEVENT")}) == len(entries)
    assert {day for title, day in entries if "muistion" in title} == {
        date(2026, 5, 7),
        date(2026, 11, 5),
    }, days
    assert date(2026, 4, 30) in {day for title, day in entries if "huhtikuun" in title}
    quarters = sorted(day for title, day in entries if "neljännesvuosittain" in title)
    assert quarters == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]
    halves = sorted(day for title, day in entries if "puolivuosittain" in title)
    assert halves == [date(2026, 6, 30), date(2026, 12, 31)]
    assert {str(one["SUMMARY"]) for one in found.walk("VEVENT")} >= {"Syksyn foorumi"}


@pytest.mark.parametrize("day", ["2025-12-31", "2026-01-01", "2026-07-01", "2026-12-31"])
def test_who_owns_names_the_same_parties_in_every_form_and_part_of_it(yp: Yp, day: str) -> None:
    """Behind the collective, on the ways to it, in the tables: those of the day."""
    asked = ("who-owns", "J4", "--as-of", day)
    listed = re.search(r"^sopimusosapuolet \(\d+\)\n(.+?)\n\n", yp(*asked, cwd=ON).out, re.M | re.S)
    assert listed is not None
    members = set(re.split(r",? and |, ", " ".join(listed[1].split())))
    ways = re.findall(r"^  - (.+?) – ", yp(*asked, "--why", cwd=ON).out.partition("Why")[2], re.M)
    owner = json.loads(yp(*asked, "--json", cwd=ON).out)["answer"]["responsible"][0]
    behind = [one["id"] for one in owner["parties"]]
    rows = list(csv.DictReader(yp(*asked, "--csv", cwd=ON).out.splitlines()))
    assert sorted(ways) == sorted(members)
    assert behind == [one["actor"] for one in owner["members"]]
    assert [row["Party id"] for row in rows] == [row["Member id"] for row in rows] == behind
    assert ("rantaniemi" in behind, "kaislaranta" in behind) == (day > "2026", day < "2026")
