"""The line of history of a knowledge base: its commits with their days, what is not committed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import line as lines
from yhdyspinta_cli.history.line import Commit, PastLine
from yhdyspinta_cli.queries.happenings import UNCOMMITTED, Arrival
from yhdyspinta_cli.store import Loaded, versions

_LAST_MOMENT = 253_402_214_400
"""The last day that a calendar has; a commit may say that it was made later."""

_LONGEST = 200
"""How many letters are shown of who made a commit, and of its message."""


@frozen
class Course:
    """The line of history of a knowledge base, and where its files differ from the end of it.

    `blobs` are those of the files at the end, `uncommitted` the files that are another now, or are
    not there any more.
    """

    root: Path
    line: PastLine
    zone: tzinfo
    blobs: Mapping[str, str]
    uncommitted: frozenset[str]

    def day(self, commit: Commit) -> date:
        """Return the day of a commit, as the region has it."""
        moment = min(max(commit.moment, 0), _LAST_MOMENT)
        return datetime.fromtimestamp(moment, UTC).astimezone(self.zone).date()

    def between(self, first: date, last: date) -> frozenset[str]:
        """Return the commits (their ids) that were made from one day to another, both included."""
        begin = datetime.combine(first, time(), self.zone).timestamp()
        end = datetime.combine(last + timedelta(days=1), time(), self.zone).timestamp()
        return frozenset(one.id for one in self.line.commits if begin <= one.moment < end)

    def arrival(self, commit: Commit) -> Arrival:
        """Return the commit as that by which something came."""
        # Whoever made a commit may call himself, and it, what he likes.
        author, subject = visible(commit.author, _LONGEST), visible(commit.subject, _LONGEST)
        return Arrival(commit.id, self.day(commit), (), author, subject)

    def arrivals(self) -> Mapping[str, Arrival]:
        """Return the commits by which the reports came, by the reports' ids."""
        first: dict[str, Commit] = {}
        for commit in self.line.commits:
            for touch in commit.touched:
                path = touch.path
                if touch.before is None and versions.is_of_reports(path):
                    first.setdefault(Path(path).stem, commit)
        return _LaterArrivals(self, first)


class _LaterArrivals(dict[str, Arrival]):
    """Arrivals by the ids of reports, each made when it is asked for: of ten thousand few are."""

    def __init__(self, course: Course, first: Mapping[str, Commit]) -> None:
        super().__init__()
        self._course, self._first = course, first

    def get(self, key: str, default: Arrival = UNCOMMITTED) -> Arrival:  # type: ignore[override]
        found = self._first.get(key)
        return default if found is None else self._course.arrival(found)


def course(loaded: Loaded, *, personal: bool = False) -> Course:
    """Return the line of history that leads to the revision of the data, to HEAD without one.

    Raises UserError (exit 3) where git cannot tell, or has only a part of the history.
    """
    revision = loaded.revision
    line = lines.line(loaded.root, revision.commit if revision else None, personal=personal)
    blobs: dict[str, str] = {}
    for commit in line.commits:
        for touch in commit.touched:
            if touch.after is None:
                blobs.pop(touch.path, None)
            else:
                blobs[touch.path] = touch.after
    changed = frozenset() if revision is not None else lines.changed(line)
    return Course(loaded.root, line, region.zone(loaded.kb), blobs, changed)
