"""Nothing is said past the catalogues in help, rules, schemas, Word, the site and open data."""

import csv
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from tests.wording import marked
from tests.wording.test_proof_untranslated import bare, own_words
from yhdyspinta_cli import language, store
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.vocabulary import LANGUAGES

pytestmark = pytest.mark.proof


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    language.forget()


def asked(yp: Yp, *line: str, cwd: Path = LIVED) -> str:
    # What a command was brought is forgotten after it.
    marked.bring()
    done = yp(*line, "--lang", "sv", cwd=cwd)
    assert done.code == 0, done.err
    return done.out


TYPED = r"<?\w[\w-]*(?:\|\w[\w-]*)+>?|: \w+\]|\bYP_\w+"
"""The words to choose from, the one chosen where none is said, and what the environment has."""


def test_help() -> None:
    line = [sys.executable, "-m", "tests.wording.marked"]
    said = subprocess.run(line, cwd=SHIPPED, capture_output=True, text=True, check=True).stdout
    pages = json.loads(said)
    assert len(pages) > 40
    # What is typed: commands, and words of the data.
    typed = frozenset(word for where in pages for word in where.split())
    own = own_words("region") | typed | frozenset((*LANGUAGES, "url"))
    found = {}
    for where, page in pages.items():
        lines = (line for line in page.splitlines() if not line.startswith("  yp "))
        if words := bare(re.sub(TYPED, " ", "\n".join(lines)), own):
            found[where] = sorted(words)
    assert found == {}


def test_rules(yp: Yp) -> None:
    codes = dict.fromkeys(re.findall(r"\bYP\d+", asked(yp, "rules")))
    assert len(codes) > 100
    found = {}
    for code in codes:
        # Its short name, and YAML that is wrong or right, are the data's language.
        lines = asked(yp, "explain", code).splitlines()[1:]
        told = "\n".join(line for line in lines if not line.startswith("    "))
        if words := bare(told, own_words("lived")):
            found[code] = sorted(words)
    assert found == {}


def test_schemas_and_keys(yp: Yp, tmp_path: Path) -> None:
    asked(yp, "schema", "--all", str(tmp_path / "all"))
    found = {}
    files = sorted((tmp_path / "all").glob("*.json"))
    assert len(files) > 15
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in files}
    own = own_words("lived") | frozenset(key for one in schemas.values() for key in keys(one))
    for name, schema in schemas.items():
        if words := bare("\n".join(told_in(schema)), own):
            found[name] = sorted(words)
    assert found == {}


def keys(node: Any) -> Iterator[str]:
    """Yield what a schema allows to be written: keys, and the words of closed sets."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from re.split(r"[_-]", name.casefold())
            if name in ("enum", "const", "examples"):
                yield from (w for one in words_in(value) for w in re.split(r"[_-]", one))
            yield from keys(value)
    elif isinstance(node, list):
        for one in node:
            yield from keys(one)


def words_in(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        yield from str(one).casefold().split()


def told_in(node: Any) -> Iterator[str]:
    """Yield what a description in JSON says to a reader; a file's name says nothing."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("title", "description") and isinstance(value, str):
                yield value
            elif name not in ("enum", "const", "examples"):
                yield from told_in(value)
    elif isinstance(node, list):
        for one in node:
            yield from told_in(one)


def test_word(yp: Yp, tmp_path: Path) -> None:
    asked(yp, "report", "--year", "2025", "--only", "brief", "-o", str(tmp_path / "a.docx"))
    with zipfile.ZipFile(tmp_path / "a.docx") as book:
        parts = [n for n in book.namelist() if re.match(r"word/(document|header|footer|foot)", n)]
        trees = [ElementTree.fromstring(book.read(name)) for name in parts]
    shown = [
        "".join(text.text or "" for text in one.iter() if text.tag.endswith("}t"))
        for tree in trees
        for one in tree.iter()
        if one.tag.endswith("}p")
    ]
    shown += [
        one.attrib.get(name, "") for t in trees for one in t.iter() for name in ("descr", "title")
    ]
    text = "\n".join(shown).replace("\N{SOFT HYPHEN}", "").replace("\N{WORD JOINER}", "")
    assert len(text) > 5_000
    assert bare(text, own_words("lived")) == set()


def test_site(yp: Yp, tmp_path: Path) -> None:
    asked(yp, "site", str(tmp_path / "a"), "--as-of", "2025-12-31")
    found = {}
    pages = sorted((tmp_path / "a").rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        shown = []
        for node in html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False).iter():
            if node.tag not in ("style", "script", "code"):
                shown.append(node.text or "")
            shown += [node.attrib.get(name, "") for name in ("title", "alt", "aria-label")]
            shown += [value for name, value in node.attrib.items() if name.startswith("data-word")]
            shown.append(node.tail or "")
        text = "\n".join(shown).replace("\N{SOFT HYPHEN}", "").replace("\N{WORD JOINER}", "")
        addresses = r"\b\S+\.(?:fi|com|example)(?:/\S*)?"
        if words := bare(re.sub(addresses, " ", text), own_words("lived")):
            found[page.name] = sorted(words)
    assert found == {}


def test_the_script_of_the_site_says_nothing_of_its_own() -> None:
    """Every word that it shows stands in the page."""
    script = (SHIPPED / "templates/site/search.js").read_text("utf-8")
    assert spoken_in(script) == []
    assert spoken_in('said.textContent = "No results were found";') == ["No results were found"]
    assert spoken_in("said.textContent = `Found ${n} pages`;") == ["Found ${n} pages"]


def spoken_in(script: str) -> list[str]:
    """Return the literals of a script that look like words to read: capitals or several words."""
    code = re.sub(r"(?m)^\s*//.*$", "", script)
    texts = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', code)
    found = [double or tick for double, tick in texts]
    return [one for one in found if re.search(r"[a-zåäö]{2,} \S|^[A-ZÅÄÖ][a-zåäö]+$", one)]


def test_open_data(yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    asked(yp, "export", str(tmp_path / "open"), cwd=base)
    package = json.loads((tmp_path / "open/datapackage.json").read_text("utf-8"))
    own = own_words("lived") | frozenset(
        word
        for resource in package["resources"]
        for name in (
            resource["name"],
            *(one["name"] for one in resource["schema"]["fields"]),
            *(w for one in resource["schema"]["fields"] for w in allowed(one)),
        )
        for word in (*re.split(r"[_-]", name), name)
    )
    told = list(told_in(package))
    assert len(told) > 100
    assert bare("\n".join(told), own) == set()


def allowed(field: dict[str, Any]) -> Iterator[str]:
    yield from map(str, field.get("constraints", {}).get("enum", ()))


ON = ("--as-of", "2025-12-31")
TABLES = (
    *(("list", kind.plural, *ON) for kind in KINDS),
    ("list",),
    *(("who-owns", code, *ON) for code in ("A1", "B6", "J3")),
    ("who-owns", "J3", "--why", *ON),
    ("owned-by", "hallavesi", *ON),
    ("status", *ON),
    ("status", "matrix", *ON),
    ("status", "show", "j1-yhteinen-tilannekuva", *ON),
    ("obligations", *ON),
    ("gaps", *ON),
    ("calendar", "--year", "2025", *ON),
    ("counterparts", *ON),
    ("counterparts", "--by", "interface", *ON),
    ("rotation", *ON),
    ("what-if", "--remove", "hyvinvointipalvelut", *ON),
    ("diff", "--as-of", "2024-12-31", "--to", "2025-12-31"),
    ("event", "list", *ON),
    ("search", "kunta", *ON),
    ("keys", "measure"),
    ("rules",),
    ("schema",),
)


def test_headings_of_tables(yp: Yp) -> None:
    found, seen = {}, 0
    for line in TABLES:
        marked.bring()
        table = yp(*line, "--csv", "--lang", "sv", cwd=LIVED).out
        if not table:
            continue
        seen += 1
        (headings,) = csv.reader(table.splitlines()[:1])
        if words := bare("\n".join(headings), own_of_headings()):
            found[" ".join(line)] = sorted(words)
    assert found == {}
    assert seen > len(TABLES) - 8


def own_of_headings() -> frozenset[str]:
    """Return the names in them: of parties, interfaces and levels, and fields of one's own."""
    names = {
        word
        for entry in store.load(LIVED).kb.entries.values()
        for name in entry.record.names
        for word in re.findall(r"[^\W\d_]+", name.casefold())
    }
    return frozenset((*names, "id", "yp", "kind"))


def test_there_is_a_description_of_every_kind(yp: Yp) -> None:
    for kind in KINDS:
        meanings = asked(yp, "keys", kind.word, "--csv")
        for line in meanings.splitlines()[1:]:
            assert re.search(r"[а-я]{2}", line), (kind.word, line)
