"""Which two facts stand in the headline of a yearly report."""

from dataclasses import replace
from datetime import date

import pytest

from yhdyspinta_cli.report import headline

QUIET = headline.Numbers(
    is_recorded=True,
    measures=40,
    completed=5,
    completed_before=5,
    in_progress=30,
    missed=0,
    missed_by_law=0,
    disputed=0,
    back=0,
    late=0,
    nobody=0,
    silent=0,
    untold=0,
    ends=None,
    is_over=False,
)
GRAVE: tuple[tuple[str, dict[str, object]], ...] = (
    ("missed-by-law", {"missed": 5, "missed_by_law": 1}),
    ("agreement-ends", {"ends": date(2025, 12, 31)}),
    ("missed", {"missed": 2}),
    ("disputed", {"disputed": 1}),
    ("back", {"back": 1}),
    ("late", {"late": 1}),
    ("nobody", {"nobody": 3}),
    ("silent", {"silent": 3}),
    ("untold", {"untold": 3}),
    ("more-completed", {"completed_before": 2}),
)


def kinds(found: headline.Numbers) -> list[str]:
    return [fact.kind for fact in headline.headline(found)]


@pytest.mark.parametrize("place", range(len(GRAVE)))
def test_the_graver_thing_stands_beside_whatever_else_is_wrong(place: int) -> None:
    found = QUIET
    # The lighter ones first, so that the graver one's own numbers stay.
    for _kind, numbers in reversed(GRAVE[place:]):
        found = replace(found, **numbers)  # type: ignore[arg-type]
    assert kinds(found) == ["completed", GRAVE[place][0]]


def test_where_nothing_is_wrong_the_standing_stands_alone() -> None:
    assert kinds(QUIET) == ["completed"]


def test_an_agreement_that_is_over_is_told_as_that() -> None:
    found = replace(QUIET, ends=date(2025, 12, 31), is_over=True, late=4)
    assert kinds(found) == ["completed", "agreement-over"]


def test_a_year_without_records_says_so_first_whatever_stands_from_before() -> None:
    silent = replace(QUIET, is_recorded=False, missed=3, missed_by_law=3)
    assert kinds(silent) == ["nothing-recorded", "measures"]
    assert kinds(replace(silent, nobody=2)) == ["nothing-recorded", "nobody"]


def test_an_agreement_without_measures_promises_none() -> None:
    empty = replace(QUIET, measures=0, completed=0, in_progress=0, completed_before=None)
    assert kinds(empty) == ["no-measures"]
    assert kinds(replace(empty, is_recorded=False)) == ["nothing-recorded"]


def test_where_none_is_completed_what_is_in_progress_is_told() -> None:
    assert kinds(replace(QUIET, completed=0))[0] == "in-progress"
    assert kinds(replace(QUIET, completed=0, in_progress=0))[0] == "measures"


@pytest.mark.parametrize(
    ("number", "of", "words"),
    [
        (13, 40, "1/3"),
        (10, 40, "1/4"),
        (20, 40, "1/2"),
        (8, 30, ""),
        (3, 30, ""),
        (39, 40, ""),
        (40, 40, "1/1"),
        # Of a few the number says more.
        (2, 6, ""),
    ],
)
def test_a_share_is_named_only_where_it_is_nearly_that(number: int, of: int, words: str) -> None:
    assert headline.share(number, of) == words
