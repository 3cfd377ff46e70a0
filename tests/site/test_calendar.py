"""The calendar page has what `yp calendar` has, and so have the files that programs take in."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.conftest import LIVED, LIVED_ON, Yp
from tests.report.pages import parsed, text_of
from tests.site.written import DAY, links, made, main_of, rows, tree

YEARS = ("2025", "2026")


def entries(yp: Yp, year: str, *words: str) -> list[dict[str, Any]]:
    line = ("calendar", "--year", year, "--as-of", DAY, "--json", *words)
    told = json.loads(yp(*line, cwd=LIVED).out)["answer"]
    return [*(one for month in told["months"] for one in month["entries"]), *told["any_time"]]


def events(raw: bytes) -> list[icalendar.Event]:
    found = icalendar.Calendar.from_ical(raw)
    assert isinstance(found, icalendar.Calendar)
    return [one for one in found.walk("VEVENT") if isinstance(one, icalendar.Event)]


def test_the_page_has_both_years_by_month(lived_site: Path, yp: Yp) -> None:
    found = [one for year in YEARS for one in entries(yp, year)]
    assert len(found) > 40
    assert [row[2] for row in rows(lived_site, "calendar.html")] == [one["title"] for one in found]
    months = [one.get("id") for one in main_of(lived_site, "calendar.html").iter("h3")]
    assert {"month-2025-01", "month-2025-12"} <= set(months)


def test_a_measure_that_has_not_begun_is_told_by_its_title() -> None:
    """It has no page yet: its code alone stood there, which says nothing to a reader."""
    pages = made(LIVED_ON, date(2026, 3, 1))
    for path in ("calendar.html", "lists/due-2027.html"):
        cells = [text_of(cell) for cell in parsed(pages[path].decode()).iter("td")]
        assert "3.7 Helteisiin varautuminen" in cells, path


def test_the_calendar_of_all_has_each_entry_once(lived_site: Path, yp: Yp) -> None:
    wanted = {one["id"] for year in YEARS for one in entries(yp, year)}
    uids = [str(one["uid"]) for one in events((lived_site / "calendar/all.ics").read_bytes())]
    assert {uid.rpartition("@")[0] for uid in uids} == wanted
    assert len(uids) == len(wanted)


@pytest.mark.parametrize(
    ("file", "option", "key"),
    [
        ("party-hallavesi", "--party", "hallavesi"),
        ("body-yhteistyofoorumi", "--actor", "yhteistyofoorumi"),
    ],
)
def test_each_party_and_body_has_its_own(
    lived_site: Path, yp: Yp, file: str, option: str, key: str
) -> None:
    wanted = [one for year in YEARS for one in entries(yp, year, option, key)]
    assert any(one["kind"] == "due" for one in wanted)
    found = events((lived_site / f"calendar/{file}.ics").read_bytes())
    assert {str(one["uid"]).rpartition("@")[0].removesuffix(f"-{key}") for one in found} == {
        one["id"] for one in wanted
    }
    page = main_of(lived_site, "calendar.html")
    (link,) = [one for one in page.iter("a") if one.get("href") == f"calendar/{file}.ics"]
    assert link.get("type") == "text/calendar"


def test_every_party_and_every_file_is_told_of(lived_site: Path, yp: Yp) -> None:
    files = {path for path in tree(lived_site) if path.endswith(".ics")}
    found = {link for link in links(main_of(lived_site, "calendar.html")) if link.endswith(".ics")}
    assert found == files
    parties = json.loads(yp("list", "parties", "--as-of", DAY, "--json", cwd=LIVED).out)["answer"]
    assert {f"calendar/party-{one['id']}.ics" for one in parties} <= files
    head = parsed((lived_site / "calendar.html").read_text("utf-8")).find(".//head")
    assert head is not None
    types = {one.get("type"): one.get("href") for one in head.iter("link") if one.get("type")}
    assert types["text/calendar"] == "calendar/all.ics"


def test_the_lines_of_a_file_are_those_of_the_standard(lived_site: Path) -> None:
    for path, raw in tree(lived_site).items():
        if path.endswith(".ics"):
            lines = raw.split(b"\r\n")
            assert lines[-1] == b""
            assert all(len(line) <= 75 and b"\n" not in line for line in lines), path
            assert re.search(rb"\r\nPRODID:", raw)
            assert not re.search(rb"\r\nX-YP-ASKED", raw)


def test_the_name_of_a_calendar_says_whose_it_is(lived_site: Path) -> None:
    raw = (lived_site / "calendar/party-hallavesi.ics").read_bytes().decode()
    name = re.search(r"X-WR-CALNAME:(.*)", raw)
    assert name is not None
    assert "Hallavesi" in name[1]
    assert text_of(main_of(lived_site, "calendar.html")).startswith("Kalenteri")
