"""`yp status`: how the measures stand on a day, in numbers that hide nothing."""

from typing import Any

from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.status import STATES
from yhdyspinta_cli.output.page import Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.queries.status import Counts, Overview

_ALL = (*STATES, None)


def honest_line(counts: Counts) -> str:
    """``40 measures: 1 completed, 6 in progress, 33 no information``; zeros are left out."""
    total = sum(number for _state, number in counts)
    parts = [f"{number} {word(state)}" for state, number in counts if number]
    return plural("{n} measure", "{n} measures", total) + (": " + ", ".join(parts) if parts else "")


def page(kb: KnowledgeBase, answer: Overview) -> Page:
    """The overview for a reader: in all, by interface, by goal."""
    return (
        Heading(_("State on {day}").format(day=day_words(answer.day))),
        Paragraph(honest_line(answer.total)),
        _counts_table(
            _("Interface"), [(kb.name(key), counts) for key, counts in answer.by_interface]
        ),
        _counts_table(_("Goal"), [(kb.name(key), counts) for key, counts in answer.by_goal]),
    )


def _counts_table(title: str, rows: list[tuple[str, Counts]]) -> Table:
    used = [s for s in _ALL if any(dict(counts)[s] for _name, counts in rows)]
    return Table(
        (title, _("In all"), *(word(state).capitalize() for state in used)),
        tuple(
            (name, sum(n for _s, n in counts), *(dict(counts)[state] for state in used))
            for name, counts in rows
        ),
    )


def table(kb: KnowledgeBase, answer: Overview) -> Table:
    """A row a measure: its state and the update it rests on."""
    rows = []
    for found in answer.standings:
        update = found.latest
        rows.append(
            (
                found.measure.code,
                found.measure.title,
                kb.name(found.measure.interface),
                kb.name(found.measure.goal),
                word(found.state),
                update.on.last if update else None,
                kb.name(update.by) if update and update.by else None,
                update.id if update else None,
            )
        )
    columns = (
        _("Code"),
        _("Measure"),
        _("Interface"),
        _("Goal"),
        _("State"),
        _("Day"),
        _("By"),
        _("Update"),
    )
    return Table(columns, tuple(rows))


def json_counts(counts: Counts) -> dict[str, int]:
    """The counts by the words of the data; None is ``no-information``."""
    return {state or "no-information": number for state, number in counts}


def json(answer: Overview) -> dict[str, Any]:
    """The documented JSON form of the overview."""
    return {
        "as_of": answer.day,
        "total": json_counts(answer.total),
        "by_interface": {key: json_counts(counts) for key, counts in answer.by_interface},
        "by_goal": {key: json_counts(counts) for key, counts in answer.by_goal},
        "measures": [
            {
                "id": found.measure.id,
                "code": found.measure.code,
                "state": found.state,
                "update": found.latest.id if found.latest else None,
                "on": found.latest.on.written if found.latest else None,
            }
            for found in answer.standings
        ],
    }
