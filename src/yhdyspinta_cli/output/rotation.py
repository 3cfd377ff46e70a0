"""`yp rotation`: turns taken and whose turn is next, where convening or chairing goes round."""

from typing import Any

from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import phrases
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.page import Block, Bullets, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.rotation import Rotation, Rotations


def answer(kb: KnowledgeBase, found: Rotations) -> Answer:
    """The rotations, ready to be given in any form."""
    return Answer(
        "rotation",
        lambda _width: page(kb, found),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def page(kb: KnowledgeBase, answer: Rotations) -> Page:
    """Every rotating seat for a reader: the next, the turns of each, what is not told."""
    blocks: list[Block] = []
    if not answer.found:
        blocks.append(
            Paragraph(_("Nothing goes round here: no chair and no convener takes turns."))
        )
    for found in answer.found:
        blocks.append(Heading(title(found)))
        blocks.append(Paragraph(" ".join(sentences(kb, found))))
        if found.turns:
            blocks.append(
                Table(
                    (_("Name"), _("Turns"), _("Latest turn")),
                    tuple(_row(kb, found, actor) for actor in found.among),
                )
            )
    for body, actors in answer.without_area:
        blocks.append(
            Bullets(
                (
                    _("{body}: the data does not tell the area of {names}.").format(
                        body=kb.name(body), names=listing(kb.name(actor) for actor in actors)
                    ),
                )
            )
        )
    return tuple(blocks)


def title(found: Rotation) -> str:
    """``Palvelukeskustelut: convener, Kuopion alue``."""
    role = _("convener") if found.role == "convener" else _("chair")
    area = f", {found.area.name}" if found.area else ""
    return f"{found.body.name}: {role}{area}"


def sentences(kb: KnowledgeBase, found: Rotation) -> list[str]:
    """What is known of the next turn, one sentence each."""
    if not found.among:
        return [_("The data does not tell who takes turns.")]
    lines: list[str] = []
    if found.next is not None:
        lines.append(_("Next: {name}.").format(name=kb.name(found.next)))
    if not found.has_order and len(found.among) > 1:
        lines.append(_("The order is not set."))
    if not found.turns:
        lines.append(_("No turns are recorded."))
    elif not found.has_order and len(found.among) > 1:
        lines.append(
            _("Fewest turns: {names}.").format(
                names=listing(kb.name(actor) for actor in found.fewest)
            )
        )
    if not found.turns and len(found.among) > 1:
        lines.append(
            _("Taking turns: {names}.").format(
                names=listing(kb.name(actor) for actor in found.among)
            )
        )
    if found.untold:
        lines.append(
            plural(
                "{n} recorded meeting does not tell whose turn it was.",
                "{n} recorded meetings do not tell whose turn it was.",
                found.untold,
            )
        )
    return lines


def _row(kb: KnowledgeBase, found: Rotation, actor: str) -> tuple[str | int, ...]:
    days = [phrases.moment(turn.event.on) for turn in found.turns if turn.actor == actor]
    return kb.name(actor), found.count(actor), days[-1] if days else ""


def table(kb: KnowledgeBase, answer: Rotations) -> Table:
    """A row a rotating seat and one who takes turns in it."""
    columns = (
        _("Body id"),
        _("Body"),
        _("Role"),
        _("Area"),
        _("Place in the order"),
        "id",
        _("Name"),
        _("Turns"),
        _("Latest turn"),
        _("Next"),
    )
    rows = tuple(
        (
            found.body.id,
            found.body.name,
            _("convener") if found.role == "convener" else _("chair"),
            found.area.name if found.area else None,
            number if found.has_order else None,
            actor,
            *_row(kb, found, actor),
            _("next") if actor == found.next else None,
        )
        for found in answer.found
        for number, actor in enumerate(found.among, start=1)
    )
    return Table(columns, rows)


def json(kb: KnowledgeBase, answer: Rotations) -> dict[str, Any]:
    """The documented JSON form of the rotations."""
    return {
        "as_of": answer.day,
        "rotations": [
            {
                "body": found.body.id,
                "name": found.body.name,
                "role": found.role,
                "area": found.area.id if found.area else None,
                "order_set": found.has_order,
                "among": [
                    {"id": actor, "name": kb.name(actor), "turns": found.count(actor)}
                    for actor in found.among
                ],
                "turns": [
                    {"actor": t.actor, "event": t.event.id, "on": t.event.on.written}
                    for t in found.turns
                ],
                "next": found.next,
                "fewest": list(found.fewest),
                "untold": found.untold,
            }
            for found in answer.found
        ],
        "without_area": [
            {"body": body, "actors": list(actors)} for body, actors in answer.without_area
        ],
    }
