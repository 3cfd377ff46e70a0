"""The feed of what is reported: Atom (RFC 4287), its ids tags for ever (RFC 4151).

When an entry was updated is told by the data: the moment at which it, or what corrects it, was
recorded, else the day of which it speaks. No clock is read.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import assert_never
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.facts import agreement, corrections, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.site import addresses, tellings
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Other
from yhdyspinta_cli.wording import sentences

PATH = "feed.xml"
TYPE = "application/atom+xml"

MOST = 100
"""How many entries the feed has, the newest first; the pages of the records tell all."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")

Reported = Correctable | Publication


@frozen
class FeedEntry:
    """A report, and when it or its correction was recorded."""

    record: Reported
    updated: datetime


def link() -> Other:
    """Return the feed as every page names it."""
    return Other(_("Updates"), PATH, TYPE)


def files(site: Site) -> Mapping[str, bytes]:
    """Return the feed by its path."""
    kb, found = site.kb, entries(site)
    n, found = len(found), found[:MOST]
    updated = found[0].updated if found else _begin_of(kb, agreement.first_day(kb))
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _text(feed, "id", _tag(kb))
    _text(feed, "title", _("{title}: updates").format(title=site.frame.title))
    _text(feed, "subtitle", _subtitle(n))
    _text(feed, "updated", updated.isoformat())
    _text(SubElement(feed, "author"), "name", kb.agreement.organisation.name)
    _text(feed, "generator", "yp")
    _link(feed, "alternate", "text/html", f"{site.around.url}index.html")
    if site.around.url:
        _link(feed, "self", TYPE, site.around.url + PATH)
    for one in found:
        _entry(site, SubElement(feed, "entry"), one)
    indent(feed, " ")
    return {PATH: b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, "utf-8") + b"\n"}


def entries(site: Site) -> list[FeedEntry]:
    """Return what was reported by the day of the site, the newest first."""
    kb = site.kb
    records: tuple[Reported, ...] = (*kb.correctable, *kb.of(Publication))
    found = [FeedEntry(one, _updated(kb, one)) for one in records if _day(one) <= site.day]
    return sorted(found, key=_place, reverse=True)


def _place(entry: FeedEntry) -> tuple[datetime, date, bool, str]:
    """Return by what the newest is found: of what was recorded at one moment by when it was.

    A month or a year counts from its last day, and there before what is told of that very day.
    """
    record = entry.record
    is_of_a_day = isinstance(record, Publication) or record.on.first == record.on.last
    return entry.updated, _day(record), is_of_a_day, record.id


def _subtitle(n: int) -> str:
    if n <= MOST:
        return _("All reports, events and publications, the newest first")
    told = _("The {most} newest of {n} reports, events and publications; the site has all of them")
    return told.format(most=MOST, n=n)


def _entry(site: Site, element: Element, entry: FeedEntry) -> None:
    kb, record = site.kb, entry.record
    _text(element, "id", _tag(kb, record))
    if isinstance(record, Publication):
        title = _("A report was published: {name}").format(name=record.name)
        more: tuple[str, ...] = ()
        year = addresses.year(record.year)
        path = year if record.is_of_year and record.year in site.years else "index.html"
    else:
        told = tellings.told(kb, record)
        title, more = told.headline, told.more
        path = _path(site, record)
    _text(element, "title", title)
    _text(element, "updated", entry.updated.isoformat())
    _link(element, "alternate", "text/html", site.around.url + path)
    _text(element, "summary", sentences.joined((title, *more)))


def _path(site: Site, record: Correctable) -> str:
    """Return the address of the line that tells what was reported."""
    book = site.book
    match record:
        case Update():
            page = book.of(record.measure)
            found = page and f"{page}#{record.id}"
        case Value():
            found = book.of(record.indicator)
        case Event():
            found = book.of(record.id)
        case _:
            assert_never(record)
    return found or "calendar.html"


def _day(record: Reported) -> date:
    return record.on if isinstance(record, Publication) else record.on.last


def _updated(kb: KnowledgeBase, record: Reported) -> datetime:
    """Return the latest moment at which a report, or a correction of it, was recorded."""
    later = (kb.entries[key].record for key in corrections.of(kb, record.id))
    moments = [_recorded(kb, one) for one in (record, *later)]
    return max(moments)


def _recorded(kb: KnowledgeBase, record: Record) -> datetime:
    moment = getattr(record, "recorded", None)
    if isinstance(moment, datetime):
        return moment.astimezone(region.zone(kb))
    assert isinstance(record, Reported)
    return _begin_of(kb, _day(record))


def _begin_of(kb: KnowledgeBase, day: date) -> datetime:
    return datetime.combine(day, time(), region.zone(kb))


def _tag(kb: KnowledgeBase, record: Record | None = None) -> str:
    """Return the id of the feed, or of an entry: whose name it is, since when, and the ids."""
    found = _HOST.fullmatch(_host(kb.agreement.organisation.website or ""))
    # Whoever has no address of its own has a name under one that nobody can have (RFC 2606).
    host = found[0] if found else f"{kb.agreement.id}.invalid"
    named = f"tag:{host},{agreement.first_day(kb)}:yp/{kb.agreement.id}"
    return named if record is None else f"{named}/{record.kind}/{record.id}"


def _host(website: str) -> str:
    try:
        found = urlsplit(website if "//" in website else f"//{website}").hostname or ""
        return found.encode("idna").decode("ascii").lower()
    except ValueError:
        return ""


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = visible(text)


def _link(parent: Element, rel: str, kind: str, address: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": address})
