"""A measure told to be completed as a whole, beside parties of it that are not."""

from yhdyspinta_cli.facts import tallies
from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.facts.tallies import Tally
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary import ENDED


@frozen
class Beside:
    """How the parties behind a completed measure stand: counted, and those that deny it.

    `unfinished` have told of themselves a state that has not ended.
    """

    standing: MeasureStanding
    tally: Tally
    unfinished: tuple[PartyStanding, ...]


def beside(standing: MeasureStanding) -> Beside | None:
    """Return how the parties stand beside a measure that is completed as a whole.

    None where it is not, where each of them has told that it is completed, and where fewer than two
    stand behind it: what one alone tells is the measure's own state.
    """
    if standing.state != "completed" or len(standing.parties) < 2:
        return None
    tally = tallies.tally(standing.parties)
    if tally.number("completed") == tally.total:
        return None
    unfinished = tuple(
        party for party in standing.parties if party.state is not None and party.state not in ENDED
    )
    return Beside(standing, tally, unfinished)
