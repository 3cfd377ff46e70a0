"""The JSON of `yp diff`: its keys are those of docs/json.md, its values those of the records."""

import json
import re
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, TESTS, Yp
from tests.output.test_json_forms import documented, paths

LINES = (
    (LIVED, ("--with", str(LIVED_ON))),
    (LIVED_ON, ("--as-of", "2025-12-31", "--to", "2027-01-31")),
    (LIVED, ("--with", str(TESTS / "helse"))),
)


@pytest.fixture
def answers(yp: Yp) -> list[dict[str, Any]]:
    days = [
        line if "--as-of" in line else (*line, "--as-of", "2026-11-28") for _root, line in LINES
    ]
    return [
        json.loads(yp("diff", *line, "--json", cwd=root).out)["answer"]
        for (root, _line), line in zip(LINES, days, strict=True)
    ]


def plain(path: str) -> str:
    """A path without what is inside a value, the second of two that have the same keys as one."""
    path = re.sub(r"((?:edits\[\]\.(?:before|after))|items\[\]\.item)(?:[.\[].*)$", r"\1", path)
    path = path.replace("to.", "from.", 1) if path.startswith("to.") else path
    path = path.replace("measures[].after", "measures[].before").replace("[].went", "[].came")
    path = re.sub(r"^from\.revision\..*", "from.revision", path)
    shared = r"(?:records|rewritten)\[\]\.(id|kind|name|change|was_id|matched|edits.*)$"
    return re.sub(r"^matched\..*", "matched.*", re.sub(shared, r"measures[].\1", path))


def test_every_key_is_documented_and_every_line_is_a_key(answers: list[dict[str, Any]]) -> None:
    found = {plain(path) for answer in answers for path in paths(answer)}
    lines = set(documented("diff"))
    assert found <= lines
    # A line that ends in [] may tell of a list as such.
    assert {one for one in lines - found if not one.endswith("[]")} <= {"rewritten[].id"}


def test_the_groups_are_ids_of_measures_in_the_answer(answers: list[dict[str, Any]]) -> None:
    groups = ("dropped", "ownerless", "states", "untold", "new", "continued", "removed", "changed")
    for answer in answers:
        measures = {one["id"]: one for one in answer["measures"]}
        assert {key for group in groups for key in answer[group]} == measures.keys()
        gone = {key for key, one in measures.items() if one["change"] == "gone"}
        assert gone == {*answer["dropped"], *answer["removed"]} | (gone & {*answer["continued"]})


def test_a_value_is_as_in_the_record(yp: Yp, answers: list[dict[str, Any]]) -> None:
    shown = {}
    for one in answers[0]["records"]:
        for edit in one["edits"]:
            if len(edit["path"]) == 1 and edit["change"] == "changed":
                line = ("show", one["id"], "--json")
                shown[one["id"]] = json.loads(yp(*line, cwd=LIVED_ON).out)["answer"]
                assert shown[one["id"]][edit["field"]] == edit["after"]
    assert len(shown) > 3
