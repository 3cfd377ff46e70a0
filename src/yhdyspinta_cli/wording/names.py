"""Names of records by their ids, where there may be none."""

from datetime import date

from yhdyspinta_cli.facts import lifetime, measures
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.wording import trails


def name(kb: KnowledgeBase, key: str | None) -> str:
    """Return the name of a record, empty where there is no id."""
    return kb.name(key) if key else ""


def of_its_day(kb: KnowledgeBase, key: str, day: date) -> str:
    """Return the name of an actor, with when it ended or begins where it is not there on `day`."""
    told = validity(kb, key, day)
    return f"{kb.name(key)} ({told})" if told else kb.name(key)


def validity(kb: KnowledgeBase, key: str, day: date) -> str:
    """Return when an actor ended or begins that is not there on `day`, empty where it is."""
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    return trails.validity_text(kb, ending, beginning, key)


def decider(kb: KnowledgeBase, key: str | None) -> str:
    """Return who can decide, as far as the data say."""
    return kb.name(key) if key else _("not stated")


def continuing(kb: KnowledgeBase, measure: Measure, day: date) -> str:
    """Return what goes on with a measure by the day, with its code; empty where nothing does."""
    found = [f"{one.code} {one.title}" for one in measures.continued_by(kb, measure, day)]
    printed = measure.continued_by_printed if measures.is_over(kb, measure, day) else None
    return "; ".join((*found, *((printed,) if printed else ())))
