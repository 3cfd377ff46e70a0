"""What has ended says so, with its day, wherever the site names it."""

import re
from pathlib import Path

import pytest

from tests.conftest import Yp
from tests.site import sites
from tests.site.endings import DAY, EARLIER, OnDay, Pages
from yhdyspinta_cli import store

DUTY = "Yhteistyöfoorumi kokoontuu kaksi kertaa vuodessa"


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


def test_who_had_a_duty_earlier_is_told_with_its_days_on_its_page_alone(pages: Pages) -> None:
    assert "Hallavesi (–31.12.2024)" in pages["obligations/velvoite-turvallisuusryhma.html"]
    name = "Turvallisuusryhmä kokoontuu vähintään kaksi kertaa vuodessa"
    for path in ("lists/binding-agreement.html", "obligations/index.html"):
        row = pages[path].partition(name)[2].strip()
        assert row.startswith("Tuulikannaksen pelastuslaitos"), row[:60]
