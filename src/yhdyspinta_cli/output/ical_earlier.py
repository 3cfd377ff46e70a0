"""The calendar file that is written over: what it had told is told on, moved or cancelled.

Whoever takes both files in, one after the other, has the new facts and nothing of the old ones.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from yhdyspinta_cli.frozen import frozen

if TYPE_CHECKING:
    import icalendar

ASKED = "x-yp-asked"
"""The property that says which calendar a file holds: of what, which year, narrowed to what."""

_VERSION = ("sequence", "dtstamp", "last-modified")


@frozen
class Earlier:
    """The entries of an earlier file, by UID; none where it was no calendar of the same."""

    entries: "Mapping[str, icalendar.Event]"

    def keys(self, actor: str | None) -> frozenset[str]:
        """Return the keys of its entries; of a duty without the actor that its UID names."""
        keys = {uid.rpartition("@")[0] for uid in self.entries}
        return frozenset({*keys, *(key.removesuffix(f"-{actor}") for key in keys if actor)})


NOTHING = Earlier({})


def read(raw: bytes, asked: str) -> Earlier:
    """Return the entries of a file that holds the calendar `asked`, nothing of any other file."""
    import icalendar

    if not raw.startswith(b"BEGIN:VCALENDAR"):
        return NOTHING
    try:
        found = icalendar.Calendar.from_ical(raw)
    except (ValueError, KeyError, IndexError):
        return NOTHING
    if not isinstance(found, icalendar.Calendar) or str(found.get(ASKED, "")) != asked:
        return NOTHING
    events = (one for one in found.walk("VEVENT") if isinstance(one, icalendar.Event))
    return Earlier({str(one["uid"]): one for one in events if "uid" in one})


def settled(event: "icalendar.Event", earlier: Earlier) -> "icalendar.Event":
    """Return an entry with its version: that of the earlier file where it says the same, else a
    later one.
    """
    old = earlier.entries.get(str(event["uid"]))
    if old is None:
        return event
    if _content(old) == _content(event):
        for name in _VERSION:
            event.pop(name, None)
            if name in old:
                event[name] = old[name]
    elif (least := _sequence(old) + 1) > _sequence(event):
        event.pop("sequence")
        event.add("sequence", least)
    return event


def cancelled(earlier: Earlier, told: "set[str]", sequence: int) -> "Iterator[icalendar.Event]":
    """Yield what the earlier file had and what is not `told` any more, as cancelled.

    `sequence` is the version of the data. What was cancelled already stays as it was.
    """
    for uid, event in earlier.entries.items():
        if uid in told:
            continue
        if str(event.get("status", "")) != "CANCELLED":
            later = max(_sequence(event) + 1, sequence)
            for name in ("status", "sequence"):
                event.pop(name, None)
            event.add("status", "CANCELLED")
            event.add("sequence", later)
        yield event


def _sequence(event: "icalendar.Event") -> int:
    try:
        return int(event.get("sequence", 0))
    except ValueError:
        return 0


def _content(event: "icalendar.Event") -> bytes:
    other = event.copy()
    for name in _VERSION:
        other.pop(name, None)
    return bytes(other.to_ical())
