"""The page on paper, in a real browser: what is folded is open, addresses are read, a picture and
its table stay together.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, SHIPPED
from tests.report.pages import browser, rendered

pytestmark = pytest.mark.proof

YEARS = [
    pytest.param(SHIPPED, 2023, id="shipped"),
    pytest.param(SHIPPED, 2024, id="shipped-2024"),
    pytest.param(LIVED, 2024, id="lived-2024"),
    pytest.param(LIVED, 2025, id="lived"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


def opened(chromium: Any, path: Path, text: str) -> Any:
    path.write_text(text, "utf-8")
    page = chromium.new_page()
    page.goto(path.as_uri())
    return page


FOLDED = """all => all.map(one => ({
  first: one.firstElementChild.tagName,
  summaries: one.querySelectorAll(':scope > summary').length,
  said: one.querySelector('summary').textContent.trim(),
  items: one.querySelectorAll('li').length,
  unseen: [...one.querySelectorAll('*')].filter(inner =>
    !inner.checkVisibility({contentVisibilityAuto: true})).length,
}))"""


@pytest.mark.parametrize(("root", "year"), YEARS)
def test_what_is_folded_says_what_is_within_and_is_open_on_paper(
    chromium: Any, tmp_path: Path, root: Path, year: int
) -> None:
    page = opened(chromium, tmp_path / "year.html", rendered(root, "html", year=year))
    on_screen = page.eval_on_selector_all("details", FOLDED)
    page.emulate_media(media="print")
    on_paper = page.eval_on_selector_all("details", FOLDED)
    page.close()
    assert on_paper
    for screen, paper in zip(on_screen, on_paper, strict=True):
        assert (paper["first"], paper["summaries"]) == ("SUMMARY", 1)
        # In one or two words it would say no more than that there is something.
        assert len(paper["said"].split()) >= 3
        counted = re.search(r"\((\d+)\)$|^(\d+) ", paper["said"])
        assert paper["items"] == (int(counted[1] or counted[2]) if counted else 1), paper["said"]
        assert (screen["unseen"] > 0, paper["unseen"]) == (True, 0)


ADDRESSES = {
    "https://hiidenmaa.example/p%C3%B6yt%C3%A4kirja%202023.pdf": (
        "https://hiidenmaa.example/pöytäkirja 2023.pdf"
    ),
    "https://hiidenmaa.example/a%2Fb?q=%26%25&r=%C3%A4": (
        "https://hiidenmaa.example/a%2Fb?q=%26%25&r=ä"
    ),
    "https://hiidenmaa.example/%E4%FF": "https://hiidenmaa.example/%E4%FF",
}


@pytest.mark.parametrize(("written", "read"), ADDRESSES.items(), ids=["letters", "signs", "latin"])
@pytest.mark.parametrize("named", [True, False], ids=["named", "bare"])
def test_an_address_on_paper_is_read_without_the_escapes_of_letters(
    chromium: Any, tmp_path: Path, region: Path, named: bool, written: str, read: str
) -> None:
    file = region / "data" / "events" / "2023" / "2023-04-19-foorumi-c3d4e5.yaml"
    told = file.read_text("utf-8").replace("https://hiidenmaa.example/muistio", written)
    if not named:
        told = told.replace("Muistio", f'"{written}"')
    file.write_text(told, "utf-8")
    page = opened(chromium, tmp_path / "year.html", rendered(region, "html"))
    page.emulate_media(media="print")
    link = page.locator(f'a[href="{written}"]').first
    after = link.evaluate("one => getComputedStyle(one, '::after').content")
    said = link.inner_text()
    page.close()
    assert (f" ({read})" in after) == named
    assert (said == read) == (not named)


MARKED = """() => {
  let number = 0;
  for (const figure of document.querySelectorAll('figure')) {
    const pair = figure.closest('.pair');
    const beside = pair ? pair.querySelector('table') : figure.nextElementSibling;
    if (!beside || beside.tagName !== 'TABLE') continue;
    // The matrix takes nearly a page by itself.
    if (figure.querySelector('svg.matrix')) continue;
    const rows = beside.querySelectorAll('tbody > tr');
    const mark = (place, letter) => {
      const one = document.createElement('span');
      one.textContent = ` QZ${letter}${number}QZ `;
      one.style.fontSize = '1pt';
      place.append(one);
    };
    mark(figure.querySelector('figcaption, .legend li') || figure, 'P');
    mark(rows[0].lastElementChild, 'F');
    if (rows.length < 8) mark(rows[rows.length - 1].lastElementChild, 'L');
    number += 1;
  }
  return number;
}"""


@pytest.mark.parametrize(("root", "year"), YEARS)
def test_a_picture_and_its_table_stay_together_on_paper(
    chromium: Any, tmp_path: Path, root: Path, year: int
) -> None:
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("no pdftotext here: apt-get install poppler-utils (.ci/run does)")
    page = opened(chromium, tmp_path / "year.html", rendered(root, "html", year=year))
    pairs = page.evaluate(MARKED)
    page.pdf(path=str(tmp_path / "year.pdf"), prefer_css_page_size=True)
    page.close()
    read = subprocess.run(
        [pdftotext, "-layout", str(tmp_path / "year.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    places: dict[str, dict[str, int]] = {}
    for number, sheet in enumerate(read.split("\f")):
        for letter, pair in re.findall(r"QZ([PFL])(\d+)QZ", sheet):
            places.setdefault(pair, {})[letter] = number
    assert len(places) == pairs >= 3
    assert [pair for pair, found in places.items() if len(set(found.values())) > 1] == []
    assert all({"P", "F"} <= set(found) for found in places.values())
