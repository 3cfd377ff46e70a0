"""What a report, a sheet or a paper has told once it does not tell again, nor in two brackets."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, Yp
from tests.report.pages import parsed, text_of
from yhdyspinta_cli import store

YEARS = [(SHIPPED, "2024"), (LIVED, "2023"), (LIVED, "2025"), (LIVED_ON, "2026")]


def made(yp: Yp, root: Path, *arguments: str) -> str:
    done = yp("report", "--lang", "en", *arguments, cwd=root)
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ")


@pytest.mark.parametrize(("root", "year"), [(LIVED, "2025"), (LIVED_ON, "2026")])
def test_a_card_does_not_say_its_own_title_again(yp: Yp, root: Path, year: str) -> None:
    written = made(yp, root, "--year", year, "--only", "measures", "--as-of", f"{year}-11-30")
    cards = re.split(r"\n#### ", written)[1:]
    titles = {measure.code: measure.title for measure in store.load(root).kb.measures}
    opened = 0
    for card in cards:
        code = card.split()[0]
        for line in card.splitlines():
            if line.startswith("- **Open:**"):
                opened += "The whole measure" in line
                assert f"{code} {titles[code]}" not in line
    assert opened


def test_an_open_question_on_a_card_says_whose_it_is(yp: Yp) -> None:
    written = made(yp, LIVED, "--year", "2025", "--only", "measures")
    card = written.split("\n#### D1 ")[1].split("\n#### ")[0]
    assert "**Äijänselkä**: it is told to be not started" in card
    assert "**Open:** **The whole measure**: completed (2025-11-24, " in written
    # One that has ended spoke for J6: the sentence begins with what was told.
    assert "is no longer there. A status update (2025-10-06) is in the name of " in written


@pytest.mark.parametrize(("root", "year"), YEARS)
def test_how_far_and_by_whom_stand_in_one_bracket(yp: Yp, root: Path, year: str) -> None:
    page = made(yp, root, "--year", year, "--as-of", f"{year}-11-30", "--format", "html")
    for item in parsed(page).iter():
        if item.tag in ("p", "li", "dd", "td"):
            told = text_of(item)
            assert not re.search(r"%\) \(|\(\d{4}-\d\d-\d\d[^()]*\) \((disputed|[a-z])", told), told


def test_how_far_a_measure_is_stands_with_the_report_that_tells_it(yp: Yp) -> None:
    written = made(yp, LIVED, "--year", "2025", "--only", "measures")
    assert (
        "in progress (70 %; 2024-11-04, Tuulikannaksen hyvinvointialue); due 2025-03-31" in written
    )


def test_a_decision_is_told_once_and_of_its_measure_by_name(yp: Yp) -> None:
    written = made(yp, LIVED, "--year", "2024", "--only", "obligations")
    row = next(line for line in written.splitlines() if line.startswith("| 2024-04-17 | Palvelu"))
    assert row.count("Tuulikannaksen hyvinvointialue") == 1
    assert "Measure: J3 Palveluverkon yhteinen suunnittelu" in row
    # Its own words do not name who answers as the data does: that is said.
    on = made(yp, LIVED_ON, "--year", "2026", "--only", "obligations", "--as-of", "2026-11-26")
    row = next(line for line in on.splitlines() if line.startswith("| 2026-02-23 |"))
    who = "From then on Tuulikannaksen työllisyysalue answers for this"
    assert f"{who}: B6 Turvallinen työ kaikille" in row


@pytest.mark.parametrize(
    "arguments", [("--party", "hallavesi", "--year", "2025"), ("--year", "2025")]
)
def test_the_day_and_the_maker_are_told_once(yp: Yp, arguments: tuple[str, ...]) -> None:
    written = made(yp, LIVED, *arguments)
    assert len(re.findall(r"\byp \d", written)) == 1
    assert written.count("The situation on 2025-12-31.") == 1
    assert "2025-12-31" not in written.splitlines()[-1]


def test_the_papers_of_a_meeting_tell_the_day_and_the_maker_once(yp: Yp) -> None:
    written = made(yp, SHIPPED, "--for", "kuntafoorumi", "--on", "2025-03-15")
    assert len(re.findall(r"\byp \d", written)) == 1
    assert written.count("The situation on 2025-03-15.") == 1


def test_many_names_are_a_list_by_interface(yp: Yp) -> None:
    page = made(yp, SHIPPED, "--for", "kuntafoorumi", "--on", "2025-03-15", "--format", "html")
    kb = store.load(SHIPPED).kb
    untold = [one for one in kb.measures if one.code not in ("A3", "A4", "B2")]
    for paragraph in parsed(page).iter("p"):
        told = text_of(paragraph)
        assert sum(f"{one.code} {one.title}" in told for one in untold) <= 8
        assert sum(body.name in told for body in kb.bodies) <= 8
    items = [text_of(one) for one in parsed(page).iter("li")]
    for one in untold:
        title = next(part.title for part in kb.interfaces if part.id == one.interface)
        assert any(i.startswith(f"{title}:") and f"{one.code} {one.title}" in i for i in items)


def test_a_heading_of_the_gaps_counts_its_rows(yp: Yp) -> None:
    done = yp("gaps", "--lang", "en", "--as-of", "2025-12-31", cwd=LIVED)
    found = json.loads(yp("gaps", "--as-of", "2025-12-31", "--json", cwd=LIVED).out)["answer"]
    rows = sum(gap["kind"] == "missed" for gap in found["gaps"])
    assert rows < found["counts"]["missed"]
    assert (
        f"Obligations missed in a period ({found['counts']['missed']} in {rows} rows)" in done.out
    )
    assert f"Measures late ({found['counts']['late']})" in done.out
