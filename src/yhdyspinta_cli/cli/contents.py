"""What `yp --help` and completion tell of every command, before any of them is imported.

What is told here is the first paragraph of the command's own help; a test compares the two.
"""

from typing import NamedTuple

from yhdyspinta_cli.language import text as _


class Told(NamedTuple):
    """A command: the section of help it stands in, the module that holds it, what it does."""

    section: str
    module: str
    about: str


def told() -> dict[str, Told]:
    """Return every command that follows `yp` by its name, in the order of help."""
    begin, check, questions = _("Begin"), _("Check"), _("Questions")
    reports, recording = _("Reports"), _("Recording")
    return {
        "init": Told(
            begin,
            "init",
            _(
                "Begin a knowledge base of your own: a few questions, then a folder that is sound "
                "at once."
            ),
        ),
        "guide": Told(
            begin,
            "guide",
            _(
                'Show the guide: the tasks, from "who answers for this?" to a year\'s round, or '
                "one of them."
            ),
        ),
        "validate": Told(
            check, "check", _("Check the data; every fault has its file, line and column.")
        ),
        "explain": Told(
            check,
            "rules",
            _(
                "Explain a finding: what is wrong, why it matters, and how it looks "
                "wrong and right."
            ),
        ),
        "rules": Told(
            check,
            "rules",
            _("List every code with its severity, its name and the fault in a sentence."),
        ),
        "fmt": Told(
            check,
            "fmt",
            _("Lay out the files of the data in one way; values and comments stay as they are."),
        ),
        "keys": Told(
            check,
            "keys",
            _("Tell which keys a record takes and what stands there; without a kind, the kinds."),
        ),
        "schema": Told(
            check,
            "schema",
            _("Tell the form of a kind of file as JSON Schema; without a kind, list the schemas."),
        ),
        "lsp": Told(
            check,
            "lsp",
            _("Serve an editor: findings while typing, completion, who an id is, where it stands."),
        ),
        "list": Told(
            questions,
            "list_show",
            _("List the records of a kind; without a kind, the kinds and how many there are."),
        ),
        "show": Told(
            questions,
            "list_show",
            _("Show everything a record says, with its source place and its remarks."),
        ),
        "search": Told(
            questions,
            "search",
            _(
                "Search every text: titles, bodies, remarks, acts, abbreviations; the "
                "best hits first."
            ),
        ),
        "who-owns": Told(
            questions,
            "owners",
            _("Tell who answers for a measure, who stands behind each name, and why."),
        ),
        "owned-by": Told(
            questions,
            "owners",
            _(
                "Show the card of an actor: all it answers for and takes part in, and "
                "on what ground."
            ),
        ),
        "gaps": Told(
            questions,
            "gaps",
            _(
                "Show what is missing: owners, indicators, updates, counterparts, conveners; "
                "with its age."
            ),
        ),
        "counterparts": Told(
            questions,
            "gaps",
            _(
                "Show who answers for each party on each level or interface, and where "
                "nobody is named."
            ),
        ),
        "what-if": Told(
            questions,
            "gaps",
            _("Show what would be left without an owner if a unit, project, role or party ended."),
        ),
        "obligations": Told(
            questions,
            "schedule",
            _("Tell of each obligation and period whether it is met, due, missed or not known."),
        ),
        "calendar": Told(
            questions,
            "schedule",
            _("Show a year as a list, or as iCalendar that a calendar program takes in."),
        ),
        "rotation": Told(
            questions,
            "schedule",
            _("Tell whose turn it is to convene or chair, where that goes round."),
        ),
        "status": Told(
            questions,
            "status",
            _("Show how the measures stand on a day: by state, interface, goal and party."),
        ),
        "history": Told(
            questions,
            "history",
            _(
                "Tell what became of a record, or what came in: by which commit, reports woven "
                "in by day."
            ),
        ),
        "diff": Told(
            questions,
            "diff",
            _(
                "Tell what changed: dropped, new, moved and reworded measures, parties, duties "
                "and reports."
            ),
        ),
        "report": Told(
            reports,
            "report",
            _(
                "Write the report of a year, one party's or interface's sheet, or the paper of a "
                "meeting."
            ),
        ),
        "site": Told(
            reports,
            "site",
            _("Write the agreement as a site: a page for each measure, party, body and duty."),
        ),
        "export": Told(
            reports,
            "export",
            _(
                "Write the whole base as open data: CSV, JSON Lines, SQLite and Parquet, with "
                "descriptions."
            ),
        ),
        "templates": Told(
            reports, "templates", _("The templates of the report: list them, copy one.")
        ),
        "record": Told(recording, "value", _("Record what was measured.")),
        "round": Told(
            recording, "round", _("Ask each party about a year with a workbook of its own.")
        ),
        "event": Told(recording, "event", _("Meetings and other events.")),
        "new": Told(
            recording, "new", _("Write a new record: a measure, a party, a body, a duty …")
        ),
        "edit": Told(
            recording,
            "edit",
            _("Change fields of one record in its file; the other lines stay as they are."),
        ),
        "import": Told(
            recording,
            "import_",
            _("Take a table of others in: measures, bodies, parties, duties."),
        ),
    }
