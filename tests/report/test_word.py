"""Word documents: real headings, tables and languages, in the styles of a template."""

import builtins
import re
import shutil
import sys
import zipfile
from html import unescape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.conftest import LIVED, SHIPPED, Yp
from tests.report.pages import HOSTILE, built, hostile_region, rendered
from tools import word_template
from yhdyspinta_cli.report import docx as word
from yhdyspinta_cli.report import word_tables

KINDS = {
    "brief": ("--only", "brief", "--year", "2025"),
    "party": ("--party", "ukonlampi", "--year", "2025"),
    "forum": ("--for", "yhteistyofoorumi", "--on", "2025-10-16"),
}


def made(yp: Yp, path: Path, *line: str, root: Path = LIVED) -> Any:
    done = yp("report", *line, "-o", str(path), cwd=root)
    assert (done.code, done.out) == (0, ""), done.err
    return docx.Document(str(path))


@pytest.mark.parametrize("kind", KINDS)
def test_headings_tables_and_language_are_real(yp: Yp, tmp_path: Path, kind: str) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS[kind])
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    assert "Heading 1" in styles
    assert "List Bullet" in styles
    assert document.tables
    for table in document.tables:
        first, *rest = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(
            row._tr.trPr is None or row._tr.trPr.find(qn("w:tblHeader")) is None for row in rest
        )
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table.style.name == "YP Table"
    own = document.core_properties
    assert own.title == document.paragraphs[0].text
    assert own.language == "fi-FI"
    tags = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert tags == {"fi-FI"}
    assert "{{" not in "".join(paragraph.text for paragraph in document.paragraphs)
    text = document.element.xml
    assert "\u00ad" not in text
    assert "Takaisin sisällykseen" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_secretary_finds_nothing_to_tidy(yp: Yp, tmp_path: Path, kind: str) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS[kind])
    body = [one for one in document.element.body if one.tag in (qn("w:p"), qn("w:tbl"))]
    for one, after in pairwise(body):
        # Two tables that touch are one, and no paragraph is there only for its room.
        assert (one.tag, after.tag) != (qn("w:tbl"), qn("w:tbl"))
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)
    for heading, caption in pairwise(document.paragraphs):
        if caption.style.name == "Caption":
            assert heading.text != caption.text
            assert caption.paragraph_format.keep_with_next


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_are_as_wide_as_what_stands_in_them(yp: Yp, tmp_path: Path, kind: str) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS[kind])
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        widths = [column.width for column in table.columns]
        assert sum(widths) == pytest.approx(room, rel=0.01)
        for row in table.rows:
            assert [cell.width for cell in row.cells] == widths
            for cell, width in zip(row.cells, widths, strict=True):
                assert {one.style.name for one in cell.paragraphs} == {"Table Text"}
                longest = max(map(len, cell.text.split()), default=0)
                # A letter of 9.5 points is about five points wide.
                assert width / 12700 > min(longest, 20) * 4.6, cell.text


@pytest.mark.parametrize("kind", KINDS)
def test_who_hears_the_document_hears_all_of_it_in_order(yp: Yp, tmp_path: Path, kind: str) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS[kind])
    names = [paragraph.style.name for paragraph in document.paragraphs]
    levels = [int(name.removeprefix("Heading ")) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= level + 1 for level, after in pairwise(levels))
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")) for table in document.tables]
    assert all(one is not None and one.get(qn("w:val")).strip() for one in captions)
    body = document.element.body
    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None} <= places
    # A picture is told in words, there is none to look at.
    assert not list(body.iter(qn("w:drawing"), qn("w:pict")))
    said = "".join(one.text or "" for one in body.iter(qn("w:t"))).replace("\u00a0", " ")
    page = yp("report", *KINDS[kind], "--format", "html", cwd=LIVED).out
    titles = re.findall(r"<title id=[^>]*>([^<]+)</title>", page)
    assert len(titles) > 5 or kind != "brief"
    told = [unescape(title).replace("\u00ad", "").replace("\u00a0", " ") for title in titles]
    assert [title for title in told if " ".join(title.split()) not in said] == []


def test_columns_share_the_width_by_what_they_have_to_say() -> None:
    day, told = word_tables.shares([["Due", "What"], ["31.12.2025", "A duty " * 12]])
    assert day + told == pytest.approx(1)
    assert day < 0.2
    one, other = word_tables.shares([["A", "B"]])
    assert one == pytest.approx(other)
    # More than a page has room for is shared, too, and no column is without any.
    many = word_tables.shares([["hyvinvointisuunnitelmat"] * 9])
    assert sum(many) == pytest.approx(1)
    assert min(many) == pytest.approx(max(many))
    assert word_tables.shares([["", ""]]) == [0.5, 0.5]


def test_each_page_tells_of_which_document_it_is(yp: Yp, tmp_path: Path) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS["forum"])
    section = document.sections[0]
    assert section.header.paragraphs[0].text == document.paragraphs[0].text
    assert section.first_page_header.paragraphs[0].text == "Tuulikannaksen hyvinvointialue"
    for foot in (section.first_page_footer, section.footer):
        # The number of the page stands beside the day, in the same line.
        (line,) = foot.paragraphs
        fields = [one.get(qn("w:instr")) for one in line._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert line.text.startswith("Tilanne 16.10.2025")
        assert line.text.endswith("\t / ")


def test_what_a_small_picture_shows_is_told_and_not_how_it_is_drawn(yp: Yp, tmp_path: Path) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS["brief"])
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("ensin 9,8 (31.3.2023), viimeksi 10,2 (31.12.2025)" in cell for cell in cells)
    assert not any("Viiva kulkee" in cell for cell in cells)


def test_the_words_are_those_of_the_page(yp: Yp, tmp_path: Path) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS["party"])
    said = "\n".join(paragraph.text for paragraph in document.paragraphs).replace("\u00a0", " ")
    assert "Ukonlampi on kertonut tilanteensa 3 toimenpiteestä 19:stä: 2 on käynnissä" in said
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["30.9.2024", "B2 Kotoutumisen palvelupolku", "ohjelma", "myöhässä"] in cells


def test_the_language_is_the_reports_and_the_datas_where_it_differs(yp: Yp, tmp_path: Path) -> None:
    document = made(yp, tmp_path / "x.docx", *KINDS["party"], "--lang", "en")
    assert document.core_properties.language == "en-GB"
    marked = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:lang"))}
    assert marked == {"fi"}


def test_the_same_data_gives_the_same_bytes(yp: Yp, tmp_path: Path) -> None:
    for name in ("a", "b"):
        made(yp, tmp_path / f"{name}.docx", *KINDS["forum"])
    raw = (tmp_path / "a.docx").read_bytes()
    assert raw == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        assert b"<Application>yp</Application>" in archive.read("docProps/app.xml")


def test_hostile_texts_are_only_texts(region: Path) -> None:
    page = rendered(hostile_region(region), "html", party="koivula")
    frame = built(region, party="koivula").frame
    raw = word.of(page, SHIPPED / "templates" / "report.docx", frame)
    document = docx.Document(BytesIO(raw))
    body = document.element.body
    assert not list(body.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:object")))
    said = "".join(one.text or "" for one in body.iter(qn("w:t")))
    assert sum(text in said for text in HOSTILE) > 10
    assert "<script>alert(1)</script>" in said
    for link in document.part.rels.values():
        if link.is_external:
            assert link.target_ref.startswith(("https://", "http://", "mailto:"))


def test_a_name_of_any_length_is_whole_in_the_document_and_short_as_its_property(
    yp: Yp, region: Path
) -> None:
    long = "Yhteistyösopimus " + "hyvin pitkä nimi " * 30
    agreement = region / "data" / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    assert "short: Hiidenmaan sopimus" in text
    agreement.write_text(text.replace("short: Hiidenmaan sopimus", f"short: {long}"), "utf-8")
    document = made(yp, region / "x.docx", "--only", "brief", "--year", "2024", root=region)
    told = document.core_properties.title
    assert len(told) == 255
    assert told.endswith("…")
    assert long.strip() in document.paragraphs[0].text.replace("\u00a0", " ")


def test_a_text_that_looks_like_a_place_is_only_a_text(region: Path) -> None:
    page = "<header><h1>{{ content }}</h1></header><main><p>{{ title }}</p></main>"
    frame = built(region, party="koivula").frame
    raw = word.of(page, SHIPPED / "templates" / "report.docx", frame)
    found = [paragraph.text for paragraph in docx.Document(BytesIO(raw)).paragraphs]
    assert found == ["{{ content }}", "{{ title }}"]


def test_a_region_restyles_its_documents(yp: Yp, tmp_path: Path) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    done = yp("templates", "copy", "report.docx", cwd=root)
    assert done.code == 0, done.err
    own = docx.Document(str(root / "templates" / "report.docx"))
    own.styles["Heading 1"].font.name = "Georgia"
    own.paragraphs[0].insert_paragraph_before("Tuulikannas, esityslistan liite")
    own.add_paragraph("Lisätietoja: sihteeri")
    own.save(str(root / "templates" / "report.docx"))
    document = made(yp, tmp_path / "x.docx", *KINDS["forum"], root=root)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Tuulikannas, esityslistan liite"
    assert texts[-1] == "Lisätietoja: sihteeri"
    assert document.styles["Heading 1"].font.name == "Georgia"
    # A template for one kind of document comes before the one for all.
    own.styles["Heading 1"].font.name = "Courier New"
    own.save(str(root / "templates" / "forum.docx"))
    document = made(yp, tmp_path / "y.docx", *KINDS["forum"], root=root)
    assert document.styles["Heading 1"].font.name == "Courier New"
    done = yp(
        "report", *KINDS["forum"], "--builtin-templates", "-o", str(tmp_path / "z.docx"), cwd=root
    )
    assert done.code == 0, done.err
    assert docx.Document(str(tmp_path / "z.docx")).styles["Heading 1"].font.name == "Calibri"


def test_a_template_that_cannot_be_used_is_named(yp: Yp, tmp_path: Path) -> None:
    folder = tmp_path / "pohjat"
    folder.mkdir()
    template = folder / "report.docx"
    line = ("report", *KINDS["party"], "--templates", str(folder), "-o", str(tmp_path / "x.docx"))
    template.write_bytes(b"not a document")
    done = yp(*line, cwd=LIVED)
    assert done.code == 3
    assert "report.docx cannot be used: it is no Word document" in done.err
    shutil.copyfile(SHIPPED / "templates" / "report.docx", template)
    with zipfile.ZipFile(template, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    done = yp(*line, cwd=LIVED)
    assert done.code == 3
    assert "it holds macros" in done.err
    template.unlink()
    template.symlink_to(SHIPPED / "templates" / "report.docx")
    done = yp(*line, cwd=LIVED)
    assert done.code == 3
    assert "a link out of its folder" in done.err
    assert not (tmp_path / "x.docx").exists()


def test_without_the_extra_one_line_tells_how_to_get_it(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    found = builtins.__import__

    def missing(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "docx":
            raise ImportError(name)
        return found(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    done = yp("report", *KINDS["party"], "-o", str(tmp_path / "x.docx"), cwd=LIVED)
    assert (done.code, done.out) == (3, "")
    assert f'{sys.executable} -m pip install "yhdyspinta-cli[office]"' in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "line", [(), ("--only", "measures"), ("--only", "brief,law"), ("--interface", "a")]
)
def test_what_is_made_in_no_word_document_is_refused(
    yp: Yp, tmp_path: Path, line: tuple[str, ...]
) -> None:
    path = tmp_path / "x.docx"
    done = yp("report", "--year", "2025", *line, "-o", str(path), cwd=LIVED)
    assert (done.code, done.out) == (2, "")
    assert "Word documents are made of the brief" in done.err
    assert not path.exists()


def test_the_first_template_is_what_the_script_makes() -> None:
    kept = (SHIPPED / "templates" / "report.docx").read_bytes()
    assert word_template.made() == kept
