"""What came in lately, as far as git tells: by which a site says what changed."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries.came_in import CameIn
from yhdyspinta_cli.queries.happenings import Happening


@frozen
class News:
    """What came in since a day; where that is not known, `found` is None and `why` tells.

    `begins` is the day of the first commit, where the history begins later than that day.
    """

    since: date
    found: CameIn | None = None
    why: str = ""
    begins: date | None = None

    def happenings(self) -> Iterator[Happening]:
        """Yield what came in, each once, the newest first; what is not committed yet before it."""
        if self.found is None:
            return
        # What concerns two parties came in once.
        each = {id(one): one for news in self.found.news for one in news.happenings}
        yield from sorted(each.values(), key=lambda one: one.arrival.day or date.max, reverse=True)
