"""`yp what-if --remove`: what would be without an owner, and what would be left."""

from collections.abc import Iterator
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import narrowed, notes, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Column, Heading, Page, Pairs, Table
from yhdyspinta_cli.queries.what_if import Loss, Removal
from yhdyspinta_cli.wording.trails import validity_text
from yhdyspinta_cli.wording.words import word

_GROUPS = (
    ("without", later("Would be without anyone in the role")),
    ("one_of_several", later("Would lose one of several")),
    ("narrower", later("Would go on with fewer behind a collective")),
)


def answer(kb: KnowledgeBase, found: Removal, asked: str = "") -> Answer:
    """The losses, ready to be given in any form.

    `asked` is what they were narrowed to.
    """
    return Answer(
        "what-if",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=_("Consequences"),
    )


def page(kb: KnowledgeBase, answer: Removal, asked: str = "") -> Page:
    """The answer for a reader: who would end, then every loss and what is left."""
    name = answer.actor.name_shown
    title = _("If {name} ended on {day}").format(name=name, day=day_text(answer.day))
    blocks: list[Block] = [Heading(title), *notes.agreement(kb, answer.day)]
    ending = lifetime.ending(kb, answer.actor.id, answer.day)
    if ending is not None:
        blocks.append(Pairs(((_("Validity"), validity_text(kb, ending, None, answer.actor.id)),)))
    if answer.ends:
        names = titles.names(kb, answer.ends)
        blocks.append(Pairs(((_("Would end with it"), names),)))
    for key, words in _GROUPS:
        losses: tuple[Loss, ...] = getattr(answer, key)
        if losses:
            blocks.append(Heading(f"{_(words)} ({language.count(len(losses))})"))
            blocks.append(_table(kb, losses))
    if not (answer.without or answer.one_of_several or answer.narrower):
        blocks.append(narrowed.nothing(_("Nothing would lose anyone."), asked))
    return tuple(blocks)


def _table(kb: KnowledgeBase, losses: tuple[Loss, ...]) -> Table:
    rows = tuple(
        (titles.title(kb, loss.record), word(loss.role), left(kb, loss)) for loss in losses
    )
    return Table((_("What"), _("Role"), _("Left")), rows)


def left(kb: KnowledgeBase, loss: Loss) -> str:
    """Who would be left: names, with how many a collective would still have."""
    if not loss.left:
        return _("nobody")
    fewer = {key: (had, has) for key, had, has in loss.fewer}
    names = []
    for key in loss.left:
        name = kb.name(key)
        if key in fewer:
            name += " " + _("({has} of {had})").format(has=fewer[key][1], had=fewer[key][0])
        if key in loss.vague:
            name += " " + _("(nobody in particular)")
        names.append(name)
    return "; ".join(names)


def table(kb: KnowledgeBase, answer: Removal) -> Table:
    """A row a loss, for a spreadsheet."""
    columns: tuple[Column[tuple[str, Loss]], ...] = (
        Column("what", _("What"), lambda found: _(found[0])),
        Column("kind", _("Kind"), lambda found: word(found[1].record.kind)),
        Column("code", _("Code"), lambda found: titles.code(found[1].record)),
        Column("name", _("Name"), lambda found: titles.title(kb, found[1].record)),
        Column("id", "id", lambda found: found[1].record.id),
        Column("role", _("Role"), lambda found: word(found[1].role)),
        Column("lost", _("Lost"), lambda found: titles.names(kb, found[1].lost) or None),
        Column("left", _("Left"), lambda found: left(kb, found[1])),
        Column("source", _("Source"), lambda found: kb.source_of(found[1].record)),
    )
    losses: Iterator[tuple[str, Loss]] = (
        (words, loss) for key, words in _GROUPS for loss in getattr(answer, key)
    )
    return Table.of(columns, losses)


def json(kb: KnowledgeBase, answer: Removal) -> dict[str, Any]:
    """The documented JSON form of the answer."""
    return {
        "remove": answer.actor.id,
        "as_of": answer.day,
        "ends": list(answer.ends),
        **{
            key: [
                {
                    "id": loss.record.id,
                    "kind": loss.record.kind,
                    "code": titles.code(loss.record),
                    "name": loss.record.name_shown,
                    "role": loss.role,
                    "lost": list(loss.lost),
                    "fewer": [
                        {"actor": actor, "had": had, "has": has} for actor, had, has in loss.fewer
                    ],
                    "left": list(loss.left),
                    "vague": list(loss.vague),
                    "source": kb.source_of(loss.record),
                }
                for loss in getattr(answer, key)
            ]
            for key, _words in _GROUPS
        },
    }
