"""The search of the site: its index lies beside it, made here; without Pagefind there is none."""

import gzip
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import parsed
from tests.site.written import DAY, tree
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.services import site_search

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
        path: raw for path, raw in tree(lived_site).items() if path.startswith("pagefind/")
    }
    assert {"pagefind/pagefind.js", "pagefind/wasm.fi.pagefind"} <= first.keys()
    assert not [path for path in first if "ui" in path or "worker" in path]


def test_words_that_only_a_tag_parts_are_two(tmp_path: Path) -> None:
    page = b"<html><body><main data-pagefind-body><dt>Osa</dt><dd>Koivula</dd></main></body>"
    made = site_search.index(site_search.available(), {"x.html": page}, "fi", os.environ)
    (fragment,) = [raw for path, raw in made.items() if "/fragment/" in path]
    assert b"Osa Koivula" in gzip.decompress(fragment)


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
    assert {path.split("/")[0] for path in gone} == {"pagefind", "search.html", "search.js"}
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
