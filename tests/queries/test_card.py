"""The card of an actor in a region that has lived: what of it holds, and what is over."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import card

OFFICE = "tyovoimatoimisto"
"""It ended on 31 December 2024; the employment area came after it."""


def lines(yp: Yp, actor: str, day: str) -> dict[tuple[str, str, str], dict[str, Any]]:
    done = yp("owned-by", actor, "--as-of", day, "--json", cwd=LIVED)
    assert done.code == 0, done.err
    return {
        (group["section"], group["how"], line["code"] or line["id"]): line
        for group in json.loads(done.out)["answer"]["groups"]
        for line in group["lines"]
    }


def test_every_line_of_an_office_that_has_ended_is_over_whatever_the_way() -> None:
    kb = store.load(LIVED).kb
    office = kb.entries[OFFICE].record
    found = [
        line for group in card.card(kb, office, date(2025, 12, 31)).groups for line in group.lines
    ]
    assert {line.how for line in found} == {"direct", "collective", "seat"}
    assert {line.ending.day for line in found if line.ending} == {date(2024, 12, 31)}
    assert all(line.ending for line in found)


@pytest.mark.parametrize(("way", "code"), [("collective", "B5"), ("seat", "B4")])
def test_what_is_over_is_marked_with_the_day(yp: Yp, way: str, code: str) -> None:
    over = lines(yp, OFFICE, "2025-12-31")["measures", way, code]
    assert (over["ended"], over["successor"]) == ("2024-12-31", "tyollisyysalue")
    assert lines(yp, OFFICE, "2024-12-31")["measures", way, code]["ended"] is None
    told = yp("owned-by", OFFICE, "--as-of", "2025-12-31", cwd=LIVED).out
    row = next(line for line in told.splitlines() if line.startswith(code))
    assert "(" in row
    assert "Belonged to (1)" in told
    why = yp("owned-by", OFFICE, "--why", "--as-of", "2025-12-31", cwd=LIVED).out
    ways = why.count("  - Tuulikannaksen työvoimatoimisto –")
    assert " ".join(why.split()).count("(ended 2024-12-31, now") == ways > 0


def test_who_has_ended_is_not_meant_by_a_word_for_everybody(yp: Yp) -> None:
    for day, codes in [("2024-12-31", ["A6"]), ("2025-12-31", [])]:
        done = yp("owned-by", OFFICE, "--as-of", day, "--json", cwd=LIVED)
        told = json.loads(done.out)["answer"]["names_nobody"]
        assert len(told) == len(codes), day


def test_a_successor_stands_in_its_place_and_is_not_over(yp: Yp) -> None:
    told = yp("owned-by", "tyollisyysalue", "--as-of", "2025-12-31", cwd=LIVED).out
    assert "ended" not in told.split("In all")[1].replace("one that has ended", "")
    seat = lines(yp, "tyollisyysalue", "2025-12-31")["measures", "seat", "B4"]
    assert seat["ended"] is None


@pytest.mark.parametrize(
    ("party", "day", "words", "left_out"),
    [
        (
            "tuulikannas",
            "2025-12-31",
            "2 of 2 recorded; Palvelujen taso: missing on the interfaces J Johto ja yhteiset "
            "rakenteet, A Hyvinvoinnin ja terveyden edistäminen, B Työllisyys ja kotoutuminen, "
            "D Lapset, nuoret ja perheet",
            ["johto", "a", "b", "d"],
        ),
        # Until 31 May 2024 somebody was named for another interface, too.
        (
            "tuulikannas",
            "2024-05-31",
            "2 of 2 recorded; Palvelujen taso: missing on the interfaces J Johto ja yhteiset "
            "rakenteet, B Työllisyys ja kotoutuminen, D Lapset, nuoret ja perheet",
            ["johto", "b", "d"],
        ),
        ("joutsensalo", "2025-12-31", "1 of 2 recorded; missing: Palvelujen taso", []),
        ("vaskiharju", "2025-12-31", "0 of 2 recorded", []),
    ],
)
def test_a_level_held_on_some_interfaces_only_says_which_are_missing(
    yp: Yp, party: str, day: str, words: str, left_out: list[str]
) -> None:
    shown = " ".join(yp("owned-by", party, "--as-of", day, cwd=LIVED).out.split())
    assert f"Counterparts {words} Source" in shown
    done = yp("owned-by", party, "--as-of", day, "--json", cwd=LIVED)
    levels = {one["level"]: one for one in json.loads(done.out)["answer"]["counterpart_levels"]}
    assert levels["taso-palvelut"]["missing_interfaces"] == left_out
    assert levels["taso-johto"]["missing_interfaces"] == []
    # The same interfaces are those of the matrix by interface of which nobody is named.
    if left_out:
        asked = ("--by", "interface", "--party", party, "--as-of", day, "--json")
        found = json.loads(yp("counterparts", *asked, cwd=LIVED).out)["answer"]
        (row,) = found["parties"]
        holes = [
            column["id"]
            for column, cell in zip(found["columns"], row["counterparts"], strict=True)
            if not cell
        ]
        assert holes == left_out


def _card_of(root: Path, actor: str) -> card.Card:
    kb = store.load(root).kb
    return card.card(kb, kb.entries[actor].record, date(2024, 6, 30))


def test_who_is_not_in_the_turn_order_does_not_convene(region: Path) -> None:
    forum = region / "data/bodies/foorumi.yaml"
    text = forum.read_text("utf-8")
    convener = "convener:\n  actor: hiidenmaa\n  label: hyvinvointialue\n"
    assert convener in text
    turns = "convener:\n  actor: kunnat\n  label: kunnat\n  rotating: true\n  order: [{order}]\n"

    def convening(actor: str, order: str) -> list[str]:
        forum.write_text(text.replace(convener, turns.format(order=order)), "utf-8")
        found = _card_of(region, actor)
        lines = [line for g in found.groups if g.section == "convening" for line in g.lines]
        return [line.record.id for line in lines if line.record.id == "foorumi"]

    assert convening("koivula", "ahtala, koivula") == ["foorumi"]
    assert convening("kunnat", "ahtala, koivula") == ["foorumi"]
    assert convening("ohkola", "ahtala, koivula") == []
    assert convening("hiidenmaa", "hiidenmaa") == ["foorumi"]
    assert convening("koivula", "hiidenmaa") == []
