"""What a report stands on: validity, legal basis, defects of the source, abbreviations."""

import re
from datetime import date
from typing import get_args

from yhdyspinta_cli.facts import agreement, region
from yhdyspinta_cli.model.agreement import Agreement, Citation, Definition, Document, Principle
from yhdyspinta_cli.model.days import dated
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Statute
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record, Remark, shortened
from yhdyspinta_cli.queries import legal_basis as legal_basis_query
from yhdyspinta_cli.queries import remarks as remarks_query
from yhdyspinta_cli.report import documents
from yhdyspinta_cli.vocabulary import ProvisionTopic
from yhdyspinta_cli.wording import provisions as words
from yhdyspinta_cli.wording.names import name

HALF_A_PAGE = 1500
"""The signs of half a printed page, beyond which sentences that bind nobody are only counted."""


def validity(kb: KnowledgeBase, year: int, day: date) -> documents.ValidityTerms:
    """Return from when to when the agreement holds, as seen on `day`.

    `version` is the one that held in the year, at the end of what is reported of it.
    """
    signed = kb.agreement
    start, end = agreement.first_day(kb), agreement.last_day(kb, day)
    version = agreement.version(kb, min(day, date(year, 12, 31)))
    papers = agreement.documents(kb, day)
    signatures = signed.signatures
    return documents.ValidityTerms(
        start=start,
        end=end,
        days_left=max(0, (end - max(day, start)).days) if end else 0,
        starts_in_year=start.year == year and start > date(year, 1, 1),
        ends_in_year=end is not None and end.year == year and end < date(year, 12, 31),
        is_over=agreement.is_over(kb, day),
        is_ahead=day < start,
        documents=tuple(
            documents.DocumentRow(
                paper.name,
                paper.pages,
                {True: "yes", False: "no", None: ""}[paper.binding],
                paper.day,
                paper.date_printed or "",
            )
            for paper in papers
        ),
        signed=documents.Signed(
            signatures.count,
            dated(signatures.first) or signatures.first,
            dated(signatures.last) or signatures.last,
        )
        if signatures
        else None,
        remarks=tuple(
            remark for record in (signed, *papers) for remark in remarks(kb, record, ("defect",))
        ),
        purpose=signed.purpose,
        version=version.title if version else "",
        notice=signed.notice.months if signed.notice else None,
        notice_printed=(signed.notice.printed or "") if signed.notice else "",
        changes=tuple(
            documents.AmendmentRow(one.type, one.title, one.day, one.end, one.text or "")
            for one in agreement.changes(kb, day)
        ),
        gaps=agreement.gaps(kb, day),
    )


def provisions(kb: KnowledgeBase) -> tuple[documents.ProvisionRow, ...]:
    """Return the provisions, topic by topic, in the order of the data within one."""
    topics = get_args(ProvisionTopic)
    rows = (
        documents.ProvisionRow(
            number=topics.index(one.topic),
            topic=one.topic,
            title=one.title or "",
            text=one.text,
            doers=tuple(kb.name(key) for key in one.doers),
            shares=tuple(
                documents.ShareLine(
                    kb.name(share.actor),
                    documents.WordedText(words.percent(share), share.printed or ""),
                )
                for share in one.shares
            ),
            sums=tuple(
                documents.WordedText(words.amount(money), money.printed or "") for money in one.sums
            ),
            steps=tuple(
                documents.StepLine(
                    step.text,
                    words.within(step.within) if step.within else "",
                    kb.name(step.who) if step.who else "",
                )
                for step in one.steps
            ),
            notice=documents.WordedText(words.months(one.notice), one.notice.printed or "")
            if one.notice
            else None,
        )
        for one in kb.of(Provision)
    )
    return tuple(sorted(rows, key=lambda row: row.number))


def definitions(kb: KnowledgeBase) -> tuple[documents.DefinitionRow, ...]:
    """Return what words mean here, in the order of the data: the agreement's first."""
    return tuple(
        documents.DefinitionRow(one.term, one.text, name(kb, one.by) or kb.source_of(one))
        for one in kb.of(Definition)
    )


def principles(kb: KnowledgeBase) -> documents.Principles:
    """Return how many principles there are, with their sentences where they fit in half a page."""
    texts = tuple(one.text for one in kb.of(Principle))
    return documents.Principles(len(texts), texts if sum(map(len, texts)) <= HALF_A_PAGE else ())


def legal_basis(kb: KnowledgeBase) -> documents.LegalBasis:
    """Return the acts that the agreement and the programme cite, each once."""
    cited = legal_basis_query.legal_basis(kb)
    acts: dict[str, list[tuple[int, Citation, Statute | None]]] = {}
    for place, basis in enumerate(cited):
        for citation, statute in basis.cited:
            key = statute.id if statute else f"{citation.number} {citation.title}"
            acts.setdefault(key, []).append((place, citation, statute))
    return documents.LegalBasis(
        tuple(called(basis.document) for basis in cited),
        tuple(_act(kb, found, len(cited)) for found in acts.values()),
    )


def _act(
    kb: KnowledgeBase, found: list[tuple[int, Citation, Statute | None]], number: int
) -> documents.CitedAct:
    _place, first, statute = found[0]
    numbers = [
        {
            section.number
            for place, citation, _act in found
            if place == here
            for section in citation.sections
        }
        for here in range(number)
    ]
    return documents.CitedAct(
        title=statute.name_shown if statute else first.title,
        number=statute.number if statute else first.number,
        url=(statute.url or "") if statute else "",
        in_force=statute.in_force if statute else None,
        repealed=statute.repealed if statute else None,
        repealed_by=(statute.repealed_by or "") if statute else "",
        cited=tuple(any(place == here for place, _c, _s in found) for here in range(number)),
        sections=tuple(region.sections(kb, sorted(one, key=_section)) for one in numbers),
    )


def _section(number: str) -> tuple[int, str]:
    """Return where a section stands among others: 8, 14, 14 a, 23; its sign does not count."""
    digits = re.search("[0-9]+", number)
    return int(digits[0]) if digits else 0, number


def remarks(
    kb: KnowledgeBase, record: Record, kinds: tuple[str, ...]
) -> tuple[documents.RemarkRow, ...]:
    """Return the remarks of a record that are of these kinds."""
    return tuple(_remark(kb, record, remark) for remark in record.remarks if remark.kind in kinds)


def known(kb: KnowledgeBase, kind: str) -> tuple[documents.RemarkRow, ...]:
    """Return every remark of one kind, in the order of the document: agreement first."""
    return tuple(_remark(kb, *found) for found in remarks_query.remarks(kb, kind))


def to_decide(kb: KnowledgeBase) -> tuple[documents.RemarkRow, ...]:
    """Return the remarks that tell what has to be decided, in the order of the document."""
    return tuple(_remark(kb, *found) for found in remarks_query.to_decide(kb))


def _remark(kb: KnowledgeBase, record: Record, remark: Remark) -> documents.RemarkRow:
    name, place = called(record), kb.source_of(record)
    if isinstance(record, Document) and record.name == kb.agreement.title:
        name = called(kb.agreement)
    return documents.RemarkRow(
        name,
        isinstance(record, Definition),
        "" if place in (name, getattr(record, "short", None)) else place,
        remark.printed or "",
        remark.corrected or "",
        remark.text,
        remark.to_decide or "",
        record.code if isinstance(record, Measure) else "",
    )


def called(record: Record) -> str:
    """Return what to call a record in a list: a measure by its code and title."""
    code = getattr(record, "code", None) if record.kind == "measure" else None
    if isinstance(record, (Agreement, Programme)):
        return getattr(record, "short", None) or record.name_shown
    if isinstance(record, Provision) and record.title is None:
        return shortened(record.text)
    return f"{code} {record.name_shown}" if code else record.name_shown


def abbreviations(kb: KnowledgeBase) -> tuple[documents.AbbreviationRow, ...]:
    """Return the short forms in the order of the data."""
    if kb.programme is None:
        return ()
    called: dict[str, set[str]] = {}
    for actor in kb.all_actors:
        for short in actor.names:
            called.setdefault(short, set()).add(actor.name_shown)
    return tuple(
        documents.AbbreviationRow(
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
