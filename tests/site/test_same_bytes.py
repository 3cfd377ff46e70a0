"""A page changes only when what it shows changes: not with a commit, a copy or another record."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REGION
from tests.history.test_committing import git
from tests.site.written import tree, write

DAY = ("--as-of", "2023-12-31")
OF_ALL = {"changes.html", ".yp-site.json"}
"""What tells of the commit, and of which bytes the files are."""


def repository(root: Path, day: str) -> Path:
    """Make a repository of the region's data, with one commit of a day."""
    shutil.copytree(REGION / "data", root / "data")
    git(root, "init", "-q", "-b", "main")
    for one in ("user.name", "user.email"):
        git(root, "config", one, "kokeilija")
    commit(root, day)
    return root


def commit(root: Path, day: str) -> None:
    moment = f"{day}T12:00:00+00:00"
    dates = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    git(root, "add", ".")
    line = ["git", "commit", "-q", "-m", f"Tiedot {day}"]
    subprocess.run(line, cwd=root, env=dates, check=True, timeout=60)


def changed(one: Path, other: Path) -> set[str]:
    """Return the paths of files that are not the same in two sites, or only in one."""
    was, now = tree(one), tree(other)
    return {path for path in was.keys() | now.keys() if was.get(path) != now.get(path)}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A repository of the region, and its site."""
    folder = tmp_path_factory.mktemp("same")
    root = repository(folder / "region", "2023-03-01")
    write(folder / "site", *DAY, root=root)
    return root, folder / "site"


def test_data_that_is_committed_anew_gives_the_same_pages(
    places: tuple[Path, Path], tmp_path: Path
) -> None:
    other = repository(tmp_path / "muualla", "2023-09-09")
    write(tmp_path / "site", *DAY, root=other)
    assert changed(places[1], tmp_path / "site") == OF_ALL


def test_data_without_git_gives_the_same_pages(places: tuple[Path, Path], tmp_path: Path) -> None:
    shutil.copytree(REGION / "data", tmp_path / "paljas" / "data")
    write(tmp_path / "site", *DAY, root=tmp_path / "paljas")
    assert changed(places[1], tmp_path / "site") == OF_ALL
    page = (tmp_path / "site" / "changes.html").read_text("utf-8")
    assert "tietoja ei säilytetä git-versionhallinnassa" in page


def test_one_page_tells_the_commit_and_all_others_lead_there(places: tuple[Path, Path]) -> None:
    root, site = places
    short = git(root, "log", "-1", "--format=%h", "--abbrev=12")
    files = tree(site)
    assert {path for path, raw in files.items() if short.encode() in raw} == {"changes.html"}
    for path, raw in files.items():
        if path.endswith(".html"):
            assert b'changes.html#version"' in raw, path
    assert b'id="version"' in files["changes.html"]


def test_a_commit_that_changes_one_measure_changes_the_pages_that_show_it(
    places: tuple[Path, Path], tmp_path: Path
) -> None:
    root = tmp_path / "region"
    subprocess.run(["git", "clone", "-q", places[0].as_uri(), str(root)], check=True, timeout=60)
    for one in ("user.name", "user.email"):
        git(root, "config", one, "kokeilija")
    path = sorted((root / "data/measures").glob("*.yaml"))[0]
    told, n = re.subn(r"^text: (.+)$", r"text: Muutettu. \1", path.read_text("utf-8"), flags=re.M)
    assert n == 1
    path.write_text(told, "utf-8")
    commit(root, "2023-10-01")
    write(tmp_path / "site", *DAY, root=root)
    found = changed(places[1], tmp_path / "site") - OF_ALL
    pages = {one for one in found if not one.startswith(("pagefind/", "search-words.json"))}
    # Its own page, and the reports of the years in which its card is.
    assert f"measures/{path.stem}.html" in pages
    assert {one for one in pages if not one.startswith("years/")} == {f"measures/{path.stem}.html"}
    files = tree(tmp_path / "site")
    assert all(b"Muutettu." in files[one] for one in pages)
    assert len([one for one in files if one.endswith(".html")]) > 20 * len(pages) / 2
