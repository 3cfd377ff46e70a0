"""The feed is what RFC 4287 asks for, says the same however often it is made, and keeps its ids."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from lxml import etree  # type: ignore[import-untyped]

from tests.conftest import LIVED, TESTS, Yp
from tests.report.pages import hostile_region
from tests.site.written import DAY, made, tree, write

A = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/yhdyspinta"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[A-Za-z0-9/._-]+")


def feed(folder: Path) -> Element:
    raw = (folder / "feed.xml").read_bytes()
    assert raw.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n')
    found = ElementTree.fromstring(raw)
    valid(found)
    by_grammar(raw)
    return found


def by_grammar(raw: bytes) -> None:
    """Hold a feed against the grammar of the standard (RFC 4287, appendix B)."""
    rules = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    if not rules.validate(etree.fromstring(raw)):
        raise AssertionError(str(rules.error_log))


def valid(found: Element) -> None:
    """Hold a feed against what RFC 4287 (4.1.1, 4.1.2, 4.2) asks of a feed and of its entries."""
    assert found.tag == f"{A}feed"
    for one in (found, *found.iterfind(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{A}{name}")) == 1, name
        assert TAG.fullmatch(text(one, "id"))
        assert text(one, "title")
        assert datetime.fromisoformat(text(one, "updated")).utcoffset() is not None
        alternates = [link for link in one.findall(f"{A}link") if link.get("rel") == "alternate"]
        assert [link.get("type") for link in alternates] == ["text/html"]
        assert all(link.get("href") for link in one.findall(f"{A}link"))
    # An entry without an author has the feed's.
    assert text(found.find(f"{A}author"), "name")
    ids = [text(entry, "id") for entry in found.iterfind(f"{A}entry")]
    assert len(set(ids)) == len(ids)
    moments = [text(entry, "updated") for entry in found.iterfind(f"{A}entry")]
    assert [*map(datetime.fromisoformat, moments)] == sorted(
        map(datetime.fromisoformat, moments), reverse=True
    )
    assert text(found, "updated") == moments[0]
    known = {
        "id",
        "title",
        "subtitle",
        "updated",
        "author",
        "link",
        "generator",
        "entry",
        "summary",
    }
    assert {child.tag.removeprefix(A) for one in (found, *found) for child in one} <= known | {
        "name"
    }


def text(element: Element | None, name: str) -> str:
    assert element is not None
    return element.findtext(f"{A}{name}") or ""


def test_the_newest_reports_are_there_with_where_they_are_told(lived_site: Path) -> None:
    found = feed(lived_site)
    entries = found.findall(f"{A}entry")
    assert len(entries) == 100
    assert text(found.find(f"{A}author"), "name") in (LIVED / "data/agreement.yaml").read_text()
    links = (link.get("href", "") for entry in entries for link in entry.findall(f"{A}link"))
    targets = {link.partition("#")[0] for link in links}
    assert len(targets) > 10
    assert {link for link in targets if link.startswith("measures/")} <= set(tree(lived_site))
    assert not [link for link in found.findall(f"{A}link") if link.get("rel") == "self"]
    kinds = {text(entry, "id").split("/")[2] for entry in entries}
    assert {"update", "value"} <= kinds


def test_every_page_leads_to_it(lived_site: Path) -> None:
    number = 0
    for path, raw in tree(lived_site).items():
        if path.endswith(".html"):
            head = raw.decode().partition("</head>")[0]
            (link,) = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]*>', head)
            (target,) = re.findall(r'href="([^"]+)"', link)
            way = (lived_site / path).parent / target
            assert way.resolve() == (lived_site / "feed.xml").resolve()
            number += 1
    assert number > 80


@pytest.mark.proof
def test_with_the_address_of_the_site_it_names_itself(tmp_path: Path, lived_site: Path) -> None:
    write(tmp_path / "site", "--as-of", DAY, "--url", BASE)
    found = feed(tmp_path / "site")
    (own,) = [one for one in found.findall(f"{A}link") if one.get("rel") == "self"]
    assert (own.get("href"), own.get("type")) == (f"{BASE}/feed.xml", "application/atom+xml")
    entries = found.findall(f"{A}entry")
    for entry in entries:
        link = entry.find(f"{A}link")
        assert link is not None
        assert (link.get("href") or "").startswith(f"{BASE}/")
    # Where it is published is no part of what an entry is.
    assert [text(one, "id") for one in entries] == [
        text(one, "id") for one in feed(lived_site).iterfind(f"{A}entry")
    ]


@pytest.mark.parametrize(
    "url",
    ["example.org", "ftp://example.org", "https://", BASE + "?a=1", "http://x y/", BASE + "<b>"],
)
def test_what_is_no_address_is_refused(tmp_path: Path, yp: Yp, url: str) -> None:
    done = yp("site", str(tmp_path / "x"), "--url", url, cwd=LIVED)
    assert done.code == 2
    assert "is no address of a folder on the web" in done.err
    assert not (tmp_path / "x").exists()


@pytest.mark.proof
def test_a_correction_renews_the_entry_and_keeps_its_id(
    tmp_path: Path, yp: Yp, lived_site: Path
) -> None:
    root = tmp_path / "region"
    shutil.copytree(LIVED / "data", root / "data")
    before = {text(one, "id"): one for one in feed(lived_site).iterfind(f"{A}entry")}
    old = next(key for key in before if "/update/" in key)
    name = old.rpartition("/")[2]
    done = yp("status", "correct", name, "paused", cwd=root)
    assert done.code == 0, done.err
    write(tmp_path / "site", "--as-of", DAY, root=root)
    after = {text(one, "id"): one for one in feed(tmp_path / "site").iterfind(f"{A}entry")}
    assert text(after[old], "updated") > text(before[old], "updated")
    assert "Korjattu" in text(after[old], "summary")
    (new,) = after.keys() - before.keys()
    assert "keskeytetty" in text(after[new], "title")
    # The oldest has made room for it; all others say what they said.
    same = [key for key in after.keys() & before.keys() if key != old]
    assert len(same) == 98
    assert all(told(after[key]) == told(before[key]) for key in same)


def told(entry: Element) -> list[tuple[str, str | None, dict[str, str]]]:
    return [(one.tag, one.text, one.attrib) for one in entry]


def test_hostile_texts_stay_texts(region: Path) -> None:
    files = made(hostile_region(region), date(2023, 12, 31), url="https://example.org/")
    by_grammar(files["feed.xml"])
    found = ElementTree.fromstring(files["feed.xml"])
    valid(found)
    assert len(found.findall(f"{A}entry")) > 2
    assert any("<" in text(one, "summary") for one in found.iterfind(f"{A}entry"))


def test_without_an_address_of_its_own_the_publisher_has_a_name_that_nobody_can_have(
    tmp_path: Path,
) -> None:
    root = tmp_path / "region"
    shutil.copytree(TESTS / "region" / "data", root / "data")
    path = root / "data/agreement.yaml"
    told = re.sub(r"\n +website: .*", "", path.read_text("utf-8"))
    path.write_text(told, "utf-8")
    write(tmp_path / "site", "--as-of", "2023-12-31", root=root)
    assert ".invalid,2" in text(feed(tmp_path / "site"), "id")


def tell(region: Path, name: str, *lines: str) -> None:
    """Add an update on a measure of the region to its data."""
    measure = sorted((region / "data/measures").glob("*.yaml"))[0].stem
    told = (f"id: {name}", f"measure: {measure}", "state: in-progress", *lines, "")
    (region / f"data/updates/2023/{name}.yaml").write_text("\n".join(told), "utf-8")


def test_what_no_reader_could_show_is_told_in_signs(region: Path) -> None:
    """In XML a control character is no character, and one of direction turns a whole list."""
    note = r"</script> ]]> \u202ekäännetty \u2066 \x07 \x1b[31m \uFEFF <!-- &amp; \0"
    tell(region, "2023-11-30-villi-00000001", "on: 2023-11-30", f'note: "{note}"')
    raw = made(region, date(2023, 12, 31))["feed.xml"]
    by_grammar(raw)
    summary = next(
        text(one, "summary")
        for one in ElementTree.fromstring(raw).iterfind(f"{A}entry")
        if "script" in text(one, "summary")
    )
    assert "</script> ]]>" in summary
    assert "&amp;" in summary
    assert all(sign.isprintable() for sign in raw.decode().replace("\n", " "))


def test_the_feed_says_how_much_of_it_there_is(lived_site: Path) -> None:
    found = re.search(r"\d+ uusinta .*?(\d+) ", text(feed(lived_site), "subtitle"))
    assert found is not None
    assert found[0].startswith("100 ")
    assert int(found[1]) > 300


def test_sentences_begin_with_a_capital(lived_site: Path) -> None:
    summaries = [text(one, "summary") for one in feed(lived_site).iterfind(f"{A}entry")]
    assert any("Ilmoittaja: " in one for one in summaries)
    assert any("Peruste: " in one for one in summaries)
    for one in summaries:
        assert not re.search(r"[.!?] (ilmoittaja|korjaa|korjattu|peruste)\b", one), one


def test_of_one_moment_the_later_day_comes_first_and_a_month_counts_from_its_end(
    region: Path,
) -> None:
    moment = 'recorded: "2023-11-30T12:00:00+02:00"'
    for n, on in enumerate(("2023-05", "2023-05-14", "2023-05-31", "2023-06-01", "2023-04")):
        tell(region, f"{on}-tila-0000000{n}", f"on: {on}", f"note: Tila {n}.", moment)
    found = ElementTree.fromstring(made(region, date(2023, 12, 31))["feed.xml"])
    valid(found)
    told = " ".join(text(one, "summary") for one in found.iterfind(f"{A}entry"))
    assert re.findall(r"Tila (\d)\.", told) == ["3", "2", "0", "1", "4"]


def test_links_without_an_address_hold_from_where_the_feed_is(lived_site: Path) -> None:
    """A reader takes them from the address that it has the feed from (RFC 4287, 2; RFC 3986, 5)."""
    found = feed(lived_site)
    for link in found.iter(f"{A}link"):
        there = urljoin(f"{BASE}/feed.xml", link.get("href", ""))
        assert there.startswith(f"{BASE}/")
        path = there.removeprefix(f"{BASE}/").partition("#")[0]
        assert (lived_site / path).is_file(), path


def test_an_entry_leads_to_the_line_that_tells_it(lived_site: Path) -> None:
    places = [one.get("href", "") for one in feed(lived_site).iterfind(f"{A}entry/{A}link")]
    assert len(places) == 100
    assert len(set(places)) > 80, "values of one indicator stand in one series"
    for place in places:
        path, _sign, key = place.partition("#")
        page = (lived_site / path).read_text("utf-8")
        assert f' id="{key}"' in page if key else path.startswith("years/"), place
