"""The pages of a site, read as a browser reads them: what leads where, rows, states, numbers."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import html5lib

from tests.agreement_of_answers.asking import plain

_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")

_PARTS = re.compile(r"\b(\d+)[.,]\d{1,2}\b\.?")
_PARTED = {"th", "td", "li", "p", "dt", "dd", "caption", "h1", "h2", "h3", "figcaption", "text"}


class SitePage:
    """The main part of a page at a path of its site."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        (self.main,) = html5lib.parse(text, namespaceHTMLElements=False).iter("main")

    def each(self, name: str, kind: str = "", within: Any = None) -> list[Any]:
        """Return the elements of a name, and of a class where one is named."""
        roots = within if isinstance(within, list) else [self.main if within is None else within]
        found = (one for root in roots for one in root.iter(name))
        return [one for one in found if not kind or kind in one.get("class", "").split()]

    def section(self, key: str) -> Any:
        """Return the section whose heading has an id; None where there is none."""
        for section in self.main.iter("section"):
            if any(one.get("id") == key for one in section):
                return section
        return None

    def ways(self, within: Any = None) -> list[str]:
        """Return where links lead, as paths of the site."""
        found = (one.get("href", "") for one in self.each("a", within=within))
        return [self.at(href) for href in found]

    def at(self, href: str) -> str:
        """Return the path of the site to which an address of this page leads."""
        if ":" in href or href.startswith("#"):
            return href
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), href))

    def records(self, folder: str, within: Any = None) -> list[str]:
        """Return the ids of the records of a folder to which links lead."""
        beginning = f"{folder}/"
        return [
            way.removeprefix(beginning).partition(".html")[0]
            for way in self.ways(within)
            if way.startswith(beginning)
        ]

    def named(self, folder: str, line: Any) -> list[str]:
        """Return those of `records` to which a line itself leads, not what it says in brackets."""
        return self.records(folder, [one for one in self.beside(line) if one.tag == "a"])

    def beside(self, line: Any) -> list[Any]:
        """Return the names and signs that stand in a line, but not in brackets in it."""
        found, depth = [], (line.text or "").count("(") - (line.text or "").count(")")
        for one in line:
            if not depth:
                found.append(one)
            depth += (one.tail or "").count("(") - (one.tail or "").count(")")
        return found

    def rows(self, key: str) -> list[Any]:
        """Return the rows of the table whose caption has an id; none where it is not there."""
        for table in self.main.iter("table"):
            caption = table.find("caption")
            if caption is not None and caption.get("id") == key:
                return list(table.iter("tr"))[1:]
        return []

    def badges(self, within: Any = None) -> list[str]:
        """Return the states that are shown as signs."""
        return [
            kind.removeprefix("s-")
            for one in self.each("span", "badge", within)
            for kind in one.get("class").split()
            if kind.startswith("s-")
        ]

    def told(self, kind: str) -> dict[str, int]:
        """Return the number beside each link of a list: those of class `kind`."""
        return {
            self.ways(item)[0]: first_number(plain(found[0]))
            for item in self.main.iter("li")
            if (found := self.each("span", kind, item))
        }

    @property
    def shape(self) -> dict[str, object]:
        """Return what no language may change: links, places, signs, rows, days and numbers."""
        text = _text(self.main)
        rest = _DAY.sub(" ", text)
        days = [
            (f"{y}-{m}-{d}" if y else f"{year}-{int(month):02}-{int(day):02}")
            for y, m, d, day, month, year in _DAY.findall(text)
        ]
        return {
            "ways": Counter(self.ways()),
            "ids": Counter(one.get("id") for one in self.main.iter() if one.get("id")),
            "rows": [len(list(table.iter("tr"))) for table in self.main.iter("table")],
            "signs": Counter(self.badges()),
            "days": Counter(days),
            # One is a word in some languages, so is a month, and each has its decimal sign.
            "numbers": Counter(n for n in _numbers(_PARTS.sub(r"\1", rest)) if n != 1),
        }


Pages = Mapping[str, SitePage]
"""The pages of a site by their paths."""


def _text(main: Any) -> str:
    """Return the text of a page, what stands in two cells or lines parted by a blank."""
    for one in main.iter():
        if one.tag in _PARTED:
            one.tail = f" {one.tail or ''}"
    return plain(main)


def first_number(text: str) -> int:
    """Return the first number that stands in a text, read with the sign between thousands."""
    return next(_numbers(text))


def _numbers(text: str) -> Iterator[int]:
    for found in re.finditer(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+", text):
        yield int(re.sub(r"\D", "", found[0]))


def read(folder: Path) -> Pages:
    """Return the pages of a site by their paths, but the reports: they have their own proof."""
    found = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        if not re.fullmatch(r"years/\d+\.html", path):
            found[path] = SitePage(path, file.read_text("utf-8"))
    return found
