"""What happened to records: changes that came with a commit, reports, versions with a fault.

What is known here of git is only that a commit has an id and a day.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import rewriting
from yhdyspinta_cli.queries.edits import Difference, Edit


@frozen
class Brought:
    """A commit of a branch that was merged, with its day and the files that it changed."""

    commit: str
    day: date
    paths: frozenset[str] = frozenset()


@frozen
class Arrival:
    """The commit by which something came, with its day; of what is not committed yet, neither.

    `branch` are the commits of a merged branch that had made the change. `author` and `subject`
    are empty unless personal data was asked for.
    """

    commit: str = ""
    day: date | None = None
    branch: tuple[Brought, ...] = ()
    author: str = ""
    subject: str = ""


UNCOMMITTED = Arrival()


@frozen
class Unread:
    """A version of a file that has a fault: what it does not tell is taken to be as before."""

    path: str
    fault: str


@frozen
class PastStep:
    """What came with one commit: what differs, and versions with a fault.

    `paths` are the files of the records by their ids, `brought` the commits of merged branches,
    `reasons` why recorded facts had to go, by the ids of the reports.
    """

    arrival: Arrival
    differences: tuple[Difference, ...]
    unread: tuple[Unread, ...] = ()
    paths: Mapping[str, str] = field(default_factory=dict)
    brought: tuple[Brought, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


@frozen
class RecordChange:
    """A record that came, went, or is told in another way; of its edits those that are asked for.

    `is_own` is false where the record is another one, and what it tells of the one asked for is
    what has changed. A report that was edited or dropped, and not corrected by another, `rewrites`
    what was recorded; the commit's `reason` for that is empty where it tells none.
    """

    arrival: Arrival
    difference: Difference
    edits: tuple[Edit, ...]
    is_own: bool = True
    reason: str = ""

    @property
    def rewrites(self) -> bool:
        """True where something recorded was changed or dropped."""
        return rewriting.is_rewritten(self.difference)


@frozen
class Telling:
    """A report: an update, a value, an event or a step of a round, and how it came.

    `corrected_by` are the ids of reports that correct it. What one that `is_gone` said may have had
    to go.
    """

    record: Record
    arrival: Arrival
    corrected_by: tuple[str, ...] = ()
    is_gone: bool = False


@frozen
class Illegible:
    """A version of the record's file that had a fault."""

    arrival: Arrival
    unread: Unread


Happening = RecordChange | Telling | Illegible


@frozen
class Past:
    """The whole answer: what happened to a record, by day, the newest first.

    `path` is the file in which it stands, or stood last. `gone` are records that are in the data no
    more, and by whose names it may be told. `arrivals` are those of all reports, by their ids.
    `was` is the earlier id of a record that was asked for by what it was called then. One that
    `is_unread` is as it was told last: its file cannot be read now. `renamed` are the ids of today
    by the earlier ones, as far as commits that touched the record tell.
    """

    record: Record
    path: str
    happenings: tuple[tuple[date | None, Happening], ...]
    gone: tuple[Record, ...] = ()
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    was: str = ""
    is_unread: bool = False
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_gone_report(self) -> bool:
        """True where the record is a report that is in the data no more: its texts had to go."""
        return is_recorded(self.record) and any(one.id == self.record.id for one in self.gone)
