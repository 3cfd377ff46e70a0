"""`yp status`: how the measures stand on a day, in numbers that hide nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from yhdyspinta_cli.facts import region, since
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.facts.tallies import Counts, Tally, tally
from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.output import json_form, narrowed, notes, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Bullets, Column, Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.own_words import column as means_column
from yhdyspinta_cli.queries.status import Overview
from yhdyspinta_cli.vocabulary import SITUATIONS, Situation
from yhdyspinta_cli.wording import days, own_words, states, tallies
from yhdyspinta_cli.wording.names import continuing, name
from yhdyspinta_cli.wording.words import word, yes_or_no


def answer(kb: KnowledgeBase, found: Overview, asked: str = "") -> Answer:
    """The overview, ready to be given in any form.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "status",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=_("States"),
    )


def honest_line(counts: Counts) -> str:
    """``Of 40 measures 3 are in progress, 2 not started and 35 without information``."""
    return tallies.measures(counts)


def party_line(found: Tally) -> str:
    """``of 19 parties 11 have completed it and 3 have told nothing``: every party is told."""
    return tallies.parties(found.counts)


def page(kb: KnowledgeBase, answer: Overview, asked: str = "") -> Page:
    """The overview for a reader: in all, by interface, by goal, by party; late and silent."""
    blocks: list[Block] = [
        Heading(_("State on {day}").format(day=day_text(answer.day))),
        Paragraph(f"{honest_line(answer.total)}.")
        if answer.standings
        else narrowed.nothing(f"{honest_line(answer.total)}.", asked),
        *_why_nothing(kb, answer),
        *_own_words(answer),
        *notes.agreement(kb, answer.day),
    ]
    if asked and not answer.standings:
        return tuple(blocks)
    if answer.by_interface:
        rows = [(kb.name(key), counts) for key, counts in answer.by_interface]
        rows += [(_("Without an interface"), answer.no_interface)] if answer.no_interface else []
        blocks.append(_counts_table(_("Interface"), rows))
    if answer.by_goal:
        rows = [(titles.goal(kb, key), counts) for key, counts in answer.by_goal]
        rows += [(_("Without a goal"), answer.no_goal)] if answer.no_goal else []
        blocks.append(_counts_table(_("Goal"), rows))
    if answer.by_party:
        blocks.append(_party_table(kb, answer))
    several = [s for s in answer.standings if len(s.parties) > 1 and any_reported(s)]
    blocks.extend(
        _section(
            _("Parties on measures that several answer for"),
            [f"{title(s)}: {party_line(tally(s.parties))}" for s in several],
        )
    )
    blocks.extend(
        _section(
            _("Late"),
            [f"{title(s)}: {due_words(s)}, {own_words.situation(s)}" for s in answer.late],
        )
    )
    blocks.extend(
        _section(
            _("Continued by another measure"),
            [
                f"{title(s)}: {after}"
                for s in answer.standings
                if (after := continuing(kb, s.measure, answer.day))
            ],
        )
    )
    silent_title = plural(
        "Silent: no update for {n} month", "Silent: no update for {n} months", answer.silent_after
    )
    blocks.extend(_section(silent_title, [f"{title(s)}: {heard_words(s)}" for s in answer.silent]))
    return tuple(blocks)


def _why_nothing(kb: KnowledgeBase, answer: Overview) -> tuple[Block, ...]:
    """Why no measure is counted at all, where none is there on the day."""
    if region.measures(kb, answer.day):
        return ()
    if not kb.measures:
        return (Paragraph(_("The data has no measures yet: each is a file in data/measures/.")),)
    start = kb.programme.period_start if kb.programme else None
    if start is not None and start.first > answer.day:
        told = _("The programme's period begins {start}: before it no measure is counted.")
        return (Paragraph(told.format(start=days.moment(start))),)
    return (Paragraph(_("No measure is there on the day: all have ended, or begin later.")),)


def _own_words(answer: Overview) -> tuple[Block, ...]:
    """How often each word of the data's own stands for a state; nothing where there is none."""
    counted = own_words.counted(answer.standings)
    told = _("In the data's own words: {words}.").format(words=counted)
    return (Paragraph(told),) if counted else ()


def any_reported(found: MeasureStanding) -> bool:
    """True where any party's state on the measure is known."""
    return any(party.latest for party in found.parties)


def title(found: MeasureStanding) -> str:
    """A measure's code and title."""
    return f"{found.measure.code} {found.measure.title}"


def state_text(kb: KnowledgeBase, found: MeasureStanding, *, by: bool = False) -> str:
    """A measure's own state and the day it is known from: ``in progress (2023)``.

    Where speakers disagree, the word of each; with `by`, who says it.
    """
    if not found.words:
        return word(found.situation)
    said = [_said(kb, one, by=by or found.is_disputed) for one in found.words]
    if found.is_disputed:
        return _("disputed: {state}").format(state=" / ".join(said))
    return said[-1]


def _said(kb: KnowledgeBase, update: Update, *, by: bool) -> str:
    state = own_words.shown(update, "state")
    into = kb.find(Measure, update.merged_into)
    if into is not None:
        state = _("{state} into {measure}").format(state=state, measure=into.code)
    who = f", {titles.speaker(kb, update.by)}" if by else ""
    return f"{state} ({days.moment(update.on)}{who})"


def due_text(kb: KnowledgeBase, found: MeasureStanding, day: date) -> str | None:
    """The measure's due day, and that it has passed or how much later it was completed."""
    due = found.measure.due
    if due is None:
        return None
    if found.is_late(day):
        return _("{day}, late").format(day=day_text(due))
    late = since.days_late(kb, found.measure, day)
    if not late:
        return day_text(due)
    words = plural("{day}, completed {n} day late", "{day}, completed {n} days late", late)
    return words.replace("{day}", day_text(due))


def due_words(found: MeasureStanding) -> str:
    """When the measure was due."""
    assert found.measure.due is not None
    return _("due {day}").format(day=day_text(found.measure.due))


def heard_words(found: MeasureStanding) -> str:
    """When something was last heard of the measure."""
    assert found.heard is not None
    return _("last heard of {day}").format(day=day_text(found.heard))


def _section(heading: str, items: list[str]) -> tuple[Block, ...]:
    return (Heading(heading), Bullets(tuple(items))) if items else ()


def _party_table(kb: KnowledgeBase, answer: Overview) -> Table:
    """A row a party: its own states on the measures it stands behind."""
    return _counts_table(
        _("Party"),
        [(kb.name(key), found.counts) for key, found in answer.by_party],
        said=states.of_party,
        key=states.key_of_party,
    )


def _counts_table(
    title: str,
    rows: list[tuple[str, Counts]],
    said: Callable[[Situation], str] = states.word,
    key: Callable[[Situation], str] = states.key,
) -> Table:
    used = [s for s in SITUATIONS if any(dict(counts)[s] for _name, counts in rows)]
    return Table(
        (title, _("In all"), *(said(situation).capitalize() for situation in used)),
        tuple(
            # Where nobody is, nothing stands: zeros would hide the numbers among them.
            (name, sum(n for _s, n in counts), *(dict(counts)[one] or None for one in used))
            for name, counts in rows
        ),
        short=("", "", *(key(situation) for situation in used)),
    )


def table(kb: KnowledgeBase, answer: Overview) -> Table:
    """A row a measure: its state and the update it rests on."""
    columns: tuple[Column[MeasureStanding], ...] = (
        Column("code", _("Code"), lambda found: found.measure.code),
        Column("measure", _("Measure"), lambda found: found.measure.title),
        Column("interface", _("Interface"), lambda found: kb.name(found.measure.interface) or None),
        Column("goal", _("Goal"), lambda found: kb.name(found.measure.goal) or None),
        Column("state", _("State"), own_words.situation),
        Column("on", _("Day"), lambda found: found.latest.on.last if found.latest else None),
        Column("by", _("By"), lambda found: name(kb, _by(found)) or None),
        Column("update", _("Update"), lambda found: found.latest.id if found.latest else None),
        Column(
            "parties",
            _("Parties"),
            lambda found: party_line(tally(found.parties)) if any_reported(found) else None,
        ),
        Column("late", _("Late"), lambda found: yes_or_no(found in answer.late)),
        Column("silent", _("Silent"), lambda found: yes_or_no(found in answer.silent)),
        Column(
            "continued_by",
            _("Continued by"),
            lambda found: continuing(kb, found.measure, answer.day) or None,
        ),
        *means_column(kb, "states", lambda found: found.state),
    )
    return Table.of(columns, answer.standings)


def _by(found: MeasureStanding) -> str | None:
    return found.latest.by if found.latest else None


def json_counts(counts: Counts) -> dict[str, int]:
    """The counts by the words of the data."""
    return {str(situation): number for situation, number in counts}


def json_tally(found: Tally) -> dict[str, int]:
    """The counts of parties by the words of the data."""
    return {"total": found.total, **json_counts(found.counts)}


def json(kb: KnowledgeBase, answer: Overview) -> dict[str, Any]:
    """The documented JSON form of the overview."""
    return {
        "as_of": answer.day,
        "total": json_counts(answer.total),
        "by_interface": {key: json_counts(counts) for key, counts in answer.by_interface},
        "by_goal": {key: json_counts(counts) for key, counts in answer.by_goal},
        "no_interface": json_counts(answer.no_interface) if answer.no_interface else None,
        "no_goal": json_counts(answer.no_goal) if answer.no_goal else None,
        "by_party": {key: json_tally(found) for key, found in answer.by_party},
        "silent_after_months": answer.silent_after,
        "measures": [
            {
                "id": found.measure.id,
                "code": found.measure.code,
                "state": found.state,
                "situation": found.situation,
                **json_form.own_word(found.word),
                "update": found.latest.id if found.latest else None,
                "on": found.latest.on.written if found.latest else None,
                "heard": found.heard,
                "late": found in answer.late,
                "silent": found in answer.silent,
                "continued_by": continuing(kb, found.measure, answer.day) or None,
                "parties": json_tally(tally(found.parties)),
            }
            for found in answer.standings
        ],
    }
