"""The past stays as it was: a change that is recorded later changes no answer of an earlier day.

The sequel of the lived-in region is asked as of days before its changes, and so is the base as it
was kept on that day: without the parties that merged, joined or left later, without the amendment,
the extension and the successor that came later, and without what was recorded since.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lived_on import record
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import region, standings
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import (
    calendar as calendar_form,
)
from yhdyspinta_cli.output import (
    card_forms,
    counterparts,
    gaps,
    obligations,
    owners,
    page_text,
    rotation,
    search,
    status,
    status_log,
    status_matrix,
    what_if,
)
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.queries import calendar, card, filters, log
from yhdyspinta_cli.queries import counterparts as counterparts_query
from yhdyspinta_cli.queries import gaps as gaps_query
from yhdyspinta_cli.queries import obligations as obligations_query
from yhdyspinta_cli.queries import owners as owners_query
from yhdyspinta_cli.queries import rotation as rotation_query
from yhdyspinta_cli.queries import search as search_query
from yhdyspinta_cli.queries import status as status_query
from yhdyspinta_cli.queries import what_if as what_if_query
from yhdyspinta_cli.report.build import build

proof = pytest.mark.proof
DAYS = (
    pytest.param(date(2024, 6, 30), marks=proof),
    pytest.param(date(2025, 12, 31), marks=proof, id="nothing of the sequel is known"),
    pytest.param(date(2026, 2, 28), marks=proof, id="two have become one, nobody has joined"),
    pytest.param(date(2026, 6, 30), id="the last day of the one that leaves"),
    pytest.param(date(2026, 8, 31), marks=proof, id="the last day of the one that is joined"),
    pytest.param(date(2026, 9, 30), marks=proof, id="the extension is not agreed"),
    pytest.param(date(2026, 12, 31), id="the last day of the measures that are continued"),
)
REPORT_DAYS = (
    pytest.param(date(2025, 12, 31), marks=proof, id="the last day of those that merge"),
    pytest.param(date(2026, 6, 30), id="the last day of the one that leaves"),
    pytest.param(date(2026, 9, 30), marks=proof, id="before the extension"),
    pytest.param(date(2026, 11, 18), marks=proof, id="before the successor is signed"),
    pytest.param(date(2026, 12, 31), marks=proof, id="before the successor"),
)


SEARCHED = ("velvoite", "kuumat", "joutsensalo", "perhekeskukset", "mittari")
"""Words of what is in the base from its first day, and of what came later."""


@cache
def whole() -> KnowledgeBase:
    return store.load(record.HERE).kb


def known_by(day: date, *, agreed: bool = False) -> KnowledgeBase:
    with TemporaryDirectory() as folder:
        record.known_by(day, Path(folder), agreed=agreed)
        loaded = store.load(Path(folder))
    assert loaded.faults == ()
    return loaded.kb


def answers(kb: KnowledgeBase, day: date, ids: frozenset[str]) -> Iterator[tuple[str, Answer]]:
    """Yield every question's answer as of a day, of the measures and actors among `ids`."""
    there = region.measures(kb, day)
    yield "status", status.answer(kb, status_query.overview(kb, there, day))
    yield (
        "status matrix",
        status_matrix.answer(kb, standings.of(kb, there, day), region.parties(kb, day), day),
    )
    yield "gaps", gaps.answer(kb, gaps_query.ledger(kb, day))
    yield (
        "counterparts",
        counterparts.answer(kb, counterparts_query.matrix(kb, "level", day)),
    )
    yield "rotation", rotation.answer(kb, rotation_query.rotations(kb, day))
    for year in (day.year - 1, day.year):
        yield (
            f"obligations {year}",
            obligations.answer(kb, obligations_query.standings(kb, day, year=year), day, year=year),
        )
        yield f"calendar {year}", calendar_form.answer(kb, calendar.year(kb, year, day))
    yield "obligations", obligations.answer(kb, obligations_query.standings(kb, day), day)
    for measure in kb.measures:
        if measure.id in ids:
            yield (
                f"who-owns {measure.code}",
                owners.answer(kb, owners_query.owners(kb, measure, day)),
            )
            yield f"status show {measure.code}", status_log.answer(kb, log.log(kb, measure, day), 6)
    for actor in kb.all_actors:
        if actor.id in ids:
            yield (
                f"owned-by {actor.id}",
                card_forms.answer(kb, card.card(kb, actor, day, card.Asked())),
            )
    for words in SEARCHED:
        yield f"search {words}", search.answer(kb, search_query.search(kb, words, day=day))
    for party in region.parties(kb, day):
        yield (
            f"what-if {party.id}",
            what_if.answer(kb, what_if_query.removal(kb, party, day, filters.Wanted())),
        )


def read(answer: Answer) -> tuple[str, object]:
    """An answer as a reader sees it, and as a program does."""
    return page_text.text(answer.page(80)), answer.json()


@pytest.mark.parametrize("day", DAYS)
def test_no_question_is_answered_otherwise_by_what_came_later(day: date) -> None:
    before, after = known_by(day), whole()
    ids = frozenset(before.entries)
    asked = dict(answers(before, day, ids))
    again = dict(answers(after, day, ids))
    assert list(asked) == list(again)
    changed = {}
    for name, one in asked.items():
        (was, _), (now, _) = pair = read(one), read(again[name])
        if pair[0] != pair[1]:
            changed[name] = sorted({*was.splitlines()} ^ {*now.splitlines()}) or pair
    assert changed == {}


@pytest.mark.parametrize("day", REPORT_DAYS)
def test_no_report_is_another_by_what_came_later(day: date) -> None:
    before, after = known_by(day), whole()
    signed = known_by(day, agreed=True)
    for year in (day.year - 1, day.year):
        was, now, known = (
            build(kb, year, day, language="en", digest="", version="")
            for kb in (before, after, signed)
        )
        changed = [
            field
            for field in was.__dataclass_fields__
            # What the forum has to decide depends on what has been signed, and on that alone.
            if getattr(was if field != "brief" else known, field) != getattr(now, field)
        ]
        assert changed == []
