"""Sites that are written once by the program itself, and read by the tests."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tests.conftest import LIVED
from tests.language.test_catalogues import po
from tests.report.pages import parsed, text_of
from tests.site import sites
from yhdyspinta_cli import store

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


def made(root: Path, day: date, url: str = "") -> Mapping[str, bytes]:
    """Return the files of a site made past the door: no page relies on a rule."""
    return sites.of(store.load(root), day, url=url)


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


def words_of_ours_marked(page: Path, root: Path, code: str = "sv") -> set[str]:
    """Return the words of the program that a page marks as the language of the data, Finnish.

    Words that the data has as well are left out: whose they are cannot be told.
    """
    marked = (one for one in parsed(page.read_text("utf-8")).iter() if one.get("lang") == "fi")
    found = {word for one in marked for word in _words(text_of(one))}
    return (found & _ours(code)) - _of_data(root)


@cache
def _ours(code: str) -> frozenset[str]:
    said = (m.string for domain in ("yp", "report") for m in po(code, domain) if m.id)
    forms = (form for one in said for form in (one if isinstance(one, tuple) else [one]))
    return frozenset(word for form in forms for word in _words(str(form)))


@cache
def _of_data(root: Path) -> frozenset[str]:
    files = (root / "data").rglob("*.yaml")
    return frozenset(word for one in files for word in _words(one.read_text("utf-8")))


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text.replace("\N{SOFT HYPHEN}", "").lower())
