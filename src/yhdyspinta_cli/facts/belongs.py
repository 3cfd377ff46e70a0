"""What a record belongs to: measures, interface, goal, force, and the actors it names.

Every filter asks here, so that one option selects the same records in every question.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from yhdyspinta_cli.facts import doers, events, force, lifetime, memo, naming, trails
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Indicator, Measure
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.programme import DutyPoint
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Binding


def measures(kb: KnowledgeBase, record: Record) -> tuple[Measure, ...]:
    """Return the measures a record belongs to: itself, its own, those that name it.

    An event without one belongs to those of the obligations that it fulfils.
    """
    if isinstance(record, Measure):
        return (record,)
    own = kb.measure_of(record)
    if own is None and isinstance(record, Obligation):
        return tuple(m for m in kb.measures if record.id in m.obligations)
    if own is None and isinstance(record, Event):
        return _each_once(m for o in events.fulfilled_by(kb, record) for m in measures(kb, o))
    return (own,) if own else ()


def _each_once(found: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple({measure.id: measure for measure in found}.values())


def interfaces(kb: KnowledgeBase, record: Record) -> frozenset[str]:
    """Return the ids of the interfaces a record belongs to: its own, else those of its measures.

    An event belongs to that of its body, too, and to those of the obligations that it fulfils.
    """
    if isinstance(record, Interface):
        return frozenset({record.id})
    if isinstance(record, Event):
        body = kb.find(Body, record.body)
        about = (body, *measures(kb, record), *events.fulfilled_by(kb, record))
        return frozenset(key for one in about if one for key in interfaces(kb, one))
    own = getattr(record, "interface", None)
    return frozenset({own} if own else {m.interface for m in measures(kb, record) if m.interface})


def goals(kb: KnowledgeBase, record: Record) -> frozenset[str]:
    """Return the ids of the goals a record belongs to: its own, else those of its measures."""
    if isinstance(record, Goal):
        return frozenset({record.id})
    own = getattr(record, "goal", None)
    return frozenset({own} if own else {m.goal for m in measures(kb, record) if m.goal})


def binding(record: Record) -> Binding | None:
    """Return what a record rests on, None where that is not said of its kind.

    Of an obligation the strongest of what binds those who must do it.
    """
    if isinstance(record, Measure):
        return "programme"
    if isinstance(record, DutyPoint):
        return "law"
    if isinstance(record, Obligation):
        return force.of_all(record)[0]
    return record.binding if isinstance(record, Provision) else None


def is_bound(
    kb: KnowledgeBase, record: Record, by: Binding, actors: Iterable[str], day: date
) -> bool:
    """True where a record rests on a force, for these actors (their ids) where any are asked for.

    An obligation may bind one of its doers by law and another by the programme. An event rests on
    what the obligations do that it fulfils; an indicator, a report and a value on what their
    measure does, and so does an event that fulfils nothing.
    """
    if isinstance(record, Obligation):
        bound = [force.of(kb, record, actor, day) for actor in actors]
        return all(by in forces for forces in bound or [force.of_all(record)])
    own = binding(record)
    if own is not None:
        return by == own
    fulfilled = events.fulfilled_by(kb, record) if isinstance(record, Event) else ()
    return any(is_bound(kb, o, by, (), day) for o in fulfilled or measures(kb, record))


def named(kb: KnowledgeBase, record: Record, day: date) -> Iterator[str]:
    """Yield the actors a record names: what it is, who answers, who sits.

    Of an indicator those of its measure.
    """
    if record.kind in ACTOR_KINDS:
        yield record.id
    if isinstance(record, Measure):
        yield from (one.actor for one in naming.named(kb, record, day))
    elif isinstance(record, Indicator):
        for measure in measures(kb, record):
            yield from named(kb, measure, day)
    elif isinstance(record, Body):
        yield from trails.sitting(record, day)
    elif isinstance(record, Obligation):
        yield from (doer.actor for doer in record.doers if doer.holds(day))
    else:
        for _route, name, ref in walk.references(record):
            if set(ref.kinds) & set(ACTOR_KINDS):
                yield name


def concerns(kb: KnowledgeBase, record: Record, actor: str | None, day: date) -> bool:
    """True where a record is the actor, names it, or names one that means it; None is anyone.

    An event concerns, too, whoever sat in its body on the day of the event. What was due before an
    actor was there does not concern it.
    """
    if actor is None:
        return True
    if isinstance(record, Obligation) and doers.is_past_before(kb, record, actor, day):
        return False
    if isinstance(record, Event):
        return actor in _of_event(kb, record, day)
    return any(
        name == actor or trails.to(kb, name, actor, day) is not None
        for name in named(kb, record, day)
    )


@memo.once
def _of_event(kb: KnowledgeBase, event: Event, day: date) -> frozenset[str]:
    """Return whom an event concerns: the actors that it names, and those that these mean."""
    names, then = tuple(named(kb, event, day)), event.on.last
    body = kb.find(Body, event.body)
    sat = trails.sitting(body, then) if body else ()
    now = _meant(kb, names, lifetime.unchanged_since(kb, day))
    before = _meant(kb, (*names, *sat), lifetime.unchanged_since(kb, then))
    # Most events share one of a few sets.
    return before if now <= before else now | before


@memo.once
def _meant(kb: KnowledgeBase, names: tuple[str, ...], since: date) -> frozenset[str]:
    """Return the names and whomever they mean, on days on which all actors stay as they are."""
    behind = (one for name in names for way in trails.of(kb, name, since) for one in way)
    return frozenset((*names, *behind))
