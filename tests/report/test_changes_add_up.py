"""The changes lead from one year's counts to the next: of all, by interface, of each party."""

import shutil
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS, Yp
from tests.report.test_compared import told, year_of
from yhdyspinta_cli import report, store
from yhdyspinta_cli.facts import region, standings
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import changes
from yhdyspinta_cli.report.differences import BecameRow, Changes
from yhdyspinta_cli.report.reports import InterfaceSheet
from yhdyspinta_cli.vocabulary import ChangeKind, Situation
from yhdyspinta_cli.wording.words import word

HELSE = TESTS / "helse"
BASES = [
    pytest.param(root, year, id=f"{root.name}-{year}")
    for root, years in (
        (LIVED, (2023, 2024, 2025)),
        (LIVED_ON, (2024, 2025, 2026, 2027)),
        (HELSE, (2024, 2025)),
        (REGION, (2023,)),
        (SHIPPED, (2024, 2025)),
    )
    for year in years
]

COUNTED: dict[ChangeKind, Situation] = {
    "completed": "completed",
    "cancelled": "cancelled",
    "merged": "merged",
    "paused": "paused",
    "dispute": "disputed",
}
"""What is of a kind came into this state, and what is of none of them did not."""


@cache
def base(root: Path) -> KnowledgeBase:
    return store.load(root).kb


def moved(found: Changes) -> list[BecameRow]:
    return [row for group in found.kinds for row in group.measures]


def assert_led_to(before: dict[str, int], after: dict[str, int], found: Changes) -> None:
    """What changed, came and went leads from the one count to the other."""
    every = {(row.code, row.title): row for row in (*moved(found), *found.came, *found.gone)}
    led = Counter(before)
    for row in every.values():
        led[str(row.before)] -= row.before is not None
        led[str(row.after)] += row.after is not None
    assert {state: n for state, n in led.items() if n} == after


def assert_kinds_are_states(found: Changes) -> None:
    """As many are of a kind as came into its state, wherever they came from."""
    rows = moved(found)
    for kind, state in COUNTED.items():
        came = [row.code for row in rows if row.before != state and reached(row) == state]
        assert sorted(came) == sorted(row.code for row in rows if row.kind == kind), kind


def reached(row: BecameRow) -> str | None:
    """Where it came; of what is no more, where it had come before it ended."""
    return row.row.after if row.after is None and row.row else row.after


def some(answer: dict[str, int]) -> dict[str, int]:
    return {state: n for state, n in answer.items() if n}


@pytest.mark.parametrize(("root", "year"), BASES)
def test_the_changes_of_a_year_lead_to_the_counts_at_its_end(yp: Yp, root: Path, year: int) -> None:
    built = year_of(root, year)
    found = built.changes
    now: Any = told(yp, root, "status", "--as-of", f"{year}-12-31")["total"]
    # Before its first day an agreement has no counts.
    if built.compared is not None:
        before = told(yp, root, "status", "--as-of", found.since.isoformat())["total"]
        assert_led_to(some(before), some(now), found)
    assert_kinds_are_states(found)


@pytest.mark.parametrize(("root", "year"), BASES)
def test_the_changes_of_an_interface_lead_to_its_counts(yp: Yp, root: Path, year: int) -> None:
    kb = base(root)
    now: Any = told(yp, root, "status", "--as-of", f"{year}-12-31")["by_interface"]
    for interface in kb.interfaces:
        sheet = report.build(
            kb,
            year,
            date(year, 12, 31),
            language="en",
            digest="",
            version="",
            over=True,
            interface=interface.id,
        )
        assert isinstance(sheet, InterfaceSheet)
        assert_kinds_are_states(sheet.changes)
        if sheet.compared is not None:
            then = told(yp, root, "status", "--as-of", sheet.changes.since.isoformat())
            old = then["by_interface"].get(interface.id, {})
            assert_led_to(some(old), some(now.get(interface.id, {})), sheet.changes)


def of_parties(kb: KnowledgeBase, day: date) -> dict[tuple[str, str], Situation]:
    """How each party stands on each measure that it answers for; what it owes not is not told."""
    there = standings.of(kb, region.measures(kb, day), day)
    return {
        (party.party.id, one.measure.id): party.situation for one in there for party in one.parties
    }


@pytest.mark.parametrize(("root", "year"), BASES)
def test_the_changes_of_each_party_lead_to_its_counts(root: Path, year: int) -> None:
    kb, day = base(root), date(year, 12, 31)
    then = year_of(root, year).changes.since
    before, after = of_parties(kb, then), of_parties(kb, day)
    found = changes.between(kb, then, day)
    own = {(one.party.id, one.measure.id): one for one in found if one.party}
    whole = {one.measure.id: one for one in found if one.party is None}
    owed = ("ended", "no-information")
    for key in before.keys() & after.keys():
        was, now = before[key], after[key]
        if was == now or (was in owed and now in owed):
            continue
        # What one party alone answers for, or told of the whole, is told of the whole.
        change = own.get(key) or whole[key[1]]
        assert change.after == now
        assert change.before == was or was in owed or change.before == "no-own-state"
        for kind, state in COUNTED.items():
            assert (change.kind == kind) == (now == state), (key, kind)


def test_a_dispute_that_ended_in_completed_is_completed_with_the_dispute_as_its_note() -> None:
    found = {one.measure.code: one for one in of_whole(LIVED, 2025)}
    assert (found["B5"].kind, found["B5"].also) == ("completed", ("settled",))
    assert (found["J4"].kind, found["J4"].also) == ("paused", ("settled",))
    assert (found["D4"].kind, found["D4"].before) == ("completed", "no-own-state")


def of_whole(root: Path, year: int) -> Iterable[changes.Change]:
    found = changes.between(base(root), date(year - 1, 12, 31), date(year, 12, 31))
    return [one for one in found if one.party is None]


def test_several_changes_of_a_measure_stand_in_the_order_of_their_days(
    yp: Yp, lived_copy: Path
) -> None:
    for state, day in (("in-progress", "2025-10-06"), ("cancelled", "2025-11-10")):
        put(yp, lived_copy, "D6", state, day)
    # Completed before, then not, and completed again: as many are completed as were.
    for state, day in (("in-progress", "2025-02-10"), ("completed", "2025-03-10")):
        put(yp, lived_copy, "A2", state, day)
    built = year_of(lived_copy, 2025)
    assert_kinds_are_states(built.changes)
    rows = {row.code: row for row in moved(built.changes)}
    assert rows["D6"].row is not None
    assert [(step.state, str(step.on)) for step in rows["D6"].row.steps] == [
        ("cancelled", "2025-09-22"),
        ("in-progress", "2025-10-06"),
        ("cancelled", "2025-11-10"),
    ]
    assert (rows["A2"].kind, rows["A2"].before, rows["A2"].after) == (
        "back",
        "completed",
        "completed",
    )
    templates = store.resource_dir("templates")
    page = report.render(built, "md", [], packaged=templates, word=word)
    assert (
        "was in progress, then cancelled (2025-09-22), then in progress (2025-10-06), "
        "now cancelled (2025-11-10" in page
    )
    assert "was completed, then in progress (2025-02-10), now completed (2025-03-10" in page


def put(yp: Yp, root: Path, code: str, state: str, day: str) -> None:
    done = yp("status", "set", code, state, "--on", day, "--by", "tuulikannas", cwd=root)
    assert done.code == 0, done.err


@pytest.fixture
def lived_copy(tmp_path: Path) -> Path:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    return root
