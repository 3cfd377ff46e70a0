"""The status updates of a year, each with what was known before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from yhdyspinta_cli.facts import naming, standings
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import State


@dataclass(frozen=True, slots=True)
class Change:
    """An update and the state before it (None: no information).

    `is_counted` is False where the party it speaks of does not answer for the measure.
    """

    update: Update
    measure: Measure
    party: Party | None
    before: State | None
    is_counted: bool


def changes(kb: KnowledgeBase, year: int, day: date) -> tuple[Change, ...]:
    """Return the updates of a year that hold on `day`, the oldest first.

    Those of one day stand in the order of the measures and the parties.
    """
    places = {record.id: place for place, record in enumerate((*kb.measures, *kb.parties), 1)}

    def place(update: Update) -> tuple[date, int, int]:
        return update.on.last, places.get(update.measure, 0), places.get(update.party or "", 0)

    found = []
    for update in sorted(standings.effective(kb, day), key=place):
        measure = kb.find(Measure, update.measure)
        if update.on.last.year != year or measure is None:
            continue
        party = kb.find(Party, update.party)
        counted = party is None or _answers(kb, measure, party, day)
        found.append(Change(update, measure, party, _before(kb, update), counted))
    return tuple(found)


def _answers(kb: KnowledgeBase, measure: Measure, party: Party, day: date) -> bool:
    """True for a party behind the responsibles, and where there is none behind them."""
    answering = naming.answering(kb, measure, day)
    return not answering or party in answering


def _before(kb: KnowledgeBase, update: Update) -> State | None:
    """Return what was known of the same measure and party the day before.

    Of a party what the same reporter had said: what another one says is no change.
    """
    for earlier in reversed(standings.effective(kb, update.on.last - timedelta(days=1))):
        if (earlier.measure, earlier.party) != (update.measure, update.party):
            continue
        if update.party is None or earlier.by == update.by:
            return earlier.state
    return None
