"""The report beside an earlier day: its numbers are those of `yp status` of both days."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, REGION, TESTS, Yp
from yhdyspinta_cli import report, store
from yhdyspinta_cli.facts import corrections, index, measured, region
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import compared, obligations
from yhdyspinta_cli.report.reports import Year
from yhdyspinta_cli.report.rows import PartyRow, StateTally

LIVED_ON = TESTS / "lived_on"


def loaded(root: Path) -> KnowledgeBase:
    return store.load(root).kb


def year_of(root: Path, year: int, *, compare: int | None = None, day: date | None = None) -> Year:
    built = report.build(
        loaded(root),
        year,
        day or date(year, 12, 31),
        language="en",
        digest="",
        version="",
        over=True,
        compare=compare,
    )
    assert isinstance(built, Year)
    return built


def told(yp: Yp, root: Path, *arguments: str) -> Any:
    done = yp(*arguments, "--json", cwd=root)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def counts(tally: StateTally | PartyRow) -> dict[str, int]:
    return {count.state: count.number for count in tally.counts}


def some(answer: dict[str, int]) -> dict[str, int]:
    return {state: n for state, n in answer.items() if n and state != "total"}


@pytest.mark.parametrize(("year", "compare"), [(2024, None), (2025, None), (2025, 2023)])
def test_the_numbers_beside_are_those_of_status_on_that_day(
    yp: Yp, year: int, compare: int | None
) -> None:
    built = year_of(LIVED, year, compare=compare)
    then = built.compared
    assert then is not None
    assert then.day == date(compare or year - 1, 12, 31)
    now = told(yp, LIVED, "status", "--as-of", f"{year}-12-31")
    before = told(yp, LIVED, "status", "--as-of", then.day.isoformat())
    assert counts(built.total) == some(now["total"])
    assert counts(then.total) == some(before["total"])
    for tally in built.by_interface:
        assert counts(tally) == some(now["by_interface"][tally.key])
        assert counts(then.interface(tally.key)) == some(before["by_interface"][tally.key])
    for tally in built.by_goal:
        assert counts(tally) == some(now["by_goal"][tally.key])
        assert counts(then.goal(tally.key)) == some(before["by_goal"][tally.key])
    for party in built.parties:
        assert built.before is not None
        assert counts(built.before.party(party)) == some(before["by_party"][party.key])
    ends = {one.day: counts(one.tally) for one in built.year_ends}
    assert ends[then.day] == counts(then.total)
    assert ends[built.frame.day] == counts(built.total)


@pytest.mark.parametrize(
    ("root", "year"), [(LIVED, 2024), (LIVED, 2025), (LIVED_ON, 2026), (REGION, 2023)]
)
def test_what_the_year_before_counted_is_what_its_own_report_counts(root: Path, year: int) -> None:
    then = year_of(root, year).before
    own = year_of(root, year - 1)
    assert then is not None
    assert dict(then.stages) == {group.stage: len(group.lines) for group in own.duties}
    assert dict(then.strip) == {row: sum(numbers) for row, numbers in own.strip}
    assert tuple(then.parties.values()) == own.parties
    assert tuple(then.loads.values()) == own.loads
    for measure in own.shared:
        assert then.done[measure.key] == (measure.parties_done, len(measure.parties))
    assert (then.updates, then.events) == (own.records.updates, own.records.events)
    assert then.counterparts == own.counterparts.filled
    sureness = own.brief.sureness
    assert (then.silent, then.told, then.owed) == (
        own.brief.silent,
        sureness.told,
        sureness.places,
    )


def test_a_table_in_which_nothing_has_changed_says_so_and_has_no_brackets(yp: Yp) -> None:
    line = ("report", "--year", "2025", "--only", "parties", "--as-of", "2025-12-31")
    done = yp(*line, "--lang", "en", cwd=LIVED)
    loads = done.out.split("Table: Measures by who answers")[1].split("\n\n")
    assert loads[0].endswith(" (the same on 2024-12-31)")
    assert "(" not in loads[1]
    parties = done.out.split("Table: Measures and bodies by party")[1].split("\n\n")
    assert parties[0] == " (in brackets on 2024-12-31, elsewhere the same)"
    (row,) = [line for line in parties[1].splitlines() if "Kaislaranta" in line]
    states = (
        "completed 6 (2), in progress 3 (5), no information 7 (9), not started – (1), paused – (1)"
    )
    assert row.strip(" |").split(" | ")[1:] == ["–", "19", "2", "2", "12", states]


@pytest.mark.parametrize(
    ("root", "year", "compare"),
    [
        (REGION, 2023, None),
        (LIVED, 2023, None),
        (LIVED, 2024, None),
        (LIVED, 2025, 2023),
        (LIVED_ON, 2026, None),
    ],
)
def test_each_measure_is_in_exactly_one_kind(root: Path, year: int, compare: int | None) -> None:
    built = year_of(root, year, compare=compare)
    kb, changes = loaded(root), built.changes
    old = {one.code for one in region.measures(kb, changes.since)}
    new = {one.code for one in region.measures(kb, built.frame.day)}
    moved = [one.code for group in changes.kinds for one in group.measures]
    assert len(moved) == len(set(moved))
    assert set(moved) <= old | new
    became = compared.between(kb, changes.since, built.frame.day)
    still = {one.measure.code for one in became if one.kind == "unchanged"}
    assert not still & set(moved)
    assert still | set(moved) == old | new
    assert changes.still == len(still & old & new)
    assert {one.code for one in changes.unmoved} <= still


def test_what_became_leads_from_the_one_count_to_the_other() -> None:
    built = year_of(LIVED, 2025)
    assert built.compared is not None
    kb = loaded(LIVED)
    found = compared.between(kb, built.compared.day, built.frame.day)
    before = Counter(str(one.before) for one in found if one.before)
    after = Counter(str(one.after) for one in found if one.after)
    assert before == Counter(counts(built.compared.total))
    assert after == Counter(counts(built.total))


def test_a_change_of_a_party_is_told_once() -> None:
    built = year_of(LIVED, 2025)
    groups = [
        *(one for group in built.changes.kinds for one in group.measures),
        *built.changes.unmoved,
    ]
    told_here = Counter(
        (one.code, name) for one in groups for group in one.parties for name in group.names
    )
    assert max(told_here.values()) == 1
    every = (*built.changes.first, *built.changes.others)
    disputed = {(one.code, one.party) for one in built.changes.disputes if one.party}
    assert set(told_here) - disputed == {(one.code, one.party) for one in every if one.party}


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_every_recorded_value_is_in_the_series(year: int) -> None:
    built, kb = year_of(LIVED, year), loaded(LIVED)
    shown = Counter(
        (one.code, one.label, str(reading.value), str(reading.reported.on))
        for one in built.indicators.told
        for column in one.years
        for reading in (*column.last, *column.earlier, *column.parties)
    )
    there = {one.id: one for one in region.measures(kb, date(year, 12, 31))}
    recorded: Counter[tuple[str, str, str, str]] = Counter()
    for measure in there.values():
        for indicator in measure.indicators:
            for value in index.values(kb, indicator.id):
                if not value.void and corrections.holds(kb, value, date(year, 12, 31)):
                    recorded[measure.code, indicator.label, str(value.value), str(value.on)] += 1
    assert sum(recorded.values()) > 5
    assert shown == recorded
    labels = [one.label for one in (*built.indicators.told, *built.indicators.untold)]
    assert sorted(labels) == sorted(i.label for m in there.values() for i in m.indicators)


def test_a_line_has_a_dot_for_each_number_of_the_whole() -> None:
    built, kb = year_of(LIVED, 2025), loaded(LIVED)
    lines = [one for one in built.indicators.told if one.line is not None]
    assert len(lines) > 5
    for one in lines:
        indicator = next(i for i in kb.indicators if i.label == one.label)
        values = measured.series(kb, indicator, date(2025, 12, 31))
        assert one.line is not None
        assert len(one.line.dots) == len(values)


def test_the_totals_of_the_matrix_are_those_of_status_matrix(yp: Yp) -> None:
    built = year_of(LIVED, 2025)
    answer = told(yp, LIVED, "status", "matrix", "--as-of", "2025-12-31")
    several = {
        one["code"]: (
            sum(party["situation"] == "completed" for party in one["parties"]),
            len(one["parties"]),
        )
        for one in answer["measures"]
        if len(one["parties"]) > 1
    }
    assert {row.code: (row.parties_done, len(row.parties)) for row in built.shared} == several
    picture = built.pictures.matrix
    assert picture is not None
    assert [(row.done, row.total) for row in picture.rows] == [
        several[r.code] for r in built.shared
    ]
    assert len(picture.cells) == sum(total for _done, total in several.values())
    shares = [row.done / row.total for row in picture.rows]
    assert shares == sorted(shares, reverse=True)


def test_a_load_counts_each_measure_once_and_names_every_actor() -> None:
    built, kb = year_of(LIVED, 2025), loaded(LIVED)
    whole = next(row for row in built.loads if row.name == "Tuulikannaksen hyvinvointialue")
    at = built.loads.index(whole) + 1
    parts = []
    for row in built.loads[at:]:
        if not row.is_part:
            break
        parts.append(row)
    assert set(whole.measures) == {code for part in parts for code in part.measures}
    assert len(whole.measures) == len(set(whole.measures)) < sum(len(p.measures) for p in parts)
    codes = {code for row in built.loads for code in row.measures}
    unowned = {row.code for row in built.nobody}
    assert codes | unowned == {one.code for one in region.measures(kb, date(2025, 12, 31))}


@pytest.mark.parametrize("year", [2024, 2025])
def test_everybody_who_must_do_a_duty_is_counted_in_one_stage(year: int) -> None:
    built, kb = year_of(LIVED, year), loaded(LIVED)
    found = obligations.standings(kb, date(year, 12, 31), year=year, over=True)
    stages = {"met": ("done", "late"), "due": ("to-come",)}
    counted = Counter[str](
        {str(group.stage): sum(line.number for line in group.lines) for group in built.duties}
    )
    for state in ("met", "due", "missed", "not-known", "when"):
        number = sum(standing.state == state for standing in found)
        assert sum(counted[stage] for stage in stages.get(state, (state,))) == number, state
    assert counted["late"] == sum(standing.is_late for standing in found)


def test_a_year_in_which_nothing_was_held_cannot_be_compared_with(yp: Yp) -> None:
    def refused(*arguments: str) -> str:
        done = yp("report", "--lang", "en", *arguments, cwd=LIVED)
        assert (done.code, done.out) == (1, "")
        return done.err

    before = refused("--year", "2025", "--compare", "2022")
    assert "the agreement did not hold in 2022" in before
    assert "choose one of the years 2023, 2024" in before
    assert "choose the year 2023" in refused("--year", "2024", "--compare", "2024")
    assert "leave out --compare" in refused("--year", "2023", "--compare", "2022")


def test_nothing_stands_beside_the_first_year(yp: Yp) -> None:
    assert year_of(LIVED, 2023).compared is None
    written = yp("report", "--lang", "en", "--year", "2023", "--only", "state", cwd=LIVED).out
    assert "2022" not in written.replace("Changes since 2022-12-31", "")
    assert "| Day | In all |" in written


def test_a_picture_of_equal_columns_is_left_out(region: Path) -> None:
    for folder in ("updates", "values", "events"):
        for path in (region / "data" / folder).rglob("*.yaml"):
            path.unlink()
    built = year_of(region, 2023)
    assert built.pictures.stretches is None
    assert not built.pictures.by_interface.is_telling
