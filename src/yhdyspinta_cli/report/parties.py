"""The parties of a report: who is named how often, and by which way."""

from collections.abc import Sequence
from datetime import date

from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Actor, Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.duties import Project
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import card
from yhdyspinta_cli.report import measures as measure_rows
from yhdyspinta_cli.report import view


def overview(
    kb: KnowledgeBase, measures: Sequence[view.Measure], day: date
) -> tuple[view.PartyRow, ...]:
    """Return a row a party, by its card: its measures and seats, and the states it reported."""
    found = []
    for party in sorted(kb.parties, key=_order):
        answers = card.card(kb, party, day)
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
        states = [state.state for m in measures for state in m.parties if state.key == party.id]
        found.append(
            view.PartyRow(
                key=party.id,
                name=party.name,
                official_name=party.official_name,
                type="town" if party.town else party.type,
                direct=len(own),
                through=len(through),
                seated=len(hows.get("seat", set()) - own - through),
                counts=measure_rows.tally(party.id, party.name, states).counts,
                seats=len(seats),
            )
        )
    return tuple(found)


_TYPES = ("wellbeing-services-county", "regional-council", "municipality", "other")


def _order(party: Party) -> tuple[int, tuple[str, str]]:
    return _TYPES.index(party.type), sort_key(party.name)


def loads(kb: KnowledgeBase) -> tuple[view.Load, ...]:
    """Return how many measures name each actor, the most first."""
    found: dict[str, list[str]] = {}
    for measure in kb.measures:
        for responsibility in measure.responsible:
            codes = found.setdefault(kb.name(responsibility.actor), [])
            if measure.code not in codes:
                codes.append(measure.code)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), sort_key(item[0])))
    return tuple(view.Load(name, tuple(codes)) for name, codes in ordered)


def turns(kb: KnowledgeBase, year: int, day: date) -> tuple[view.Turn, ...]:
    """Return the actors, projects and acts that began or ended in the year, up to `day`."""
    found: list[view.Turn] = []

    def note(when: date | None, name: str, what: str, successor: str = "") -> None:
        if when is not None and when.year == year and when <= day:
            found.append(view.Turn(when, name, what, successor))

    actors: tuple[Actor | Body | Project, ...] = (*kb.actors, *kb.bodies, *kb.projects)
    for actor in actors:
        successor = kb.name(actor.successor) if actor.successor else ""
        note(actor.ended, actor.name, "ended", successor)
        started = getattr(actor, "started", None)
        note(started if isinstance(started, date) else None, actor.name, "began")
    for statute in kb.statutes:
        name = f"{statute.title} ({statute.number})"
        note(statute.in_force, name, "in-force")
        note(statute.repealed, name, "repealed", statute.repealed_by or "")
    return tuple(sorted(found, key=lambda turn: (turn.day, sort_key(turn.name), turn.what)))
