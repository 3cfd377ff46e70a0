"""The ledger of what is missing: since when, and which body can decide."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from yhdyspinta_cli.facts import (
    agreement,
    bodies,
    concerns,
    lifetime,
    measures,
    mergers,
    naming,
    own_part,
    region,
    silences,
    standings,
    trails,
    translated,
)
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import counterparts, filters, obligations
from yhdyspinta_cli.vocabulary import GAP_KINDS, GapKind

_OF_SEVERAL: tuple[GapKind, ...] = ("missed", "counterpart", "untranslated")
"""Kinds of which one gap holds several: each party's period missed, each level without somebody,
each text of a record."""


@frozen
class Gap:
    """One thing that is missing.

    `about` are ids that say more: vague actors, those who have ended or not begun, missing
    levels, a successor, the parties or areas that have missed, the party asked about that has told
    nothing itself; `count` is how many are missing,
    of how many in `of`; `decides` is who can decide it, None: not stated; `period` is the one that
    was missed, `beginning` when the one begins who has not. `language` is the one into which
    nothing is translated of the fields in `about`.
    """

    kind: GapKind
    record: Record
    age: measures.Age
    decides: str | None
    about: tuple[str, ...] = ()
    count: int = 1
    of: int = 1
    source: str = ""
    period: Period | None = None
    beginning: lifetime.Beginning | None = None
    language: str = ""

    @property
    def counted(self) -> int:
        """How many of its kind it counts for: a party's each, where it holds those of several."""
        return self.count if self.kind in _OF_SEVERAL else 1


@frozen
class Ledger:
    """Every gap on the day, in the order of `GAP_KINDS`; silence counts from `months` on."""

    day: date
    months: int
    gaps: tuple[Gap, ...]

    def count(self, kind: str) -> int:
        """How many are missing of a kind."""
        return sum(gap.counted for gap in self.gaps if gap.kind == kind)


def ledger(
    kb: KnowledgeBase,
    day: date,
    *,
    months: int = standings.SILENT_AFTER,
    kinds: tuple[str, ...] = (),
    wanted: filters.Wanted | None = None,
    over: bool = False,
    languages: tuple[str, ...] = (),
) -> Ledger:
    """Return what is missing as of `day`; `over` tells that the day is past.

    Of these `kinds` only, and only on records that have what is `wanted`; all where nothing is. Of
    a party, however it is asked for, its own silence is told, not that of the whole measure, and
    what one that is gone left open to it, not to others. What is untranslated into these
    `languages` is told only where that kind is asked for.
    """
    wanted = wanted or filters.Wanted()
    keep = filters.keeping(kb, wanted, day)
    asked_for = _gaps(kb, day, months, wanted, over=over)
    if "untranslated" in kinds:
        asked_for = chain(asked_for, _untranslated(kb, day, languages))
    found = [gap for gap in asked_for if (not kinds or gap.kind in kinds) and keep(gap.record)]
    return Ledger(day, months, tuple(sorted(found, key=lambda gap: GAP_KINDS.index(gap.kind))))


def _gaps(
    kb: KnowledgeBase, day: date, months: int, wanted: filters.Wanted, *, over: bool
) -> Iterator[Gap]:
    actor = wanted.party or wanted.actor
    party = actor if kb.find(Party, actor) else None
    for standing in standings.going_on(kb, day):
        yield from _measure(kb, standing.measure, day)
    yield from _silent(kb, day, months) if party is None else _untold(kb, day, months, party)
    yield from _counterparts(kb, day)
    for body in kb.bodies:
        if bodies.meets(kb, body, day):
            yield from _seats(kb, body, day)
    for division in kb.divisions:
        unlisted = bodies.unlisted(division)
        if unlisted is not None:
            age = measures.age(kb, None, day)
            counts = (unlisted.missing, unlisted.announced)
            yield _gap(kb, "areas-not-listed", division, age, (), *counts)
    yield from _not_there(kb, day)
    for found in mergers.left_open(kb, day):
        about = (found.party, found.successor) if found.successor else (found.party,)
        # A turn concerns all who sit there; a measure that others share, only who came after.
        if party is not None and not isinstance(found.record, Body) and party not in about:
            continue
        age = measures.age(kb, found.ended + timedelta(days=1), day)
        yield _gap(kb, "left-open", found.record, age, about)
    yield from _missed(kb, day, actor, over)
    for standing in standings.late(kb, day):
        due = standing.measure.due
        is_own = actor is None or own_part.is_late(kb, standing, actor, day)
        if due is not None and is_own:
            age = measures.age(kb, due + timedelta(days=1), day)
            yield _gap(kb, "late", standing.measure, age)


def _gap(
    kb: KnowledgeBase,
    kind: GapKind,
    record: Record,
    age: measures.Age,
    about: tuple[str, ...] = (),
    count: int = 1,
    of: int = 1,
) -> Gap:
    if isinstance(record, Measure):
        decides = measures.decides(kb, record)
    else:
        decides = getattr(record, "decides", None)
        decides = decides or measures.decides_on(kb, getattr(record, "interface", None))
    return Gap(kind, record, age, decides, about, count, of, kb.source_of(record))


def _untranslated(kb: KnowledgeBase, day: date, languages: tuple[str, ...]) -> Iterator[Gap]:
    """Yield what has no translation; it lacks since the first day of all, and nobody decides it."""
    age = measures.age(kb, agreement.first_day(kb), day)
    for code in languages:
        for one in translated.lacking(kb, code):
            yield Gap(
                "untranslated",
                one.record,
                age,
                None,
                one.fields,
                len(one.fields),
                one.of,
                kb.source_of(one.record),
                language=code,
            )


def _measure(kb: KnowledgeBase, measure: Measure, day: date) -> Iterator[Gap]:
    unknown = measures.age(kb, measure.start, day)
    if measures.nobody_known(kb, measure, day):
        yield _gap(kb, "nobody-known", measure, measures.nobody_age(kb, measure, day))
    if measures.nobody_forgotten(kb, measure, day):
        yield _gap(kb, "nobody-forgotten", measure, measures.nobody_age(kb, measure, day))
    vague = tuple(r.actor for r in measures.vague(kb, measure, day))
    if vague:
        yield _gap(
            kb, "vague", measure, unknown, vague, len(vague), len(naming.named(kb, measure, day))
        )
    if several := measures.leaderless(kb, measure, day):
        yield _gap(kb, "no-lead", measure, unknown, (), several, several)
    if measures.no_indicator(measure):
        yield _gap(kb, "no-indicator", measure, unknown)


def _silent(kb: KnowledgeBase, day: date, months: int) -> Iterator[Gap]:
    """Yield the measures of which nothing was heard for so many months, or nothing ever.

    Nothing need be heard after the agreement's last day: silence counts up to it.
    """
    until = agreement.asked_until(kb, day)
    for standing in standings.of(kb, region.measures(kb, day), day):
        if standing.is_silent(until, months):
            age = measures.age(kb, standing.heard, day)
            yield _gap(kb, "silent", standing.measure, age)
        elif standing.heard is None:
            age = measures.age(kb, standing.measure.start, day)
            yield _gap(kb, "no-information", standing.measure, age)


def _untold(kb: KnowledgeBase, day: date, months: int, party: str) -> Iterator[Gap]:
    """Yield the measures for which a party answers and has told nothing of itself for so many
    months, or never: its own silence, not the whole measure's."""
    until = agreement.asked_until(kb, day)
    for standing in standings.of(kb, region.measures(kb, day), day):
        for own in standing.parties:
            if own.party.id != party:
                continue
            if own.situation == "no-information":
                # A party owes no word of the days before it was there.
                begun = (standing.measure.start, lifetime.came(kb, own.party))
                since = max((first for first in begun if first is not None), default=None)
                age = measures.age(kb, since, day)
                yield _gap(kb, "no-information", standing.measure, age, (party,))
            elif (heard := silences.since(kb, standing, own, until, months)) is not None:
                yield _gap(kb, "silent", standing.measure, measures.age(kb, heard, day), (party,))


def _counterparts(kb: KnowledgeBase, day: date) -> Iterator[Gap]:
    """Yield a gap for each party that has no counterpart on a level, from when it had none."""
    matrix = counterparts.matrix(kb, "level", day)
    places = (kb.place_text(place) for level in matrix.columns for place in level.source)
    source = "; ".join(dict.fromkeys(places))
    for row in matrix.rows:
        missing = tuple(
            level.id for level, cell in zip(matrix.columns, row.cells, strict=True) if not cell
        )
        if missing:
            since = counterparts.without_since(kb, row.party, missing, day)
            age = measures.age(kb, since, day)
            of = len(matrix.columns)
            yield Gap("counterpart", row.party, age, None, missing, len(missing), of, source)


def _seats(kb: KnowledgeBase, body: Body, day: date) -> Iterator[Gap]:
    """Yield that nobody convenes a body, or nobody chairs it since the chair that is told ended."""
    if bodies.convener(body, day) is None:
        ended = bodies.convener_ended(body, day)
        started = body.started.last if body.started else None
        since = ended + timedelta(days=1) if ended is not None else started
        yield _gap(kb, "no-convener", body, measures.age(kb, since, day))
    ended = bodies.chair_ended(body, day)
    if ended is not None:
        yield _gap(kb, "no-chair", body, measures.age(kb, ended + timedelta(days=1), day))


def _not_there(kb: KnowledgeBase, day: date) -> Iterator[Gap]:
    """Yield every record in which somebody is named who has ended, or has not yet begun.

    Once for each of them.
    """
    named: list[tuple[Record, tuple[str, ...]]] = [
        *(
            (standing.measure, tuple(n.actor for n in naming.named(kb, standing.measure, day)))
            for standing in standings.of(kb, region.measures(kb, day), day)
            if not standing.is_ended
        ),
        *((o, tuple(doer.actor for doer in o.doers if doer.holds(day))) for o in kb.obligations),
        *((body, trails.sitting(body, day)) for body in kb.bodies),
        *((actor, tuple(m.actor for m in actor.members if m.holds(day))) for actor in kb.actors),
        *((c, (c.actor,)) for c in kb.counterparts if c.actor and c.holds(day)),
        *((record, concerned) for _kind, record, concerned in concerns.concerned(kb)),
    ]
    for record, keys in named:
        for key in dict.fromkeys(keys):
            ending = lifetime.ending(kb, key, day)
            if ending is not None:
                about = (key, ending.successor) if ending.successor else (key,)
                age = measures.age(kb, ending.day + timedelta(days=1), day)
                yield _gap(kb, "ended", record, age, about)
            beginning = lifetime.beginning(kb, key, day)
            if beginning is not None:
                gap = _gap(kb, "not-begun", record, measures.age(kb, None, day), (key,))
                yield replace(gap, beginning=beginning)


def _missed(kb: KnowledgeBase, day: date, actor: str | None, over: bool) -> Iterator[Gap]:
    """Yield every period in which an obligation was missed, with whose it was: parties, areas.

    With `actor` only what that one missed.
    """
    for found in obligations.by_period(obligations.missed(kb, day, actor=actor, over=over)):
        period = found[0].period
        if period is not None:
            about = tuple(standing.each.id for standing in found if standing.each)
            age = measures.age(kb, period.due, day)
            gap = _gap(kb, "missed", found[0].obligation, age, about, len(found), len(found))
            yield replace(gap, period=period)
