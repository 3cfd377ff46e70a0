"""The search of the site: its index lies beside it, made here; without Pagefind there is none."""

import gzip
import html
import json
import os
import re
import sys
from pathlib import Path

import pytest
import Stemmer
from snowballstemmer.finnish_stemmer import FinnishStemmer

from tests.conftest import LIVED, Yp
from tests.report.pages import hostile_region, parsed
from tests.site import sites
from tests.site.written import DAY, tree
from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.queries import finnish_forms
from yhdyspinta_cli.services import search_words, site_search

LINE = ("--as-of", DAY)


def pages(site: Path) -> dict[str, bytes]:
    return {path: raw for path, raw in tree(site).items() if path.endswith(".html")}


def test_the_index_is_the_same_bytes_in_whichever_order_it_is_made(lived_site: Path) -> None:
    found = pages(lived_site)
    program = site_search.available()
    turned = dict(reversed(found.items()))
    first = site_search.index(program, found, "fi", os.environ)
    assert first == site_search.index(program, turned, "fi", os.environ)
    assert first == {
        path: raw
        for path, raw in tree(lived_site).items()
        if path.startswith("pagefind/") or path == "search-words.json"
    }
    assert {"pagefind/pagefind.js", "pagefind/wasm.fi.pagefind"} <= first.keys()
    assert not [path for path in first if "ui" in path or "worker" in path]


def test_words_that_only_a_tag_parts_are_two(tmp_path: Path) -> None:
    page = b"<html><body><main data-pagefind-body><dt>Osa</dt><dd>Koivula</dd></main></body>"
    made = site_search.index(site_search.available(), {"x.html": page}, "fi", os.environ)
    (fragment,) = [raw for path, raw in made.items() if "/fragment/" in path]
    assert b"Osa Koivula" in gzip.decompress(fragment)


def test_a_page_is_found_by_other_forms_that_no_excerpt_shows(tmp_path: Path) -> None:
    page = "<html><body><main data-pagefind-body><p>Kaupungin asia</p></main></body></html>"
    raw = page.encode()
    made = site_search.index(site_search.available(), {"x.html": raw}, "fi", os.environ)
    (fragment,) = [gzip.decompress(raw) for path, raw in made.items() if "/fragment/" in path]
    told = json.loads(fragment.removeprefix(b"pagefind_dcd"))
    assert told["content"].strip(" .") == "Kaupungin asia"
    assert "kaupunki" in told["meta"]["forms"]
    words = json.loads(made["search-words.json"])
    assert {"kaupung", "kaupunk"} <= set(words["stems"])
    # In a language whose forms have one stem there is nothing to add.
    made = site_search.index(site_search.available(), {"x.html": raw}, "sv", os.environ)
    (fragment,) = [gzip.decompress(raw) for path, raw in made.items() if "/fragment/" in path]
    assert "forms" not in json.loads(fragment.removeprefix(b"pagefind_dcd"))["meta"]


def test_hostile_texts_do_not_leave_the_index(region: Path) -> None:
    made = sites.of(store.load(hostile_region(region)), sites.DAYS["region"])
    found = {path: raw for path, raw in made.items() if path.endswith(".html")}
    wild = "Paha</script> ]]> \u202eteksti \x07 </body><script>alert(1)</script>"
    page = "<html><body><main data-pagefind-body><p>{}</p></main></body></html>"
    found["wild.html"] = page.format(html.escape(wild)).encode()
    index = site_search.index(site_search.available(), found, "fi", os.environ)
    fragments = [gzip.decompress(raw) for path, raw in index.items() if "/fragment/" in path]
    assert len(fragments) > 20
    for raw in fragments:
        told = json.loads(raw.removeprefix(b"pagefind_dcd"))
        assert re.fullmatch(r"[\w ]*", told["meta"].get("forms", ""))
    words = json.loads(index["search-words.json"])
    assert all(re.fullmatch(r"[^\W\d_]*", one) for one in (*words["stems"], *words["ends"]))


def test_options_of_another_site_are_not_taken(lived_site: Path, tmp_path: Path) -> None:
    found = pages(lived_site)
    program = site_search.available()
    others = os.environ | {"PAGEFIND_ROOT_SELECTOR": "footer", "PAGEFIND_FORCE_LANGUAGE": "en"}
    made = site_search.index(program, found, "fi", others)
    assert made == site_search.index(program, found, "fi", os.environ)


def test_what_fails_is_told(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    with pytest.raises(UserError, match="the index of the search cannot be made: ") as raised:
        site_search.index(program, {"index.html": b""}, "fi", os.environ)
    assert raised.value.exit_code == 3


def test_only_the_search_page_runs_anything(lived_site: Path) -> None:
    for path, raw in pages(lived_site).items():
        page = raw.decode()
        assert page.count("<script") == (path == "search.html"), path
        assert ("wasm-unsafe-eval" in page) == (path == "search.html")
        assert "unsafe-inline" not in page
        assert "'unsafe-eval'" not in page
    head = parsed((lived_site / "search.html").read_text("utf-8")).find(".//head")
    assert head is not None
    (script,) = head.iter("script")
    assert (script.get("src"), script.text) == ("search.js", None)


def test_without_pagefind_the_site_has_no_search_and_says_why(
    tmp_path: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch, lived_site: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    done = yp("site", str(tmp_path / "site"), *LINE, cwd=LIVED)
    assert done.code == 0, done.err
    (line,) = [one for one in done.err.splitlines() if "no search" in one]
    assert "[site]" in line
    found = tree(tmp_path / "site")
    gone = {path for path in tree(lived_site) if path not in found}
    assert {path.split("/")[0] for path in gone} == {
        *("pagefind", "search.html", "search.js", "search-words.json")
    }
    for path, raw in found.items():
        if path.endswith(".html"):
            assert b"search.html" not in raw, path
    # With it the search comes, and nothing else changes but the links to it.
    monkeypatch.undo()


def test_the_manifest_lists_all_of_it(lived_site: Path) -> None:
    files = tree(lived_site)
    listed = (lived_site / ".yp-site.json").read_text("utf-8")
    for path in files:
        assert path == ".yp-site.json" or f'"{path}"' in listed


def test_the_compiled_stemmer_gives_the_same_stems(lived_site: Path) -> None:
    """Where it is not installed, the one in Python makes the same index, later."""
    pages = (path.read_text("utf-8") for path in lived_site.rglob("*.html"))
    words = {word for page in pages for word in search_words.of_page(page)}
    forms = sorted(words.union(*map(finnish_forms.others, words)))
    assert len(forms) > 10_000
    in_python = FinnishStemmer()
    assert Stemmer.Stemmer("finnish").stemWords(forms) == [in_python.stemWord(w) for w in forms]
