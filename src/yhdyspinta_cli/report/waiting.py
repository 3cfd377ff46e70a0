"""The measures that wait for one party: it is the one that is missing, silent, or in dispute."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from yhdyspinta_cli.facts import agreement, measures, silences
from yhdyspinta_cli.facts.standings import SILENT_AFTER, MeasureStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.report import rows
from yhdyspinta_cli.vocabulary import Situation

Why = Literal["disputed", "unfinished", "alone", "missing", "silent"]
"""``disputed``: reporters disagree on the party's state. ``unfinished``: the measure is told to be
completed, and the party is not. ``alone``: nobody but the party answers for it, and it has told
nothing. ``missing``: most of the others have told. ``silent``: it told once, and long ago."""

WHYS: tuple[Why, ...] = get_args(Why)


@frozen
class Silence:
    """When a party that has been silent for over half a year was last heard of on a measure."""

    last: date
    days: int


@frozen
class Waiting:
    """A measure that waits for a party, and why; `told` of the `of` others have told.

    `state` is the party's own on it, `silence` its silence, None where it is not silent.
    """

    measure: rows.MeasureRow
    why: Why
    told: int
    of: int
    state: Situation
    word: str
    silence: Silence | None


def silent(
    kb: KnowledgeBase, standings: tuple[MeasureStanding, ...], party: str, day: date
) -> dict[str, Silence]:
    """Return by measure (its id) the silence of a party (its id) that answers for it."""
    until = agreement.asked_until(kb, day)
    found = {}
    for standing in standings:
        for own in standing.parties:
            if own.party.id != party:
                continue
            last = silences.since(kb, standing, own, until, SILENT_AFTER)
            if last is not None:
                found[standing.measure.id] = Silence(last, measures.age(kb, last, day).days)
    return found


def waiting_for(
    party: str, answered: tuple[rows.MeasureRow, ...], silent: Mapping[str, Silence]
) -> tuple[Waiting, ...]:
    """Return those of the measures for which a party (its id) answers that wait for it.

    By why they do, in the order of `WHYS`; `silent` is its silence by measure (its id).
    """
    found = []
    for row in answered:
        own = next((one for one in row.parties if one.key == party), None)
        if own is None:
            continue
        others = [one for one in row.parties if one.key != party and one.state != "ended"]
        told = sum(one.state != "no-information" for one in others)
        silence = silent.get(row.key)
        why = _why(row, own, told, len(others)) or ("silent" if silence else None)
        if why is not None:
            found.append(Waiting(row, why, told, len(others), own.state, own.word, silence))
    return tuple(sorted(found, key=lambda one: WHYS.index(one.why)))


def _why(row: rows.MeasureRow, own: rows.PartyState, told: int, others: int) -> Why | None:
    if own.state == "disputed":
        return "disputed"
    if row.state == "completed" and own.state not in ("completed", "no-information", "ended"):
        return "unfinished"
    if own.state != "no-information":
        return None
    if not others:
        return "alone"
    # The one that is missing among many: of two others one is no reason to point at the third.
    return "missing" if told * 2 >= others and told > 1 else None
