"""The two pages on paper: two sheets of A4, in type that can be read, alone and in the report."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, Yp
from tests.report.pages import browser

pytestmark = pytest.mark.proof

YEARS = [
    pytest.param(root, year, id=f"{root.name}-{year}")
    for root, years in (
        (LIVED, ("2023", "2024", "2025")),
        (SHIPPED, ("2023", "2024", "2025")),
        (LIVED_ON, ("2026",)),
    )
    for year in years
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


def printed(
    chromium: Any, yp: Yp, path: Path, root: Path, year: str, *arguments: str
) -> tuple[list[str], list[float]]:
    """Print a report, and return the texts of its sheets and the sizes of the brief's type."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("no pdftotext here: apt-get install poppler-utils (.ci/run does)")
    # The sequel's year is not over: its day stands still, whenever this is run.
    day = ("--as-of", "2026-11-26") if root == LIVED_ON else ()
    page_file = path / "page.html"
    words = ("--year", year, "--lang", "fi", *arguments, *day)
    done = yp("report", *words, "-o", str(page_file), cwd=root)
    assert done.code == 0, done.err
    page = chromium.new_page()
    page.emulate_media(media="print")
    page.goto(page_file.as_uri())
    sizes = page.evaluate(
        """() => {
          const found = [];
          const walk = document.createTreeWalker(
            document.querySelector("section:has(> #brief)"), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const over = node.parentElement;
            if (!node.data.trim() || over.closest("title, desc, caption")) continue;
            const drawn = over.closest("svg");
            const box = drawn && drawn.getBoundingClientRect();
            const scale = drawn ? box.width / drawn.viewBox.baseVal.width : 1;
            found.push(parseFloat(getComputedStyle(over).fontSize) * scale * 0.75);
          }
          return found;
        }"""
    )
    page.pdf(path=str(path / "page.pdf"), prefer_css_page_size=True)
    page.close()
    read = subprocess.run(
        [pdftotext, "-layout", str(path / "page.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [sheet for sheet in read.split("\f") if sheet.strip()], sizes


@pytest.mark.parametrize(("root", "year"), YEARS)
def test_alone_it_takes_two_sheets_in_type_that_can_be_read(
    chromium: Any, yp: Yp, tmp_path: Path, root: Path, year: str
) -> None:
    sheets, sizes = printed(chromium, yp, tmp_path, root, year, "--only", "brief")
    assert len(sheets) == 2
    assert sizes
    # A hundredth is lost where a picture is scaled.
    assert min(sizes) >= 9.49


@pytest.mark.parametrize(("root", "year"), [(LIVED, "2025"), (SHIPPED, "2024")])
def test_the_rest_of_the_report_begins_on_the_third_sheet(
    chromium: Any, yp: Yp, tmp_path: Path, root: Path, year: str
) -> None:
    sheets, _sizes = printed(chromium, yp, tmp_path, root, year)
    assert "Tiivistelmä kokoukselle" in sheets[0]
    assert "Sisällys" not in sheets[0] + sheets[1]
    assert "Sisällys" in sheets[2]
    assert "Seuraavat päivät ja vuorot" in sheets[1]
