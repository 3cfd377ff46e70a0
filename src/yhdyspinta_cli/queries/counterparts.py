"""Who answers for each party on each level or interface, and where nobody is named."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.agreement import Level
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record

By = Literal["level", "interface"]


@dataclass(frozen=True, slots=True)
class Row:
    """A party and, for each column of the matrix, its counterparts that hold on the day."""

    party: Party
    cells: tuple[tuple[Counterpart, ...], ...]

    @property
    def holes(self) -> int:
        """In how many columns nobody is named."""
        return sum(not cell for cell in self.cells)


@dataclass(frozen=True, slots=True)
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


def matrix(kb: KnowledgeBase, by: By, day: date, party: str | None = None) -> Matrix:
    """Return the matrix as of `day`; of one party where it is named."""
    columns = levels(kb) if by == "level" else kb.interfaces
    wanted = sorted(
        (p for p in kb.parties if party in (None, p.id)), key=lambda p: sort_key(p.name)
    )
    held = [c for c in kb.counterparts if holds(c, day)]
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
    return Matrix(by, day, tuple(columns), rows)


def levels(kb: KnowledgeBase) -> tuple[Level, ...]:
    """Return the levels on which every party needs a counterpart, in the programme's order."""
    wanted = kb.programme.counterpart_levels if kb.programme else ()
    return tuple(level for key in wanted if (level := kb.find(Level, key)) is not None)


def holds(counterpart: Counterpart, day: date) -> bool:
    """True on the days of a counterpart, the first and the last included."""
    started = counterpart.start is None or counterpart.start <= day
    return started and (counterpart.end is None or day <= counterpart.end)
