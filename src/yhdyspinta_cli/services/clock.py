"""A moment, told as a day and a time of the region, wherever the program runs."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from yhdyspinta_cli.frozen import frozen

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


@frozen
class Clock:
    """What the clock said, with its offset. `stamp` is written as the moment of recording.

    Only the command line makes one: whatever stands below it is given the day.
    """

    now: datetime
    stamp: datetime

    def today(self, kb: "KnowledgeBase") -> date:
        """Return the day of the region's own zone."""
        from yhdyspinta_cli.facts import region

        return self.today_in(region.zone(kb))

    def today_in(self, zone: ZoneInfo) -> date:
        """Return the day of a time zone."""
        return self.now.astimezone(zone).date()

    def recorded(self, kb: "KnowledgeBase") -> datetime:
        """Return the moment of recording to the second, with the offset of the region's zone."""
        from yhdyspinta_cli.facts import region

        return self.stamp.astimezone(region.zone(kb)).replace(microsecond=0)
