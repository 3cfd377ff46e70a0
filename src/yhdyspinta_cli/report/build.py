"""What is asked for, of which day and from which data -> a frozen report, ready for the templates.

What each kind of report says is put together in its own room (`year_report`, `party_sheet`,
`interface_sheet`, `forum`) from the queries; how it says it is the templates'.
"""

from collections.abc import Collection
from datetime import date

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import lifetime, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text, speaking, spoken
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import compared, gaps, published, status
from yhdyspinta_cli.report import documents, legal_context, measures
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.files import ALONE, Files
from yhdyspinta_cli.report.forum import Meeting, forum_paper
from yhdyspinta_cli.report.interface_sheet import interface_sheet
from yhdyspinta_cli.report.party_sheet import party_sheet
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.report.sheets import Report
from yhdyspinta_cli.report.year_report import year_report
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, REPORT_CHAPTERS, ReportChapter, ordered
from yhdyspinta_cli.wording import years
from yhdyspinta_cli.wording.trails import validity_text

_NOTHING_KNOWN: published.Known = {}


def build(
    kb: KnowledgeBase,
    year: int,
    day: date,
    *,
    language: str,
    digest: str,
    version: str,
    over: bool = False,
    revision: str | None = None,
    is_earlier: bool = False,
    party: str | None = None,
    interface: str | None = None,
    only: Collection[ReportChapter] = (),
    compare: int | None = None,
    meeting: Meeting | None = None,
    files: Files = ALONE,
    known: published.Known = _NOTHING_KNOWN,
) -> Report:
    """Return the report of a year as of `day`, one party's or interface's sheet, or a body's paper.

    `over` tells that the day is past, and with it what was to be done by it; `is_earlier` that the
    data was asked for as it stood at the `revision`. With `only` the year
    has these chapters, else all but the annexes. The end of the year `compare` stands beside the
    day, without one that of the year before, where the agreement held in it. `meeting` is whose
    paper is asked for, and for which day; `files` are those that are written beside it. `known` is
    what the data had when a report was published, as far as that can be told.

    Raises UserError (exit 1) where the agreement does not hold on any day of a year.
    """
    desk = open_desk(
        kb,
        year,
        day,
        language=language,
        stamp=documents.Provenance(version, digest, revision or "", day, is_earlier),
        over=over,
        compare=compare,
        files=files,
        known=known,
    )
    if party is not None:
        _refuse_stranger(kb, party, day)
    # Whoever asks, what stands in the report is in its own language.
    with speaking(spoken(language)):
        if party is not None:
            return party_sheet(kb, party, desk.answers, desk.frame)
        if meeting is not None:
            return forum_paper(kb, meeting.body, meeting.day, desk.answers, desk.frame)
        if interface is not None:
            return interface_sheet(kb, interface, desk.answers, desk.frame)
        shown = ordered(REPORT_CHAPTERS, only) or BODY_CHAPTERS
        return year_report(kb, desk.answers, desk.frame, shown)


@frozen
class Desk:
    """What every report of one day is put together from: asked once, however many are made."""

    kb: KnowledgeBase
    frame: Frame
    answers: Answers


def open_desk(
    kb: KnowledgeBase,
    year: int,
    day: date,
    *,
    language: str,
    stamp: documents.Provenance,
    over: bool = False,
    compare: int | None = None,
    files: Files = ALONE,
    known: published.Known = _NOTHING_KNOWN,
) -> Desk:
    """Return what the reports of a year are put together from, as of `day`; see `build`.

    Raises UserError (exit 1) as `build` does.
    """
    refuse_outside(kb, year, day)
    then = _compared(kb, year, day, compare)
    with speaking(spoken(language)):
        overview = status.overview(kb, region.measures(kb, day), day)
        answers = Answers(
            overview,
            measures.measure_rows(kb, overview),
            gaps.ledger(kb, day, over=over),
            published.corrected(kb, known, day),
            published.rewritten(kb, known),
        )
        return Desk(kb, _frame(kb, year, day, then, over, language, stamp, files), answers)


def refuse_outside(
    kb: KnowledgeBase, year: int, day: date, known: date | None = None, *, by_day: str = ""
) -> None:
    """Raise UserError (exit 1) for a year in which the agreement never holds, as of `day`.

    The choice that it names is that of the day `known`, of `day` where none is given: of years, of
    days where the year was asked for `by_day`, an option.
    """
    outside = years.outside(kb, year, day, known=known, by_day=by_day)
    if outside is not None:
        raise UserError(outside[0], exit_code=1, hint=outside[1])


def _compared(kb: KnowledgeBase, year: int, day: date, compare: int | None) -> date | None:
    """Return the day that a report compares with: the end of a year; None where there is none."""
    if compare is None:
        then = date(year - 1, 12, 31)
        return then if year - 1 in compared.held_in(kb, year, day) and then < day else None
    refused = years.incomparable(kb, compare, year, day)
    if refused is not None:
        raise UserError(refused[0], exit_code=1, hint=refused[1])
    return date(compare, 12, 31)


def _refuse_stranger(kb: KnowledgeBase, key: str, day: date) -> None:
    """Raise UserError (exit 1) for a party that is none on the day: it left, or is yet to join."""
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    if ending is None and beginning is None:
        return
    asked = ending.day if ending else beginning.first if beginning else day
    raise UserError(
        _("{name} is not a party to the agreement on {day}: {why}").format(
            name=kb.name(key), day=day_text(day), why=validity_text(kb, ending, beginning, key)
        ),
        exit_code=1,
        hint=_("ask as of a day on which it is, --as-of {day}").format(day=asked),
    )


def _frame(
    kb: KnowledgeBase,
    year: int,
    day: date,
    compared: date | None,
    over: bool,
    language: str,
    stamp: documents.Provenance,
    files: Files,
) -> Frame:
    signed = kb.agreement
    return Frame(
        title=signed.short or signed.title,
        genitive=signed.forms.get("genitive", ""),
        agreement=signed.title,
        region=signed.region,
        publisher=signed.organisation.name,
        year=year,
        day=day,
        compared=compared,
        is_over=over,
        # The page's language is that of its own words, whatever was asked for.
        language=spoken(language),
        data_language=signed.language,
        own_states=measures.own_states(kb),
        validity=legal_context.validity(kb, year, day),
        abbreviations=legal_context.abbreviations(kb),
        restated=signed.restated,
        has_programme=kb.programme is not None,
        titles={
            measure.code: measure.title
            for measure in kb.measures
            if measure.start is None or measure.start <= day
        },
        stamp=stamp,
        files=files,
        translated=kb.translated,
    )
