"""The meetings of a body: the last one before a day, what it has decided, what came of that."""

from datetime import date

from yhdyspinta_cli.facts import happened, naming, since, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import ENDED, MEETINGS, Situation


@frozen
class Decision:
    """What a body decided, and what is recorded of it since.

    `of_last` tells that it was decided in the body's last meeting or since then. Of a decision on
    a `measure`: how that stood on the day (`before`) and stands `now`, and the `latest` report on
    it since, None where nothing was told. `holds` is False where it appointed somebody and others
    answer for the measure by now.
    """

    event: Event
    of_last: bool
    measure: Measure | None = None
    before: Situation | None = None
    now: Situation | None = None
    latest: Update | None = None
    holds: bool = True

    @property
    def is_open(self) -> bool:
        """True where it is about a measure that goes on."""
        return self.now is not None and self.now not in (*ENDED, "ended")


def last(kb: KnowledgeBase, body: Body, day: date) -> Event | None:
    """Return the last meeting of a body that was over before `day`, None where it never met."""
    held = (
        event
        for event in happened.effective(kb, day)
        if event.body == body.id and event.type in MEETINGS and event.on.last < day
    )
    return max(held, key=lambda event: event.on.last, default=None)


def decisions(
    kb: KnowledgeBase, body: Body, day: date, *, known: date | None = None
) -> tuple[Decision, ...]:
    """Return what a body decided before `day`, the latest first, with what came of it by `known`.

    By `day` itself where no `known` is given.
    """
    known = known or day
    meeting = last(kb, body, day)
    found = [
        _decision(kb, event, meeting, known)
        for event in happened.effective(kb, day)
        if event.body == body.id and event.on.last < day
        if event.decisions or event.type == "decision"
    ]
    return tuple(reversed(found))


def _decision(kb: KnowledgeBase, event: Event, meeting: Event | None, known: date) -> Decision:
    of_last = meeting is not None and event.on.last >= meeting.on.first
    measure = kb.find(Measure, event.measure)
    if measure is None:
        return Decision(event, of_last)
    then = event.on.last
    told = [one for one in standings.on_measure(kb, measure.id, known) if one.on.last > then]
    answering = {one.actor for one in naming.named(kb, measure, known) if one.answers}
    return Decision(
        event,
        of_last,
        measure,
        since.situation(kb, measure, None, then),
        since.situation(kb, measure, None, known),
        told[-1] if told else None,
        not event.appoints or any(key in answering for key in event.appoints),
    )
