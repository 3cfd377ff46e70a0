"""Rules on collectives: whom they stand for, whom they leave out, and parts in circles."""

from collections.abc import Iterator, Mapping

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.facts import cycles, rosters
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Actor, Party
from yhdyspinta_cli.model.bodies import Body


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
    "YP415",
    Severity.NOTE,
    later("A party is in no collective, although one lists all others of its type."),
    why=later("What is agreed for all of them does not reach it, and nobody asks it."),
    bad="# the municipalities are alberga, koivula and luoto\n"
    "id: kunnat\ntype: collective\nname: kunnat\nmembers: [alberga, koivula]",
    good="id: kunnat\ntype: collective\nname: kunnat\nmembers: [alberga, koivula, luoto]",
)
def left_out(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    for party, collective in rosters.forgotten(context.kb):
        message = _("{name} is in no collective; {collective} lists all others of its type")
        hint = _("to add it: {command}").format(command=joining(collective, party))
        yield Violation(
            party.id,
            ("id",),
            message.format(name=quoted(party.name), collective=quoted(collective.name)),
            hint,
        )


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


RULES: tuple[Rule, ...] = (empty_collective, collective_circle, part_circle, left_out)


def joining(collective: Actor, party: Party) -> str:
    """Return the command that adds a party to the members of a collective."""
    return f"yp edit {collective.id} members.{len(collective.members)}={party.id}"
