"""Rules on who takes turns."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.facts import bodies
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Seat


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
    if not context.is_whole:
        return
    for body in context.kb.bodies:
        seats: tuple[tuple[Route, Seat | None], ...] = (
            (("convener",), body.convener),
            (("chair",), body.chair),
            *((("conveners", number), seat) for number, seat in enumerate(body.conveners)),
            *((("chairs", number), seat) for number, seat in enumerate(body.chairs)),
        )
        for route, seat in seats:
            if seat is not None and bodies.strange_order(context.kb, seat, context.day):
                message = _("the turn order of {name} holds nobody of {actor}").format(
                    name=quoted(body.name), actor=quoted(seat.actor or "")
                )
                hint = _("name in the order who takes turns, or the actor whose seat it is")
                yield Violation(body.id, (*route, "order"), message, hint)


RULES: tuple[Rule, ...] = (strange_turn_order,)
