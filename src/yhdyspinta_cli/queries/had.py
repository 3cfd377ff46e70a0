"""When an actor last had anything, where nothing is its any more: what named it has ended since."""

from collections.abc import Iterator
from datetime import date, timedelta

from yhdyspinta_cli.facts import happened, lifetime, memo
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Responsibility
from yhdyspinta_cli.model.record import Dated
from yhdyspinta_cli.queries import card_lines

_DAY = timedelta(days=1)


def last_day(kb: KnowledgeBase, key: str, day: date) -> date | None:
    """Return the last day before `day` on which anything was an actor's; None where it never was.

    A card changes where something ends: no other days are asked.
    """
    ends = (end for end in reversed(_ends(kb)) if end < day)
    return next((end for end in ends if next(card_lines.lines(kb, key, end), None)), None)


@memo.once
def _ends(kb: KnowledgeBase) -> tuple[date, ...]:
    """Return each day after which something names an actor no more, in order."""
    return tuple(sorted(set(_each_end(kb))))


def _each_end(kb: KnowledgeBase) -> Iterator[date]:
    for entry in kb.entries.values():
        record = entry.record
        if isinstance(record, Correctable):
            continue
        if (own := lifetime.own_end(record)) is not None:
            yield own
        for _route, noun in walk.nouns(record):
            if isinstance(noun, Dated | Counterpart) and noun.end is not None:
                yield noun.end
            # Who has to decide on a measure without an owner has that no more when one begins.
            if isinstance(noun, Responsibility) and noun.start is not None:
                yield noun.start - _DAY
    for decisions in happened.appointing(kb).values():
        yield from (decision.on.last - _DAY for decision in decisions)
