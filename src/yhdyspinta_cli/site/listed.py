"""The rows of lists: measures, what is missing, duties, what is due."""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli.facts import force, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import calendar as entries
from yhdyspinta_cli.output import gaps, titles
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry
from yhdyspinta_cli.queries.filters import Wanted, select
from yhdyspinta_cli.queries.gaps import Gap
from yhdyspinta_cli.report.rows import MeasureRow
from yhdyspinta_cli.report.structures import SeatLine, seated
from yhdyspinta_cli.site.bodies import GroundLine
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.vocabulary import Binding
from yhdyspinta_cli.wording import names, sentences
from yhdyspinta_cli.wording.rhythms import clock_name


@frozen
class Missing:
    """What is missing of a record (`code` where it is a measure), since when, who can decide it.

    `about` is the id of who has ended or left something open.

    `is_stated`: since when is told, and not counted from the agreement's first day.
    """

    code: str
    name: Name
    detail: str
    since: date
    days: int
    is_stated: bool
    decides: str
    source: str
    about: str = ""


@frozen
class Duty:
    """A duty (its id is `key`) with its ending: who must do it, how often, on which acts."""

    key: str
    duty: SeatLine
    doers: tuple[SeatLine, ...]
    rhythm: Rhythm
    clock: str
    acts: tuple[GroundLine, ...]


@frozen
class Due:
    """What is due on a day and how it stands."""

    day: date
    name: Name
    standing: str


def named(kb: KnowledgeBase, record: Record) -> Name:
    """Return what a record is called in a line about it, leading to its page."""
    return Name(titles.title(kb, record), record.id)


def measures(site: Site, found: Iterable[Measure]) -> tuple[MeasureRow, ...]:
    """Return measures as the report shows them."""
    rows = {row.key: row for row in site.desk.answers.measures}
    return tuple(rows[one.id] for one in found)


def missing(kb: KnowledgeBase, gap: Gap) -> Missing:
    """Return the row of a gap."""
    with sentences.marked():
        detail = gaps.detail(kb, gap)
    return Missing(
        titles.code(gap.record) or "",
        named(kb, gap.record),
        detail,
        gap.age.since,
        gap.age.days,
        gap.age.stated,
        names.decider(kb, gap.decides),
        gap.source,
        gap.about[0] if gap.kind in ("ended", "left-open") else "",
    )


def duties(site: Site, binding: Binding) -> list[Duty]:
    """Return the duties that have this force for somebody, in the order of the data."""
    found = select(site.kb, Obligation, Wanted(binding=binding), site.day)
    return [_duty(site, one, binding) for one in found]


def _duty(site: Site, one: Obligation, binding: Binding) -> Duty:
    kb = site.kb
    bound = [doer for doer in one.doers if force.of_doer(one, doer) == binding]
    doers = [doer for doer in bound if doer.holds(site.day)] or bound
    sections: dict[str, list[str]] = {}
    own = (ground for doer in doers for ground in force.grounds(one, doer))
    for ground in own if doers else one.basis:
        known = sections.setdefault(ground.statute, [])
        known += [section for section in ground.sections if section not in known]
    return Duty(
        one.id,
        seated(kb, one.id, site.day),
        tuple(dict.fromkeys(seated(kb, doer.actor, site.day) for doer in doers)),
        one.rhythm,
        clock_name(kb, one.rhythm),
        tuple(
            GroundLine(
                Name(kb.name(act), act),
                region.sections(kb, numbers),
                region.repealed(kb, act, site.day),
            )
            for act, numbers in sections.items()
        ),
    )


def due(kb: KnowledgeBase, entry: CalendarEntry) -> Due:
    """Return the row of what is due."""
    with sentences.marked():
        standing = entries.standing_words(kb, entry)
    return Due(entry.end, Name(entries.title(entry), entry.record.id), standing)
