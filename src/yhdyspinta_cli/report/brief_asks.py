"""What a forum is asked to decide: from the gaps, the disputes, the end of the agreement."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, Literal, TypeVar

from yhdyspinta_cli.facts import agreement, spans
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import gaps
from yhdyspinta_cli.report import differences, documents, rows
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.vocabulary import GapKind

_Item = TypeVar("_Item")

AskKind = Literal[
    "agreement",
    "disputed",
    "nobody",
    "defect",
    "late",
    "stalled",
    "untold",
    "contradiction",
    "left-open",
    "areas",
    "convener",
]
"""What a decision is asked about, in the order in which it is asked."""

ASKS = 7
"""How many decisions stand in the brief."""

NAMED = 4
"""How many a decision names before it counts the rest."""


_ROOM: dict[AskKind, int] = {"disputed": 3, "defect": 7}
"""Where a decision names more or fewer: who says what takes room, and what is wrong in the
agreement stands nowhere else in the report."""


@frozen
class Cut(Generic[_Item]):
    """The first of several things, and how many `more` there are."""

    shown: tuple[_Item, ...]
    more: int

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.shown) + self.more


def cut(found: Iterable[_Item], at: int) -> Cut[_Item]:
    """Return the first so many of what was found; one alone is not left out: it takes no more room
    than the words that one is missing."""
    every = tuple(found)
    shown = every if len(every) == at + 1 else every[:at]
    return Cut(shown, len(every) - len(shown))


@frozen
class Point:
    """One thing that a decision is about: a measure (`code`), or what the data names otherwise.

    `state` is that of a measure that does not go on, `days` how long it has been so, None where
    nothing was ever said; `due` the day that has passed. `reports` are those that disagree.
    `printed` is what names nobody in particular. `count` of `of` are missing.
    """

    code: str = ""
    name: str = ""
    party: str = ""
    state: str = ""
    days: int | None = None
    due: date | None = None
    reports: tuple[rows.Said, ...] = ()
    printed: str = ""
    count: int = 0
    of: int = 0


@frozen
class Ask:
    """A decision that is asked for, and what it is about; `day` is the agreement's last one."""

    kind: AskKind
    about: Cut[Point]
    day: date | None = None
    is_over: bool = False


def asks(
    kb: KnowledgeBase,
    answers: Answers,
    day: date,
    *,
    disputes: Sequence[differences.DisputeRow] = (),
    contradictions: Sequence[differences.ContradictionRow] = (),
    to_decide: Sequence[documents.RemarkRow] = (),
    body: str | None = None,
) -> tuple[Ask, ...]:
    """Return every decision that is asked for on `day`, the most pressing first.

    With `body` (an id) only what that one can decide: of gaps those for which the data names it,
    and what is for nobody in particular.
    """
    ledger = _decided_by(answers.ledger, body)
    codes = None if body is None else {one.record.id for one in ledger.gaps}
    mine = [row for row in answers.measures if codes is None or row.key in codes]
    found: list[Ask] = []
    ending = ends_soon(kb, day)
    if ending is not None:
        found.append(Ask("agreement", cut((), NAMED), ending, agreement.is_over(kb, day)))
    pointed: tuple[tuple[AskKind, Iterable[Point]], ...] = (
        ("disputed", (_disputed(row) for row in disputes)),
        ("nobody", _nobody(answers, ledger)),
        ("defect", (Point(one.code, one.to_decide) for one in to_decide)),
        ("late", (Point(row.code, due=row.due) for row in mine if row.is_late)),
        ("stalled", _stalled(mine)),
        ("untold", _untold(ledger)),
        (
            "contradiction",
            dict.fromkeys(Point(one.code, party=one.party) for one in contradictions if one.code),
        ),
        ("left-open", (_left_open(kb, gap) for gap in _of(ledger, "left-open"))),
        (
            "areas",
            (
                Point(name=gap.record.name_shown, count=gap.count, of=gap.of)
                for gap in _of(ledger, "areas-not-listed")
                # What a remark says has to be decided is asked in its own words.
                if not any(remark.to_decide for remark in gap.record.remarks)
            ),
        ),
        ("convener", (Point(name=g.record.name_shown) for g in _of(ledger, "no-convener"))),
    )
    for kind, points in pointed:
        about = cut(points, _ROOM.get(kind, NAMED))
        if about.total:
            found.append(Ask(kind, about))
    return tuple(found)


def ends_soon(kb: KnowledgeBase, day: date) -> date | None:
    """Return the agreement's last day where it is past on `day`, or less than a year away."""
    last = agreement.last_day(kb, day)
    if last is None or spans.months_before(last, 12) > day:
        return None
    return last


def _decided_by(ledger: gaps.Ledger, body: str | None) -> gaps.Ledger:
    if body is None:
        return ledger
    mine = tuple(gap for gap in ledger.gaps if gap.decides in (None, body))
    return gaps.Ledger(ledger.day, ledger.months, mine)


def _of(ledger: gaps.Ledger, *kinds: GapKind) -> Iterator[gaps.Gap]:
    return (gap for gap in ledger.gaps if gap.kind in kinds)


def _disputed(row: differences.DisputeRow) -> Point:
    return Point(row.code, party=row.party, reports=row.reports)


def _nobody(answers: Answers, ledger: gaps.Ledger) -> Iterator[Point]:
    """Yield the measures that nobody answers for, then those that name nobody in particular."""
    labels = {row.key: ", ".join(row.vague_labels) for row in answers.measures}
    for gap in _of(ledger, "nobody-known", "nobody-forgotten"):
        yield Point(_code(gap.record), days=gap.age.days)
    for gap in _of(ledger, "vague"):
        yield Point(_code(gap.record), days=gap.age.days, printed=labels[gap.record.id])


def _stalled(found: Iterable[rows.MeasureRow]) -> Iterator[Point]:
    """Yield what is paused, then what has not begun."""
    listed = tuple(found)
    for state in ("paused", "not-started"):
        yield from (Point(row.code, state=state) for row in listed if row.state == state)


def _untold(ledger: gaps.Ledger) -> list[Point]:
    """Return the measures that have been silent too long, then those of which nothing is known."""
    silent = sorted(_of(ledger, "silent"), key=lambda gap: -gap.age.days)
    return [
        *(Point(_code(gap.record), days=gap.age.days) for gap in silent),
        *(Point(_code(gap.record)) for gap in _of(ledger, "no-information")),
    ]


def _left_open(kb: KnowledgeBase, gap: gaps.Gap) -> Point:
    code = _code(gap.record)
    return Point(code, "" if code else gap.record.name_shown, party=kb.name(gap.about[0]))


def _code(record: Record) -> str:
    return record.code if isinstance(record, Measure) else ""
