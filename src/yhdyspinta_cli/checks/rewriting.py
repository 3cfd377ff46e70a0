"""The rule on a change: what was recorded stays as it was recorded.

No rule over one state of the data, so none of `RULES`: who has two states says which records were
edited or deleted, and this says how that is told.
"""

from yhdyspinta_cli.checks.explanation import Explanation
from yhdyspinta_cli.diagnostic import Finding, Route, Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import Entry
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value

REWRITTEN = Explanation(
    "YP902",
    Severity.ERROR,
    later("What was recorded has been edited or deleted instead of being corrected."),
    why=later(
        "Whoever has read it, or a report made of it, could no longer find out what was said and"
        " when it was found to be wrong. A correction keeps both. Only 'yp validate --against REV'"
        " finds it; a remark cannot accept it, a line 'Rewrites: ID reason' in the message of a"
        " commit does."
    ),
    bad="# data/updates/2023/2023-10-01-tiedon-malli-6f7081.yaml, edited\n"
    "measure: tiedon-malli\non: 2023-10-01\nstate: completed   # was in-progress",
    good="# a new file beside it: yp status correct 2023-10-01-tiedon-malli-6f7081 completed\n"
    "measure: tiedon-malli\non: 2023-10-01\nstate: completed\n"
    "corrects: 2023-10-01-tiedon-malli-6f7081",
)


@frozen
class Rewritten:
    """A recorded fact that is told in another way than before, or no more.

    `entry` is where it stands, or stood before it was deleted; `route` leads to the first field
    that was edited. `words` are what was edited, or what it said. `accepted` is the reason that a
    commit gives for it, empty where none does.
    """

    entry: Entry
    route: Route
    words: str
    is_deleted: bool
    accepted: str = ""


def finding(rewritten: Rewritten) -> Finding:
    """Return what is told of a recorded fact that was rewritten."""
    message = _("what was recorded has been edited: {what}")
    if rewritten.is_deleted:
        message = _("what was recorded has been deleted: {what}")
    entry = rewritten.entry
    return Finding(
        REWRITTEN.code,
        REWRITTEN.severity,
        entry.path,
        (*entry.route, *rewritten.route),
        message.format(what=rewritten.words),
        _hint(entry.record),
        rewritten.accepted,
    )


def _hint(record: Record) -> str:
    """Return how a recorded fact is corrected."""
    restored = _("put it back as it was, and record a correction: {command}")
    if isinstance(record, Update):
        return restored.format(command=f"yp status correct {record.id} …")
    if isinstance(record, Value):
        command = f"yp record value {record.indicator} … --corrects {record.id}"
        return restored.format(command=command)
    if isinstance(record, Event):
        return restored.format(command=f"yp event add … --corrects {record.id}")
    return _("put it back as it was: it tells what was done")
