"""The paper of a meeting on paper: as few sheets as its content allows."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from tests.report.pages import browser

pytestmark = pytest.mark.proof


@pytest.mark.parametrize(
    ("root", "body", "day", "most"),
    [
        pytest.param(SHIPPED, "kuntafoorumi", "2025-03-15", 4, id="shipped"),
        pytest.param(LIVED, "yhteistyofoorumi", "2025-06-10", 3, id="lived"),
    ],
)
def test_a_meeting_takes_few_sheets(
    yp: Yp, tmp_path: Path, root: Path, body: str, day: str, most: int
) -> None:
    pdfinfo = shutil.which("pdfinfo")
    if pdfinfo is None:
        pytest.skip("no pdfinfo here: apt-get install poppler-utils (.ci/run does)")
    page_file, paper = tmp_path / "page.html", tmp_path / "paper.pdf"
    line = ("--for", body, "--on", day, "--lang", "fi", "-o", str(page_file))
    assert yp("report", *line, cwd=root).code == 0
    with browser() as chromium:
        page = chromium.new_page()
        page.emulate_media(media="print")
        page.goto(page_file.as_uri())
        sizes = page.evaluate(
            """() => [...document.querySelectorAll("main p, main li, main th, main td")]
              .map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""
        )
        page.pdf(path=str(paper), prefer_css_page_size=True)
    assert min(sizes) >= 9.49
    told = subprocess.run([pdfinfo, str(paper)], capture_output=True, text=True, check=True).stdout
    pages = next(line for line in told.splitlines() if line.startswith("Pages:"))
    assert int(pages.split()[1]) <= most
