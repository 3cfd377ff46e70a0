"""What was due before a new party began was its predecessor's, whatever is asked of the new one."""

import json
from typing import Any

import pytest

from tests.conftest import LIVED_ON, Yp

NEW, DAY, BEGAN = "rantaniemi", "2026-11-28", "2026-01-01"
"""Rantaniemi began on 1 January 2026, when Kaislaranta and Metsoniemi became one."""
ONCE, ONCE_IN_FORUM = "velvoite-vastinparit", "velvoite-sopimuksen-paivitys"
"""What was to be done by 31 March 2023, and by the end of 2025."""


def told(yp: Yp, *arguments: str, day: str = DAY) -> Any:
    done = yp(*arguments, "--as-of", day, "--json", cwd=LIVED_ON)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def on_card(yp: Yp, actor: str, day: str = DAY) -> set[str]:
    groups = told(yp, "owned-by", actor, day=day)["groups"]
    return {line["id"] for g in groups if g["section"] == "obligations" for line in g["lines"]}


def due_days(yp: Yp, party: str) -> set[str]:
    standings = told(yp, "obligations", "--party", party)["standings"]
    return {s["period"]["due"] for s in standings if s["period"]}


def test_every_period_of_a_new_party_is_due_once_it_is_there(yp: Yp) -> None:
    dues = due_days(yp, NEW)
    assert [due for due in dues if due < BEGAN] == []
    assert "2026-12-31" in dues
    assert "2025-12-31" in due_days(yp, "kaislaranta")


def test_what_its_predecessors_missed_is_not_missed_by_it(yp: Yp) -> None:
    assert told(yp, "gaps", "--party", NEW, "--kind", "missed")["gaps"] == []
    every = told(yp, "gaps", "--kind", "missed")["gaps"]
    assert "velvoite-aluekeskustelut" in {gap["id"] for gap in every}
    sheet = yp("report", "--party", NEW, "--year", "2026", "--as-of", DAY, cwd=LIVED_ON).out
    assert "2025: missed" not in sheet
    assert "| missed" not in sheet


@pytest.mark.parametrize("once", [ONCE, ONCE_IN_FORUM])
def test_its_card_and_its_lists_hold_nothing_that_was_over_before_it(yp: Yp, once: str) -> None:
    assert once not in on_card(yp, NEW)
    assert once in on_card(yp, "kuikkajarvi")
    for question in (("list", "obligations"), ("obligations",)):
        assert f'"{once}"' not in json.dumps(told(yp, *question, "--party", NEW))


def test_a_new_party_is_silent_only_since_it_began(yp: Yp) -> None:
    gaps = told(yp, "gaps", "--party", NEW, "--kind", "no-information")["gaps"]
    assert gaps
    assert {gap["since"] for gap in gaps} == {BEGAN}
    old = told(yp, "gaps", "--party", "kuikkajarvi", "--kind", "no-information")["gaps"]
    assert {gap["since"] for gap in old} == {"2023-01-01"}
