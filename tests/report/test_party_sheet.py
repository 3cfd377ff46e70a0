"""A party's sheet, read as the one who has to act on it."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import region

Read = Callable[..., str]


@pytest.fixture
def sheet(yp: Yp) -> Read:
    """Return a party's sheet in English, of the lived-in region's 2025 unless told otherwise."""

    def read(party: str, *arguments: str, root: Path = LIVED, year: str = "2025") -> str:
        line = ("report", "--party", party, "--year", year, "--lang", "en", *arguments)
        done = yp(*line, cwd=root)
        assert done.code == 0, done.err
        return done.out.replace("\u00a0", " ")

    return read


def part(written: str, title: str) -> str:
    return written.split(f"\n## {title}\n")[1].split("\n## ")[0].split("\n---\n")[0]


def rows(written: str) -> list[list[str]]:
    found = [line.strip("|").split("|") for line in written.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in found if "---" not in row[0]][1:]


def test_the_first_words_are_the_partys_own_situation(sheet: Read, yp: Yp) -> None:
    first = part(sheet("ukonlampi"), "At a glance").strip().splitlines()[0]
    assert first == (
        "Ukonlampi has told how it stands on 3 measures of 19: 2 are in progress and "
        "1 not started. "
        "1 of them has not been heard of for over half a year. "
        "Not told: 10. 6 measures have ended, and nothing more need be told of them. "
        "The situation on 2024-12-31: 2 are in progress, 1 not started, 1 ended, and "
        "15 without information."
    )
    finnish = yp("report", "--party", "ukonlampi", "--year", "2025", "--lang", "fi", cwd=LIVED)
    said = finnish.out.replace("\u00a0", " ")
    assert "Ukonlampi on kertonut tilanteensa 3 toimenpiteestä 19:stä: 2 on käynnissä" in said
    assert "Kertomatta on 10." in said


def test_who_has_told_nothing_reads_it_without_zeros(sheet: Read) -> None:
    first = part(sheet("vaskiharju"), "At a glance").strip().splitlines()[0]
    assert "Vaskiharju has not told how it stands on any of the 19 measures" in first
    # Those that have ended are among the 19.
    assert "8 of them have ended, and nothing more need be told of them." in first
    assert " 0" not in first


def test_what_is_to_be_done_stands_by_its_day(sheet: Read) -> None:
    found = rows(part(sheet("ukonlampi"), "What to do, and by when"))
    days = [row[0] for row in found]
    assert days == sorted(days)
    assert [row[0] for row in found if row[3] == "**late**"] == [
        "2024-09-30",
        "2025-03-31",
        "2025-06-30",
    ]
    assert found[0][1] == "B2 Kotoutumisen palvelupolku"
    areas = next(row for row in found if row[1].startswith("Aluekeskustelu"))
    assert areas[3].startswith("missed: Eteläinen palvelualue")
    # What was missed this year is to be done in the next.
    assert areas[3].endswith("next by 2026-12-31")


def there(root: Path, day: str) -> list[str]:
    """Return the ids of the parties of a day; of those alike in the shipped data one only."""
    if root == SHIPPED:
        return ["pshva", "pohjois-savon-liitto", "kuopio"]
    return [party.id for party in region.parties(store.load(root).kb, date.fromisoformat(day))]


MARK = "**missed, and the law demands it**"


@pytest.mark.parametrize(
    ("root", "year"),
    [(LIVED, "2024"), (LIVED, "2025"), (SHIPPED, "2025")],
)
def test_what_the_law_demands_and_was_missed_comes_first_and_is_marked(
    sheet: Read, root: Path, year: str
) -> None:
    day = f"{year}-12-31"
    marked = set()
    for party in there(root, day):
        written = sheet(party, "--as-of", day, root=root, year=year)
        found = rows(written.split("\n## What to do, and by when")[1].split("\n## ")[0])
        first = [row for row in found if row[3].startswith(MARK)]
        assert found[: len(first)] == first, party
        for some in (first, found[len(first) :]):
            days = [row[0].split()[0] for row in some]
            assert days == sorted(days), party
        missed = [row for row in found if "missed" in row[3] and "law" in row[2].split(", ")]
        assert missed == first, party
        if first:
            marked.add(party)
    assert bool(marked) == (root != SHIPPED)


def test_before_the_years_end_the_years_duties_are_what_is_to_be_done(sheet: Read) -> None:
    found = rows(part(sheet("ukonlampi", "--as-of", "2025-09-01"), "What to do, and by when"))
    coming = [row for row in found if row[0] == "2025-12-31" and "not yet due" in row[3]]
    told = {row[1].removesuffix(", once a year") for row in coming}
    assert "Kunta raportoi hyvinvoinnista valtuustolleen vuosittain" in told
    days = [row[0] for row in found if "not yet due" in row[3] or "late" in row[3]]
    assert days == sorted(days)


def test_what_is_done_is_a_sentence_with_its_days(sheet: Read) -> None:
    done = part(sheet("hallavesi", year="2024"), "What to do, and by when")
    sentence = next(line for line in done.splitlines() if line.startswith("**Done:**"))
    assert "Kunta raportoi hyvinvoinnista valtuustolleen vuosittain – 2024-11-18" in sentence


def test_what_has_not_been_told_is_named_with_title_and_reason(sheet: Read) -> None:
    untold = part(sheet("ukonlampi"), "What has not been told")
    line = next(one for one in untold.splitlines() if "“kunnat”:" in one)
    assert "J5 Kriisiviestinnän yhteinen ohje (as a whole in progress)" in line
    assert "D3 Koulupoissaolojen ehkäisy" in line
    # It has told of this, long ago; of that nothing more need be told.
    assert "A1 " not in untold
    assert "J1 " not in untold


def test_a_measure_waits_where_the_party_is_missing_among_those_who_told(sheet: Read) -> None:
    waiting = part(sheet("ukonlampi"), "What waits for an answer")
    missing = next(one for one in waiting.splitlines() if "Most of the others" in one)
    assert "D1 Perhekeskukset (9 of the 10 others)" in missing
    # Most of the others have told nothing of it either.
    assert "J4 " not in waiting
    unfinished = next(one for one in waiting.splitlines() if "completed as a whole" in one)
    assert "C1 Kuntien turvallisuussuunnitelmat (not started)" in unfinished
    assert "**Counterparts to be named:** Johdon taso, Palvelujen taso." in waiting


def test_a_dispute_on_a_party_waits_for_it(sheet: Read) -> None:
    waiting = part(sheet("kuikkajarvi"), "What waits for an answer")
    assert (
        "**Reporters disagree on how it stands here; settle it:** "
        "A1 Kuntien hyvinvointisuunnitelmat."
    ) in waiting


@pytest.mark.proof
@pytest.mark.parametrize(
    ("root", "day"),
    [
        (LIVED, "2025-12-31"),
        (LIVED_ON, "2026-11-26"),
        (SHIPPED, "2024-12-31"),
        (SHIPPED, "2026-06-30"),
    ],
)
def test_every_silent_measure_waits_and_is_told_once_with_how_long(
    sheet: Read, yp: Yp, root: Path, day: str
) -> None:
    def asked(*line: str) -> Any:
        done = yp(*line, "--as-of", day, "--json", cwd=root)
        assert done.code == 0, done.err
        return json.loads(done.out)["answer"]

    codes = {one["id"]: one["code"] for one in asked("list", "measures")}
    number = 0
    for party in there(root, day):
        year = min(day[:4], "2025") if root == SHIPPED else day[:4]
        written = sheet(party, "--as-of", day, root=root, year=year)
        silent = [gap for gap in asked("gaps", "--party", party)["gaps"] if gap["kind"] == "silent"]
        number += len(silent)
        of_all = re.search(r"(\d+) of them ha(?:s|ve) not been heard of", written)
        assert (int(of_all[1]) if of_all else 0) == len(silent), party
        if not silent:
            continue
        waiting = part(written, "What waits for an answer")
        for gap in silent:
            days = f"{gap['age_days']} days"
            since = rf"\([^)]*{gap['since']}, {days} ago\)"
            assert re.search(rf"\b{codes[gap['id']]} [^(]*{since}", waiting), (party, gap)
            assert written.count(f", {days} ago)") == waiting.count(f", {days} ago)"), party
            assert f"({days})" not in written, party
    assert number > 0


def test_the_partys_own_history_stands_beside_the_whole(sheet: Read) -> None:
    told = rows(part(sheet("ukonlampi"), "What has been told and done"))
    assert told[0] == [
        "A1 Kuntien hyvinvointisuunnitelmat",
        "in progress since 2024-11-25 · "
        "earlier disputed since 2024-10-21, in progress since 2023-12-28",
        "2024-11-25, the party itself",
        "in progress",
    ]


def test_what_is_recorded_in_its_name_is_told(sheet: Read) -> None:
    told = part(sheet("tervasuo"), "What has been told and done")
    assert "**Recorded in the year:**" in told
    assert "Hyvinvointiraportti 2025 (2025-11-24)" in told


def test_with_whom_names_turns_seats_and_counterparts(sheet: Read) -> None:
    found = part(sheet("metsoniemi"), "With whom")
    place = "**Aluekeskustelut, Keskinen palvelualue**"
    assert f"{place}: the order of convening is not set; fewest turns: **Metsoniemi**." in found
    assert "**Member of:** Aluekeskustelut, Kotoutumisverkosto," in found
    named = part(sheet("hallavesi"), "With whom")
    assert "**Counterpart, Johdon taso:** " in named


def test_where_a_party_only_takes_part_stands_apart(sheet: Read) -> None:
    told = part(sheet("ukonlampi"), "What has been told and done")
    line = next(one for one in told.splitlines() if "without answering for it" in one)
    assert "A2 Alueellinen hyvinvointikertomus" in line
    assert "C4 Lähisuhdeväkivallan katkaiseminen" in line


def test_who_denies_that_the_whole_is_completed_reads_it_on_its_own_sheet(sheet: Read) -> None:
    assert "C1 Kuntien turvallisuussuunnitelmat, the whole" in sheet("joutsensalo")
    assert "C1 Kuntien turvallisuussuunnitelmat, the whole" not in sheet("hallavesi")


def test_a_party_is_not_asked_of_what_nobody_answers_for(sheet: Read) -> None:
    written = part(sheet("ukonlampi"), "Open questions")
    assert "J3" not in written
    assert "B6" not in written


def test_a_party_that_a_decision_appointed_answers_for_it(sheet: Read) -> None:
    assert "J3 Palveluverkon yhteinen suunnittelu" in sheet("tuulikannas")
    # What was told before the decision is the party's from that day on, and no empty cell.
    then = sheet("tuulikannas", "--as-of", "2024-06-15", year="2024")
    (row,) = [one for one in rows(then) if one[0].startswith("J3 ")]
    assert row[1:3] == ["not started since 2024-04-17", "2023-11-06, Hallavesi"]


def test_the_shipped_data_has_a_sheet_for_who_told_nothing(sheet: Read) -> None:
    written = sheet("rautavaara", root=SHIPPED, year="2024")
    assert "Rautavaara has not told how it stands on any of the 16 measures" in written
    waiting = part(written, "What waits for an answer")
    assert "Johdon taso, Yhdyspintataso, Arjen taso, Osallistumisen taso." in waiting
    duties = written.split("\n## What to do, and by when")[1].split("\n## ")[0]
    assert "**Without a due day:**" in duties
