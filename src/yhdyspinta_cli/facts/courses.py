"""The course of a measure: each run of days on which it, or a party on it, stood in one way.

How it stood is asked of `standings`, on each day on which that can have changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from yhdyspinta_cli.facts import corrections, index, measures, region, since, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ENDED, Situation

_DAY = timedelta(days=1)


@frozen
class StateRun:
    """Days, the first and the last included, on which nothing changed in how something stood.

    `end` is None where it still stands so on the day asked about. `words` are the latest of each
    who speaks of it, oldest first; `word` is the own word for the state, if they have one.
    `is_ended` tells that nothing more is due. `is_turn` is False where the same situation was only
    told again.
    """

    start: date
    end: date | None
    situation: Situation
    words: tuple[Update, ...]
    word: str | None
    is_ended: bool
    is_turn: bool = True

    def goes_on(self, before: "StateRun") -> bool:
        """True where nothing differs from the run before."""
        return (self.situation, self.words, self.is_ended) == (
            before.situation,
            before.words,
            before.is_ended,
        )


def course(
    kb: KnowledgeBase, measure: Measure, party: str | None, day: date
) -> tuple[StateRun, ...]:
    """Return how a measure as a whole stood on each of its days by `day`, or a party (an id) on it.

    Of a measure also the days on which nothing was known, from its first day on; none on which it
    was not there. Of a party only the days for which it, or anybody of it, has told something.
    """
    found: list[StateRun] = []
    turns = [on for on in _turns(kb, measure, party) if on <= day]
    for on, following in pairwise([*turns, None]):
        assert on is not None
        end = following - _DAY if following is not None else None
        run = _run(kb, measure, party, on) if region.is_there(kb, measure, on) else None
        if run is None or (party is not None and not run.words):
            continue
        before = found[-1] if found and found[-1].end == on - _DAY else None
        if before is not None and run.goes_on(before):
            found[-1] = replace(before, end=end)
        else:
            is_turn = before is None or before.situation != run.situation
            found.append(replace(run, end=end, is_turn=is_turn))
    return tuple(found)


def _run(kb: KnowledgeBase, measure: Measure, party: str | None, on: date) -> StateRun | None:
    """Return how it stood on one day; None of a party that has no part in the measure."""
    if party is None:
        whole = standings.of_whole(kb, measure, on)
        return StateRun(on, on, whole.situation, whole.words, whole.word, whole.is_ended)
    own = standings.of_party(kb, measure, party, on)
    if own is None:
        return None
    is_ended = own.is_released or standings.is_ended(kb, measure, on) or own.state in ENDED
    return StateRun(on, on, own.situation, own.latest, own.word, is_ended)


def _turns(kb: KnowledgeBase, measure: Measure, party: str | None) -> list[date]:
    """Return, in order, each day from its first on on which it can have come to stand otherwise."""
    told: list[Update | Value] = [
        update
        for update in index.updates(kb, measure.id)
        if party is None or update.party in (None, party)
    ]
    if party is None:
        told += [one for i in measure.indicators for one in index.values(kb, i.id)]
    reported = set(_told(kb, told))
    first = min((measures.first_day(kb, measure), *reported))
    days = {first, *reported, *since.turning(kb, measure)}
    return sorted(on for on in days if on >= first)


def _told(kb: KnowledgeBase, records: Iterable[Update | Value]) -> Iterator[date]:
    """Yield from which days reports are known, and from which they are corrected."""
    for record in records:
        yield record.on.last
        corrected = corrections.days(kb, type(record)).get(record.id)
        if corrected is not None:
            yield corrected
