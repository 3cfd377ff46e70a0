"""What differs between two states of the records is exactly what was changed in them."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION
from tests.queries import replaying
from tests.queries.replaying import changed
from yhdyspinta_cli import store
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import year_of
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits

TIMES = 120


@pytest.fixture(scope="module")
def lived() -> KnowledgeBase:
    return store.load(LIVED).kb


@pytest.fixture(scope="module")
def lived_on() -> KnowledgeBase:
    return store.load(LIVED_ON).kb


Told = tuple[str, tuple[str, ...], object, object]
"""An edit as it is compared: its kind, its steps, before, after."""


def told(found: edits.Difference) -> list[Told]:
    return [(one.kind, one.steps, one.before, one.after) for one in found.edits]


def with_edit(kb: KnowledgeBase, record: Record) -> tuple[edits.Difference, ...]:
    """What is told where one record is another than it was."""
    before = edits.records(kb)
    return edits.between(before, {**before, record.id: record})


# ---- One random edit: exactly that one is told.


def another(chance: random.Random, record: Record, name: str, kin: list[Record]) -> object:
    """Return another value for a field: one that a record of the same kind has there."""
    held = getattr(record, name)
    others = [value for one in kin if (value := getattr(one, name)) != held]
    if others:
        return chance.choice(others)
    return f"{held} toisin" if isinstance(held, str) else None


def one_edit(chance: random.Random, kb: KnowledgeBase) -> tuple[Record, list[Told]] | None:
    """Return a record with one thing changed and what has to be told of it, None where not."""
    outer = edits.records(kb).values()
    kind = chance.choice(sorted({one.kind for one in outer}))
    record = chance.choice([one for one in outer if one.kind == kind])
    kin = [one for one in kb.of(type(record)) if one.id != record.id]
    name = chance.choice([key for key in fields_of(type(record)) if key != "id"])
    held = getattr(record, name)
    if isinstance(held, tuple):
        return in_a_list(chance, record, name, kin)
    value = another(chance, record, name, kin)
    if value is None or isinstance(held, dict) or isinstance(record, Worded):
        return None
    return changed(record, **{name: value}), [("changed", (name,), held, value)]


def in_a_list(
    chance: random.Random, record: Record, name: str, kin: list[Record]
) -> tuple[Record, list[Told]] | None:
    """Return a record with an item of a list added, removed, moved, or told in another way."""
    held = getattr(record, name)
    sign = edits.sign
    deed = chance.choice(("add", "remove", "move", "inside"))
    place = chance.randrange(len(held) + (deed == "add")) if held or deed == "add" else None
    if place is None or (len(held) < 2 and deed == "move"):
        return None
    if deed == "add":
        signs = [sign(item) for item in held]
        own = isinstance(next(iter(held), None), Record)
        offered = [i for one in kin for i in getattr(one, name) if sign(i) not in signs and not own]
        if not offered or isinstance(offered[0], Record):
            return None
        new = chance.choice(offered)
        made = changed(record, **{name: (*held[:place], new, *held[place:])})
        return made, [("added", (name, sign(new)), None, new)]
    item = held[place]
    rest = (*held[:place], *held[place + 1 :])
    if deed == "remove":
        return changed(record, **{name: rest}), [("removed", (name, sign(item)), item, None)]
    if deed == "move":
        moved = (*held[1:], held[0])
        if moved == held:
            return None
        return changed(record, **{name: moved}), [("moved", (name,), held, moved)]
    return inside(record, name, place)


def inside(record: Record, name: str, place: int) -> tuple[Record, list[Told]] | None:
    """Return a record with a text of an item told otherwise, one that is not its sign."""
    held = getattr(record, name)
    item: Any = held[place]
    if not isinstance(item, Noun):
        return None
    for key in fields_of(type(item)):
        text = getattr(item, key)
        is_text = isinstance(text, str) and key in ("label", "text", "part", "section", "note")
        if not is_text or text == edits.sign(item):
            continue
        new = changed(item, **{key: f"{text} toisin"})
        made = changed(record, **{name: (*held[:place], new, *held[place + 1 :])})
        return made, [("changed", (name, edits.sign(item), key), text, f"{text} toisin")]
    return None


def random_edits(kb: KnowledgeBase, seed: int) -> Iterator[tuple[Record, list[Told]]]:
    chance, number = random.Random(seed), 0
    while number < TIMES:
        try:
            made = one_edit(chance, kb)
        except RefusalError:
            continue
        if made is not None:
            number += 1
            yield made


@pytest.mark.parametrize("folder", [LIVED, LIVED_ON, REGION], ids=lambda path: path.name)
def test_what_is_told_of_a_random_edit_is_exactly_that_edit(folder: Any) -> None:
    kb = store.load(folder).kb
    kinds = set()
    for record, expected in random_edits(kb, seed=17):
        (found,) = with_edit(kb, record)
        assert found.before == edits.records(kb)[record.id]
        assert found.after is record
        assert told(found) == expected
        kinds |= {kind for kind, *_rest in expected}
    assert kinds == {"added", "removed", "changed", "moved"}


def test_of_the_same_records_nothing_is_told(lived: KnowledgeBase) -> None:
    again = store.load(LIVED).kb
    assert edits.between(edits.records(lived), edits.records(again)) == ()


def test_a_record_is_added_and_dropped(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    for key in random.Random(3).sample([*before], 40):
        rest = {one: record for one, record in before.items() if one != key}
        (gone,) = edits.between(before, rest)
        assert (gone.before, gone.after, gone.edits) == (before[key], None, ())
        (new,) = edits.between(rest, before)
        assert (new.before, new.after, new.edits) == (None, before[key], ())
        assert gone.record is new.record is before[key]


# ---- Renames: what follows the new id is no edit.


def test_a_renamed_record_is_told_by_its_ids_alone(lived_on: KnowledgeBase) -> None:
    before = edits.records(lived_on)
    known = [one for one in before.values() if year_of(one) is None and one.kind != "counterpart"]
    for record in random.Random(4).sample(known, 40):
        names = {record.id: "uusi-tunniste"}
        after = {
            names.get(key, key): replaying.following(one, names) for key, one in before.items()
        }
        found = edits.between(before, after)
        assert [(one.is_renamed, one.edits) for one in found] == [(True, ())], record.id
        assert (found[0].before, found[0].after) == (record, after["uusi-tunniste"])


def test_a_renamed_indicator_is_told_of_its_measure_and_of_no_value(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    told_of = {value.indicator for value in lived.values}
    measure = next(m for m in lived.measures if told_of & {one.id for one in m.indicators})
    old = next(one.id for one in measure.indicators if one.id in told_of)
    after = {key: replaying.following(one, {old: "uusi-mittari"}) for key, one in before.items()}
    (found,) = edits.between(before, after)
    assert found.record.id == measure.id
    assert told(found) == [("changed", ("indicators", "uusi-mittari", "id"), old, "uusi-mittari")]


def test_two_that_are_alike_are_taken_for_none_of_each_other(lived: KnowledgeBase) -> None:
    """Of two dropped and two new ones of one name nobody can tell which is which."""
    before = edits.records(lived)
    one, two = lived.measures[:2]
    alike = [changed(m, id=f"{m.id}-a", code="Z1", title="Sama", text="Sama") for m in (one, two)]
    again = [changed(m, id=f"{m.id}-b") for m in alike]
    rest = {key: m for key, m in before.items() if key not in (one.id, two.id)}
    found = edits.between(
        {**rest, **{m.id: m for m in alike}}, {**rest, **{m.id: m for m in again}}
    )
    assert [(d.before is None, d.after is None) for d in found] == [(True, False)] * 2 + [
        (False, True)
    ] * 2


def test_a_code_that_another_measure_has_taken_is_no_rename(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    old = next(one for one in lived.measures if one.indicators and len(one.title.split()) > 2)
    rest = {key: one for key, one in before.items() if key != old.id}
    wholly = {
        "title": "Pelastuslaitoksen harjoitukset",
        "text": "Harjoitellaan suuronnettomuutta.",
        "indicators": (),
    }
    new = changed(old, id="harjoitukset", **wholly)
    found = edits.between(before, {**rest, new.id: new})
    # In the order of the state after; what is dropped comes last.
    assert [(d.before, d.after) for d in found] == [(None, new), (old, None)]
    # What has kept something goes on: its text, an indicator, most of its title.
    for kept in ("text", "indicators"):
        one = changed(old, id="uusi", **{k: v for k, v in wholly.items() if k != kept})
        (only,) = edits.between({old.id: old}, {one.id: one})
        assert (only.before, only.after) == (old, one), kept
    one = changed(old, id="uusi", **(wholly | {"title": f"{old.title} uudelleen"}))
    assert edits.between({old.id: old}, {one.id: one})[0].before is old


def test_reports_that_are_renamed_with_their_measure_are_the_same(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    corrects = next(one for one in lived.updates if one.corrects)
    key = corrects.measure
    names = {
        one: one.replace(key, "uusi")
        for one, record in before.items()
        if one == key or (year_of(record) is not None and key in one)
    }
    assert {corrects.id, corrects.corrects} <= names.keys()
    assert len(names) > 3
    after = {names.get(k, k): replaying.following(one, names) for k, one in before.items()}
    found = edits.between(before, after)
    assert all(one.is_renamed and one.edits == () for one in found)
    assert {one.before.id: one.record.id for one in found if one.before is not None} == names
    # Two that tell the same cannot be told from each other.
    corrected = {one.corrects for one in lived.updates}
    last = next(k for k in names if k != key and k not in corrected)
    twice = {**after, "toinen": changed(after[names[last]], id="toinen")}
    gone = [one.before for one in edits.between(before, twice) if one.after is None]
    assert gone == [before[last]]


def test_a_code_that_passes_to_another_kind_is_no_rename(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    body = lived.bodies[0]
    party = changed(lived.parties[0], id=body.id)
    found = edits.between(before, {**before, body.id: party})
    assert [(d.before, d.after) for d in found] == [(None, party), (body, None)]


# ---- Items of lists.


def test_of_two_items_of_one_actor_the_one_that_is_more_alike_is_taken(
    lived: KnowledgeBase,
) -> None:
    measure = next(m for m in lived.measures if m.responsible)
    one = measure.responsible[0]
    ended = changed(one, part="alku", role="partner")
    goes_on = changed(one, part="loppu", role="lead")
    later = changed(ended, label="Toisin")
    before = {measure.id: changed(measure, responsible=(ended,))}
    after = {measure.id: changed(measure, responsible=(goes_on, later))}
    (found,) = edits.between(before, after)
    assert told(found) == [
        ("added", ("responsible", one.actor), None, goes_on),
        ("changed", ("responsible", one.actor, "label"), ended.label, "Toisin"),
    ]


def test_a_word_of_ones_own_is_an_edit_though_it_means_the_same(lived: KnowledgeBase) -> None:
    update = next(one for one in lived.updates if one.state is not None)
    worded = changed(update)
    worded.keep(("state",), "lykätty")
    (found,) = with_edit(lived, worded)
    assert told(found) == [("changed", ("state",), update.state, update.state)]


# ---- Two states that differ in much: what is told leads from the one to the other.


@pytest.mark.parametrize("is_back", [False, True], ids=["on", "back"])
def test_replaying_what_differs_gives_the_other(
    lived: KnowledgeBase, lived_on: KnowledgeBase, is_back: bool
) -> None:
    first, second = map(edits.records, (lived_on, lived) if is_back else (lived, lived_on))
    found = edits.between(first, second)
    assert len(found) > 100
    assert replaying.alike(replaying.replayed(first, found)) == replaying.alike(second)


def test_many_edits_at_once_are_replayed(lived: KnowledgeBase) -> None:
    before = edits.records(lived)
    for seed in range(6):
        after = dict(before)
        for record, _told in random_edits(lived, seed=100 + seed):
            after[record.id] = record
        for key in random.Random(seed).sample([*after], 30):
            del after[key]
        found = edits.between(before, after)
        assert replaying.alike(replaying.replayed(before, found)) == replaying.alike(after)


def test_only_what_stands_in_no_other_record_is_one_by_itself(lived: KnowledgeBase) -> None:
    outer = edits.records(lived)
    assert not {i.id for m in lived.measures for i in m.indicators} & outer.keys()
    inside_others = {
        one.id for record in outer.values() for _route, one in walk.records(record)
    } - outer.keys()
    assert {*lived.entries} == {*outer} | inside_others
    assert all(isinstance(lived.find(Measure, m.id), Measure) for m in lived.measures)
