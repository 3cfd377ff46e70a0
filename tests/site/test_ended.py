"""What has ended says so, with its day, wherever the site names it; its addresses stay."""

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import icalendar
import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import parsed, text_of
from tests.site import sites
from tests.site.written import made, write
from yhdyspinta_cli import store
from yhdyspinta_cli.site import calendars

DAY, EARLIER = date(2025, 12, 31), date(2024, 6, 30)

CHANGES = {
    "bodies/tietoryhma.yaml": [("id: tietoryhma\n", "ended: 2025-03-31\n")],
    "measures/lahisuhdevakivalta.yaml": [("id: lahisuhdevakivalta\n", "end: 2025-06-30\n")],
    "measures/varautumisharjoitus.yaml": [("id: varautumisharjoitus\n", "end: 2025-03-31\n")],
    "measures/evakuointi.yaml": [
        ("id: evakuointi\n", "start: 2023-01-01\nend: 2024-12-31\n"),
        ("responsible:\n", "  - actor: kokeilija\n    label: kokeilijat\n    role: partner\n"),
    ],
    "bodies/tyollisyysryhma.yaml": [("id: tyollisyysryhma\n", "ended: 2025-10-31\n")],
    "measures/opiskeluhuolto.yaml": [("id: opiskeluhuolto\n", "start: 2026-07-01\n")],
    "actors.yaml": [
        (
            "actors:\n",
            "  - id: kokeilija\n    type: outside\n    name: Kokeilijat ry\n"
            "    source:\n      - document: ohjelma\n",
        ),
    ],
    "parties.yaml": [
        ("  - id: metsoniemi\n", "    left: 2025-03-31\n"),
        ("  - id: ukonlampi\n", "    joined: 2026-03-01\n"),
        ("  - id: aijanselka\n", "    ended: 2024-06-30\n    successor: vaskiharju\n"),
    ],
    "statutes.yaml": [("    title: Hyvinvointilaki\n", "    repealed: 2025-06-01\n")],
    "obligations.yaml": [("  - id: velvoite-foorumi\n", "    end: 2024-12-31\n")],
}
"""What is written below a line of a file of the lived-in region, so that it ends."""

DUTY = "Yhteistyöfoorumi kokoontuu kaksi kertaa vuodessa"


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the lived-in region in which one of each kind of record has ended."""
    root = tmp_path_factory.mktemp("ended")
    shutil.copytree(LIVED / "data", root / "data")
    for name, changes in CHANGES.items():
        file = root / "data" / name
        text = file.read_text("utf-8")
        for line, below in changes:
            assert text.count(line) == 1
            text = text.replace(line, line + below)
        file.write_text(text, "utf-8")
    return root


class Pages:
    """The text of the main part of each page of a site, read when it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def __getitem__(self, path: str) -> str:
        main = parsed(self.files[path].decode()).find(".//main")
        assert main is not None
        return text_of(main)


OnDay = Callable[[date], Pages]


@pytest.fixture(scope="module")
def on_day(ended: Path) -> OnDay:
    """The pages of its site on a day, made once."""
    return cache(lambda day: Pages(made(ended, day)))


@pytest.fixture(scope="module")
def pages(on_day: OnDay) -> Pages:
    """The pages of its site at the end of 2025."""
    return on_day(DAY)


def asked(yp: Yp, root: Path, *line: str) -> str:
    """Return what a question answers in words, in one line."""
    said = yp(*line, "--as-of", DAY.isoformat(), "--lang", "fi", cwd=root)
    assert said.code == 0, said.err
    return " ".join(said.out.split())


@pytest.mark.parametrize(
    "path", ["lists/binding-agreement", "obligations/index", "interfaces/johto"]
)
def test_a_duty_that_has_ended_is_listed_as_ended(pages: Pages, path: str) -> None:
    assert pages[f"{path}.html"].count(DUTY) == 1
    assert f"{DUTY} (päättyi 31.12.2024)" in pages[f"{path}.html"]


def test_a_duty_that_has_ended_says_so_on_its_page_and_beside_whoever_had_it(
    pages: Pages,
) -> None:
    assert pages["obligations/velvoite-foorumi.html"].count("päättyi 31.12.2024") == 1
    held = f"{DUTY} (sopimus; 2 kertaa vuodessa; päättyi 31.12.2024)"
    assert held in pages["parties/tuulikannas.html"]
    assert held in pages["bodies/yhteistyofoorumi.html"]


def test_the_answers_say_of_a_duty_that_it_has_ended_as_the_site_does(ended: Path, yp: Yp) -> None:
    for line in (
        ("list", "obligations"),
        ("owned-by", "tuulikannas"),
        ("search", "foorumi kokoontuu"),
    ):
        assert "päättyi 31.12.2024" in asked(yp, ended, *line)


def test_a_line_tells_who_has_ended_where_it_is_not_what_the_line_is_about(
    pages: Pages,
) -> None:
    held = (
        "J6 Henkilöstöyhteistyö (kautta: Henkilöstöpalvelut; Henkilöstöpalvelut päättyi 31.8.2025)"
    )
    assert held in pages["parties/tuulikannas.html"]


def test_a_body_that_has_ended_is_not_said_to_operate(pages: Pages) -> None:
    page = pages["bodies/tietoryhma.html"]
    assert "Tilannepäättyi 31.3.2025" in page
    assert "toimii" not in page


@pytest.mark.parametrize(
    "path",
    [
        "interfaces/b",
        "goals/toimivat-palvelut",
        "measures/index",
        "needs/index",
        "actors/maahanmuuttotiimi",
        "lists/interface-b",
        "lists/missed",
        "obligations/index",
    ],
)
def test_an_actor_that_has_ended_is_marked_wherever_it_is_named(pages: Pages, path: str) -> None:
    page = pages[f"{path}.html"]
    name = "Tuulikannaksen työvoimatoimisto"
    ended = r"päättyi 31\.12\.2024[;,] nykyisin Tuulikannaksen työllisyysalue"
    marked = re.findall(rf"{name} (?:\((?:[^)]*; )?)?{ended}", page)
    assert len(marked) == page.count(name) > 0


def test_a_part_of_what_has_ended_is_marked_where_the_whole_lists_it(
    pages: Pages,
) -> None:
    part = "Maahanmuuttotiimi (Tuulikannaksen työvoimatoimisto päättyi 31.12.2024;"
    assert part in pages["actors/tyovoimatoimisto.html"]


@pytest.mark.parametrize(
    "path",
    [
        "lists/binding-law",
        "obligations/velvoite-kunnan-hyvinvointiraportti",
        "measures/hyvinvointikertomus",
        "acts/index",
    ],
)
def test_an_act_that_is_repealed_is_marked_where_something_rests_on_it(
    pages: Pages, path: str
) -> None:
    page = pages[f"{path}.html"]
    assert page.count("kumottu 1.6.2025") == page.count("Hyvinvointilaki") > 0


def test_an_act_is_not_said_to_be_repealed_before_its_day(on_day: OnDay) -> None:
    before = on_day(EARLIER)
    for path in ("lists/binding-law.html", "obligations/velvoite-kunnan-hyvinvointiraportti.html"):
        assert "Hyvinvointilaki" in before[path]
        assert "kumottu" not in before[path]
    assert "kumoutuu 1.6.2025" in before["acts/index.html"]


def test_a_measure_that_has_ended_says_so_before_what_was_told_of_it_last(
    pages: Pages,
) -> None:
    said = "päättyi 30.6.2025; viimeksi kerrottu: K käynnissä (28.10.2024, Tuulikannaksen"
    assert said in pages["measures/lahisuhdevakivalta.html"]
    listed = pages["measures/index.html"].partition("C4 Lähisuhdeväkivallan katkaiseminen")[2]
    assert re.match(r"[^(]* K käynnissä, päättyi 30\.6\.2025", listed)


@pytest.mark.parametrize("path", ["obligations/velvoite-varautumisharjoitus", "acts/laki-503-2021"])
def test_a_measure_that_has_ended_is_marked_beside_its_duty_and_its_act(
    pages: Pages, path: str
) -> None:
    name = "C2 Yhteinen varautumisharjoitus"
    assert f"{name} (päättyi 31.3.2025)" in pages[f"{path}.html"]


def test_the_end_of_a_measure_is_told_in_another_language(ended: Path) -> None:
    page = Pages(sites.of(store.load(ended), DAY, "sv"))["measures/lahisuhdevakivalta.html"]
    assert "upphörde 30.6.2025; senast meddelat: P pågår" in page


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


@pytest.mark.parametrize("path", ["interfaces/b", "needs/index"])
def test_who_decides_is_marked_where_it_has_ended(pages: Pages, path: str) -> None:
    assert "Päätökset tekee Työllisyysryhmä (päättyi 31.10.2025)." in pages[f"{path}.html"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("--interface", "b"), "Päätökset tekee Työllisyysryhmä (päättyi 31.10.2025)."),
        (("--year", "2025"), "päätöksen tekee Työllisyysryhmä; päättyi 31.10.2025)"),
    ],
)
def test_a_report_marks_who_decides_where_it_has_ended(
    ended: Path, yp: Yp, line: tuple[str, ...], words: str
) -> None:
    assert words in asked(yp, ended, "report", *line)
