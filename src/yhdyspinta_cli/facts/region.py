"""What holds for the region as a whole: its parties and measures on a day, its time zone."""

from datetime import date
from zoneinfo import ZoneInfo

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure

DEFAULT_ZONE = "Europe/Helsinki"
"""The zone where `time_zone` in agreement.yaml says nothing."""


def parties(kb: KnowledgeBase, day: date) -> tuple[Party, ...]:
    """Return the parties to the agreement on `day`: begun and joined, not ended and not left."""
    return tuple(party for party in kb.parties if lifetime.holds(kb, party.id, day))


def measures(kb: KnowledgeBase, day: date) -> tuple[Measure, ...]:
    """Return the measures that there are on `day`: begun, not over, in the programme's order.

    Where a measure says no first day, it is there from the start of the programme's period.
    """
    period = kb.programme.period_start if kb.programme else None
    return tuple(
        measure
        for measure in kb.measures
        if measure.holds(day)
        and (measure.start is not None or period is None or period.first <= day)
    )


def zone(kb: KnowledgeBase) -> ZoneInfo:
    """Return the region's time zone, in which a day is today."""
    return ZoneInfo(kb.agreement.time_zone or DEFAULT_ZONE)
