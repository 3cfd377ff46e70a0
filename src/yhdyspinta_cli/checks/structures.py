"""Rules on tables, divisions, bodies and collectives."""

from collections import Counter
from collections.abc import Iterator, Mapping

from yhdyspinta_cli.checks.circles import circles, reaching, way
from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.diagnostic import Route, quoted
from yhdyspinta_cli.facts import bodies
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.bodies import Body


def goal_missing(case: Case) -> Iterator[Hit]:
    """The table of an interface has no measure for one of the goals."""
    if not case.is_whole:
        return
    kb = case.kb
    for interface in kb.interfaces:
        served = {measure.goal for measure in kb.measures if measure.interface == interface.id}
        for goal in kb.goals:
            if goal.id not in served:
                message = _("the table of {id} has no measure for the goal {goal}").format(
                    id=quoted(interface.id), goal=quoted(goal.id)
                )
                hint = _("check the goals of its measures")
                yield Hit(interface.id, ("id",), message, hint, ((goal.id, ("id",)),))


def division_gap(case: Case) -> Iterator[Hit]:
    """A division into areas leaves out a member of what it divides, or has one twice."""
    kb = case.kb
    for division in kb.divisions:
        count: Counter[str] = Counter()
        for area in division.areas:
            for number, key in enumerate(area.members):
                for member in kb.members(key):
                    count[member.actor] += 1
                    if count[member.actor] == 2:
                        message = _("{id} already belongs to another area of {division}").format(
                            id=quoted(member.actor), division=quoted(division.name)
                        )
                        hint = _("keep it in one area")
                        yield Hit(area.id, ("members", number), message, hint)
        if not division.complete or not case.is_whole:
            continue
        gaps = [m.actor for m in kb.members(division.of) if m.actor not in count]
        if gaps:
            message = _("{division} leaves out {ids}").format(
                division=quoted(division.name), ids=", ".join(quoted(key) for key in gaps)
            )
            hint = _("put each into its area, or write 'complete: false'")
            yield Hit(division.id, ("name",), message, hint)


def body_undescribed(case: Case) -> Iterator[Hit]:
    """A body is named, but nothing is told of its members, its convener, its rhythm or its task."""
    for body in case.kb.bodies:
        told = (
            *(body.text, body.members, body.chair, body.convener, body.responsible),
            *(body.rhythm, body.tasks, body.themes, body.legal_basis),
        )
        if not any(told):
            message = _("{name} is named but never described").format(name=quoted(body.name))
            hint = _("add what is known of its members, its convener or its task")
            yield Hit(body.id, ("name",), message, hint)


def areas_not_listed(case: Case) -> Iterator[Hit]:
    """A division is spoken of, but its areas or their members are not all listed."""
    for division in case.kb.divisions:
        unlisted = bodies.unlisted(division)
        if unlisted is None:
            continue
        if unlisted.missing:
            message = plural(
                "{division} speaks of {n} more area than it lists",
                "{division} speaks of {n} more areas than it lists",
                unlisted.missing,
            )
        else:
            message = _("{division} does not tell the area of every member")
        hint = _("list them once they are known")
        yield Hit(division.id, ("name",), message.format(division=quoted(division.name)), hint)


def empty_collective(case: Case) -> Iterator[Hit]:
    """A collective expands to nobody, although it is not marked as vague."""
    kb = case.kb
    if not case.is_whole:
        return
    edges = _collectives(case)
    # What ends in a circle is told there.
    circular = reaching((key for circle in circles(edges) for key in circle), edges)
    single = {record.id for record in kb.all_actors} - set(edges)
    told_or_peopled = circular | reaching(single, edges)
    records: tuple[Actor | Body, ...] = (*kb.actors, *kb.bodies)
    for record in records:
        vague = isinstance(record, Actor) and record.vague
        if record.id in edges and not vague and record.id not in told_or_peopled:
            message = _("{name} expands to nobody").format(name=quoted(record.name))
            hint = _("list its members, or write 'vague: true'")
            yield Hit(record.id, ("name",), message, hint)


def collective_circle(case: Case) -> Iterator[Hit]:
    """Collectives contain each other in a circle."""
    kb = case.kb
    for circle in circles(_collectives(case)):
        record = kb.entries[circle[0]].record
        route: Route = ("members",)
        if isinstance(record, Actor | Body) and record.one_per is not None:
            route = ("one_per",)
        elif isinstance(record, Actor) and circle[1] in record.members:
            route = ("members", record.members.index(circle[1]))
        message = _("the collectives contain each other in a circle: {way}")
        yield Hit(circle[0], route, message.format(way=way(circle)), _break())


def part_circle(case: Case) -> Iterator[Hit]:
    """Actors are a part or the successor of each other in a circle."""
    kb = case.kb
    for field in ("part_of", "successor"):
        edges = {
            record.id: (target,)
            for record in kb.all_actors
            if isinstance(target := getattr(record, field, None), str)
        }
        for circle in circles(edges):
            message = _("the key {name} leads in a circle: {way}").format(
                name=quoted(field), way=way(circle)
            )
            yield Hit(circle[0], (field,), message, _break())


def _break() -> str:
    return _("take one of them out of the circle")


def _collectives(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Return what each collective is made of, by its id."""
    edges: dict[str, tuple[str, ...]] = {}
    records: tuple[Actor | Body, ...] = (*case.kb.actors, *case.kb.bodies)
    for record in records:
        if record.one_per is not None:
            edges[record.id] = (record.one_per,)
        elif isinstance(record, Actor) and record.type == "collective":
            edges[record.id] = record.members
    return edges
