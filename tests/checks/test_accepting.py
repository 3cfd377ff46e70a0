"""What the source has can be accepted: every rule's finding, by a remark on its own record."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.checks.test_every_code import BROKEN, DAY, lay_over
from tests.conftest import Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import run
from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.document import splice
from yhdyspinta_cli.document.reader import read


def _accept(root: Path, code: str) -> None:
    """Write a remark that accepts each finding of a rule, on the record that it is told of."""
    loaded = store.load(root, personal=True)
    found = [f for f in run.run(loaded.kb, date.fromisoformat(DAY)) if f.code == code]
    assert found
    places = {
        max(
            (
                (entry.path, entry.route)
                for entry in loaded.kb.entries.values()
                if entry.path == finding.path and finding.route[: len(entry.route)] == entry.route
            ),
            key=lambda place: len(place[1]),
        )
        for finding in found
        if not finding.accepted
    }
    for path, route in places:
        # The rest of the file stays: of some findings its comments are a part.
        text = (root / path).read_text("utf-8")
        tree, _faults = read("", text.encode())
        assert tree is not None
        keys: Any = tree.plain()
        for step in route:
            keys = keys[step]
        there = keys.get("remarks", [])
        remark = {"text": "Näin lähteessä.", "rule": code}
        (root / path).write_text(splice.put(text, (*route, "remarks"), [*there, remark]), "utf-8")


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_remark_on_its_record_accepts_it(yp: Yp, region: Path, code: str) -> None:
    lay_over(BROKEN / code, region)
    _accept(region, code)
    told = yp("validate", "--as-of", DAY, "--notes", "--output-format", "json", cwd=region)
    found = json.loads(told.out)["diagnostics"]
    assert [d["accepted"] for d in found if d["code"] == code]
    assert all(d["accepted"] for d in found if d["code"] == code)
    # Nor does the remark itself become a finding.
    assert "YP901" not in {d["code"] for d in found}
    assert yp("validate", "--as-of", DAY, "--select", code, "--strict", cwd=region).code == 0


def test_a_remark_for_a_rule_that_the_data_does_not_ask_for_is_no_fault(
    yp: Yp, region: Path
) -> None:
    programme = region / "data/programme.yaml"
    remark = "    remarks:\n      - text: Rivi puuttuu.\n        rule: YP401\n"
    text = programme.read_text("utf-8").replace("complete: true\n", "")
    first = text.index("  - id: ", text.index("interfaces:"))
    end = text.index("\n", first) + 1
    programme.write_text(text[:end] + remark + text[end:], "utf-8")
    assert "0 errors, 0 warnings" in yp("validate", "--strict", cwd=region).out
    # Where the data asks for it, a remark that accepts nothing is told.
    programme.write_text(programme.read_text("utf-8") + "complete: true\n", "utf-8")
    assert "YP901" in yp("validate", cwd=region).out
