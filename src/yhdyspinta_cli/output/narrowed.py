"""An answer that finds nothing names what was asked for, and claims no more than that."""

from collections.abc import Iterable

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.layout import Paragraph
from yhdyspinta_cli.queries.filters import Wanted
from yhdyspinta_cli.wording.words import word


def words(kb: KnowledgeBase, wanted: Wanted, more: Iterable[str] = ()) -> str:
    """Return what a question was narrowed to: ``party Kuopio, state completed``; empty for all.

    `more` are the words for options that are not every question's.
    """
    asked = {
        _("interface {name}"): wanted.interface and kb.name(wanted.interface),
        _("goal {name}"): wanted.goal and kb.name(wanted.goal),
        _("party {name}"): wanted.party and kb.name(wanted.party),
        _("actor {name}"): wanted.actor and kb.name(wanted.actor),
        _("state {name}"): wanted.state and word(wanted.state),
        _("resting on {name}"): wanted.binding and word(wanted.binding),
    }
    return ", ".join([*(said.format(name=name) for said, name in asked.items() if name), *more])


def nothing(whole: str, asked: str) -> Paragraph:
    """Return the sentence that nothing was found: `whole` where all was asked for."""
    if not asked:
        return Paragraph(whole)
    return Paragraph(_("Nothing is found with these conditions: {asked}.").format(asked=asked))
