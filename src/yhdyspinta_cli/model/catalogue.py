"""Which kinds of records there are, which file holds which, and what each is called.

`KINDS` is the one list behind `yp list`, `yp show`, completion and the docs.
"""

from dataclasses import dataclass

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.language import later as _
from yhdyspinta_cli.model import actors, agreement, bodies, duties, measures, status
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
    Kind(agreement.Agreement, _("Agreement")),
    Kind(agreement.Programme, _("Programme")),
    Kind(agreement.Document, _("Documents")),
    Kind(actors.Party, _("Parties")),
    Kind(measures.Goal, _("Goals")),
    Kind(agreement.Interface, _("Interfaces")),
    Kind(measures.Measure, _("Measures")),
    Kind(measures.Indicator, _("Indicators")),
    Kind(actors.Actor, _("Actors")),
    Kind(bodies.Body, _("Bodies and networks")),
    Kind(bodies.Division, _("Divisions into areas")),
    Kind(bodies.Area, _("Areas")),
    Kind(duties.Project, _("Projects")),
    Kind(duties.Obligation, _("Obligations")),
    Kind(duties.CouncilTerm, _("Council terms")),
    Kind(duties.Need, _("Needs")),
    Kind(duties.Statute, _("Register of acts")),
    Kind(agreement.Citation, _("Legal basis as cited")),
    Kind(agreement.DutyGroup, _("Headings of the law's summary")),
    Kind(agreement.DutyPoint, _("Duties by law, summarised")),
    Kind(agreement.Principle, _("Principles")),
    Kind(agreement.Provision, _("Rules of the game")),
    Kind(agreement.Definition, _("Definitions")),
    Kind(agreement.Level, _("Levels of dialogue")),
    Kind(
        agreement.ChartInterface,
        _("Interfaces of the chart"),
    ),
    Kind(agreement.CommonMatter, _("Common matters")),
    Kind(agreement.StrategyBlock, _("Strategies compared")),
    Kind(agreement.Statement, _("Statements of strategies")),
    Kind(agreement.Abbreviation, _("Abbreviations")),
    Kind(agreement.Author, _("Authors")),
    Kind(agreement.Reference, _("Links and publications")),
    Kind(duties.DatedEvent, _("Dated events of the source")),
    Kind(actors.Counterpart, _("Counterparts")),
    Kind(status.Update, _("Status updates")),
    Kind(status.Value, _("Indicator values")),
    Kind(duties.Event, _("Recorded events")),
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
