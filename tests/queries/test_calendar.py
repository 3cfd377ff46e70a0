"""The year as a list and as iCalendar, parsed back strictly."""

import json
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.conftest import LIVED, REGION, SHIPPED, Yp
from tests.queries.test_obligations import event
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import calendar


def parsed(text: str) -> icalendar.Calendar:
    """The calendar of a file, after everything that RFC 5545 asks of one was checked."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.encode("utf-8").split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    found = icalendar.Calendar.from_ical(text)
    assert isinstance(found, icalendar.Calendar)
    assert found.errors == []
    assert str(found["prodid"]) == "-//yhdyspinta//yp//EN"
    assert (str(found["version"]), str(found["method"])) == ("2.0", "PUBLISH")
    assert str(found["x-wr-timezone"]) == "Europe/Helsinki"
    assert found["x-wr-calname"]
    events = found.walk("VEVENT")
    assert len(events) == len(found.subcomponents)
    for one in events:
        assert one.errors == []
        for name in ("uid", "dtstamp", "dtstart", "dtend", "summary", "sequence", "status"):
            assert name in one, name
        for name in ("dtstart", "dtend"):
            assert type(one.decoded(name)) is date
            assert one[name].params["VALUE"] == "DATE"
        assert one.decoded("dtstart") < one.decoded("dtend")
        assert one.decoded("dtstamp").utcoffset() == timedelta(0)
        assert str(one["status"]) in ("CONFIRMED", "TENTATIVE", "CANCELLED")
        if str(one["status"]) == "TENTATIVE":
            assert "tentative" in str(one["summary"])
    uids = [str(one["uid"]) for one in events]
    assert len(set(uids)) == len(uids)
    assert found.to_ical() == text.encode("utf-8")
    return found


OF_A_DAY = ("--as-of", "2031-01-01")
"""What is in no commit is as new as the file; of a day it is what the data tells."""


def ics(yp: Yp, folder: Path, year: int = 2023, *more: str) -> icalendar.Calendar:
    day = () if "--as-of" in more else OF_A_DAY
    asked = ("calendar", "--year", str(year), "--format", "ics", "--lang", "en", *more, *day)
    result = yp(*asked, cwd=folder)
    assert (result.code, result.err) == (0, "")
    return parsed(result.out)


Taken = dict[str, tuple[int, str, str]]


def take_in(held: Taken, new: icalendar.Calendar) -> Taken:
    """What a calendar program holds after an import: by UID, the higher SEQUENCE wins."""
    for one in new.walk("VEVENT"):
        uid, sequence = str(one["uid"]), int(one.decoded("sequence"))
        if uid not in held or held[uid][0] <= sequence:
            held = held | {uid: (sequence, str(one["status"]), str(one["summary"]))}
    return held


def test_the_whole_list(yp: Yp) -> None:
    result = yp("calendar", "--year", "2023", "--as-of", "2023-07-01")
    assert result.code == 0
    assert result.out == LIST


LIST = """\
Calendar 2023 on 2023-07-01
April
Day         Kind     What            Standing or body
-------------------------------------------------------
2023-04-19  meeting  Kevään foorumi  Hiidenmaan foorumi

May
Day         Kind    What                              Standing or body
----------------------------------------------------------------------
2023-05-08  report  Hyvinvointikertomus valtuustolle  Koivula

Any time of the year
Day            Kind        What                        Standing or body
--------------------------------------------------------------------------------
by 2023-12-31  obligation  Foorumi kokoontuu kaksi     due (1 of 2)
                           kertaa vuodessa
by 2023-12-31  obligation  Malli kokeillaan vuonna     due
                           2023
by 2023-12-31  obligation  Kunta raportoi              4 parties: 1 met
                           valtuustolle vuosittain     (Koivula); 3 due
"""


def test_the_whole_file(yp: Yp, region: Path) -> None:
    asked = ("calendar", "--year", "2023", "--format", "ics", "--lang", "en", *OF_A_DAY)
    result = yp(*asked, cwd=region)
    parsed(result.out)
    assert result.out == FILE.replace("\n", "\r\n")


FILE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//yhdyspinta//yp//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Hiidenmaan sopimus 2023
X-WR-TIMEZONE:Europe/Helsinki
X-YP-ASKED:hiidenmaan-sopimus 2023
BEGIN:VEVENT
SUMMARY:Kevään foorumi
DTSTART;VALUE=DATE:20230419
DTEND;VALUE=DATE:20230420
DTSTAMP:20230419T000000Z
UID:2023-04-19-foorumi-c3d4e5@hiidenmaan-sopimus.yp
SEQUENCE:0
CATEGORIES:meeting
DESCRIPTION:meeting\\nBody: Hiidenmaan foorumi\\nConvener: Hiidenmaan hyvinv
 ointialue\\nMuistio: https://hiidenmaa.example/muistio
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:Hyvinvointikertomus valtuustolle
DTSTART;VALUE=DATE:20230508
DTEND;VALUE=DATE:20230509
DTSTAMP:20230508T000000Z
UID:2023-05-08-raportti-koivula-d4e5f6@hiidenmaan-sopimus.yp
SEQUENCE:0
CATEGORIES:report
DESCRIPTION:report\\nParty: Koivula
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:Due (tentative): Foorumi kokoontuu kaksi kertaa vuodessa: 1 of 2 r
 ecorded
DTSTART;VALUE=DATE:20231231
DTEND;VALUE=DATE:20240101
DTSTAMP:20230419T000000Z
UID:velvoite-foorumi-2023@hiidenmaan-sopimus.yp
SEQUENCE:3
CATEGORIES:obligation
DESCRIPTION:obligation\\nAny time from 2023-01-01 to 2023-12-31\\; no day is
  set.\\nWho must do it: Hiidenmaan hyvinvointialue\\nBinding force: agreemen
 t\\nSource: sopimus § 5
STATUS:TENTATIVE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:Due (tentative): Malli kokeillaan vuonna 2023: 1 needed
DTSTART;VALUE=DATE:20231231
DTEND;VALUE=DATE:20240101
DTSTAMP:20220301T000000Z
UID:velvoite-malli-by@hiidenmaan-sopimus.yp
SEQUENCE:0
CATEGORIES:obligation
DESCRIPTION:obligation\\nAny time from 2022-03-01 to 2023-12-31\\; no day is
  set.\\nWho must do it: Hyvinvointipalvelut\\nBinding force: programme\\nSour
 ce: ohjelma 3\\, tavoite 2
STATUS:TENTATIVE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:Due (tentative): Kunta raportoi valtuustolle vuosittain: met by 1 
 of 4 parties
DTSTART;VALUE=DATE:20231231
DTEND;VALUE=DATE:20240101
DTSTAMP:20230508T000000Z
UID:velvoite-raportti-2023@hiidenmaan-sopimus.yp
SEQUENCE:1
CATEGORIES:obligation
DESCRIPTION:obligation\\nAny time from 2023-01-01 to 2023-12-31\\; no day is
  set.\\nWho must do it: kunnat\\nBinding force: law\\nSource: ohjelma 4 a
STATUS:TENTATIVE
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""  # noqa: W291 — a folded line may end in a space


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_every_year_of_the_shipped_data_is_sound(yp: Yp, year: int) -> None:
    found = ics(yp, SHIPPED, year)
    summaries = [str(one["summary"]) for one in found.walk("VEVENT")]
    assert any("Kuntafoorumi kokoontuu kaksi kertaa vuodessa" in text for text in summaries)
    assert not any(one["status"] == "CANCELLED" for one in found.walk("VEVENT"))


def test_the_same_data_gives_the_same_bytes_on_every_day(yp: Yp, region: Path) -> None:
    line = ("calendar", "--year", "2023", "-o", "a.ics", "--lang", "en", *OF_A_DAY)
    first = yp(*line, cwd=region)
    assert (first.code, first.out) == (0, "")
    # Neither the states of today nor the clock is in the file.
    later = yp(
        "calendar",
        "--year",
        "2023",
        "--as-of",
        "2099-01-01",
        "-o",
        "b.ics",
        "--lang",
        "en",
        cwd=region,
    )
    assert later.code == 0
    assert (region / "a.ics").read_bytes() == (region / "b.ics").read_bytes()
    parsed((region / "a.ics").read_bytes().decode("utf-8"))


def test_taking_it_in_twice_doubles_nothing(yp: Yp, region: Path) -> None:
    once = take_in({}, ics(yp, region))
    assert take_in(once, ics(yp, region)) == once
    # A second forum: the duty is met, and its own entry says so under the same UID.
    event(region, "2023-10-10-syksy-1", on="2023-10-10", body="foorumi", title="Syksy")
    twice = take_in(once, ics(yp, region))
    assert len(twice) == len(once) + 1
    duty = "velvoite-foorumi-2023@hiidenmaan-sopimus.yp"
    assert once[duty][1:] == (
        "TENTATIVE",
        "Due (tentative): Foorumi kokoontuu kaksi kertaa vuodessa: 1 of 2 recorded",
    )
    assert twice[duty][1:] == (
        "CONFIRMED",
        "Foorumi kokoontuu kaksi kertaa vuodessa: 2 of 2 recorded",
    )
    assert twice[duty][0] > once[duty][0]


def test_a_correction_updates_and_a_mistake_is_called_off(yp: Yp, region: Path) -> None:
    held = take_in({}, ics(yp, region))
    first = "2023-04-19-foorumi-c3d4e5"
    event(region, "2023-04-20-b-1", on="2023-04-20", body="foorumi", title="Siirto", corrects=first)
    new = ics(yp, region)
    held2 = take_in(held, new)
    assert held2.keys() == held.keys()
    uid = f"{first}@hiidenmaan-sopimus.yp"
    assert held2[uid] == (1, "CONFIRMED", "Siirto")
    moved = next(one for one in new.walk("VEVENT") if str(one["uid"]) == uid)
    assert moved.decoded("dtstart") == date(2023, 4, 20)
    # The record of the mistake carries a later year; the entry is called off where it stood.
    event(region, "2024-01-01-c-1", on="2024-01-01", corrects="2023-04-20-b-1", void=True)
    held3 = take_in(held2, ics(yp, region))
    assert held3.keys() == held.keys()
    assert held3[uid][:2] == (2, "CANCELLED")
    assert "Siirto" not in yp("calendar", "--year", "2023", cwd=region).out


def test_a_correction_that_names_another_obligation_updates_the_first(yp: Yp, region: Path) -> None:
    """No kind of event of the corrected record could fulfil it; it was named, and is no more."""
    malli = "velvoite-malli-by@hiidenmaan-sopimus.yp"
    event(region, "2023-03-01-a-1", on="2023-03-01", type="survey", fulfils=["velvoite-malli"])
    held = take_in({}, ics(yp, region))
    assert held[malli][:2] == (1, "CONFIRMED")
    keys = {"on": "2023-03-01", "type": "survey", "fulfils": ["velvoite-foorumi"]}
    event(region, "2023-03-01-b-1", **keys, corrects="2023-03-01-a-1")
    assert take_in(held, ics(yp, region))[malli][:2] == (2, "TENTATIVE")


def test_an_event_known_to_the_month_is_tentative(yp: Yp, region: Path) -> None:
    event(region, "2023-11-a-1", on="2023-11", body="foorumi", title="Talvi", note="Rivi\nToinen")
    found = ics(yp, region)
    one = next(one for one in found.walk("VEVENT") if "Talvi" in str(one["summary"]))
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2023, 11, 1), date(2023, 12, 1))
    assert str(one["summary"]) == "Talvi (tentative: November 2023, the day is not known)"
    assert str(one["description"]).endswith("Rivi\nToinen")


def test_hostile_text_stays_text(yp: Yp, region: Path) -> None:
    title = "A;B,C\\D: END:VEVENT Ä" + "ö" * 80
    event(region, "2023-11-11-a-1", on="2023-11-11", title=title, note="a\nEND:VCALENDAR\nb")
    found = ics(yp, region)
    assert title in [str(one["summary"]) for one in found.walk("VEVENT")]


def test_actor_leaves_what_concerns_the_actor(yp: Yp) -> None:
    titles = [
        str(one["summary"]) for one in ics(yp, REGION, 2023, "--actor", "koivula").walk("VEVENT")
    ]
    assert "Kevään foorumi" in titles  # Koivula sits in the forum
    assert "Hyvinvointikertomus valtuustolle" in titles
    assert not any("Malli kokeillaan" in title for title in titles)
    unit = ics(yp, REGION, 2023, "--actor", "hyvinvointipalvelut")
    assert any("Malli kokeillaan" in str(one["summary"]) for one in unit.walk("VEVENT"))
    assert str(unit["x-wr-calname"]) == "Hiidenmaan sopimus 2023: Hyvinvointipalvelut"


def test_the_calendars_of_several_parties_go_into_one(yp: Yp) -> None:
    parties = ("hallavesi", "joutsensalo", "kaislaranta", "tuulikannas")
    told: dict[tuple[str, int], str] = {}
    for whose in ((), *(("--party", party) for party in parties), ("--actor", "kuikkajarvi")):
        for one in ics(yp, LIVED, 2024, *whose).walk("VEVENT"):
            key = str(one["uid"]), int(one.decoded("sequence"))
            said = f"{one['status']} {one['summary']}"
            assert told.setdefault(key, said) == said
    # A duty of each: done by one, not by another, and by a part of all.
    reports = {
        key: said for (key, _), said in told.items() if key.startswith("velvoite-kunnan-hyv")
    }
    assert len(reports) == 5
    assert any(said.startswith("CONFIRMED Hallavesi: ") for said in reports.values())
    assert any(said.startswith("TENTATIVE Joutsensalo: ") for said in reports.values())


def test_borders_stand_on_their_days() -> None:
    found = calendar.year(store.load(REGION).kb, 2025, date(2025, 1, 1))
    borders = {(e.kind, e.start) for e in found.entries if e.kind not in ("due", "event")}
    assert borders == {
        ("term-end", date(2025, 5, 31)),
        ("term-start", date(2025, 6, 1)),
        ("agreement-end", date(2025, 6, 30)),
    }


def test_a_year_has_twelve_months_and_yearly_duties_any_time() -> None:
    found = calendar.year(store.load(SHIPPED).kb, 2025, date(2025, 1, 1))
    assert [month.number for month in found.months] == list(range(1, 13))
    assert "velvoite-kuntafoorumi-2025" in [entry.key for entry in found.any_time]
    january = [entry.record.id for entry in found.months[0].entries]
    assert january == ["tapahtuma-kotoutumislaki-voimaan"]


def test_only_a_year_is_no_place_in_a_month(yp: Yp) -> None:
    out = yp("calendar", "--year", "2022", "--as-of", "2024-01-01", "--json").out
    answer = json.loads(out)["answer"]
    entries = [entry for month in answer["months"] for entry in month["entries"]]
    assert "ajankohta-rantahanke" not in [e["id"] for e in (*entries, *answer["any_time"])]
    march = answer["months"][2]["entries"]
    assert [(e["kind"], e["start"]) for e in march] == [("agreement-start", "2022-03-01")]


def test_a_file_that_cannot_be_written(yp: Yp, region: Path) -> None:
    result = yp("calendar", "-o", "no/such/folder/a.ics", cwd=region)
    assert result.code == 3
    assert "cannot be written" in result.err


def test_a_form_for_machines_and_a_format_at_once(yp: Yp) -> None:
    assert yp("calendar", "--format", "ics", "--json").code == 2


def test_a_calendar_file_speaks_the_language_of_its_data(yp_process: Yp) -> None:
    """The same bytes whoever makes it; only --lang asks for another language."""
    asked = ("calendar", "--year", "2023", "--format", "ics")
    finnish = yp_process(*asked, LC_ALL="C.UTF-8").out
    assert finnish == yp_process(*asked, LC_ALL="fi_FI.UTF-8", YP_LANG="en").out
    assert "Velvoittavuus" in finnish
    assert "Binding force" in yp_process(*asked, "--lang", "en").out
    assert yp_process("--lang", "en", *asked).out == yp_process(*asked, "--lang", "en").out


def test_a_measure_that_is_late_is_told_in_every_form_of_the_year(yp: Yp) -> None:
    line = ("calendar", "--year", "2025", "--as-of")
    assert "in progress, late" in yp(*line, "2025-12-31", cwd=LIVED).out
    assert "in progress, late" in yp(*line, "2025-12-31", "--csv", cwd=LIVED).out
    for day, is_late in (("2025-06-30", False), ("2025-12-31", True)):
        told = json.loads(yp(*line, day, "--json", cwd=LIVED).out)["answer"]
        found = [e for month in told["months"] for e in month["entries"]]
        assert next(e["late"] for e in found if e["id"].endswith("suunnitelmat-due")) is is_late
    done = yp("report", "--year", "2025", "--as-of", "2025-12-31", "--lang", "en", cwd=LIVED)
    other = done.out.split("### Other days of the year\n")[1].split("\n## ")[0].splitlines()
    assert "- 2025-06-30 Due: A1 Kuntien hyvinvointisuunnitelmat, late" in other


def test_a_measure_s_due_day_says_what_is_recorded_of_it_on_any_day(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tietopohja.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\ndue: 2024-06-30\n", "utf-8")

    def entry() -> tuple[int, str, str, str]:
        line = ("calendar", "--year", "2024", "--format", "ics", "--lang", "en", *OF_A_DAY)
        out = yp(*line, cwd=region).out
        (one,) = (
            one
            for one in icalendar.Calendar.from_ical(out).walk("VEVENT")
            if str(one["uid"]).startswith("tietopohja-due@")
        )
        summary, told = str(one["summary"]), str(one["description"]).splitlines()[1]
        return int(one.decoded("sequence")), summary, told, out

    sequence, summary, told, out = entry()
    assert summary.endswith(" (not recorded as completed)")
    assert told == "No state of the measure as a whole is recorded."
    # What is told does not depend on the day.
    asked = ("calendar", "--year", "2024", "--format", "ics", "--lang", "en")
    assert yp(*asked, "--as-of", "2041-01-01", cwd=region).out == out
    record = ("status", "set", "A2", "in-progress", "--on", "2024-05-02", "--by", "hiidenmaa")
    assert yp(*record, cwd=region).code == 0
    (first,) = (region / "data/updates/2024").glob("*-tietopohja*.yaml")
    correct = ("status", "correct", first.stem, "completed", "--by", "hiidenmaa")
    for line in ((), correct):
        assert not line or yp(*line, cwd=region).code == 0
        newer, summary, told, _out = entry()
        # A correction takes the place of a report, and a calendar must still take it in.
        assert newer > sequence
        sequence = newer
    assert summary.endswith(" (recorded: completed)")
    assert told == "Latest recorded state: completed, 2024-05-02."


def test_a_measure_that_has_ended_was_due_on_its_day(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tietopohja.yaml"
    text = path.read_text("utf-8").rstrip("\n") + "\ndue: 2024-06-30\nend: {end}\n"
    for end, is_there in (("2024-12-31", True), ("2024-05-31", False)):
        path.write_text(text.format(end=end), "utf-8")
        for more in (("--as-of", "2024-01-31"), ("--as-of", "2025-12-31"), ("--format", "ics")):
            out = yp("calendar", "--year", "2024", *more, "--lang", "en", cwd=region).out
            assert ("measure due" in out) is is_there, (end, more)
