"""The values of indicators that hold on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from yhdyspinta_cli.facts import corrections, index, memo, ranks, region, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.vocabulary import Direction


def indicators(kb: KnowledgeBase, measure: Measure) -> tuple[Indicator, ...]:
    """Return a measure's indicators, its own first, then those another measure shares with it."""
    shared = _shared(kb).get(measure.id, ())
    return tuple({i.id: i for i in (*measure.indicators, *shared)}.values())


@memo.once
def _shared(kb: KnowledgeBase) -> Mapping[str, tuple[Indicator, ...]]:
    """Return the indicators that others share with a measure, by its id, in the data's order."""
    return index.grouped((key, i) for i in kb.indicators for key in dict.fromkeys(i.shared_with))


def holding(kb: KnowledgeBase, day: date) -> dict[str, tuple[Value, ...]]:
    """Return the values that hold on `day`, by indicator: nothing hides a disagreement."""
    found = ((one.id, holding_of(kb, one.id, day)) for one in kb.indicators)
    return {key: values for key, values in found if values}


def holding_of(kb: KnowledgeBase, indicator: str, day: date) -> tuple[Value, ...]:
    """Return the values of one indicator (its id) that hold on `day`.

    Of a party each reporter's latest, as with states; of the measure itself the latest, and
    where several actors speak of that last day, each one's. Two of equal rank of one reporter
    both stay where they differ: nobody can say which holds. The measure's own come first, then
    the parties' in the order of the data.
    """
    return _holding_of(kb, indicator, day) if index.values(kb, indicator) else ()


@memo.once
def _holding_of(kb: KnowledgeBase, indicator: str, day: date) -> tuple[Value, ...]:
    latest: dict[str | None, dict[str | None, list[Value]]] = {}
    for value in index.values(kb, indicator):
        if value.void or not corrections.holds(kb, value, day):
            continue
        held = latest.setdefault(value.party, {})
        if value.party is None and any(
            o.on.last != value.on.last for own in held.values() for o in own
        ):
            held.clear()
        before = [
            one
            for one in held.pop(value.by, [])
            if ranks.rank(one) == ranks.rank(value) and one.value != value.value
        ]
        held[value.by] = [*before, value]
    order = {party.id: number for number, party in enumerate(kb.parties, 1)}
    return tuple(
        value
        for _party, held in sorted(latest.items(), key=lambda item: order.get(item[0] or "", 0))
        for own in held.values()
        for value in own
    )


def series(kb: KnowledgeBase, indicator: Indicator, day: date) -> tuple[Value, ...]:
    """Return the values of an indicator told by `day` of the measure as a whole, oldest first.

    Without what was corrected or taken back.
    """
    return tuple(value for value in told(kb, indicator, day) if value.party is None)


def told(kb: KnowledgeBase, indicator: Indicator, day: date) -> tuple[Value, ...]:
    """Return the values of an indicator told by `day`, of the whole and of parties, oldest first.

    Without what was corrected or taken back.
    """
    return tuple(
        value
        for value in index.values(kb, indicator.id)
        if not value.void and corrections.holds(kb, value, day)
    )


@frozen
class Answered:
    """How many of those asked (`total`) said yes or no, are disputed, or said nothing."""

    total: int
    yes: int
    no: int
    disputed: int
    unknown: int


def answered(
    kb: KnowledgeBase, measure: Measure, indicator: Indicator, day: date
) -> Answered | None:
    """Return what a measure's parties had answered to an indicator by `day`, yes or no.

    Of the parties that are there on the day; None where none of them said either.
    """
    values = of_the_present(kb, holding_of(kb, indicator.id, day), day)
    given: dict[str, set[object]] = {}
    for value in values:
        if value.party is not None:
            given.setdefault(value.party, set()).add(value.value)
    said = {key: v for key, v in given.items() if all(isinstance(one, bool) for one in v)}
    if not said:
        return None
    parties = {one.party.id for one in standings.of_one(kb, measure, day).parties} | set(said)
    return Answered(
        total=len(parties),
        yes=sum(found == {True} for found in said.values()),
        no=sum(found == {False} for found in said.values()),
        disputed=sum(len(found) > 1 for found in said.values()),
        unknown=len(parties) - len(said),
    )


def of_the_present(kb: KnowledgeBase, values: Iterable[Value], day: date) -> tuple[Value, ...]:
    """Return the values of the whole, and those of parties that are there on `day`."""
    there = {party.id for party in region.parties(kb, day)}
    return tuple(value for value in values if value.party is None or value.party in there)


def is_disputed(value: Value, among: Iterable[Value]) -> bool:
    """True where another of these values speaks of the same and says something else."""
    return any(
        (other.indicator, other.party) == (value.indicator, value.party)
        and other.value != value.value
        for other in among
    )


NEGATIONS = ("no", "not", "ei", "eivät", "inte", "nej", "ikke", "nei")
"""The first word of an option that says no, in the languages of the data."""


def is_yes(indicator: Indicator, value: Value) -> bool | None:
    """Return whether a value says yes or no, None where it says neither.

    Of two options the one that begins with a negation says no, and the other yes.
    """
    if isinstance(value.value, bool):
        return value.value
    negative = [o for o in indicator.options if o.casefold().split(" ")[0] in NEGATIONS]
    if len(indicator.options) != 2 or len(negative) != 1 or not isinstance(value.value, str):
        return None
    return value.value not in negative if value.value in indicator.options else None


def is_reached(indicator: Indicator, value: Value) -> bool | None:
    """Return whether a value says that what the indicator is to show is there; None where it
    cannot be told.

    Its target is reached, in the direction in which it is wanted to go; without a target it says
    yes. What lies on one side of a target says nothing where no direction is known, and a text
    that is neither the target nor one of two options says nothing.
    """
    target = indicator.target.value if indicator.target else None
    if target is None:
        return is_yes(indicator, value)
    if value.value == target:
        return True
    if isinstance(target, bool) or isinstance(value.value, bool):
        return False if isinstance(target, bool) and isinstance(value.value, bool) else None
    if isinstance(target, str) or isinstance(value.value, str) or value.value is None:
        return None
    match _direction(indicator, target):
        case "up":
            return value.value > target
        case "down":
            return value.value < target
        case "none" | None:
            return None


def _direction(indicator: Indicator, target: int | Decimal) -> Direction | None:
    """Return which way an indicator is wanted to go: as said, else from its baseline."""
    if indicator.direction is not None or indicator.baseline is None:
        return indicator.direction
    start = indicator.baseline.value
    if isinstance(start, bool | str) or start == target:
        return None
    return "up" if start < target else "down"


@frozen
class ToldCount:
    """How many parties have told it themselves: for certain, and with those who are not agreed on.

    Of a party that is spoken of in two ways nobody can say which holds.
    """

    certain: int
    possible: int


def parties_told(
    kb: KnowledgeBase, measure: Measure, indicator: Indicator, day: date
) -> ToldCount | None:
    """Return how many of the parties had told it themselves by `day`.

    A party tells it with its own value, yes or no, and with its state: completed is yes, not
    started no. Of one speaker the later word holds. None where no party has told anything.
    """
    standing = standings.of_one(kb, measure, day)
    values = of_the_present(kb, holding_of(kb, indicator.id, day), day)
    told: dict[str, list[tuple[str, date, bool]]] = {}
    for value in values:
        if value.party is not None and isinstance(value.value, bool):
            word = (value.by or "", value.on.last, value.value)
            told.setdefault(value.party, []).append(word)
    has_told = bool(told)
    for party in standing.parties:
        if party.of_whole or not party.latest:
            continue
        has_told = True
        for update in party.latest:
            if update.state in ("completed", "not-started"):
                word = (update.by or "", update.on.last, update.state == "completed")
                told.setdefault(party.party.id, []).append(word)
    if not has_told:
        return None
    said = [_last_said(words) for words in told.values()]
    return ToldCount(said.count({True}), sum(True in one for one in said))


def _last_said(words: Iterable[tuple[str, date, bool]]) -> set[bool]:
    """Return what is said in each speaker's last words; a word is who, when, and yes or no."""
    last: dict[str, tuple[date, set[bool]]] = {}
    for who, day, said in words:
        before, others = last.get(who, (day, set()))
        if day >= before:
            last[who] = (day, {said} | (others if day == before else set()))
    return {said for _day, own in last.values() for said in own}
