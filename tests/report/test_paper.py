"""The page on paper and aloud: sizes, full pages, and what a screen reader is given."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, Yp
from tests.report.pages import browser

pytestmark = pytest.mark.proof

NOW = ("--year", "2026", "--as-of", "2026-11-26")
"""The sequel's year is not over: its day stands still, whenever this is run."""
REPORTS = {
    "lived": (LIVED, ("--year", "2024")),
    "lived-brief": (LIVED, ("--year", "2024", "--only", "brief")),
    "lived-party": (LIVED, ("--year", "2024", "--party", "hallavesi")),
    "lived-interface": (LIVED, ("--year", "2024", "--interface", "a")),
    "lived-forum": (LIVED, ("--for", "yhteistyofoorumi", "--on", "2024-11-15")),
    "lived_on": (LIVED_ON, NOW),
    "lived_on-brief": (LIVED_ON, (*NOW, "--only", "brief")),
    "lived_on-party": (LIVED_ON, (*NOW, "--party", "rantaniemi")),
    "lived_on-interface": (LIVED_ON, (*NOW, "--interface", "a")),
    "lived_on-forum": (LIVED_ON, ("--for", "yhteistyofoorumi", "--on", "2026-11-26")),
    "shipped": (SHIPPED, ("--year", "2024")),
    "shipped-brief": (SHIPPED, ("--year", "2024", "--only", "brief")),
    "shipped-party": (SHIPPED, ("--year", "2024", "--party", "kuopio")),
    "shipped-interface": (SHIPPED, ("--year", "2024", "--interface", "a")),
    "shipped-forum": (SHIPPED, ("--for", "kuntafoorumi", "--on", "2024-11-15")),
    "shipped-errors": (SHIPPED, ("--year", "2024", "--only", "errors")),
}
SMALLEST = 9.5


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture(params=REPORTS)
def page(request: pytest.FixtureRequest, tmp_path: Path, yp: Yp) -> Path:
    """A report as a page, in a file."""
    root, arguments = REPORTS[request.param]
    path = tmp_path / "page.html"
    done = yp("report", *arguments, "-o", str(path), cwd=root)
    assert done.code == 0, done.err
    return path


SIZES = """() => [...document.querySelectorAll('body *')].flatMap(element => {
  const said = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  if (!said || !element.getClientRects().length) return [];
  const picture = element.closest('svg');
  const matrix = picture && element.getScreenCTM ? element.getScreenCTM() : {a: 1, b: 0};
  const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(matrix.a, matrix.b);
  return [[element.textContent.trim().slice(0, 40), size * .75]];
})"""
"""The texts with their sizes in points, those of pictures as they are scaled."""


def test_nothing_is_set_smaller_than_can_be_read(chromium: Any, page: Path) -> None:
    # As wide as the page without its margins: 182 mm.
    opened = chromium.new_page(viewport={"width": 688, "height": 900})
    opened.emulate_media(media="print")
    opened.goto(page.as_uri())
    found = opened.evaluate(SIZES)
    wide = opened.evaluate("document.documentElement.scrollWidth")
    opened.close()
    assert len(found) > 50
    assert [one for one in found if one[1] < SMALLEST - 0.05] == []
    # Chromium makes everything smaller where something is wider than the page.
    assert wide <= 688


def drawn(path: Path) -> list[tuple[float, float]]:
    """Return of each page how far down its text goes and how far to the right, in parts of it."""
    told = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    found = []
    for width, height, body in re.findall(
        r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.DOTALL
    ):
        ends = re.findall(r'xMax="([\d.-]+)" yMax="([\d.-]+)"', body)
        # The number of the page stands in the lowest 16 mm.
        downs = [float(y) for _x, y in ends if float(y) < float(height) - 45]
        right = max(float(x) for x, _y in ends)
        found.append((max(downs) / float(height), right / float(width)))
    return found


@pytest.mark.parametrize("by", ["chromium", "weasyprint"])
def test_pages_are_full_and_nothing_leaves_them(
    chromium: Any, page: Path, tmp_path: Path, by: str
) -> None:
    printed = tmp_path / "page.pdf"
    if by == "chromium":
        opened = chromium.new_page()
        opened.goto(page.as_uri())
        opened.pdf(path=str(printed), prefer_css_page_size=True)
        opened.close()
    else:
        from yhdyspinta_cli.report import pdf

        printed.write_bytes(pdf.of(page.read_text("utf-8")))
    pages = drawn(printed)
    # The right margin is 14 mm of 210.
    assert max(right for _down, right in pages) < 197 / 210
    assert [down for down, _right in pages[:-1] if down < 1 / 3] == []


def test_a_screen_reader_is_given_no_mark_and_every_code_with_its_name(
    chromium: Any, page: Path
) -> None:
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(page.as_uri())
    session = context.new_cdp_session(opened)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    context.close()
    told = [
        (node["role"]["value"], str(node.get(key, {}).get("value", "")))
        for node in nodes
        if not node["ignored"]
        for key in ("name", "description", "value")
    ]
    assert len(told) > 100
    assert [text for _role, text in told if "\u00ad" in text] == []
    links = [text for role, text in told if role == "link" and text]
    assert [text for text in links if re.fullmatch(r"[A-Z]\d+", text)] == []


def test_only_what_can_be_used_is_a_stop_of_the_tab_key(chromium: Any, page: Path) -> None:
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(page.as_uri())
    stops = opened.eval_on_selector_all(
        "[tabindex='0'], [role=region]", "all => all.map(one => one.outerHTML.slice(0, 80))"
    )
    scrolling = opened.eval_on_selector_all(
        "body *",
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1 &&"
        " ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).length",
    )
    opened.close()
    assert stops == []
    assert scrolling == 0


def test_one_comes_back_to_the_contents_from_every_chapter(chromium: Any, page: Path) -> None:
    opened = chromium.new_page()
    opened.goto(page.as_uri())
    has_contents = opened.locator("nav").count() == 1
    chapters = opened.locator("section.chapter").count()
    ways = [link for link in opened.locator(".up a").all() if link.is_visible()]
    assert len(ways) == (chapters if has_contents else 0)
    for way in ways[:2]:
        way.click()
        assert opened.url.endswith("#contents")
    opened.close()
