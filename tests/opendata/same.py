"""What the tables and views say, held against what the commands answer of the same data and day.

`told` is what a command answers with ``--json``, and rows are read with the names of their columns.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from tests.opendata import made

Rows = list[dict[str, Any]]


def who_owns(view: Rows, told: Any) -> None:
    """Hold the view against `yp who-owns` of a measure."""
    mine = [row for row in view if row["measure"] == told["measure"]["id"]]
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


def owned_by(view: Rows, party: str, told: Any) -> None:
    """Hold the view against `yp owned-by` of a party."""
    lines = {
        (line["id"], line["role"], group["how"], tuple(line["way"]))
        for group in told["groups"]
        if group["section"] == "measures"
        for line in group["lines"]
    }
    mine = {
        (row["measure"], row["role"], row["how"], tuple(json.loads(row["way"])))
        for row in view
        if row["party"] == party
    }
    assert mine == lines, party


def state_on(opened: sqlite3.Connection, day: str, told: Any) -> None:
    """Hold the view of a day against `yp status` as of it."""
    found = made.rows(opened, "SELECT * FROM state_on WHERE day = ?", day)
    keys = ("state", "situation", "update", "on", "late")
    columns = ("state", "situation", "last_update", "told_on_written", "is_late")
    mine = {row["measure"]: [row[key] for key in columns] for row in found}
    assert mine == {one["id"]: [one[key] for key in keys] for one in told["measures"]}, day


def states(opened: sqlite3.Connection, told: Any, matrix: Any) -> None:
    """Hold the states of the day of the export against `yp status` and `yp status matrix`."""
    measures = made.rows(opened, "SELECT * FROM measure_states")
    parties = made.rows(opened, "SELECT * FROM party_states WHERE part = 'answers'")
    columns = ("situation", "own_word", "last_update", "heard", "is_late", "is_silent")
    keys = ("situation", "word", "update", "heard", "late", "silent")
    mine = {row["measure"]: [row[key] for key in (*columns, "continued_by")] for row in measures}
    assert mine == {
        one["id"]: [one.get(key) for key in (*keys, "continued_by")] for one in told["measures"]
    }
    each = [
        (one["measure"], own["party"], own["situation"])
        for one in matrix["measures"]
        for own in one["parties"]
    ]
    assert [(row["measure"], row["party"], row["situation"]) for row in parties] == each


def gaps(opened: sqlite3.Connection, told: Any) -> None:
    """Hold the view against `yp gaps`: its rows and its numbers."""
    found = made.rows(opened, "SELECT * FROM gaps ORDER BY position")
    sums = made.rows(opened, "SELECT kind, sum(counted) AS n FROM gaps GROUP BY kind")
    assert {row["kind"]: row["n"] for row in sums} == {
        kind: number for kind, number in told["counts"].items() if number
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
    for mine, gap in zip(found, told["gaps"], strict=True):
        assert {column: mine[column] for column in same if column != "code" or mine["code"]} == {
            column: gap[key] for column, key in same.items() if column != "code" or mine["code"]
        }
        assert json.loads(mine["about"] or "[]") == gap["about"]
        assert (mine["source"] or "") == gap["source"]


def periods(opened: sqlite3.Connection, told: Iterable[Any]) -> None:
    """Hold the periods of the obligations against `yp obligations`."""
    found = made.rows(opened, "SELECT * FROM obligation_periods")
    events = made.rows(opened, "SELECT * FROM obligation_period_events")
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
