"""Which kinds of records there are, which file holds which, and what each is called.

`KINDS` is the one list behind `yp list`, `yp show`, completion and the docs.
"""

from dataclasses import dataclass

from yhdyspinta_cli.language import later as _
from yhdyspinta_cli.model import actors, agreement, bodies, duties, measures, status
from yhdyspinta_cli.model.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the word on the command line, its plural, its class."""

    word: str
    plural: str
    record: type[Record]
    title: str


KINDS: tuple[Kind, ...] = (
    Kind("agreement", "agreements", agreement.Agreement, _("Agreement")),
    Kind("programme", "programmes", agreement.Programme, _("Programme")),
    Kind("document", "documents", agreement.Document, _("Documents")),
    Kind("party", "parties", actors.Party, _("Parties")),
    Kind("goal", "goals", measures.Goal, _("Goals")),
    Kind("interface", "interfaces", agreement.Interface, _("Interfaces")),
    Kind("measure", "measures", measures.Measure, _("Measures")),
    Kind("indicator", "indicators", measures.Indicator, _("Indicators")),
    Kind("actor", "actors", actors.Actor, _("Actors")),
    Kind("body", "bodies", bodies.Body, _("Bodies and networks")),
    Kind("division", "divisions", bodies.Division, _("Divisions into areas")),
    Kind("area", "areas", bodies.Area, _("Areas")),
    Kind("project", "projects", duties.Project, _("Projects")),
    Kind("obligation", "obligations", duties.Obligation, _("Obligations")),
    Kind("council-term", "council-terms", duties.CouncilTerm, _("Council terms")),
    Kind("need", "needs", duties.Need, _("Needs")),
    Kind("statute", "statutes", duties.Statute, _("Register of acts")),
    Kind("citation", "citations", agreement.Citation, _("Legal basis as cited")),
    Kind("duty-group", "duty-groups", agreement.DutyGroup, _("Headings of the law's summary")),
    Kind("duty", "duties", agreement.DutyPoint, _("Duties by law, summarised")),
    Kind("principle", "principles", agreement.Principle, _("Principles")),
    Kind("provision", "provisions", agreement.Provision, _("Rules of the game")),
    Kind("definition", "definitions", agreement.Definition, _("Definitions")),
    Kind("level", "levels", agreement.Level, _("Levels of dialogue")),
    Kind(
        "chart-interface",
        "chart-interfaces",
        agreement.ChartInterface,
        _("Interfaces of the chart"),
    ),
    Kind("common-matter", "common-matters", agreement.CommonMatter, _("Common matters")),
    Kind("strategy-block", "strategy-blocks", agreement.StrategyBlock, _("Strategies compared")),
    Kind("statement", "statements", agreement.Statement, _("Statements of strategies")),
    Kind("abbreviation", "abbreviations", agreement.Abbreviation, _("Abbreviations")),
    Kind("author", "authors", agreement.Author, _("Authors")),
    Kind("reference", "references", agreement.Reference, _("Links and publications")),
    Kind("dated-event", "dated-events", duties.DatedEvent, _("Dated events of the source")),
    Kind("counterpart", "counterparts", actors.Counterpart, _("Counterparts")),
    Kind("update", "updates", status.Update, _("Status updates")),
    Kind("value", "values", status.Value, _("Indicator values")),
    Kind("event", "events", duties.Event, _("Recorded events")),
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
