"""The counterparts of a report: who answers for a party on a level, and how many are missing."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import counterparts
from yhdyspinta_cli.report.structures import SeatLine, seated


@frozen
class NamedOnLevel:
    """Who answers for a party on a level, by the level's name."""

    level: str
    seats: tuple[SeatLine, ...]


@frozen
class OnLevel:
    """A level on which a party needs somebody, who is named there (nobody: empty), and for which
    interfaces those that are named leave it open."""

    level: str
    seats: tuple[SeatLine, ...]
    missing: tuple[str, ...]


@frozen
class NamedByParty:
    """A party and the levels on which somebody answers for it."""

    name: str
    levels: tuple[NamedOnLevel, ...]


@frozen
class Counterparts:
    """The levels on which every party needs somebody, empty where none is asked for.

    `filled` is on how many of them somebody is named, the parties counted together, and `missing`
    on how many nobody is; `parties` are those that have named somebody.
    """

    levels: tuple[str, ...]
    filled: int
    missing: int
    parties: tuple[NamedByParty, ...]


def counterparts_of(kb: KnowledgeBase, day: date) -> Counterparts:
    """Return the counterparts that hold on the day, party by party."""
    found = counterparts.matrix(kb, "level", day)
    return Counterparts(
        tuple(level.name_shown for level in found.columns),
        found.places - found.holes,
        found.holes,
        tuple(
            NamedByParty(
                row.party.name_shown,
                tuple(
                    NamedOnLevel(level.name_shown, tuple(_seat(kb, one, day) for one in cell))
                    for level, cell in zip(found.columns, row.cells, strict=True)
                    if cell
                ),
            )
            for row in found.rows
            if row.holes < len(found.columns)
        ),
    )


def of_party(kb: KnowledgeBase, party: str, day: date) -> tuple[OnLevel, ...]:
    """Return each level on which a party (its id) needs somebody, with who is named on the day."""
    found = counterparts.matrix(kb, "level", day, party)
    return tuple(
        OnLevel(
            level.name_shown,
            tuple(_seat(kb, one, day) for one in cell),
            tuple(one.name_shown for one in counterparts.missing_interfaces(kb, cell)),
        )
        for row in found.rows
        for level, cell in zip(found.columns, row.cells, strict=True)
    )


def _seat(kb: KnowledgeBase, counterpart: Counterpart, day: date) -> SeatLine:
    interface = kb.find(Interface, counterpart.interface)
    part = (interface.letter or interface.name_shown) if interface else ""
    if counterpart.actor is None:
        return SeatLine(counterpart.role or "", part, rotating=False)
    return seated(kb, counterpart.actor, day, part=part)
