"""Each page is sound HTML by itself, tells its language, and does nothing but show."""

import re
from itertools import pairwise

import pytest

from tests.report.pages import parsed, text_of
from tests.site import sites


@pytest.mark.parametrize("base", ["region", "lived"])
def test_every_page_is_read_without_an_error(base: str) -> None:
    for path, page in sites.pages(base).items():
        try:
            tree = parsed(page)
        except Exception as error:
            raise AssertionError(f"{path}: {error}") from error
        assert tree.get("lang") == "fi", path
        assert [element.tag for element in tree.iter("main")] == ["main"], path
        levels = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", str(one.tag))]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("base", ["lived", "shipped"])
def test_no_page_runs_sends_or_fetches_anything(base: str) -> None:
    for path, page in sites.read(base).items():
        assert not {"script", "iframe", "object", "embed", "form", "input", "base"} & set(page.tags)
        assert not {one for one in page.attributes if one.startswith("on")} | (
            {"style"} & page.attributes
        ), path
        style = sites.pages(base)[path].split('rel="stylesheet" href="')[1].split('"')[0]
        assert style == "../" * path.count("/") + "style.css"
    for page_itself in sites.pages(base).values():
        policy = page_itself.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[
            0
        ]
        assert policy.startswith("default-src &#39;none&#39;; style-src &#39;self&#39;;")
        assert "unsafe" not in policy


def test_a_page_can_be_used_with_the_keyboard_and_is_found_by_a_search() -> None:
    for path, page in sites.pages("lived").items():
        assert '<a class="skip" href="#content">' in page, path
        # What a list of others names has a page of its own, which is found.
        names_others = path.startswith("lists/") and path != "lists/index.html"
        # What an earlier report says stands in the latest, or on the page of its record.
        earlier = ("years/2023.html", "years/2024.html")
        is_found = not (names_others or path in ("a-z.html", "changes.html", *earlier))
        found = " data-pagefind-body" if is_found else ""
        assert f'<main id="content" tabindex="-1"{found}>' in page, path
        assert page.count('aria-current="page"') in (1, 2, 3), path
        if path != "index.html":
            trail = parsed(page).find('.//nav[@class="trail"]')
            assert trail is not None
            assert text_of(trail).startswith("Etusivu"), path


def test_what_the_data_says_is_marked_on_a_page_of_another_language() -> None:
    pages = sites.pages("lived", "en")
    page = pages["measures/evakuointi.html"]
    assert page.count('<html lang="en">') == 1
    heading = page.split("<h1>")[1].split("</h1>")[0]
    assert heading == '<span lang="fi">C6 Evakuoinnin suunnittelu</span>'
    assert "Who answers for it, and why" in page
    assert "Kuka vastaa" not in page
    own = re.sub(r'<(\w+)[^>]* lang="fi"[^>]*>.*?</\1>', "", sites.main_of(page), flags=re.DOTALL)
    assert not re.search("suunnittelu|pelastuslaitos", re.sub("<[^>]*>", "", own))


def test_only_links_that_lead_away_leave_the_site() -> None:
    for path, page in sites.read("shipped").items():
        for link in page.links:
            assert link.startswith(("https://", "http://", "mailto:")) or not link.startswith("/")
            assert ":" not in link.split("/")[0] or link.split(":")[0] in (
                "https",
                "http",
                "mailto",
            ), (path, link)
