"""What is looked up says the same as all the records would, on every day."""

from datetime import date, timedelta

import pytest

from tests.conftest import LIVED_ON
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import behind, index, lifetime, measured, standings, voices
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

DAYS = [date(2022, 12, 1) + timedelta(days=number) for number in range(1500)]


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return store.load(LIVED_ON, packaged=False).kb


def test_whoever_is_there_on_a_day_is_told_for_each_day_and_nobody_else(kb: KnowledgeBase) -> None:
    turns = 0
    for actor in kb.all_actors:
        before = None
        for day in DAYS:
            found = {member.actor for member in behind.members(kb, actor.id, day)}
            there = {m.actor for m in kb.members(actor.id, day) if lifetime.holds(kb, m.actor, day)}
            assert there <= found, (actor.id, day)
            others = found - there - {actor.id}
            assert all(lifetime.holds(kb, key, day) for key in others), (actor.id, day)
            turns += before is not None and before != found
            before = found
    assert turns > 3


def test_the_last_words_of_reporters_are_all_that_decides(kb: KnowledgeBase) -> None:
    decided = 0
    for measure in kb.measures:
        for day in DAYS[::7]:
            told = standings.on_measure(kb, measure.id, day)
            for party in {update.party for update in told}:
                every = tuple(update for update in told if update.party == party)
                last = voices.last(kb, measure.id, party, day)
                assert voices.words(kb, last, day) == voices.words(kb, every, day)
                decided += len(last) < len(every)
    assert decided > 1000


def test_one_party_stands_as_it_does_among_all(kb: KnowledgeBase) -> None:
    for measure in kb.measures:
        for day in DAYS[::90]:
            whole = standings.of_one(kb, measure, day)
            among = {one.party.id: one for one in (*whole.parties, *whole.partners, *whole.others)}
            for party in kb.parties:
                assert standings.of_party(kb, measure, party.id, day) == among.get(party.id)


def test_nothing_is_remembered_of_what_nobody_has_told(kb: KnowledgeBase) -> None:
    fresh = store.load(LIVED_ON, packaged=False).kb
    silent = [one for one in fresh.measures if not index.updates(fresh, one.id)]
    unmeasured = [one for one in fresh.indicators if not index.values(fresh, one.id)]
    assert silent
    assert unmeasured
    before = len(fresh.memo)
    for day in DAYS[::100]:
        assert not any(voices.last(fresh, one.id, None, day) for one in silent)
        assert not any(measured.holding_of(fresh, one.id, day) for one in unmeasured)
    assert len(fresh.memo) == before
