"""Which kinds of records there are, which file holds which, and what each is called.

`KINDS` is the one list behind `yp list`, `yp show`, completion and the docs.
"""

from dataclasses import dataclass

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.language import later
from yhdyspinta_cli.model import actors, agreement, bodies, duties, measures, provisions, status
from yhdyspinta_cli.model.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its class, and the title of its list."""

    record: type[Record]
    title: str

    @property
    def word(self) -> str:
        """The word for one record on the command line."""
        return self.record.kind

    @property
    def plural(self) -> str:
        """The word for several."""
        return vocabulary.plural(self.record.kind)


KINDS: tuple[Kind, ...] = (
    Kind(agreement.Agreement, later("Agreement")),
    Kind(agreement.Programme, later("Programme")),
    Kind(agreement.Document, later("Documents")),
    Kind(agreement.Amendment, later("Amendments")),
    Kind(actors.Party, later("Parties")),
    Kind(measures.Goal, later("Goals")),
    Kind(agreement.Interface, later("Interfaces")),
    Kind(measures.Measure, later("Measures")),
    Kind(measures.Indicator, later("Indicators")),
    Kind(actors.Actor, later("Actors")),
    Kind(bodies.Body, later("Bodies and networks")),
    Kind(bodies.Division, later("Divisions into areas")),
    Kind(bodies.Area, later("Areas")),
    Kind(duties.Project, later("Projects")),
    Kind(duties.Obligation, later("Obligations")),
    Kind(duties.CouncilTerm, later("Council terms")),
    Kind(duties.Need, later("Needs")),
    Kind(duties.Statute, later("Register of acts")),
    Kind(agreement.Citation, later("Legal basis as cited")),
    Kind(agreement.DutyGroup, later("Headings of the law's summary")),
    Kind(agreement.DutyPoint, later("Duties by law, summarised")),
    Kind(agreement.Principle, later("Principles")),
    Kind(provisions.Provision, later("Rules of the game")),
    Kind(agreement.Definition, later("Definitions")),
    Kind(agreement.Level, later("Levels of dialogue")),
    Kind(
        agreement.ChartInterface,
        later("Interfaces of the chart"),
    ),
    Kind(agreement.CommonMatter, later("Common matters")),
    Kind(agreement.StrategyBlock, later("Strategies compared")),
    Kind(agreement.Statement, later("Statements of strategies")),
    Kind(agreement.Abbreviation, later("Abbreviations")),
    Kind(agreement.Author, later("Authors")),
    Kind(agreement.Reference, later("Links and publications")),
    Kind(duties.DatedEvent, later("Dated events of the source")),
    Kind(actors.Counterpart, later("Counterparts")),
    Kind(status.Update, later("Status updates")),
    Kind(status.Value, later("Indicator values")),
    Kind(duties.Event, later("Recorded events")),
)

BY_WORD: dict[str, Kind] = {word: kind for kind in KINDS for word in (kind.word, kind.plural)}

ROOT_FILES: dict[str, type[Record]] = {
    "agreement.yaml": agreement.Agreement,
    "programme.yaml": agreement.Programme,
    "personal.yaml": duties.Personal,
}
"""Files whose root is one record."""

LIST_FILES: dict[str, dict[str, type[Record]]] = {
    "parties.yaml": {"parties": actors.Party, "counterparts": actors.Counterpart},
    "actors.yaml": {"actors": actors.Actor},
    "goals.yaml": {"goals": measures.Goal},
    "areas.yaml": {"divisions": bodies.Division},
    "statutes.yaml": {"statutes": duties.Statute},
    "obligations.yaml": {
        "council_terms": duties.CouncilTerm,
        "obligations": duties.Obligation,
    },
    "projects.yaml": {"projects": duties.Project, "dated_events": duties.DatedEvent},
    "needs.yaml": {"needs": duties.Need},
}
"""Files whose root is a map of lists of records."""

FOLDERS: dict[str, type[Record]] = {
    "measures": measures.Measure,
    "bodies": bodies.Body,
    "updates": status.Update,
    "events": duties.Event,
    "values": status.Value,
}
"""Folders with one record a file, named by the record's id."""

BY_YEAR = ("updates", "events", "values")
"""The folders whose files stand in a folder of their year."""
