"""The decisions of a body in a report: what was decided, and what has become of it since."""

from datetime import date

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import meetings, obligations
from yhdyspinta_cli.report import measures, readings
from yhdyspinta_cli.vocabulary import Situation


@frozen
class MetLate:
    """An obligation that was met after the day by which it was due."""

    title: str
    due: date


@frozen
class DecisionRow:
    """A decision: its `texts`, when, on what it is based, and what came of it.

    `of_last`: of the body's last meeting, or since. With `code` it is about a measure, which stood
    `before` on that day and stands `now`; `reported` is the latest word on it since, None where
    there is none. `appointed` are the names of those who answer from then on, `holds` whether
    they still do; `fulfils` are the titles of the obligations it has met, `late` those of them it
    met after their due day. `is_open`: the measure goes on.
    """

    title: str
    texts: tuple[str, ...]
    on: Moment
    links: tuple[readings.EvidenceLine, ...]
    of_last: bool
    code: str
    measure: str
    before: Situation | None
    now: Situation | None
    reported: readings.Reported | None
    state: str
    appointed: tuple[str, ...]
    holds: bool
    fulfils: tuple[str, ...]
    late: tuple[MetLate, ...]
    is_open: bool


def decision_rows(
    kb: KnowledgeBase, key: str, day: date, *, known: date | None = None
) -> tuple[DecisionRow, ...]:
    """Return what a body (its id) decided before `day`, the latest first, as known by `known`."""
    body = kb.find(Body, key)
    if body is None:
        return ()
    found = meetings.decisions(kb, body, day, known=known)
    return tuple(_row(kb, one, known or day) for one in found)


def _row(kb: KnowledgeBase, found: meetings.Decision, day: date) -> DecisionRow:
    event, measure, latest = found.event, found.measure, found.latest
    fulfils = tuple(one.title for one in events.fulfilled_by(kb, event))
    return DecisionRow(
        title=event.title,
        texts=event.decisions or (event.title,),
        on=event.on,
        links=tuple(readings.EvidenceLine(link.title, link.url, "link") for link in event.links),
        of_last=found.of_last,
        code=measure.code if measure else "",
        measure=measure.name_shown if measure else "",
        before=found.before,
        now=found.now,
        reported=measures.reported(kb, latest) if latest else None,
        state=(latest.state or "") if latest else "",
        appointed=tuple(kb.name(one) for one in event.appoints),
        holds=found.holds,
        fulfils=fulfils,
        late=_late(kb, event, fulfils, day),
        is_open=found.is_open,
    )


def _late(
    kb: KnowledgeBase, event: Event, fulfils: tuple[str, ...], day: date
) -> tuple[MetLate, ...]:
    """Return what an event met only after its due day."""
    if not fulfils:
        return ()
    return tuple(
        dict.fromkeys(
            MetLate(found.obligation.title, found.due)
            for found in obligations.standings(
                kb, day, keep=lambda duty: duty.title in fulfils, over=True
            )
            if found.is_late and found.due is not None and event in found.events
        )
    )
