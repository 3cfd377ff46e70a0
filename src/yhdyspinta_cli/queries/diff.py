"""What differs between two sides, as a reader asks: two states of the records, or two days."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import diff_dropped, diff_measures, diff_records, diff_unread, filters
from yhdyspinta_cli.queries.diff_measures import MeasureTurn
from yhdyspinta_cli.queries.diff_records import DutyTurn, RecordTurn, ReportTurns
from yhdyspinta_cli.queries.diff_sides import MATCHES, Between, Matched, matched
from yhdyspinta_cli.queries.diff_unread import UnreadRecords
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.filters import EVERYTHING, Wanted

RecordGroup = Literal["parties", "bodies", "obligations", "agreement", "others"]
"""Which records a reader looks for together, in the order in which they are told."""

RECORD_GROUPS: tuple[RecordGroup, ...] = get_args(RecordGroup)

_GROUP_OF: Mapping[str, RecordGroup] = {
    "party": "parties",
    "counterpart": "parties",
    "body": "bodies",
    "division": "bodies",
    "obligation": "obligations",
    "council-term": "obligations",
    "agreement": "agreement",
    "programme": "agreement",
    "statute": "agreement",
}


@frozen
class Diff:
    """What differs between two sides: of measures, of other records, of duties, of reports.

    `matched` tells, of two agreements, how many measures of the second were found in the first by
    what. `unread` is what either side cannot read, `unclear` of how many measures it hangs on that
    how they stand. `dropped_records` are the parties, bodies, obligations and provisions that are
    gone without having ended.
    """

    between: Between
    measures: tuple[MeasureTurn, ...]
    records: tuple[RecordTurn, ...]
    duties: tuple[DutyTurn, ...]
    reports: ReportTurns
    matched: Mapping[Matched, int]
    unread: tuple[UnreadRecords, UnreadRecords]
    unclear: int = 0
    dropped_records: tuple[Record, ...] = ()

    @property
    def differs(self) -> bool:
        """True where anything does."""
        told = (self.measures, self.records, self.duties, self.reports.new, self.reports.rewritten)
        return any(told)

    @property
    def dropped(self) -> tuple[MeasureTurn, ...]:
        """The measures that are gone without having ended."""
        return tuple(one for one in self.measures if one.is_dropped)

    @property
    def ownerless(self) -> tuple[MeasureTurn, ...]:
        """The measures for which somebody answered and nobody does any more."""
        return tuple(one for one in self.measures if one.is_ownerless)

    @property
    def states(self) -> tuple[MeasureTurn, ...]:
        """The measures that stand in another way, themselves or a party on them."""
        return tuple(one for one in self.measures if one.has_another_state)

    @property
    def untold(self) -> tuple[MeasureTurn, ...]:
        """The measures that had a state, and on which another agreement has no report yet."""
        return tuple(one for one in self.measures if one.is_untold)

    @property
    def new(self) -> tuple[MeasureTurn, ...]:
        """The measures that were not there."""
        return tuple(one for one in self.measures if one.is_new)

    @property
    def continued(self) -> tuple[MeasureTurn, ...]:
        """The measures merged into another one, or that another goes on with."""
        return tuple(one for one in self.measures if one.is_merged or one.is_continued)

    @property
    def merged(self) -> tuple[RecordTurn, ...]:
        """The parties and other actors that have ended, and whom another one follows."""
        return tuple(one for one in self.records if one.is_merged)

    @property
    def removed(self) -> tuple[MeasureTurn, ...]:
        """The measures that are gone after they had ended."""
        gone = (one for one in self.measures if one.is_gone and not one.is_dropped)
        return tuple(one for one in gone if not one.is_continued)

    @property
    def changed(self) -> tuple[MeasureTurn, ...]:
        """The measures that are told in another way."""
        return tuple(one for one in self.measures if one.is_changed)

    def group(self, group: RecordGroup) -> tuple[RecordTurn, ...]:
        """Return the records of a group of which something differs, kind by kind.

        Those dropped without being closed are among them.
        """
        kinds = [kind for kind, of in _GROUP_OF.items() if of == group]
        found = [one for one in self.records if _GROUP_OF.get(one.record.kind, "others") == group]
        known = {kind: place for place, kind in enumerate(kinds)}
        return tuple(sorted(found, key=lambda one: known.get(one.record.kind, len(known))))


def between(sides: Between, wanted: tuple[Wanted, Wanted] = (EVERYTHING, EVERYTHING)) -> Diff:
    """Return what differs from one side to another, of the records that are wanted on either.

    `wanted` are the conditions in the ids of each side.
    """
    keep = _keeping(sides, wanted)
    party = wanted[1].party
    turns = (_of_party(one, party) for one in diff_measures.turns(sides) if keep(one.difference))
    reported = diff_records.reports(sides)
    hanging = diff_unread.hanging(sides)
    return Diff(
        sides,
        tuple(one for one in turns if one.differs),
        tuple(one for one in diff_records.turns(sides) if keep(one.difference)),
        tuple(
            one
            for one in diff_records.duties(sides, party)
            if keep(Difference(one.standing.obligation, one.standing.obligation))
        ),
        ReportTurns(
            tuple(one for one in reported.new if keep(Difference(None, one.record))),
            tuple(one for one in reported.rewritten if keep(one)),
        ),
        _matched(sides) if sides.is_other else {},
        diff_unread.unread(sides),
        sum(hanging.has_measure(one) and keep(one) for one in sides.records),
        tuple(one for one in diff_dropped.dropped(sides) if keep(Difference(one, None))),
    )


def _keeping(sides: Between, wanted: tuple[Wanted, Wanted]) -> Callable[[Difference], bool]:
    """Return the test whether a record of either side has everything that is wanted there."""
    tests = [
        filters.keeping(side.kb, one, side.day)
        for side, one in zip((sides.first, sides.second), wanted, strict=True)
    ]
    entries = (sides.first.kb.entries, sides.second.kb.entries)

    def keep(difference: Difference) -> bool:
        records: tuple[Record | None, ...] = (difference.before, difference.after)
        return any(
            record is not None and record.id in known and test(record)
            for record, known, test in zip(records, entries, tests, strict=True)
        )

    return keep


def _of_party(turn: MeasureTurn, party: str | None) -> MeasureTurn:
    """Return what became of a measure, of the parties on it only that one where one is wanted."""
    if party is None:
        return turn
    return replace(turn, parties=tuple(one for one in turn.parties if one.party.id == party))


def _matched(sides: Between) -> Mapping[Matched, int]:
    found = Counter(matched(one) for one in sides.records if isinstance(one.record, Measure))
    return {how: found[how] for how in MATCHES if found[how]}
