"""What holds for the region as a whole: its time zone."""

from zoneinfo import ZoneInfo

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

DEFAULT_ZONE = "Europe/Helsinki"
"""The zone where `time_zone` in agreement.yaml says nothing."""


def zone(kb: KnowledgeBase) -> ZoneInfo:
    """Return the region's time zone, in which a day is today."""
    return ZoneInfo(kb.agreement.time_zone or DEFAULT_ZONE)
