"""`yp history RECORD`: what happened to a record, the newest first."""

from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import history_forms, past_words
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Bullets, Heading, Page, Pairs, Paragraph
from yhdyspinta_cli.queries.happenings import Past, RecordChange
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Past) -> Answer:
    """What happened to a record ready to be given in any form."""
    named = past_words.knowing(kb, found.gone)
    return Answer(
        "history",
        lambda _width: page(named, found),
        lambda: history_forms.table(named, found),
        lambda: history_forms.json(named, found),
        sheet=_("History"),
    )


def page(kb: KnowledgeBase, found: Past) -> Page:
    """What happened, for a reader: first what it is about, then a line for each thing."""
    happened = [one for _day, one in found.happenings]
    own = [one for one in happened if not isinstance(one, RecordChange) or one.is_own]
    counted = past_words.counted(own)
    came = next(
        (
            one.arrival
            for one in reversed(happened)
            if isinstance(one, RecordChange) and one.is_own and one.difference.before is None
        ),
        None,
    )
    since = ""
    if came is not None:
        told = past_words.came(came)
        since = f"{day_text(came.day)}, {told}" if came.day is not None else told
    blocks: list[Block] = [
        Heading(past_words.called(kb, found)),
        Pairs(
            (
                (_("Kind"), word(found.record.kind)),
                (_("Current id"), found.record.id if found.was else ""),
                (_("File"), found.path),
                (_("In the data since"), since),
                (_("Changes"), counted["changes"]),
                (_("Recorded reports"), counted["reports"]),
            )
        ),
    ]
    items = tuple(past_words.lines(kb, found.happenings))
    blocks.append(Heading(_("What happened, the newest first")))
    blocks.append(Bullets(items) if items else Paragraph(_("Neither changes nor reports.")))
    return tuple(blocks)
