"""No sentence reaches a reader that does not come from a catalogue.

The program is made to speak a language that it does not have: in each of its messages every letter
is put into Cyrillic ones. Whatever stands in Latin letters then is the data's, or was said past the
catalogues.
"""

import re
import shutil
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from functools import cache
from pathlib import Path

import html5lib
import openpyxl
import pytest

from tests.conftest import LIVED, Yp
from tests.wording import marked, said_in_finnish
from yhdyspinta_cli import language, store, vocabulary
from yhdyspinta_cli.model.catalogue import KINDS

pytestmark = pytest.mark.proof


@pytest.fixture(autouse=True)
def _marked() -> Iterator[None]:
    marked.bring()
    yield
    language.forget()


@cache
def own_words(region: str) -> frozenset[str]:
    """Return what stands in Latin letters rightly: words and ids of the data, days and lists."""
    folder = said_in_finnish.REGIONS[region][0]
    ids = " ".join(store.load(folder).kb.entries)
    with language.speaking("sv"):
        months = " ".join(
            language.month_name(n, short=short) for n in range(1, 13) for short in (True, False)
        )
    typed = " ".join((*vocabulary.GAP_KINDS, *(kind.plural for kind in KINDS)))
    # The name of a language is the CLDR's, not a catalogue's.
    said = f"{ids} {months} {typed} och finska yp csv id ids"
    return said_in_finnish.words_of_data(region) | frozenset(said_in_finnish.words(said))


_NO_WORDS = (
    r"`[^`]*`|'[^']*'|--[a-z-]+"  # what is to be typed
    r"|data/\S+|https?:\S+|\]\(#[^)]*\)"  # paths, addresses, where a link leads
    r"|YP\d+|\b[0-9a-f]{7,40}\b|\b[a-z0-9-]+-(?:start|end)\b"  # codes, digests, ids
    r"|^ *\d+ \|.*"  # a line of a file
)


def bare(text: str, own: frozenset[str], *, broken: bool = False) -> set[str]:
    """Return the words of a text in Latin letters that are not of these.

    In a text that is broken into lines a word may be a part of one.
    """
    plain = re.sub(_NO_WORDS, " ", text, flags=re.MULTILINE)
    found = {
        word
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
        if re.fullmatch(r"[A-Za-z-]{2,}", word)
        and not {word.casefold(), *word.casefold().split("-")} & own
    }
    if broken:
        whole = "\n".join(own)
        found = {word for word in found if word.casefold() not in whole}
    return found


FOR_PROGRAMS = re.compile(r"$|list$|keys|rules|explain|templates|.* ics ")
"""What lists names of commands, keys, codes and files; a calendar speaks the data's language."""


@pytest.mark.parametrize("region", said_in_finnish.REGIONS)
def test_answers_and_reports(region: str) -> None:
    own = own_words(region)
    found = {}
    for said in said_in_finnish.answers(region, "sv"):
        if FOR_PROGRAMS.match(said.where):
            continue
        if words := bare(said.text, own, broken=not said.is_report and "csv" not in said.where):
            found[said.where] = sorted(words)
    assert found == {}


PAGES = (
    ("--year", "2025"),
    ("--year", "2025", "--only", "errors,brief"),
    ("--year", "2025", "--party", "hallavesi"),
    ("--year", "2025", "--interface", "a"),
    ("--for", "yhteistyofoorumi", "--on", "2025-12-10"),
)


@pytest.mark.parametrize("line", PAGES)
def test_pages(line: tuple[str, ...], yp: Yp) -> None:
    page = yp("report", *line, "--format", "html", "--lang", "sv", cwd=LIVED)
    assert page.code == 0, page.err
    shown = []
    for node in html5lib.parse(page.out, namespaceHTMLElements=False).iter():
        if node.tag not in ("style", "code"):
            shown.append(node.text or "")
        shown += [node.attrib.get(name, "") for name in ("title", "alt", "aria-label")]
        shown.append(node.tail or "")
    text = "\n".join(shown).replace("\N{SOFT HYPHEN}", "").replace("\N{WORD JOINER}", "")
    assert len(text) > 5_000
    assert bare(text, own_words("lived")) == set()


BOOKS = (
    ("report", "--year", "2025", "-o"),
    ("gaps", "--as-of", "2025-12-31", "--xlsx"),
    ("round", "ask", "--party", "hallavesi", "--year", "2025", "-o"),
)


@pytest.mark.parametrize("line", BOOKS)
def test_workbooks(line: tuple[str, ...], yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    done = yp(*line, str(tmp_path / "a.xlsx"), "--lang", "sv", cwd=base)
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    shown = [
        str(cell.value)
        for sheet in book
        if sheet.sheet_state == "visible"
        for number, row in enumerate(sheet.iter_rows(), start=1)
        for cell in row
        if isinstance(cell.value, str)
        and not sheet.row_dimensions[number].hidden
        and not sheet.column_dimensions[cell.column_letter].hidden
    ]
    shown += [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert len(shown) > 50
    assert bare("\n".join(shown), own_words("lived")) == set()


def test_drafts_of_mails(yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    parties = base / "data/parties.yaml"
    with_address = "  - id: hallavesi\n    contact: kirjaamo@hallavesi.example\n"
    parties.write_text(parties.read_text("utf-8").replace("  - id: hallavesi\n", with_address))
    line = ("round", "ask", "--each-party", "--year", "2025", "--mail", "-o", str(tmp_path / "a"))
    done = yp(*line, "--lang", "sv", cwd=base)
    assert done.code == 0, done.err
    drafts = sorted((tmp_path / "a").glob("*.eml"))
    assert drafts
    for draft in drafts:
        message = message_from_bytes(draft.read_bytes(), policy=default)
        body = message.get_body(("plain",))
        assert body is not None
        text = f"{message['Subject']}\n{body.get_content()}".replace(f"{draft.stem}.xlsx", "")
        assert bare(re.sub(r"\S+@\S+", "", text), own_words("lived")) == set()
