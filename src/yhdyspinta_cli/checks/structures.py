"""Rules on tables, divisions, bodies and collectives."""

from collections import Counter
from collections.abc import Iterator, Mapping

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.facts import bodies, cycles
from yhdyspinta_cli.language import later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.bodies import Body


def _is_said_complete(context: Context) -> bool:
    programme = context.kb.programme
    whole = programme is not None and programme.complete
    return whole or any(interface.complete for interface in context.kb.interfaces)


@rule(
    "YP401",
    Severity.WARNING,
    later("A table that is said to be complete has no measure for one of the goals."),
    why=later("The data says that it has a row for every goal; a measure or its goal is missing."),
    bad="# data/programme.yaml\ncomplete: true\n"
    "# the only measure of interface b\ninterface: b\ngoal: hyvinvointi",
    good="# a second measure of interface b\ninterface: b\ngoal: ennakointi",
    asked=_is_said_complete,
)
def goal_missing(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    kb = context.kb
    whole = kb.programme is not None and kb.programme.complete
    for interface in kb.interfaces:
        if not (whole if interface.complete is None else interface.complete):
            continue
        served = {measure.goal for measure in kb.measures if measure.interface == interface.id}
        for goal in kb.goals:
            if goal.id not in served:
                message = _("the table of {id} has no measure for the goal {goal}").format(
                    id=quoted(interface.id), goal=quoted(goal.id)
                )
                hint = _(
                    "check the goals of its measures; where the source has no such row, "
                    "write 'complete: false' at the interface"
                )
                yield Violation(interface.id, ("id",), message, hint, ((goal.id, ("id",)),))


@rule(
    "YP402",
    Severity.WARNING,
    later("A division into areas leaves out a member of what it divides, or has one twice."),
    why=later("A member without an area, or in two, does not know whom to meet."),
    bad="of: kunnat\ncomplete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]\n"
    "  - id: etelainen\n    members: [koivula]",
    good="of: kunnat\ncomplete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]\n"
    "  - id: etelainen\n    members: [ohkola, ahtala]",
)
def division_gap(context: Context) -> Iterator[Violation]:
    kb = context.kb
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
                        yield Violation(area.id, ("members", number), message, hint)
        if not division.complete or not context.is_whole:
            continue
        gaps = [m.actor for m in kb.members(division.of) if m.actor not in count]
        if gaps:
            message = _("{division} leaves out {ids}").format(
                division=quoted(division.name), ids=", ".join(quoted(key) for key in gaps)
            )
            hint = _("put each into its area, or write 'complete: false'")
            yield Violation(division.id, ("name",), message, hint)


@rule(
    "YP403",
    Severity.WARNING,
    later(
        "A body is named, but nothing is told of its members, its convener, its rhythm or its task."
    ),
    why=later("Nobody can tell whether it exists and who calls it together."),
    bad="id: turvaverkosto\ntype: network\nname: Turvaverkosto\ninterface: b",
    good="id: turvaverkosto\ntype: network\nname: Turvaverkosto\ninterface: b\n"
    "convener:\n  actor: hiidenmaa\n  label: hyvinvointialue",
)
def body_undescribed(context: Context) -> Iterator[Violation]:
    for body in context.kb.bodies:
        told = (
            *(body.text, body.members, body.chair, body.convener, body.responsible),
            *(body.rhythm, body.tasks, body.themes, body.legal_basis),
        )
        if not any(told):
            message = _("{name} is named but never described").format(name=quoted(body.name))
            hint = _("add what is known of its members, its convener or its task")
            yield Violation(body.id, ("name",), message, hint)


@rule(
    "YP404",
    Severity.NOTE,
    later("A division is spoken of, but its areas or their members are not all listed."),
    why=later("Answers by area are not complete."),
    bad="complete: false\nannounced: 2\nareas: []",
    good="complete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]",
)
def areas_not_listed(context: Context) -> Iterator[Violation]:
    for division in context.kb.divisions:
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
        yield Violation(
            division.id, ("name",), message.format(division=quoted(division.name)), hint
        )


@rule(
    "YP405",
    Severity.WARNING,
    later("A collective expands to nobody, although it is not marked as vague."),
    why=later("Whoever asks who stands behind it gets an empty answer."),
    bad="id: rannikkokunnat\ntype: collective\nname: rannikkokunnat",
    good="id: rannikkokunnat\ntype: collective\nname: rannikkokunnat\nmembers:\n  - alberga",
)
def empty_collective(context: Context) -> Iterator[Violation]:
    kb = context.kb
    if not context.is_whole:
        return
    edges = _collectives(context)
    # What ends in a circle is told there.
    circular = cycles.reaching((key for cycle in cycles.cycles(edges) for key in cycle), edges)
    single = {record.id for record in kb.all_actors} - set(edges)
    told_or_peopled = circular | cycles.reaching(single, edges)
    records: tuple[Actor | Body, ...] = (*kb.actors, *kb.bodies)
    for record in records:
        vague = isinstance(record, Actor) and record.vague
        if record.id in edges and not vague and record.id not in told_or_peopled:
            message = _("{name} expands to nobody").format(name=quoted(record.name))
            hint = _("list its members, or write 'vague: true'")
            yield Violation(record.id, ("name",), message, hint)


@rule(
    "YP406",
    Severity.ERROR,
    later("Collectives contain each other in a circle."),
    why=later("Nobody is at the end of it, so nobody answers."),
    bad="- id: kunnat\n  members: [kaikki]\n- id: kaikki\n  members: [kunnat]",
    good="- id: kunnat\n  members: [alberga]\n- id: kaikki\n  members: [kunnat]",
)
def collective_circle(context: Context) -> Iterator[Violation]:
    kb = context.kb
    for cycle in cycles.cycles(_collectives(context)):
        record = kb.entries[cycle[0]].record
        route: Route = ("members",)
        if isinstance(record, Actor | Body) and record.one_per is not None:
            route = ("one_per",)
        elif isinstance(record, Actor):
            members = [member.actor for member in record.members]
            route = ("members", members.index(cycle[1])) if cycle[1] in members else route
        message = _("the collectives contain each other in a circle: {way}")
        yield Violation(cycle[0], route, message.format(way=cycles.in_words(cycle)), _break())


@rule(
    "YP407",
    Severity.ERROR,
    later("Actors are a part or the successor of each other in a circle."),
    why=later("Then no party is behind any of them."),
    bad="- id: yksikko\n  part_of: palvelut\n- id: palvelut\n  part_of: yksikko",
    good="- id: yksikko\n  part_of: palvelut\n- id: palvelut\n  part_of: hiidenmaa",
)
def part_circle(context: Context) -> Iterator[Violation]:
    kb = context.kb
    for field in ("part_of", "successor"):
        edges = {
            record.id: (target,)
            for record in kb.all_actors
            if isinstance(target := getattr(record, field, None), str)
        }
        for cycle in cycles.cycles(edges):
            message = _("the key {name} leads in a circle: {way}").format(
                name=quoted(field), way=cycles.in_words(cycle)
            )
            yield Violation(cycle[0], (field,), message, _break())


@rule(
    "YP408",
    Severity.WARNING,
    later("A body and an obligation tell two rhythms of the same meetings."),
    why=later("The report prints the one and counts by the other."),
    bad="# 4 times a year, and the obligation asks for 2\nrhythm:\n  per: year\n  times: 4",
    good="rhythm:\n  per: year\n  times: 2",
)
def rhythm_twice(context: Context) -> Iterator[Violation]:
    for body in context.kb.bodies:
        for obligation in bodies.meeting_obligations(context.kb, body):
            if not bodies.is_same_rhythm(body.rhythm, obligation.rhythm):
                message = _("{id} tells another rhythm of its meetings").format(
                    id=quoted(obligation.id)
                )
                hint = _("keep one of the two, or make them the same")
                related = ((obligation.id, ("rhythm",)),)
                yield Violation(body.id, ("rhythm",), message, hint, related)


@rule(
    "YP409",
    Severity.NOTE,
    later("A body meets so many times, and no obligation makes anybody count it."),
    why=later("Nobody is told when a meeting is missed."),
    bad="# no obligation names the body\nid: foorumi\nrhythm:\n  per: year\n  times: 2",
    good="# in obligations.yaml\nbody: foorumi\nrhythm:\n  per: year\n  times: 2\n"
    "fulfilled_by:\n  events:\n    - meeting\n  body: foorumi",
)
def rhythm_not_followed(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    for body in context.kb.bodies:
        rhythm = body.rhythm
        if rhythm is None or rhythm.per is None:
            continue
        if not bodies.meeting_obligations(context.kb, body):
            message = _("{name} has a rhythm that no obligation follows").format(
                name=quoted(body.name)
            )
            hint = _("write an obligation with 'body: {id}'; its meetings then count").format(
                id=body.id
            )
            yield Violation(body.id, ("rhythm",), message, hint)


def _break() -> str:
    return _("take one of them out of the circle")


def _collectives(context: Context) -> Mapping[str, tuple[str, ...]]:
    """Return what each collective is made of, by its id."""
    edges: dict[str, tuple[str, ...]] = {}
    records: tuple[Actor | Body, ...] = (*context.kb.actors, *context.kb.bodies)
    for record in records:
        if record.one_per is not None:
            edges[record.id] = (record.one_per,)
        elif isinstance(record, Actor) and record.type == "collective":
            edges[record.id] = tuple(member.actor for member in record.members)
    return edges


RULES: tuple[Rule, ...] = (
    goal_missing,
    division_gap,
    body_undescribed,
    areas_not_listed,
    empty_collective,
    collective_circle,
    part_circle,
    rhythm_twice,
    rhythm_not_followed,
)
