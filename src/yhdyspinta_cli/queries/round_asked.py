"""What one party is asked in a round: how its measures stand, their values, its duties."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import measured, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.programme import Level
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import card, counterparts, obligations, ways
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.vocabulary import Situation


@frozen
class MeasureAsked:
    """A measure that the party answers for: on what ground, and what it has told of itself.

    `told` are its own latest words: several only where they disagree.
    """

    measure: Measure
    way: ways.Way
    situation: Situation
    told: tuple[Update, ...]


@frozen
class IndicatorAsked:
    """An indicator of such a measure, with the party's own last value of it."""

    measure: Measure
    indicator: Indicator
    told: Value | None


@frozen
class CounterpartAsked:
    """A level on which the party needs a counterpart, on every interface or (`interface`) on one:
    who is named for it.
    """

    level: Level
    interface: Interface | None
    named: tuple[Counterpart, ...]


@frozen
class RoundAsked:
    """All that a party is asked of a year, as it stood on a day."""

    party: Party
    year: int
    day: date
    measures: tuple[MeasureAsked, ...]
    indicators: tuple[IndicatorAsked, ...]
    duties: tuple[ObligationStanding, ...]
    counterparts: tuple[CounterpartAsked, ...]


def round_asked(kb: KnowledgeBase, party: Party, year: int, day: date) -> RoundAsked:
    """Return what a party is asked of a year: what it answers for itself or through a collective.

    Nothing of measures that have ended for it, nor of those for which only a body answers; of
    duties those of a period of the year: what is done all the time has no day on which it was held.
    """
    measures = tuple(_measures(kb, party, day))
    return RoundAsked(
        party,
        year,
        day,
        measures,
        tuple(_indicators(kb, party, measures, day)),
        tuple(
            one
            for one in obligations.standings(kb, day, year=year, actor=party.id)
            if one.period is not None
        ),
        tuple(_counterparts(kb, party, day)),
    )


def _measures(kb: KnowledgeBase, party: Party, day: date) -> Iterator[MeasureAsked]:
    found = ways.ways(card.card(kb, party, day))
    for measure in kb.measures:
        way = found.get(measure.id)
        if way is None or not way.answers or way.way == "seat":
            continue
        standing = standings.of_party(kb, measure, party.id, day)
        if standing is not None and not standing.is_released:
            yield MeasureAsked(measure, way, standing.situation, standing.latest)


def _indicators(
    kb: KnowledgeBase, party: Party, measures: tuple[MeasureAsked, ...], day: date
) -> Iterator[IndicatorAsked]:
    for one in measures:
        for indicator in measured.indicators(kb, one.measure):
            own = [v for v in measured.told(kb, indicator, day) if v.party == party.id]
            yield IndicatorAsked(one.measure, indicator, own[-1] if own else None)


def _counterparts(kb: KnowledgeBase, party: Party, day: date) -> Iterator[CounterpartAsked]:
    held = [c for c in kb.counterparts if c.party == party.id and c.holds(day)]
    for level in counterparts.levels(kb):
        for interface in (None, *kb.interfaces):
            key = interface.id if interface else None
            named = tuple(c for c in held if (c.level, c.interface) == (level.id, key))
            yield CounterpartAsked(level, interface, named)
