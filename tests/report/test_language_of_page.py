"""A page says in which language it speaks, and marks what it cites in another."""

import re
from pathlib import Path

import pytest

from tests.conftest import TESTS, Yp


@pytest.mark.parametrize(("asked", "spoken"), [((), "en"), (("--lang", "fi"), "fi")])
def test_norwegian_data_in_a_page_without_norwegian(
    yp: Yp, region: Path, asked: tuple[str, ...], spoken: str
) -> None:
    file = region / "data/agreement.yaml"
    file.write_text(file.read_text("utf-8").replace("language: fi", "language: nb"), "utf-8")
    done = yp("report", "--year", "2023", "--format", "html", *asked, cwd=region)
    assert done.code == 0
    assert re.findall(r'<html lang="([a-z]+)"', done.out) == [spoken]
    assert ("no Norwegian" in done.err) is (not asked)
    marked = set(re.findall(r'<span lang="([a-z]+)">', done.out))
    assert marked == {"nb"}
    # The purpose of the agreement is the data's.
    assert re.search(r'<span lang="nb">Osapuolet sopivat', done.out.replace("\N{SOFT HYPHEN}", ""))


def test_a_page_in_the_language_of_its_data_marks_nothing(yp: Yp) -> None:
    done = yp("report", "--year", "2023", "--format", "html")
    assert '<html lang="fi"' in done.out
    assert "<span lang=" not in done.out
    assert done.err == ""


def test_names_in_headings_pictures_and_links_are_marked(yp: Yp, region: Path) -> None:
    file = region / "data/agreement.yaml"
    file.write_text(file.read_text("utf-8").replace("language: fi", "language: nb"), "utf-8")
    page = yp("report", "--year", "2023", "--format", "html", cwd=region).out
    for place in ("h1", "h3", "h4", "text"):
        found = re.findall(rf"<{place}\b[^>]*>[^\n]*", page)
        assert any('lang="nb"' in one for one in found), place
    assert re.search(r'<text class="name" lang="nb"[^>]*>\w', page)
    assert re.search(r'<a href="https?:[^>]*><span lang="nb">', page)
    # A title of the browser holds no marks.
    assert re.search(r"<title>[^<>]*</title>\n<style>", page)


def test_a_unit_is_the_datas_and_the_name_of_a_quarter_is_the_pages(yp: Yp) -> None:
    done = yp("report", "--year", "2025", "--format", "html", "--lang", "en", cwd=TESTS / "helse")
    page = done.out.replace("\N{SOFT HYPHEN}", "").replace("\N{NO-BREAK SPACE}", " ")
    unit = '<span lang="nb">prosent</span>'
    assert f"baseline 96.2 {unit} (2023), target " in page
    assert f'<span lang="nb">“minst 99 prosent”</span> (99 {unit} by 2025-12-31), wanted' in page
    assert "(quarter 3 of 2025)" in page
    assert not re.search(r'<span lang="nb">(quarter|half) \d', page)


def test_a_day_beside_a_bar_has_no_language(yp: Yp) -> None:
    line = ("report", "--year", "2024", "--format", "html", "--lang", "sv")
    page = yp(*line, cwd=TESTS / "lived").out
    assert re.search(r'<text class="name" x="0" y="\d+">31\.12\.2024</text>', page)
    assert not re.search(r'lang="fi"[^>]*>[\d. –]+<', page)
