"""What a body or a division of areas is on a day: whether it meets, what of it is not listed."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.bodies import Body, Division
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.vocabulary import MEETING_BODIES


def meets(kb: KnowledgeBase, body: Body, day: date) -> bool:
    """True for a body that somebody has to convene: it meets, is more than an idea, goes on."""
    return (
        body.type in MEETING_BODIES
        and body.state != "possible"
        and not lifetime.ending(kb, body.id, day)
    )


@dataclass(frozen=True, slots=True)
class Unlisted:
    """What a division leaves out: so many of the areas it announces.

    `missing` is 0 where it lists them all and does not tell the area of every member.
    """

    missing: int
    announced: int


def unlisted(division: Division) -> Unlisted | None:
    """Return what a division speaks of and does not list, None where it lists everything."""
    announced = division.announced or 0
    missing = max(0, announced - len(division.areas))
    return Unlisted(missing, announced) if missing or not division.complete else None
