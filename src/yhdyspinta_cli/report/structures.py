"""The bodies of a report, by interface or of the whole agreement, and what is missing."""

from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import bodies, lifetime
from yhdyspinta_cli.facts.lifetime import Ending
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.bodies import Body, Rhythm, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Need, Obligation
from yhdyspinta_cli.queries import filters, gaps, structures
from yhdyspinta_cli.vocabulary import GapKind
from yhdyspinta_cli.wording.names import name
from yhdyspinta_cli.wording.rhythms import clock_name


@frozen
class SeatLine:
    """A member, chair or convener of a body, as text, and that it has ended or not begun.

    `ended_with` is the name of what it is a part of, where it ended with that.
    """

    name: str
    part: str = ""
    rotating: bool = False
    ended: date | None = None
    ended_with: str = ""
    successor: str = ""
    has_left: bool = False
    begins: date | Moment | None = None


@frozen
class StructureRow:
    """A body: who sits in it, how often it meets, what it is for.

    `word` is the region's own for its type, empty where it has none.
    """

    key: str
    name: str
    type: str
    word: str
    state: str
    state_on: Moment | None
    text: str
    members: tuple[SeatLine, ...]
    chair: SeatLine | None
    convener: SeatLine | None
    responsible: tuple[SeatLine, ...]
    rhythm: Rhythm | None
    clock: str
    ended: date | None
    ended_with: str
    successor: str
    has_left: bool

    @property
    def is_told(self) -> bool:
        """True where more is told of it than its name and its kind."""
        told = (self.members, self.chair, self.convener, self.responsible, self.rhythm)
        return any(told)

    @property
    def charge(self) -> str:
        """Who answers for it, where nothing else is told of it than one who does; else nothing."""
        told = (self.members, self.chair, self.convener, self.rhythm)
        one = self.responsible[0] if len(self.responsible) == 1 and not any(told) else None
        return one.name if one and one.ended is None and one.begins is None else ""


@frozen
class StructureGroup:
    """The bodies of one interface, or of the whole agreement, whose `key` is empty."""

    key: str
    title: str
    bodies: tuple[StructureRow, ...]


@frozen
class UnlistedAreas:
    """A division into areas of which some are announced and not listed: how many, of how many.

    `missing` is 0 where every area is listed and the area of some member is not told.
    """

    name: str
    missing: int
    announced: int


@frozen
class GoneLine:
    """Somebody named, elsewhere than in a measure, duty or body, who has ended: `where` it is."""

    where: str
    name: str
    successor: str


@frozen
class StructuresMissing:
    """What is missing of the bodies: who calls them together, who chairs, which areas there are.

    `gone` are those who are named as counterparts, members or concerned, and have ended.
    """

    no_convener: tuple[str, ...]
    no_chair: tuple[str, ...]
    areas: tuple[UnlistedAreas, ...]
    gone: tuple[GoneLine, ...]


@frozen
class NeedRow:
    """Something the source says is missing or to be solved: `concerns` are whom
    it concerns, `decides` is who decides on it."""

    key: str
    title: str
    text: str
    concerns: tuple[SeatLine, ...]
    decides: SeatLine | None
    measures: tuple[str, ...]


def structure_rows(
    kb: KnowledgeBase, day: date, interface: str | None = None
) -> tuple[StructureGroup, ...]:
    """Return the bodies of the whole agreement and by interface, or those of one interface."""
    return tuple(
        StructureGroup(
            group.interface.id if group.interface else "",
            group.interface.name_shown if group.interface else _("The whole agreement"),
            tuple(structure(kb, body, day) for body in group.bodies),
        )
        for group in structures.structures(kb, day, interface=interface)
    )


def missing(kb: KnowledgeBase, ledger: gaps.Ledger) -> StructuresMissing:
    """Return what a ledger says is missing of the bodies and of the divisions into areas."""

    def of(kind: GapKind) -> tuple[gaps.Gap, ...]:
        return tuple(gap for gap in ledger.gaps if gap.kind == kind)

    return StructuresMissing(
        tuple(gap.record.name_shown for gap in of("no-convener")),
        tuple(gap.record.name_shown for gap in of("no-chair")),
        tuple(
            UnlistedAreas(gap.record.name_shown, gap.count, gap.of)
            for gap in of("areas-not-listed")
        ),
        tuple(
            GoneLine(
                kb.name(gap.record.party)
                if isinstance(gap.record, Counterpart)
                else gap.record.name_shown,
                kb.name(gap.about[0]),
                name(kb, gap.about[1]) if len(gap.about) > 1 else "",
            )
            for gap in of("ended")
            if not isinstance(gap.record, Measure | Body | Obligation)
        ),
    )


def structure(kb: KnowledgeBase, body: Body, day: date) -> StructureRow:
    """Return one body as the report shows it: with the seats of the day."""
    ending = lifetime.ending(kb, body.id, day)
    return StructureRow(
        key=body.id,
        name=body.name_shown,
        type=body.type,
        word=body.word or "",
        state=body.state or "operating",
        state_on=body.state_on,
        text=body.text or "",
        members=tuple(_seat(kb, seat, day) for seat in body.members if seat.holds(day)),
        chair=_seat(kb, seat, day) if (seat := bodies.chair(body, day)) else None,
        convener=_seat(kb, seat, day) if (seat := bodies.convener(body, day)) else None,
        responsible=tuple(_seat(kb, seat, day) for seat in body.responsible if seat.holds(day)),
        rhythm=body.rhythm,
        clock=clock_name(kb, body.rhythm) if body.rhythm else "",
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != body.id else "",
        successor=name(kb, ending.successor) if ending else "",
        has_left=ending is not None and ending.how == "left",
    )


def _seat(kb: KnowledgeBase, seat: Seat, day: date) -> SeatLine:
    if seat.actor is None:
        return SeatLine(seat.label, seat.part or "", seat.rotating)
    return seated(kb, seat.actor, day, part=seat.part or "", rotating=seat.rotating)


def seated(
    kb: KnowledgeBase, key: str, day: date, *, part: str = "", rotating: bool = False
) -> SeatLine:
    """Return an actor (its id) as one who has a place: with its ending or its beginning."""
    beginning = lifetime.beginning(kb, key, day)
    return replace(
        ended(kb, key, lifetime.ending(kb, key, day)),
        part=part,
        rotating=rotating,
        begins=beginning.when if beginning else None,
    )


def ended(kb: KnowledgeBase, key: str, ending: Ending | None) -> SeatLine:
    """Return an actor (its id) with its ending, where it has one."""
    return SeatLine(
        kb.name(key),
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != key else "",
        successor=name(kb, ending.successor) if ending else "",
        has_left=ending is not None and ending.how == "left",
    )


def need_rows(kb: KnowledgeBase, day: date, wanted: filters.Wanted) -> tuple[NeedRow, ...]:
    """Return what the source says is missing, of what is wanted; all where nothing is."""
    codes = {measure.id: measure.code for measure in kb.measures}
    return tuple(
        NeedRow(
            need.id,
            need.name_shown,
            need.text,
            tuple(seated(kb, key, day) for key in need.concerns),
            seated(kb, need.decides, day) if need.decides else None,
            tuple(codes[key] for key in need.measures if key in codes),
        )
        for need in filters.select(kb, Need, wanted, day)
    )
