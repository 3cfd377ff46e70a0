"""Who is asked about a year, who gets the workbook, and how the round is told to a reader."""

import email
import shutil
from pathlib import Path

import pytest

from tests.conftest import LIVED_ON, Yp
from tests.rounds import filling
from tests.rounds.conftest import PARTY, git


@pytest.fixture
def sequel(tmp_path: Path) -> Path:
    """The region a year later: two of its towns are one, of which the new one has an address."""
    root = tmp_path / "tuulikannas"
    shutil.copytree(LIVED_ON / "data", root / "data")
    parties = root / "data/parties.yaml"
    head = "  - id: rantaniemi\n"
    text = parties.read_text()
    assert head in text
    parties.write_text(text.replace(head, f"{head}    contact: kirjaamo@rantaniemi.example\n"))
    return root


def test_the_successor_gets_the_workbook_of_a_party_that_has_ended(
    yp: Yp, sequel: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kysely"
    line = ("round", "ask", "--each-party", "--year", "2025", "-o", str(folder), "--mail")
    done = yp(*line, cwd=sequel)
    assert done.code == 0, done.err
    assert "Kaislaranta: ended 2025-12-31, now Rantaniemi" in done.err
    drafts = sorted(path.name for path in folder.glob("*.eml"))
    assert drafts == ["kaislaranta.eml", "metsoniemi.eml"]
    draft = email.message_from_bytes((folder / "kaislaranta.eml").read_bytes())
    assert draft["To"] == "kirjaamo@rantaniemi.example"
    status = ("round", "status", "--year", "2025")
    done = yp(*status, "--mail", str(tmp_path / "muistutus"), cwd=sequel)
    assert sorted(path.name for path in (tmp_path / "muistutus").glob("*.eml")) == drafts
    assert "Kivikallio" not in done.out


@pytest.mark.parametrize(
    ("party", "year", "told"),
    [
        ("kivikallio", "2025", "Kivikallio was no party in 2025: begins 2026-03-01"),
        ("kaislaranta", "2026", "Kaislaranta was no party in 2026: ended 2025-12-31"),
        (PARTY, "2015", "the agreement does not hold in 2015"),
    ],
)
def test_who_was_no_party_is_not_asked(
    yp: Yp, sequel: Path, tmp_path: Path, party: str, year: str, told: str
) -> None:
    path = tmp_path / "x.xlsx"
    done = yp("round", "ask", "--party", party, "--year", year, "-o", str(path), cwd=sequel)
    assert done.code == 2
    assert told in done.err
    assert not path.exists()
    assert not list(sequel.glob("data/rounds/**/*.yaml"))


def test_no_workbook_is_written_where_the_record_cannot_be_committed(
    yp: Yp, base: Path, tmp_path: Path
) -> None:
    git(base, "checkout", "-q", "--detach")
    path = tmp_path / "x.xlsx"
    line = ("round", "ask", "--party", PARTY, "--year", "2025", "-o", str(path), "--commit")
    done = yp(*line, cwd=base)
    assert done.code == 4
    assert "nothing was written" in done.err
    assert not path.exists()


def test_the_round_is_told_on_a_page_with_what_parties_say(
    yp: Yp, base: Path, workbook: Path
) -> None:
    filling.fill(
        workbook,
        {
            ("measures", "asukkaiden-osallisuus"): {"state": "käynnissä"},
            ("words", "1"): {"text": "Yhteistyö sujuu.\nAikataulu auttoi."},
        },
    )
    assert yp("round", "collect", str(workbook), cwd=base).code == 0
    out = yp("round", "status", "--year", "2025", cwd=base).out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert any(
        line.startswith("Hallavesi") and "answered" in line and " 1/57" in line
        for line in out.splitlines()
    )
    told = out.split("Hallavesi in its own words")[1]
    assert "Yhteistyö sujuu." in told
    assert "Aikataulu auttoi." in told
