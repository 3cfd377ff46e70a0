"""`yp who-owns`: the measure, who answers for it, who stands behind each name."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import labels
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.members import Member
from yhdyspinta_cli.output import indicators, notes, remarks, status, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Column,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
)
from yhdyspinta_cli.queries.owners import Owner, Owners
from yhdyspinta_cli.wording import names
from yhdyspinta_cli.wording.appointments import basis_text
from yhdyspinta_cli.wording.trails import (
    STEP,
    age_text,
    continues_text,
    trail_text,
    validity_text,
)
from yhdyspinta_cli.wording.wholes import beside_words
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Owners, *, why: bool = False) -> Answer:
    """Who owns a measure, ready to be given in any form; with `why` each way for a reader."""
    return Answer(
        "owners",
        lambda _width: page(kb, found, why=why),
        lambda: _table(kb, found),
        lambda: _json(kb, found),
        sheet=_("Responsible"),
    )


# What a program reads is imported for a program only.
def _table(kb: KnowledgeBase, found: Owners) -> Table:
    from yhdyspinta_cli.output import owners_forms

    return owners_forms.table(kb, found)


def _json(kb: KnowledgeBase, found: Owners) -> dict[str, Any]:
    from yhdyspinta_cli.output import owners_forms

    return owners_forms.json(kb, found)


def page(kb: KnowledgeBase, answer: Owners, *, why: bool = False) -> Page:
    """The whole answer for a reader; with `why`, a line for every party and its way."""
    measure = answer.measure
    blocks: list[Block] = [
        Heading(f"{measure.code} {measure.title}"),
        *notes.agreement(kb, answer.day),
    ]
    blocks.append(
        Pairs(
            (
                (_("Interface"), kb.name(measure.interface)),
                (_("Goal"), titles.goal(kb, measure.goal) if measure.goal else ""),
                (
                    _("Validity"),
                    validity_text(kb, answer.ending, answer.beginning, measure.id),
                ),
                (_("Continues"), continues_text(kb, measure)),
                (_("State"), status.state_text(kb, answer.standing)),
                (_("Due"), status.due_text(kb, answer.standing, answer.day)),
                (_("Continued by"), names.continuing(kb, measure, answer.day)),
                (_("Source"), kb.source_of(measure)),
            )
        )
    )
    if beside := beside_words(answer.standing):
        blocks.append(Paragraph(beside))
    if not answer.owners:
        blocks.append(Paragraph(_nobody(kb, answer)))
    else:
        blocks.append(Heading(_("Responsible")))
        blocks.append(_responsible(kb, answer))
    if measure.responsible_note:
        blocks.append(Pairs(((_("Note"), measure.responsible_note),)))
    if why and answer.owners:
        blocks.append(Heading(_("Why")))
        blocks.append(Bullets(tuple(why_lines(kb, answer))))
    else:
        for owner in answer.owners:
            blocks.extend(_behind(kb, owner))
    blocks.append(Heading(_("Indicators")))
    blocks.append(Bullets(indicators.of_measure(kb, measure, answer.day)))
    blocks.extend(remarks.blocks(measure.remarks))
    return tuple(blocks)


def _responsible(kb: KnowledgeBase, answer: Owners) -> Table:
    """A row an owner: what is printed of it, and on what it rests where a decision named one."""
    is_printed = any(owner.named.label for owner in answer.owners)
    is_decided = any(owner.named.decided for owner in answer.owners)
    columns: tuple[Column[Owner], ...] = (
        Column("actor", _("Actor"), lambda owner: _actor(kb, owner)),
        Column("role", _("Role"), _role),
        *((Column("label", _("As printed"), _label),) if is_printed else ()),
        *((Column("basis", _("Basis"), partial(_basis, kb, answer)),) if is_decided else ()),
        Column("party", _("Party"), _party_text),
    )
    return Table.of(columns, answer.owners)


def _label(owner: Owner) -> str:
    return owner.named.label


def _basis(kb: KnowledgeBase, answer: Owners, owner: Owner) -> str:
    return basis_text(kb, answer.measure, owner.named)


def _actor(kb: KnowledgeBase, owner: Owner) -> str:
    validity = validity_text(kb, owner.ending, owner.beginning, owner.named.actor)
    return f"{owner.name} ({validity})" if validity else owner.name


def _role(owner: Owner) -> str:
    role = word(owner.named.role)
    return f"{role} ({owner.named.part})" if owner.named.part else role


def _party_text(owner: Owner) -> str:
    if owner.is_vague:
        return _("nobody in particular")
    if owner.kind == "unread":
        return _("not known: its record could not be read")
    if not owner.parties and owner.kind == "body":
        return _seated_text(owner)
    if not owner.parties:
        return _("none of the parties")
    if len(owner.parties) == 1:
        return owner.parties[0][0].name
    return plural("{n} party", "{n} parties", len(owner.parties))


def _seated_text(owner: Owner) -> str:
    """Which parties answer through their seats in a body."""
    if not owner.seats:
        return _("who sits in it is not told")
    if not owner.seated:
        return _("no party among its seats")
    parties = owner.seated[0].name
    if len(owner.seated) > 1:
        parties = plural("{n} party", "{n} parties", len(owner.seated))
    return _("through seats: {parties}").format(parties=parties)


def _behind(kb: KnowledgeBase, owner: Owner) -> list[Block]:
    """Who stands behind a collective, and who sits in a body."""
    blocks: list[Block] = []
    if owner.is_collective and owner.members:
        blocks.append(Heading(f"{owner.name} ({language.count(len(owner.members))})"))
        blocks.append(Paragraph(members_text(kb, owner)))
        gone = [f"{kb.name(m.actor)} ({validity})" for m, validity in _gone(kb, owner)]
        if gone:
            words = _("Not there any more, or not yet: {names}.")
            blocks.append(Paragraph(words.format(names=listing(gone))))
    if owner.seats:
        blocks.append(Heading(_("Seats in {body}").format(body=owner.name)))
        blocks.append(
            Bullets(
                tuple(
                    f"{word(role)}: {labels.called(kb, seat.actor, seat.label)}"
                    + (f" ({seat.part})" if seat.part else "")
                    for role, seat in owner.seats
                )
            )
        )
    if owner.parts:
        blocks.append(Heading(_("Parts of {body}").format(body=owner.name)))
        blocks.append(Bullets(tuple(kb.name(key) for key in owner.parts)))
    return blocks


def _gone(kb: KnowledgeBase, owner: Owner) -> Iterator[tuple[Member, str]]:
    for member, ending, beginning in owner.gone:
        yield member, validity_text(kb, ending, beginning, member.actor)


def members_text(kb: KnowledgeBase, owner: Owner) -> str:
    """The names of everyone behind a collective, as a spoken list, with what stands for them."""
    units = {member.unit for member in owner.members}
    if len(units) == 1:
        unit = owner.members[0].unit
        people = listing(kb.name(member.actor) for member in owner.members)
        return people + (f" ({unit})" if unit else "")
    return listing(
        f"{kb.name(member.actor)} ({member.unit})" if member.unit else kb.name(member.actor)
        for member in owner.members
    )


def _nobody(kb: KnowledgeBase, answer: Owners) -> str:
    nobody = answer.measure.nobody
    first = (
        _("Nobody is responsible: the source says “{label}”.").format(label=nobody.label)
        if nobody is not None
        else _("Nobody is named, and nothing says that this is known.")
    )
    assert answer.age is not None
    return "\n".join(
        (
            first,
            _("Since when: {since}.").format(since=age_text(answer.age)),
            _("Who must decide: {decides}.").format(decides=names.decider(kb, answer.decides)),
        )
    )


def why_lines(kb: KnowledgeBase, answer: Owners) -> list[str]:
    """A line a party: ``Tuusniemi – kunnat (19) – E4, responsible – ohjelma 4 e, tavoite 3``."""
    lines: list[str] = []
    for owner in answer.owners:
        end = f"{answer.measure.code}, {word(owner.named.role)}"
        if owner.named.part:
            end += f" ({owner.named.part})"
        end += f"{STEP}{basis_text(kb, answer.measure, owner.named)}"
        found = [way for _party, way in owner.parties] or list(owner.ways)
        lines.extend(
            trail_text(kb, way, end, answer.day) for way in found or [(owner.named.actor,)]
        )
        lines.extend(
            trail_text(kb, way, end, answer.day, seat=word(role)) for role, way in owner.seat_ways
        )
    return lines
