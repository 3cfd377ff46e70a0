"""How sure it is what the two pages tell: evidence, words owed, the oldest one, contradictions."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.queries import rounds, status
from yhdyspinta_cli.report import differences, rows
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.brief_asks import Cut, cut
from yhdyspinta_cli.vocabulary import ENDED

_SILENT = 3
"""How many of those that have told nothing are named."""


@frozen
class Contradicted:
    """A measure (`code`), or what else is recorded (`name`): how many contradictions it has."""

    code: str
    name: str
    number: int


@frozen
class Heard:
    """The round of a year: how many parties were asked, how many have answered and how many of
    these wholly; who has not.
    """

    year: int
    asked: int
    answered: int
    whole: int
    lacking: Cut[str]


@frozen
class Sureness:
    """How sure it is what is told: `proven` of the `completed` measures have evidence.

    `told` of `places` that parties owe a word on have one. `oldest` is the measure whose state
    rests on the oldest report of those that go on. `untold` are the parties that have told nothing.
    `contradicted` is what is recorded in contradiction, `contradictions` how many there are in all.
    `round` is None where nobody was asked about the year.
    """

    completed: int
    proven: int
    told: int
    places: int
    oldest: rows.MeasureRow | None
    oldest_on: Moment | None
    untold: Cut[str]
    contradicted: tuple[Contradicted, ...]
    contradictions: int
    round: Heard | None


def sureness(
    kb: KnowledgeBase,
    answers: Answers,
    contradictions: Sequence[differences.ContradictionRow],
    year: int,
    day: date,
) -> Sureness:
    done = [row for row in answers.measures if row.state == "completed"]
    open_ = [
        (row.reported.on, row)
        for row in answers.measures
        if row.reported is not None and row.state not in (*ENDED, "ended", "disputed")
    ]
    oldest = min(open_, key=lambda one: one[0].last, default=None)
    owed, told = own_words(answers.overview)
    return Sureness(
        completed=len(done),
        proven=sum(bool(row.reported and row.reported.evidence) for row in done),
        told=sum(told.values()),
        places=sum(owed.values()),
        oldest=oldest[1] if oldest else None,
        oldest_on=oldest[0] if oldest else None,
        untold=cut((kb.name(key) for key in owed if owed[key] and not told[key]), _SILENT),
        contradicted=_contradicted(contradictions),
        contradictions=len(contradictions),
        round=_heard(kb, year, day),
    )


def _heard(kb: KnowledgeBase, year: int, day: date) -> Heard | None:
    # The round of a year is held when it is over: its answers are of the year all the same.
    found = rounds.standing(kb, year, day, heard_by=date.max)
    if not found.was_held:
        return None
    answered = found.of("answered")
    lacking = found.of("waiting", "late")
    return Heard(
        year=year,
        asked=len(answered) + len(lacking),
        answered=len(answered),
        whole=sum(one.is_whole for one in answered),
        lacking=cut((one.party.name_shown for one in lacking), _SILENT),
    )


def own_words(found: status.Overview) -> tuple[dict[str, int], dict[str, int]]:
    """Return by party (its id) how many words it owes on its own situation, how many it told."""
    owed = {key: one.total - one.number("ended") for key, one in found.by_party}
    told = {key: owed[key] - one.number("no-information") for key, one in found.by_party}
    return owed, told


def _contradicted(
    found: Sequence[differences.ContradictionRow],
) -> tuple[Contradicted, ...]:
    numbers = Counter((one.code, "" if one.code else one.what) for one in found)
    return tuple(Contradicted(code, name, n) for (code, name), n in numbers.items())
