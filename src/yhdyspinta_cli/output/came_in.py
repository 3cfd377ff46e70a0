"""`yp history --since DAY`: what came in, by party."""

from collections.abc import Iterator
from typing import Any

from yhdyspinta_cli.language import day_text, listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import history_forms, past_words
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.history_forms import HistoryRow
from yhdyspinta_cli.output.layout import Block, Bullets, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.came_in import CameIn, PartyNews


def answer(kb: KnowledgeBase, found: CameIn) -> Answer:
    """What came in since a day, ready to be given in any form."""
    named = past_words.knowing(kb, found.gone)
    return Answer(
        "came-in",
        lambda _width: page(named, found),
        lambda: table(named, found),
        lambda: json(named, found),
        sheet=_("What came in"),
    )


def page(kb: KnowledgeBase, found: CameIn) -> Page:
    """What came in, for a reader: how much, then of each party, then who was silent."""
    day = day_text(found.since)
    if not found.news:
        return (Paragraph(_("Nothing came in since {day}.").format(day=day)),)
    blocks: list[Block] = [
        Heading(_("What came in since {day}").format(day=day)),
        Paragraph(_counted(found)),
    ]
    for news in found.news:
        blocks.append(Heading(_whose(news)))
        items = [
            line for one in news.happenings for line in past_words.happening(kb, one, at_once=True)
        ]
        blocks.append(Bullets(tuple(items)))
    if found.silent:
        blocks.append(Heading(_("Nothing came in")))
        names = listing(party.name for party in found.silent)
        blocks.append(Paragraph(_("Of these nothing: {parties}.").format(parties=names)))
    return tuple(blocks)


def _counted(found: CameIn) -> str:
    """How many reports and changes came, and with how many commits."""
    # What concerns two parties came in once.
    seen = {id(one): one for news in found.news for one in news.happenings}
    counted = past_words.counted(seen.values())
    reports, changes = counted["reports"], counted["changes"]
    commits = sum(1 for arrival in found.arrivals if arrival.commit)
    parts = [
        plural("{n} report", "{n} reports", reports).format(n=reports),
        plural("{n} change of a record", "{n} changes of records", changes).format(n=changes),
        plural("{n} commit", "{n} commits", commits).format(n=commits),
    ]
    told = ", ".join(parts) + "."
    if any(not arrival.commit for arrival in found.arrivals):
        told += " " + _("Some of it is not committed yet.")
    return told


def _whose(news: PartyNews) -> str:
    return news.party.name if news.party is not None else _("Common, or of no party")


def table(kb: KnowledgeBase, found: CameIn) -> Table:
    """A row a change or a report, party by party."""
    return Table.of(history_forms.columns(of_parties=True), _rows(kb, found))


def _rows(kb: KnowledgeBase, found: CameIn) -> Iterator[HistoryRow]:
    for news in found.news:
        name = news.party.name if news.party is not None else ""
        yield from history_forms.rows(kb, news.happenings, name)


def json(kb: KnowledgeBase, found: CameIn) -> dict[str, Any]:
    """The documented JSON form of what came in."""
    return {
        "since": found.since,
        "parties": [
            {
                "party": news.party.id if news.party is not None else None,
                "happenings": [history_forms.json_happening(kb, one) for one in news.happenings],
            }
            for news in found.news
        ],
        "silent": [party.id for party in found.silent],
        "commits": [
            history_forms.json_arrival(arrival) for arrival in found.arrivals if arrival.commit
        ],
        "is_all_committed": all(arrival.commit for arrival in found.arrivals),
    }
