"""The page: its structure, its links, its pictures and its colours."""

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import LIVED, REGION, SHIPPED
from tests.report.pages import parsed, rendered, text_of
from yhdyspinta_cli import language
from yhdyspinta_cli.report import hatching
from yhdyspinta_cli.vocabulary import SITUATIONS
from yhdyspinta_cli.wording import states

REPORTS: dict[str, tuple[Path, int, dict[str, str]]] = {
    "region": (REGION, 2023, {}),
    "party": (REGION, 2023, {"party": "koivula"}),
    "interface": (REGION, 2023, {"interface": "a"}),
    "lived": (LIVED, 2025, {}),
    "lived-party": (LIVED, 2025, {"party": "hallavesi"}),
    "shipped": (SHIPPED, 2023, {}),
}


@pytest.fixture(scope="module", params=REPORTS)
def page(request: pytest.FixtureRequest) -> str:
    root, year, which = REPORTS[request.param]
    return rendered(root, "html", year=year, **which)


def test_one_first_heading_and_no_level_skipped(page: str) -> None:
    levels = [int(e.tag[1]) for e in parsed(page).iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_language_title_skip_link_and_landmarks(page: str) -> None:
    tree = parsed(page)
    assert tree.attrib["lang"] == "fi"
    assert text_of(next(tree.iter("title"))) == text_of(next(tree.iter("h1")))
    first = next(tree.iter("a"))
    assert first.attrib["href"] == "#content"
    assert [len(list(tree.iter(name))) for name in ("header", "nav", "main", "footer")] == [1] * 4


def test_ids_are_unique_and_every_inner_link_leads_somewhere(page: str) -> None:
    tree = parsed(page)
    ids = Counter(e.attrib["id"] for e in tree.iter() if "id" in e.attrib)
    assert {key: n for key, n in ids.items() if n > 1} == {}
    targets = {href[1:] for a in tree.iter("a") if (href := a.attrib["href"]).startswith("#")}
    assert targets <= set(ids)
    named = " ".join(e.attrib.get("aria-labelledby", "") for e in tree.iter()).split()
    assert set(named) <= set(ids)


def test_a_link_text_means_one_place(page: str) -> None:
    places: dict[str, set[str]] = {}
    for link in parsed(page).iter("a"):
        places.setdefault(text_of(link), set()).add(link.attrib["href"])
    assert {text: found for text, found in places.items() if len(found) > 1} == {}
    assert "" not in places


def test_tables_have_captions_and_headers_with_scope(page: str) -> None:
    captions = []
    for table in parsed(page).iter("table"):
        captions.append(text_of(next(table.iter("caption"))))
        columns = [e for e in table.iter("th") if e.attrib["scope"] == "col"]
        assert columns
        rows = list(next(table.iter("tbody")))
        assert rows
        for row in rows:
            assert [cell.attrib["scope"] for cell in row if cell.tag == "th"] == ["row"]
            assert [cell.attrib["data-label"] for cell in row] == [text_of(e) for e in columns]
    assert len(set(captions)) == len(captions)


def test_pictures_have_a_name_a_description_and_a_table_beside(page: str) -> None:
    tree = parsed(page)
    pictures = [e for e in tree.iter() if _local(e) == "svg" and e.attrib.get("role") == "img"]
    allowed = {"svg", "rect", "line", "text", "path", "title", "desc", "g"}
    for picture in pictures:
        assert {_local(e) for e in picture.iter()} <= allowed
        assert [_local(e) for e in list(picture)[:2]] == ["title", "desc"]
        assert all(text_of(e) for e in list(picture)[:2])
    # A small picture stands in the row of the table that has its values.
    large = [one for one in pictures if one.attrib["class"] != "spark"]
    assert page.count("<table") >= len(large)
    titles = [text_of(next(iter(one))) for one in pictures]
    assert len(set(titles)) == len(titles)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert not re.search(r"<(script|link|img|iframe)\b", page)
    assert not re.search(r"\bstyle=", page)


def test_every_attribute_of_the_templates_is_quoted() -> None:
    for path in (SHIPPED / "templates").rglob("*.j2"):
        text = path.read_text("utf-8")
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
        bare = re.sub(r'"[^"]*"', '""', bare)
        assert not re.search(r"<[a-z][^>]*\s[a-z-]+=[^\"]", bare), path
        assert "|safe" not in text.replace(" ", ""), path


LIGHT, DARK = 0, 1


def colours(mode: int) -> dict[str, str]:
    """Return the colours of the style in one mode, by their names."""
    style = (SHIPPED / "templates" / "html" / "style.css.j2").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    found: dict[str, str] = {}
    for block in blocks[: mode + 1]:
        found.update(re.findall(r"--yp-([a-z-]+): (#[0-9a-f]{6})", block))
    return found


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, by WCAG 2.1."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", [LIGHT, DARK])
def test_contrast(mode: int) -> None:
    colour = colours(mode)
    for text in ("ink", "soft", "link"):
        assert contrast(colour[text], colour["paper"]) >= 4.5, text
    assert contrast(colour["ink"], colour["band"]) >= 4.5
    for state in SITUATIONS:
        assert contrast(colour[f"on-{state}"], colour[state]) >= 4.5, state
    looks = states.LOOKS.items()
    edges = (state if look.is_filled else f"edge-{state}" for state, look in looks)
    for graphic in (*edges, "rule", "load", "focus"):
        assert contrast(colour[graphic], colour["paper"]) >= 3, graphic


def test_every_state_has_its_own_letter_and_texture() -> None:
    for lang in language.LANGUAGES:
        with language.speaking(lang):
            assert len({states.letter(state) for state in SITUATIONS}) == len(SITUATIONS)
    drawings = {state: hatching.path(state, 1, 1, 16, 16) for state in SITUATIONS}
    plain = {state for state, path in drawings.items() if not path}
    # These differ by a dark, a light, a thickly edged and a dashed, empty box.
    assert plain == {"completed", "in-progress", "disputed", "no-information"}
    drawn = [path for path in drawings.values() if path]
    assert len(set(drawn)) == len(drawn)


def test_every_state_has_its_colours_by_day_and_by_night() -> None:
    style = (SHIPPED / "templates" / "html" / "style.css.j2").read_text("utf-8")
    for state, look in states.LOOKS.items():
        edge = () if look.is_filled else (f"edge-{state}",)
        for name in (state, f"on-{state}", *edge):
            assert style.count(f"--yp-{name}:") == 2, name


def test_no_line_begins_with_a_mark_that_ends_a_thing(page: str) -> None:
    # What stands on a line of its own is followed by the next thing, never by its comma.
    after = [line.tail or "" for line in parsed(page).iter("span") if line.get("class") == "line"]
    assert [tail for tail in after if re.match(r"\s*[,;.)]", tail)] == []
