"""What `yp search` finds, in which order, and on which day."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED_ON, REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import search

KB = store.load(SHIPPED).kb
LIVED_ON_KB = store.load(LIVED_ON).kb


def test_search_finds_inflected_and_compound_words() -> None:
    def ids(words: str) -> list[str]:
        return [hit.record.id for hit in search.search(KB, words, limit=1000).hits]

    assert "vastinparit-tyollisyyspalveluissa" in ids("vastinparien")
    assert "ruoka-apu" in ids("ruokaapua")
    assert "lyhenne-stm" in ids("STM")
    assert ids("laki 612/2021")[:1] == ["laki-612-2021"]
    assert {"vika-n5"}.isdisjoint(ids("opiskeluhuolto"))
    assert "alueellinen-opiskeluhuollon-yhteistyoryhma" in ids("opiskeluhuollosta")


def test_search_shows_twenty_and_counts_the_rest() -> None:
    found = search.search(KB, "kunta")
    assert len(found.hits) == 20
    assert found.left_out == len(search.search(KB, "kunta", limit=10_000).hits) - 20
    # Of hits as good as the same what people look for most comes first.
    bands = [(hit.score + 4) // 5 for hit in found.hits]
    assert bands == sorted(bands, reverse=True)
    assert found.hits[0].record.kind == "measure"


def test_search_leaves_out_what_was_said_later() -> None:
    region = store.load(REGION).kb
    later = [h.record.id for h in search.search(region, "kokeilussa").hits]
    earlier = [h.record.id for h in search.search(region, "kokeilussa", day=date(2023, 1, 1)).hits]
    assert any(key.startswith("2023-11-15") for key in later)
    assert not any(key.startswith("2023-11-15") for key in earlier)


def test_search_leaves_out_what_comes_later(yp: Yp) -> None:
    def hits(words: str, day: str) -> list[str]:
        found = search.search(LIVED_ON_KB, words, day=date.fromisoformat(day), limit=1000)
        return [hit.record.id for hit in found.hits]

    # A measure of the successor agreement, its indicator, and what replaces the agreement.
    for words, key in (
        ("Kuumat kesät", "kuumat-kesat"),
        ("kuumat-kesat", "kuumat-kesat"),
        ("mittari-3-7", "mittari-3-7"),
        ("yhteistyosopimus-2027", "yhteistyosopimus-2027"),
        ("velvoite-asukaskysely", "velvoite-asukaskysely"),
    ):
        assert key in hits(words, "2027-01-01")
        assert key not in hits(words, "2026-12-31")
    assert "rantaniemi" in hits("rantaniemi", "2026-01-01")
    assert "rantaniemi" not in hits("rantaniemi", "2025-12-31")
    # The same as the list of the day has.
    for day in ("2026-12-31", "2027-01-01"):
        listed = yp("list", "obligations", "--as-of", day, "--json", cwd=LIVED_ON).out
        assert ("velvoite-asukaskysely" in listed) == (day == "2027-01-01")


def test_search_marks_what_has_ended(yp: Yp) -> None:
    words = ("search", "hyvinvointitieto", "--kind", "measures", "--as-of")
    assert "ended 2026-12-31" in yp(*words, "2027-01-01", cwd=LIVED_ON).out
    assert "ended" not in yp(*words, "2026-12-31", cwd=LIVED_ON).out
    answer = yp(*words, "2027-01-01", "--json", cwd=LIVED_ON).out
    assert json.loads(answer)["answer"]["hits"][0]["ended"] == "2026-12-31"
    merged = yp("search", "kaislaranta", "--kind", "parties", "--as-of", "2026-03-01", cwd=LIVED_ON)
    assert "Rantaniemi" in merged.out.split("Validity")[1]


def test_scores_are_numbers_in_a_finnish_excel(yp: Yp) -> None:
    rows = yp("search", "tiedon", "malli", "--csv-excel").out.splitlines()[1:]
    assert rows
    assert all(re.match(r"[0-9]+,[0-9];", row) for row in rows)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lapsi", "B6"),
        ("asukas", "C7"),
        ("ihminen", "strategia-asukkaat-hva"),
        ("vika-l1", "viittaus"),
    ],
)
def test_search_finds_a_word_in_its_other_forms(words: str, found: str, yp: Yp) -> None:
    result = yp("search", words, "--limit", "1000", cwd=SHIPPED)
    assert result.code == 0, result.err
    assert found in result.out


def test_a_slide_of_the_source_is_no_text_of_the_record(yp: Yp) -> None:
    hits = json.loads(yp("search", "2025", "--limit", "1000", "--json", cwd=SHIPPED).out)
    assert not [hit for hit in hits["answer"]["hits"] if hit["field"][0] == "source"]


def test_search_finds_a_name_in_a_case_that_its_word_does_not_show(yp: Yp, region: Path) -> None:
    parties = region / "data" / "parties.yaml"
    text = parties.read_text("utf-8")
    known = "    genitive: Ålbergan\n"
    parties.write_text(text.replace(known, known + "    forms: {inessive: Vuoressa}\n"), "utf-8")
    assert "alberga" in yp("search", "vuoressa", cwd=region).out
    assert "alberga" not in yp("search", "vuoressa").out
