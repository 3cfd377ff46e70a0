"""What answers are made of: ways to an actor, standings of obligations, gaps, formats."""

from collections.abc import Mapping
from typing import Literal, get_args

from yhdyspinta_cli.vocabulary.tables import chosen

How = Literal["direct", "collective", "part", "successor", "seat"]
"""How naming one means another: itself, through a collective, a part of it, as the successor of one
that has ended, through a seat in a body."""

HOWS: tuple[How, ...] = get_args(How)

DueState = Literal["met", "due", "missed", "not-known", "when"]
"""How an obligation stands in a period. `when`: it has no periods, or nothing
started its clock in the time asked about."""

DUE_STATES: tuple[DueState, ...] = get_args(DueState)
"""In the order in which overviews count them."""

Standing = Literal["met", "met-late", "due", "missed", "not-known", "when"]
"""What can be asked of how an obligation stands: met by a day after it was due is *met late*."""

STANDINGS: tuple[Standing, ...] = get_args(Standing)

Reason = Literal["not-recorded", "part", "no-term", "no-area", "doer-gone", "passed-on"]
"""Why it is not known whether an obligation is met: no such events are recorded, the span holds
only a part of the period, the data has no council term for these days, or not the areas in which
it is to be done; everybody who was to do it had ended by the due day, and the data does not say who
has it now, or they ended in the period, and a successor has what is next due."""

NotCounted = Literal[
    "outside-period",
    "no-such-period",
    "kind-alone",
    "not-named",
    "several-meant",
    "party-not-named",
    "other-party",
    "party-not-there",
    "area-not-named",
]
"""Why an event does not count for an obligation that it names, or that its kind fits: its day lies
in no period; the period that it names is none, or has not begun by its day; nothing but its kind
speaks for it; what a decision or a report is about, or what is done when something happens, must be
named; several obligations can be meant; each party does it for itself and none, or another, or one
that is no party on its day, is named; each area does it for itself and none is named."""

NOT_COUNTED: tuple[NotCounted, ...] = get_args(NotCounted)

UNNAMED: tuple[NotCounted, ...] = chosen(
    NOT_COUNTED,
    {
        "outside-period": False,
        "no-such-period": False,
        "kind-alone": True,
        "not-named": True,
        "several-meant": True,
        "party-not-named": False,
        "other-party": False,
        "party-not-there": False,
        "area-not-named": False,
    },
)
"""Why an event does not count that would if it named the obligation."""

REASONS: tuple[Reason, ...] = get_args(Reason)

GapKind = Literal[
    "nobody-known",
    "nobody-forgotten",
    "vague",
    "no-lead",
    "no-indicator",
    "silent",
    "no-information",
    "counterpart",
    "no-convener",
    "no-chair",
    "areas-not-listed",
    "ended",
    "not-begun",
    "left-open",
    "missed",
    "late",
    "untranslated",
]
"""What can be missing: nobody responsible though the source says so, or forgotten; words that name
nobody in particular among the responsible; several responsible without a lead; no indicator; no
update for some months, or none ever; a party's counterparts; a body's convener, or its chair since
the one that is told has ended; announced areas that are not listed; somebody named who has ended,
or has not yet begun; what a party that has ended has left open; an obligation missed in a period; a
measure late; names and texts of a record in another language, which are told only where they are
asked for by this kind."""

GAP_KINDS: tuple[GapKind, ...] = get_args(GapKind)

TextFormat = Literal["md", "html"]
"""The formats of a report that templates write."""

ReportFormat = Literal["md", "html", "pdf", "docx", "xlsx"]
"""The formats of a report: a PDF is the page printed, a Word document the page in the styles of a
template, a workbook the tables of the year."""

REPORT_FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)

ENDINGS: Mapping[str, ReportFormat] = {
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "docx": "docx",
    "pdf": "pdf",
    "xlsx": "xlsx",
}
"""Which format the ending of a file's name means."""

ReportChapter = Literal[
    "brief",
    "state",
    "measures",
    "indicators",
    "parties",
    "obligations",
    "structures",
    "law",
    "reading",
    "errors",
]
"""The chapters of a yearly report in their order: two pages for a meeting, how things stand and
what changed, the measures, their indicators, the parties, duties and meetings, the bodies, law and
validity, how to read it, and as an annex what is wrong in the agreement and in the programme."""

REPORT_CHAPTERS: tuple[ReportChapter, ...] = get_args(ReportChapter)

ANNEXES: tuple[ReportChapter, ...] = ("errors",)
"""The chapters that stand in a report only where they are asked for."""

BODY_CHAPTERS: tuple[ReportChapter, ...] = tuple(
    chapter for chapter in REPORT_CHAPTERS if chapter not in ANNEXES
)
"""The chapters of a report of which none was asked for by name."""
