"""What would be left without an owner if an actor, and everything that is a part of it, ended."""

from collections.abc import Iterable, Iterator
from datetime import date

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.facts import behind, concerns, lifetime, measures, naming, region, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import filters


@frozen
class Loss:
    """What a record would lose in one role, and who would be left there.

    `lost` are actors that would be gone; `fewer` collectives that would go on with fewer
    members, each with how many it has and would have; `left` everyone still named, those among
    them that name nobody in particular in `vague`.
    """

    record: Record
    role: str
    lost: tuple[str, ...]
    fewer: tuple[tuple[str, int, int], ...]
    left: tuple[str, ...]
    vague: tuple[str, ...]

    @property
    def is_without(self) -> bool:
        """True where nobody, or nobody in particular, would be left."""
        return bool(self.lost) and set(self.left) <= set(self.vague)


@frozen
class Removal:
    """The whole answer: who would end, and every loss, grouped by what it leaves."""

    actor: Record
    day: date
    ends: tuple[str, ...]
    without: tuple[Loss, ...]
    one_of_several: tuple[Loss, ...]
    narrower: tuple[Loss, ...]


def removal(
    kb: KnowledgeBase, actor: Record, day: date, wanted: filters.Wanted | None = None
) -> Removal:
    """Return what would be lost on `day` if the actor ended.

    What is a part of it ends with it. A collective ends when all its members do, or when the
    collective does through which it has them. Who has ended before the day, or begins after it,
    is not left, but a successor that is there on the day is; of who has ended nothing is lost
    any more. Only of records that have what is `wanted`; of all where nothing is.
    """
    wanted = wanted or filters.Wanted()
    keep = filters.keeping(kb, wanted, day)
    ends = frozenset(
        other.id
        for other in kb.all_actors
        if (other.id == actor.id or actor.id in kb.ancestors(other.id))
        and lifetime.ending(kb, other.id, day) is None
    )
    losses = [
        loss
        for record, role, keys in _named(kb, day)
        if record.id not in ends
        and keep(record)
        and (loss := _loss(kb, record, role, keys, ends, day)) is not None
    ]
    return Removal(
        actor,
        day,
        tuple(key for key in kb.entries if key in ends and key != actor.id),
        tuple(loss for loss in losses if loss.is_without),
        tuple(loss for loss in losses if loss.lost and not loss.is_without),
        tuple(loss for loss in losses if not loss.lost),
    )


def _named(kb: KnowledgeBase, day: date) -> Iterator[tuple[Record, str, tuple[str, ...]]]:
    """Yield every record, role and the actors named for it."""
    for measure in region.measures(kb, day):
        named = naming.named(kb, measure, day)
        yield measure, "lead", tuple(one.actor for one in named if one.role == "lead")
        yield measure, "responsible", tuple(one.actor for one in named if one.answers)
        for part in vocabulary.TAKING_PART:
            yield measure, part, tuple(one.actor for one in named if one.role == part)
        if (
            measure.nobody is not None
            and measure.nobody.decides
            and naming.is_without(kb, measure, day)
        ):
            yield measure, "decides", (measure.nobody.decides,)
    for body in kb.bodies:
        held: dict[str, list[str]] = {}
        for seat_role, seat in trails.seats(body, day):
            held.setdefault(seat_role, []).extend(trails.holders(seat))
        for role, keys in held.items():
            yield body, role, tuple(dict.fromkeys(keys))
    for obligation in kb.obligations:
        yield (
            obligation,
            "doer",
            tuple(dict.fromkeys(doer.actor for doer in obligation.doers if doer.holds(day))),
        )
    for record, decides in concerns.deciding(kb):
        yield record, "decides", (decides,)
    for counterpart in kb.counterparts:
        if counterpart.actor is not None and counterpart.holds(day):
            yield counterpart, "counterpart", (counterpart.actor,)


def _there(kb: KnowledgeBase, named: Iterable[str], day: date) -> tuple[str, ...]:
    """Return who of those named is there on the day, a successor for who has ended, each once."""
    found = (
        key if lifetime.holds(kb, key, day) else lifetime.successor(kb, key, day) for key in named
    )
    return tuple(dict.fromkeys(key for key in found if key is not None))


def _loss(
    kb: KnowledgeBase,
    record: Record,
    role: str,
    named: Iterable[str],
    ends: frozenset[str],
    day: date,
) -> Loss | None:
    lost: list[str] = []
    fewer: list[tuple[str, int, int]] = []
    left: list[str] = []
    for key in _there(kb, named, day):
        members = behind.members(kb, key, day)
        remaining = [member for member in members if ends.isdisjoint(member.way)]
        if key in ends or (members and not remaining):
            lost.append(key)
            continue
        left.append(key)
        if len(remaining) < len(members):
            fewer.append((key, len(members), len(remaining)))
    if not lost and not fewer:
        return None
    nobody = measures.vague(kb, record, day) if isinstance(record, Measure) else ()
    meant = {one.actor for one in nobody}
    vague = tuple(key for key in left if key in meant or kb.is_vague(key))
    return Loss(record, role, tuple(lost), tuple(fewer), tuple(left), vague)
