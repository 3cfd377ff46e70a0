"""All pages of a site, filled: every file by its path below the site's folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import published
from yhdyspinta_cli.report import pages as filled
from yhdyspinta_cli.report.documents import Provenance
from yhdyspinta_cli.site import (
    accessibility,
    actors,
    acts,
    addresses,
    alphabet,
    bodies,
    calendar,
    changes,
    contact,
    duties,
    events,
    feed,
    frames,
    front,
    lists,
    measures,
    navigation,
    needs,
    parties,
    search,
    terms,
    years,
)
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Other, Page
from yhdyspinta_cli.site.surroundings import Surroundings

STYLE = "style.css"
FRAME = "site/frame.html.j2"

SHELVES: tuple[Callable[[Site], Iterable[Page]], ...] = (
    front.pages,
    measures.pages,
    parties.pages,
    actors.pages,
    bodies.pages,
    frames.pages,
    duties.pages,
    acts.pages,
    needs.pages,
    events.pages,
    years.pages,
    lists.pages,
    calendar.pages,
    changes.pages,
    alphabet.pages,
    search.pages,
    terms.pages,
    contact.pages,
    accessibility.pages,
)
"""What makes the pages: a new kind of page is a function here."""

FILES: tuple[Callable[[Site], Mapping[str, bytes]], ...] = (calendar.files, feed.files)
"""What makes the files that are no pages: feeds, calendars."""


@frozen
class SiteAsked:
    """What a site is asked for: a year as of a day (`over`: it is past), in a language.

    `known` is what the data had when a report was published.
    """

    year: int
    day: date
    over: bool
    language: str
    stamp: Provenance
    known: published.Known
    around: Surroundings


def files(
    kb: KnowledgeBase,
    asked: SiteAsked,
    folders: Sequence[Path],
    *,
    packaged: Path,
    word: Callable[[str | None], str],
) -> dict[str, bytes]:
    """Return every file of the site by its path, with ``/`` between the folders.

    `folders` hold templates that come before the packaged ones, the first one first; `word` puts
    an enumerated value of the data into the language spoken now. The same for the same data and
    day, byte for byte. Raises UserError: exit 1 where the agreement does not hold in the year,
    exit 3 with file and line where a template fails.
    """
    with language.speaking(language.spoken(asked.language)):
        site = Site(
            kb,
            asked.year,
            asked.day,
            asked.over,
            asked.language,
            asked.stamp,
            asked.known,
            asked.around,
            any(_has_own(folder, packaged) for folder in folders),
        )
        made = [page for shelf in SHELVES for page in shelf(site)]
        others = {path: raw for make in FILES for path, raw in make(site).items()}
        around = navigation.around({page.path for page in made})
        updates = feed.link()
    press = filled.Pages(site.frame, folders, packaged=packaged, word=word)
    found = {page.path: _filled(press, site, page, around, updates).encode() for page in made}
    assert len(found) == len(made), "two pages have one path"
    if site.around.has_search:
        others[search.SCRIPT] = (packaged / "site" / search.SCRIPT).read_bytes()
    return found | others | {STYLE: press.style("site/style.css.j2").encode()}


def _has_own(folder: Path, packaged: Path) -> bool:
    """True where a folder of templates has one that is not as the packaged one of that name."""
    for found in folder.rglob("*.j2"):
        tested = packaged / found.relative_to(folder)
        if not tested.is_file() or found.read_bytes() != tested.read_bytes():
            return True
    return False


def _filled(
    press: filled.Pages, site: Site, page: Page, around: navigation.Around, updates: Other
) -> str:
    """Return a page with the frame of the site around it."""

    def way(path: str) -> str:
        return addresses.way(page.path, path)

    def to(path: str) -> str:
        if not path or path == page.path:
            return ""
        whole, _mark, anchor = path.partition("#")
        return f"#{anchor}" if whole == page.path else way(path)

    place = filled.PagePlace(
        report=way(page.report) if page.report and page.report != page.path else "",
        has_contents=page.has_contents,
        record=lambda key: to(site.book.of(key)),
        site=site.around.url,
    )
    if not page.has_cards:
        place = replace(place, measure=lambda code: to(site.book.measures.get(code, "")))
    return press.page(
        FRAME,
        page.frame or site.frame,
        place,
        page=page,
        site=site.frame,
        around=around,
        way=way,
        style_sheet=way(STYLE),
        feed=updates,
        gone=site.gone,
        **page.given,
    )
