"""How the measures stand on the day asked, and how they and the parties on them stood before."""

from collections.abc import Iterator
from typing import Any

from yhdyspinta_cli.facts import courses, naming, region
from yhdyspinta_cli.facts.courses import StateRun
from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable
from yhdyspinta_cli.queries import status
from yhdyspinta_cli.vocabulary import SITUATIONS, STATES
from yhdyspinta_cli.wording import names

_PARTS = ("answers", "takes-part", "reports")
"""What a party is on a measure: it answers, it only takes part, or it has reported all the same."""


@frozen
class _Now:
    """How a measure stands on the day asked, and what the question about it tells beside that."""

    found: MeasureStanding
    is_late: bool
    is_silent: bool
    is_without_owner: bool
    continued_by: str


@frozen
class _Past:
    """A run of days of a measure, or of a party (an id) on it."""

    measure: Measure
    number: int
    party: str | None
    run: StateRun


def tables() -> Iterator[OpenTable]:
    """Yield the tables of states."""
    yield _now()
    yield _of_parties()
    yield _history()


def measure() -> OpenColumn:
    """Return the column of the measure that a row is about."""
    return OpenColumn(
        "measure",
        "text",
        _("Measure"),
        _("The measure it is about"),
        lambda row: row.measure.id,
        is_required=True,
        leads_to="measures",
    )


def _situation(read: Any) -> tuple[OpenColumn, ...]:
    """Return the columns of how something stands; `read` gives what stands so in a row."""
    why = _("The state, or why there is none")
    state = _("The state; empty where there is no information, or speakers disagree")
    own = _("The region's own word for it, where it uses one")
    return (
        OpenColumn(
            "situation",
            "text",
            _("Situation"),
            why,
            lambda row: read(row).situation,
            is_required=True,
            words=SITUATIONS,
        ),
        OpenColumn("state", "text", _("State"), state, lambda row: _state(read(row)), words=STATES),
        OpenColumn("own_word", "text", _("Own word"), own, lambda row: read(row).word),
    )


def _state(found: Any) -> str | None:
    return found.situation if found.situation in STATES else None


def _told(read: Any) -> tuple[OpenColumn, ...]:
    """Return the columns of the words that a state rests on; `read` gives them for a row."""

    def last(row: Any) -> Update | None:
        words = read(row)
        return words[-1] if words else None

    update = _("The report on which it rests, the last of several; its evidence is in evidence")
    by, on = _("Who told it"), _("The day, month or year that the report speaks of")
    day = _("The day from which on the report counts")
    every = _("All reports on which it rests: several where speakers agree or disagree")
    return (
        OpenColumn(
            "last_update",
            "text",
            _("Report"),
            update,
            lambda row: found.id if (found := last(row)) else None,
            leads_to="updates",
        ),
        OpenColumn(
            "told_by",
            "text",
            _("Told by"),
            by,
            lambda row: found.by if (found := last(row)) else None,
            leads_to="records",
        ),
        OpenColumn(
            "told_on_written",
            "text",
            _("Told on"),
            on,
            lambda row: found.on.written if (found := last(row)) else None,
        ),
        OpenColumn(
            "told_on_last",
            "day",
            _("Told on, last day"),
            day,
            lambda row: found.on.last if (found := last(row)) else None,
        ),
        OpenColumn(
            "updates", "list", _("Reports"), every, lambda row: tuple(one.id for one in read(row))
        ),
    )


def _now() -> OpenTable:
    heard = _("The last day of which anything was told of it, its parties and values included")
    late = _("Whether its due day has passed, and it is neither completed nor ended")
    silent = _("Whether nothing has been told of it for so many months (exports)")
    without = _("Whether nobody who answers for it is named")
    after = _("Which later measure goes on with it")
    return OpenTable(
        "measure_states",
        _("States of measures"),
        _("One row: how a measure that is there stands on the day asked"),
        ("measure",),
        (
            keys.base(),
            OpenColumn(
                "measure",
                "text",
                _("Measure"),
                _("The measure it is about"),
                lambda row: row.found.measure.id,
                is_required=True,
                leads_to="measures",
            ),
            *_situation(lambda row: row.found),
            *_told(lambda row: row.found.words),
            OpenColumn("heard", "day", _("Last heard"), heard, lambda row: row.found.heard),
            _flag("is_late", _("Late"), late),
            _flag("is_silent", _("Silent"), silent),
            _flag("is_without_owner", _("Without an owner"), without),
            OpenColumn(
                "continued_by", "text", _("Continued by"), after, lambda row: row.continued_by
            ),
        ),
        _standing,
    )


def _flag(name: str, title: str, told: str) -> OpenColumn:
    return OpenColumn(
        name, "boolean", title, told, lambda row: getattr(row, name), is_required=True
    )


def _standing(asked: ExportAsked) -> Iterator[_Now]:
    kb, day = asked.kb, asked.day
    found = status.overview(kb, region.measures(kb, day), day)
    late = {one.measure.id for one in found.late}
    silent = {one.measure.id for one in found.silent}
    for one in found.standings:
        yield _Now(
            one,
            one.measure.id in late,
            one.measure.id in silent,
            naming.is_without(kb, one.measure, day),
            names.continuing(kb, one.measure, day),
        )


@frozen
class _PartyNow:
    """How a party stands on a measure on the day asked, and what it is there."""

    measure: Measure
    part: str
    found: PartyStanding


def _of_parties() -> OpenTable:
    party, part = _("The party it is about"), _("What the party is on the measure")
    whole = _(
        "Whether the party has told it of the measure as a whole, and of itself nothing since"
    )
    return OpenTable(
        "party_states",
        _("States of parties"),
        _("One row: how a party stands on a measure on the day asked"),
        ("measure", "party"),
        (
            keys.base(),
            measure(),
            OpenColumn(
                "party",
                "text",
                _("Party"),
                party,
                lambda row: row.found.party.id,
                is_required=True,
                leads_to="parties",
            ),
            OpenColumn("part", "text", _("Part"), part, lambda row: row.part, True, _PARTS),
            *_situation(lambda row: row.found),
            *_told(lambda row: row.found.latest),
            OpenColumn(
                "is_of_whole",
                "boolean",
                _("Of the whole"),
                whole,
                lambda row: row.found.of_whole,
                is_required=True,
            ),
        ),
        _parties,
    )


def _parties(asked: ExportAsked) -> Iterator[_PartyNow]:
    found = status.overview(asked.kb, region.measures(asked.kb, asked.day), asked.day)
    for one in found.standings:
        for part, parties in zip(_PARTS, (one.parties, one.partners, one.others), strict=True):
            for party in parties:
                yield _PartyNow(one.measure, part, party)


def _history() -> OpenTable:
    party = _("The party that stands so on it; empty where it is the measure as a whole")
    since = _("The first day on which it stood so")
    until = _("The last day on which it stood so; empty where it does on the day asked")
    turn = _("False where the same was only told again")
    ended = _("Whether nothing more was due of it")
    return OpenTable(
        "history",
        _("History of states"),
        _("One row: days on which a measure, or a party on it, stood in one way, and who told it"),
        ("measure", "position"),
        (
            keys.base(),
            measure(),
            OpenColumn(
                "position",
                "integer",
                _("No."),
                _("Its place among those of the measure, from 1 on"),
                lambda row: row.number,
                is_required=True,
            ),
            OpenColumn(
                "party", "text", _("Party"), party, lambda row: row.party, leads_to="parties"
            ),
            OpenColumn(
                "since", "day", _("Since"), since, lambda row: row.run.start, is_required=True
            ),
            OpenColumn("until", "day", _("Until"), until, lambda row: row.run.end),
            *_situation(lambda row: row.run),
            *_told(lambda row: row.run.words),
            OpenColumn(
                "is_turn", "boolean", _("Turn"), turn, lambda row: row.run.is_turn, is_required=True
            ),
            OpenColumn(
                "is_ended",
                "boolean",
                _("Ended"),
                ended,
                lambda row: row.run.is_ended,
                is_required=True,
            ),
        ),
        _runs,
    )


def _runs(asked: ExportAsked) -> Iterator[_Past]:
    kb = asked.kb
    for one in kb.measures:
        number = 0
        for party in (None, *(party.id for party in kb.parties)):
            for run in courses.course(kb, one, party, asked.day):
                number += 1
                yield _Past(one, number, party, run)
