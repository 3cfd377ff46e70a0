"""What the tables and views answer is what `yp` answers, of the same data and day."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import Yp
from tests.opendata import made

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
        told = _asked(yp, name, "who-owns", measure.id, "--exact")
        mine = [row for row in found if row["measure"] == measure.id]
        named = {row["position"]: row for row in mine if row["actor"] is not None}
        assert [
            (one["actor"], one["actor_name"], one["role"], one["part"], one["label"] or "")
            for one in named.values()
        ] == [
            (one["actor"], one["name"], one["role"], one["part"], one["label"])
            for one in told["responsible"]
        ]
        for place, one in enumerate(told["responsible"], 1):
            own = [row for row in mine if row["position"] == place and row["how"] != "seat"]
            parties = [row["party"] for row in own if row["party"] is not None]
            assert sorted(parties) == sorted(party["id"] for party in one["parties"])
            assert {row["decided"] for row in own} <= {one["decided"]}
            assert {row["source"] for row in own} <= {told["measure"]["source"]}
        if not told["responsible"]:
            (only,) = mine
            assert only["label"] == told["nobody"]["label"]


@pytest.mark.parametrize("name", LIVED)
def test_owned_by_is_the_same_for_every_party(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        found = made.rows(opened, "SELECT * FROM who_owns JOIN measure_states USING (measure)")
    kb, day = made.asked(name).kb, made.asked(name).day
    for party in kb.parties:
        card = _asked(yp, name, "owned-by", party.id, "--exact")
        if card["actor"]["ended"] or card["actor"]["begins"]:
            continue
        told = {
            (line["id"], line["role"], group["how"], tuple(line["way"]))
            for group in card["groups"]
            if group["section"] == "measures"
            for line in group["lines"]
        }
        mine = {
            (row["measure"], row["role"], row["how"], tuple(json.loads(row["way"])))
            for row in found
            if row["party"] == party.id
        }
        assert mine == told, (party.id, day)


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
            found = made.rows(opened, "SELECT * FROM state_on WHERE day = ?", str(day))
            told = _asked(yp, name, "status", day=day)["measures"]
            keys = ("state", "situation", "update", "on", "late")
            columns = ("state", "situation", "last_update", "told_on_written", "is_late")
            mine = {row["measure"]: [row[key] for key in columns] for row in found}
            assert mine == {one["id"]: [one[key] for key in keys] for one in told}, day


@pytest.mark.parametrize("name", LIVED)
def test_states_of_the_day_are_those_of_status(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        measures = made.rows(opened, "SELECT * FROM measure_states")
        parties = made.rows(opened, "SELECT * FROM party_states WHERE part = 'answers'")
    columns = ("situation", "own_word", "last_update", "heard", "is_late", "is_silent")
    keys = ("situation", "word", "update", "heard", "late", "silent")
    mine = {row["measure"]: [row[key] for key in (*columns, "continued_by")] for row in measures}
    assert mine == {
        one["id"]: [one.get(key) for key in (*keys, "continued_by")]
        for one in _asked(yp, name, "status")["measures"]
    }
    told = [
        (one["measure"], own["party"], own["situation"])
        for one in _asked(yp, name, "status", "matrix")["measures"]
        for own in one["parties"]
    ]
    assert [(row["measure"], row["party"], row["situation"]) for row in parties] == told


@pytest.mark.parametrize("name", list(made.BASES))
def test_gaps_is_the_ledger(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        found = made.rows(opened, "SELECT * FROM gaps ORDER BY position")
        sums = made.rows(opened, "SELECT kind, sum(counted) AS n FROM gaps GROUP BY kind")
    answer = _asked(yp, name, "gaps")
    told = answer["gaps"]
    assert told
    assert {row["kind"]: row["n"] for row in sums} == {
        kind: number for kind, number in answer["counts"].items() if number
    }
    same = {
        "kind": "kind",
        "record": "id",
        "record_kind": "record_kind",
        "code": "code",
        "name": "name",
        "since": "since",
        "since_stated": "since_stated",
        "age_days": "age_days",
        "decides": "decides",
        "missing_count": "count",
        "of_all": "of",
        "period": "period",
        "begins": "begins",
        "language": "language",
    }
    # A goal and an act have codes of their own in the ledger: here only measures have one.
    for mine, gap in zip(found, told, strict=True):
        assert {column: mine[column] for column in same if column != "code" or mine["code"]} == {
            column: gap[key] for column, key in same.items() if column != "code" or mine["code"]
        }
        assert json.loads(mine["about"] or "[]") == gap["about"]
        assert (mine["source"] or "") == gap["source"]


@pytest.mark.parametrize("name", ["lived", "lived_on", "shipped"])
def test_periods_stand_as_yp_obligations_tells(name: str, yp: Yp) -> None:
    with made.database(made.written(name)["base.sqlite"]) as opened:
        found = made.rows(opened, "SELECT * FROM obligation_periods")
        events = made.rows(opened, "SELECT * FROM obligation_period_events")
    told = _asked(yp, name, "obligations")["standings"]
    assert len(told) > 20
    for mine, one in zip(found, told, strict=True):
        period = one["period"] or {}
        assert [
            mine["obligation"],
            mine["party"],
            mine["area"],
            mine["period"],
            mine["period_start"],
            mine["period_end"],
            mine["due"],
            mine["standing"],
            bool(mine["is_late"]),
            mine["reason"],
            mine["needed"],
            json.loads(mine["bindings"]),
            json.loads(mine["heirs"] or "[]"),
            mine["recorded_since"],
        ] == [
            one["obligation"],
            one["party"],
            one["area"],
            period.get("key"),
            period.get("start"),
            period.get("end"),
            period.get("due"),
            one["state"],
            one["late"],
            one["reason"],
            one["needed"],
            one["bindings"],
            one["successors"],
            one["recorded_since"],
        ]
        key = (mine["obligation"], mine["position"])
        own = [e["event"] for e in events if (e["obligation"], e["period_position"]) == key]
        assert own == [event["id"] for event in one["events"]]
