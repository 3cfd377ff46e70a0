"""Turns taken, and whose turn is next; without an order nobody's turn is claimed."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

from tests.conftest import SHIPPED, Yp
from tests.queries.test_obligations import event
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import gaps, rotation
from yhdyspinta_cli.queries.rotation import Rotation

DAY = date(2025, 1, 1)


def one(folder: Path, body: str = "foorumi", day: date = DAY) -> Rotation:
    (found,) = rotation.rotations(store.load(folder).kb, day, body=body).found
    return found


def test_the_order_of_the_data_tells_the_next(region: Path, yp: Yp) -> None:
    assert one(region).next == "koivula"
    event(region, "2023-11-11-a-1", on="2023-11-11", body="foorumi", chair="ahtala")
    event(region, "2024-04-04-b-1", on="2024-04-04", body="foorumi", chair="alberga")
    assert one(region).next == "koivula"
    assert one(region, day=date(2024, 1, 1)).next == "ohkola"
    result = yp("rotation", "foorumi", "--as-of", "2024-01-01", cwd=region)
    assert result.out == (
        "Hiidenmaan foorumi: chair\n"
        "Next: Öhkölä. 3 recorded meetings do not tell whose turn it was.\n"
        "\n"
        "Name     Turns  Latest turn\n"
        "---------------------------\n"
        "Koivula      0\n"
        "Ähtälä       1  2023-11-11\n"
        "Öhkölä       0\n"
        "Ålberga      0\n"
    )


def test_a_chair_is_told_by_a_role_of_the_party(region: Path) -> None:
    event(region, "2024-04-04-b-1", on="2024-04-04", body="foorumi", chair="koivulan-johtaja")
    assert [turn.actor for turn in one(region).turns] == ["koivula"]


def rotating_network(region: Path, more: str = "") -> None:
    """Let the network's convener go round among the municipalities, with no order."""
    path = region / "data/bodies/turvaverkosto.yaml"
    convener = "convener:\n  actor: kunnat\n  label: vuorovastuussa oleva kunta\n  rotating: true\n"
    text = path.read_text("utf-8").replace("source:\n", convener + more + "source:\n")
    path.write_text(text, "utf-8")


def test_without_an_order_the_fewest_turns_are_listed(region: Path, yp: Yp) -> None:
    rotating_network(region)
    event(region, "2024-04-04-a-1", on="2024-04-04", body="turvaverkosto", convener="ohkola")
    found = one(region, "turvaverkosto")
    assert (found.next, found.fewest) == (None, ("alberga", "koivula", "ahtala"))
    out = yp("rotation", "turvaverkosto", "--as-of", "2025-01-01", cwd=region).out
    assert "The order is not set. Fewest turns: Ålberga, Koivula, and Ähtälä." in out


def test_who_only_convenes_does_not_take_a_turn_as_chair(region: Path) -> None:
    assert one(region).turns == ()
    assert one(region).untold == 3


def test_turns_go_round_within_each_area(region: Path, yp: Yp) -> None:
    rotating_network(region, "division: palvelualueet\n")
    event(
        region,
        "2024-04-04-a-1",
        on="2024-04-04",
        body="turvaverkosto",
        convener="ohkola",
        area="etelainen",
    )
    answer = rotation.rotations(store.load(region).kb, DAY, body="turvaverkosto")
    north, south = answer.found
    assert (north.area and north.area.id, north.among) == ("pohjoinen", ("alberga", "koivula"))
    assert (south.among, south.fewest) == (("ohkola", "ahtala"), ("ahtala",))
    assert answer.without_area == ()
    out = yp("rotation", "turvaverkosto", "--as-of", "2025-01-01", "--json", cwd=region).out
    found = json.loads(out)["answer"]["rotations"]
    assert [(r["area"], r["next"], r["fewest"]) for r in found] == [
        ("pohjoinen", None, ["alberga", "koivula"]),
        ("etelainen", None, ["ahtala"]),
    ]


def test_without_a_division_the_events_tell_the_areas(region: Path) -> None:
    rotating_network(region)
    event(
        region,
        "2024-04-04-a-1",
        on="2024-04-04",
        body="turvaverkosto",
        convener="ohkola",
        area="etelainen",
    )
    answer = rotation.rotations(store.load(region).kb, DAY, body="turvaverkosto")
    (south,) = answer.found
    assert south.among == ("ohkola", "ahtala")
    assert answer.without_area == (("turvaverkosto", ("alberga", "koivula")),)


def test_the_shipped_data_sets_no_order(yp: Yp) -> None:
    result = yp("rotation", "--as-of", "2025-06-01", cwd=SHIPPED)
    assert result.code == 0
    assert "Palvelukeskustelut: convener" in result.out
    assert "The order is not set. No turns are recorded." in result.out
    assert "Next:" not in result.out.replace("Next: Kuopio.", "")


def test_a_body_where_nothing_goes_round(yp: Yp) -> None:
    result = yp("rotation", "kuntien-ryhmat")
    assert result.out == "Nothing goes round here: no chair and no convener takes turns.\n"


def test_the_area_follows_from_who_convened(yp: Yp, tmp_path: Path) -> None:
    """A municipality of one area convened: the turn is its own, though no area is named."""
    shutil.copytree(SHIPPED / "data", tmp_path / "data")
    add = ("event", "add", "meeting", "palvelukeskustelu", "--body", "palvelukeskustelut")
    told = yp(*add, "--on", "2024-02-02", "--convener", "lapinlahti", cwd=tmp_path)
    assert told.code == 0, told.err
    assert "nobody's turn" not in told.err
    shown = yp("rotation", "palvelukeskustelut", "--as-of", "2024-03-01", cwd=tmp_path).out
    assert re.search(r"^Lapinlahti +1  2024-02-02$", shown, re.MULTILINE)
    # The source does not tell the area of Iisalmi.
    unknown = yp(*add, "--on", "2024-02-03", "--convener", "iisalmi", "--dry-run", cwd=tmp_path)
    assert "it counts as nobody's turn" in unknown.err


def new_order(region: Path) -> None:
    """Let the forum's chair go round in another order from 2024 on."""
    path = region / "data/bodies/foorumi.yaml"
    text = path.read_text("utf-8")
    later = (
        "chairs:\n"
        "  - label: vuorotellen\n"
        "    rotating: true\n"
        "    start: 2024-01-01\n"
        "    order:\n"
        "      - ohkola\n"
        "      - ahtala\n"
    )
    path.write_text(text.replace("chair:\n", later + "chair:\n  end: 2023-12-31\n"), "utf-8")


def test_each_day_has_the_order_of_its_day(region: Path) -> None:
    new_order(region)
    event(region, "2023-11-11-a-1", on="2023-11-11", body="foorumi", chair="ahtala")
    assert one(region, day=date(2023, 12, 31)).next == "ohkola"
    assert one(region, day=date(2024, 2, 1)).among == ("ohkola", "ahtala")
    kb = store.load(region).kb
    assert not gaps.ledger(kb, date(2024, 2, 1), kinds=("no-chair",)).gaps


def test_a_turn_counts_for_the_order_of_its_day(region: Path) -> None:
    event(region, "2023-11-11-a-1", on="2023-11-11", body="foorumi", chair="ohkola")
    new_order(region)
    assert one(region, day=date(2023, 12, 31)).next == "alberga"
    # Öhkölä chaired under the order before: under this one it has yet to begin.
    found = one(region, day=date(2024, 2, 1))
    assert (found.next, found.turns, found.untold) == ("ohkola", (), 0)
    event(region, "2024-03-01-b-1", on="2024-03-01", body="foorumi", chair="ohkola")
    assert one(region, day=date(2024, 4, 1)).next == "ahtala"
    assert one(region, day=date(2024, 4, 1)).count("ohkola") == 1


def test_a_meeting_that_may_be_of_either_order_is_nobodys_turn(region: Path, yp: Yp) -> None:
    new_order(region)
    path = region / "data/bodies/foorumi.yaml"
    text = path.read_text("utf-8").replace("2024-01-01", "2024-06-01")
    path.write_text(text.replace("end: 2023-12-31", "end: 2024-05-31"), "utf-8")
    event(region, "2024-b-1", on="2024", body="foorumi", chair="ohkola")
    found = one(region, day=date(2024, 12, 31))
    assert (found.next, found.turns, found.untold) == ("ohkola", (), 1)
    told = yp("rotation", "foorumi", "--as-of", "2024-12-31", cwd=region).out
    assert "1 recorded meeting does not tell whose turn it was." in " ".join(told.split())


def test_a_chair_that_has_ended_with_none_after_it_is_missing(region: Path) -> None:
    path = region / "data/bodies/foorumi.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("chair:\n", "chair:\n  end: 2023-12-31\n"), "utf-8")
    kb = store.load(region).kb
    assert not gaps.ledger(kb, date(2023, 12, 31), kinds=("no-chair",)).gaps
    (gap,) = gaps.ledger(kb, date(2024, 1, 10), kinds=("no-chair",)).gaps
    assert (gap.record.id, gap.age.days) == ("foorumi", 9)
