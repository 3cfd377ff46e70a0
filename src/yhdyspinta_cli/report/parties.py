"""The parties of a report: who is named how often, and by which way; who began and ended."""

from datetime import date

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.duties import Statute
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import card, loads, status, turns
from yhdyspinta_cli.report import measures, rows
from yhdyspinta_cli.wording.names import name


def overview(kb: KnowledgeBase, found: status.Overview) -> tuple[rows.PartyRow, ...]:
    """Return a row a party, by its card: its measures and seats, and the states it reported."""
    reported = dict(found.by_party)
    made = []
    for party in sorted(region.parties(kb, found.day), key=_order):
        answers = card.card(kb, party, found.day)
        hows: dict[str, set[str]] = {}
        seats: set[str] = set()
        for group in answers.groups:
            keys = {line.record.id for line in group.lines}
            if group.section == "measures":
                hows.setdefault(group.how, set()).update(keys)
            elif group.section in card.SEATS.values():
                seats |= keys
        own = hows.get("direct", set()) | hows.get("part", set())
        through = hows.get("collective", set()) - own
        states = reported.get(party.id)
        made.append(
            rows.PartyRow(
                key=party.id,
                name=party.name,
                official_name=party.official_name,
                type="town" if party.town else party.type,
                direct=len(own),
                through=len(through),
                seated=len(hows.get("seat", set()) - own - through),
                counts=measures.tally(party.id, party.name, states.counts).counts if states else (),
                seats=len(seats),
            )
        )
    return tuple(made)


_TYPES = ("wellbeing-services-county", "regional-council", "municipality", "other")


def _order(party: Party) -> tuple[int, tuple[str, str]]:
    return _TYPES.index(party.type), sort_key(party.name)


def load_rows(kb: KnowledgeBase, day: date) -> tuple[rows.LoadRow, ...]:
    """Return how many measures name each actor, the most first."""
    return tuple(
        rows.LoadRow(load.name, tuple(measure.code for measure in load.measures))
        for load in loads.loads(kb, day)
    )


def turn_rows(kb: KnowledgeBase, year: int, day: date) -> tuple[rows.TurnRow, ...]:
    """Return the actors, projects and acts that began or ended in the year, up to `day`."""
    return tuple(_turn(kb, turn) for turn in turns.turns(kb, year, day))


def _turn(kb: KnowledgeBase, turn: turns.Turn) -> rows.TurnRow:
    record, successor = turn.record, turn.successor or ""
    if isinstance(record, Statute):
        return rows.TurnRow(turn.when, f"{record.title} ({record.number})", turn.what, successor)
    return rows.TurnRow(turn.when, record.name_shown, turn.what, name(kb, successor))
