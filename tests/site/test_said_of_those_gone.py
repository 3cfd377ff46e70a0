"""What a site says of who has left, of a successor and of an agreement that is over."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.site import sites
from tests.site.written import DAY, words_of_ours_marked, write


@pytest.fixture
def lived(tmp_path: Path) -> Path:
    """The lived-in region, to be changed."""
    shutil.copytree(LIVED / "data", tmp_path / "base/data")
    return tmp_path / "base"


def text(page: Path) -> str:
    return sites.Read(page.read_text("utf-8").replace("\u00ad", "")).text


def test_a_party_that_has_left_is_listed_once_in_the_words_of_the_page(
    lived: Path, tmp_path: Path
) -> None:
    parties = lived / "data/parties.yaml"
    told = parties.read_text("utf-8")
    assert "  - id: metsoniemi\n" in told
    left = told.replace("  - id: metsoniemi\n", "  - id: metsoniemi\n    left: 2025-03-31\n")
    parties.write_text(left, "utf-8")
    write(tmp_path / "site", "--as-of", DAY, "--lang", "en", root=lived)
    index = tmp_path / "site/parties/index.html"
    former = index.read_text("utf-8").partition('<h2 id="former">')[2]
    assert "Metsoniemi" in former
    assert former.count("Metsoniemi") == 1
    assert "</a> (left the agreement 2025-03-31)</li>" in former
    assert words_of_ours_marked(index, lived, "sv") == set()


def test_what_is_unclear_of_a_duty_of_a_successor_is_told_beside_it() -> None:
    page = sites.read("lived", "en")["actors/tyollisyysalue.html"].text
    unclear = "by law: who has it now is not in the data"
    assert f"once a year; through: Tuulikannaksen työvoimatoimisto; {unclear})" in page


def test_of_an_agreement_that_is_over_it_is_told_when_it_held(lived: Path, tmp_path: Path) -> None:
    write(tmp_path / "site", "--as-of", "2027-06-01", "--lang", "en", root=lived)
    page = text(tmp_path / "site/parties/hallavesi.html")
    assert "The agreement held from 2023-01-01 to 2026-12-31." in page
    assert "The agreement holds" not in page


def test_before_the_agreement_a_day_is_named_on_which_there_is_a_site(
    yp: Yp, tmp_path: Path
) -> None:
    done = yp("site", str(tmp_path / "site"), "--as-of", "2022-06-01", cwd=LIVED)
    assert done.code == 1
    assert "choose a day from 2023-01-01 to 2026-12-31: --as-of" in done.err
    assert not (tmp_path / "site").exists()


def test_sentences_of_the_data_are_not_put_into_a_row() -> None:
    body = sites.pages("shipped")["bodies/palvelukeskustelut.html"]
    themes = body.partition("Teemat:")[2].partition("</ul>")[0]
    assert themes.count("<li>") == 3
    assert ".," not in themes
    assert ".." not in themes
