"""Where the lines of a card come from: every record that names somebody who means the actor."""

from collections.abc import Iterable, Iterator
from datetime import date

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.facts import belongs, concerns, doers, force, lifetime, naming, region, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.bodies import Area
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.programme import DutyPoint
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Binding

SEATS = vocabulary.closed(
    vocabulary.SEAT_ROLES,
    {"convener": "convening", "chair": "chairing", "responsible": "leading", "member": "seats"},
)
"""The section of a card that holds the seats of a role."""


@frozen
class CardLine:
    """One thing the actor answers for, or takes part in, and why.

    `role` is what the named actor is in the record, `way` leads from the one that is named to
    the card's actor; where it goes through a seat, the body comes first. `decided` is the decision
    that named the actor, None where the source does.
    """

    record: Record
    role: str
    how: vocabulary.How
    way: trails.Trail
    label: str | None = None
    part: str | None = None
    binding: Binding | None = None
    ending: lifetime.Ending | None = None
    beginning: lifetime.Beginning | None = None
    decided: Event | None = None


def lines(kb: KnowledgeBase, key: str, day: date) -> Iterator[tuple[str, CardLine]]:
    """Yield everything in which somebody named means the actor `key`, each with its section."""
    yield from _measures(kb, key, day)
    yield from _bodies(kb, key, day)
    for area in kb.of(Area):
        yield from _named(kb, key, "areas", area, "member", area.members, day)
    for obligation in kb.of(Obligation):
        yield from _doers(kb, key, obligation, day)
    for point in kb.of(DutyPoint):
        yield from _named(kb, key, "duties", point, "doer", point.doers, day)
    for provision in kb.of(Provision):
        yield from _provision(kb, key, provision, day)
    for counterpart in kb.of(Counterpart):
        if counterpart.holds(day):
            named = tuple(filter(None, (counterpart.party, counterpart.actor)))
            yield from _named(kb, key, "counterparts", counterpart, "counterpart", named, day)
    for kind, record, concerned in concerns.concerned(kb):
        yield from _named(kb, key, kind.plural, record, "concerned", concerned, day)
    yield from _decisions(kb, key, day)


def _provision(
    kb: KnowledgeBase, key: str, provision: Provision, day: date
) -> Iterator[tuple[str, CardLine]]:
    """Yield a provision whose doer the actor is, else one that gives it a share or step."""
    doing = tuple(_named(kb, key, "provisions", provision, "doer", provision.doers, day))
    concerned = (
        *(share.actor for share in provision.shares),
        *(step.who for step in provision.steps if step.who),
    )
    yield from doing or _named(kb, key, "provisions", provision, "concerned", concerned, day)


def _decisions(kb: KnowledgeBase, key: str, day: date) -> Iterator[tuple[str, CardLine]]:
    """Yield what is for the actor to decide: interfaces, bodies, needs, measures without owner."""
    chosen: list[tuple[Record, str | None]] = [
        *concerns.deciding(kb),
        *(
            (measure, measure.nobody.decides)
            for measure in region.measures(kb, day)
            if measure.nobody and naming.is_without(kb, measure, day)
        ),
    ]
    for record, decides in chosen:
        if decides is not None:
            yield from _named(kb, key, "decides", record, "decides", (decides,), day)


def _measures(kb: KnowledgeBase, key: str, day: date) -> Iterator[tuple[str, CardLine]]:
    for measure in region.measures(kb, day):
        for one in naming.named(kb, measure, day):
            for how, way in _ways(kb, one.actor, key, day):
                line = CardLine(
                    measure,
                    one.role,
                    how,
                    way,
                    one.label or None,
                    one.part,
                    belongs.binding(measure),
                    decided=one.decided,
                )
                yield "measures", line


def _doers(
    kb: KnowledgeBase, key: str, obligation: Obligation, day: date
) -> Iterator[tuple[str, CardLine]]:
    if doers.is_past_before(kb, obligation, key, day):
        return
    for doer in obligation.doers:
        if not doer.holds(day):
            continue
        binding = force.of_doer(obligation, doer)
        for how, way in _ways(kb, doer.actor, key, day):
            lost = how == "seat" or force.is_lost(obligation, doer, how)
            bound = _passed_on(binding) if lost else binding
            line = CardLine(obligation, "doer", how, way, doer.label, doer.part, bound)
            yield "obligations", line
    if obligation.body == key:
        bound = _passed_on(belongs.binding(obligation))
        yield "obligations", CardLine(obligation, "body", "direct", (key,), binding=bound)


def _passed_on(binding: Binding | None) -> Binding | None:
    """Return what a duty of another binds with: a law binds nobody but those who must do it."""
    return None if binding == "law" else binding


def _ways(
    kb: KnowledgeBase, named: str, key: str, day: date
) -> tuple[tuple[vocabulary.How, trails.Trail], ...]:
    """Return how naming `named` means the actor: itself or its kind, else through a seat."""
    linked = trails.to(kb, named, key, day)
    if linked is not None:
        return (linked,)
    seat = trails.to_by_seat(kb, named, key, day)
    return (("seat", seat),) if seat is not None else ()


def _bodies(kb: KnowledgeBase, key: str, day: date) -> Iterator[tuple[str, CardLine]]:
    for body in kb.bodies:
        for role, seat in trails.seats(body, day):
            linked = trails.seat_of(kb, seat, key, day)
            if linked is not None:
                how, way = linked
                yield SEATS[role], CardLine(body, role, how, way, seat.label, seat.part)
        own = trails.to(kb, body.id, key, day)
        if own is not None and body.id != key:
            yield "bodies", CardLine(body, "own", own[0], own[1])


def _named(
    kb: KnowledgeBase,
    key: str,
    section: str,
    record: Record,
    role: str,
    named: Iterable[str],
    day: date,
) -> Iterator[tuple[str, CardLine]]:
    """Yield a line for the nearest way by which one of the named means the actor."""
    found = [linked for name in named if (linked := trails.to(kb, name, key, day)) is not None]
    if found:
        how, way = min(found, key=lambda linked: len(linked[1]))
        yield section, CardLine(record, role, how, way, binding=belongs.binding(record))
