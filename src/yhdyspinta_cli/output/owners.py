"""`yp who-owns`: the measure, who answers for it, who stands behind each name."""

from typing import Any

from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.output.page import Block, Bullets, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.output.records import remarks
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.owners import Owner, Owners


def page(kb: KnowledgeBase, answer: Owners, *, why: bool = False) -> Page:
    """The whole answer for a reader; with `why`, a line for every party and its way."""
    measure = answer.measure
    blocks: list[Block] = [Heading(f"{measure.code} {measure.title}")]
    update = answer.standing.latest
    state = word(answer.standing.state)
    if update is not None:
        state += f" ({day_words(update.on.last) if len(update.on.written) > 7 else update.on})"
    blocks.append(
        Pairs(
            (
                (_("Interface"), kb.name(measure.interface)),
                (_("Goal"), kb.name(measure.goal)),
                (_("State"), state),
                (_("Source"), kb.source_of(measure)),
            )
        )
    )
    if measure.nobody is not None:
        blocks.append(Paragraph(_nobody(kb, answer)))
    elif not answer.owners:
        blocks.append(Paragraph(_("Nobody is named, and nothing says that this is known.")))
    else:
        blocks.append(Heading(_("Responsible")))
        blocks.append(Table(_columns(), tuple(_row(kb, owner) for owner in answer.owners)))
    if measure.responsible_note:
        blocks.append(Pairs(((_("Note"), measure.responsible_note),)))
    if why:
        blocks.append(Heading(_("Why")))
        blocks.append(Bullets(tuple(ways(kb, answer))))
    else:
        for owner in answer.owners:
            if owner.is_collective and owner.members:
                blocks.append(Heading(_members_title(owner)))
                blocks.append(Paragraph(members_text(kb, owner)))
    blocks.append(Heading(_("Indicators")))
    blocks.append(Bullets(indicators(measure)))
    blocks.extend(remarks(measure.remarks))
    return tuple(blocks)


def _columns() -> tuple[str, ...]:
    return (_("Actor"), _("Role"), _("As printed"), _("Party"))


def _row(kb: KnowledgeBase, owner: Owner) -> tuple[str, ...]:
    role = word(owner.responsibility.role)
    if owner.responsibility.part:
        role += f" ({owner.responsibility.part})"
    name = owner.name
    if owner.ended is not None:
        name += " " + _("(ended {day})").format(day=day_words(owner.ended))
        if owner.successor:
            name += " → " + kb.name(owner.successor)
    return name, role, owner.responsibility.label, _party_text(owner)


def _party_text(owner: Owner) -> str:
    if owner.is_vague:
        return _("nobody in particular")
    if not owner.parties:
        return _("none of the parties")
    if len(owner.parties) == 1:
        return owner.parties[0][0].name
    return plural("{n} party", "{n} parties", len(owner.parties))


def _members_title(owner: Owner) -> str:
    return f"{owner.name} ({len(owner.members)})"


def members_text(kb: KnowledgeBase, owner: Owner) -> str:
    """The names of everyone behind a collective, as a spoken list."""
    names = [kb.name(member.actor) for member in owner.members]
    unit = owner.members[0].unit if owner.members else None
    return listing(names) + (f" ({unit})" if unit else "")


def _nobody(kb: KnowledgeBase, answer: Owners) -> str:
    nobody = answer.measure.nobody
    assert nobody is not None
    since = day_words(nobody.since) if nobody.since else _("not stated")
    decides = kb.name(nobody.decides) if nobody.decides else _("not stated")
    return _(
        "Nobody is responsible: the source says ”{label}”.\n"
        "Since when: {since}. Who must decide: {decides}."
    ).format(label=nobody.label, since=since, decides=decides)


def ways(kb: KnowledgeBase, answer: Owners) -> list[str]:
    """A line a party: ``Tuusniemi ← kunnat (19) ← E4, responsible ← ohjelma 4 e, tavoite 3``."""
    lines: list[str] = []
    place = kb.source_of(answer.measure)
    for owner in answer.owners:
        end = f"{answer.measure.code}, {word(owner.responsibility.role)} ← {place}"
        for party, way in owner.parties:
            steps = [party.name]
            for key in reversed(way):
                if key != party.id:
                    count = len(kb.members(key)) if kb.is_collective(key) else 0
                    steps.append(f"{kb.name(key)} ({count})" if count else kb.name(key))
            lines.append(" ← ".join([*steps, end]))
        if not owner.parties:
            lines.append(f"{owner.name} ← {end}")
    return lines


def indicators(measure: Measure) -> tuple[str, ...]:
    """A measure's indicators with their kinds, or what stands in their place."""
    if measure.no_indicator is not None:
        return (_("none: the source has ”{label}”").format(label=measure.no_indicator.label),)
    return tuple(f"{i.label} ({word(i.type)})" for i in measure.indicators) or (_("none"),)


def table(kb: KnowledgeBase, answer: Owners) -> Table:
    """A row a party behind each responsible actor, for a spreadsheet."""
    rows = []
    for owner in answer.owners:
        parties: list[Party | None] = [party for party, _way in owner.parties]
        for party in parties or [None]:
            rows.append(
                (
                    answer.measure.code,
                    answer.measure.title,
                    owner.responsibility.actor,
                    owner.name,
                    word(owner.responsibility.role),
                    owner.responsibility.part,
                    owner.responsibility.label,
                    party.id if party else None,
                    party.official_name if party else None,
                )
            )
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
    )
    return Table(columns, tuple(rows))


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
        "nobody": None
        if measure.nobody is None
        else {
            "label": measure.nobody.label,
            "since": measure.nobody.since,
            "decides": measure.nobody.decides,
        },
        "responsible": [_json_owner(owner) for owner in answer.owners],
        "indicators": [
            {"id": i.id, "label": i.label, "type": i.type, "options": list(i.options)}
            for i in measure.indicators
        ],
        "remarks": [r.text for r in measure.remarks],
    }


def _json_owner(owner: Owner) -> dict[str, Any]:
    return {
        "actor": owner.responsibility.actor,
        "name": owner.name,
        "kind": owner.kind,
        "role": owner.responsibility.role,
        "part": owner.responsibility.part,
        "label": owner.responsibility.label,
        "vague": owner.is_vague,
        "ended": owner.ended,
        "successor": owner.successor,
        "members": [{"actor": m.actor, "unit": m.unit, "way": list(m.way)} for m in owner.members]
        if owner.is_collective
        else [],
        "parties": [{"id": party.id, "way": list(way)} for party, way in owner.parties],
    }
