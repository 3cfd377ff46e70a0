"""A language that a base brings, on the pages that are made of it: begun, half translated, read."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.lists import format_list

from tests.conftest import TESTS, Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.language import brought, shipped
from yhdyspinta_cli.services import catalogues
from yhdyspinta_cli.wording import standing_in

DAY = ("--as-of", "2025-12-31")
SAID: dict[str, str | tuple[str, str]] = {
    "Contents": "Innhold",
    "Skip to the content": "Hopp til innholdet",
    "Front page": "Forside",
    "Measures": "Tiltak",
    "Parties": "Parter",
    "Obligations": "Plikter",
    "Bodies": "Organer",
    "Interfaces": "Samhandlingsområder",
    "Goals": "Mål",
    "What changed": "Hva er endret",
    "Reports": "Rapporter",
    "Lists": "Lister",
    "Search": "Søk",
    "Contact": "Kontakt",
    "Calendar": "Kalender",
    "Next": "Neste",
    "Previous": "Forrige",
    "How to read this report": "Slik leser du rapporten",
    "Measure": "Tiltak",
    "Party": "Part",
    "Responsible": "Ansvarlig",
    "Indicators": "Indikatorer",
    "Situation": "Status",
    "%(name)s: report of the year %(year)s": "%(name)s: årsrapport %(year)s",
    "%(agreement)s. The situation on %(day)s.": "%(agreement)s. Status %(day)s.",
    "completed": "fullført",
    "in progress": "i gang",
    "not started": "ikke startet",
    "no information": "uten opplysninger",
    "lead": "ansvarlig leder",
    "partner": "samarbeidspart",
    "municipality": "kommune",
    "%(n)s measure": ("%(n)s tiltak", "%(n)s tiltak"),
    "%(n)s party": ("%(n)s part", "%(n)s parter"),
}


@pytest.fixture(scope="module")
def helse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Norwegian base with its catalogue begun, and the most visible messages translated."""
    root = tmp_path_factory.mktemp("nb") / "helse"
    shutil.copytree(TESTS / "helse", root)
    begun = {path: raw.decode("utf-8") for path, raw in catalogues.begun("nb").items()}
    for message, forms in SAID.items():
        given = {path: translated(text, message, forms) for path, text in begun.items()}
        assert given != begun, message
        begun = given
    for path, text in begun.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def translated(text: str, message: str, forms: str | tuple[str, str]) -> str:
    """Return the text of a catalogue with a message translated, as an editor would write it."""
    if isinstance(forms, str):
        return text.replace(
            f'\nmsgid "{message}"\nmsgstr ""\n', f'\nmsgid "{message}"\nmsgstr "{forms}"\n'
        )
    head = rf'(\nmsgid "{re.escape(message)}"\nmsgid_plural ".*"\n)'
    return re.sub(
        head + r'msgstr\[0\] ""\nmsgstr\[1\] ""\n',
        rf'\1msgstr[0] "{forms[0]}"\nmsgstr[1] "{forms[1]}"\n',
        text,
    )


class Texts(HTMLParser):
    """The texts of a page, each with the language that the element around it tells."""

    NO_TEXT = frozenset({"style", "script", "title", "svg"})
    VOID = ("meta", "link", "br", "img", "hr", "input", "col")

    def __init__(self, page: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.found: list[tuple[str, str]] = []
        self.feed(page.replace("\N{SOFT HYPHEN}", "").replace("\N{NO-BREAK SPACE}", " "))
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self._open.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.NO_TEXT & {tag for tag, _lang in self._open}:
            languages = [lang for _tag, lang in self._open if lang]
            self.found.append((data.strip(), languages[-1]))

    def of(self, code: str) -> list[str]:
        return [text for text, lang in self.found if lang == code]


@pytest.fixture(scope="module")
def report(helse: Path) -> Path:
    """The year's report of that base as a page, made by a process of its own."""
    path = helse.parent / "2025.html"
    run("report", "--year", "2025", *DAY, "-o", str(path), cwd=helse)
    return path


@pytest.fixture(scope="module")
def site(helse: Path) -> Path:
    """The site of that base."""
    folder = helse.parent / "site"
    run("site", str(folder), *DAY, cwd=helse)
    return folder


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Nothing that a test has brought is spoken after it."""
    yield
    language.forget()


def run(*arguments: str, cwd: Path) -> None:
    command = [sys.executable, "-m", "yhdyspinta_cli", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_is_translated_is_said_and_the_rest_is_marked_as_english(report: Path) -> None:
    texts = Texts(report.read_text("utf-8"))
    norwegian, english = texts.of("nb"), texts.of("en")
    assert {"Innhold", "Slik leser du rapporten", "Ansvarlig"} <= set(norwegian)
    assert (
        "Samarbeidsavtale mellom Helse Storvidda HF og kommunene i Storvidda. Status"
        in " ".join(norwegian)
    )
    assert {
        "In brief for the meeting",
        "About the data",
        "The same data gives the same report, byte for byte.",
        "3 are completed",
    } <= set(english)
    assert {lang for _text, lang in texts.found} == {"nb", "en"}
    # A word of the language is in no English, and no English in what is of the language.
    assert not {"fullført", "i gang", "Tiltak"} & set(english)
    # Of a message of few letters is not known whose it is: "was i gang, now".
    left = [text for text in norwegian if re.search(r"\b(the|are|is|was|were|not)\b", text)]
    assert not [text for text in left if len(text) > 20]


def test_the_page_tells_how_much_is_translated(report: Path) -> None:
    page = report.read_text("utf-8")
    told = re.search(r"Of the (\d+) texts of such pages (\d+) are translated; the others", page)
    assert told is not None
    of_pages = {forms[0] for forms in shipped.messages("report")}
    assert (int(told[1]), int(told[2])) == (len(of_pages), len(of_pages & set(SAID)))


def test_lists_plurals_and_days_are_those_of_the_language(helse: Path, yp: Yp) -> None:
    told = yp("report", "--year", "2025", *DAY, "--only", "brief", cwd=helse)
    assert told.code == 0
    # English in its place, joined as the page joins: a page has one word for "and".
    assert "4 are in progress og 3 are told of in parts only" in told.out
    assert "(17.10.2025) og 5.1 Elektronisk meldingsutveksling (01.12.2025)" in told.out
    assert not re.search(r"\) and ", told.out)
    assert language.conjunction() == " and "


@pytest.mark.parametrize("code", ["nb", "et", "pl", "da", "is", "fi", "sv", "en"])
def test_a_list_of_two_is_joined_as_babel_joins_it(code: str, forgotten: None) -> None:
    if not language.is_own(code):
        language.bring(code, {domain: brought.read(b"", code)[0] for domain in language.DOMAINS})
    with language.speaking(code):
        assert f"a{language.conjunction()}b" == format_list(["a", "b"], locale=code)


def test_every_page_of_the_site_speaks_it(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 60
    for path in pages:
        page = path.read_text("utf-8")
        assert '<html lang="nb">' in page
        texts = Texts(page)
        assert {"Forside", "Tiltak", "Parter", "Organer", "Søk"} <= set(texts.of("nb")), path
        assert "Made with yp" in " ".join(texts.of("en"))
        unmarked = [
            text
            for text in texts.of("nb")
            if re.search(r"\b(the|are|was|were|has|have|told|which|nobody)\b", text)
        ]
        assert not [text for text in unmarked if len(text) > 60], path
        # Nothing but texts is marked.
        assert not re.search(r'="[^"<>]*<span', page)
        assert not re.search(r"<(title|style|script|svg)\b[^>]*>(?:(?!</\1>).)*<span", page, re.S)


def test_a_sheet_and_an_actors_card_speak_it(helse: Path, yp: Yp) -> None:
    line = ("report", "--year", "2025", *DAY, "--party", "elvedokka", "--format", "html")
    sheet = yp(*line, cwd=helse)
    assert (sheet.code, sheet.err) == (0, "")
    texts = Texts(sheet.out)
    assert {"fullført", "i gang"} & set(texts.of("nb"))
    assert "For the forum to decide" not in texts.of("nb")
    card = yp("owned-by", "Elvedokka", "--lang", "nb", *DAY, cwd=helse)
    assert (card.code, card.err) == (0, "")
    assert "Kind           kommune\n" in card.out
    assert "Tiltak (1): named directly\n" in card.out
    assert "5.2   Digital hjemmeoppfølging  ansvarlig leder\n" in card.out


def test_no_text_of_the_data_makes_the_marking_long(forgotten: None) -> None:
    language.bring("nb", {domain: brought.read(b"", "nb")[0] for domain in language.DOMAINS})
    with language.speaking("nb"):
        page = f"<p>{'of, the (all: ' * 20_000}</p><p>Contents</p>"
        assert standing_in.marked(page).endswith('<p><span lang="en">Contents</span></p>')
    with language.speaking("en"):
        assert standing_in.marked(page) == page


@pytest.fixture
def empty_norwegian(forgotten: None) -> Iterator[None]:
    """Norwegian is spoken with catalogues of no words: all is said in English."""
    language.bring("nb", {domain: brought.read(b"", "nb")[0] for domain in language.DOMAINS})
    with language.speaking("nb"):
        yield


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x, State on A &amp; B", 'x, <span lang="en">State on A &amp; B</span>'),
        ("A &amp; B; Contents", 'A &amp; B; <span lang="en">Contents</span>'),
        (
            '<a href="x">Koivula</a> still stands in the turn order, and has been gone since 1.2.',
            '<a href="x">Koivula</a> <span lang="en">still stands in the turn order, and has been'
            " gone since 1.2.</span>",
        ),
        ("1.250 Contents", '<span lang="en">1.250 Contents</span>'),
    ],
)
def test_english_is_marked_around_signs_of_html(
    empty_norwegian: None, text: str, shown: str
) -> None:
    assert standing_in.marked(f"<p>{text}</p>") == f"<p>{shown}</p>"


@pytest.mark.parametrize("text", ["form", "list", "original", "Norge fra", "Region Sør", "Text A"])
def test_a_word_that_is_a_piece_of_a_message_is_not_known(empty_norwegian: None, text: str) -> None:
    assert standing_in.marked(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_marking_takes_as_long_as_the_page_is(empty_norwegian: None) -> None:
    def seconds(page: str) -> float:
        begun = time.process_time()
        standing_in.marked(page)
        return time.process_time() - begun

    making_ready = seconds("<p>Contents</p>")
    short, long = (seconds(f"<p>Tiltak{' 1' * n} x</p>") for n in (10_000, 20_000))
    assert long < 3 * short + 0.3
    # Each of these is another text, and none is looked for among all the messages.
    texts = (f"<p>Tiltak {n}, som er meldt av {n} parter: det gjelder</p>" for n in range(9000))
    assert seconds("".join(texts)) < 10 * making_ready + 1
