"""Heads of tables at 80 columns: no word of one is broken, in either language."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, SHIPPED
from yhdyspinta_cli import language, store
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import (
    calendar,
    card,
    counterparts,
    gaps,
    lists,
    obligations,
    owners,
    page_text,
    rotation,
    status,
    status_log,
    what_if,
)
from yhdyspinta_cli.output.layout import Page, Table
from yhdyspinta_cli.queries import calendar as calendar_query
from yhdyspinta_cli.queries import card as card_query
from yhdyspinta_cli.queries import counterparts as counterparts_query
from yhdyspinta_cli.queries import filters, log
from yhdyspinta_cli.queries import gaps as gaps_query
from yhdyspinta_cli.queries import obligations as obligations_query
from yhdyspinta_cli.queries import owners as owners_query
from yhdyspinta_cli.queries import rotation as rotation_query
from yhdyspinta_cli.queries import status as status_query
from yhdyspinta_cli.queries import what_if as what_if_query

DAY = date(2025, 12, 31)


def _pages(kb: KnowledgeBase) -> Iterator[tuple[str, Page]]:
    """Yield a page of every question that has a table."""
    measures = region.measures(kb, DAY)
    yield "status", status.page(kb, status_query.overview(kb, measures, DAY))
    yield "gaps", gaps.page(kb, gaps_query.ledger(kb, DAY))
    yield "obligations", obligations.page(kb, obligations_query.standings(kb, DAY), DAY)
    yield "calendar", calendar.page(kb, calendar_query.year(kb, 2025, DAY))
    yield "rotation", rotation.page(kb, rotation_query.rotations(kb, DAY))
    for by in ("level", "interface"):
        yield by, counterparts.page(kb, counterparts_query.matrix(kb, by, DAY))
    for kind in KINDS:
        found = filters.select(kb, kind.record, filters.EVERYTHING, DAY)
        yield f"list {kind.plural}", lists.page(kb, found, kind.word, DAY)
    for measure in measures:
        yield f"who-owns {measure.code}", owners.page(kb, owners_query.owners(kb, measure, DAY))
        yield (
            f"status show {measure.code}",
            status_log.answer(kb, log.log(kb, measure, DAY), 6).page(80),
        )
    for party in kb.parties:
        yield (
            f"owned-by {party.id}",
            card.page(kb, card_query.card(kb, party, DAY, card_query.Asked())),
        )
    removed = what_if_query.removal(kb, kb.parties[0], DAY, filters.EVERYTHING)
    yield "what-if", what_if.page(kb, removed)


def _told(table: Table) -> set[str]:
    """The words that head the columns of a table, or stand in the key below it."""
    lines = page_text.text((table,)).splitlines()
    rule = next(number for number, line in enumerate(lines) if set(line) <= {"-"} and line)
    below = lines[len(lines) - lines[::-1].index("") :] if "" in lines[rule:] else []
    return {word.rstrip(",").casefold() for line in lines[:rule] + below for word in line.split()}


def _heads(table: Table) -> set[str]:
    """The words of the titles of the columns in which something stands."""
    return {
        word.casefold()
        for number, title in enumerate(table.columns)
        if number == 0 or any(row[number] not in (None, "") for row in table.rows)
        for word in title.split()
    }


@pytest.mark.parametrize("spoken", ["fi", "en"])
@pytest.mark.parametrize("root", [SHIPPED, LIVED], ids=["shipped", "lived"])
def test_no_word_of_a_head_is_broken(root: Path, spoken: str) -> None:
    with language.speaking(spoken):
        broken = {
            (asked, word)
            for asked, page in _pages(store.load(root).kb)
            for table in page
            if isinstance(table, Table) and table.rows
            for word in _heads(table) - _told(table)
        }
    assert broken == set()
