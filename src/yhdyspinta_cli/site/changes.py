"""What changed: how the measures moved, what was corrected, what came into the data lately."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby, islice
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import edit_words, past_words
from yhdyspinta_cli.queries import rewriting
from yhdyspinta_cli.queries.edits import Edit
from yhdyspinta_cli.queries.happenings import Happening, Illegible, RecordChange, Telling
from yhdyspinta_cli.site import addresses, tellings
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page
from yhdyspinta_cli.wording import sentences

PATH = "changes.html"

MOST = 300
"""How many of the latest happenings the page tells; the rest is counted."""

_EDITS = 3
"""How many edits of a record are told; the rest is counted, and its page has all of it."""

_LONG = 240
"""How many letters of a report are told; of an edit half of them for each of its ends."""


@frozen
class NewsRow:
    """What happened to a record or was reported, in sentences, with its commit.

    `code` is that of the measure; `of` is empty where the words tell of what. `more` is the number
    of the edits that are not told.
    """

    commit: str
    code: str
    of: Name
    told: tuple[str, ...]
    more: int = 0


@frozen
class NewsDay:
    """What came on a day, with the commits; the key is empty for what is not committed yet."""

    key: str
    title: str
    rows: tuple[NewsRow, ...]

    @property
    def commits(self) -> tuple[str, ...]:
        """The commits of the day, each once, the newest first."""
        return tuple(dict.fromkeys(row.commit for row in self.rows if row.commit))


@frozen
class NewsPart:
    """The days of one part of the list; the title is empty where there is one part only."""

    key: str
    title: str
    days: tuple[NewsDay, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of what changed."""
    happenings = list(site.around.news.happenings())
    found = site.around.news.found
    kb = past_words.knowing(site.kb, found.gone) if found is not None else site.kb
    shown = [one for one in happenings if not _is_only_noted(one)]
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
            "most": MOST,
            "groups": tuple(_parts(kb, site.day, islice(shown, MOST))),
            "stamp": site.stamp,
        },
        report=addresses.year(site.year),
        kind="list",
        is_searched=False,
    )


def _parts(kb: KnowledgeBase, day: date, shown: Iterable[Happening]) -> Iterator[NewsPart]:
    """Yield what came after the day of which the site tells, and what came by it."""
    after: list[Happening] = []
    by: list[Happening] = []
    for one in shown:
        (by if one.arrival.day is not None and one.arrival.day <= day else after).append(one)
    told = _("Came into the data after {day}, the last day of which this site tells")
    if after:
        yield NewsPart("later", told.format(day=day_text(day)), tuple(_days(kb, after)))
    if by:
        title = _("Came into the data by {day}").format(day=day_text(day)) if after else ""
        yield NewsPart("until", title, tuple(_days(kb, by)))


def _days(kb: KnowledgeBase, shown: Iterable[Happening]) -> Iterator[NewsDay]:
    for day, those in groupby(shown, key=lambda one: one.arrival.day):
        with sentences.marked():
            rows = tuple(_row(kb, one) for one in those)
        if day is None:
            yield NewsDay("", _("Not committed yet"), rows)
        else:
            yield NewsDay(day.isoformat(), day_text(day), rows)


def _is_noted(edit: Edit) -> bool:
    """True for an edit of what is noted on a record, or on a record inside it."""
    return any(step in rewriting.ANNOTATIONS for step in edit.steps)


def _is_only_noted(one: Happening) -> bool:
    """True where nothing changed but what is noted on a record."""
    if not isinstance(one, RecordChange) or not one.edits:
        return False
    return not one.difference.is_renamed and all(map(_is_noted, one.edits))


def _row(kb: KnowledgeBase, one: Happening) -> NewsRow:
    commit = one.arrival.commit[:12]
    match one:
        case RecordChange():
            record = _as_shown(kb, one.difference.record)
            if isinstance(record, Measure):
                code, of = record.code, Name(record.title, record.id)
            else:
                code = ""
                of = Name(_subject(kb, record, is_discreet=one.rewrites), record.id)
            told = replace(one, edits=tuple(edit for edit in one.edits if not _is_noted(edit)))
            each = past_words.brief_changes(kb, told, _LONG // 2)
            if len(each) == 1:
                each = [sentences.ended(one) for one in each]
            return NewsRow(commit, code, of, tuple(each[:_EDITS]), max(0, len(each) - _EDITS))
        case Telling():
            if one.is_gone:
                # What it said may have had to go.
                return NewsRow(commit, "", Name(""), (past_words.said(kb, one),))
            said = tellings.told(kb, one.record)
            words = sentences.joined((said.says, *said.more))
            of = Name(sentences.of_data(said.of), said.of.key)
            return NewsRow(commit, said.code, of, (edit_words.shortened(words, _LONG),))
        case Illegible():
            fault = _("{file} could not be read: {fault}; what it does not tell is as before")
            words = fault.format(file=one.unread.path, fault=one.unread.fault)
            return NewsRow(commit, "", Name(""), (words,))
        case _:
            assert_never(one)


def _as_shown(kb: KnowledgeBase, record: Record) -> Record:
    """Return the record with its names in the language of the page, where they are translated."""
    return kb.entries[record.id].record if record.id in kb.written else record


def _subject(kb: KnowledgeBase, record: Record, *, is_discreet: bool) -> str:
    if record.id == kb.agreement.id and kb.agreement.short:
        return sentences.of_data(kb.agreement.short)
    return past_words.subject(kb, record, is_discreet=is_discreet)
