"""What the data holds is in the report of its year: nobody has to look elsewhere for it."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, TESTS
from tests.report.pages import card, rendered
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Need
from yhdyspinta_cli.queries import gaps, obligations, remarks

YEARS: dict[str, tuple[Path, int]] = {
    "shipped": (SHIPPED, 2024),
    "lived": (LIVED, 2024),
    "lived-2025": (LIVED, 2025),
    "lived_on": (LIVED_ON, 2026),
    "helse": (TESTS / "helse", 2025),
}


@pytest.fixture(scope="module", params=YEARS)
def read(request: pytest.FixtureRequest) -> tuple[KnowledgeBase, date, str]:
    """Return a region, the last day of the year and its report, without what makes text inert."""
    root, year = YEARS[request.param]
    written = re.sub(r"\\(.)", r"\1", rendered(root, "md", year=year))
    return store.load(root).kb, date(year, 12, 31), _plain(written)


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _line(text: str) -> str:
    return " ".join(text.split())


def test_every_measure_has_a_card_with_its_text_its_people_and_its_place(
    read: tuple[KnowledgeBase, date, str],
) -> None:
    kb, day, written = read
    found = region.measures(kb, day)
    assert found
    for measure in found:
        told = card(written, measure.code)
        assert told.startswith(_line(measure.title))
        assert _line(measure.text) in told
        assert kb.source_of(measure) in told
        for named in measure.responsible:
            if named.holds(day):
                assert kb.name(named.actor) in told, (measure.code, named.actor)
        for indicator in measure.indicators:
            assert _line(indicator.label) in told


def test_every_duty_party_and_body_is_named(read: tuple[KnowledgeBase, date, str]) -> None:
    kb, day, written = read
    for standing in obligations.standings(kb, day, year=day.year):
        assert _line(standing.obligation.title) in written, standing.obligation.id
    for party in region.parties(kb, day):
        assert party.name in written


def test_every_open_question_is_told(read: tuple[KnowledgeBase, date, str]) -> None:
    kb, day, written = read
    for need in kb.of(Need):
        assert _line(need.title) in written, need.id
    for _record, remark in remarks.to_decide(kb):
        assert _line(remark.to_decide or "") in written
    for gap in gaps.ledger(kb, day).gaps:
        name = (
            kb.name(gap.record.actor)
            if isinstance(gap.record, Counterpart)
            else _line(gap.record.name_shown)
        )
        assert name in written, (gap.kind, gap.record.id)
        if isinstance(gap.record, Measure):
            assert _is_told(gap, card(written, gap.record.code)), (gap.kind, gap.record.code)


WORDS: dict[str, tuple[str, ...]] = {
    "nobody-known": ("has to decide", "has to be decided", "on päätettävä", "päättää"),
    "nobody-forgotten": ("has to be decided", "has to decide", "on päätettävä", "päättää"),
    "vague": ("names nobody in particular", "ei yksilöi ketään"),
    "no-lead": ("none is named to lead", "eikä päävastuutahoa ole nimetty"),
    "no-indicator": ("it has no indicator", "mittaria ei ole"),
    "silent": ("nothing has been told of it since", "viimeisin tieto on päivältä"),
    "no-information": ("no information", "ei tietoa"),
    "ended": ("is no longer there", "ei ole enää mukana"),
    "not-begun": ("has not begun yet", "ei ole vielä aloittanut"),
    "left-open": ("left it unfinished", "jätti sen kesken"),
    "late": ("and is late", "määräpäivä oli"),
}


def _is_told(gap: gaps.Gap, told: str) -> bool:
    if gap.kind == "late" and "**myöhässä**" not in told:
        return False
    return any(words in told for words in WORDS[gap.kind])


def test_a_card_tells_how_its_measure_came_to_be_what_it_is() -> None:
    told = card(rendered(LIVED, "md", year=2025), "J4")
    assert "**Aiemmin:** käynnissä 1.9.2023 (Tuulikannaksen hyvinvointialue), " in told
    assert "ristiriitainen 31.3.2025" in told
