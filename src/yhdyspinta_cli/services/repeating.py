"""Whether a new report says again what an earlier one says: that is saved, and told."""

from yhdyspinta_cli.facts import corrections
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store import write

_NOT_SAID = ("id", "recorded", "evidence")
"""What two reports that say the same may differ in."""

_CORRECTING = {
    "update": "yp status correct {id} …",
    "value": "yp record value … --corrects {id}",
    "event": "yp event add … --corrects {id}",
}


def told(kb: KnowledgeBase, new: Correctable) -> tuple[str, str] | None:
    """Return that an earlier report says the same as a new one, and what to do; None where none
    does that still holds.
    """
    said = _said(new)
    for other in kb.of(type(new)):
        # To put a report into keys takes long among thousands: first its day is looked at.
        if other.on == new.on and not corrections.of(kb, other.id) and _said(other) == said:
            return (
                _("{id} says the same already").format(id=other.id),
                _("if it lacks something: {command}").format(
                    command=_CORRECTING[new.kind].format(id=other.id)
                ),
            )
    return None


def _said(report: Correctable) -> dict[str, object]:
    keys = write.plain(report)
    return {name: value for name, value in keys.items() if name not in _NOT_SAID}
