"""Every party's sheet and the year's report, written together and linked with each other."""

import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import parsed

PARTIES = 12


@pytest.fixture
def written(tmp_path: Path, yp: Yp) -> Path:
    folder = tmp_path / "handouts"
    done = yp("report", "--year", "2025", "--each-party", "-o", str(folder), cwd=LIVED)
    assert (done.code, done.out) == (0, ""), done.err
    assert f"yp: wrote {PARTIES + 1} files into" in done.err
    return folder


def test_every_link_between_the_files_leads_somewhere(written: Path) -> None:
    pages = {path.name: path.read_text("utf-8") for path in written.iterdir()}
    assert len(pages) == PARTIES + 1
    ids = {name: set(re.findall(r'\bid="([^"]+)"', page)) for name, page in pages.items()}
    across: dict[str, set[str]] = {name: set() for name in pages}
    for name, page in pages.items():
        parsed(page)
        for target in re.findall(r'href="([^"]+)"', page):
            if re.match(r"[a-z]+:", target):
                continue
            file, fragment = urldefrag(target)
            assert (file or name) in pages, target
            assert not fragment or fragment in ids[file or name], (name, target)
            if file:
                across[name].add(file)
    sheets = {name for name in pages if name.startswith("party-")}
    assert across["index.html"] == sheets
    assert all(across[name] == {"index.html"} for name in sheets)


def test_a_sheet_leads_to_the_measures_of_the_report(written: Path) -> None:
    page = (written / "party-ukonlampi.html").read_text("utf-8")
    assert 'href="index.html#measure-a1"' in page


def test_a_second_run_writes_only_what_has_changed(written: Path, yp: Yp) -> None:
    old = {path.name: path.stat().st_mtime_ns for path in written.iterdir()}
    stale = written / "party-hallavesi.html"
    stale.write_text(stale.read_text("utf-8").replace("<h1>", "<h1>X"), "utf-8")
    (written / "muistio.txt").write_text("oma", "utf-8")
    old.pop(stale.name)
    line = ("report", "--year", "2025", "--each-party", "-o", str(written))
    done = yp(*line, cwd=LIVED)
    assert done.code == 0, done.err
    assert "yp: wrote 1 file into" in done.err
    assert f"yp: {PARTIES} files were the same" in done.err
    assert {name: (written / name).stat().st_mtime_ns for name in old} == old
    assert "<h1>X" not in stale.read_text("utf-8")
    assert (written / "muistio.txt").read_text("utf-8") == "oma"


@pytest.mark.parametrize("what", ["file", "link", "folder"])
def test_what_is_not_its_own_is_refused_and_nothing_written(
    tmp_path: Path, yp: Yp, what: str
) -> None:
    folder = tmp_path / "handouts"
    folder.mkdir()
    foreign = folder / "party-ukonlampi.html"
    if what == "file":
        foreign.write_text("<html>oma sivu</html>", "utf-8")
    elif what == "link":
        (tmp_path / "muualla.html").write_text('<meta name="generator" content="yp 0">', "utf-8")
        foreign.symlink_to(tmp_path / "muualla.html")
    else:
        foreign.mkdir()
    done = yp("report", "--year", "2025", "--each-party", "-o", str(folder), cwd=LIVED)
    assert (done.code, done.out) == (4, "")
    assert "party-ukonlampi.html' was not made by yp report; nothing was written" in done.err
    assert list(folder.iterdir()) == [foreign]
    assert len(done.err.splitlines()) == 2


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, yp: Yp) -> None:
    (tmp_path / "x").write_text("oma", "utf-8")
    done = yp("report", "--year", "2025", "--each-party", "-o", str(tmp_path / "x"), cwd=LIVED)
    assert done.code == 4
    assert (tmp_path / "x").read_text("utf-8") == "oma"


def test_without_a_folder_or_beside_another_sheet_it_is_refused(yp: Yp, tmp_path: Path) -> None:
    done = yp("report", "--each-party", cwd=LIVED)
    assert done.code == 2
    assert "-o FOLDER" in done.err
    for other in (("--party", "hallavesi"), ("--only", "brief"), ("--interface", "a")):
        done = yp("report", "--each-party", *other, "-o", str(tmp_path / "x"), cwd=LIVED)
        assert done.code == 2, other
    assert not (tmp_path / "x").exists()


def test_the_folder_of_the_data_is_no_place_for_it(tmp_path: Path, yp: Yp) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    done = yp("report", "--each-party", "--year", "2025", "-o", "data/koosteet", cwd=root)
    assert done.code == 2
    assert not (root / "data" / "koosteet").exists()


def test_markdown_and_word_are_written_alike(tmp_path: Path, yp: Yp) -> None:
    for form, number in (("md", PARTIES + 1), ("docx", PARTIES)):
        folder = tmp_path / form
        line = ("report", "--year", "2025", "--each-party", "--format", form, "-o", str(folder))
        for _run in range(2):
            done = yp(*line, cwd=LIVED)
            assert done.code == 0, done.err
        assert f"yp: {number} files were the same" in done.err
        assert len(list(folder.iterdir())) == number
        assert (folder / f"party-ukonlampi.{form}").is_file()
    page = (tmp_path / "md" / "party-ukonlampi.md").read_text("utf-8")
    assert "[Vuoden raportti](index.md)" in page
    assert zipfile.is_zipfile(tmp_path / "docx" / "party-ukonlampi.docx")


def test_templates_of_a_region_without_the_mark_are_known_again(tmp_path: Path, yp: Yp) -> None:
    own = tmp_path / "pohjat"
    own.mkdir()
    (own / "report.html.j2").write_text("<!DOCTYPE html><title>{{ frame.year }}</title>\n", "utf-8")
    folder = tmp_path / "handouts"
    line = ("report", "--year", "2025", "--each-party", "-o", str(folder))
    for _run in range(2):
        done = yp(*line, "--templates", str(own), cwd=LIVED)
        assert done.code == 0, done.err
    assert "files were the same" in done.err
