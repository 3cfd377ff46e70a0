"""Which values of an indicator hold: the latest word, and no digest chooses."""

from datetime import date

import pytest

from tests.facts.base import region
from yhdyspinta_cli.facts import measured

INDICATOR = "mittari-j2"


def holding(*what: dict[str, object]) -> set[object]:
    found = measured.holding(region(*what), date(2024, 1, 1))
    return {value.value for value in found[INDICATOR]}


def told(key: str, value: int, **more: object) -> dict[str, object]:
    made = {"id": key, "indicator": INDICATOR, "value": value, "on": date(2023, 5, 1)}
    return {**made, "by": "hiidenmaa", **more}


@pytest.mark.parametrize(("one", "other"), [("x1", "x2"), ("x2", "x1")])
def test_what_one_reporter_says_of_one_day_is_chosen_by_the_moment_or_told_twice(
    one: str, other: str
) -> None:
    first, later = "2023-05-02T10:00:00Z", "2023-05-03T10:00:00Z"
    assert holding(told(one, 412, recorded=first), told(other, 420, recorded=later)) == {420}
    assert holding(told(one, 412), told(other, 420)) == {412, 420}
    assert holding(told(one, 412), told(other, 420, corrects=one)) == {420}
    assert holding(told(one, 412), told(other, 420, on=date(2023, 6, 1))) == {420}
