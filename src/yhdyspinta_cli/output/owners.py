"""`yp who-owns`: the measure, who answers for it, who stands behind each name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yhdyspinta_cli.facts.lifetime import Ending
from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.facts.standings import tally
from yhdyspinta_cli.facts.trails import party_on
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member
from yhdyspinta_cli.output import indicators, json_form, notes, phrases, status
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
from yhdyspinta_cli.output.records import remarks
from yhdyspinta_cli.queries.owners import Owner, Owners
from yhdyspinta_cli.wording import days, names, own_words
from yhdyspinta_cli.wording.trails import age_text, trail_text, validity_text
from yhdyspinta_cli.wording.wholes import beside_words
from yhdyspinta_cli.wording.words import word, yes_or_no


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
    blocks: list[Block] = [
        Heading(f"{measure.code} {measure.title}"),
        *notes.agreement(kb, answer.day),
    ]
    blocks.append(
        Pairs(
            (
                (_("Interface"), kb.name(measure.interface)),
                (_("Goal"), phrases.goal(kb, measure.goal) if measure.goal else ""),
                (_("State"), status.state_text(kb, answer.standing)),
                (_("Due"), status.due_text(kb, answer.standing, answer.day)),
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
    return name, role, _printed(kb, owner), _party_text(owner)


def _printed(kb: KnowledgeBase, owner: Owner) -> str:
    """What the source prints, or which decision named the actor since."""
    decision = owner.named.decided
    if decision is None:
        return owner.named.label
    who = kb.name(decision.body) if decision.body else decision.title
    words = _("decided {day}: {body}").format(day=days.moment(decision.on), body=who)
    return "; ".join((words, *(link.url for link in decision.links)))


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
        gone = [f"{kb.name(m.actor)} ({validity})" for m, validity in _gone(kb, owner)]
        if gone:
            words = _("Not there any more, or not yet: {names}.")
            blocks.append(Paragraph(words.format(names=listing(gone))))
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
        _("Nobody is responsible: the source says ”{label}”.").format(label=nobody.label)
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
    """A line a party: ``Tuusniemi ← kunnat (19) ← E4, responsible ← ohjelma 4 e, tavoite 3``."""
    lines: list[str] = []
    place = kb.source_of(answer.measure)
    for owner in answer.owners:
        end = f"{answer.measure.code}, {word(owner.named.role)}"
        if owner.named.part:
            end += f" ({owner.named.part})"
        end += f" ← {place}"
        found = [way for _party, way in owner.parties] or list(owner.ways)
        lines.extend(
            trail_text(kb, way, end, answer.day) for way in found or [(owner.named.actor,)]
        )
        lines.extend(
            trail_text(kb, way, end, answer.day, seat=word(role)) for role, way in owner.seat_ways
        )
    return lines


@dataclass(frozen=True, slots=True)
class _Behind:
    """A row of the table: an owner, a party or member behind it; nobody at all where none is."""

    owner: Owner | None = None
    party: Party | None = None
    member: Member | None = None


def table(kb: KnowledgeBase, answer: Owners) -> Table:
    """A row for each party behind a responsible actor, and for each member that is no party's."""
    rows = [
        _Behind(owner, party, member)
        for owner in answer.owners
        for party, member in _behind_each(kb, owner)
    ]
    return Table.of(_flat_columns(kb, answer), rows or [_Behind()])


def _flat_columns(kb: KnowledgeBase, answer: Owners) -> tuple[Column[_Behind], ...]:
    measure, age = answer.measure, answer.age

    def said(row: _Behind) -> Named | None:
        return row.owner.named if row.owner else None

    def label(row: _Behind) -> str | None:
        if row.owner is not None:
            return row.owner.named.label
        return measure.nobody.label if measure.nobody else None

    def ending(row: _Behind) -> Ending | None:
        return row.owner.ending if row.owner else None

    def begins(row: _Behind) -> date | None:
        return row.owner.beginning.first if row.owner and row.owner.beginning else None

    def ended(row: _Behind) -> date | None:
        return found.day if (found := ending(row)) else None

    def successor(row: _Behind) -> str | None:
        return found.successor if (found := ending(row)) else None

    late = answer.standing.is_late(answer.day)
    return (
        Column("code", _("Code"), lambda row: measure.code),
        Column("measure", _("Measure"), lambda row: measure.title),
        Column("actor", "id", lambda row: s.actor if (s := said(row)) else None),
        Column("name", _("Actor"), lambda row: row.owner.name if row.owner else None),
        Column("role", _("Role"), lambda row: word(s.role) if (s := said(row)) else None),
        Column("part", _("Part"), lambda row: s.part if (s := said(row)) else None),
        Column("label", _("As printed"), label),
        Column("party", _("Party id"), lambda row: row.party.id if row.party else None),
        Column(
            "party_name", _("Party"), lambda row: row.party.official_name if row.party else None
        ),
        Column("ended", _("Ended"), ended),
        Column("successor", _("Successor"), successor),
        Column("source", _("Source"), lambda row: kb.source_of(measure)),
        Column("begins", _("Begins"), begins),
        Column("member", _("Member id"), lambda row: row.member.actor if row.member else None),
        Column(
            "member_name",
            _("Member"),
            lambda row: kb.name(row.member.actor) if row.member else None,
        ),
        Column("unit", _("Unit"), lambda row: row.member.unit if row.member else None),
        Column("state", _("State"), lambda row: own_words.situation(answer.standing)),
        Column("since", _("Since"), lambda row: age.since if age else None),
        Column("since_stated", _("Stated"), lambda row: yes_or_no(age.stated) if age else None),
        Column(
            "decides",
            _("Who can decide"),
            lambda row: names.decider(kb, answer.decides) if age else None,
        ),
        Column("due", _("Due"), lambda row: measure.due),
        Column("late", _("Late"), lambda row: yes_or_no(late) if measure.due else None),
    )


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
        "situation": answer.standing.situation,
        **json_form.own_word(answer.standing.word),
        "due": answer.measure.due,
        "late": answer.standing.is_late(answer.day),
        "parties": status.json_tally(tally(answer.standing.parties)),
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
        **json_form.age(answer.age),
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
        "decided": owner.named.decided.id if owner.named.decided else None,
        "vague": owner.is_vague,
        **json_form.lifetime(owner.ending, owner.beginning),
        "members": [{"actor": m.actor, "unit": m.unit, "way": list(m.way)} for m in owner.members]
        if owner.is_collective
        else [],
        "parties": [{"id": party.id, "way": list(way)} for party, way in owner.parties],
        "ways": [list(way) for way in owner.ways],
        "seats": [{"role": role, "way": list(way)} for role, way in owner.seat_ways],
        "parts": list(owner.parts),
    }
