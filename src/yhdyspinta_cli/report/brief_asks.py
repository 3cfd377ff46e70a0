"""What a forum is asked to decide: from the gaps, the disputes, the end of the agreement."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, Literal, TypeVar

from yhdyspinta_cli.facts import agreement, spans
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import gaps
from yhdyspinta_cli.report import differences, documents, obligations, rows
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.vocabulary import GapKind

_Item = TypeVar("_Item")

AskKind = Literal[
    "agreement",
    "promised",
    "disputed",
    "nobody",
    "defect",
    "late",
    "stalled",
    "untold",
    "left-open",
    "areas",
    "convener",
]
"""What a decision is asked about, in the order in which it is asked."""

ASKS = 7
"""How many decisions stand in the brief."""

NAMED = 4
"""How many a decision names before it counts the rest."""


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
    nothing was ever said; `due` the day by which it was or (not `is_past`) is due. `reports` are
    those that disagree. `printed` is what names nobody in particular. `count` of `of` are missing.
    """

    code: str = ""
    name: str = ""
    party: str = ""
    state: str = ""
    days: int | None = None
    due: date | None = None
    is_past: bool = True
    reports: tuple[rows.Said, ...] = ()
    printed: str = ""
    count: int = 0
    of: int = 0


@frozen
class Ask:
    """A decision that is asked for, and what it is about.

    `day` is the agreement's last one; with it, `about` are decisions promised by a day.
    """

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
    to_decide: Sequence[documents.RemarkRow] = (),
    duties: Sequence[obligations.ObligationRow] = (),
    body: str | None = None,
) -> tuple[Ask, ...]:
    """Return every decision that is asked for on `day`, the most pressing first.

    `duties` are those of the year, some of which promise a decision. With `body` (an id) only what
    that one can decide: of gaps those for which the data names it, and what is for nobody in
    particular.
    """
    ledger = _decided_by(answers.ledger, body)
    codes = None if body is None else {one.record.id for one in ledger.gaps}
    mine = [row for row in answers.measures if codes is None or row.key in codes]
    found: list[Ask] = []
    ending = ends_soon(kb, day)
    promised = tuple(_promised(kb, duties, day))
    if ending is not None:
        found.append(Ask("agreement", Cut(promised, 0), ending, agreement.is_over(kb, day)))
    # What has to be decided or asked must not be hidden behind a number: of some all are named.
    pointed: tuple[tuple[AskKind, Cut[Point]], ...] = (
        ("promised", _all(promised if ending is None else ())),
        ("disputed", _all(_disputed(row) for row in disputes)),
        ("nobody", _all(_nobody(answers, ledger))),
        ("defect", _all(Point(one.code, one.to_decide) for one in to_decide)),
        ("late", cut((Point(row.code, due=row.due) for row in mine if row.is_late), NAMED)),
        ("stalled", cut(_stalled(mine), NAMED)),
        ("untold", _untold(ledger)),
        ("left-open", cut((_left_open(kb, gap) for gap in _of(ledger, "left-open")), NAMED)),
        ("areas", cut(_areas(ledger), NAMED)),
        (
            "convener",
            cut((Point(name=g.record.name_shown) for g in _of(ledger, "no-convener")), NAMED),
        ),
    )
    found.extend(Ask(kind, about) for kind, about in pointed if about.total)
    return tuple(found)


def ends_soon(kb: KnowledgeBase, day: date) -> date | None:
    """Return the agreement's last day where it is past on `day`, or less than a year away.

    As far as had been agreed by then: whoever has signed a successor has decided how it goes on.
    """
    last = agreement.agreed_last_day(kb, day)
    if last is None or spans.months_before(last, 12) > day:
        return None
    return last


def _promised(
    kb: KnowledgeBase, duties: Sequence[obligations.ObligationRow], day: date
) -> Iterator[Point]:
    """Yield the decisions to be made once, by a day past or within a year, that have not been."""
    for row in duties:
        duty = kb.find(Obligation, row.key)
        if duty is None or row.due is None or not is_once(duty) or duty.fulfilled_by is None:
            continue
        if spans.months_before(row.due, 12) > day:
            continue
        is_met = all(stand.state == "met" for stand in row.stands)
        if "decision" in duty.fulfilled_by.events and not is_met:
            yield Point(name=row.title, due=row.due, is_past=row.due <= day)


def is_once(duty: Obligation) -> bool:
    """True for what is to be done once, by a day, and does not come again."""
    return duty.rhythm.by is not None


def _decided_by(ledger: gaps.Ledger, body: str | None) -> gaps.Ledger:
    if body is None:
        return ledger
    mine = tuple(gap for gap in ledger.gaps if gap.decides in (None, body))
    return gaps.Ledger(ledger.day, ledger.months, mine)


def _of(ledger: gaps.Ledger, *kinds: GapKind) -> Iterator[gaps.Gap]:
    return (gap for gap in ledger.gaps if gap.kind in kinds)


def _all(found: Iterable[Point]) -> Cut[Point]:
    return Cut(tuple(found), 0)


def _areas(ledger: gaps.Ledger) -> Iterator[Point]:
    for gap in _of(ledger, "areas-not-listed"):
        # What a remark says has to be decided is asked in its own words.
        if not any(remark.to_decide for remark in gap.record.remarks):
            yield Point(name=gap.record.name_shown, count=gap.count, of=gap.of)


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


def _untold(ledger: gaps.Ledger) -> Cut[Point]:
    """Return the measures that have been silent too long, all of them, the longest first.

    Then as many of those of which nothing is known as there is room for.
    """
    silent = sorted(_of(ledger, "silent"), key=lambda gap: -gap.age.days)
    unknown = tuple(_of(ledger, "no-information"))
    about = [Point(_code(gap.record), days=gap.age.days) for gap in silent]
    rest = cut((Point(_code(gap.record)) for gap in unknown), max(1, NAMED - len(silent)))
    return Cut((*about, *rest.shown), rest.more)


def _left_open(kb: KnowledgeBase, gap: gaps.Gap) -> Point:
    code = _code(gap.record)
    return Point(code, "" if code else gap.record.name_shown, party=kb.name(gap.about[0]))


def _code(record: Record) -> str:
    return record.code if isinstance(record, Measure) else ""
