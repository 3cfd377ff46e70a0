"""The page in a real browser: axe-core, narrow screens, print, without JavaScript."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS, Yp
from tests.report.pages import browser, rendered
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.vocabulary import PartyKind

pytestmark = pytest.mark.proof

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
ROOTS = {
    "region": REGION,
    "lived": LIVED,
    "lived_on": LIVED_ON,
    "helse": TESTS / "helse",
    "shipped": SHIPPED,
}
YEARS = {"region": 2023, "lived": 2025, "lived_on": 2026, "helse": 2025, "shipped": 2023}
KINDS: dict[str, dict[str, dict[str, str]]] = {
    "year": {key: {} for key in ROOTS},
    "brief": {key: {"only": "brief"} for key in ("lived", "shipped")},
    "errors": {key: {"only": "errors"} for key in ("lived", "shipped")},
    "party": {
        "region": {"party": "koivula"},
        "lived": {"party": "hallavesi"},
        "shipped": {"party": "kuopio"},
    },
    "interface": {key: {"interface": "a"} for key in ("region", "lived", "shipped")},
    "forum": {
        "lived": {"body": "yhteistyofoorumi"},
        "shipped": {"body": "kuntafoorumi"},
    },
}
PAGES = {
    f"{base}-{kind}": (ROOTS[base], YEARS[base], which)
    for kind, bases in KINDS.items()
    for base, which in bases.items()
}
"""Every kind of page; the whole year of every base, which holds its brief and its cards, too."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module", params=PAGES)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    root, year, which = PAGES[request.param]
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(rendered(root, "html", year=year, **which), "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", ["light", "dark", "print", "forced"])
def test_axe_finds_no_violation(chromium: Any, address: str, look: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    # axe itself is JavaScript that the driver brings: the page's own policy would refuse it.
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if look == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.emulate_media(
        media="print" if look == "print" else "screen",
        forced_colors="active" if look == "forced" else "none",
    )
    page.goto(address)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    context.close()
    assert found.response["passes"]
    assert [
        (violation["id"], violation["nodes"][0]["html"][:200])
        for violation in found.response["violations"]
    ] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1280])
def test_nothing_is_wider_than_the_screen(chromium: Any, address: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    wide = page.evaluate(
        "width => [...document.querySelectorAll('main *')].filter(one =>"
        " one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 80))",
        width,
    )
    page.close()
    assert wide == []


@pytest.mark.parametrize("width", [320, 1280])
def test_complete_and_not_wider_than_the_screen_without_javascript(
    chromium: Any, address: str, width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url))
    page.goto(address)
    assert complaints == [address]
    main = page.locator("main")
    assert main.inner_text().strip()
    box = page.locator("html").bounding_box()
    assert box is not None
    assert box["width"] <= width
    wide = [section.bounding_box()["width"] for section in page.locator("main > section").all()]
    assert wide
    assert max(wide) <= width
    context.close()


WHOLE_REGION: tuple[PartyKind, ...] = ("wellbeing-services-county", "regional-council")
DAYS = [
    ("shipped", date(2024, 12, 31)),
    ("lived", date(2024, 12, 31)),
    ("lived", date(2025, 12, 31)),
    ("lived_on", date(2026, 11, 26)),
]
ROOTS = {"shipped": SHIPPED, "lived": LIVED, "lived_on": LIVED_ON}
SHEETS = [
    pytest.param(
        base, day, one.id, 4 if one.type in WHOLE_REGION else 2, id=f"{base}-{day.year}-{one.id}"
    )
    for base, day in DAYS
    for one in region.parties(store.load(ROOTS[base]).kb, day)
]
"""Who acts for the whole region has most of its measures, duties and seats: four pages at most."""


def written(yp: Yp, base: str, path: Path, year: str, *arguments: str) -> str:
    """Write a report as a page and return its address."""
    done = yp("report", "--year", year, *arguments, "-o", str(path), cwd=ROOTS[base])
    assert done.code == 0, done.err
    return path.as_uri()


def printed_pages(printed: bytes) -> int:
    return printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ")


@pytest.mark.parametrize(("base", "day", "party", "most"), SHEETS)
def test_a_party_s_sheet_prints_on_few_pages(
    chromium: Any, tmp_path: Path, base: str, day: date, party: str, most: int, yp: Yp
) -> None:
    import pikepdf

    line = ("--party", party, "--as-of", day.isoformat(), "--lang", "fi")
    page = chromium.new_page()
    page.goto(written(yp, base, tmp_path / "sheet.html", str(day.year), *line))
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    written(yp, base, tmp_path / "sheet.pdf", str(day.year), *line)
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        assert (1 <= printed_pages(printed) <= most, 1 <= len(pdf.pages) <= most) == (True, True)


INTERFACES = [
    pytest.param(base, year, one.id, id=f"{base}-{year}-{one.id}")
    for base, root, year in (
        ("shipped", SHIPPED, "2023"),
        ("shipped", SHIPPED, "2024"),
        ("lived", LIVED, "2025"),
    )
    for one in store.load(root).kb.interfaces
]


@pytest.mark.parametrize(("base", "year", "interface"), INTERFACES)
def test_an_interface_s_sheet_prints_on_three_pages(
    chromium: Any, tmp_path: Path, base: str, year: str, interface: str, yp: Yp
) -> None:
    page = chromium.new_page()
    page.goto(written(yp, base, tmp_path / "sheet.html", year, "--interface", interface))
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert 1 <= printed_pages(printed) <= 3


@pytest.mark.parametrize(("base", "most"), [("shipped", 12), ("lived", 12)])
def test_the_cards_of_all_measures_print_on_a_dozen_pages_and_open(
    chromium: Any, tmp_path: Path, base: str, most: int, yp: Yp
) -> None:
    page = chromium.new_page()
    page.goto(written(yp, base, tmp_path / "cards.html", "2024", "--only", "measures"))
    hidden = "all => all.filter(one => !one.checkVisibility({contentVisibilityAuto: true})).length"
    page.emulate_media(media="print")
    assert page.eval_on_selector_all("details li", hidden) == 0
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert 1 <= printed_pages(printed) <= most


@pytest.mark.parametrize(
    ("base", "year", "language"),
    [
        ("shipped", "2023", "fi"),
        ("shipped", "2024", "fi"),
        ("shipped", "2025", "fi"),
        ("lived", "2023", "fi"),
        ("lived", "2024", "fi"),
        ("lived", "2025", "fi"),
        ("lived_on", "2026", "fi"),
        ("lived_on", "2026", "en"),
    ],
)
def test_a_printed_year_is_short_and_its_pages_are_full_and_end_well(
    chromium: Any, tmp_path: Path, base: str, year: str, language: str, yp: Yp
) -> None:
    """No page ends in what leads to the next, and none but the last is under a third full."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("no pdftotext here: apt-get install poppler-utils (.ci/run does)")
    printed = tmp_path / "year.pdf"
    page = chromium.new_page()
    # The sequel's year is not over: its day stands still, whenever this is run.
    day = ("--as-of", "2026-11-26") if base == "lived_on" else ()
    page.goto(written(yp, base, tmp_path / "year.html", year, "--lang", language, *day))
    leading = "h2, h3, caption, thead, p:has(+ ul), p:has(+ table), p:has(+ .pair)"
    said = "all => all.map(one => one.textContent)"
    leads = {_letters(text) for text in page.eval_on_selector_all(leading, said)}
    other = f":is(p, li, dd, td):not({leading})"
    others = {_letters(text) for text in page.eval_on_selector_all(other, said)}
    page.pdf(path=str(printed), prefer_css_page_size=True)
    page.close()
    read = subprocess.run(
        [pdftotext, "-layout", str(printed), "-"], capture_output=True, text=True, check=True
    ).stdout
    # The number of a page stands below what it ends in.
    bodies = [re.sub(r"\s*\d+ / \d+\s*$", "", sheet) for sheet in read.split("\f")]
    last = [sheet.strip().split("\n")[-1] for sheet in bodies if sheet.strip()]
    assert 10 < len(last) <= 30
    # A short word that ends a cell of a table is no heading that happens to end in it, nor is a
    # sentence that stands elsewhere too.
    ends = [_letters(line) for line in last if len(_letters(line)) > 10]
    led = [end for end in ends if any(lead.endswith(end) for lead in leads)]
    assert not [end for end in led if not any(other.endswith(end) for other in others)]
    placed = subprocess.run(
        [pdftotext, "-bbox", str(printed), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert [fill for fill in _filled(placed)[:-1] if fill < 1 / 3] == []


def _filled(placed: str) -> list[float]:
    """Return how much of each page its words reach down to, in A4 points between the margins."""
    top, bottom = 54, 793
    pages = [
        [float(found) for found in re.findall(r'yMax="([\d.]+)"', sheet)]
        for sheet in placed.split("<page ")[1:]
    ]
    return [
        (max((at for at in ends if at <= bottom), default=top) - top) / (bottom - top)
        for ends in pages
    ]


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
