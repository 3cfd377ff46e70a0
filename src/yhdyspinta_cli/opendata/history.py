"""Every state with its days: how measures and the parties on them stood, and who told it."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import courses
from yhdyspinta_cli.facts.courses import StateRun
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.opendata import keys, standing
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at


@frozen
class _Past:
    """A run of days of a measure, or of a party (an id) on it."""

    measure: Measure
    number: int
    party: str | None
    run: StateRun


def table() -> OpenTable:
    """Return the table of the runs of days; a state of a day is the run that it is in."""
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
            *keys.of_measure(),
            keys.leading("party", _("Party"), party, at("party"), "parties"),
            OpenColumn("since", "day", _("Since"), since, at("run.start"), is_required=True),
            OpenColumn("until", "day", _("Until"), until, at("run.end")),
            *standing.situation(at("run")),
            *standing.told(at("run.words")),
            keys.flag("is_turn", _("Turn"), turn, at("run.is_turn")),
            keys.flag("is_ended", _("Ended"), ended, at("run.is_ended")),
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
