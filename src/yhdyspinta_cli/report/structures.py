"""The bodies of a report, by interface or of the whole agreement, and what is missing."""

from datetime import date

from yhdyspinta_cli.facts import bodies, lifetime
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Body, Seat
from yhdyspinta_cli.model.duties import Need
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters, structures
from yhdyspinta_cli.report import rows
from yhdyspinta_cli.wording.names import name
from yhdyspinta_cli.wording.rhythms import clock_name


def structure_rows(
    kb: KnowledgeBase, day: date, interface: str | None = None
) -> tuple[rows.StructureGroup, ...]:
    """Return the bodies of the whole agreement and by interface, or those of one interface."""
    return tuple(
        rows.StructureGroup(
            group.interface.id if group.interface else "",
            group.interface.title if group.interface else _("The whole agreement"),
            tuple(structure(kb, body, day) for body in group.bodies),
        )
        for group in structures.structures(kb, day, interface=interface)
    )


def structure(kb: KnowledgeBase, body: Body, day: date) -> rows.StructureRow:
    """Return one body as the report shows it: with the seats of the day."""
    return rows.StructureRow(
        key=body.id,
        name=body.name,
        type=body.type,
        state=body.state,
        text=body.text or "",
        members=tuple(_seat(kb, seat, day) for seat in body.members if seat.holds(day)),
        chair=_seat(kb, body.chair, day) if body.chair and body.chair.holds(day) else None,
        convener=_seat(kb, seat, day) if (seat := bodies.convener(body, day)) else None,
        responsible=tuple(_seat(kb, seat, day) for seat in body.responsible if seat.holds(day)),
        rhythm=body.rhythm,
        clock=clock_name(kb, body.rhythm) if body.rhythm else "",
        started=body.started,
        ended=body.ended,
        successor=kb.name(body.successor) if body.successor else "",
    )


def _seat(kb: KnowledgeBase, seat: Seat, day: date) -> rows.SeatLine:
    if seat.actor is None:
        return rows.SeatLine(seat.label, seat.part or "", seat.rotating)
    ending = lifetime.ending(kb, seat.actor, day)
    beginning = lifetime.beginning(kb, seat.actor, day)
    return rows.SeatLine(
        kb.name(seat.actor),
        seat.part or "",
        seat.rotating,
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != seat.actor else "",
        successor=name(kb, ending.successor) if ending else "",
        begins=beginning.when if beginning else None,
    )


def need_rows(kb: KnowledgeBase, day: date, wanted: filters.Wanted) -> tuple[rows.NeedRow, ...]:
    """Return what the source says is missing, of what is wanted; all where nothing is."""
    codes = {measure.id: measure.code for measure in kb.measures}
    return tuple(
        rows.NeedRow(
            need.id,
            need.title,
            need.text,
            tuple(kb.name(key) for key in need.concerns),
            kb.name(need.decides) if need.decides else "",
            tuple(codes[key] for key in need.measures if key in codes),
        )
        for need in filters.select(kb, Need, wanted, day)
    )
