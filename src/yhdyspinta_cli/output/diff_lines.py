"""What became of a record between two sides, each thing in a line: measures, others, duties."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from yhdyspinta_cli.facts import naming
from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import day_text, listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.output import edit_words, phrases, status, titles
from yhdyspinta_cli.output.edit_words import Sides
from yhdyspinta_cli.queries.diff_measures import MeasureTurn
from yhdyspinta_cli.queries.diff_records import DatedTurn, DutyTurn, RecordTurn
from yhdyspinta_cli.queries.diff_sides import Between
from yhdyspinta_cli.queries.edits import Difference, Edit
from yhdyspinta_cli.vocabulary import DueState
from yhdyspinta_cli.wording import days, names, own_words, trails
from yhdyspinta_cli.wording import obligations as duty_words
from yhdyspinta_cli.wording.due_states import state_word
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.states import of_party
from yhdyspinta_cli.wording.words import word

_FIRST = (
    *("responsible", "nobody", "responsible_note"),
    *("title", "text", "restated", "indicators", "no_indicator"),
    *("due", "start", "end"),
)
"""The fields of a measure that are told first: who answers, what is promised, how it shows, by
when."""


def sides(between: Between) -> Sides:
    """Return the two knowledge bases that name what an edit speaks of."""
    return Sides(between.first.kb, between.second.kb)


def dropped(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield that a measure is gone, how it last stood, who answered for it."""
    kb, who = between.first.kb, _answered(between, turn)
    state = status.state_text(kb, turn.before, by=True) if turn.before else _("not begun")
    yield _("no longer in the data; the last known state: {state}").format(state=state)
    yield _("answered for by {names}").format(names=who) if who else _("nobody answered for it")


def ownerless(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield who answered for a measure for which nobody does any more."""
    yield _("nobody answers for it any more; before: {names}").format(
        names=_answered(between, turn)
    )


def _answered(between: Between, turn: MeasureTurn) -> str:
    """Return who answered for a measure on the first side."""
    kb, measure = between.first.kb, turn.difference.before
    assert isinstance(measure, Measure)
    answered = [one for one in naming.named(kb, measure, between.first.day) if one.answers]
    return listing(dict.fromkeys(kb.name(one.actor) for one in answered))


def states(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield how a measure stood and stands, that it is late, then the parties on it."""
    before, after = turn.before, turn.after
    assert before is not None
    assert after is not None
    if turn.is_closed:
        yield _closed(between, after)
    elif turn.whole_moved:
        now = status.state_text(between.second.kb, after, by=True)
        yield _now(own_words.situation(before), now)
    if turn.became_late:
        yield _("late: due {day}").format(day=_due(turn.difference.after))
    if turn.is_no_longer_late:
        yield _("no longer late: was due {day}").format(day=_due(turn.difference.before))
    turns = sorted(turn.parties, key=lambda one: (one.after, one.before))
    for (now, was), found in groupby(turns, key=lambda one: (one.after, one.before)):
        parties = listing(one.party.name for one in found)
        yield f"{parties}: {_now(of_party(was), of_party(now))}"


def _closed(between: Between, found: MeasureStanding) -> str:
    """Return that a measure has come to its last day, and how it stood then."""
    end = found.measure.end
    told = _("its last day, {day}, has passed") if end else _("it has ended")
    told = told.format(day=day_text(end) if end else "")
    if found.state is None:
        return told
    state = status.state_text(between.second.kb, found, by=True)
    return _("{ended}; the last known state: {state}").format(ended=told, state=state)


def new(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield who answers for a measure, its days, and which earlier one it goes on with."""
    kb, measure = between.second.kb, turn.measure
    found = [one for one in naming.named(kb, measure, between.second.day) if one.answers]
    who = listing(dict.fromkeys(kb.name(one.actor) for one in found))
    yield _("answered for by {names}").format(names=who) if who else _("nobody answers for it")
    if measure.start is not None:
        yield _("begins {day}").format(day=day_text(measure.start))
    if measure.due is not None:
        yield _("due {day}").format(day=day_text(measure.due))
    if earlier := trails.continues_text(kb, measure):
        yield _("goes on with {measure}").format(measure=earlier)


def continued(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield what a measure was merged into, or what goes on with it."""
    kb, measure = between.second.kb, turn.measure
    if turn.is_merged and turn.after is not None:
        yield status.state_text(kb, turn.after, by=True)
    following = [titles.title(kb, one) for one in turn.continued]
    if turn.is_continued and not following:
        following = [names.continuing(kb, measure, between.second.day)]
    if following:
        yield _("goes on as {measure}").format(measure=listing(following))
    if turn.is_gone:
        yield _("no longer in the data")


def removed(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield how a measure had ended that is gone."""
    if turn.before is not None:
        yield status.state_text(between.first.kb, turn.before, by=True)


def changed(between: Between, turn: MeasureTurn) -> Iterator[str]:
    """Yield what a measure tells in another way, and who came and went."""
    yield from renamed(turn.difference)
    first, second = between.first.kb, between.second.kb
    edits = sorted(turn.difference.edits, key=_place)
    owners = [edit for edit in edits if edit.steps[0] == _FIRST[0]]
    yield from (edit_words.words(sides(between), edit) for edit in owners)
    yield from (_named(second, one, is_new=True) for one in turn.came)
    yield from (_named(first, one, is_new=False) for one in turn.went)
    yield from (edit_words.words(sides(between), edit) for edit in edits[len(owners) :])


def _due(measure: object) -> str:
    assert isinstance(measure, Measure)
    assert measure.due is not None
    return day_text(measure.due)


def _place(edit: Edit) -> int:
    name = edit.steps[0]
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _named(kb: KnowledgeBase, one: Named, *, is_new: bool) -> str:
    """Return that somebody came to be named for a measure, or is no more, and by what."""
    who = kb.name(one.actor) + (f" ({one.part})" if one.part else "")
    if not is_new:
        return _("{actor}, {role}: no longer").format(actor=who, role=word(one.role))
    if one.decided is None:
        return _("{actor}: {role} now").format(actor=who, role=word(one.role))
    return _("{actor}: {role} now, decided {day}").format(
        actor=who, role=word(one.role), day=days.moment(one.decided.on)
    )


def renamed(difference: Difference) -> Iterator[str]:
    """Yield that a record has another id than before."""
    before, after = difference.before, difference.after
    if difference.is_renamed and before is not None and after is not None:
        yield _("new id {after}, was {before}").format(before=before.id, after=after.id)


def record(between: Between, turn: RecordTurn) -> Iterator[str]:
    """Yield what differs of a record: that it is new or gone, what it became, what it tells."""
    difference, second = turn.difference, between.second.kb
    if difference.before is None:
        yield _("new: {kind}").format(kind=own_words.kind(turn.record))
        return
    if difference.after is None:
        yield _("no longer in the data: {kind}").format(kind=own_words.kind(turn.record))
        return
    yield from renamed(difference)
    # Whom another one follows is told among what was merged.
    if turn.ended is not None and not turn.is_merged:
        yield trails.ending_text(second, turn.ended, turn.record.id)
    if turn.began is not None:
        joined = trails.joined_text(second, turn.record, between.second.day)
        yield joined or _("began {day}").format(day=days.of(turn.began.when))
    if turn.version is not None:
        yield _("stands as changed by: {change}").format(change=phrases.amendment(turn.version))
    yield from (_item(second, one) for one in turn.items)
    told = _TOLD_BY_AN_ENDING if turn.ended is not None else ()
    edits = (edit for edit in difference.edits if edit.name not in told)
    yield from (edit_words.words(sides(between), edit) for edit in edits)


_TOLD_BY_AN_ENDING = ("ended", "left", "successor")


def _item(kb: KnowledgeBase, turn: DatedTurn) -> str:
    """Return that a seat, a member or a doer began, or ended, by its own days."""
    day = turn.item.start if turn.holds else turn.item.end
    on = day_text(day) if day else ""
    if not turn.name:
        return (_("holds since {day}") if turn.holds else _("held until {day}")).format(day=on)
    told = phrases.item(kb, turn.holder, turn.name, turn.item)
    since = _("{field}: {value} began {day}")
    until = _("{field}: {value} ended {day}")
    return (since if turn.holds else until).format(
        field=field_name(turn.name), value=_who(kb, turn) or told, day=on
    )


def _who(kb: KnowledgeBase, turn: DatedTurn) -> str:
    actor = getattr(turn.item, "actor", None)
    return kb.name(actor) if isinstance(actor, str) else ""


def duties(found: Iterable[DutyTurn]) -> Iterator[str]:
    """Yield how an obligation came to stand in its periods, those alike together."""
    whose: dict[tuple[DueState | None, DueState | None, str], list[str]] = {}
    for one in found:
        period = duty_words.period_words(one.standing.period) if one.standing.period else ""
        parties = whose.setdefault((one.before, one.after, period), [])
        parties += [one.standing.each.name_shown] if one.standing.each else []
    periods: dict[tuple[DueState | None, DueState | None, str], list[str]] = {}
    for (before, after, period), parties in whose.items():
        alike = periods.setdefault((before, after, listing(parties)), [])
        alike += [period] if period else []
    for (before, after, who), times in periods.items():
        told = _now(_duty(before), _duty(after)) if before is not None else _duty(after)
        whole = ", ".join(part for part in (listing(times), who) if part)
        yield f"{told}: {whole}" if whole else told


def _duty(state: DueState | None) -> str:
    return state_word(state) if state is not None else _("no such period")


def report(between: Between, difference: Difference) -> Iterator[str]:
    """Yield that a report was deleted, or what was written over in it."""
    if difference.after is None:
        yield _("deleted")
        return
    yield from renamed(difference)
    yield from (
        _("edited: {change}").format(change=edit_words.discreet(sides(between), edit))
        for edit in difference.edits
    )


def _now(before: str, after: str) -> str:
    """Return what it was and what it is: no arrow, which is not heard."""
    return _("{before}, now {after}").format(before=before, after=after)
