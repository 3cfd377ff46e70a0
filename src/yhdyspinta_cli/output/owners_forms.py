"""`yp who-owns` for a program: a row a party or member behind each owner, and JSON."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yhdyspinta_cli.facts.lifetime import Ending
from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.facts.tallies import tally
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.members import Member
from yhdyspinta_cli.output import indicators, json_form, status
from yhdyspinta_cli.output.layout import Column, Table
from yhdyspinta_cli.queries.owners import Owner, Owners
from yhdyspinta_cli.wording import names, own_words
from yhdyspinta_cli.wording.appointments import basis_text
from yhdyspinta_cli.wording.words import word, yes_or_no


@frozen
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
        for party, member in _behind_each(owner)
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

    def decided(row: _Behind) -> str | None:
        found = said(row)
        return found.decided.id if found and found.decided else None

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
        Column("decided", _("Decision"), decided),
        Column(
            "continued_by",
            _("Continued by"),
            lambda row: names.continuing(kb, measure, answer.day) or None,
        ),
        Column(
            "basis",
            _("Basis"),
            lambda row: basis_text(kb, measure, s) if (s := said(row)) else None,
        ),
        Column("due", _("Due"), lambda row: measure.due),
        Column("late", _("Late"), lambda row: yes_or_no(late) if measure.due else None),
    )


def _behind_each(owner: Owner) -> Iterator[tuple[Party | None, Member | None]]:
    """Yield each party behind an owner once, each member outside them; nobody where none is.

    The member is told where the owner is a collective.
    """
    met: set[str] = set()
    for member, way in zip(owner.members, owner.ways, strict=True):
        party = next((party for party, _way in owner.parties if party.id in way), None)
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
            "begins": answer.beginning.first if answer.beginning else None,
            "ended": answer.ending.day if answer.ending else None,
            "continues": measure.continues,
        },
        "as_of": answer.day,
        "state": answer.standing.state,
        "situation": answer.standing.situation,
        **json_form.own_word(answer.standing.word),
        "due": answer.measure.due,
        "late": answer.standing.is_late(answer.day),
        "parties": status.json_tally(tally(answer.standing.parties)),
        "continued_by": names.continuing(kb, measure, answer.day) or None,
        "nobody": None if answer.owners else _json_nobody(answer),
        "responsible": [_json_owner(kb, measure, owner) for owner in answer.owners],
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


def _json_owner(kb: KnowledgeBase, measure: Measure, owner: Owner) -> dict[str, Any]:
    return {
        "actor": owner.named.actor,
        "name": owner.name,
        "kind": owner.kind,
        "role": owner.named.role,
        "part": owner.named.part,
        "label": owner.named.label,
        "decided": owner.named.decided.id if owner.named.decided else None,
        "basis": basis_text(kb, measure, owner.named),
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
