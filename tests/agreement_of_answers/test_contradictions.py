"""What validate tells of contradictory reports is in the report to be settled, and nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.report.build import build
from yhdyspinta_cli.report.reports import Year

RULES = {
    "YP613": "circle",
    "YP614": "beyond",
    "YP615": "corrected",
    "YP616": "gone",
    "YP617": "state",
    "YP618": "parties",
    "YP624": "whole",
}
"""The rules that tell that reports contradict something, and the kind in the report."""


def contradictions(root: Path, year: int, day: str) -> dict[str, int]:
    found = build(
        store.load(root).kb,
        year,
        date.fromisoformat(day),
        language="en",
        digest="",
        version="",
        over=True,
    )
    assert isinstance(found, Year)
    kinds: list[str] = [row.kind for row in found.changes.contradictions]
    return {kind: kinds.count(kind) for kind in RULES.values()}


@pytest.mark.parametrize(("year", "day"), [(2024, "2024-12-31"), (2025, "2025-12-31")])
def test_the_report_has_what_validate_tells(yp: Yp, year: int, day: str) -> None:
    checked = yp("validate", "--as-of", day, "--notes", cwd=LIVED).out
    found = re.findall(r"^data/\w+/(\d{4})\S* \w+ (YP\d+)", checked, re.MULTILINE)
    told = contradictions(LIVED, year, day)
    for code, kind in RULES.items():
        # Who spoke though gone is told in the report of that year, all else while it stands.
        # validate judges every file, also what is of a day after the one asked about.
        rows = [
            of
            for of, rule in found
            if rule == code and int(of) <= year and (kind != "gone" or int(of) == year)
        ]
        assert len(rows) == told[kind], (code, kind)
    assert sum(told.values()) > 3


def test_a_correction_by_two_and_a_circle_are_among_them(yp: Yp, region: Path) -> None:
    folder = region / "data/updates/2024"
    folder.mkdir(parents=True)
    for name, measure, into in [("a", "asuminen", "tietopohja"), ("b", "tietopohja", "asuminen")]:
        key = f"2024-02-01-{measure}-{name}1b2c3d4"
        (folder / f"{key}.yaml").write_text(
            f"id: {key}\nmeasure: {measure}\nstate: merged\nmerged_into: {into}\n"
            "on: 2024-02-01\nby: hiidenmaa\n"
        )
    for digest in ("a1b2c3d4", "b2c3d4e5"):
        key = f"2024-02-02-tiedon-malli-{digest}"
        (folder / f"{key}.yaml").write_text(
            f"id: {key}\nmeasure: tiedon-malli\nstate: in-progress\non: 2024-02-02\n"
            "by: hiidenmaa\ncorrects: 2023-11-15-tiedon-malli-708192\n"
            f"note: oikaisu {digest}\n"
        )
    told = contradictions(region, 2024, "2024-06-30")
    assert (told["circle"], told["corrected"]) == (1, 1)
    shown = yp("report", "--year", "2024", "--as-of", "2024-06-30", "--lang", "en", cwd=region).out
    assert "merged in a circle: J1, A2, J1 (2024-02-01, " in shown
    assert "two records correct the same one: a status update (2024-02-02, " in shown
