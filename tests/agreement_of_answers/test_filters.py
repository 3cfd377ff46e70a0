"""An option selects the same records in every command, alone and beside the others."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import filters, search
from yhdyspinta_cli.queries.filters import Wanted

KB = store.load(LIVED).kb
DAY = date(2025, 12, 31)
ON = ("--as-of", DAY.isoformat())
KINDS: tuple[type[Record], ...] = (Measure, Indicator, Update, Value, Event, Obligation)

ASKED: dict[str, str] = {
    "interface": "b",
    "goal": KB.goals[0].id,
    "party": "hallavesi",
    "actor": "tuulikannas",
    "state": "in-progress",
    "binding": "programme",
}
"""A value of each filter that selects something, and not everything."""

OPTIONS = [field.name for field in fields(Wanted)]


def wanted(*names: str) -> Wanted:
    return Wanted(**{name: ASKED[name] for name in names})  # type: ignore[arg-type]


def ids(records: Iterable[Record]) -> set[str]:
    return {record.id for record in records}


def selected(kind: type[Record], *names: str) -> set[str]:
    return ids(filters.select(KB, kind, wanted(*names), DAY))


def told(yp: Yp, *arguments: str) -> Any:
    done = yp(*arguments, "--json", *ON, cwd=LIVED)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def options(*names: str) -> list[str]:
    return [word for name in names for word in (f"--{name}", ASKED[name])]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
@pytest.mark.parametrize(("one", "other"), list(combinations(OPTIONS, 2)))
def test_two_filters_select_what_each_of_them_does(
    kind: type[Record], one: str, other: str
) -> None:
    both = selected(kind, one, other)
    each = selected(kind, one) & selected(kind, other)
    if {one, other} & {"party", "actor"} and "binding" in (one, other):
        # What binds one of its doers may not bind another.
        assert both <= each
    else:
        assert both == each


def test_every_filter_selects_something_of_each_kind_and_leaves_something_out() -> None:
    for name in OPTIONS:
        for kind in KINDS:
            found = selected(kind, name)
            assert found, (name, kind.kind)
            if not (name == "binding" and kind is not Obligation):
                assert len(found) < len(selected(kind)), (name, kind.kind)


@pytest.mark.parametrize("name", OPTIONS)
def test_an_indicator_follows_its_measure(name: str) -> None:
    measures = selected(Measure, name)
    expected = {i.id for m in KB.measures if m.id in measures for i in m.indicators}
    assert selected(Indicator, name) == expected
    assert expected


def test_reports_of_a_party_in_a_state_are_of_that_party(yp: Yp) -> None:
    # Those of every party were told: the state was asked about, and nothing after it.
    both = told(yp, "list", "updates", *options("party", "state"))
    assert both
    assert {"hallavesi"} <= {one.get("party") or one.get("by") for one in both}
    assert (
        ids(KB.updates)
        > {one["id"] for one in both}
        == selected(Update, "party") & selected(Update, "state")
    )
    found = search.search(KB, "hanke", day=DAY, limit=1000, wanted=wanted("party", "state"))
    alone = search.search(KB, "hanke", day=DAY, limit=1000, wanted=wanted("party"))
    assert ids(hit.record for hit in found.hits) <= ids(hit.record for hit in alone.hits)


def test_what_has_ended_has_ended_in_any_state() -> None:
    ended = ids(filters.select(KB, Measure, Wanted(state="ended"), DAY))
    each = [
        ids(filters.select(KB, Measure, Wanted(state=state), DAY))
        for state in ("completed", "cancelled", "merged")
    ]
    assert all(each)
    assert ended == set.union(*each)


@pytest.mark.parametrize("name", OPTIONS)
def test_the_calendar_has_what_the_lists_have(name: str, yp: Yp) -> None:
    year = told(yp, "calendar", "--year", "2024", *options(name))
    entries = [e for month in year["months"] for e in month["entries"]] + year["any_time"]
    shown = {kind: {e["record"] for e in entries if e["kind"] == kind} for kind in ("event", "due")}
    events = {
        key
        for key in selected(Event, name)
        if (event := KB.find(Event, key))
        and event.on.last.year == 2024
        and event in _counting(KB.events)
    }
    assert shown["event"] == events
    due = told(yp, "obligations", "--year", "2024", *options(name))["standings"]
    periods = {
        one["obligation"] for one in due if one["period"] and one["period"]["due"][:4] == "2024"
    }
    assert {key for key in shown["due"] if key in periods} == periods & shown["due"]
    assert shown["due"] <= {one["obligation"] for one in due}
    measures = {e["record"] for e in entries if e["kind"] == "measure-due"}
    assert measures <= selected(Measure, name)


def _counting(found: Iterable[Event]) -> list[Event]:
    replaced = {event.corrects for event in KB.events}
    return [event for event in found if event.id not in replaced and not event.void]


@pytest.mark.parametrize("name", OPTIONS)
def test_what_happened_is_the_same_in_both_lists(name: str, yp: Yp) -> None:
    whole = {one["id"]: one for one in told(yp, "list", "events", *options(name))}
    assert set(whole) == selected(Event, name)
    counting = {k for k, one in whole.items() if not one["void"] and not one["corrected_by"]}
    assert {one["id"] for one in told(yp, "event", "list", *options(name))} == counting


def test_an_event_belongs_to_what_it_fulfils() -> None:
    by_law = ids(filters.select(KB, Event, Wanted(binding="law"), DAY))
    meeting = "2024-05-21-perhekeskusverkostot-aef91d40"
    assert meeting in by_law
    assert meeting not in ids(filters.select(KB, Event, Wanted(binding="programme"), DAY))


def test_whose_turn_it_is(yp: Yp) -> None:
    whole = told(yp, "rotation")["rotations"]
    own = told(yp, "rotation", "--party", "hallavesi")["rotations"]
    assert own
    assert len(own) < len(whole)
    assert all("hallavesi" in json.dumps(one) for one in own)
    of_b = {one["body"] for one in told(yp, "rotation", "--interface", "johto")["rotations"]}
    assert of_b == {
        one["body"]
        for one in whole
        if getattr(KB.entries[one["body"]].record, "interface", "") == "johto"
    }


@pytest.mark.parametrize("option", ["party", "actor"])
def test_a_card_takes_what_concerns_another_actor_as_every_question(yp: Yp, option: str) -> None:
    other = "hallavesi"
    card = told(yp, "owned-by", "tuulikannas", f"--{option}", other)
    found = {
        line["id"]
        for group in card["groups"]
        if group["section"] == "measures"
        for line in group["lines"]
    }
    whole = {
        line["id"]
        for group in told(yp, "owned-by", "tuulikannas")["groups"]
        if group["section"] == "measures"
        for line in group["lines"]
    }
    listed = told(yp, "list", "measures", f"--{option}", other)
    assert found == whole & {measure["id"] for measure in listed}
    assert set() < found < whole
