"""What holds for the region as a whole: its parties on a day, its time zone."""

from datetime import date
from zoneinfo import ZoneInfo

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

DEFAULT_ZONE = "Europe/Helsinki"
"""The zone where `time_zone` in agreement.yaml says nothing."""


def parties(kb: KnowledgeBase, day: date) -> tuple[Party, ...]:
    """Return the parties to the agreement on `day`: begun and joined, not ended and not left."""
    return tuple(party for party in kb.parties if lifetime.holds(kb, party.id, day))


def zone(kb: KnowledgeBase) -> ZoneInfo:
    """Return the region's time zone, in which a day is today."""
    return ZoneInfo(kb.agreement.time_zone or DEFAULT_ZONE)
