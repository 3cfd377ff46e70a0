"""Every party's sheet and the year's report, written together and linked with each other."""

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, Result, Yp
from tests.report.pages import parsed
from yhdyspinta_cli.report.markdown import anchor
from yhdyspinta_cli.store import atomic, lock, temporary

PARTIES = 12


@pytest.fixture
def written(tmp_path: Path, yp: Yp) -> Path:
    folder = tmp_path / "handouts"
    done = yp("report", "--year", "2025", "--each-party", "-o", str(folder), cwd=LIVED)
    assert (done.code, done.out) == (0, ""), done.err
    assert f"yp: wrote {PARTIES + 1} files into" in done.err
    return folder


def test_every_link_between_the_files_leads_somewhere(written: Path) -> None:
    pages = {path.name: path.read_text("utf-8") for path in written.glob("*.html")}
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


def test_the_links_of_markdown_lead_to_headings_both_ways(tmp_path: Path, yp: Yp) -> None:
    line = ("report", "--year", "2025", "--each-party", "--format", "md", "-o", str(tmp_path))
    assert yp(*line, cwd=LIVED).code == 0
    pages = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.md")}
    anchors = {
        name: {anchor(found) for found in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
        for name, page in pages.items()
    }
    across: dict[str, set[str]] = {name: set() for name in pages}
    for name, page in pages.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", page):
            if re.match(r"[a-z]+:", target):
                continue
            file, fragment = urldefrag(target)
            assert (file or name) in pages, target
            assert not fragment or fragment in anchors[file or name], (name, target)
            if file:
                across[name].add(target)
    sheets = {name for name in pages if name.startswith("party-")}
    assert across["index.md"] == sheets
    # In the table of the parties and in the list at the end.
    assert all(pages["index.md"].count(f"]({name})") >= 2 for name in sheets)
    for name in sheets:
        assert {"index.md", "index.md#osapuolten-koosteet"} <= across[name]
    assert "index.md#a1-kuntien-hyvinvointisuunnitelmat" in across["party-ukonlampi.md"]


def again(yp: Yp, folder: Path, *arguments: str, root: Path = LIVED, year: str = "2025") -> Result:
    return yp("report", "--year", year, "--each-party", "-o", str(folder), *arguments, cwd=root)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_second_run_writes_nothing_and_leaves_what_is_others(written: Path, yp: Yp) -> None:
    (written / "muistio.txt").write_text("oma", "utf-8")
    (written / "party-vieras.html").write_text("oma", "utf-8")
    old = {path.name: path.stat().st_mtime_ns for path in written.iterdir()}
    done = again(yp, written)
    assert done.code == 0, done.err
    assert "yp: wrote 0 files into" in done.err
    assert f"yp: {PARTIES + 1} files were the same" in done.err
    assert {path.name: path.stat().st_mtime_ns for path in written.iterdir()} == old


def test_what_was_changed_by_hand_is_refused_and_nothing_written(written: Path, yp: Yp) -> None:
    own = written / "party-hallavesi.html"
    own.write_text(own.read_text("utf-8").replace("<h1>", "<h1>Korjattu: "), "utf-8")
    (written / "party-ukonlampi.html").unlink()
    before = tree(written)
    done = again(yp, written)
    assert (done.code, done.out) == (4, "")
    assert "party-hallavesi.html' was changed after yp report wrote it; nothing was" in done.err
    assert len(done.err.splitlines()) == 2
    assert tree(written) == before
    own.rename(written / "oma.html")
    done = again(yp, written)
    assert done.code == 0, done.err
    assert "yp: wrote 2 files into" in done.err
    assert "Korjattu: " not in own.read_text("utf-8")
    assert "Korjattu: " in (written / "oma.html").read_text("utf-8")


@pytest.mark.proof
def test_another_year_takes_the_place_of_the_one_before(tmp_path: Path, yp: Yp) -> None:
    """In the sequel two municipalities have merged into a third, and one has joined."""
    day = ("--as-of", "2026-11-26")
    assert again(yp, tmp_path, root=LIVED_ON).code == 0
    (tmp_path / "muistio.txt").write_text("oma", "utf-8")
    changed = tmp_path / "party-joutsensalo.html"
    changed.write_text("korjattu", "utf-8")
    gone = {path.name for path in tmp_path.iterdir()}
    done = again(yp, tmp_path, *day, root=LIVED_ON, year="2026")
    assert done.code == 0, done.err
    alone = tmp_path / "alone"
    assert again(yp, alone, *day, root=LIVED_ON, year="2026").code == 0
    left = {"muistio.txt", changed.name}
    assert set(tree(tmp_path)) == set(tree(alone)) | left
    for name, raw in tree(alone).items():
        if name.endswith(".html"):
            assert (tmp_path / name).read_bytes() == raw
    removed = gone - set(tree(alone)) - left
    assert len(removed) > 1
    told = next(line for line in done.err.splitlines() if line.startswith("yp: removed"))
    assert set(told.split(": ")[-1].split(", ")) == removed
    assert f"yp: left, they were changed since they were written: {changed.name}" in done.err
    assert changed.read_text("utf-8") == "korjattu"


def test_another_format_stands_beside_and_another_agreement_is_refused(
    tmp_path: Path, yp: Yp
) -> None:
    assert again(yp, tmp_path, "--format", "md").code == 0
    pages = tree(tmp_path)
    assert again(yp, tmp_path).code == 0
    assert {name: raw for name, raw in tree(tmp_path).items() if name.endswith(".md")} == {
        name: raw for name, raw in pages.items() if name.endswith(".md")
    }
    both = tree(tmp_path)
    done = again(yp, tmp_path, root=REGION, year="2023")
    assert (done.code, tree(tmp_path)) == (4, both)
    assert "another agreement" in done.err


@pytest.mark.parametrize(
    "number",
    [
        1,
        *(pytest.param(n, marks=pytest.mark.proof) for n in (0, 2, 7, PARTIES + 1, PARTIES + 3)),
    ],
)
def test_an_interrupted_run_is_finished_by_the_next(
    tmp_path: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The disk fails at one of the writings: each file is the old one or the new one, whole."""
    folder = tmp_path / "handouts"
    assert again(yp, folder, year="2024").code == 0
    old = tree(folder)
    left = [number]

    def failing(path: Path, raw: bytes, then: Callable[[Path, bytes], None]) -> None:
        if left[0] == 0:
            (folder / f"{temporary.PREFIX}0{temporary.SUFFIX}").write_bytes(raw[:100])
            raise OSError(28, "No space left on device")
        left[0] -= 1
        then(path, raw)

    with monkeypatch.context() as patch:
        real = atomic.replace
        patch.setattr(atomic, "replace", lambda path, raw: failing(path, raw, real))
        done = again(yp, folder)
    new_folder = tmp_path / "new"
    assert again(yp, new_folder).code == 0
    new = tree(new_folder)
    if number < PARTIES + 3:
        assert done.code == 3, done.err
    for name, raw in tree(folder).items():
        if name.endswith(".html"):
            assert raw in (old[name], new[name]), name
    done = again(yp, folder)
    assert done.code == 0, done.err
    assert tree(folder) == new


def test_two_runs_into_one_folder_wait_for_each_other(
    tmp_path: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one writes, another neither writes nor deletes what the first is about to name."""
    folder = tmp_path / "handouts"
    assert again(yp, folder, year="2024").code == 0
    under_way = folder / f"{temporary.PREFIX}0{temporary.SUFFIX}"
    under_way.write_bytes(b"half")
    old = tree(folder)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with lock.folder(folder, os.environ):
        done = again(yp, folder)
        assert (done.code, "another yp" in done.err) == (4, True), done.err
        assert (tree(folder), under_way.exists()) == (old, True)
    assert again(yp, folder).code == 0
    assert not under_way.exists()


@pytest.mark.parametrize("what", ["file", "link", "folder"])
def test_what_is_not_its_own_is_refused_and_nothing_written(
    tmp_path: Path, yp: Yp, what: str
) -> None:
    folder = tmp_path / "handouts"
    folder.mkdir()
    foreign = folder / "party-ukonlampi.html"
    if what == "file":
        foreign.write_text('<meta name="generator" content="yp 0">', "utf-8")
    elif what == "link":
        assert again(yp, tmp_path / "muualla").code == 0
        foreign.symlink_to(tmp_path / "muualla" / foreign.name)
        (folder / ".yp-report.json").write_bytes(
            (tmp_path / "muualla" / ".yp-report.json").read_bytes()
        )
    else:
        foreign.mkdir()
    before = sorted(folder.iterdir())
    done = again(yp, folder)
    assert (done.code, done.out) == (4, "")
    assert "party-ukonlampi.html' was" in done.err
    assert "; nothing was written" in done.err
    assert sorted(folder.iterdir()) == before
    assert len(done.err.splitlines()) == 2


def test_a_link_in_the_place_of_the_folder_or_of_its_list_is_refused(
    tmp_path: Path, yp: Yp
) -> None:
    (tmp_path / "toinen").mkdir()
    (tmp_path / "linkki").symlink_to(tmp_path / "toinen")
    done = again(yp, tmp_path / "linkki")
    assert done.code == 4
    assert "is a symbolic link" in done.err
    folder = tmp_path / "kansio"
    folder.mkdir()
    (tmp_path / "luettelo").write_text('{"files": {}}', "utf-8")
    (folder / ".yp-report.json").symlink_to(tmp_path / "luettelo")
    done = again(yp, folder)
    assert done.code == 4
    assert "is no list of yp report" in done.err
    assert list((tmp_path / "toinen").iterdir()) == []
    assert len(list(folder.iterdir())) == 1
    assert (tmp_path / "luettelo").read_text("utf-8") == '{"files": {}}'


@pytest.mark.parametrize("name", ["../muistio.txt", "/muistio.txt", "party-x/../../muistio.html"])
def test_a_list_that_names_what_is_outside_touches_nothing_there(
    tmp_path: Path, yp: Yp, name: str
) -> None:
    folder = tmp_path / "kansio"
    folder.mkdir()
    outside = tmp_path / "muistio.html"
    outside.write_text("oma", "utf-8")
    digest = hashlib.sha256(b"oma").hexdigest()
    told = json.dumps({"files": {name: [digest], "../muistio.html": [digest]}})
    (folder / ".yp-report.json").write_text(told, "utf-8")
    assert again(yp, folder).code == 0
    assert outside.read_text("utf-8") == "oma"
    assert ".." not in (folder / ".yp-report.json").read_text("utf-8")


@pytest.mark.parametrize("told", ["", "[]", '{"files": 3}', '{"files": {"index.html": [3]}}', "\0"])
def test_a_list_that_is_none_is_refused(tmp_path: Path, yp: Yp, told: str) -> None:
    (tmp_path / ".yp-report.json").write_text(told, "utf-8")
    done = again(yp, tmp_path)
    assert done.code == 4
    assert "is no list of yp report; nothing was written" in done.err
    assert len(list(tmp_path.iterdir())) == 1


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


@pytest.mark.proof
def test_markdown_and_word_are_written_alike(tmp_path: Path, yp: Yp) -> None:
    for form, number in (("md", PARTIES + 1), ("docx", PARTIES)):
        folder = tmp_path / form
        line = ("report", "--year", "2025", "--each-party", "--format", form, "-o", str(folder))
        for _run in range(2):
            done = yp(*line, cwd=LIVED)
            assert done.code == 0, done.err
        assert f"yp: {number} files were the same" in done.err
        assert len(list(folder.glob(f"*.{form}"))) == number
        assert len(list(folder.iterdir())) == number + 1
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
