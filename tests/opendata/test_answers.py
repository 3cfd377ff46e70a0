"""What the tables and views answer is what `yp` answers, of the same data and day."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import Yp
from tests.opendata import made, same

LIVED = ["lived", "lived_on"]


def _asked(yp: Yp, name: str, *words: str, day: date | None = None) -> Any:
    folder, own = made.BASES[name]
    result = yp(*words, "--as-of", str(day or own), "--json", cwd=folder)
    assert result.code in (0, 1), result.err
    return json.loads(result.out)["answer"]


@pytest.mark.parametrize("name", ["lived", "lived_on", "shipped"])
def test_who_owns_is_the_answer_for_every_measure(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        found = made.rows(opened, "SELECT * FROM who_owns")
    for measure in made.asked(name).kb.measures:
        same.who_owns(found, _asked(yp, name, "who-owns", measure.id, "--exact"))


@pytest.mark.parametrize("name", LIVED)
def test_owned_by_is_the_same_for_every_party(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        found = made.rows(opened, "SELECT * FROM owned_by")
    for party in made.asked(name).kb.parties:
        card = _asked(yp, name, "owned-by", party.id, "--exact")
        if not card["actor"]["ended"] and not card["actor"]["begins"]:
            same.owned_by(found, party.id, card)


def _days(name: str) -> Iterator[date]:
    """Yield the days on which something was told, and those before them, now and then."""
    asked = made.asked(name)
    days = {update.on.last for update in asked.kb.updates}
    known = sorted({*days, *(day - timedelta(days=1) for day in days), asked.day})
    yield from [day for day in known if day <= asked.day][:: max(1, len(known) // 25)]
    yield asked.day


@pytest.mark.parametrize("name", LIVED)
def test_state_on_is_the_answer_of_every_day(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        for day in _days(name):
            same.state_on(opened, str(day), _asked(yp, name, "status", day=day))


@pytest.mark.parametrize("name", LIVED)
def test_states_of_the_day_are_those_of_status(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        same.states(opened, _asked(yp, name, "status"), _asked(yp, name, "status", "matrix"))


@pytest.mark.parametrize("name", list(made.BASES))
def test_gaps_is_the_ledger(name: str, yp: Yp) -> None:
    told = _asked(yp, name, "gaps")
    assert told["gaps"]
    with made.database(made.written(name)["base.sqlite"]) as opened:
        same.gaps(opened, told)


@pytest.mark.parametrize("name", ["lived", "lived_on", "shipped"])
def test_periods_stand_as_yp_obligations_tells(name: str, yp: Yp) -> None:
    told = _asked(yp, name, "obligations")["standings"]
    assert len(told) > 20
    with made.database(made.written(name)["base.sqlite"]) as opened:
        same.periods(opened, told)
