"""Whatever differs, every form of `yp diff` can tell it: many random edits at once."""

import random
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, TESTS
from tests.queries.test_edits import one_edit
from yhdyspinta_cli import language, store
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import diff as form
from yhdyspinta_cli.output import json_form, page_html, page_markdown, page_text
from yhdyspinta_cli.output.diff_origin import Origin
from yhdyspinta_cli.queries import diff, edits
from yhdyspinta_cli.queries.diff_sides import Between, Side
from yhdyspinta_cli.queries.filters import EVERYTHING, Wanted

FIRST, LAST = date(2024, 2, 29), date(2026, 11, 28)


def edited(kb: KnowledgeBase, chance: random.Random) -> KnowledgeBase:
    """A knowledge base with sixty records told in another way, and some gone."""
    made: dict[str, Record] = {}
    while len(made) < 60:
        try:
            found = one_edit(chance, kb)
        except RefusalError:
            continue
        made |= {found[0].id: found[0]} if found else {}
    outer = edits.records(kb)
    kept = {kb.agreement.id, *([kb.programme.id] if kb.programme else [])}
    gone = {*chance.sample([*outer], 25)} - kept
    records = [made.get(key, one) for key, one in outer.items() if key not in gone]
    entries = {
        one.id: Entry(one, "x.yaml", route) for r in records for route, one in walk.records(r)
    }
    agreement, programme = (
        made.get(one.id, one) if one else None for one in (kb.agreement, kb.programme)
    )
    return KnowledgeBase(agreement=agreement, programme=programme, entries=entries)  # type: ignore[arg-type]


def every_form(sides: Between, wanted: Wanted = EVERYTHING) -> str:
    """Return the text, after all other forms were made of the same answer."""
    found = diff.between(sides, (wanted, wanted))
    for code in ("en", "fi"):
        with language.speaking(code):
            answer = form.answer(found, (Origin(), Origin(uncommitted=3)))
            page = answer.page(80)
            shown = page_text.text(page, width=80)
            assert all(len(line) <= 80 for line in shown.splitlines())
            assert page_html.document(page)
            assert page_markdown.text(page)
            assert answer.table is not None
            told = len(answer.table().rows)
    assert json_form.dumps("diff", answer.json())
    assert found.differs == (told > 0)
    return shown


def tried(folder: Path, seed: int) -> None:
    kb, chance = store.load(folder).kb, random.Random(seed)
    other = edited(kb, chance)
    party = Wanted(party=chance.choice(kb.parties).id)
    for first, second, is_other in (
        (Side(kb, LAST), Side(other, LAST), False),
        (Side(other, FIRST), Side(kb, LAST), False),
        (Side(kb, FIRST), Side(other, LAST), True),
    ):
        sides = Between(first, second, is_other)
        assert "Toimenpiteet: " in every_form(sides)
        every_form(sides, party)


def test_every_form_tells_many_edits() -> None:
    tried(LIVED_ON, seed=1)


@pytest.mark.proof
@pytest.mark.parametrize(
    "folder", [LIVED, LIVED_ON, TESTS / "helse", SHIPPED], ids=lambda p: p.name
)
def test_every_form_tells_many_edits_of_many_regions(folder: Path) -> None:
    for seed in range(2, 6):
        tried(folder, seed)
