"""How each obligation stands in its periods on the day asked, and what is missing on it."""

from collections.abc import Iterator
from operator import itemgetter

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.queries import gaps, obligations
from yhdyspinta_cli.queries.gaps import Gap
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.vocabulary import DUE_STATES, GAP_KINDS, REASONS
from yhdyspinta_cli.wording import gap_titles
from yhdyspinta_cli.wording.due_states import state_word
from yhdyspinta_cli.wording.obligations import reason_word

_Row = tuple[str, int, ObligationStanding]


def tables() -> Iterator[OpenTable]:
    """Yield the tables of periods and of what is missing."""
    yield _periods()
    yield _events()
    yield _missing()


def _obligation() -> OpenColumn:
    return keys.holder("obligation", _("Obligation"), "obligations")


def _periods() -> OpenTable:
    party = _("The party whose period it is, where each does it for itself")
    area = _("The area whose period it is, where it is done in each")
    period = _("What the period is called: 2024, 2024-h1, by-2024, a council term")
    start, end = _("The first day of the period"), _("The last day of the period")
    due = _("The last day on which it is done in time")
    whole = _("False where only a part of the period is owed, and nobody says how much")
    needed = _("How many times it must be done in the period")
    recorded = _("How many events that fulfil it are recorded in the period")
    standing = _("How it stands: met, due, missed, not known, or done when something happens")
    late = _("Whether it was done after its due day")
    reason = _("Why it is not known")
    binding = _("What binds those who must do it, the strongest first")
    since = _("The day of the first recorded event that fulfils it")
    ended = _("The last day of the party whose period it is")
    heirs = _("Who has what is next due, where whoever was to do it ended in the period")
    return OpenTable(
        "obligation_periods",
        _("Obligations by period"),
        _("One row: how an obligation stands in a period, of one party or area where each does it"),
        ("obligation", "position"),
        (
            keys.base(),
            _obligation(),
            keys.position(),
            keys.leading("party", _("Party"), party, at("party.id", 2), "parties"),
            keys.leading("area", _("Area"), area, at("area.id", 2), "areas"),
            OpenColumn("period", "text", _("Period"), period, at("period.key", 2)),
            OpenColumn("period_start", "day", _("Start"), start, at("period.start", 2)),
            OpenColumn("period_end", "day", _("End"), end, at("period.end", 2)),
            OpenColumn("due", "day", _("Due"), due, at("due", 2)),
            OpenColumn("is_whole", "boolean", _("Whole"), whole, at("period.is_whole", 2)),
            OpenColumn(
                "needed",
                "integer",
                _("Needed"),
                needed,
                lambda row: row[2].needed if row[2].period else None,
            ),
            OpenColumn(
                "recorded",
                "integer",
                _("Recorded"),
                recorded,
                lambda row: len(row[2].events),
                is_required=True,
            ),
            OpenColumn(
                "standing",
                "text",
                _("Standing"),
                standing,
                at("state", 2),
                is_required=True,
                words=DUE_STATES,
                said=state_word,
            ),
            keys.flag("is_late", _("Met late"), late, at("is_late", 2)),
            OpenColumn(
                "reason",
                "text",
                _("Reason"),
                reason,
                at("reason", 2),
                words=REASONS,
                said=lambda one: reason_word(one, (_("its successor"),)),
            ),
            OpenColumn("bindings", "list", _("Force"), binding, at("forces", 2), True),
            OpenColumn("recorded_since", "day", _("Recorded since"), since, at("since", 2)),
            OpenColumn("ended", "day", _("Ended"), ended, at("ending.day", 2)),
            OpenColumn(
                "heirs",
                "list",
                _("Passed on to"),
                heirs,
                lambda row: tuple(one.id for one in row[2].heirs),
            ),
        ),
        _standings,
    )


def _standings(asked: ExportAsked) -> Iterator[_Row]:
    numbers: dict[str, int] = {}
    for one in obligations.standings(asked.kb, asked.day, over=asked.over):
        key = one.obligation.id
        numbers[key] = numbers.get(key, 0) + 1
        yield key, numbers[key], one


def _events() -> OpenTable:
    event = _("The event that fulfils it")
    return OpenTable(
        "obligation_period_events",
        _("Events that fulfil obligations"),
        _("One row: an event that fulfils an obligation in a period"),
        ("obligation", "period_position", "event"),
        (
            keys.base(),
            _obligation(),
            OpenColumn(
                "period_position",
                "integer",
                _("No. of the period"),
                _("The number of the period in obligation_periods"),
                itemgetter(1),
                is_required=True,
            ),
            keys.leading("event", _("Event"), event, itemgetter(2), "events", True),
        ),
        lambda asked: (
            (key, number, event.id)
            for key, number, one in _standings(asked)
            for event in one.events
        ),
    )


def _missing() -> OpenTable:
    kind = _("What is missing, by the words of yp gaps --kind")
    record = _("The record on which it is missing")
    since = _("Since when it is missing")
    stated = _("False where the data say no day, and the agreement's first day stands there")
    days = _("For how many days it has been missing on the day asked")
    decides = _("Who can decide it; empty where that is not stated")
    about = _("The ids that say more: who is meant, who has ended, which levels, whose period")
    counted = _(
        "How many it counts for in the numbers of yp gaps, which are the sums of it by kind: a "
        "row may hold those of several parties, levels or texts"
    )
    count, of = _("How many are missing"), _("Of how many")
    language = _("The language in which the texts have no translation")
    period = _("The period that was missed")
    begins = _("When the one begins who has not yet begun")
    source = _("Where the source says it, in short")

    return OpenTable(
        "missing",
        _("What is missing"),
        _("One row: something that is missing on the day asked"),
        ("position",),
        (
            keys.base(),
            OpenColumn(
                "position", "integer", _("No."), _("Its place in the ledger"), itemgetter(0), True
            ),
            OpenColumn(
                "kind",
                "text",
                _("Kind"),
                kind,
                at("kind", 1),
                is_required=True,
                words=GAP_KINDS,
                said=gap_titles.title,
            ),
            keys.leading("record", _("Of record"), record, at("record.id", 1), is_required=True),
            OpenColumn("since", "day", _("Since"), since, at("age.since", 1), True),
            OpenColumn("since_stated", "boolean", _("Stated"), stated, at("age.stated", 1), True),
            OpenColumn("age_days", "integer", _("Days"), days, at("age.days", 1), True),
            keys.leading("decides", _("Who can decide"), decides, at("decides", 1)),
            OpenColumn("about", "list", _("Concerns"), about, at("about", 1)),
            OpenColumn("counted", "integer", _("Counted"), counted, at("counted", 1), True),
            OpenColumn("missing_count", "integer", _("Number"), count, at("count", 1), True),
            OpenColumn("of_all", "integer", _("In all"), of, at("of", 1), True),
            OpenColumn("period", "text", _("Period"), period, at("period.key", 1)),
            OpenColumn("begins", "day", _("Begins"), begins, at("beginning.first", 1)),
            OpenColumn("language", "text", _("Language"), language, at("language", 1)),
            OpenColumn("source", "text", _("Source"), source, at("source", 1)),
        ),
        _gaps,
    )


def _gaps(asked: ExportAsked) -> Iterator[tuple[int, Gap]]:
    yield from enumerate(gaps.ledger(asked.kb, asked.day, over=asked.over).gaps, 1)
