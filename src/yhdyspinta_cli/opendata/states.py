"""How the measures, and the parties on them, stand on the day asked."""

from collections.abc import Iterator, Mapping

from yhdyspinta_cli.facts import naming, region
from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.opendata import keys, standing
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.queries import status
from yhdyspinta_cli.wording import names

_PARTS: Mapping[str, str] = {
    "answers": later("answers for it"),
    "takes-part": later("takes part in it"),
    "reports": later("has only reported of it"),
}
"""What a party is on a measure: it answers, it only takes part, or it has reported all the same."""


@frozen
class _Now:
    """How a measure stands on the day asked, and what the question about it tells beside that."""

    found: MeasureStanding
    is_late: bool
    is_silent: bool
    is_without_owner: bool
    continued_by: str


def tables() -> Iterator[OpenTable]:
    """Yield the tables of how measures and parties stand."""
    yield _now()
    yield _of_parties()


def _now() -> OpenTable:
    heard = _("The last day of which anything was told of it, its parties and values included")
    late = _("Whether its due day has passed, and it is neither completed nor ended")
    silent = _("Whether nothing has been told of it for so many months (exports)")
    without = _("Whether nobody who answers for it is named")
    after = _("Which later measure goes on with it, in words")
    return OpenTable(
        "measure_states",
        _("States of measures"),
        _("One row: how a measure that is there stands on the day asked"),
        ("measure",),
        (
            keys.base(),
            keys.measure("found.measure.id"),
            *standing.situation(at("found")),
            *standing.told(at("found.words")),
            OpenColumn("heard", "day", _("Last heard"), heard, at("found.heard")),
            keys.flag("is_late", _("Late"), late, at("is_late")),
            keys.flag("is_silent", _("Silent"), silent, at("is_silent")),
            keys.flag("is_without_owner", _("Without an owner"), without, at("is_without_owner")),
            OpenColumn("continued_by", "text", _("Continued by"), after, at("continued_by")),
        ),
        _standing,
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
            keys.measure(),
            keys.leading("party", _("Party"), party, at("found.party.id"), "parties", True),
            OpenColumn(
                "part",
                "text",
                _("Part"),
                part,
                at("part"),
                is_required=True,
                words=tuple(_PARTS),
                said=lambda one: _(_PARTS[one]),
            ),
            *standing.situation(at("found")),
            *standing.told(at("found.latest")),
            keys.flag("is_of_whole", _("Of the whole"), whole, at("found.of_whole")),
        ),
        _parties,
    )


def _parties(asked: ExportAsked) -> Iterator[_PartyNow]:
    found = status.overview(asked.kb, region.measures(asked.kb, asked.day), asked.day)
    for one in found.standings:
        for part, parties in zip(_PARTS, (one.parties, one.partners, one.others), strict=True):
            for party in parties:
                yield _PartyNow(one.measure, part, party)
