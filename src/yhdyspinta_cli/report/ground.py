"""What a report stands on: validity, legal basis, structures, defects, abbreviations."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from yhdyspinta_cli.facts import behind
from yhdyspinta_cli.model.agreement import (
    Agreement,
    Citation,
    Definition,
    Document,
    Programme,
    Provision,
)
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.bodies import Seat as SeatRecord
from yhdyspinta_cli.model.duties import Statute
from yhdyspinta_cli.model.fields import dated
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.report import papers, view


def validity(kb: KnowledgeBase, year: int, day: date) -> papers.Validity:
    """Return from when to when the agreement holds, as seen on `day`."""
    agreement = kb.agreement
    start, end = agreement.validity.start, agreement.validity.end
    signatures = agreement.signatures
    return papers.Validity(
        start=start,
        end=end,
        days_left=max(0, (end - max(day, start)).days),
        starts_in_year=start.year == year and start > date(year, 1, 1),
        ends_in_year=end.year == year and end < date(year, 12, 31),
        is_over=end < day,
        is_ahead=day < start,
        papers=tuple(
            papers.Paper(
                paper.name,
                paper.pages,
                {True: "yes", False: "no", None: ""}[paper.binding],
                paper.day,
                paper.date_printed or "",
            )
            for paper in agreement.documents
        ),
        signed=papers.Signed(
            signatures.count,
            dated(signatures.first) or signatures.first,
            dated(signatures.last) or signatures.last,
        )
        if signatures
        else None,
        remarks=tuple(
            remark
            for record in (agreement, *agreement.documents)
            for remark in remarks(kb, record, ("defect",))
        ),
        purpose=agreement.purpose,
    )


def legal_basis(kb: KnowledgeBase) -> tuple[papers.Basis, ...]:
    """Return the acts as the agreement and as the programme cite them."""
    found = [papers.Basis(called(kb.agreement), _acts(kb, kb.agreement.legal_basis))]
    if kb.programme is not None:
        found.append(papers.Basis(called(kb.programme), _acts(kb, kb.programme.legal_basis)))
    return tuple(basis for basis in found if basis.acts)


def _acts(kb: KnowledgeBase, citations: Iterable[Citation]) -> tuple[papers.Cited, ...]:
    found = []
    for citation in citations:
        statute = kb.find(Statute, citation.statute)
        found.append(
            papers.Cited(
                citation.printed,
                statute.title if statute else citation.title,
                statute.number if statute else citation.number,
                (statute.url or "") if statute else "",
                tuple(sorted((s.number for s in citation.sections), key=_section)),
                statute.in_force if statute else None,
                statute.repealed if statute else None,
                (statute.repealed_by or "") if statute else "",
                remarks(kb, citation, ("defect", "reading", "note")),
            )
        )
    return tuple(found)


def _section(number: str) -> tuple[int, str]:
    """Return where a section stands among others: 8, 14, 14 a, 23."""
    digits = re.match("[0-9]+", number)
    return int(digits[0]) if digits else 0, number


def remarks(kb: KnowledgeBase, record: Record, kinds: tuple[str, ...]) -> tuple[papers.Remark, ...]:
    """Return the remarks of a record that are of these kinds."""
    name, place = called(record), kb.source_of(record)
    if isinstance(record, Document) and record.name == kb.agreement.title:
        name = called(kb.agreement)
    return tuple(
        papers.Remark(
            name,
            isinstance(record, Definition),
            "" if place in (name, getattr(record, "short", None)) else place,
            remark.printed or "",
            remark.corrected or "",
            remark.text,
        )
        for remark in record.remarks
        if remark.kind in kinds
    )


def known(kb: KnowledgeBase, kind: str) -> tuple[papers.Remark, ...]:
    """Return every remark of one kind, in the order of the document: agreement first."""
    return tuple(remark for record in _in_order(kb) for remark in remarks(kb, record, (kind,)))


def _in_order(kb: KnowledgeBase) -> Iterator[Record]:
    """Yield every record, what the two documents hold first."""
    first = [e.record for e in kb.entries.values() if e.path.endswith("/agreement.yaml")]
    then = [e.record for e in kb.entries.values() if e.path.endswith("/programme.yaml")]
    seen = {record.id for record in (*first, *then)}
    yield from first
    yield from then
    for measure in kb.measures:
        seen.add(measure.id)
        yield measure
    yield from (e.record for key, e in kb.entries.items() if key not in seen)


def called(record: Record) -> str:
    """Return what to call a record in a list: a measure by its code and title."""
    code = getattr(record, "code", None) if record.kind == "measure" else None
    if isinstance(record, (Agreement, Programme)):
        return getattr(record, "short", None) or record.name_shown
    if isinstance(record, Provision):
        return record.text if len(record.text) <= 80 else record.text[:79].rstrip() + "…"
    return f"{code} {record.name_shown}" if code else record.name_shown


def structures(kb: KnowledgeBase, interface: str | None = None) -> tuple[view.StructureGroup, ...]:
    """Return the bodies by interface, all or those of one."""
    found = []
    for group in kb.interfaces:
        bodies = tuple(structure(kb, b) for b in kb.bodies if b.interface == group.id)
        if bodies and interface in (None, group.id):
            found.append(view.StructureGroup(group.id, group.title, bodies))
    return tuple(found)


def structure(kb: KnowledgeBase, body: Body) -> view.Structure:
    """Return one body as the report shows it."""
    return view.Structure(
        key=body.id,
        name=body.name,
        type=body.type,
        state=body.state,
        text=body.text or "",
        members=tuple(_seat(kb, seat) for seat in body.members),
        chair=_seat(kb, body.chair) if body.chair else None,
        convener=_seat(kb, body.convener) if body.convener else None,
        responsible=tuple(_seat(kb, seat) for seat in body.responsible),
        rhythm=body.rhythm,
        started=body.started,
        ended=body.ended,
        successor=kb.name(body.successor) if body.successor else "",
    )


def _seat(kb: KnowledgeBase, seat: SeatRecord) -> view.Seat:
    name = kb.name(seat.actor) if seat.actor else seat.label
    return view.Seat(name, seat.part or "", seat.rotating)


def needs(
    kb: KnowledgeBase, day: date, *, party: str | None = None, interface: str | None = None
) -> tuple[view.Need, ...]:
    """Return what the source says is missing, all of it or what concerns a party or interface."""
    codes = {measure.id: measure.code for measure in kb.measures}
    return tuple(
        view.Need(
            need.id,
            need.title,
            need.text,
            tuple(kb.name(key) for key in need.concerns),
            kb.name(need.decides) if need.decides else "",
            tuple(codes[key] for key in need.measures if key in codes),
        )
        for need in kb.needs
        if interface in (None, need.interface)
        and (
            party is None
            or any(
                found.id == party for key in need.concerns for found in behind.parties(kb, key, day)
            )
        )
    )


def abbreviations(kb: KnowledgeBase) -> tuple[papers.Abbreviation, ...]:
    """Return the short forms in the order of the data."""
    if kb.programme is None:
        return ()
    called: dict[str, set[str]] = {}
    for actor in kb.all_actors:
        for name in actor.names:
            called.setdefault(name, set()).add(actor.name_shown)
    return tuple(
        papers.Abbreviation(
            item.abbreviation,
            item.expansion or "",
            _only(called.get(item.abbreviation, set()) - {item.abbreviation}),
            " ".join(r.text for r in item.remarks if r.about == "expansion"),
        )
        for item in kb.programme.abbreviations
    )


def _only(names: set[str]) -> str:
    """Return the only name there is, nothing where there are several or none."""
    return names.copy().pop() if len(names) == 1 else ""
