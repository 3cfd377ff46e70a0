"""`yp who-owns`: the measure, who answers for it, who stands behind each name."""

from collections.abc import Iterator
from typing import Any

from yhdyspinta_cli.facts.trails import party_on
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member
from yhdyspinta_cli.output import indicators, phrases, status
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.page import Block, Bullets, Cell, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.output.records import remarks
from yhdyspinta_cli.output.ways import age_json, age_text, ended, validity_text, way_text
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.owners import Owner, Owners


def answer(kb: KnowledgeBase, found: Owners, *, why: bool = False) -> Answer:
    """Who owns a measure, ready to be given in any form; with `why` each way for a reader."""
    return Answer(
        "owners",
        lambda _width: page(kb, found, why=why),
        lambda: table(kb, found),
        lambda: json(kb, found),
    )


def page(kb: KnowledgeBase, answer: Owners, *, why: bool = False) -> Page:
    """The whole answer for a reader; with `why`, a line for every party and its way."""
    measure = answer.measure
    blocks: list[Block] = [Heading(f"{measure.code} {measure.title}"), *ended(kb, answer.day)]
    blocks.append(
        Pairs(
            (
                (_("Interface"), kb.name(measure.interface)),
                (_("Goal"), phrases.goal(kb, measure.goal)),
                (_("State"), status.state_text(answer.standing)),
                (_("Source"), kb.source_of(measure)),
            )
        )
    )
    if not answer.owners:
        blocks.append(Paragraph(_nobody(kb, answer)))
    else:
        blocks.append(Heading(_("Responsible")))
        blocks.append(Table(_columns(), tuple(_row(kb, owner) for owner in answer.owners)))
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
    blocks.extend(remarks(measure.remarks))
    return tuple(blocks)


def _columns() -> tuple[str, ...]:
    return (_("Actor"), _("Role"), _("As printed"), _("Party"))


def _row(kb: KnowledgeBase, owner: Owner) -> tuple[str, ...]:
    role = word(owner.named.role)
    if owner.named.part:
        role += f" ({owner.named.part})"
    name = owner.name
    validity = validity_text(kb, owner.ending, owner.beginning, owner.named.actor)
    if validity:
        name += f" ({validity})"
    return name, role, owner.named.label, _party_text(owner)


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
        blocks.append(Heading(f"{owner.name} ({len(owner.members)})"))
        blocks.append(Paragraph(members_text(kb, owner)))
    if owner.seats:
        blocks.append(Heading(_("Seats in {body}").format(body=owner.name)))
        blocks.append(
            Bullets(
                tuple(
                    f"{word(role)}: {seat.label}" + (f" ({seat.part})" if seat.part else "")
                    for role, seat in owner.seats
                )
            )
        )
    if owner.parts:
        blocks.append(Heading(_("Parts of {body}").format(body=owner.name)))
        blocks.append(Bullets(tuple(kb.name(key) for key in owner.parts)))
    return blocks


def members_text(kb: KnowledgeBase, owner: Owner) -> str:
    """The names of everyone behind a collective, as a spoken list, with what stands for them."""
    units = {member.unit for member in owner.members}
    if len(units) == 1:
        unit = owner.members[0].unit
        names = listing(kb.name(member.actor) for member in owner.members)
        return names + (f" ({unit})" if unit else "")
    return listing(
        f"{kb.name(member.actor)} ({member.unit})" if member.unit else kb.name(member.actor)
        for member in owner.members
    )


def _nobody(kb: KnowledgeBase, answer: Owners) -> str:
    nobody = answer.measure.nobody
    first = (
        _("Nobody is responsible: the source says ”{label}”.").format(label=nobody.label)
        if nobody is not None
        else _("Nobody is named, and nothing says that this is known.")
    )
    assert answer.age is not None
    return "\n".join(
        (
            first,
            _("Since when: {since}.").format(since=age_text(answer.age)),
            _("Who must decide: {decides}.").format(decides=_decider(kb, answer)),
        )
    )


def why_lines(kb: KnowledgeBase, answer: Owners) -> list[str]:
    """A line a party: ``Tuusniemi ← kunnat (19) ← E4, responsible ← ohjelma 4 e, tavoite 3``."""
    lines: list[str] = []
    place = kb.source_of(answer.measure)
    for owner in answer.owners:
        end = f"{answer.measure.code}, {word(owner.named.role)}"
        if owner.named.part:
            end += f" ({owner.named.part})"
        end += f" ← {place}"
        found = [way for _party, way in owner.parties] or list(owner.ways)
        lines.extend(way_text(kb, way, end) for way in found or [(owner.named.actor,)])
        lines.extend(way_text(kb, way, end, seat=word(role)) for role, way in owner.seat_ways)
    return lines


def table(kb: KnowledgeBase, answer: Owners) -> Table:
    """A row for each party behind a responsible actor, and for each member that is no party's."""
    rows: list[tuple[Cell, ...]] = []
    for owner in answer.owners:
        for party, member in _behind_each(kb, owner):
            rows.append(_table_row(kb, answer, owner, party, member))
    if not answer.owners:
        rows.append(_table_row(kb, answer, None, None, None))
    columns = (
        _("Code"),
        _("Measure"),
        "id",
        _("Actor"),
        _("Role"),
        _("Part"),
        _("As printed"),
        _("Party id"),
        _("Party"),
        _("Ended"),
        _("Successor"),
        _("Source"),
        _("Begins"),
        _("Member id"),
        _("Member"),
        _("Unit"),
        _("State"),
        _("Since"),
        _("Stated"),
        _("Who can decide"),
    )
    return Table(columns, tuple(rows))


def _behind_each(kb: KnowledgeBase, owner: Owner) -> Iterator[tuple[Party | None, Member | None]]:
    """Yield each party behind an owner once, each member outside them; nobody where none is.

    The member is told where the owner is a collective.
    """
    met: set[str] = set()
    for member, way in zip(owner.members, owner.ways, strict=True):
        party = party_on(kb, way)
        if party is None or party.id not in met:
            met.update((party.id,) if party else ())
            yield party, member if owner.is_collective else None
    if not owner.members:
        yield None, None


def _table_row(
    kb: KnowledgeBase,
    answer: Owners,
    owner: Owner | None,
    party: Party | None,
    member: Member | None,
) -> tuple[Cell, ...]:
    measure, age = answer.measure, answer.age
    named: tuple[Cell, ...] = (None,) * 5
    if owner is not None:
        said = owner.named
        named = (said.actor, owner.name, word(said.role), said.part, said.label)
    elif measure.nobody is not None:
        named = (None, None, None, None, measure.nobody.label)
    return (
        measure.code,
        measure.title,
        *named,
        party.id if party else None,
        party.official_name if party else None,
        owner.ending.day if owner and owner.ending else None,
        owner.ending.successor if owner and owner.ending else None,
        kb.source_of(measure),
        owner.beginning.first if owner and owner.beginning else None,
        member.actor if member else None,
        kb.name(member.actor) if member else None,
        member.unit if member else None,
        word(answer.standing.state),
        age.since if age else None,
        phrases.yes_or_no(age.stated) if age else None,
        _decider(kb, answer) if age else None,
    )


def _decider(kb: KnowledgeBase, answer: Owners) -> str:
    return kb.name(answer.decides) if answer.decides else _("not stated")


def json(kb: KnowledgeBase, answer: Owners) -> dict[str, Any]:
    """The documented JSON form of the answer."""
    measure = answer.measure
    return {
        "measure": {
            "id": measure.id,
            "code": measure.code,
            "title": measure.title,
            "interface": measure.interface,
            "goal": measure.goal,
            "source": kb.source_of(measure),
        },
        "as_of": answer.day,
        "state": answer.standing.state,
        "nobody": None if answer.owners else _json_nobody(answer),
        "responsible": [_json_owner(owner) for owner in answer.owners],
        "indicators": indicators.json(kb, measure, answer.day),
        "remarks": [r.text for r in measure.remarks],
    }


def _json_nobody(answer: Owners) -> dict[str, Any]:
    nobody = answer.measure.nobody
    assert answer.age is not None
    return {
        "known": nobody is not None,
        "label": nobody.label if nobody else None,
        **age_json(answer.age),
        "decides": answer.decides,
    }


def _json_owner(owner: Owner) -> dict[str, Any]:
    return {
        "actor": owner.named.actor,
        "name": owner.name,
        "kind": owner.kind,
        "role": owner.named.role,
        "part": owner.named.part,
        "label": owner.named.label,
        "vague": owner.is_vague,
        "begins": owner.beginning.first if owner.beginning else None,
        "ended": owner.ending.day if owner.ending else None,
        "successor": owner.ending.successor if owner.ending else None,
        "members": [{"actor": m.actor, "unit": m.unit, "way": list(m.way)} for m in owner.members]
        if owner.is_collective
        else [],
        "parties": [{"id": party.id, "way": list(way)} for party, way in owner.parties],
        "ways": [list(way) for way in owner.ways],
        "seats": [{"role": role, "way": list(way)} for role, way in owner.seat_ways],
        "parts": list(owner.parts),
    }
