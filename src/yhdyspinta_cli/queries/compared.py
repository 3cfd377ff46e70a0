"""How the measures stood on an earlier day beside how they stand on this one, and what became."""

from datetime import date, timedelta

from yhdyspinta_cli.facts import agreement, region, since, standings, tallies
from yhdyspinta_cli.facts.tallies import Counts
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import changes, ways_gone
from yhdyspinta_cli.queries.changes import Change
from yhdyspinta_cli.vocabulary import CHANGE_KINDS, ChangeKind, Situation

_DAY = timedelta(days=1)


@frozen
class Became:
    """What became of a measure between two days: one kind, whatever was reported meanwhile.

    `before` is None of a measure that was not there on the first day, `after` of one that is gone
    on the second. `change` is the report that brought it, None where no report on the whole did;
    `parties` are the changes of parties on it, in the order of their kinds.
    """

    measure: Measure
    kind: ChangeKind
    before: Situation | None
    after: Situation | None
    change: Change | None
    parties: tuple[Change, ...]


@frozen
class Stretch:
    """Months in a row at whose ends the measures stood alike: the days of the first and last."""

    first: date
    last: date
    months: int
    counts: Counts


def held_in(kb: KnowledgeBase, year: int, day: date) -> tuple[int, ...]:
    """Return the years before one in which the agreement held, as it stood on `day`."""
    first = agreement.first_day(kb).year
    return tuple(one for one in range(first, year) if agreement.holds_in(kb, one, day))


def between(kb: KnowledgeBase, then: date, day: date) -> tuple[Became, ...]:
    """Return what became, from `then` to `day`, of each measure that is there on either.

    In the order of the kinds, then of the programme.
    """
    found = changes.between(kb, then, day)
    of_whole = {one.measure.id: one for one in found if one.party is None}
    old = {measure.id for measure in region.measures(kb, then)}
    new = {measure.id for measure in region.measures(kb, day)}
    made = []
    for measure in kb.measures:
        if measure.id not in old | new:
            continue
        before = since.situation(kb, measure, None, then)
        after = since.situation(kb, measure, None, day)
        change = of_whole.get(measure.id)
        kind = ways_gone.of_whole(before, after)
        if measure.id not in new:
            # It ended as it was: nothing of it was taken back.
            kind = "unchanged"
        made.append(
            Became(
                measure,
                change.kind if change else kind,
                before if measure.id in old else None,
                after if measure.id in new else None,
                change,
                tuple(one for one in found if one.party and one.measure.id == measure.id),
            )
        )
    return tuple(sorted(made, key=lambda one: CHANGE_KINDS.index(one.kind)))


def stretches(kb: KnowledgeBase, day: date, years: int) -> tuple[Stretch, ...]:
    """Return how the measures stood at the ends of the months of the agreement's time by `day`.

    Of an agreement older than so many years only the latest, from a December on. A month in which
    the agreement does not hold on any day is left out; the running one is counted as of `day`.
    """
    until = agreement.asked_until(kb, day)
    start = max(agreement.first_day(kb), date(until.year - years, 12, 1))
    found: list[Stretch] = []
    first = start.replace(day=1)
    while first <= until:
        following = (first + timedelta(days=31)).replace(day=1)
        last = min(following - _DAY, day)
        if not any(
            gap.start <= first and following - _DAY <= gap.end for gap in agreement.gaps(kb, day)
        ):
            counts = total(kb, last)
            if found and found[-1].counts == counts and found[-1].last == first - _DAY:
                found[-1] = Stretch(found[-1].first, last, found[-1].months + 1, counts)
            else:
                found.append(Stretch(first, last, 1, counts))
        first = following
    return tuple(found)


def year_ends(kb: KnowledgeBase, day: date) -> tuple[tuple[date, Counts], ...]:
    """Return how the measures stood at the end of each year of the agreement, and on `day`."""
    years = held_in(kb, day.year, day)
    ends = [date(one, 12, 31) for one in years if date(one, 12, 31) < day]
    return tuple((one, total(kb, one)) for one in (*ends, day))


def total(kb: KnowledgeBase, day: date) -> Counts:
    """Return the measures that there are on a day, counted as they stood on it."""
    found = standings.of(kb, region.measures(kb, day), day)
    return tallies.counts(standing.situation for standing in found)
