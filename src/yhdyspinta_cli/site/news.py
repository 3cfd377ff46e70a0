"""What came in lately, as far as git tells: by which a site says what changed."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries.came_in import CameIn
from yhdyspinta_cli.queries.happenings import Happening, Illegible, RecordChange, Telling


@frozen
class News:
    """What came in since a day; where that is not known, `found` is None and `why` tells.

    `begins` is the day of the first commit, where the history begins later than that day. What is
    dated after `until`, None for no such day, is from a clock that was wrong: it is only counted.
    """

    since: date
    found: CameIn | None = None
    why: str = ""
    begins: date | None = None
    until: date | None = None

    def happenings(self) -> Iterator[Happening]:
        """Yield what came in, each once, the newest first; what is not committed yet before it."""
        arrivals = self.found.arrivals if self.found is not None else ()
        order = {arrival.commit: n for n, arrival in enumerate(arrivals) if arrival.commit}

        def place(one: Happening) -> tuple[date, int]:
            return one.arrival.day or date.max, order.get(one.arrival.commit, len(order))

        told = (one for one in self._each() if not self._is_ahead(one))
        yield from sorted(told, key=place, reverse=True)

    @property
    def ahead(self) -> int:
        """How much is in commits that are dated in the future."""
        return sum(map(self._is_ahead, self._each()))

    def _is_ahead(self, one: Happening) -> bool:
        day = one.arrival.day
        return day is not None and self.until is not None and day > self.until

    def _each(self) -> Iterator[Happening]:
        """Yield each once: what concerns two parties came in once."""
        if self.found is None:
            return
        each = {_key(one): one for news in self.found.news for one in news.happenings}
        yield from each.values()


def _key(one: Happening) -> tuple[str, str, str]:
    """Return what tells a happening from all others: its commit, and of what it is."""
    match one:
        case RecordChange():
            return one.arrival.commit, "record", one.difference.record.id
        case Telling():
            return one.arrival.commit, "report", one.record.id
        case Illegible():
            return one.arrival.commit, "file", one.unread.path
        case _:
            assert_never(one)
