"""What became of each measure from one side to the other: dropped, moved, taken up elsewhere.

How a measure stands on a side is what `facts` tells of it; nothing is worked out here but which
of that differs.
"""

import re
from collections.abc import Iterator, Sequence

from yhdyspinta_cli.facts import index, measures, naming, standings
from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import diff_unread
from yhdyspinta_cli.queries.diff_sides import Between, Side
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.vocabulary import ENDED, Situation

_SILENT: tuple[Situation, ...] = ("no-information", "ended")
"""A party that has told nothing, whether its measure goes on or has ended."""


@frozen
class PartyTurn:
    """A party whose state on a measure is another one than before."""

    party: Party
    before: Situation
    after: Situation


@frozen
class MeasureTurn:
    """What became of a measure: what differs of its record, and how it stands on each side.

    `before` is None of one that the first side does not have, or that begins only after its day,
    `after` likewise. `came` and `went` are those who are named for it on the second side only, and
    on the first only, where no edit of the record tells it: by a decision, or by their own days.
    `continued` are the measures that go on with it on the second side and did not on the first.
    `is_unreported` tells that another agreement has no report on it yet. Where it hangs on what
    one side cannot read how it stands, both are None, too.
    """

    difference: Difference
    before: MeasureStanding | None
    after: MeasureStanding | None
    parties: tuple[PartyTurn, ...] = ()
    came: tuple[Named, ...] = ()
    went: tuple[Named, ...] = ()
    continued: tuple[Measure, ...] = ()
    is_ownerless: bool = False
    was_late: bool = False
    is_late: bool = False
    is_unreported: bool = False

    @property
    def measure(self) -> Measure:
        """The measure as it is now, or as it was where it is no more."""
        found = self.difference.record
        assert isinstance(found, Measure)
        return found

    @property
    def is_gone(self) -> bool:
        """True where the second side has no such measure."""
        return self.difference.after is None

    @property
    def is_dropped(self) -> bool:
        """True where it is gone, had not ended, and nothing goes on with it."""
        is_open = self.before is None or not self.before.is_ended
        return self.is_gone and is_open and not self.continued

    @property
    def is_new(self) -> bool:
        """True where the first side had none, or it began only after that side's day."""
        has_begun = self.before is None and self.after is not None
        return self.difference.before is None or has_begun

    @property
    def is_merged(self) -> bool:
        """True where it is merged into another one now, and was not."""
        was = self.before.situation if self.before else None
        return self.after is not None and self.after.situation == "merged" != was

    @property
    def is_continued(self) -> bool:
        """True where another goes on with it now, in the data or as printed, and did not."""
        before, after = self.difference.before, self.difference.after
        printed = isinstance(after, Measure) and after.continued_by_printed is not None
        was = isinstance(before, Measure) and before.continued_by_printed is not None
        return before is not None and (bool(self.continued) or (printed and not was))

    @property
    def is_closed(self) -> bool:
        """True where its last day has passed now, and it came to no other end before that."""
        if self.before is None or self.after is None or self.is_continued:
            return False
        ended = self.before.is_ended or self.after.state in ENDED
        return self.after.is_over and not ended

    @property
    def has_another_state(self) -> bool:
        """True where it, or a party on it, stands in another way than before."""
        if self.before is None or self.after is None or self.is_untold:
            return False
        moved = self.whole_moved or self.became_late or self.is_no_longer_late
        return moved or bool(self.parties)

    @property
    def is_untold(self) -> bool:
        """True where it had a state, and another agreement has no report on it yet."""
        was = self.before.situation if self.before else "no-information"
        return self.is_unreported and was != "no-information" and not self.is_closed

    @property
    def became_late(self) -> bool:
        """True where it is late now, and was not."""
        return self.is_late and not self.was_late

    @property
    def is_no_longer_late(self) -> bool:
        """True where it was late, and is neither that now nor ended."""
        goes_on = self.after is not None and not self.after.is_ended
        return self.was_late and not self.is_late and goes_on

    @property
    def whole_moved(self) -> bool:
        """True where the measure as a whole stands in another way than before."""
        if self.before is None or self.after is None or self.is_merged:
            return False
        return self.before.situation != self.after.situation or self.is_closed

    @property
    def is_changed(self) -> bool:
        """True where it is on both sides, and its record or those named for it differ."""
        both = self.difference.before is not None and self.difference.after is not None
        told = self.difference.edits or self.difference.is_renamed or self.came or self.went
        return both and bool(told)

    @property
    def differs(self) -> bool:
        """True where there is anything to tell of it."""
        return (
            self.is_gone
            or self.is_new
            or self.is_merged
            or self.is_continued
            or self.has_another_state
            or self.is_untold
            or self.is_changed
        )


def turns(between: Between) -> tuple[MeasureTurn, ...]:
    """Return each measure of which something differs, in the order of the programme.

    The order is that of the second side; what is gone comes last, in the order of the first.
    """
    pairs = [one for one in between.records if isinstance(one.record, Measure)]
    place = {
        m.id: n for n, m in enumerate((*between.second.kb.measures, *between.first.kb.measures))
    }
    pairs.sort(key=lambda one: (one.after is None, place[one.record.id]))
    before = _standings(between.first, [one.before for one in pairs])
    after = _standings(between.second, [one.after for one in pairs])
    following = _following(between, pairs)
    hanging = diff_unread.hanging(between)
    found = (
        MeasureTurn(one, None, None, continued=following.get(one.record.id, ()))
        if hanging.has_measure(one)
        else _turn(between, one, before, after, following.get(one.record.id, ()))
        for one in pairs
    )
    return tuple(one for one in found if one.differs)


def _standings(side: Side, records: Sequence[object]) -> dict[str, MeasureStanding]:
    """Return how the measures of a side stand, by their ids; not of those that begin later."""
    own = [
        one
        for one in records
        if isinstance(one, Measure) and measures.first_day(side.kb, one) <= side.day
    ]
    return {one.measure.id: one for one in standings.of(side.kb, own, side.day)}


def _turn(
    between: Between,
    difference: Difference,
    before: dict[str, MeasureStanding],
    after: dict[str, MeasureStanding],
    following: tuple[Measure, ...],
) -> MeasureTurn:
    first, second = between.first, between.second
    old, new = difference.before, difference.after
    was = before.get(old.id) if old is not None else None
    now = after.get(new.id) if new is not None else None
    came, went = _named(between, difference)
    return MeasureTurn(
        difference,
        was,
        now,
        tuple(_party_turns(between, was, now)) if was and now else (),
        came,
        went,
        following,
        is_ownerless=isinstance(old, Measure)
        and isinstance(new, Measure)
        and naming.is_without(second.kb, new, second.day)
        and not naming.is_without(first.kb, old, first.day),
        was_late=was is not None and was.is_late(first.day),
        is_late=now is not None and now.is_late(second.day),
        is_unreported=between.is_other
        and now is not None
        and not index.updates(second.kb, now.measure.id),
    )


def _party_turns(
    between: Between, before: MeasureStanding, after: MeasureStanding
) -> Iterator[PartyTurn]:
    """Yield the parties that stand otherwise; not the one that alone is the whole measure."""
    was = {
        between.renamed.get(one.party.id, one.party.id): one
        for one in (*before.parties, *before.partners, *before.others)
    }
    now = {one.party.id: one for one in (*after.parties, *after.partners, *after.others)}
    sides = ((between.first, before), (between.second, after))
    alone = [naming.sole(side.kb, one.measure, side.day) for side, one in sides]
    whole = {party.id for party in alone if party is not None}
    for key in dict.fromkeys((*now, *was)):
        old = was[key].situation if key in was else "no-information"
        new = now[key].situation if key in now else "no-information"
        if old == new or key in whole or (old in _SILENT and new in _SILENT):
            continue
        yield PartyTurn((now.get(key) or was[key]).party, old, new)


def _named(between: Between, difference: Difference) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Return who came to be named for a measure and who went, without what an edit tells."""
    old, new = difference.before, difference.after
    if not isinstance(old, Measure) or not isinstance(new, Measure):
        return (), ()
    told = (edit.steps for edit in difference.edits if edit.steps[0] == "responsible")
    edited = {step for steps in told for step in steps[1:2]}
    was = naming.named(between.first.kb, old, between.first.day)
    now = naming.named(between.second.kb, new, between.second.day)
    known = {(between.renamed.get(one.actor, one.actor), one.role, one.part) for one in was}
    there = {(one.actor, one.role, one.part) for one in now}
    came = (one for one in now if (one.actor, one.role, one.part) not in known)
    went = (
        one
        for one in was
        if (between.renamed.get(one.actor, one.actor), one.role, one.part) not in there
    )
    return (
        tuple(one for one in came if one.actor not in edited),
        tuple(one for one in went if one.actor not in edited),
    )


def _following(between: Between, pairs: Sequence[Difference]) -> dict[str, tuple[Measure, ...]]:
    """Return by a measure's id which go on with it on the second side and did not on the first."""
    first, second = between.first, between.second
    found: dict[str, tuple[Measure, ...]] = {}
    printed = [one for one in second.kb.measures if one.continues_printed is not None]
    for pair in pairs:
        old, new = pair.before, pair.after
        if isinstance(new, Measure):
            was = (
                measures.continued_by(first.kb, old, first.day) if isinstance(old, Measure) else ()
            )
            known = {between.renamed.get(one.id, one.id) for one in was}
            after = measures.continued_by(second.kb, new, second.day)
            found[new.id] = tuple(one for one in after if one.id not in known)
        elif isinstance(old, Measure):
            found[old.id] = tuple(
                one for one in printed if _is_printed(first.kb.as_written(old), one)
            )
    return found


def _is_printed(earlier: Measure, later: Measure) -> bool:
    """True where a measure is printed to go on with one that its own data does not have."""
    told = (later.continues_printed or "").casefold()
    code = re.escape(earlier.code.casefold())
    return earlier.title.casefold() in told or bool(re.search(rf"(?<!\w){code}(?!\w)", told))
