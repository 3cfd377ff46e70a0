"""What changed: how the measures moved, what was corrected, what came into the data lately."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import month_name
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.output import past_words
from yhdyspinta_cli.queries import rewriting
from yhdyspinta_cli.queries.happenings import Happening, Illegible, RecordChange, NewsLine
from yhdyspinta_cli.site import addresses, tellings
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page

PATH = "changes.html"

MOST = 300
"""How many of the latest happenings the page tells; the rest is counted."""


@frozen
class NewsRow:
    """What happened: on which day, with which commit, to what, in words; no day: not committed.

    `code` is that of the measure; `of` is empty where the words tell of what.
    """

    day: date | None
    commit: str
    code: str
    of: Name
    told: str


@frozen
class NewsMonth:
    """What happened in a month; the key is empty for what is not committed yet."""

    key: str
    title: str
    rows: tuple[NewsRow, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of what changed."""
    happenings = list(site.around.news.happenings())
    found = site.around.news.found
    kb = past_words.knowing(site.kb, found.gone) if found is not None else site.kb
    shown = [one for one in happenings if not _is_annotation(one)]
    rows = [_row(kb, one) for one in islice(shown, MOST)]
    counted = past_words.counted(happenings)
    yield Page(
        path=PATH,
        title=_("What changed"),
        template="site/changes.j2",
        given={
            "report": site.report,
            "news": site.around.news,
            "reports": counted["reports"],
            "changes": counted["changes"],
            "notes": len(happenings) - len(shown),
            "more": max(0, len(shown) - MOST),
            "months": tuple(_months(rows)),
        },
        report=addresses.year(site.year),
        kind="list",
        is_searched=False,
    )


def _months(rows: list[NewsRow]) -> Iterator[NewsMonth]:
    def month(row: NewsRow) -> tuple[int, int] | None:
        return (row.day.year, row.day.month) if row.day is not None else None

    for key, those in groupby(rows, key=month):
        if key is None:
            yield NewsMonth("", _("Not committed yet"), tuple(those))
        else:
            year, number = key
            title = f"{month_name(number).capitalize()} {year}"
            yield NewsMonth(f"{year}-{number:02}", title, tuple(those))


def _is_annotation(one: Happening) -> bool:
    """True where nothing changed but what is noted on a record."""
    if not isinstance(one, RecordChange) or not one.edits:
        return False
    return not one.difference.is_renamed and all(map(rewriting.is_annotation, one.edits))


def _row(kb: KnowledgeBase, one: Happening) -> NewsRow:
    day, commit = one.arrival.day, one.arrival.commit[:12]
    match one:
        case RecordChange():
            record = one.difference.record
            if isinstance(record, Measure):
                code, of = record.code, Name(record.title, record.id)
            else:
                code = ""
                of = Name(past_words.subject(kb, record, is_discreet=one.rewrites), record.id)
            return NewsRow(day, commit, code, of, "; ".join(past_words.changes(kb, one)))
        case NewsLine():
            if one.is_gone:
                # What it said may have had to go.
                return NewsRow(day, commit, "", Name(""), past_words.said(kb, one))
            told = tellings.told(kb, one.record)
            return NewsRow(
                day, commit, told.code, told.of, tellings.sentences((told.says, *told.more))
            )
        case Illegible():
            words = _("{file} could not be read: {fault}; what it does not tell is as before")
            file, fault = one.unread.path, one.unread.fault
            return NewsRow(day, commit, "", Name(""), words.format(file=file, fault=fault))
        case _:
            assert_never(one)
