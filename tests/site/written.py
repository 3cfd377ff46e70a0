"""Sites that are written once by the program itself, and read by the tests."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tests.conftest import LIVED
from tests.report.pages import parsed, text_of
from yhdyspinta_cli import site as sites
from yhdyspinta_cli import store
from yhdyspinta_cli.report.documents import Provenance
from yhdyspinta_cli.site.news import News
from yhdyspinta_cli.site.surroundings import Surroundings
from yhdyspinta_cli.wording import words

DAY = "2025-12-31"


def write(folder: Path, *line: str, root: Path = LIVED, code: int = 0) -> str:
    """Write a site of some data into a folder as a process of its own; return its stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "yhdyspinta_cli", "site", str(folder), *line],
        cwd=root,
        env=os.environ | {"YP_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stderr


def made(root: Path, day: date, **more: Any) -> dict[str, bytes]:
    """Return the files of a site made past the door: no page relies on a rule."""
    loaded = store.load(root)
    around = Surroundings(News(day, why="no history"), **more)
    stamp = Provenance("VERSION", loaded.digest, "", day, False)
    return sites.files(
        loaded.kb,
        sites.Asked(day.year, day, True, loaded.kb.agreement.language, stamp, {}, around),
        [],
        packaged=store.resource_dir("templates"),
        word=words.word,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def main_of(folder: Path, path: str) -> Element:
    """Return the main part of a page, which is read strictly."""
    found = parsed((folder / path).read_text("utf-8")).find(".//main")
    assert found is not None
    return found


def rows(folder: Path, path: str) -> list[list[str]]:
    """Return the cells of all tables of a page."""
    found = main_of(folder, path).iterfind(".//tbody/tr")
    return [[text_of(cell) for cell in row] for row in found]


def links(element: Element) -> list[str]:
    """Return where the links in a part of a page lead."""
    return [unquote(one.get("href", "")) for one in element.iter("a")]


def headings(folder: Path, path: str) -> list[str]:
    """Return the texts of a page's headings."""
    return [text_of(one) for one in main_of(folder, path).iter() if re.fullmatch("h[1-6]", one.tag)]
