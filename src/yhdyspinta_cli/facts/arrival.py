"""Whether a record is known of on a day, or comes only later: begins, is told, is agreed."""

from datetime import date

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.agreement import Amendment, Document
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.obligations import Obligation, Project
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.rounds import Round


def is_later(kb: KnowledgeBase, record: Record, day: date) -> bool:
    """True for what comes only after `day`, and changes no list and no search of it.

    A report, a value, an event and a step of a round count from the last day they can speak of, a
    publication from the day of it, an obligation from the first that its first period can have, an
    indicator from its measure. What has ended is no less known of, nor is an actor, a body or a
    project that the agreement names before it begins.
    """
    if isinstance(record, Actor | Body | Project):
        return False
    if isinstance(record, Correctable):
        return record.on.last > day
    if isinstance(record, Round | Publication):
        return record.on > day
    if isinstance(record, Amendment | Document):
        return record.day is not None and record.day > day
    if isinstance(record, Obligation):
        return record.first is not None and record.first.first > day
    if isinstance(record, Indicator):
        # It brings the periods of obligations, which few lists ask for.
        from yhdyspinta_cli.facts import belongs

        measures = belongs.measures(kb, record)
        return bool(measures) and all(is_later(kb, measure, day) for measure in measures)
    return lifetime.beginning(kb, record.id, day) is not None
