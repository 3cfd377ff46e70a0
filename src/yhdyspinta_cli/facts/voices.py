"""Whose word holds of what several have said: the latest of each speaker, and who contradicts whom.

Each speaker has one word on a thing, its latest. Of a party any two words that differ are a
dispute, and neither is preferred. Of a measure as a whole a later word of another speaker is a
development, unless it is of the same day or takes back what had ended or begun: that is a dispute.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from yhdyspinta_cli.facts import corrections, index, lifetime, measures, memo, ranks
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ENDED, NOT_BEGUN, State


def agreed(words: tuple[Update, ...]) -> State | None:
    """Return the state in which all these words agree, None where they do not, or are none."""
    states = {word.state for word in words}
    return states.pop() if len(states) == 1 else None


def own_word(words: tuple[Update, ...]) -> str | None:
    """Return the own word of the latest of these, None where they do not agree or it has none."""
    return words[-1].word if agreed(words) else None


def speaker(kb: KnowledgeBase, by: str | None, day: date) -> str | None:
    """Return whose voice an actor has on `day`: the party or organisation it is a part of, or
    that has come after it; None where nobody is stated."""
    if by is None:
        return None
    voice = party_of(kb, by) or (by, *kb.ancestors(by))[-1]
    return lifetime.successor(kb, voice, day) or voice


@memo.once
def party_of(kb: KnowledgeBase, by: str | None) -> str | None:
    """Return the party (its id) of which an actor speaks as a part; None where there is none."""
    found = kb.party_behind(by) if by is not None else None
    return found.id if found is not None else None


@memo.once
def counted(kb: KnowledgeBase, measure: str) -> tuple[Update, ...]:
    """Return the updates on a measure (its id) that can count on some day, the earlier word first.

    Without what takes another back, and what says of a day after the measure's last that it goes
    on: that is shown, not counted.
    """
    found = kb.find(Measure, measure)
    return tuple(
        update
        for update in index.updates(kb, measure)
        if update.state is not None
        and not (found and measures.goes_on_after_its_end(found, update))
    )


@memo.once
def _reporters(
    kb: KnowledgeBase, measure: str
) -> Mapping[str | None, Mapping[str | None, tuple[Update, ...]]]:
    """Return what is said of a measure (its id), by the party spoken of and by who speaks (ids).

    Of one reporter the earlier word comes first.
    """
    spoken = index.grouped((one.party, one) for one in counted(kb, measure))
    return {party: index.grouped((one.by, one) for one in said) for party, said in spoken.items()}


def last(kb: KnowledgeBase, measure: str, party: str | None, day: date) -> tuple[Update, ...]:
    """Return the last word by `day` of each reporter on a measure, or on a party there (ids).

    Of one reporter several only where their rank is the same. Whatever else was said before has no
    part in `words`.
    """
    return _last(kb, measure, party, day) if index.updates(kb, measure) else ()


@memo.once
def _last(kb: KnowledgeBase, measure: str, party: str | None, day: date) -> tuple[Update, ...]:
    reporters = _reporters(kb, measure).get(party, {})
    return tuple(update for said in reporters.values() for update in _last_said(kb, said, day))


def _last_said(kb: KnowledgeBase, said: Sequence[Update], day: date) -> list[Update]:
    """Return the updates of the highest rank among those that hold on `day`."""
    found: list[Update] = []
    for update in reversed(said[: bisect_right(said, day, key=lambda one: one.on.first)]):
        if found and ranks.rank(update) != ranks.rank(found[0]):
            break
        if corrections.holds(kb, update, day):
            found.append(update)
    return found


def words(kb: KnowledgeBase, updates: Sequence[Update], day: date) -> tuple[Update, ...]:
    """Return the latest word of each speaker among updates on one thing, oldest first.

    Two of equal rank of one speaker both stay where they differ: nobody can say which holds. What
    nobody in particular has said gives way to any later word.
    """
    if len(updates) < 2:
        return tuple(updates)
    latest: dict[str | None, list[Update]] = {}
    for update in sorted(updates, key=ranks.order):
        voice = speaker(kb, update.by, day)
        held = latest.setdefault(voice, [])
        if held and ranks.rank(held[-1]) != ranks.rank(update):
            held.clear()
        held[:] = [one for one in held if one.state != update.state]
        held.append(update)
    found = sorted((u for held in latest.values() for u in held), key=ranks.order)
    stated = [u for u in found if speaker(kb, u.by, day) is not None]
    if stated:
        last = ranks.rank(stated[-1])[:2]
        known = {u.id for u in stated}
        found = [u for u in found if u.id in known or ranks.rank(u)[:2] >= last]
    return tuple(found)


def undeveloped(found: tuple[Update, ...]) -> tuple[Update, ...]:
    """Return the last word with those that agree with it and those that it contradicts."""
    if not found:
        return ()
    last = found[-1]
    return tuple(word for word in found if word.state == last.state or _is_contradicted(word, last))


def _is_contradicted(earlier: Update, later: Update) -> bool:
    """True where what the earlier says cannot have become what the later says."""
    if ranks.rank(earlier)[:2] == ranks.rank(later)[:2]:
        return earlier.state != later.state
    return earlier.state in ENDED or later.state in NOT_BEGUN


def speaks_for(kb: KnowledgeBase, update: Update | Value, party: Party) -> bool:
    """True where the party itself, or a part of it, is the one who says it."""
    return party_of(kb, update.by) == party.id


def is_since(
    kb: KnowledgeBase, told: Sequence[Update], own: Sequence[Update], party: Party
) -> bool:
    """True where what a party last told of the whole holds of itself, too.

    It is of a later day than what the party told of itself. What had ended of itself stays so
    while the whole goes on: the two are no contradiction.
    """
    mine = [update for update in own if speaks_for(kb, update, party)]
    if not told or not mine:
        return False
    before, after = max(mine, key=ranks.order), max(told, key=ranks.order)
    if before.state in ENDED and after.state not in ENDED:
        return False
    return ranks.rank(after)[:2] > ranks.rank(before)[:2]
