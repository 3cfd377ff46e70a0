"""The same region in Swedish: its data in Swedish, or Finnish data for a Swedish reader."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import language

DAY = ("--as-of", "2025-12-31")
PAGES = {
    "year": ("report", "--year", "2025"),
    "brief": ("report", "--year", "2025", "--only", "brief"),
    "party": ("report", "--year", "2025", "--party", "hallavesi"),
    "interface": ("report", "--year", "2025", "--interface", "a"),
    "forum": ("report", "--for", "yhteistyofoorumi", "--on", "2025-12-10"),
}
SAID = {
    "year": "<h2>Läge och ändringar</h2>",
    "brief": "Sammanfattning för mötet",
    "party": "Vad som ska göras och när",
    "interface": "sammanställning",
    "forum": "Vad mötet ombeds besluta",
}


@pytest.fixture(scope="module")
def swedish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lived-in region as if its texts were in Swedish."""
    root = tmp_path_factory.mktemp("sv") / "base"
    shutil.copytree(LIVED, root)
    path = root / "data/agreement.yaml"
    path.write_text(path.read_text("utf-8").replace("language: fi\n", "language: sv\n"), "utf-8")
    return root


def plain(page: str) -> str:
    return re.sub(r' id="[^"]*"', "", page.replace("\N{SOFT HYPHEN}", ""))


@pytest.mark.parametrize("kind", PAGES)
def test_a_swedish_base_is_reported_in_swedish_and_nothing_is_foreign(
    kind: str, swedish: Path, yp: Yp
) -> None:
    done = yp(*PAGES[kind], "--format", "html", cwd=swedish)
    assert (done.code, done.err) == (0, "")
    page = plain(done.out)
    assert re.findall(r'\blang="(\w+)"', page) == ["sv"]
    assert SAID[kind] in page
    with language.speaking("fi"):
        assert not re.search(rf"\b{language.text('completed')}\b", page)


@pytest.mark.parametrize("kind", PAGES)
def test_finnish_data_is_marked_in_a_swedish_page(kind: str, yp: Yp) -> None:
    done = yp(*PAGES[kind], "--format", "html", "--lang", "sv", cwd=LIVED)
    assert (done.code, done.err) == (0, "")
    page = plain(done.out)
    assert '<html lang="sv">' in page
    assert SAID[kind] in page
    assert set(re.findall(r'\blang="(\w+)"', page)) == {"sv", "fi"}
    assert '<span lang="fi">Hallavesi</span>' in page


def test_states_are_told_as_the_reader_says_them(yp: Yp) -> None:
    told = " ".join(yp("status", *DAY, "--lang", "sv", cwd=LIVED).out.split())
    assert told.startswith("Läge 31.12.2025 ") or told.startswith("Läget 31.12.2025 ")
    assert "3 pausade, 1 inställd, 1 sammanslagen med en annan" in told
    table = yp("list", "measures", "--state", "slutförd", *DAY, "--lang", "sv", cwd=LIVED).out
    assert "A2" in table
    assert "A1 " not in table


def test_a_swedish_base_is_begun_checked_and_reported_in_swedish(yp: Yp, tmp_path: Path) -> None:
    line = ("--region", "Sveaborg", "--title", "Avtal om kontaktytor", "--start", "2026-01-01")
    parties = ("--party", "Sveaborgs välfärdsområde", "--party", "Holmens kommun")
    begun = yp("init", "ny", *line, *parties, "--lang", "sv", cwd=tmp_path)
    assert begun.code == 0, begun.err
    base = tmp_path / "ny"
    assert "language: sv\n" in (base / "data/agreement.yaml").read_text("utf-8")
    assert "vem som ansvarar" in (base / "README.md").read_text("utf-8")
    assert "kontaktytor" in (base / "data/programme.yaml").read_text("utf-8")
    checked = yp("validate", "--strict", "--lang", "sv", cwd=base)
    assert (checked.code, " 0 fel" in checked.out) == (0, True)
    done = yp("report", "--year", "2026", cwd=base)
    assert (done.code, done.err) == (0, "")
    assert "Avtal om kontaktytor: årsrapport 2026" in done.out
    types = yp("list", "parties", "--csv", "--lang", "sv", cwd=base).out
    assert "välfärdsområde" in types.split("Sveaborgs", 1)[1]
    # What is typed in Swedish is understood.
    record = ("status", "set", "A1", "pågår", "--on", "14.1.2026", "--by", "holmens-kommun")
    said = yp(*record, "--dry-run", "--lang", "sv", cwd=base)
    assert "state: in-progress" in said.out, said.err


@pytest.mark.proof
def test_a_word_document_and_a_workbook_say_that_they_are_in_swedish(
    yp: Yp, tmp_path: Path
) -> None:
    import zipfile

    import openpyxl

    line = ("report", "--year", "2025", "--lang", "sv", "-o")
    assert yp(*line, str(tmp_path / "a.docx"), "--only", "brief", cwd=LIVED).code == 0
    written = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    assert 'w:lang w:val="fi' in written
    styles = zipfile.ZipFile(tmp_path / "a.docx").read("word/styles.xml").decode()
    assert "sv-FI" in styles
    assert yp(*line, str(tmp_path / "a.xlsx"), cwd=LIVED).code == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.properties.language == "sv"
    assert "Åtgärder" in book.sheetnames
