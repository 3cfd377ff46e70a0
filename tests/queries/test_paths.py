"""How a party came to stand as it does ends, on every day, in how it stands."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import courses, region, standings
from yhdyspinta_cli.queries import paths

PASSED_OVER = ("no-information", "no-own-state", "ended")


@pytest.mark.parametrize("base", [REGION, LIVED, LIVED_ON], ids=lambda base: base.name)
def test_the_last_step_is_how_a_party_stands_and_since_when(base: Path) -> None:
    kb = store.load(base).kb
    seen = 0
    for day in (date(2023, 6, 1) + timedelta(days=97 * n) for n in range(12)):
        for one in standings.of(kb, region.measures(kb, day), day):
            for own in one.parties:
                steps = paths.path(kb, one.measure, own.party.id, day)
                if own.situation in PASSED_OVER:
                    continue
                assert steps, (one.measure.id, own.party.id, day)
                assert steps[-1].situation == own.situation
                runs = courses.course(kb, one.measure, own.party.id, day)
                (turn,) = [run.start for run in runs if run.is_turn][-1:]
                # A time in which nothing was known is no step between two that are the same.
                assert steps[-1].on <= turn
                seen += 1
    assert seen > 10


def test_who_was_appointed_after_it_was_told_stands_so_from_that_day_on() -> None:
    """The report is older than the decision: of no day of a report was it told of the party."""
    kb = store.load(LIVED).kb
    measure = kb.measure("palveluverkko")
    assert measure is not None
    (only,) = paths.path(kb, measure, "tuulikannas", date(2024, 6, 15))
    assert (only.on, only.situation) == (date(2024, 4, 17), "not-started")
    assert paths.path(kb, measure, "tuulikannas", date(2024, 4, 16)) == ()
