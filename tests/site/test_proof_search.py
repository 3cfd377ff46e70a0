"""The search in a real browser: word forms, keyboard, policy, addresses, no JavaScript."""

import functools
import html
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import snowballstemmer

from tests.conftest import SHIPPED
from tests.report.pages import browser
from tests.site.written import write

pytestmark = pytest.mark.proof

FORMS = (
    *("nuorisovaltuustoille", "perhekeskusverkostoihin", "turvallisuussuunnitelmistaan"),
    *("kotoutumiselle", "oppilashuolloissa", "työllisyydelle", "osallisuudelle"),
    *("asunnottomuudella", "rekrytointeihin", "kiinteistöillä", "hankkeilla", "foorumeihin"),
    *("koordinaattoreille", "verkostoissaan", "sopimuksilla", "työryhmiltä", "järjestöissään"),
    *("valtuustoissa", "pelastuslaitoksille", "maahanmuuttajilta", "viestinnällä"),
    *("oppilaitoksilta", "kompassikyselyihin"),
)
"""Forms that no page of the shipped data has, of words whose stems some page has."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, as any web server gives them."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass
class Visit:
    """A page of the browser, and what went wrong on it or was asked of elsewhere."""

    page: Any
    base: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda one: self.faults.append(f"{one.type}: {one.text}"))
        self.page.on("pageerror", lambda one: self.faults.append(str(one)))
        self.page.on("requestfailed", lambda one: self.faults.append(one.url))
        self.page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self.base):
            self.faults.append(request.url)

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def said(self) -> str:
        """What is said of the search, once it has come to its end."""
        self.page.wait_for_selector("#search-said:not(:empty):not(:has-text('Haetaan'))")
        return str(self.page.inner_text("#search-said"))

    def ask(self, word: str) -> str:
        self.page.fill("#search-field", word)
        self.page.press("#search-field", "Enter")
        self.page.wait_for_selector(f"#search-said:has-text('{word.split()[-1]}')")
        return self.said()

    def results(self) -> list[str]:
        return [str(one) for one in self.page.locator("#search-results > li").all_inner_texts()]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "shipped"
    write(folder, "--as-of", "2024-12-31", root=SHIPPED)
    return folder


@pytest.fixture(scope="module")
def base(shipped: Path) -> Iterator[str]:
    """The address of the site under a folder of a server, as pages of a project have it."""
    handler = functools.partial(Quiet, directory=str(shipped.parent))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/{shipped.name}/"
        server.shutdown()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture
def visit(chromium: Any, base: str) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    found = Visit(context.new_page(), base)
    yield found
    context.close()
    # A browser asks every server for this picture, which no page names.
    assert [one for one in found.faults if "404" not in one] == []


@pytest.fixture(scope="module")
def said_in_pages(shipped: Path) -> set[str]:
    texts = (
        html.unescape(re.sub("<[^>]+>", " ", path.read_text("utf-8"))).casefold()
        for path in shipped.rglob("*.html")
    )
    return {word for text in texts for word in re.findall("[a-zåäö]+", text)}


def test_words_are_found_in_forms_that_no_page_has(visit: Visit, said_in_pages: set[str]) -> None:
    stemmer = snowballstemmer.stemmer("finnish")
    stems = {stemmer.stemWord(word) for word in said_in_pages}
    assert len(set(FORMS)) >= 20
    visit.open("search.html")
    for word in FORMS:
        assert word not in said_in_pages, word
        assert stemmer.stemWord(word) in stems, word
        assert re.match(r"[1-9][0-9]* sivua?: ", visit.ask(word)), word
        found = visit.results()
        assert found
        # What is found has the word itself, marked, in another form.
        marks = visit.page.locator("#search-results mark").all_inner_texts()
        heads = " ".join(found).casefold()
        stem = stemmer.stemWord(word)[:5]
        assert any(stem in mark.casefold() for mark in marks) or stem in heads, (word, marks)


LEXEMES = (
    ("kaupunki", "kaupungin", "kaupungeissa", "kaupunkeja"),
    ("työ", "töitä", "töissä", "työn"),
    ("tieto", "tiedon", "tiedoista", "tietoja"),
    ("kunta", "kunnan", "kuntia", "kunnissa"),
    ("hanke", "hankkeen", "hankkeita", "hanketta"),
    ("lapsi", "lasten", "lapsia", "lapsille"),
    ("tuki", "tuen", "tukia", "tukea"),
    ("laki", "lain", "lakia", "lakien"),
    ("toimenpide", "toimenpiteen", "toimenpiteitä", "toimenpidettä"),
    ("viranomainen", "viranomaisten", "viranomaista", "viranomaisia"),
    ("osallisuus", "osallisuuden", "osallisuutta", "osallisuuteen"),
    ("nuori", "nuorten", "nuorta", "nuoria"),
    ("asukas", "asukkaiden", "asukkaan", "asukkaita"),
    ("yhdyspinta", "yhdyspinnan", "yhdyspintoja", "yhdyspinnoilla"),
    ("toimielin", "toimielimen", "toimielimiä", "toimielinten"),
    ("tarve", "tarpeen", "tarpeita", "tarpeiden"),
    ("hyvinvointi", "hyvinvoinnin", "hyvinvointia", "hyvinvoinnissa"),
)
"""Words whose forms have different stems: whichever of them a page has, all find it."""


def test_all_forms_of_a_word_find_the_same_though_their_stems_differ(visit: Visit) -> None:
    visit.open("search.html")
    for forms in LEXEMES:
        numbers = set()
        for word in forms:
            said = visit.ask(word)
            assert re.match(r"[1-9][0-9]* sivua?: ", said), said
            numbers.add(int(said.split()[0]))
            # Of most it is seen why: something that begins alike is marked.
            marks = visit.page.locator("#search-results > li:has(mark)").count()
            assert marks * 2 >= len(visit.results()) or len(word) < 5, word
        # A form that begins other words finds those as well: laki and lakisääteinen.
        assert min(numbers) >= 3, forms


def test_a_word_that_no_page_has_is_said_to_have_no_hits(visit: Visit) -> None:
    """Pagefind takes letters off its end until it finds something, and that is something else."""
    visit.open("search.html")
    for word in ("kuntakissa", "hankekolmio", "lapsuudenkoti", "tietokonepeli", "kaupunkisota"):
        said = visit.ask(word)
        assert re.fullmatch(
            rf"Tarkalleen näin kirjoitettua sanaa {word} ei löytynyt\. Lähimmät sivut \(\d+\):"
            rf"|Mitään ei löytynyt: {word}",
            said,
        ), said
    # Of two words the one is named that no page has.
    said = visit.ask("kunta kissanruoka")
    assert said.startswith(("Tarkalleen näin kirjoitettua sanaa kissanruoka ei ", "Mitään"))


def test_without_the_file_of_its_words_it_finds_and_asks_for_them_again(visit: Visit) -> None:
    visit.page.route("**/search-words.json", lambda route: route.abort())
    visit.open("search.html")
    assert re.match(r"[1-9][0-9]* sivua: ", visit.ask("kuntafoorumi"))
    visit.page.unroute("**/search-words.json")
    assert visit.ask("kuntakissa").startswith("Tarkalleen näin kirjoitettua sanaa kuntakissa ")
    # The browser itself notes what it did not get.
    of_it = ("ERR_FAILED", "search-words.json")
    visit.faults[:] = [one for one in visit.faults if not any(part in one for part in of_it)]


def test_a_word_that_is_not_written_to_its_end_finds_what_begins_so(visit: Visit) -> None:
    visit.open("search.html")
    for word in ("hyvinv", "kotout", "perhekesk", "ruoka-ap"):
        assert re.match(r"[1-9][0-9]* sivua?: ", visit.ask(word)), word


def test_titles_texts_and_names_are_found(visit: Visit, shipped: Path) -> None:
    visit.open("search.html")
    for word, page in (("Ruoka-apuallianssi", "measures/ruoka-apu.html"), ("Vesanto", ".html")):
        assert "sivu" in visit.ask(word)
        addresses = [
            one.evaluate("a => a.href") for one in visit.page.locator("#search-results a").all()
        ]
        assert any(one.endswith(page) for one in addresses), addresses
        paths = {one.removeprefix(visit.base).partition("#")[0] for one in addresses}
        assert all((shipped / path).is_file() for path in paths), paths


def test_the_address_holds_what_was_asked(visit: Visit) -> None:
    visit.open("search.html?q=kuntafoorumi")
    assert visit.said().endswith("sivua: kuntafoorumi")
    assert visit.page.input_value("#search-field") == "kuntafoorumi"
    visit.ask("kotoutuminen")
    assert visit.page.url.endswith("?q=kotoutuminen")
    visit.page.go_back()
    visit.page.wait_for_selector("#search-said:has-text('kuntafoorumi')")
    assert visit.page.input_value("#search-field") == "kuntafoorumi"


def test_the_keyboard_alone_asks_and_opens_what_was_found(visit: Visit) -> None:
    visit.open("search.html")
    for _step in range(40):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.id") == "search-field":
            break
    visit.page.keyboard.type("hyvinvointi")
    visit.page.keyboard.press("Enter")
    first = visit.said()
    assert int(first.split()[0]) > 20
    assert len(visit.results()) == 20
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    focused = visit.page.evaluate("document.activeElement.closest('#search-results li')?.innerText")
    assert focused == visit.results()[0]
    # More of them come by the button, and the first of these has the focus.
    visit.page.focus("#search-more")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#search-results > li:nth-child(21)")
    visit.page.wait_for_selector("#search-results > li:nth-child(21) a:focus")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("main h1")
    assert "/search.html" not in visit.page.url


def test_what_is_asked_is_never_markup(visit: Visit) -> None:
    visit.open("search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert "img, src, onerror, alert" in visit.said()
    assert visit.page.input_value("#search-field") == "<img src=x onerror=alert(1)>"
    assert visit.page.locator("main img").count() == 0


def test_nothing_found_is_said_where_it_is_heard(visit: Visit) -> None:
    visit.open("search.html")
    assert visit.ask("zzzqqq") == "Mitään ei löytynyt: zzzqqq"
    said = visit.page.locator("#search-said")
    assert said.get_attribute("role") == "status"
    assert visit.page.locator("label[for=search-field]").inner_text() == "Mitä etsit?"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_no_violation(chromium: Any, base: str, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    paths = ("search.html?q=kunta", "lists/index.html", "lists/no-owner.html", "calendar.html")
    more = ("changes.html", "a-z.html", "terms.html", "contact.html", "accessibility.html")
    context = chromium.new_context(
        viewport={"width": 320, "height": 800}, color_scheme=look, bypass_csp=True
    )
    page = context.new_page()
    for path in (*paths, *more):
        page.goto(base + path)
        if "?" in path:
            page.wait_for_selector("#search-results li")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        told = [
            (one["id"], [n["html"] for n in one["nodes"]]) for one in found.response["violations"]
        ]
        assert told == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()


def test_without_javascript_or_a_server_the_index_is_told_of(
    chromium: Any, base: str, shipped: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}search.html")
    assert page.is_hidden("#search")
    assert page.is_visible("#search-needs")
    page.click("#search-needs a")
    assert page.url == f"{base}a-z.html"
    context.close()
    context = chromium.new_context()
    page = context.new_page()
    page.goto((shipped / "search.html").as_uri())
    assert page.is_visible("#search-needs")
    assert page.is_hidden("#search")
    context.close()
