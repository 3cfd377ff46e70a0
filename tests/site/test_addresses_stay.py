"""An address of the site stays when what it is of ends or leaves, and shows what was there."""

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.site.endings import DAY, EARLIER, OnDay, Pages
from tests.site.written import write
from yhdyspinta_cli import store
from yhdyspinta_cli.site import calendars


@pytest.mark.parametrize("later", [DAY, date(2026, 12, 31)])
def test_no_address_of_one_day_is_gone_on_a_later_one(on_day: OnDay, later: date) -> None:
    before, after = on_day(EARLIER), on_day(later)
    assert {path for path in before.files if path.endswith((".html", ".ics"))} <= {*after.files}
    for party in ("metsoniemi", "aijanselka"):
        assert f"calendar/party-{party}.ics" in after.files
        assert after[f"lists/party-{party}.html"].count("Ei yhtään, tilanne") == 1


def test_the_calendar_of_a_party_that_left_keeps_what_it_had(pages: Pages) -> None:
    found = icalendar.Calendar.from_ical(pages.files["calendar/party-metsoniemi.ics"])
    titles = {str(event["summary"]) for event in found.walk("VEVENT")}
    assert {"Neuvottelu yhteistyöstä", "osapuoli eroaa: Metsoniemi"} < titles


def test_a_calendar_in_which_nothing_is_to_come_tells_the_last_year_that_had_something(
    ended: Path,
) -> None:
    kb = store.load(ended).kb
    files = calendars.found(
        kb, (2023, 2024, 2040), kb.parties, date(2040, 12, 31), is_of_a_day=False
    )
    (own,) = [one for one in files if one.path == "calendar/body-perhekeskusverkostot.ics"]
    assert [one.year for one in own.years] == [2040, 2041]  # Its duty by law goes on.
    (own,) = [one for one in files if one.path == "calendar/party-metsoniemi.ics"]
    assert [one.year for one in own.years] == [2024]


def test_the_list_of_a_party_that_left_says_so(pages: Pages) -> None:
    said = "Oma sivu: Metsoniemi (erosi sopimuksesta 31.3.2025)"
    assert said in pages["lists/party-metsoniemi.html"]


def test_an_actor_keeps_its_page_when_what_named_it_has_ended(pages: Pages) -> None:
    page = pages["actors/kokeilija.html"]
    assert "Mitä sille kuului 31.12.2024 Toimenpiteet (1) C6 Evakuoinnin suunnittelu" in page
    assert "Kokeilijat ry" in pages["actors/index.html"]


def test_a_party_that_left_shows_what_was_its_and_what_it_told(pages: Pages) -> None:
    page = pages["parties/metsoniemi.html"]
    rest = page.partition("Mitä se kertoi omasta tilanteestaan")[2]
    told_by_it, _heading, was = rest.partition("Mitä sille kuului 31.3.2025")
    assert "31.10.2024 K käynnissä – B1 Työllisyyspalvelujen saatavuus." in told_by_it
    assert told_by_it.count(" – ") == 13
    assert "B3 Nuorten työpajat" in was.partition("Kaikki, mikä sille kuuluu")[0]


def test_a_party_that_is_there_tells_its_situation_in_its_sheet_alone(
    pages: Pages,
) -> None:
    assert "Mitä sille kuului" not in pages["parties/hallavesi.html"]
    assert "Mitä se kertoi omasta tilanteestaan" not in pages["parties/hallavesi.html"]


def test_what_is_still_to_come_is_listed_with_its_day(ended: Path, pages: Pages) -> None:
    former = pages["parties/index.html"].partition("Eivät enää tai eivät vielä osapuolia")[2]
    assert "Ukonlampi (alkaa 1.3.2026)" in former
    assert "Metsoniemi (erosi sopimuksesta 31.3.2025)" in former
    assert "D2 Opiskeluhuollon yhteistyö – alkaa 1.7.2026" in pages["measures/index.html"]
    assert "parties/ukonlampi.html" not in pages.files
    # A site of a day that was asked for knows nothing of what came later.
    write(ended / "site", "--as-of", DAY.isoformat(), root=ended)
    for path, name in (("parties/index.html", "Ukonlampi"), ("measures/index.html", "D2 ")):
        assert name not in (ended / "site" / path).read_text("utf-8")
