"""No text of the data does anything in a report, whatever it says."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.conftest import LIVED, REGION
from tests.report.pages import HOSTILE, hostile_region, parsed, rendered
from yhdyspinta_cli import inert_markdown
from yhdyspinta_cli.report import markdown

REPORTS: tuple[tuple[Path, int, dict[str, str]], ...] = (
    (REGION, 2023, {}),
    (REGION, 2023, {"party": "koivula"}),
    (REGION, 2023, {"interface": "a"}),
    (LIVED, 2025, {}),
    (LIVED, 2025, {"party": "hallavesi"}),
    (LIVED, 2025, {"interface": "a"}),
)
every_report = pytest.mark.parametrize(("root", "year", "which"), REPORTS)


@pytest.fixture
def hostile(root: Path, tmp_path: Path) -> Path:
    """A copy of a region in which every text that a report shows is hostile."""
    shutil.copytree(root / "data", tmp_path / "hostile" / "data")
    return hostile_region(tmp_path / "hostile")


@every_report
def test_a_hostile_region_makes_an_inert_page(
    hostile: Path, year: int, which: dict[str, str]
) -> None:
    page = rendered(hostile, "html", year=year, **which)
    tree = parsed(page)
    assert not list(tree.iter("script"))
    assert not [e for name in ("img", "iframe", "object", "form") for e in tree.iter(name)]
    for element in tree.iter():
        for name, value in element.attrib.items():
            name = str(name).rpartition("}")[2]
            assert not name.startswith("on"), (element.tag, name)
            assert name != "style"
            if name in ("href", "src", "action", "xlink:href"):
                assert value.startswith(("#", "https://ok.example/")), value
    assert which or "{{7*7}}" in page


@every_report
def test_a_hostile_region_makes_inert_markdown(
    hostile: Path, year: int, which: dict[str, str]
) -> None:
    written = rendered(hostile, "md", year=year, **which)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(written)
    flat = [*tokens, *(child for token in tokens for child in token.children or ())]
    kinds = {token.type for token in flat}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "s_open"}
    assert not kinds & {"blockquote_open", "em_open"}
    targets = [str(token.attrs.get("href")) for token in flat if token.type == "link_open"]
    assert all(t.startswith(("#", "https://ok.example/")) for t in targets), targets
    codes = [token.content for token in flat if token.type == "code_inline"]
    assert all(re.fullmatch(r"[0-9a-f]{12,64}\+?|yp report --only errors", code) for code in codes)
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1


CONTEXTS = ("{}", "- {}", "| {} | b |\n| --- | --- |\n| {} | d |", "### {}", "a {} b", "**{}**")
_ALLOWED = {
    "paragraph",
    "inline",
    "text",
    "bullet_list",
    "list_item",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "heading",
    "strong",
    "text_special",
}
_MARKS = st.text("\\`*_{}[]()#+-.!|<>~&$:=@/^\"' 19aä\n", max_size=24)


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_known_marks_are_only_text(context: str, text: str) -> None:
    _check(context, text)


@settings(max_examples=300)
@given(st.sampled_from(CONTEXTS), _MARKS)
def test_any_marks_are_only_text(context: str, text: str) -> None:
    if text.strip():
        _check(context, text)


_PARSER = MarkdownIt("gfm-like", {"linkify": False})


def _check(context: str, text: str) -> None:
    """The text comes out as it went in, as text and nothing else, in this context."""
    inert = markdown.inert(text)
    if context.startswith("|"):
        inert = markdown.in_cell(inert)
    tokens = _PARSER.parse(context.replace("{}", inert))
    flat: list[Any] = [*tokens, *(child for token in tokens for child in token.children or ())]
    kinds = {re.sub(r"_(open|close)$", "", token.type) for token in flat}
    assert kinds <= _ALLOWED, (inert, kinds - _ALLOWED)
    shown = "".join(token.content for token in flat if token.type in ("text", "text_special"))
    assert inert_markdown.folded(text).replace("\\", "").replace(" ", "") in shown.replace(
        "\\", ""
    ).replace(" ", "")


def test_a_harmless_text_stays_readable() -> None:
    for text in (
        "Kuntien HYTE-työryhmät (19), 611/2021 14 § – ”näin”, 31.12.2024; A/B: 50 %",
        "1.11.2023–31.12.2025",
        "21.10.2024 15:03:48",
        "Käsitelty kuntafoorumissa / ei käsitelty!",
    ):
        assert str(markdown.inert(text)) == text


def test_a_number_begins_no_list_in_a_cell() -> None:
    assert str(markdown.inert("5. luku")) == "5\\. luku"
    assert str(markdown.in_cell(markdown.inert("5. luku"))) == "5. luku"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "//x", "", "x"]
)
def test_only_harmless_addresses_become_links(url: str) -> None:
    assert "](" not in str(markdown.link("teksti", url))
