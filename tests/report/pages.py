"""What the tests of the report share: hostile texts, pages, a browser."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS, Yp
from yhdyspinta_cli import report, store
from yhdyspinta_cli.vocabulary import REPORT_CHAPTERS, TextFormat
from yhdyspinta_cli.wording import words

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>'",
    "' onmouseover='alert(1)",
    "</title></style></textarea></svg><b>",
    "<!-- --><![CDATA[ ]]>",
    "{{7*7}} {% raw %} ${7*7} <%= 7*7 %>",
    "[linkki](javascript:alert(1)) ![kuva](https://evil.example/p.png)",
    "<https://evil.example/> https://evil.example/ www.evil.example",
    "[viite]: https://evil.example/",
    "# otsikko",
    "- luettelo",
    "12) luettelo",
    "> lainaus",
    "```koodi```",
    "~~~",
    "---",
    "===",
    "| solu | toinen |",
    "*korostus* _alaviiva_ **vahva** ~~pois~~ `koodi`",
    "$$kaava$$ :tada: [^1] - [ ] tehtävä",
    "&lt;b&gt; &#60; &amp;",
    "loppu\\",
    "[link=https://evil.example]rich[/link] [bold]x[/nope]",
    "::error::x %0A",
    '=HYPERLINK("https://evil.example")',
)


def hostile_region(region: Path) -> Path:
    """Put a hostile text in the place of every text of the region's data that a report shows."""
    number = 0
    for path in sorted((region / "data").rglob("*.yaml")):
        lines = []
        for line in path.read_text("utf-8").split("\n"):
            key, colon, _value = line.partition(": ")
            if colon and key.strip(" -") in _SHOWN:
                text = HOSTILE[number % len(HOSTILE)]
                quoted = text.replace("\\", "\\\\").replace('"', '\\"')
                line = f'{key}: "{quoted} {number}"'
                number += 1
            elif colon and key.strip(" -") == "url":
                line = f"{key}: {_URLS[number % len(_URLS)]}"
            lines.append(line)
        path.write_text("\n".join(lines), "utf-8")
    assert number > len(HOSTILE)
    return region


_SHOWN = (
    "title",
    "short",
    "name",
    "text",
    "label",
    "genitive",
    "official_name",
    "printed",
    "note",
    "purpose",
    "region",
    "abbreviation",
    "expansion",
    "table_title",
    "part",
    "unit",
)
_URLS = (
    '"javascript:alert(1)"',
    '"https://ok.example/\\" onclick=\\"alert(1)"',
    '"data:text/html,<script>alert(1)</script>"',
    '"https://ok.example/a_(b)"',
)


COMMITTED = (SHIPPED, REGION, LIVED, LIVED_ON, TESTS / "helse")
"""The data that no test changes: what is made of it is made once and shared."""


@cache
def _kept_data(root: Path) -> store.Loaded:
    return store.load(root)


def built(root: Path, *, year: int = 2023, **which: str) -> Any:
    """Return a report of a year as the templates are given it, made past the door."""
    loaded = _kept_data(root) if root in COMMITTED else store.load(root)
    return report.build(
        loaded.kb,
        year,
        date(year, 12, 31),
        language="fi",
        digest=loaded.digest,
        version="VERSION",
        party=which.get("party"),
        interface=which.get("interface"),
        only=[one for one in REPORT_CHAPTERS if one in which.get("only", "").split(",")],
        meeting=report.Meeting(which["body"], date(year, 12, 31)) if "body" in which else None,
    )


def rendered(root: Path, form: TextFormat, *, year: int = 2023, **which: str) -> str:
    """Return a report of a year made past the door: no report relies on a rule."""
    if root in COMMITTED:
        return _kept_report(root, form, year, tuple(sorted(which.items())))
    return _rendered(root, form, year, which)


@cache
def _kept_report(
    root: Path, form: TextFormat, year: int, which: tuple[tuple[str, str], ...]
) -> str:
    return _rendered(root, form, year, dict(which))


def _rendered(root: Path, form: TextFormat, year: int, which: dict[str, str]) -> str:
    templates = store.resource_dir("templates")
    return report.render(
        built(root, year=year, **which), form, [], packaged=templates, word=words.word
    )


def card(written: str, code: str) -> str:
    """Return the card of a measure in a report that is Markdown."""
    return re.split(r"\n#", re.split(rf"\n#+ {re.escape(code)} ", written)[1])[0]


def page_of(yp: Yp, root: Path, *arguments: str) -> str:
    """Return a report of the region's year as a page."""
    done = yp("report", "--year", "2023", "--format", "html", *arguments, cwd=root)
    assert done.code == 0, done.err
    return done.out


@lru_cache(maxsize=32)
def parsed(page: str) -> Element:
    """Parse a page as html5lib does in strict mode: the first error raises.

    One page is parsed once, however many tests read it: none may change the tree.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Any = parser.parse(page)
    assert isinstance(tree, Element)
    return tree


def text_of(element: Element) -> str:
    """Return the text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


@contextmanager
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright; a skip tells what is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here: apt-get install chromium (.ci/run does)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        try:
            yield opened
        finally:
            opened.close()
