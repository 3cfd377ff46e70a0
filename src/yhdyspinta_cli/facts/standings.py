"""The state of measures on a day, from updates that are never edited: who told it, who disagrees.

A day counts an update from the last day its `on` can mean. A correction takes the place of the
update it names, from its own `on` on; what was *known* on a day is a question to git. Whatever
is added with a later `on` changes nothing about a day.
Whose word holds is told by `voices`.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from yhdyspinta_cli.facts import (
    corrections,
    heard,
    index,
    measures,
    memo,
    naming,
    region,
    spans,
    voices,
)
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import ENDED, Situation, State

SILENT_AFTER = 6
"""After how many months without an update a measure counts as silent, unless asked otherwise."""


@frozen
class PartyStanding:
    """One party's state on one measure: the latest word of each who speaks of it.

    `of_whole` is True where the party has spoken of the measure as a whole, and of itself nothing
    since: it has told, and its state is what it said. `is_released` is True where the measure has
    ended and the party has said nothing: it owes nothing more.
    """

    party: Party
    latest: tuple[Update, ...]
    of_whole: bool = False
    is_released: bool = False

    @property
    def state(self) -> State | None:
        """The party's state, None where there is no information or speakers disagree."""
        return voices.agreed(self.latest)

    @property
    def is_disputed(self) -> bool:
        """True where speakers disagree on the state of the party."""
        return len({update.state for update in self.latest}) > 1

    @property
    def situation(self) -> Situation:
        """The state, or why there is none."""
        if self.is_disputed:
            return "disputed"
        return self.state or ("ended" if self.is_released else "no-information")

    @property
    def word(self) -> str | None:
        """The knowledge base's own word for the state, as the latest report has it, if it has."""
        return voices.own_word(self.latest)


@frozen
class WholeStanding:
    """A measure's own state, without that of its parties.

    `words` are the latest of each who speaks of the whole, oldest first. `heard` is the day of the
    latest update on it or value of it, its parties' included, None where nothing that counts is
    recorded. `is_over` tells that the measure's last day has passed, or that another goes on with
    it.
    """

    measure: Measure
    words: tuple[Update, ...]
    heard: date | None
    is_over: bool

    @property
    def latest(self) -> Update | None:
        """The latest word on the measure as a whole, None where there is none."""
        return self.words[-1] if self.words else None

    @property
    def state(self) -> State | None:
        """The measure's own state; never computed from several parties'. None where there is no
        information, or speakers disagree."""
        return voices.agreed(self.words)

    @property
    def is_disputed(self) -> bool:
        """True where speakers disagree on the measure as a whole."""
        return len({word.state for word in self.words}) > 1

    @property
    def situation(self) -> Situation:
        """The state, or why there is none: disputed, not told of the whole, nothing recorded."""
        if self.is_disputed:
            return "disputed"
        if self.state is None and self.is_over:
            return "ended"
        if self.state is None:
            return "no-information" if self.heard is None else "no-own-state"
        return self.state

    @property
    def word(self) -> str | None:
        """The knowledge base's own word for the state, as the latest report has it, if it has."""
        return voices.own_word(self.words)

    @property
    def is_ended(self) -> bool:
        """True where nothing more is due of it and nothing more need be heard."""
        return self.is_over or self.state in ENDED

    def is_late(self, day: date) -> bool:
        """True where the measure's due day has passed and it is neither completed nor ended."""
        due = self.measure.due
        return due is not None and due < day and not self.is_ended

    def is_silent(self, day: date, months: int = SILENT_AFTER) -> bool:
        """True where something was heard once, but nothing for so many months, and it goes on.

        A measure of which nothing was ever heard is not silent: there is no information.
        """
        is_over = self.measure.end is not None and self.measure.end < day
        if self.heard is None or self.is_ended or is_over:
            return False
        return self.heard < spans.months_before(day, months)


@frozen
class MeasureStanding(WholeStanding):
    """A measure's own state and, beside it, its parties'.

    `parties` stand behind those who answer, `partners` only take part; `others` have reported and
    do neither, and are never counted.
    """

    parties: tuple[PartyStanding, ...]
    partners: tuple[PartyStanding, ...]
    others: tuple[PartyStanding, ...]


def of_one(kb: KnowledgeBase, measure: Measure, day: date) -> MeasureStanding:
    """Return the state of one measure on `day`."""
    return of(kb, [measure], day)[0]


def of(kb: KnowledgeBase, asked: Sequence[Measure], day: date) -> tuple[MeasureStanding, ...]:
    """Return the state of each measure on `day`, in the order given."""
    return tuple(_standing(kb, measure, day) for measure in asked)


@memo.once
def of_whole(kb: KnowledgeBase, measure: Measure, day: date) -> WholeStanding:
    """Return the state of one measure on `day` without asking its parties.

    What a year of reports made of a measure asks for hundreds of its days.
    """
    return WholeStanding(
        measure,
        _own_words(kb, measure, day),
        heard.last(kb, measure, day),
        measures.is_over(kb, measure, day),
    )


@memo.once
def ongoing(kb: KnowledgeBase, day: date) -> tuple[Measure, ...]:
    """Return each measure that is there on `day` and not completed or ended.

    Only these ask for somebody who answers, and for an indicator.
    """
    there = region.measures(kb, day)
    return tuple(measure for measure in there if not is_ended(kb, measure, day))


def is_ended(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nothing more is due of a measure on `day`, without asking its parties."""
    agreed = voices.agreed(_own_words(kb, measure, day))
    return measures.is_over(kb, measure, day) or agreed in ENDED


def reported(kb: KnowledgeBase, day: date) -> tuple[MeasureStanding, ...]:
    """Return the state of each measure that is there on `day` and on which anybody reports.

    Of the others nobody has told a state: nothing can contradict it.
    """
    there = region.measures(kb, day)
    return of(kb, [measure for measure in there if index.updates(kb, measure.id)], day)


def going_on(kb: KnowledgeBase, day: date) -> tuple[MeasureStanding, ...]:
    """Return the state of each measure that is there on `day` and not completed or ended."""
    return of(kb, ongoing(kb, day), day)


def late(kb: KnowledgeBase, day: date) -> tuple[MeasureStanding, ...]:
    """Return the state of each measure whose due day has passed, and that is not completed."""
    # What is told of the others is not gone through: it may be thousands of updates.
    due = [m for m in region.measures(kb, day) if m.due is not None and m.due < day]
    going_on = [measure for measure in due if not is_ended(kb, measure, day)]
    return tuple(one for one in of(kb, going_on, day) if one.is_late(day))


@memo.once
def on_measure(kb: KnowledgeBase, measure: str, day: date) -> tuple[Update, ...]:
    """Return the updates on one measure (its id) that hold on `day`, oldest first.

    Without those that say of a day after its last that it goes on: they are shown, not counted.
    """
    return tuple(one for one in voices.counted(kb, measure) if corrections.holds(kb, one, day))


@memo.once
def _standing(kb: KnowledgeBase, measure: Measure, day: date) -> MeasureStanding:
    answering = naming.answering(kb, measure, day)
    partners = naming.taking_part(kb, measure, day)
    named = {party.id for party in (*answering, *partners)}
    # Nobody else can have spoken of a measure on which nothing is recorded.
    reporting = kb.parties if index.updates(kb, measure.id) else ()
    others = (party for party in reporting if party.id not in named)
    whole = of_whole(kb, measure, day)
    return MeasureStanding(
        measure,
        whole.words,
        whole.heard,
        whole.is_over,
        tuple(_party(kb, measure, party, day) for party in answering),
        tuple(_party(kb, measure, party, day) for party in partners),
        tuple(
            _party(kb, measure, party, day)
            for party in others
            if voices.last(kb, measure.id, party.id, day)
        ),
    )


def _own_words(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Update, ...]:
    """Return the latest of each who speaks of a measure as a whole, oldest first."""
    return _words_told(kb, measure, day) if index.updates(kb, measure.id) else ()


@memo.once
def _words_told(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Update, ...]:
    sole = naming.sole(kb, measure, day)
    whole = voices.last(kb, measure.id, None, day)
    if sole is not None:
        whole += voices.last(kb, measure.id, sole.id, day)
    return voices.undeveloped(voices.words(kb, whole, day))


@memo.once
def _told_of_whole(
    kb: KnowledgeBase, measure: Measure, day: date
) -> Mapping[str | None, tuple[Update, ...]]:
    """Return the last words on a measure as a whole, by the party (its id) that speaks them."""
    whole = voices.last(kb, measure.id, None, day)
    return index.grouped((voices.party_of(kb, update.by), update) for update in whole)


@memo.once
def _party(kb: KnowledgeBase, measure: Measure, party: Party, day: date) -> PartyStanding:
    sole = naming.sole(kb, measure, day)
    own = voices.last(kb, measure.id, party.id, day)
    own_words = _own_words(kb, measure, day)
    if sole is not None and party.id == sole.id:
        return PartyStanding(party, own_words, of_whole=not own)
    told = _told_of_whole(kb, measure, day).get(party.id, ())
    both = own + told if voices.is_since(kb, told, own, party) else own or told
    latest = voices.words(kb, both, day)
    of_whole = bool(latest) and all(update.party is None for update in latest)
    is_ended = measures.is_over(kb, measure, day) or voices.agreed(own_words) in ENDED
    return PartyStanding(party, latest, of_whole, is_released=is_ended and not latest)


def of_party(kb: KnowledgeBase, measure: Measure, key: str, day: date) -> PartyStanding | None:
    """Return the state of one party (its id) on a measure on `day`, without that of all others.

    None of a party that neither answers nor takes part nor has reported.
    """
    party = kb.find(Party, key)
    if party is None:
        return None
    named = (*naming.answering(kb, measure, day), *naming.taking_part(kb, measure, day))
    if any(one.id == key for one in named) or voices.last(kb, measure.id, key, day):
        return _party(kb, measure, party, day)
    return None
