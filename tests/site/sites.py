"""What the tests of the site share: a site of data that no test changes, made once; its pages."""

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS
from yhdyspinta_cli import site, store
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.report.documents import Provenance
from yhdyspinta_cli.site.news import News
from yhdyspinta_cli.site.surroundings import Surroundings
from yhdyspinta_cli.wording import words

ROOTS = {
    "region": REGION,
    "lived": LIVED,
    "lived_on": LIVED_ON,
    "helse": TESTS / "helse",
    "shipped": SHIPPED,
}
DAYS = {
    "region": date(2023, 12, 31),
    "lived": date(2025, 12, 31),
    "lived_on": date(2026, 11, 26),
    "helse": date(2025, 12, 31),
    "shipped": date(2025, 12, 31),
}


@cache
def loaded(base: str) -> store.Loaded:
    return store.load(ROOTS[base])


def kb_of(base: str) -> KnowledgeBase:
    return loaded(base).kb


@cache
def made(base: str, language: str = "fi") -> Mapping[str, bytes]:
    """Return every file of the site of a base, made past the door."""
    return of(loaded(base), DAYS[base], language)


def of(data: store.Loaded, day: date, language: str = "fi", url: str = "") -> Mapping[str, bytes]:
    stamp = Provenance("VERSION", data.digest, "", day)
    around = Surroundings(News(day, why="no history"), url=url)
    return site.files(
        data.kb,
        site.SiteAsked(day.year, day, True, language, stamp, {}, around),
        [],
        packaged=store.resource_dir("templates"),
        word=words.word,
    )


def pages(base: str, language: str = "fi") -> dict[str, str]:
    """Return the pages of a site by their paths."""
    found = made(base, language)
    return {path: raw.decode() for path, raw in found.items() if path.endswith(".html")}


class Read(HTMLParser):
    """What a page links to, which ids it has, and its text: enough for a thousand pages."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value:
                self.links.append(value)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


@cache
def read(base: str, language: str = "fi") -> Mapping[str, Read]:
    """Return what every page of a site holds, by its path."""
    return {path: Read(page) for path, page in pages(base, language).items()}


def targets(path: str, page: Read) -> Iterator[tuple[str, str]]:
    """Yield where the links of a page lead inside the site: the path and the anchor there."""
    for link in page.links:
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        file, _mark, anchor = link.partition("#")
        yield (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path,
            anchor,
        )


def main_of(page: str) -> str:
    """Return what stands in the main part of a page."""
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def write(base: str, folder: Path, language: str = "fi") -> Path:
    """Write the site of a base into a folder, for a browser."""
    for path, raw in made(base, language).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder
