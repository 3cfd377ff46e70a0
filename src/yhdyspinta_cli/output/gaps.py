"""`yp gaps`: what is missing, by kind, with its age and who can decide."""

from typing import Any, assert_never

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import json_form, narrowed, notes, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Column, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.gaps import Gap, Ledger
from yhdyspinta_cli.vocabulary import GAP_KINDS
from yhdyspinta_cli.wording import field_names, gap_titles, names
from yhdyspinta_cli.wording.obligations import period_words
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.trails import beginning_text
from yhdyspinta_cli.wording.words import word, yes_or_no


def asked_kind(kind: str) -> str:
    """The words for a kind of gap that was asked for."""
    known = next(one for one in GAP_KINDS if one == kind)
    return _("kind “{name}”").format(name=gap_titles.title(known))


def answer(kb: KnowledgeBase, found: Ledger, asked: str = "") -> Answer:
    """The ledger, ready to be given in any form.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "gaps",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(found),
        sheet=_("Gaps"),
        parts="kind",
    )


def page(kb: KnowledgeBase, answer: Ledger, asked: str = "") -> Page:
    """The ledger for a reader: how many of each, then each with its age and its source."""
    blocks: list[Block] = [Heading(_("What is missing on {day}").format(day=day_text(answer.day)))]
    blocks.extend(notes.agreement(kb, answer.day))
    if not answer.gaps:
        return (*blocks, narrowed.nothing(_("Nothing is missing."), asked))
    kinds = [kind for kind in GAP_KINDS if answer.count(kind)]
    rows = tuple((gap_titles.title(kind), answer.count(kind), kind) for kind in kinds)
    blocks.append(Table((_("What"), _("Number"), "--kind"), rows))
    for kind in kinds:
        of_kind = [gap for gap in answer.gaps if gap.kind == kind]
        heading = gap_titles.title(kind)
        if kind == "silent":
            heading += " " + plural("for {n} month", "for {n} months", answer.months)
        blocks.append(Heading(f"{heading} ({_number(answer.count(kind), len(of_kind))})"))
        blocks.append(_texts(kb, of_kind) if kind == "untranslated" else _table(kb, of_kind))
    if any(not gap.age.stated for gap in answer.gaps):
        words = _("* Since when is not stated: counted from the agreement's first day, {day}.")
        blocks.append(Paragraph(words.format(day=day_text(agreement.first_day(kb)))))
    return tuple(blocks)


def _number(count: int, rows: int) -> str:
    """How many are missing, and on how many rows where one tells of several parties or areas."""
    if count == rows:
        return language.count(count)
    told = plural("{count} in {n} row", "{count} in {n} rows", rows)
    return told.format(count=language.count(count))


def _table(kb: KnowledgeBase, gaps: list[Gap]) -> Table:
    rows = tuple(
        (
            what(kb, gap),
            f"{language.count(gap.age.days)}{'' if gap.age.stated else '*'}",
            names.decider(kb, gap.decides),
            gap.source,
        )
        for gap in gaps
    )
    columns = (_("What"), _("Days"), _("Who can decide"), _("Source"))
    return Table(columns, rows)


def _texts(kb: KnowledgeBase, gaps: list[Gap]) -> Table:
    """What has no translation: since when, and who can decide it, is no question here."""
    rows = tuple(
        (
            titles.title(kb, gap.record),
            gap.record.id,
            gap.count,
            field_names.places(gap.about),
            word(gap.language),
        )
        for gap in gaps
    )
    return Table((_("What"), "id", _("Number"), _("Texts"), _("Language")), rows)


def what(kb: KnowledgeBase, gap: Gap) -> str:
    """The record and what of it is missing, in a few words."""
    name = titles.title(kb, gap.record)
    more = detail(kb, gap)
    return f"{name}: {more}" if more else name


def detail(kb: KnowledgeBase, gap: Gap) -> str:
    """What of the record is missing, in a few words; empty where the kind says it all."""
    match gap.kind:
        case "vague" | "silent" | "no-information":
            return titles.names(kb, gap.about)
        case "no-lead":
            return plural("{n} responsible", "{n} responsible", gap.count)
        case "counterpart":
            missing = _("{n} of {all} levels").format(n=gap.count, all=gap.of)
            return missing if gap.count == gap.of else f"{missing} ({titles.names(kb, gap.about)})"
        case "areas-not-listed":
            if not gap.count:
                return _("not the area of every member")
            return _("{n} of {all} areas").format(n=gap.count, all=gap.of)
        case "ended" | "left-open":
            gone, *later = (of_data(kb.name(key)) for key in gap.about)
            return ", ".join((gone, *(_("now {name}").format(name=name) for name in later)))
        case "not-begun":
            assert gap.beginning is not None
            (key,) = gap.about
            return f"{of_data(kb.name(key))}, {beginning_text(kb, gap.beginning, key)}"
        case "missed":
            whose = titles.names(kb, gap.about)
            assert gap.period is not None
            period = period_words(gap.period)
            return f"{period}, {whose}" if whose else period
        case "nobody-known" | "nobody-forgotten" | "no-indicator" | "late":
            return ""
        case "no-convener" | "no-chair":
            return ""
        case "untranslated":
            return f"{field_names.places(gap.about)} ({word(gap.language)})"
        case _:
            assert_never(gap.kind)


def table(kb: KnowledgeBase, answer: Ledger) -> Table:
    """A row a gap, for a spreadsheet."""
    columns: tuple[Column[Gap], ...] = (
        Column("kind", _("Kind"), lambda gap: gap_titles.title(gap.kind)),
        Column("code", _("Code"), lambda gap: titles.code(gap.record)),
        Column("name", _("Name"), lambda gap: gap.record.name_shown),
        Column("id", "id", lambda gap: gap.record.id),
        Column("what", _("What"), lambda gap: detail(kb, gap) or None),
        Column("since", _("Since"), lambda gap: gap.age.since),
        Column("since_stated", _("Stated"), lambda gap: yes_or_no(gap.age.stated)),
        Column("age_days", _("Days"), lambda gap: gap.age.days),
        Column("decides", _("Who can decide"), lambda gap: names.decider(kb, gap.decides)),
        Column("source", _("Source"), lambda gap: gap.source),
    )
    return Table.of(columns, answer.gaps)


def json(answer: Ledger) -> dict[str, Any]:
    """The documented JSON form of the ledger."""
    return {
        "as_of": answer.day,
        "silent_months": answer.months,
        "counts": {kind: answer.count(kind) for kind in GAP_KINDS},
        "gaps": [
            {
                "kind": gap.kind,
                "id": gap.record.id,
                "record_kind": gap.record.kind,
                "code": titles.code(gap.record),
                "name": gap.record.name_shown,
                **json_form.age(gap.age),
                "decides": gap.decides,
                "about": list(gap.about),
                "count": gap.count,
                "of": gap.of,
                "period": gap.period.key if gap.period else None,
                "begins": gap.beginning.first if gap.beginning else None,
                "language": gap.language or None,
                "source": gap.source,
            }
            for gap in answer.gaps
        ],
    }
