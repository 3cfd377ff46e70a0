"""What differs of all records but measures: their fields, their days, their duties, the reports."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from yhdyspinta_cli.facts import agreement, arrival, lifetime, voices
from yhdyspinta_cli.facts.lifetime import Beginning, Ending
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.agreement import Agreement, Amendment
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Dated, Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import diff_unread, obligations, rewriting
from yhdyspinta_cli.queries.diff_sides import Between, Side
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.obligation_standing import ObligationStanding
from yhdyspinta_cli.vocabulary import DueState


@frozen
class DatedTurn:
    """An item of a record (a seat, a member, a doer) that began to hold, or holds no more.

    `name` is the field that it stands in, `holder` the noun that has that field.
    """

    name: str
    holder: Noun
    item: Dated
    holds: bool


@frozen
class RecordTurn:
    """What differs of a record: its fields, and what it is on the day of each side.

    `ended` is how it has ended on the second side and had not on the first, `began` how it was
    still to begin on the first. `items` are those of its lists that hold on one of the days only.
    `version` is the change by which an agreement stands on the second side, where it is another.
    """

    difference: Difference
    ended: Ending | None = None
    began: Beginning | None = None
    items: tuple[DatedTurn, ...] = ()
    version: Amendment | None = None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was where it is no more."""
        return self.difference.record

    @property
    def is_merged(self) -> bool:
        """True where it has ended and another one comes after it."""
        return self.ended is not None and self.ended.successor is not None

    @property
    def differs(self) -> bool:
        """True where there is anything to tell of it."""
        one = self.difference
        is_edited = bool(one.edits) or one.is_renamed or one.before is None or one.after is None
        return is_edited or bool(self.ended or self.began or self.items or self.version)


@frozen
class DutyTurn:
    """How an obligation stands in a period, where it stood otherwise: for whom, before and after.

    `before` is None where the first side has no such period yet.
    """

    standing: ObligationStanding
    before: DueState | None
    after: DueState | None


REPORTS = ("update", "value", "event", "round")
"""The kinds that are recorded and never edited, in the order in which they are counted."""


@frozen
class NewReport:
    """A report that the second side has and the first had not, and whose it is (a party's id)."""

    record: Record
    party: str | None


@frozen
class ReportTurns:
    """What was reported since, and what was rewritten: edited or deleted."""

    new: tuple[NewReport, ...]
    rewritten: tuple[Difference, ...]

    @property
    def by_party(self) -> tuple[tuple[str | None, Mapping[str, int]], ...]:
        """How many new reports of each kind each party told (its id), the most first."""
        found: dict[str | None, Counter[str]] = {}
        for one in self.new:
            found.setdefault(one.party, Counter())[one.record.kind] += 1
        return tuple(sorted(found.items(), key=lambda one: -one[1].total()))


def turns(between: Between) -> tuple[RecordTurn, ...]:
    """Return each record, but for measures and reports, of which something differs."""
    found = (
        _turn(between, one)
        for one in between.records
        if not isinstance(one.record, Measure) and not is_recorded(one.record)
    )
    return tuple(one for one in found if one.differs)


def _turn(between: Between, difference: Difference) -> RecordTurn:
    before, after = difference.before, difference.after
    if before is None or after is None:
        return RecordTurn(difference)
    first, second = between.first, between.second
    return RecordTurn(
        difference,
        _ended(first, second, before, after),
        _began(first, second, before, after),
        tuple(dated_turns(after, first.day, second.day)) if between.is_of_two_days else (),
        _version(first, second) if isinstance(after, Agreement) else None,
    )


def _ended(first: Side, second: Side, before: Record, after: Record) -> Ending | None:
    """Return how a record itself has ended, where it had not."""
    if after.kind not in ACTOR_KINDS:
        return None
    now = lifetime.ending(second.kb, after.id, second.day)
    was = lifetime.ending(first.kb, before.id, first.day)
    is_own = now is not None and now.actor == after.id
    return now if is_own and was is None else None


def _began(first: Side, second: Side, before: Record, after: Record) -> Beginning | None:
    """Return how a record itself was still to begin, where it has begun."""
    if after.kind not in ACTOR_KINDS:
        return None
    was = lifetime.beginning(first.kb, before.id, first.day)
    now = lifetime.beginning(second.kb, after.id, second.day)
    return was if was is not None and was.actor == before.id and now is None else None


def dated_turns(record: Record, then: date, day: date) -> Iterator[DatedTurn]:
    """Yield what a record holds on one of two days only: seats, members, doers, itself."""
    if isinstance(record, Counterpart) and record.holds(then) != record.holds(day):
        yield DatedTurn("", record, Dated(start=record.start, end=record.end), record.holds(day))
    holders: dict[tuple[object, ...], Noun] = {}
    for route, noun in walk.nouns(record):
        holders[route] = noun
        if isinstance(noun, Dated) and noun.holds(then) != noun.holds(day):
            names = [step for step in route if isinstance(step, str)]
            yield DatedTurn(names[-1], _holder(holders, route), noun, noun.holds(day))


def _holder(holders: Mapping[tuple[object, ...], Noun], route: tuple[object, ...]) -> Noun:
    """Return the noun in whose field the one at the end of a route stands."""
    return next(
        holders[route[:length]]
        for length in range(len(route) - 1, -1, -1)
        if route[:length] in holders
    )


def _version(first: Side, second: Side) -> Amendment | None:
    """Return the change by which the agreement stands on the second side, where it is another."""
    was = agreement.version(first.kb, first.day)
    now = agreement.version(second.kb, second.day)
    return now if now is not None and (was is None or was.id != now.id) else None


def duties(between: Between, party: str | None = None) -> tuple[DutyTurn, ...]:
    """Return the periods of obligations that are met or missed on one side, and not on the other.

    Of one party (its id on the second side), or of all. Of those of which another agreement has no
    event yet nothing is told.
    """
    hanging = diff_unread.hanging(between)
    back = {new: old for old, new in between.renamed.items()}
    was = _by_period(between.first, back.get(party, party) if party else None, between.renamed)
    now = _by_period(between.second, party, {})
    recorded = {one.obligation.id for one in now.values() if one.events}
    found = []
    for key in dict.fromkeys((*now, *was)):
        before, after = was.get(key), now.get(key)
        one = after or before
        states = (before.state if before else None, after.state if after else None)
        if one is None or states[0] == states[1] or not {"met", "missed"} & {*states}:
            continue
        if between.is_other and one.obligation.id not in recorded:
            continue
        if not hanging.has_duty(one.obligation, one.each.id if one.each else None):
            found.append(DutyTurn(one, *states))
    return tuple(found)


def _by_period(
    side: Side, party: str | None, renamed: Mapping[str, str]
) -> dict[tuple[object, ...], ObligationStanding]:
    if party is not None and party not in side.kb.entries:
        return {}

    def key(one: ObligationStanding) -> tuple[object, ...]:
        ids = (one.obligation.id, one.each.id if one.each else "")
        return (*(renamed.get(key, key) for key in ids), one.period.key if one.period else "")

    return {key(one): one for one in obligations.standings(side.kb, side.day, actor=party)}


def reports(between: Between) -> ReportTurns:
    """Return what was reported since the first side, and which reports were rewritten.

    A report counts from the last day it can speak of. Of another agreement nothing is rewritten:
    its reports are its own.
    """
    new, rewritten = [], []
    for one in between.records:
        if not is_recorded(one.record):
            continue
        is_new = _is_known(between.second, one.after) and not _is_known(between.first, one.before)
        if is_new and one.after is not None:
            new.append(NewReport(one.after, _whose(between.second.kb, one.after)))
        if rewriting.is_rewritten(one):
            rewritten.append(one)
    return ReportTurns(tuple(new), () if between.is_other else tuple(rewritten))


def _is_known(side: Side, record: Record | None) -> bool:
    return record is not None and not arrival.is_later(side.kb, record, side.day)


def _whose(kb: KnowledgeBase, record: Record) -> str | None:
    """Return the party (its id) that a report is of: it speaks, or it is spoken of."""
    party = getattr(record, "party", None)
    if isinstance(record, Update | Value):
        return voices.party_of(kb, record.by) or party
    return party or voices.party_of(kb, getattr(record, "by", None))
