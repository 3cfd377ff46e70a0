"""The course of a measure says of every day what `yp status` says of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import courses, measures, region, standings
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_DAY = timedelta(days=1)


def _days(first: date, last: date, step: int) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=step)


@pytest.mark.parametrize(
    ("base", "last"),
    [(REGION, date(2025, 9, 1)), (LIVED, date(2026, 2, 1)), (LIVED_ON, date(2030, 2, 1))],
    ids=["region", "lived", "lived_on"],
)
def test_every_day_stands_as_it_is_told_of_that_day(base: Path, last: date) -> None:
    kb = store.load(base).kb
    for number, measure in enumerate(kb.measures):
        runs = courses.course(kb, measure, None, last)
        first = measures.first_day(kb, measure)
        # Turns and the days about them, and all others now and then.
        turns = {on for run in runs for on in (run.start - _DAY, run.start)}
        for day in sorted({*turns, *_days(first, last, 17 + number % 5)} - {first - _DAY}):
            held = [run for run in runs if _holds(run, day)]
            there = region.is_there(kb, measure, day)
            assert len(held) == there, (measure.id, day)
            if there:
                whole = standings.of_whole(kb, measure, day)
                told = (held[0].situation, held[0].words, held[0].word, held[0].is_ended)
                assert told == (whole.situation, whole.words, whole.word, whole.is_ended), day


def _holds(run: courses.StateRun, day: date) -> bool:
    return run.start <= day and (run.end is None or day <= run.end)


@pytest.mark.parametrize("base", [LIVED, LIVED_ON], ids=["lived", "lived_on"])
def test_a_party_stands_on_every_day_as_it_is_told_of_that_day(base: Path) -> None:
    kb, last, told = store.load(base).kb, date(2026, 2, 1), 0
    for measure in kb.measures:
        whole = courses.course(kb, measure, None, last)
        for party in kb.parties:
            runs = courses.course(kb, measure, party.id, last)
            told += len(runs)
            for day in {run.start for run in (*runs, *whole)}:
                own = standings.of_party(kb, measure, party.id, day)
                held = [run for run in runs if _holds(run, day)]
                known = own is not None and bool(own.latest)
                assert len(held) == known, (measure.id, party.id, day)
                if own is not None and held:
                    assert (held[0].situation, held[0].words) == (own.situation, own.latest)
    assert told > 100


def test_what_was_only_told_again_is_no_turn() -> None:
    kb = store.load(LIVED).kb
    again = [
        (before, run)
        for measure in kb.measures
        for before, run in _pairs(kb, measure.id)
        if not run.is_turn
    ]
    assert again
    assert all(before.situation == run.situation for before, run in again)
    assert all(before.words != run.words for before, run in again)


def _pairs(kb: KnowledgeBase, key: str) -> Iterator[tuple[courses.StateRun, courses.StateRun]]:
    measure = kb.measure(key)
    assert measure is not None
    runs = courses.course(kb, measure, None, date(2026, 2, 1))
    yield from pairwise(runs)
