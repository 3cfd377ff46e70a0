"""Rules on tables, divisions and bodies."""

from collections import Counter
from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import bodies
from yhdyspinta_cli.language import later, plural
from yhdyspinta_cli.language import text as _


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


RULES: tuple[Rule, ...] = (
    goal_missing,
    division_gap,
    body_undescribed,
    areas_not_listed,
    rhythm_twice,
    rhythm_not_followed,
)
