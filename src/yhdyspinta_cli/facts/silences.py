"""When a party last told of a measure, and whether it has been silent since."""

from datetime import date

from yhdyspinta_cli.facts import index, spans, standings, voices
from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ENDED


def heard(
    kb: KnowledgeBase, standing: MeasureStanding, own: PartyStanding, day: date
) -> date | None:
    """Return the last day by `day` on which a party told of a measure, or somebody of it.

    None where nothing is told of the party and nothing by it.
    """
    told: list[Update | Value] = list(standings.on_measure(kb, standing.measure.id, day))
    told.extend(
        value
        for indicator in standing.measure.indicators
        for value in index.values(kb, indicator.id)
        if value.on.last <= day and not value.void
    )
    days = [
        record.on.last
        for record in told
        if record.party == own.party.id or voices.speaks_for(kb, record, own.party)
    ]
    # What holds of it may be a word on the whole in which nobody in particular spoke.
    days.extend(update.on.last for update in own.latest)
    return max(days, default=None)


def since(
    kb: KnowledgeBase, standing: MeasureStanding, own: PartyStanding, day: date, months: int
) -> date | None:
    """Return when a party that has been silent for so many months was last heard of on a measure.

    None where it was heard since, where nothing was ever told of it (it is of no information), and
    where it or the measure has ended.
    """
    if not own.latest or standing.is_ended or own.state in ENDED:
        return None
    last = heard(kb, standing, own, day)
    return last if last is not None and last < spans.months_before(day, months) else None
