"""Who answers for each party on each level or interface, and where nobody is named."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from yhdyspinta_cli.facts import belongs, lifetime, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.programme import Level
from yhdyspinta_cli.model.record import Record

By = Literal["level", "interface"]


@frozen
class Row:
    """A party and, for each column of the matrix, its counterparts that hold on the day."""

    party: Party
    cells: tuple[tuple[Counterpart, ...], ...]

    @property
    def holes(self) -> int:
        """In how many columns nobody is named."""
        return sum(not cell for cell in self.cells)


@frozen
class Matrix:
    """Parties by levels, or by interfaces; the parties in the order of their names."""

    by: By
    day: date
    columns: tuple[Record, ...]
    rows: tuple[Row, ...]

    @property
    def places(self) -> int:
        """How many counterparts there should be."""
        return len(self.columns) * len(self.rows)

    @property
    def holes(self) -> int:
        """How many of them are missing."""
        return sum(row.holes for row in self.rows)


def matrix(
    kb: KnowledgeBase,
    by: By,
    day: date,
    party: str | None = None,
    *,
    interface: str | None = None,
    actor: str | None = None,
) -> Matrix:
    """Return the matrix as of `day`.

    Of one `party`, of one `interface` among those in the columns, and of the parties for which
    an `actor` answers, where these are named.
    """
    all_columns: tuple[Record, ...] = levels(kb) if by == "level" else kb.interfaces
    columns = tuple(column for column in all_columns if interface in (None, column.id))
    held = [c for c in kb.counterparts if c.holds(day)]
    wanted = sorted(
        (
            p
            for p in region.parties(kb, day)
            if party in (None, p.id) and _answers(kb, held, p, by, actor, day)
        ),
        key=lambda p: sort_key(p.name),
    )
    rows = tuple(
        Row(
            p,
            tuple(
                tuple(c for c in held if c.party == p.id and getattr(c, by) == column.id)
                for column in columns
            ),
        )
        for p in wanted
    )
    return Matrix(by, day, columns, rows)


def _answers(
    kb: KnowledgeBase, held: list[Counterpart], party: Party, by: By, actor: str | None, day: date
) -> bool:
    """True where naming one of the party's counterparts means the actor, if one is asked for."""
    return actor is None or any(
        c.party == party.id and getattr(c, by) and belongs.concerns(kb, c, actor, day) for c in held
    )


def levels(kb: KnowledgeBase) -> tuple[Level, ...]:
    """Return the levels on which every party needs a counterpart, in the programme's order."""
    wanted = kb.programme.counterpart_levels if kb.programme else ()
    return tuple(level for key in wanted if (level := kb.find(Level, key)) is not None)


def without_since(
    kb: KnowledgeBase, party: Party, missing: Sequence[str], day: date
) -> date | None:
    """Return since when a party is without anybody on a level (an id) of those it is on `day`.

    None where that is since the agreement began: on one of them nobody ever was.
    """
    ends = [_last_end(kb, party, level, day) for level in missing]
    ended = [end for end in ends if end is not None]
    # One that never was is older than one that has ended.
    if len(ended) == len(ends):
        return min(ended) + timedelta(days=1)
    # Who joined later has been without one since then.
    return lifetime.came(kb, party)


def _last_end(kb: KnowledgeBase, party: Party, level: str, day: date) -> date | None:
    """Return the last day before `day` on which a party's counterpart on the level ended."""
    own = (c.end for c in kb.counterparts if (c.party, c.level) == (party.id, level))
    return max((end for end in own if end is not None and end < day), default=None)


def missing_interfaces(kb: KnowledgeBase, held: tuple[Counterpart, ...]) -> tuple[Interface, ...]:
    """Return the interfaces that those who hold a level leave out: each of them is named for one.

    None are left out where nobody holds it at all, or somebody holds it on every interface.
    """
    if not held or any(counterpart.interface is None for counterpart in held):
        return ()
    named = {counterpart.interface for counterpart in held}
    return tuple(interface for interface in kb.interfaces if interface.id not in named)
