"""Fields of one's own are shown, searched and listed; what is not declared is told."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Yp

DECLARED = """fields:
  measure:
    budjetti: {label: Budjetti, type: number}
    paatos: {label: Päätöspäivä, type: day}
    teemat: {label: Teemat, type: list}
    kuvaus: {label: Kuvaus, type: text}
"""
GIVEN = """extra:
  budjetti: 5000
  paatos: 2023-02-01
  teemat: [asunnottomuus, vuokratuki]
  kuvaus: Lähtee käyntiin syksyllä
"""


@pytest.fixture
def own(region: Path) -> Path:
    """The region whose measures have fields of their own; one of them says something there."""
    agreement = region / "data/agreement.yaml"
    agreement.write_text(agreement.read_text("utf-8").rstrip("\n") + "\n" + DECLARED, "utf-8")
    measure = region / "data/measures/asuminen.yaml"
    measure.write_text(measure.read_text("utf-8").rstrip("\n") + "\n" + GIVEN, "utf-8")
    return region


def test_they_are_shown_searched_and_listed(own: Path, yp: Yp) -> None:
    assert "0 errors, 0 warnings" in yp("validate", cwd=own).out
    shown = " ".join(yp("show", "asuminen", cwd=own).out.split())
    assert "Budjetti 5,000" in shown
    assert "Päätöspäivä 2023-02-01" in shown
    assert "Teemat asunnottomuus; vuokratuki" in shown
    assert "asuminen" in yp("search", "vuokratuki", cwd=own).out
    rows = list(csv.DictReader(io.StringIO(yp("list", "measures", "--csv", cwd=own).out)))
    assert [row["Budjetti"] for row in rows] == ["5000", "", "", "", "", ""]
    listed = json.loads(yp("list", "measures", "--json", cwd=own).out)["answer"]
    assert listed[0]["extra"]["paatos"] == "2023-02-01"
    assert "extra" not in listed[1]


def test_a_field_of_another_type_or_name_is_told(own: Path, yp: Yp) -> None:
    path = own / "data/measures/asuminen.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("budjetti: 5000", "budjetti: paljon"), "utf-8")
    assert "warning YP210 the field 'budjetti' is declared as number" in yp("validate", cwd=own).out
    path.write_text(text.replace("budjetti: 5000", "budjeti: 5000"), "utf-8")
    told = yp("validate", cwd=own).out
    assert "warning YP210 the field 'budjeti' is not declared" in told
    assert "budjetti" in told


def test_a_map_in_a_field_or_an_unknown_kind_is_an_error(own: Path, yp: Yp) -> None:
    path = own / "data/measures/asuminen.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("budjetti: 5000", "budjetti: {a: 1}"), "utf-8")
    assert "error YP103" in yp("validate", cwd=own).out
    path.write_text(text, "utf-8")
    agreement = own / "data/agreement.yaml"
    agreement.write_text(
        agreement.read_text("utf-8").replace("  measure:\n    budj", "  measures:\n    budj"),
        "utf-8",
    )
    told = yp("validate", cwd=own)
    assert told.code == 1
    assert "error YP104" in told.out
