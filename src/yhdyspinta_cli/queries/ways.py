"""How a measure means a party: of all the ways on its card the one that says the most."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries.card import Card, CardLine
from yhdyspinta_cli.vocabulary import ANSWERING, How


@frozen
class Way:
    """A line of the card with the reason for it."""

    line: CardLine
    way: How

    @property
    def answers(self) -> bool:
        """True where the party answers for it, and is not only a partner."""
        return self.line.role in ANSWERING


def ways(found: Card) -> dict[str, Way]:
    """Return by measure (its id) the way by which a party stands behind it.

    To answer for it comes before taking part in it, to be named itself or by a part of it before
    being in a group that is; a seat in a body that is named comes last.
    """
    every = [Way(line, g.how) for g in found.groups if g.section == "measures" for line in g.lines]
    every.sort(key=lambda one: (one.way == "seat", not one.answers, one.way == "collective"))
    best: dict[str, Way] = {}
    for one in every:
        best.setdefault(one.line.record.id, one)
    return best
