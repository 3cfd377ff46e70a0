"""What came in from a day on, by party: reports, corrections, and edits of what concerns it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from yhdyspinta_cli.facts import belongs, region, voices
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.happenings import (
    Arrival,
    Happening,
    Illegible,
    PastStep,
    RecordChange,
    Telling,
)
from yhdyspinta_cli.queries.past import arrival as arrival_of
from yhdyspinta_cli.queries.past import reason


@frozen
class PartyNews:
    """What came in that is of one party, or names it; without a party what is of none of them."""

    party: Party | None
    happenings: tuple[Happening, ...]


@frozen
class CameIn:
    """The whole answer: what came in since a day, by party, the newest first.

    `arrivals` are the commits that brought something, `silent` the parties of which nothing came.
    """

    since: date
    news: tuple[PartyNews, ...]
    silent: tuple[Party, ...]
    arrivals: tuple[Arrival, ...] = ()
    gone: tuple[Record, ...] = ()


def by_party(kb: KnowledgeBase, steps: Sequence[PastStep], since: date, today: date) -> CameIn:
    """Return what steps brought, oldest first, by the parties whom it concerns.

    A report is of the party that it speaks for, else of the speaker's; an edit of each party that
    the record names itself. Silent are those that are parties today.
    """
    found: dict[str | None, list[Happening]] = {}
    for step in reversed(steps):
        for one in step.differences:
            for key in _concerned(kb, one, step.arrival.day or since):
                found.setdefault(key, []).append(_happening(kb, step, one))
        for unread in step.unread:
            found.setdefault(None, []).append(Illegible(step.arrival, unread))
    parties = sorted(kb.parties, key=lambda party: sort_key(party.name))
    news = [PartyNews(party, tuple(found[party.id])) for party in parties if party.id in found]
    if None in found:
        news.append(PartyNews(None, tuple(found[None])))
    there = {party.id for party in region.parties(kb, today)}
    silent = tuple(party for party in parties if party.id in there - found.keys())
    return CameIn(
        since,
        tuple(news),
        silent,
        tuple(step.arrival for step in steps),
        tuple(edits.gone(kb, (one for step in steps for one in step.differences))),
    )


def _happening(kb: KnowledgeBase, step: PastStep, difference: Difference) -> Happening:
    arrival = arrival_of(step, difference)
    if difference.before is None and is_recorded(difference.record):
        # What it said when it came may have had to go since.
        entry = kb.entries.get(difference.record.id)
        if entry is None:
            return Telling(difference.record, arrival, is_gone=True)
        return Telling(entry.record, arrival)
    return RecordChange(arrival, difference, difference.edits, reason=reason(step, difference))


def _concerned(kb: KnowledgeBase, one: Difference, day: date) -> tuple[str | None, ...]:
    """Return the parties (their ids) that a difference concerns, None alone where it does none.

    Those whose the record is, and those that were put into it or taken away.
    """
    record = one.record
    if is_recorded(record):
        return (_reporting(kb, record),)
    if isinstance(record, Party):
        return (record.id if record.id in kb.entries else None,)
    named = dict.fromkeys(_parties(kb, (*belongs.named(kb, record, day), *_put_or_taken(one))))
    return tuple(named) or (None,)


def _put_or_taken(difference: Difference) -> Iterator[str]:
    """Yield the actors whom a record names after the edits and did not before, or the reverse."""
    for edit in difference.edits:
        if edit.kind != "moved":
            yield from _actors(edit.was_in, edit.name, edit.before)
            yield from _actors(edit.is_in, edit.name, edit.after)


def _actors(noun: Noun, name: str, value: object) -> Iterator[str]:
    """Yield the actors that what a field holds names, in the records inside it too."""
    if isinstance(value, tuple):
        for item in value:
            yield from _actors(noun, name, item)
    elif isinstance(value, str):
        ref = walk.reference_of(type(noun), name)
        if ref is not None and set(ref.kinds) & set(ACTOR_KINDS):
            yield value
    elif isinstance(value, Noun):
        inside = walk.records(value) if isinstance(value, Record) else (((), value),)
        for _route, one in inside:
            for _where, key, kinds in walk.references(one):
                if set(kinds.kinds) & set(ACTOR_KINDS):
                    yield key


def _parties(kb: KnowledgeBase, actors: Iterable[str]) -> Iterator[str]:
    for key in actors:
        party = voices.party_of(kb, key) if key in kb.entries else None
        if party is not None:
            yield party


def _reporting(kb: KnowledgeBase, report: Record) -> str | None:
    """Return the party that a report speaks for, else that of its speaker, None for neither."""
    for name in ("party", "by", "convener", "chair"):
        key = getattr(report, name, None)
        party = voices.party_of(kb, key) if isinstance(key, str) and key in kb.entries else None
        if party is not None:
            return party
    return None
