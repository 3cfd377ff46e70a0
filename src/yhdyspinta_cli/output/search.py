"""`yp search`: the records that matched, best first, with the place that matched."""

from decimal import Decimal
from typing import Any

from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import json_form, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Cell, Column, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.queries.search import Found, Hit
from yhdyspinta_cli.wording import restated
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.trails import validity_text
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Found) -> Answer:
    """The hits, ready to be given in any form."""
    return Answer(
        "search",
        lambda _width: page(kb, found),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=_("Hits"),
        parts="kind",
    )


def page(kb: KnowledgeBase, answer: Found) -> Page:
    """The hits for a reader: each record, and under it the field and the words around."""
    blocks: list[Block] = []
    if answer.partial:
        blocks.append(Paragraph(_("Nothing has all the words; these have some of them.")))
    for hit in answer.hits:
        blocks.append(Heading(titles.title(kb, hit.record)))
        pairs: list[tuple[str, Cell]] = [(word(hit.record.kind), hit.record.id)]
        # The name is already the heading, and the id stands beside the kind.
        if hit.route != ("id",) and hit.snippet != hit.record.name_shown:
            pairs.append((field(hit), hit.snippet))
        pairs.append((_("Validity"), _validity(kb, hit)))
        pairs.append((_("Wording"), restated.mark(kb, hit.record)))
        blocks.append(Pairs(tuple(pairs)))
    blocks.append(Paragraph(summary(answer)))
    return tuple(blocks)


def _validity(kb: KnowledgeBase, hit: Hit) -> str:
    return validity_text(kb, hit.ending, hit.beginning, hit.record.id)


def summary(answer: Found) -> str:
    """How many matched, and how many of them are not shown."""
    total = len(answer.hits) + answer.left_out
    words = plural("{n} record", "{n} records", total)
    if not answer.left_out:
        return f"{words}."
    rest = plural("{n} more not shown", "{n} more not shown", answer.left_out)
    return f"{words}; {rest} (--limit)."


def field(hit: Hit) -> str:
    """The field that matched, with the field of the remark or the place it stands in."""
    keys = [key for key in hit.route if isinstance(key, str)]
    if keys == ["id"]:
        return "id"
    return ", ".join(field_name(key) for key in keys)


def table(kb: KnowledgeBase, answer: Found) -> Table:
    """A row a hit, for a spreadsheet."""
    columns: tuple[Column[Hit], ...] = (
        Column("score", _("Score"), lambda hit: Decimal(str(hit.score))),
        Column("kind", _("Kind"), lambda hit: word(hit.record.kind)),
        Column("id", "id", lambda hit: hit.record.id),
        Column("name", _("Name"), lambda hit: titles.title(kb, hit.record)),
        Column("field", _("Field"), field),
        Column("snippet", _("Text"), lambda hit: hit.snippet),
        Column("source", _("Source"), lambda hit: kb.source_of(hit.record)),
        Column("restated", _("Wording"), lambda hit: restated.mark(kb, hit.record) or None),
        Column("ended", _("Ended"), lambda hit: hit.ending.day if hit.ending else None),
        Column("begins", _("Begins"), lambda hit: hit.beginning.first if hit.beginning else None),
    )
    return Table.of(columns, answer.hits)


def json(kb: KnowledgeBase, answer: Found) -> dict[str, Any]:
    """The documented JSON form of the hits."""
    return {
        "words": answer.words,
        "partial": answer.partial,
        "left_out": answer.left_out,
        "hits": [
            {
                "id": hit.record.id,
                "kind": hit.record.kind,
                "name": hit.record.name_shown,
                "score": hit.score,
                "field": list(hit.route),
                "snippet": hit.snippet,
                "matched": list(hit.words),
                "source": kb.source_of(hit.record),
                "restated": is_restated(kb, hit.record),
                **json_form.lifetime(hit.ending, hit.beginning),
            }
            for hit in answer.hits
        ],
    }
