"""Who has an obligation on a day: its doers, and who has come after those of them that have ended.

What rests on the agreement or the programme is the successor's from the day after. Force belongs
to its doer, so that a duty by law is not passed on: who has it then is not in the data.
"""

from datetime import date

from yhdyspinta_cli.facts import force, lifetime
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Doer, Obligation


def heir(kb: KnowledgeBase, obligation: Obligation, doer: Doer, day: date) -> str | None:
    """Return who has the duty of a doer that has ended by `day`.

    None where the doer is there, where nobody came after it, and where a law bound it.
    """
    if force.of_doer(obligation, doer) == "law":
        return None
    return lifetime.successor(kb, doer.actor, day)


def is_left(kb: KnowledgeBase, obligation: Obligation, day: date) -> bool:
    """True where everybody who was to do it has ended by `day`, and the data gives it to nobody."""
    doers = [doer for doer in obligation.doers if doer.holds(day)]
    return bool(doers) and all(
        lifetime.ending(kb, doer.actor, day) and heir(kb, obligation, doer, day) is None
        for doer in doers
    )


def heirs_in(kb: KnowledgeBase, obligation: Obligation, start: date, due: date) -> tuple[str, ...]:
    """Return who has it next where the last of those who were to do it ended from `start` on,
    before `due`; empty where somebody of them was there, or nobody came after them."""
    doers = [doer for doer in obligation.doers if doer.holds(due)]
    endings = [lifetime.ending(kb, doer.actor, due) for doer in doers]
    days = [ending.day for ending in endings if ending is not None]
    if len(days) < len(doers) or max(days, default=start) < start:
        return ()
    found = (heir(kb, obligation, doer, due) for doer in doers)
    return tuple(dict.fromkeys(key for key in found if key is not None))


def is_before(kb: KnowledgeBase, obligation: Obligation, actor: str, due: date) -> bool:
    """True where the due day was before an actor, or its party, was there.

    What was due before a new party began was its predecessor's. Who joins an agreement owes what
    it asks from its own first day on; what a law asks binds it before that, once it exists.
    """
    beginning = lifetime.beginning(kb, actor, due)
    if beginning is None:
        return False
    by_law = "law" in force.of(kb, obligation, actor, beginning.first)
    return not (by_law and lifetime.exists(kb, actor, due))


def last_due(obligation: Obligation) -> date | None:
    """Return the last day on which an obligation can be due, None where it has no end."""
    by = obligation.rhythm.by
    days = [day for day in (by.last if by is not None else None, obligation.end) if day]
    return min(days, default=None)


def is_past_before(kb: KnowledgeBase, obligation: Obligation, actor: str, day: date) -> bool:
    """True where nothing of it can be due any more on `day`, nor was since the actor was there."""
    last = last_due(obligation)
    return last is not None and last <= day and is_before(kb, obligation, actor, last)


def owes(kb: KnowledgeBase, obligation: Obligation, actor: str, day: date) -> bool:
    """True where the data gives the obligation to an actor: a doer, one that is meant by it, or the
    successor of one that no law bound."""
    return bool(force.of(kb, obligation, actor, day))
