"""What a record added to any history may change, and what it never changes."""

import contextlib
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.errors import UnsatisfiedAssumption

from tests.agreement_of_answers import histories
from tests.agreement_of_answers.histories import Named
from yhdyspinta_cli.facts import events, happened, measured, naming, standings
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import obligations

SEEDS = st.integers(0, 2**32 - 1)
HISTORIES = st.lists(SEEDS, max_size=14)
DAYS = st.integers(0, 1500).map(lambda n: date(2022, 1, 1) + timedelta(n))
QUICK = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
LONG = settings(QUICK, max_examples=150)

Told = dict[tuple[str, ...], object]
"""What is told, by what it is told of."""


def periods_of(
    kb: KnowledgeBase, day: date
) -> dict[tuple[str, ...], obligations.ObligationStanding]:
    """Return how each duty stands, by the duty, the period and whose it is."""
    return {
        (s.obligation.id, s.period.key if s.period else "", s.each.id if s.each else ""): s
        for s in obligations.standings(kb, day, over=True)
    }


def measures_of(kb: KnowledgeBase, day: date) -> Told:
    """Return how each measure and each party on it stands, and on whose word."""
    found: Told = {}
    for one in standings.of(kb, kb.measures, day):
        found[one.measure.id,] = (one.situation, [u.id for u in one.words], one.heard)
        for own in (*one.parties, *one.partners, *one.others):
            found[one.measure.id, own.party.id] = (own.situation, {u.id for u in own.latest})
    return found


def told(kb: KnowledgeBase, day: date) -> Told:
    """Return everything that is told of a day."""
    found = measures_of(kb, day)
    for period, one in periods_of(kb, day).items():
        found["duty", *period] = (one.state, [e.id for e in one.events], one.is_late, one.reason)
    for measure in kb.measures:
        found["named", measure.id] = [(n.actor, n.role) for n in naming.named(kb, measure, day)]
    for key, values in measured.holding(kb, day).items():
        found["value", key] = sorted(value.id for value in values)
    return found


def split(seeds: Sequence[int], seed: int) -> tuple[list[Named], Named]:
    before = histories.history([s for s in seeds if s != seed])
    return before, histories.record(seed, before)


def never_worse(seeds: list[int], seed: int, day: date) -> None:
    before, added = split(seeds, seed)
    assume(added[0].startswith("events") and "corrects" not in added[1])
    old = periods_of(histories.load(histories.raw(before)), day)
    new = periods_of(histories.load(histories.raw([*before, added])), day)
    assert old.keys() == new.keys()
    named = added[1].get("fulfils")
    changed = set()
    for key, one in old.items():
        ids = {event.id for event in new[key].events}
        assert {event.id for event in one.events} <= ids
        if one.state == "met":
            assert new[key].state == "met"
        if added[1]["id"] in ids:
            changed.add(key[0])
    if isinstance(named, list):
        assert changed <= set(named)
    else:
        assert len(changed) <= 1
        kb = histories.load(histories.raw(before))
        for duty in kb.obligations:
            if duty.id in changed:
                body = (duty.fulfilled_by.body if duty.fulfilled_by else None) or duty.body
                assert body is not None
                assert body == added[1].get("body")


def earlier_days_stay(seeds: list[int], seed: int, day: date) -> None:
    before, added = split(seeds, seed)
    # That an event was recorded by mistake, or otherwise than it was, holds of every day.
    assume(not (added[0].startswith("events") and "corrects" in added[1]))
    after = histories.load(histories.raw([*before, added]))
    record = after.entries[str(added[1]["id"])].record
    assert isinstance(record, Update | Value | Event)
    assume(record.on.last > day)
    assert told(after, day) == told(histories.load(histories.raw(before)), day)


def order_is_nothing(seeds: list[int], mixed: list[Named], day: date) -> None:
    straight = histories.load(histories.raw(histories.history(seeds)))
    other = histories.load(dict(reversed(histories.raw(mixed).items())))
    assert told(straight, day) == told(other, day)


def moment_is_its_own(seeds: list[int], which: int, hour: int, day: date) -> None:
    happened = histories.history(seeds)
    assume(happened)
    name, record = happened[which % len(happened)]
    later = {**record, "recorded": f"2026-01-01T{hour:02}:00:00Z"}
    again = [(n, later if n == name else one) for n, one in happened]
    old = told(histories.load(histories.raw(happened)), day)
    new = told(histories.load(histories.raw(again)), day)
    own = record.get("measure")
    for key in old:
        if key[0] != own and key != ("named", own) and key != ("value", record.get("indicator")):
            assert old[key] == new[key], key


def names_are_nothing(seeds: list[int], day: date) -> None:
    """What a file is called, and with it the digest in its name, decides nothing."""
    happened = histories.history(seeds)
    other = {one["id"]: f"toinen-{2**32 - int(str(one['id'])[9:])}" for _name, one in happened}
    again = []
    for name, one in happened:
        key = other[one["id"]]
        called = {**one, "id": key}
        if "corrects" in one:
            called["corrects"] = other[one["corrects"]]
        again.append((f"{name.rsplit('/', 1)[0]}/{key}.yaml", called))
    old = histories.load(histories.raw(happened))
    new = histories.load(histories.raw(again))
    assert situations(old, day) == situations(new, day)


def situations(kb: KnowledgeBase, day: date) -> Told:
    """Return what is told of a day, without the names of the records that tell it."""
    found: Told = {}
    for one in standings.of(kb, kb.measures, day):
        found[one.measure.id,] = (one.situation, one.heard)
        for own in (*one.parties, *one.partners, *one.others):
            found[one.measure.id, own.party.id] = own.situation
        found["named", one.measure.id] = {n.actor for n in naming.named(kb, one.measure, day)}
    for period, duty in periods_of(kb, day).items():
        found["duty", *period] = (duty.state, len(duty.events), duty.is_late)
    for key, values in measured.holding(kb, day).items():
        found["value", key] = {(str(v.value), v.party, v.by, v.on.written) for v in values}
    return found


def fulfils_is_one_thing(seeds: list[int], day: date) -> None:
    kb = histories.load(histories.raw(histories.history(seeds)))
    said = {
        (event.id, duty.id)
        for event in happened.effective(kb, day)
        for duty in events.fulfilled_by(kb, event)
    }
    counted = {
        (event.id, one.obligation.id)
        for one in obligations.standings(kb, day)
        for event in one.events
    }
    assert said == counted
    for event in kb.of(Event):
        found = [duty.id for duty in events.fulfilled_by(kb, event)]
        assert set(found) <= set(event.fulfils) or not event.fulfils
        assert not set(found) & set(event.not_fulfils)
        assert event.fulfils or len(found) <= 1


MIXED = HISTORIES.flatmap(
    lambda seeds: st.tuples(st.just(seeds), st.permutations(histories.history(seeds)))
)


@QUICK
@given(HISTORIES, SEEDS, DAYS)
def test_an_event_more_never_turns_met_into_missed_and_fulfils_what_it_names(
    seeds: list[int], seed: int, day: date
) -> None:
    never_worse(seeds, seed, day)


@QUICK
@given(HISTORIES, SEEDS, DAYS)
def test_what_is_of_a_later_day_changes_no_earlier_one(
    seeds: list[int], seed: int, day: date
) -> None:
    earlier_days_stay(seeds, seed, day)


@QUICK
@given(MIXED, DAYS)
def test_the_order_of_files_is_nothing(mixed: tuple[list[int], list[Named]], day: date) -> None:
    order_is_nothing(*mixed, day)


@QUICK
@given(HISTORIES, SEEDS, st.integers(0, 23), DAYS)
def test_the_moment_of_a_record_changes_no_other_thing(
    seeds: list[int], which: int, hour: int, day: date
) -> None:
    moment_is_its_own(seeds, which, hour, day)


@QUICK
@given(HISTORIES, DAYS)
def test_what_an_event_says_it_fulfils_is_what_counts(seeds: list[int], day: date) -> None:
    fulfils_is_one_thing(seeds, day)


@QUICK
@given(HISTORIES, DAYS)
def test_what_a_file_is_called_decides_nothing(seeds: list[int], day: date) -> None:
    names_are_nothing(seeds, day)


@pytest.mark.proof
@LONG
@given(HISTORIES, SEEDS, st.integers(0, 23), DAYS)
def test_proof_of_many_histories(seeds: list[int], seed: int, hour: int, day: date) -> None:
    fulfils_is_one_thing(seeds, day)
    names_are_nothing(seeds, day)
    order_is_nothing(seeds, histories.history(seeds)[::-1], day)
    # One that says nothing of this history must not keep the others from it.
    with contextlib.suppress(UnsatisfiedAssumption):
        never_worse(seeds, seed, day)
    with contextlib.suppress(UnsatisfiedAssumption):
        earlier_days_stay(seeds, seed, day)
    with contextlib.suppress(UnsatisfiedAssumption):
        moment_is_its_own(seeds, seed, hour, day)
