"""Whom a list of all others leaves out: a party that is forgotten, and others that are not."""

from pathlib import Path

import pytest

from tests.conftest import LIVED_ON, Yp

LEFT_OUT = ("validate", "--notes", "--select", "YP415", "--output-format", "concise")


def told(yp: Yp, root: Path) -> list[str]:
    """Return the parties that are told, by the words of the finding."""
    found = yp(*LEFT_OUT, cwd=root).out.splitlines()
    return [line.split("'")[1] for line in found if " YP415 " in line]


def add_party(root: Path, more: str = "") -> None:
    parties = root / "data" / "parties.yaml"
    text = parties.read_text("utf-8")
    new = (
        "parties:\n  - id: uusikunta\n    type: municipality\n    name: Uusikunta\n"
        f"    official_name: Uudenkunnan kunta\n{more}"
    )
    assert text.count("parties:\n") == 1
    parties.write_text(text.replace("parties:\n", new), "utf-8")


def test_who_follows_a_member_stands_in_its_place(yp: Yp) -> None:
    assert "successor: rantaniemi" in (LIVED_ON / "data/parties.yaml").read_text("utf-8")
    assert "rantaniemi" not in (LIVED_ON / "data/actors.yaml").read_text("utf-8")
    assert told(yp, LIVED_ON) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", ["Uusikunta"]), ("    left: 2024-01-01\n", []), ("    ended: 2024-01-01\n", [])],
)
def test_who_has_left_is_not_missed(yp: Yp, region: Path, more: str, expected: list[str]) -> None:
    assert told(yp, region) == []
    add_party(region, more)
    assert told(yp, region) == expected


def test_who_stands_in_another_list_was_left_out_on_purpose(yp: Yp, region: Path) -> None:
    add_party(region)
    actors = region / "data" / "actors.yaml"
    text = actors.read_text("utf-8")
    around = "actors:\n  - id: reuna\n    type: collective\n    name: reunakunnat\n    members:\n"
    actors.write_text(text.replace("actors:\n", around + "      - uusikunta\n", 1), "utf-8")
    assert told(yp, region) == []


def test_half_a_list_leaves_nobody_out(yp: Yp, region: Path) -> None:
    add_party(region)
    actors = region / "data" / "actors.yaml"
    text = actors.read_text("utf-8")
    rest = "  - id: loput\n    type: collective\n    name: loput\n    members:\n      - ahtala\n"
    split = text.replace("      - ahtala\n", "", 1).replace("actors:\n", "actors:\n" + rest, 1)
    actors.write_text(split, "utf-8")
    assert told(yp, region) == []
