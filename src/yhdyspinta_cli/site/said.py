"""Everything that was told of a measure, newest first, as its page shows it."""

from collections.abc import Iterator

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.queries.log import Log, Logged
from yhdyspinta_cli.report import measures
from yhdyspinta_cli.report.readings import Reported


@frozen
class SaidLine:
    """A report: of which party (empty: of the whole), in which state, by whom, on what ground.

    `state` is empty where it takes an earlier one back. `corrects` is the id of what it corrects,
    `corrected_by` those of what has corrected it: it stands here, and counts no more.
    """

    key: str
    on: Moment
    party: str
    state: str
    word: str
    progress: int | None
    merged_into: str
    told: Reported
    corrects: str
    corrected_by: tuple[str, ...]


@frozen
class SaidYear:
    """What was told in a year, newest first."""

    year: int
    lines: tuple[SaidLine, ...]


def years(kb: KnowledgeBase, log: Log) -> tuple[SaidYear, ...]:
    """Return the reports of a log by year, the latest first."""
    found: dict[int, list[SaidLine]] = {}
    for one in _lines(kb, log):
        found.setdefault(one.on.last.year, []).append(one)
    return tuple(SaidYear(year, tuple(lines)) for year, lines in found.items())


def _lines(kb: KnowledgeBase, log: Log) -> Iterator[SaidLine]:
    known = {one.record.id for one in log.updates}
    for logged in log.updates:
        yield _line(kb, logged, known)


def _line(kb: KnowledgeBase, logged: Logged[Update], known: set[str]) -> SaidLine:
    update = logged.record
    merged = kb.find(Measure, update.merged_into)
    return SaidLine(
        update.id,
        update.on,
        kb.name(update.party),
        update.state or "",
        update.word or "",
        update.progress,
        merged.code if merged else "",
        measures.reported(kb, update),
        update.corrects if update.corrects in known else "",
        tuple(one.id for one in logged.corrected_by if one.id in known),
    )
