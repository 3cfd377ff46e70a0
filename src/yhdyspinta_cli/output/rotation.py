"""`yp rotation`: turns taken and whose turn is next, where convening or chairing goes round."""

from typing import Any

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import narrowed
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Bullets, Column, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.rotation import Rotation, Rotations
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Rotations, asked: str = "") -> Answer:
    """The rotations, ready to be given in any form.

    `asked` is what they were narrowed to.
    """
    return Answer(
        "rotation",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def page(kb: KnowledgeBase, answer: Rotations, asked: str = "") -> Page:
    """Every rotating seat for a reader: the next, the turns of each, what is not told."""
    blocks: list[Block] = []
    if not answer.found:
        blocks.append(
            narrowed.nothing(
                _("Nothing goes round here: no chair and no convener takes turns."), asked
            )
        )
    for found in answer.found:
        blocks.append(Heading(title(found)))
        blocks.append(Paragraph(" ".join(sentences(kb, found))))
        if found.turns:
            blocks.append(
                Table(
                    (_("Name"), _("Turns"), _("Latest turn")),
                    tuple(
                        (kb.name(actor), found.count(actor), _latest(found, actor))
                        for actor in found.among
                    ),
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
    role = word(found.role)
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


def _latest(found: Rotation, actor: str) -> str:
    """The day of an actor's latest turn, empty where there was none."""
    turns = [turn for turn in found.turns if turn.actor == actor]
    return days.moment(turns[-1].event.on) if turns else ""


def table(kb: KnowledgeBase, answer: Rotations) -> Table:
    """A row a rotating seat and one who takes turns in it."""
    columns: tuple[Column[_Turn], ...] = (
        Column("body", _("Body id"), lambda turn: turn.found.body.id),
        Column("body_name", _("Body"), lambda turn: turn.found.body.name),
        Column("role", _("Role"), lambda turn: word(turn.found.role)),
        Column("area", _("Area"), lambda turn: turn.found.area.name if turn.found.area else None),
        Column(
            "place",
            _("Place in the order"),
            lambda turn: turn.number if turn.found.has_order else None,
        ),
        Column("id", "id", lambda turn: turn.actor),
        Column("name", _("Name"), lambda turn: kb.name(turn.actor)),
        Column("turns", _("Turns"), lambda turn: turn.found.count(turn.actor)),
        Column("latest", _("Latest turn"), lambda turn: _latest(turn.found, turn.actor)),
        Column(
            "next", _("Next"), lambda turn: _("next") if turn.actor == turn.found.next else None
        ),
    )
    turns = (
        _Turn(found, number, actor)
        for found in answer.found
        for number, actor in enumerate(found.among, start=1)
    )
    return Table.of(columns, turns)


@frozen
class _Turn:
    """One who takes turns in a seat, and the place in the order."""

    found: Rotation
    number: int
    actor: str


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
