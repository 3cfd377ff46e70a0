"""`--only`: chapters of the year by name, each a sound page, and no link that leads nowhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from tests.report.pages import parsed, rendered, text_of
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, REPORT_CHAPTERS, ReportChapter

ROOTS = {"lived": (LIVED, 2025), "shipped": (SHIPPED, 2024)}


@pytest.mark.parametrize("chapter", REPORT_CHAPTERS)
@pytest.mark.parametrize("name", ROOTS)
def test_a_chapter_alone_is_a_sound_page(name: str, chapter: ReportChapter) -> None:
    root, year = ROOTS[name]
    tree = parsed(rendered(root, "html", year=year, only=chapter))
    ids = Counter(e.attrib["id"] for e in tree.iter() if "id" in e.attrib)
    assert {key: n for key, n in ids.items() if n > 1} == {}
    targets = {href[1:] for a in tree.iter("a") if (href := a.attrib["href"]).startswith("#")}
    assert targets <= set(ids)
    assert [text_of(e) for e in tree.iter("h2")] != []
    assert len(list(tree.iter("nav"))) == 0


@pytest.mark.parametrize("chapter", REPORT_CHAPTERS)
def test_no_link_of_markdown_leads_nowhere(chapter: ReportChapter) -> None:
    written = rendered(LIVED, "md", year=2025, only=chapter)
    headings = {_anchor(line) for line in written.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) <= headings


def _anchor(line: str) -> str:
    return re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower()).replace(" ", "-")


def test_the_whole_holds_every_chapter_but_the_annex_in_its_order() -> None:
    whole = parsed(rendered(LIVED, "html", year=2025))
    alone = {
        chapter: [
            e.attrib["id"]
            for e in parsed(_only(chapter)).iter("h2")
            if e.attrib["id"] != "contents"
        ]
        for chapter in REPORT_CHAPTERS
    }
    shown = [e.attrib["id"] for e in whole.iter("h2") if e.attrib["id"] != "contents"]
    assert shown == [key for chapter in BODY_CHAPTERS for key in alone[chapter]]
    assert all(alone.values())


def _only(*chapters: ReportChapter) -> str:
    return rendered(LIVED, "html", year=2025, only=",".join(chapters))


def test_a_measure_is_a_link_where_its_card_is_shown_and_else_its_code() -> None:
    assert '<a href="#measure-' in _only("parties", "measures")
    assert '<a href="#measure-' not in _only("parties")
    assert "J1" in _only("parties")


def test_several_chapters_stand_in_the_reports_order(yp: Yp) -> None:
    done = yp("report", "--year", "2025", "--only", "law,measures", "--only", "errors", cwd=LIVED)
    headings = [line for line in done.out.splitlines() if line.startswith("## ")]
    assert headings == ["## Toimenpiteet yhdyspinnoittain", "## Lait ja voimassaolo", *headings[2:]]
    assert len(headings) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--only", "liite"), ("liite", "brief, state, measures", "errors")),
        (("--only", ""), ("brief, state, measures",)),
        (("--only", "law", "--party", "hallavesi"), ("--only",)),
        (("--only", "law", "--interface", "a"), ("--only",)),
    ],
)
def test_what_is_no_chapter_or_no_report_of_the_year_is_refused(
    yp: Yp, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    file = tmp_path / "x.md"
    done = yp("report", "--year", "2025", *arguments, "-o", str(file), cwd=LIVED)
    assert done.code == 2
    assert all(word in done.err for word in words), done.err
    assert not file.exists()
