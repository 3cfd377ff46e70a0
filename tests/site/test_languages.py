"""On a site in another language than the data's every text of the data is marked with its own."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.site import sites
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation

VOID = {"meta", "link", "br", "col", "img", "input", "hr", "path", "rect"}


class Spoken(HTMLParser):
    """The texts of a page by the language that they are marked with.

    What a picture says for those who do not see it, and a tab's title, hold one language alone.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self.labels: list[str] = []
        self.open: list[tuple[str, str]] = [("", "")]
        self.unread = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.labels += [value for name, value in attrs if name == "data-label" and value]
        if tag not in VOID:
            self.open.append((tag, given.get("lang") or self.open[-1][1]))
            self.unread += tag in ("svg", "title", "style")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag
            self.unread -= tag in ("svg", "title", "style")

    def handle_data(self, data: str) -> None:
        if not self.unread and data.strip():
            self.texts.append((self.open[-1][1], " ".join(data.split())))


def own(language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a site that are said to be in the language of its pages."""
    for path, page in sites.pages("lived", language).items():
        for lang, text in Spoken(page).texts:
            if lang == language:
                yield path, text


@pytest.mark.parametrize(
    ("language", "letters"), [("en", r"[äöå]\w"), ("sv", "ssä|llä|tää|yys|minen")]
)
def test_nothing_of_the_data_stands_there_unmarked(language: str, letters: str) -> None:
    kb = sites.kb_of("lived")
    names = {one.title for one in kb.of(Measure)} | {one.title for one in kb.of(Obligation)}
    names |= {party.name for party in kb.parties}
    wrong = {
        (path, text)
        for path, text in own(language)
        if re.search(letters, text.lower()) or any(name in text for name in names)
    }
    assert not wrong


def test_a_cell_of_a_narrow_screen_says_its_column_without_markup() -> None:
    for language in ("fi", "en"):
        for path, page in sites.pages("lived", language).items():
            assert not [label for label in Spoken(page).labels if "<" in label], path
