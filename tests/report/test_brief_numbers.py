"""Every number of things left out of the two pages: recounted from the answers of the questions."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, TESTS, Yp
from tests.report.pages import text_of
from tests.report.test_brief import asked, items, knowledge, left, page, pages_of
from tests.report.test_compared import told, year_of
from yhdyspinta_cli.queries import changes
from yhdyspinta_cli.report.brief import Brief
from yhdyspinta_cli.report.brief_asks import Cut, Point

ASKED = [
    pytest.param(root, year, id=f"{root.name}-{year}")
    for root, years in (
        (LIVED, (2023, 2024, 2025)),
        (LIVED_ON, (2026, 2027)),
        (TESTS / "helse", (2025,)),
        (SHIPPED, (2024, 2025)),
    )
    for year in years
]
# Of a day to come the commands cannot say yet that it is over.
OVER = [one for one in ASKED if one.values[0] != LIVED_ON]
N = r"(\d+|[Yy](?:ksi|hde)\w*)"
"""A number as the two pages tell it: one in a word."""
GONE = ("cancelled", "merged", "ended")


@cache
def two_pages(root: Path, year: int) -> Brief:
    return year_of(root, year).brief


def text(root: Path, year: int) -> str:
    return text_of(pages_of(page(root, year))).replace("\u00a0", " ")


def number(found: str, words: str) -> int:
    """The number that stands in words of the two pages, 0 where they do not."""
    at = re.search(words.replace("N", N), found)
    if at is None:
        return 0
    return int(at[1]) if at[1].isdigit() else 1


def part(root: Path, year: int, heading: str) -> list[Element]:
    return items(pages_of(page(root, year)), heading)


def answer(yp: Yp, root: Path, year: int, *question: str) -> Any:
    return told(yp, root, *question, "--as-of", f"{year}-12-31")


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_what_is_asked_adds_up_to_the_gaps(yp: Yp, root: Path, year: int) -> None:
    counts = answer(yp, root, year, "gaps")["counts"]
    found: dict[str, Cut[Point]] = {one.kind: one.about for one in two_pages(root, year).asks}
    others: dict[str, int] = {one.kind: one.about.total for one in two_pages(root, year).other_asks}
    unowned = counts["nobody-known"] + counts["nobody-forgotten"] + counts["vague"]
    assert (len(found["nobody"].shown) if "nobody" in found else 0) == unowned
    unheard = asked(pages_of(page(root, year)), "Pyydetään tilannetieto:")
    named = len(re.findall(r"päivä(?:än|ää)?\)|\(ei vielä tietoja\)", unheard))
    assert named + left(unheard) == counts["silent"] + counts["no-information"]
    assert named >= counts["silent"]
    for kind, gap in (("left-open", "left-open"), ("convener", "no-convener")):
        told_here = found[kind].total if kind in found else others.get(kind, 0)
        assert told_here == counts[gap], kind
    for kind, words in (
        ("left-open", r"N lakanneelta tai eronneelta auki"),
        ("convener", r"N nimeämätön\w* koollekutsuja"),
        ("areas", r"N aluejako"),
    ):
        assert number(text(root, year), words) == others.get(kind, 0), kind
    assert set(others) <= {"left-open", "areas", "convener"}


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_every_dispute_of_the_matrix_is_asked(yp: Yp, root: Path, year: int) -> None:
    measures = answer(yp, root, year, "status", "matrix")["measures"]
    disputed = sum(one["situation"] == "disputed" for one in measures)
    of_parties = (p for one in measures if len(one["parties"]) > 1 for p in one["parties"])
    disputed += sum(party["disputed"] and not party["of_whole"] for party in of_parties)
    found = [one for one in two_pages(root, year).asks if one.kind == "disputed"]
    assert sum(len(one.about.shown) for one in found) == disputed


@pytest.mark.parametrize(("root", "year"), OVER)
def test_duties_named_and_counted_are_those_missed_and_not_known(
    yp: Yp, root: Path, year: int
) -> None:
    done = told(yp, root, "obligations", "--year", str(year), "--as-of", f"{year}-12-31")
    duties: dict[str, set[tuple[str, str]]] = {"missed": set(), "not-known": set()}
    for one in done["standings"]:
        if one["state"] in duties:
            period = one["period"] or {}
            duties[one["state"]].add((one["obligation"], str(period)))
    found = text(root, year)
    rest = number(found, r"Lisäksi jäi tekemättä N muu")
    assert len(missed(root, year)) + rest == len(duties["missed"])
    unknown = re.search(r"Ei tiedetä, onko tehty: (.*?)\.(?: |$)(?=[A-ZÄÖ]|$)", found)
    brief = two_pages(root, year)
    assert len(brief.not_known.shown) + brief.not_known.more == len(duties["not-known"])
    assert (left(unknown[1]) if unknown else 0) == brief.not_known.more


def missed(root: Path, year: int) -> list[Element]:
    return part(root, year, "brief-missed")


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_no_change_is_left_out_uncounted(root: Path, year: int) -> None:
    kb = knowledge(root).kb
    built, brief = year_of(root, year), two_pages(root, year)
    if not brief.is_recorded:
        return
    lines = [text_of(one) for one in part(root, year, "brief-changes")]
    kinds = [one for one in built.changes.kinds if one.kind not in ("back", "reopened")]
    assert len(lines) == len(brief.back) + len(kinds)
    numbers = []
    for line in lines[len(brief.back) :]:
        numbers.append(int(re.search(r"\d+", line)[0]))  # type: ignore[index]
        names = re.findall(r"[A-Z]?\d+(?:\.\d)? [^()]+ \(", line.split(":", 1)[1])
        codes = {one.code for one in kb.measures}
        named = [one for one in names if one.split()[0] in codes]
        assert len(named) + left(line) == numbers[-1], line
    assert sorted(numbers) == sorted(len(one.measures) for one in kinds)
    since = built.changes.since
    told_by = changes.between(kb, since, date(year, 12, 31))
    own = [one for one in told_by if one.party and one.kind != "unchanged"]
    shown = sum(bool(one.party) for one in brief.back)
    assert number(text(root, year), r"lisäksi N omasta") == len(own) - shown


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_indicators_with_several_values_are_named_or_counted(yp: Yp, root: Path, year: int) -> None:
    brief = two_pages(root, year)
    measures = {one["id"] for one in answer(yp, root, year, "list", "measures")}
    mine = {
        one["id"] for one in answer(yp, root, year, "list", "indicators")
        if one["measure"] in measures
    }  # fmt: skip
    values = [
        one for one in answer(yp, root, year, "list", "values")
        if not one["void"] and not one["corrected_by"] and one["on"] <= f"{year}-12-31"
        if one["indicator"] in mine
    ]  # fmt: skip
    whole = Counter(one["indicator"] for one in values if not one.get("party"))
    several = sum(n > 1 for n in whole.values())
    assert brief.indicators.total == several
    assert brief.without_values == len(mine) - len({one["indicator"] for one in values})
    if brief.is_recorded:
        found = text(root, year)
        assert number(found, r"Useita arvoja on lisäksi N") == brief.indicators.more
        assert number(found, r"N mittarilla ei ole yhtään") == brief.without_values


@pytest.mark.proof
@pytest.mark.parametrize(("root", "year"), ASKED)
def test_measures_of_several_parties_are_named_or_counted(yp: Yp, root: Path, year: int) -> None:
    measures = answer(yp, root, year, "status", "matrix")["measures"]
    untold = {}
    for one in measures:
        states = [party["situation"] for party in one["parties"] if party["situation"] != "ended"]
        unknown = states.count("no-information")
        if len(states) > 1 and one["situation"] not in GONE and unknown < len(states):
            untold[one["code"]] = unknown
    brief = two_pages(root, year)
    assert brief.shared.total == len(untold)
    assert number(text(root, year), r"Lisäksi N toimenpiteestä") == brief.shared.more
    for row in brief.shared.shown:
        assert row.silent.total == untold[row.code]
        # Who has told nothing is named, or those who have: then it is all others.
        assert not row.silent.more or row.told or row.total - row.silent.total > 3
        if row.told:
            assert sum(len(names) for _state, names in row.told) + row.silent.total == row.total


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_days_turns_and_decisions_left_out_are_counted(yp: Yp, root: Path, year: int) -> None:
    brief = two_pages(root, year)
    rotations = answer(yp, root, year, "rotation")["rotations"]
    turns = [one for one in rotations if one["next"] or one["fewest"]]
    assert brief.turns.total == len(turns)
    decided = [
        one for one in answer(yp, root, year, "list", "events")
        if one.get("body") and not one["void"] and not one["corrected_by"]
        if one["on"] <= f"{year}-12-31"
    ]  # fmt: skip
    decisions = sum(
        one["type"] == "decision" or bool(told(yp, root, "show", one["id"]).get("decisions"))
        for one in decided
    )
    assert brief.decisions.total == decisions
    assert number(text(root, year), r"Lisäksi on kirjattu N") == brief.decisions.more


@pytest.mark.parametrize(("root", "year"), OVER)
def test_what_is_on_a_day_to_come_is_named_or_counted(yp: Yp, root: Path, year: int) -> None:
    on: dict[str, set[tuple[str, str]]] = {}
    for asked_of in (year, year + 1):
        made = told(yp, root, "calendar", "--year", str(asked_of), "--as-of", f"{year}-12-31")
        months = [entry for month in made["months"] for entry in month["entries"]]
        for one in (*months, *made["any_time"]):
            is_open = one["situation"] not in ("completed", *GONE)
            is_due = any(standing["state"] == "due" for standing in one["standings"] or ())
            if is_due or (one["kind"] in OF_A_DAY and is_open):
                on.setdefault(one["end" if is_due else "start"], set()).add(
                    (one["kind"], one["title"])
                )
    lines = [text_of(one) for one in part(root, year, "brief-next")]
    for day, line in zip(two_pages(root, year).next_days.shown, lines, strict=False):
        # A calendar has what changed the agreement, and not what is to change it.
        agreed = sum(one.kind == "agreement-change" for one in day.things.shown)
        found = on.get(day.day.isoformat(), set())
        assert day.things.total == len(found) + agreed, found
        assert len(day.things.shown) + left(line) == len(found) + agreed


OF_A_DAY = ("agreement-end", "measure-due", "term-start", "term-end", "dated")


@pytest.mark.parametrize(("root", "year"), ASKED)
def test_the_headline_says_the_number_of_the_list(root: Path, year: int) -> None:
    brief = two_pages(root, year)
    lists = {
        "nobody": len(brief.unowned.shown),
        "missed": brief.missed.total,
        "missed-by-law": brief.missed.total,
        "back": len(brief.back),
        "silent": brief.silent,
    }
    asked_of = {one.kind: one.about.total for one in brief.asks}
    lists |= {kind: asked_of.get(kind, 0) for kind in ("disputed", "late")}
    for fact in brief.headline:
        if fact.kind in lists:
            assert fact.number == lists[fact.kind], fact.kind
    assert len(brief.unowned.shown) == asked_of.get("nobody", 0)
