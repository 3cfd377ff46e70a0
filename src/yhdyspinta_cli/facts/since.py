"""Since when a measure, or a party on it, has been in the situation it is in."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

from yhdyspinta_cli.facts import (
    corrections,
    happened,
    index,
    lifetime,
    measures,
    memo,
    naming,
    standings,
    voices,
)
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import Situation


def situation(kb: KnowledgeBase, measure: Measure, party: str | None, day: date) -> Situation:
    """Return how a measure as a whole stood on a day, or one party (an id) on it.

    A party that neither answers nor takes part nor has reported is of no information.
    """
    found = standing(kb, measure, party, day)
    return found.situation if found is not None else "no-information"


def standing(
    kb: KnowledgeBase, measure: Measure, party: str | None, day: date
) -> standings.WholeStanding | standings.PartyStanding | None:
    """Return the standing of a measure as a whole on a day, or of one party (an id) on it.

    None of a party that neither answers nor takes part nor has reported.
    """
    if party is None:
        return standings.of_whole(kb, measure, day)
    return standings.of_party(kb, measure, party, day)


def days(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[date, ...]:
    """Return the days by `day` on which anything was reported of a measure, the first first.

    What was corrected or taken back later is among them: the days before stand as they were.
    """
    reported = _reported(kb, measure)
    return reported[: bisect_right(reported, day)]


def days_of_party(kb: KnowledgeBase, measure: Measure, party: str, day: date) -> tuple[date, ...]:
    """Return the days by `day` on which a party (its id) may have come to stand in another way.

    On all others, on which its peers may have told a lot, it stands as it did the day before.
    """
    told = _days_told(kb, measure)
    may = turning(kb, measure) | told.get(party, frozenset())
    if party in _of_whole(kb, measure):
        may |= told.get(None, frozenset())
    return tuple(sorted(on for on in may if on <= day))


@memo.once
def turning(kb: KnowledgeBase, measure: Measure) -> frozenset[date]:
    """Return the days on which a measure begins, has ended or becomes another's to answer for, and
    those on which anybody begins or has ended: what was told before may be another's from then on.
    """
    found = {measures.first_day(kb, measure), *lifetime.turning_days(kb)}
    found.update(
        measures.first_day(kb, one) for one in measures.continued_by(kb, measure, date.max)
    )
    found.update(event.on.last for event in happened.appointing(kb).get(measure.id, ()))
    found.update(one.start for one in measure.responsible if one.start is not None)
    ends = (measure.end, *(one.end for one in measure.responsible))
    found.update(end + timedelta(days=1) for end in ends if end is not None)
    return frozenset(found)


@memo.once
def _of_whole(kb: KnowledgeBase, measure: Measure) -> frozenset[str | None]:
    """Return the parties (ids) that on some day have told of the measure as a whole, or alone
    stood behind it: what is told of the whole may be theirs."""
    whole = (one for one in index.updates(kb, measure.id) if one.party is None)
    every = {*_reported(kb, measure), *turning(kb, measure)}
    sole = (naming.sole(kb, measure, on) for on in every)
    return frozenset(
        {voices.party_of(kb, one.by) for one in whole} | {one.id for one in sole if one is not None}
    )


@memo.once
def _days_told(kb: KnowledgeBase, measure: Measure) -> Mapping[str | None, frozenset[date]]:
    """Return the days on which anything was told of each party (its id), or corrected."""
    corrected = corrections.days(kb, Update)
    found: dict[str | None, set[date]] = {}
    for update in index.updates(kb, measure.id):
        told = found.setdefault(update.party, set())
        told.add(update.on.last)
        if update.id in corrected:
            told.add(corrected[update.id])
    return {party: frozenset(told) for party, told in found.items()}


@memo.once
def _reported(kb: KnowledgeBase, measure: Measure) -> tuple[date, ...]:
    updates = index.updates(kb, measure.id)
    return tuple(sorted({update.on.last for update in updates}))


def since(kb: KnowledgeBase, measure: Measure, party: str | None, day: date) -> date | None:
    """Return the first day of the situation that holds on `day`; None where nothing is recorded."""
    now = situation(kb, measure, party, day)
    found: date | None = None
    turns = days(kb, measure, day) if party is None else days_of_party(kb, measure, party, day)
    for on in reversed(turns):
        if situation(kb, measure, party, on) != now:
            break
        found = on
    return found


def history(
    kb: KnowledgeBase, measure: Measure, day: date
) -> tuple[tuple[date, standings.WholeStanding], ...]:
    """Return each day by `day` on which a measure as a whole came to stand in another way.

    With how it stood from then on. Before the first it was not known, or parties alone had told.
    """
    found: list[tuple[date, standings.WholeStanding]] = []
    for reported in days(kb, measure, day):
        then = standings.of_whole(kb, measure, reported)
        before = found[-1][1].situation if found else None
        is_known = then.situation not in ("no-information", "no-own-state")
        if then.situation != before and (found or is_known):
            found.append((reported, then))
    return tuple(found)


def completion(kb: KnowledgeBase, measure: Measure, day: date) -> Update | None:
    """Return the word that completed a measure as a whole; None where it is not completed.

    Of a measure told to be completed more than once since it last was not, the first.
    """
    if situation(kb, measure, None, day) != "completed":
        return None
    first = since(kb, measure, None, day)
    words = standings.of_whole(kb, measure, first or day).words
    return words[-1] if words else None


def days_late(kb: KnowledgeBase, measure: Measure, day: date) -> int:
    """Return how many days after its due day a measure was completed; 0 where it was not late.

    A month or a year that holds the due day is not told to be late.
    """
    completed = completion(kb, measure, day)
    if completed is None or measure.due is None or completed.on.first <= measure.due:
        return 0
    return (completed.on.last - measure.due).days
