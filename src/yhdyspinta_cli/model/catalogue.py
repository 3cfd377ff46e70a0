"""Which kinds of records there are, which file holds which, and what each is called.

`KINDS` is the one list behind `yp list`, `yp show`, an actor's card, completion and the docs.
"""

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.model import (
    actors,
    agreement,
    bodies,
    measures,
    obligations,
    programme,
    provisions,
    publications,
    rounds,
    status,
    translations,
)
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record


@frozen
class Kind:
    """A kind of record: its class, what one of it is called, and the title of its list.

    `concerning` is for a kind whose records name under `concerns` whom they concern, and under
    `decides` who decides on them: the title under which an actor's card has those that concern it.
    """

    record: type[Record]
    one: str
    title: str
    concerning: str = ""

    @property
    def word(self) -> str:
        """The word for one record on the command line."""
        return self.record.kind

    @property
    def plural(self) -> str:
        """The word for several."""
        return vocabulary.plural(self.record.kind)


KINDS: tuple[Kind, ...] = (
    Kind(agreement.Agreement, later("agreement"), later("Agreement")),
    Kind(programme.Programme, later("programme"), later("Programme")),
    Kind(agreement.Document, later("document"), later("Documents")),
    Kind(agreement.Amendment, later("amendment"), later("Amendments")),
    Kind(actors.Party, later("party"), later("Parties")),
    Kind(measures.Goal, later("goal"), later("Goals")),
    Kind(agreement.Interface, later("interface"), later("Interfaces")),
    Kind(measures.Measure, later("measure"), later("Measures")),
    Kind(measures.Indicator, later("indicator"), later("Indicators")),
    Kind(actors.Actor, later("actor"), later("Actors")),
    Kind(bodies.Body, later("body"), later("Bodies and networks")),
    Kind(bodies.Division, later("division into areas"), later("Divisions into areas")),
    Kind(bodies.Area, later("area"), later("Areas")),
    Kind(obligations.Project, later("project"), later("Projects")),
    Kind(obligations.Obligation, later("obligation"), later("Obligations")),
    Kind(obligations.CouncilTerm, later("council term"), later("Council terms")),
    Kind(
        obligations.Need, later("need"), later("Needs"), concerning=later("Needs that concern it")
    ),
    Kind(obligations.Statute, later("act"), later("Register of acts")),
    Kind(agreement.Citation, later("legal basis as cited"), later("Legal basis as cited")),
    Kind(
        programme.DutyGroup,
        later("heading of the law's summary"),
        later("Headings of the law's summary"),
    ),
    Kind(programme.DutyPoint, later("duty by law, summarised"), later("Duties by law, summarised")),
    Kind(agreement.Principle, later("principle"), later("Principles")),
    Kind(provisions.Provision, later("provision"), later("Provisions")),
    Kind(agreement.Definition, later("definition"), later("Definitions")),
    Kind(programme.Level, later("level of dialogue"), later("Levels of dialogue")),
    Kind(
        programme.ChartInterface, later("interface of the chart"), later("Interfaces of the chart")
    ),
    Kind(programme.CommonMatter, later("common matter"), later("Common matters")),
    Kind(programme.StrategyBlock, later("strategy compared"), later("Strategies compared")),
    Kind(programme.Statement, later("statement of a strategy"), later("Statements of strategies")),
    Kind(programme.Abbreviation, later("abbreviation"), later("Abbreviations")),
    Kind(programme.Author, later("author"), later("Authors")),
    Kind(programme.Reference, later("link or publication"), later("Links and publications")),
    Kind(
        obligations.DatedEvent,
        later("dated event of the source"),
        later("Dated events of the source"),
    ),
    Kind(actors.Counterpart, later("counterpart"), later("Counterparts")),
    Kind(status.Update, later("status update"), later("Status updates")),
    Kind(status.Value, later("indicator value"), later("Indicator values")),
    Kind(obligations.Event, later("recorded event"), later("Recorded events")),
    Kind(rounds.Round, later("step of a round"), later("Rounds of asking")),
    Kind(publications.Publication, later("published report"), later("Published reports")),
    Kind(translations.Translations, later("translation"), later("Translations")),
)

CONCERNING: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.concerning)
"""Kinds of which the records say whom they concern."""

BY_WORD: dict[str, Kind] = {word: kind for kind in KINDS for word in (kind.word, kind.plural)}

ROOT_FILES: dict[str, type[Record]] = {
    "agreement.yaml": agreement.Agreement,
    "programme.yaml": programme.Programme,
    "personal.yaml": obligations.Personal,
}
"""Files whose root is one record."""

LIST_FILES: dict[str, dict[str, type[Record]]] = {
    "parties.yaml": {"parties": actors.Party, "counterparts": actors.Counterpart},
    "actors.yaml": {"actors": actors.Actor},
    "goals.yaml": {"goals": measures.Goal},
    "areas.yaml": {"divisions": bodies.Division},
    "statutes.yaml": {"statutes": obligations.Statute},
    "obligations.yaml": {
        "council_terms": obligations.CouncilTerm,
        "obligations": obligations.Obligation,
    },
    "projects.yaml": {"projects": obligations.Project, "dated_events": obligations.DatedEvent},
    "needs.yaml": {"needs": obligations.Need},
}
"""Files whose root is a map of lists of records."""

FOLDERS: dict[str, type[Record]] = {
    "measures": measures.Measure,
    "bodies": bodies.Body,
    "counterparts": actors.Counterpart,
    "updates": status.Update,
    "events": obligations.Event,
    "values": status.Value,
    "rounds": rounds.Round,
    "publications": publications.Publication,
    "translations": translations.Translations,
}
"""Folders with one record a file, named by the record's id."""

BY_YEAR = ("updates", "events", "values", "rounds")
"""The folders whose files stand in a folder of their year."""

RECORDED_FOLDERS = (*BY_YEAR, "publications")
"""The folders of what is recorded as it happens."""

RECORDED: tuple[type[Record], ...] = tuple(FOLDERS[name] for name in RECORDED_FOLDERS)
"""The classes of what is recorded as it happens: created, never edited, at most corrected."""


FILE_KINDS: tuple[str, ...] = (
    *(name.removesuffix(".yaml") for name in (*ROOT_FILES, *LIST_FILES)),
    *FOLDERS,
)
"""The kinds of file, each by the name of the file without its ending, or of the folder."""


def is_recorded(record: Record) -> bool:
    """True for what is recorded as it happens: an update, a value, an event, a round, a report."""
    return isinstance(record, RECORDED)


def year_of(record: Record) -> int | None:
    """Return the year in whose folder a record stands, None for one of a kind that has none.

    A round belongs to the year that it asks about, a report to the year of its day.
    """
    if isinstance(record, rounds.Round):
        return record.year
    on = getattr(record, "on", None)
    return on.first.year if isinstance(on, Moment) else None
