"""How a measure, or a party on it, came to stand as it does: one step for each new situation."""

from datetime import date

from yhdyspinta_cli.facts import since
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.vocabulary import Situation


@frozen
class StepSince:
    """A situation and the day since which it held; `word` is the data's own for it, if any."""

    on: date
    situation: Situation
    word: str


def path(
    kb: KnowledgeBase, measure: Measure, party: str | None, day: date
) -> tuple[StepSince, ...]:
    """Return the situations of a measure, or of a party (an id) on it, by `day`, oldest first.

    Without the time in which nothing was told of it.
    """
    steps: list[StepSince] = []
    told = since.days_of_party(kb, measure, party, day) if party else since.days(kb, measure, day)
    for on in told:
        standing = since.standing(kb, measure, party, on)
        situation: Situation = standing.situation if standing else "no-information"
        if situation in ("no-information", "no-own-state", "ended"):
            continue
        if not steps or steps[-1].situation != situation:
            steps.append(StepSince(on, situation, (standing.word or "") if standing else ""))
    return tuple(steps)
