"""What a meeting is asked to decide, and the gaps of which its body has to speak."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from yhdyspinta_cli.facts import belongs
from yhdyspinta_cli.facts import measures as owned
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import gaps
from yhdyspinta_cli.report import (
    agenda,
    brief_asks,
    differences,
    legal_context,
    meeting_duties,
    rows,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.meeting_scope import Scope
from yhdyspinta_cli.vocabulary import GapKind

OWNERLESS: tuple[GapKind, ...] = ("nobody-known", "nobody-forgotten")
"""The gaps of a measure for which nobody answers."""


def undecided(kb: KnowledgeBase, answers: Answers, scope: Scope) -> Iterator[agenda.Undecided]:
    """Yield the measures without an owner: those that the body decides on, and where its tasks ask
    for decisions all that it looks at."""
    by_key = {row.key: row for row in answers.measures}
    found: list[gaps.Gap] = [
        gap for gap in answers.ledger.gaps if gap.kind in OWNERLESS and gap.record.id in by_key
    ]
    for gap in sorted(found, key=lambda gap: gap.age.since):
        is_own = gap.decides == scope.body.id
        if is_own or ("decide" in scope.subjects and scope.has(gap.record.id)):
            yield agenda.Undecided(
                by_key[gap.record.id],
                gap.age.since,
                gap.age.days,
                kb.name(gap.decides) if gap.decides else "",
                is_own,
            )


def ledger(
    kb: KnowledgeBase, answers: Answers, scope: Scope, undecided: tuple[agenda.Undecided, ...]
) -> gaps.Ledger:
    """Return the gaps that are the body's to speak of: what the data leaves to it, the measures
    without an owner of which its tasks speak whoever decides, and what nothing was told of where
    its tasks ask to follow."""
    mine = (None, scope.body.id)
    ownerless = {one.measure.key for one in undecided}

    def is_asked(gap: gaps.Gap) -> bool:
        if gap.kind in OWNERLESS:
            return gap.record.id in ownerless
        if isinstance(gap.record, Measure):
            is_followed = gap.kind in ("silent", "no-information") and "follow" in scope.subjects
            return (gap.decides in mine or is_followed) and scope.has(gap.record.id)
        return gap.decides in mine and scope.holds(kb, gap.record)

    found = tuple(filter(is_asked, answers.ledger.gaps))
    return gaps.Ledger(answers.ledger.day, answers.ledger.months, found)


def unconvened(kb: KnowledgeBase, ledger: gaps.Ledger) -> tuple[agenda.Unconvened, ...]:
    """Return the bodies that nobody convenes by interface, where what is asked cannot name all.

    Those of the whole agreement come first; one of several interfaces stands under its first.
    """
    found = tuple(gap.record for gap in ledger.gaps if gap.kind == "no-convener")
    if not brief_asks.cut(found, brief_asks.NAMED).more:
        return ()
    places = {one.id: min(belongs.interfaces(kb, one), key=_order(kb), default="") for one in found}
    titles = {"": _("The whole agreement"), **{one.id: one.name_shown for one in kb.interfaces}}
    return tuple(
        agenda.Unconvened(key, title, names)
        for key, title in titles.items()
        if (names := tuple(one.name_shown for one in found if places[one.id] == key))
    )


def _order(kb: KnowledgeBase) -> Callable[[str], int]:
    return [one.id for one in kb.interfaces].index


def untold(kb: KnowledgeBase, unheard: tuple[agenda.Unheard, ...]) -> tuple[agenda.UnheardOf, ...]:
    """Return by interface the measures of which nothing was ever told; those of none come last."""
    titles = {**{one.id: one.name_shown for one in kb.interfaces}, "": _("Without an interface")}
    return tuple(
        agenda.UnheardOf(key, title, own)
        for key, title in titles.items()
        if (own := tuple(one for one in unheard if one.measure.interface == key))
    )


def asked(
    kb: KnowledgeBase,
    answers: Answers,
    scope: Scope,
    seen: tuple[rows.MeasureRow, ...],
    ledger: gaps.Ledger,
    undecided: tuple[agenda.Undecided, ...],
    disputes: tuple[differences.DisputeRow, ...],
    duties: tuple[meeting_duties.DutyOverTime, ...],
) -> tuple[brief_asks.Ask, ...]:
    """Return what the meeting has to decide: of the ledger, and where the body's tasks ask for
    decisions what is late, paused, disputed or coming to its end, and what it has itself promised
    to decide."""
    own = {m.id for m in kb.measures if owned.decides(kb, m) in (None, scope.body.id)}
    decides = "decide" in scope.subjects
    found = brief_asks.asks(
        kb,
        Answers(answers.overview, tuple(row for row in seen if row.key in own), ledger),
        answers.overview.day,
        disputes=disputes if decides else (),
        to_decide=legal_context.to_decide(kb) if scope.is_whole and decides else (),
        duties=tuple(row for one in duties if one.is_own for row in one.rows),
    )
    others = {one.measure.code: one.decides for one in undecided if not one.is_own}
    kinds = ("nobody", "untold") if "follow" in scope.subjects else ("nobody",)
    return tuple(
        _with_who_decides(ask, others)
        for ask in found
        if (decides and (ask.kind != "agreement" or scope.is_whole)) or ask.kind in kinds
    )


def _with_who_decides(ask: brief_asks.Ask, others: Mapping[str, str]) -> brief_asks.Ask:
    """Return what is asked, with the name of who decides where that is not the body itself."""
    if ask.kind != "nobody":
        return ask
    named = tuple(replace(point, name=others.get(point.code, "")) for point in ask.about.shown)
    return replace(ask, about=brief_asks.Cut(named, ask.about.more))
