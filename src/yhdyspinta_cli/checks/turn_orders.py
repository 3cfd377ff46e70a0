"""Rules on who takes turns."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.facts import bodies
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Body, Seat


@rule(
    "YP411",
    Severity.WARNING,
    later("The turn order of a seat holds nobody of the actor whose seat it is."),
    why=later("The one that is named has no turn, and the one whose turn it is is not named."),
    bad="convener:\n  actor: kunnat\n  label: kunnat\n  rotating: true\n  order: [hiidenmaa]",
    good="convener:\n  actor: kunnat\n  label: kunnat\n  rotating: true\n"
    "  order: [alberga, koivula]",
)
def strange_turn_order(context: Context) -> Iterator[Violation]:
    for body, route, seat in _seats(context):
        if bodies.strange_order(context.kb, seat, context.day):
            message = _("the turn order of {name} holds nobody of {actor}").format(
                name=quoted(body.name), actor=quoted(seat.actor or "")
            )
            hint = _("name in the order who takes turns, or the actor whose seat it is")
            yield Violation(body.id, (*route, "order"), message, hint)


@rule(
    "YP412",
    Severity.WARNING,
    later("The turn order of a seat holds somebody who has no seat in the body."),
    why=later("Whose turn it is need not know of it; or a member is not listed."),
    bad="members:\n  - actor: kunnat\n    label: kunnat\nchair:\n  label: vuorovuosin\n"
    "  rotating: true\n  order: [alberga, keskus]",
    good="members:\n  - actor: kunnat\n    label: kunnat\nchair:\n  label: vuorovuosin\n"
    "  rotating: true\n  order: [alberga, koivula]",
)
def stranger_in_turn_order(context: Context) -> Iterator[Violation]:
    kb = context.kb
    for body, route, seat in _seats(context):
        if bodies.strange_order(kb, seat, context.day):
            continue
        for stranger in bodies.strangers(kb, body, seat, context.day):
            message = _("the turn order of {name} holds {actor}, who has no seat there").format(
                name=quoted(body.name), actor=quoted(kb.name(stranger))
            )
            hint = _("take it out of the order, or name it among the members")
            place = (*route, "order", seat.order.index(stranger))
            yield Violation(body.id, place, message, hint)


def _seats(context: Context) -> Iterator[tuple[Body, Route, Seat]]:
    """Yield the seats that convene or chair, with their bodies; none where something is unread."""
    for body in context.kb.bodies if context.is_whole else ():
        seats: tuple[tuple[Route, Seat | None], ...] = (
            (("convener",), body.convener),
            (("chair",), body.chair),
            *((("conveners", number), seat) for number, seat in enumerate(body.conveners)),
            *((("chairs", number), seat) for number, seat in enumerate(body.chairs)),
        )
        yield from ((body, route, seat) for route, seat in seats if seat is not None)


RULES: tuple[Rule, ...] = (strange_turn_order, stranger_in_turn_order)
