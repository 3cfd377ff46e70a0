"""A base of another country: sound, recorded as its script says, answered by every command.

What no output may hold is a name of a Finnish region: of the shipped data or of the fixtures.
"""

import json
import re
import shutil
from pathlib import Path

import icalendar
import pytest

from tests.conftest import REGION, SHIPPED, TESTS, Yp
from tests.helse import record
from yhdyspinta_cli import store

HELSE = TESTS / "helse"
DAY = ("--as-of", "2025-12-31")
LAST = ("--as-of", "2026-06-30")


def _files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "data").rglob("*.yaml")}


def test_it_is_recorded_as_its_script_says(tmp_path: Path) -> None:
    copy = tmp_path / "helse"
    shutil.copytree(HELSE, copy)
    record.renew(copy)
    assert _files(copy) == _files(HELSE)


def test_it_is_sound(yp: Yp) -> None:
    told = yp("validate", *LAST, "--output-format", "json", cwd=HELSE)
    assert told.code == 0
    found = json.loads(told.out)
    assert found["summary"]["errors"] == 0
    # What is told is so: who says "completed" shows nothing for it.
    assert {d["code"] for d in found["diagnostics"] if d["severity"] == "warning"} == {"YP609"}


QUESTIONS = [
    ["status"],
    ["status", "show", "1.2"],
    ["status", "matrix"],
    ["who-owns", "5.2", "--why"],
    ["who-owns", "3.1"],
    ["owned-by", "elvedokka"],
    ["owned-by", "samhandlingssjefen"],
    ["gaps"],
    ["obligations", "--year", "2025"],
    ["calendar", "--year", "2025"],
    ["rotation"],
    ["counterparts"],
    ["search", "pasienter"],
    ["what-if", "--remove", "granmoen"],
    ["list", "measures"],
    ["list", "provisions"],
    ["list", "citations"],
    ["list", "events"],
    ["list", "values"],
    ["show", "storvidda-avtalen"],
    ["show", "helse-storvidda"],
    ["show", "bestemmelse-kostnader"],
    ["show", "plikt-arsrapport"],
    ["report", "--year", "2025"],
    ["report", "--year", "2024", "--format", "html"],
    ["report", "--party", "ostervidda"],
    ["report", "--interface", "delavtale-3"],
    ["calendar", "--year", "2025", "--format", "ics"],
]


def _foreign() -> re.Pattern[str]:
    """Return what finds a name of another region's party, region or agreement."""
    names = {"Pohjois-Savo", "Kuopio", "Siilinjärvi"}
    for root in (SHIPPED, REGION, TESTS / "lived"):
        kb = store.load(root).kb
        names |= {kb.agreement.region} | {party.name for party in kb.parties}
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in sorted(names)))


FOREIGN = _foreign()


@pytest.mark.parametrize("line", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("spoken", ["en", "fi"])
def test_every_question_is_answered_of_it_and_of_nothing_else(
    yp: Yp, line: list[str], spoken: str
) -> None:
    day = list(DAY)
    told = yp(*line, *day, "--lang", spoken, cwd=HELSE)
    assert told.code == 0, told.err
    assert told.out.strip()
    assert FOREIGN.findall(told.out) == []
    if line[0] != "report" and "ics" not in line:
        flat = yp(*line, *day, "--json", "--lang", spoken, cwd=HELSE)
        assert flat.code == 0, flat.err
        assert FOREIGN.findall(flat.out) == []


def test_it_shows_what_its_country_writes(yp: Yp) -> None:
    shown = yp("show", "strategisk-samarbeidsutvalg", cwd=HELSE).out
    assert "§ 6-5" in shown
    assert "§ 6-5 §" not in shown
    basis = yp("list", "citations", cwd=HELSE).out
    assert "§\u00a06-1" in basis
    calendar = yp("calendar", "--year", "2025", "--format", "ics", cwd=HELSE)
    found = icalendar.Calendar.from_ical(calendar.out)
    assert str(found["x-wr-timezone"]) == "Europe/Oslo"
    assert "no Norwegian Bokmål" in calendar.err
    page = yp("report", "--year", "2025", "--format", "html", *DAY, cwd=HELSE)
    assert re.findall(r'<html lang="([a-z]+)"', page.out) == ["en"]
    assert set(re.findall(r'<span lang="([a-z]+)">', page.out)) == {"nb"}
    table = yp("list", "values", "--csv-excel", cwd=HELSE).out
    assert "31.12.2024;5.1;97,5;" in table


def test_a_norwegian_identity_number_in_a_note_is_found(yp: Yp, tmp_path: Path) -> None:
    copy = tmp_path / "helse"
    shutil.copytree(HELSE, copy)
    file = copy / "data/needs.yaml"
    text = file.read_text("utf-8").replace("ved utskriving.", "ved utskriving av 13097248022.")
    file.write_text(text, "utf-8")
    told = yp("validate", *LAST, cwd=copy)
    assert told.code == 1
    assert "YP704" in told.out
    assert "13097248022" not in told.out
