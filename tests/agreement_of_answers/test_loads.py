"""How many measures a party answers for: the load picture, the sheet, `owned-by` and `who-owns`.

The picture counts who is named, itself or by a part; the sheet counts what a group is named for,
too. Each says in words which it counts, and both are told by the commands.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import reader, region

ANSWERING = ("lead", "responsible")
_DIFFERENT = ("pshva", "pohjois-savon-liitto", "kuopio")


def rows(written: str, caption: str) -> list[list[str]]:
    """Return the rows of the table whose caption begins so, without what an earlier day counts."""
    lines = written.split(f"Table: {caption}", 1)[1].split("\n\n")[1].splitlines()
    return [[_now(cell) for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def _now(cell: str) -> str:
    """“12 (11)”: twelve on the day, eleven on the one compared with."""
    return re.sub(r"^(\d+|–) \((?:\d+|–)\)$", r"\1", cell.strip())


def named(owners: Any, party: str) -> set[str]:
    """Return by which ways a party answers for a measure, as `who-owns` tells it."""
    found = set()
    for one in owners["responsible"]:
        # A member that has merged stands among the parties, who came after it among the members.
        all_ids = {each["id"] for each in one["parties"]} | {m["actor"] for m in one["members"]}
        if one["role"] in ANSWERING and party in all_ids:
            found.add("group" if one["members"] else "itself")
    return found


@pytest.mark.proof
@pytest.mark.parametrize(
    ("root", "day"),
    [
        pytest.param(LIVED, date(2025, 12, 31), id="lived"),
        pytest.param(LIVED_ON, date(2026, 11, 26), id="lived_on"),
        pytest.param(REGION, date(2023, 12, 31), id="region"),
        pytest.param(SHIPPED, date(2024, 12, 31), id="shipped"),
    ],
)
def test_the_picture_the_sheets_and_the_commands_count_the_same(
    yp: Yp, root: Path, day: date
) -> None:
    def text(*line: str) -> str:
        done = yp(*line, "--as-of", day.isoformat(), cwd=root)
        assert done.code == 0, done.err
        return done.out.replace("\u00a0", " ")

    def asked(*line: str) -> Any:
        return json.loads(text(*line, "--json"))["answer"]

    year = ("--year", str(day.year), "--lang", "en")
    written = text("report", *year, "--only", "parties")
    drawn = text("report", *year, "--only", "parties", "--format", "html")
    loads = {row[0].strip("*"): row for row in rows(written, "Measures by who answers for them")}
    shares = {row[0].split(" · ")[0]: row for row in rows(written, "Measures and bodies by party")}
    kb = reader.in_language(store.load(root).kb, "en")
    owners = {m.id: asked("who-owns", m.code) for m in region.measures(kb, day)}
    # Of the many municipalities of the shipped data that are alike, one.
    alike = root == SHIPPED
    asked_of = [p for p in region.parties(kb, day) if not alike or p.id in _DIFFERENT]
    for party in asked_of:
        lines = [
            (group["how"], line["id"])
            for group in asked("owned-by", party.id)["groups"]
            if group["section"] == "measures" and group["how"] != "seat"
            for line in group["lines"]
            if line["role"] in ANSWERING
        ]
        itself = {key for how, key in lines if how in ("direct", "part")}
        group = {key for how, key in lines if how == "collective"} - itself
        ways = {key: named(found, party.id) for key, found in owners.items()}
        assert itself == {key for key, way in ways.items() if "itself" in way}, party.id
        assert group == {key for key, way in ways.items() if way == {"group"}}, party.id
        # The report's table of the parties, and the load of what is named
        told = [0 if cell == "–" else int(cell) for cell in shares[party.name][1:3]]
        assert told == [len(itself), len(group)], party.id
        load = loads.get(party.name, ["", "0", ""])
        codes = {owners[key]["measure"]["code"] for key in itself}
        assert (load[1], set(load[2].split(", ")) - {"", "–"}) == (str(len(itself)), codes) or (
            load[1] == "–" and not itself
        ), party.id
        # The sheet
        sheet = text("report", *year, "--party", party.id)
        total = re.search(r"(?:measures? of|any of the|on the) (\d+)[: ]", sheet)
        assert (int(total[1]) if total else 0) == len(itself | group), party.id
        parted = re.search(
            r"part of it is named for (\d+), and a group of which it is a member for (\d+)\.", sheet
        )
        assert bool(parted) == bool(itself and group), party.id
        if parted:
            assert [int(parted[1]), int(parted[2])] == [len(itself), len(group)], party.id
    message = r"([^<>]+)(?:</span>)? or a part of it is named for (\d+) of (\d+) measures<"
    drawn_title = re.search(message, drawn)
    if drawn_title:
        assert loads[drawn_title[1]][1] == drawn_title[2]
        assert int(drawn_title[3]) == len(owners)
    assert "Counted is who is named, itself or by a part of it." in written
    assert "| Who | Named for | Codes |" in written
