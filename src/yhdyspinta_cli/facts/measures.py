"""What a measure is on a day beside its state: what it lacks, since when, who can decide."""

import re
from datetime import date, timedelta
from itertools import pairwise

from yhdyspinta_cli.facts import agreement, index, memo, naming
from yhdyspinta_cli.facts.spans import Bounds
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.vocabulary import ANSWERING, ENDED, NOT_BEGUN

_DAY = timedelta(days=1)


@frozen
class Age:
    """Since when something is so, counted to the day asked about.

    `stated` is False where the data say no day and the agreement's first day is taken. `days`
    is 0 where the day asked about comes before it.
    """

    since: date
    days: int
    stated: bool


def first_day(kb: KnowledgeBase, measure: Measure) -> date:
    """Return the first day of a measure: its own, else the programme's, else the agreement's."""
    period = kb.programme.period_start if kb.programme else None
    return measure.start or (period.first if period else agreement.first_day(kb))


def continued_by(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Measure, ...]:
    """Return the measures that go on with an earlier one and have begun by `day`."""
    following: dict[str, list[Measure]] | None = kb.memo.get("continued by")
    if following is None:
        following = {}
        for one in kb.measures:
            if one.continues is not None:
                following.setdefault(one.continues, []).append(one)
        kb.memo["continued by"] = following
    return tuple(one for one in following.get(measure.id, ()) if first_day(kb, one) <= day)


def is_over(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where a measure has ended by `day`, or another goes on with it: it owes no word more."""
    if measure.end is not None and measure.end < day:
        return True
    printed = measure.continued_by_printed is not None and measure.end is None
    return printed or bool(continued_by(kb, measure, day))


def goes_on_after_its_end(measure: Measure, update: Update) -> bool:
    """True for a report that says of a day after a measure's last day that it has not ended.

    That it was completed, cancelled or merged is told afterwards.
    """
    is_after = measure.end is not None and measure.end < update.on.first
    return is_after and not update.void and update.state not in ENDED


def covers(measure: Measure, record: Update | Value) -> bool:
    """True where what is reported can be so on its day, by the measure's own days.

    Not after its last day, unless it ended; not before its first, unless it was not started.
    """
    if measure.end is not None and measure.end < record.on.first:
        return isinstance(record, Update) and not goes_on_after_its_end(measure, record)
    if measure.start is not None and record.on.last < measure.start:
        return isinstance(record, Update) and record.state in NOT_BEGUN
    return True


def unowned(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Bounds, ...]:
    """Return the runs of days in a measure's life on which nobody who answers is named.

    Only of a measure for which somebody answers on some days: who is named has days of its own.
    Its life ends with the measure, else with the agreement as it stood on `day`.
    """
    dated = [one for one in measure.responsible if one.start or one.end]
    if not any(one.role in ANSWERING for one in dated):
        return ()
    first, last = first_day(kb, measure), measure.end or agreement.last_day(kb, day)
    turns = {first, *(one.start for one in dated if one.start)}
    turns |= {one.end + _DAY for one in dated if one.end}
    turns |= {event.on.last for event in index.events(kb, measure.id)}
    begins = sorted(on for on in turns if first <= on and (last is None or on <= last))
    found: list[Bounds] = []
    for on, following in pairwise([*begins, None]):
        end = following - _DAY if following is not None else last
        if on is not None and naming.is_without(kb, measure, on):
            start = found.pop().start if found and found[-1].end == on - _DAY else on
            found.append(Bounds(start, end))
    return tuple(found)


def age(kb: KnowledgeBase, stated: date | None, day: date) -> Age:
    """Return since when something is so: the day stated, else the agreement's first day."""
    since = stated or agreement.first_day(kb)
    return Age(since, max(0, (day - since).days), stated is not None)


def nobody_age(kb: KnowledgeBase, measure: Measure, day: date) -> Age:
    """Return since when nobody answers for a measure for which nobody does on `day`.

    From the day after those who did, or as the source says where that is later; the measure's own
    first day where nobody ever did.
    """
    then = naming.day_of(measure, day)
    begins = [days.start for days in unowned(kb, measure, day) if days.start <= then]
    said = measure.nobody.since if measure.nobody else None
    left = begins[-1] if begins and begins[-1] > first_day(kb, measure) else None
    since = max((on for on in (said, left) if on is not None), default=measure.start)
    return age(kb, since, day)


def decides(kb: KnowledgeBase, measure: Measure) -> str | None:
    """Return the id of who can decide on a measure: named for it, else for its interface."""
    if measure.nobody is not None and measure.nobody.decides is not None:
        return measure.nobody.decides
    return decides_on(kb, measure.interface)


def decides_on(kb: KnowledgeBase, interface: str | None) -> str | None:
    """Return the id of the body that can decide on an interface, None where none is stated."""
    found = kb.find(Interface, interface)
    return found.decides if found else None


# "Kaikki toimijat", "kukin toimija oman organisaationsa puitteissa": everybody is nobody.
_VAGUE = re.compile(r"(?:kaikki|kukin|jokainen|eri)\s+(?:toimija|taho)", re.IGNORECASE)


def is_vague(kb: KnowledgeBase, actor: str, label: str = "") -> bool:
    """True where who is named, or what is printed, is a word for nobody in particular."""
    return _VAGUE.match(label) is not None or _is_nobody(kb, actor)


@memo.once
def _is_nobody(kb: KnowledgeBase, actor: str) -> bool:
    """True for an actor that is, or whose name is, a word for nobody in particular."""
    entry = kb.entries.get(actor)
    name = kb.as_written(entry.record).name_shown if entry is not None else actor
    return kb.is_vague(actor) or _VAGUE.match(name) is not None


def vague(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[naming.Named, ...]:
    """Return who answers for a measure on `day` in words that mean nobody in particular."""
    return tuple(
        one
        for one in naming.named(kb, measure, day)
        if one.answers and is_vague(kb, one.actor, one.label)
    )


def nobody_known(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nobody answers on `day`, and the source says so itself."""
    return measure.nobody is not None and naming.is_without(kb, measure, day)


def nobody_forgotten(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nobody answers on `day`, and nothing says that this is known."""
    return measure.nobody is None and naming.is_without(kb, measure, day)


def leaderless(kb: KnowledgeBase, measure: Measure, day: date) -> int:
    """Return how many answer for a measure where several do and none of them leads, else 0."""
    roles = [one.role for one in naming.named(kb, measure, day) if one.answers]
    return len(roles) if len(roles) > 1 and "lead" not in roles else 0


def no_indicator(measure: Measure) -> bool:
    """True where nothing tells whether a measure is done."""
    return not measure.indicators
