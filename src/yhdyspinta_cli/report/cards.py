"""A measure's card: its row with all else that is known of it, and what is open."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import since
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Need, Obligation
from yhdyspinta_cli.queries import gaps
from yhdyspinta_cli.report import differences, documents, legal_context, rows, structures
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.vocabulary import SITUATIONS, GapKind, Situation, ordered
from yhdyspinta_cli.wording.names import name


@frozen
class StateLine:
    """A day on which a measure as a whole came into a state, and who told it."""

    on: Moment | date
    state: Situation
    word: str
    by: str


@frozen
class PartyCount:
    """How many of a measure's parties are in a state, and who, with what they say who disagree."""

    state: Situation
    word: str
    parties: tuple[rows.PartyState, ...]


@frozen
class OpenPoint:
    """One thing that is missing of a measure: `names` are who it is about, `successor` who came
    after, `number` how many are named, `since` the day from which it has been so."""

    kind: GapKind
    names: tuple[str, ...]
    successor: str
    number: int
    since: date | None
    decides: str


@frozen
class NamedRecord:
    """A record by its id and its name."""

    key: str
    name: str


@frozen
class MeasureCard:
    """A measure with its history, its parties in numbers, its place in the documents, what is open.

    `counts` are there where several parties answer and one at least has told. `duties` and
    `projects` are those that the measure names, with their ending. `remarks` are on the
    passage itself, those to be decided first; what is only misspelt stands in the annex of errors.
    """

    measure: rows.MeasureRow
    history: tuple[StateLine, ...]
    counts: tuple[PartyCount, ...]
    place: str
    duties: tuple[structures.SeatLine, ...]
    projects: tuple[structures.SeatLine, ...]
    points: tuple[OpenPoint, ...]
    contradictions: tuple[differences.ContradictionRow, ...]
    left_open: tuple[differences.LeftOpenRow, ...]
    needs: tuple[NamedRecord, ...]
    remarks: tuple[documents.RemarkRow, ...]

    @property
    def told(self) -> int:
        """How many of its parties have told their own state."""
        return sum(
            len(one.parties) for one in self.counts if one.state not in ("no-information", "ended")
        )

    @property
    def number(self) -> int:
        """How many parties answer for it."""
        return len(self.measure.parties)


@frozen
class CardChapter:
    """An interface with its cards."""

    of: rows.InterfaceChapter
    cards: tuple[MeasureCard, ...]


def chapters(
    kb: KnowledgeBase,
    chapters: tuple[rows.InterfaceChapter, ...],
    answers: Answers,
    contradictions: tuple[differences.ContradictionRow, ...],
    left_open: tuple[differences.LeftOpenRow, ...],
) -> tuple[CardChapter, ...]:
    """Return the cards of the measures of some chapters, chapter by chapter."""
    return tuple(
        CardChapter(
            chapter,
            tuple(_card(kb, row, answers, contradictions, left_open) for row in chapter.measures),
        )
        for chapter in chapters
    )


def _card(
    kb: KnowledgeBase,
    row: rows.MeasureRow,
    answers: Answers,
    contradictions: tuple[differences.ContradictionRow, ...],
    left_open: tuple[differences.LeftOpenRow, ...],
) -> MeasureCard:
    measure = kb.find(Measure, row.key)
    assert measure is not None
    day = answers.overview.day
    return MeasureCard(
        measure=row,
        history=tuple(_steps(kb, measure, answers.overview.day)),
        counts=_counts(row),
        place=kb.source_of(measure),
        duties=tuple(
            structures.seated(kb, key, day)
            for key in measure.obligations
            if kb.find(Obligation, key) is not None
        ),
        projects=tuple(structures.seated(kb, one, day) for one in measure.projects),
        points=tuple(_point(kb, gap) for gap in answers.ledger.gaps if gap.record.id == measure.id),
        contradictions=tuple(one for one in contradictions if one.code == row.code),
        left_open=tuple(one for one in left_open if one.code == row.code),
        needs=tuple(
            NamedRecord(need.id, need.name_shown)
            for need in kb.of(Need)
            if measure.id in need.measures
        ),
        remarks=_remarks(kb, measure),
    )


def _steps(kb: KnowledgeBase, measure: Measure, day: date) -> Iterator[StateLine]:
    for on, standing in since.history(kb, measure, day):
        latest = standing.latest
        is_of_the_day = latest is not None and latest.on.last == on
        yield StateLine(
            latest.on if latest and is_of_the_day else on,
            standing.situation,
            standing.word or "",
            name(kb, latest.by) if latest and is_of_the_day else "",
        )


def _counts(row: rows.MeasureRow) -> tuple[PartyCount, ...]:
    """Return the parties of each state, where several answer and one has told at least."""
    told = [one for one in row.parties if one.state not in ("no-information", "ended")]
    if len(row.parties) < 2 or not told:
        return ()
    words = {(one.state, one.word) for one in row.parties}
    return tuple(
        PartyCount(
            state,
            word,
            tuple(
                sorted(
                    (one for one in row.parties if (one.state, one.word) == (state, word)),
                    key=lambda one: sort_key(one.name),
                )
            ),
        )
        for state in ordered(SITUATIONS, {state for state, _word in words})
        for word in sorted(word for each, word in words if each == state)
    )


def _point(kb: KnowledgeBase, gap: gaps.Gap) -> OpenPoint:
    about = gap.about
    return OpenPoint(
        gap.kind,
        tuple(kb.name(key) for key in (about[:1] if gap.kind == "ended" else about)),
        name(kb, about[1]) if gap.kind == "ended" and len(about) > 1 else "",
        gap.count,
        gap.age.since if gap.age.stated else None,
        name(kb, gap.decides),
    )


def _remarks(kb: KnowledgeBase, measure: Measure) -> tuple[documents.RemarkRow, ...]:
    """Return what is wrong or can be read in another way, but not what is only misspelt."""
    kept = (
        one
        for record in (measure, *measure.indicators)
        for one in legal_context.remarks(kb, record, ("defect", "reading"))
        if not one.corrected
    )
    return tuple(sorted(kept, key=lambda one: not one.to_decide))
