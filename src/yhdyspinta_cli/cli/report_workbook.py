"""`yp report --format xlsx`: the tables of a year in one workbook, as its questions give them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from yhdyspinta_cli import __version__, language
from yhdyspinta_cli.facts import happened, region, standings
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.output import (
    counterparts,
    events,
    gaps,
    lists,
    obligations,
    rotation,
    status,
    status_matrix,
    workbook,
)
from yhdyspinta_cli.queries import counterparts as counterpart_query
from yhdyspinta_cli.queries import filters
from yhdyspinta_cli.queries import gaps as gap_query
from yhdyspinta_cli.queries import obligations as obligation_query
from yhdyspinta_cli.queries import rotation as turn_query
from yhdyspinta_cli.queries import status as status_query
from yhdyspinta_cli.wording import revisions

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.layout import Cell
    from yhdyspinta_cli.store import Loaded


def written(loaded: "Loaded", year: int, day: date, *, over: bool) -> bytes:
    """Return the workbook of a year as of a day, in the language spoken now."""
    kb = loaded.kb
    about: tuple[tuple[str, Cell], ...] = (
        (_("Agreement"), kb.agreement.title),
        (_("Year"), year),
        (_("As of"), day),
        (_("Data"), loaded.digest[:12]),
        *(
            [(_("Revision"), revisions.named(loaded.revision))]
            if loaded.revision is not None
            else []
        ),
        (_("Program"), f"yp {__version__}"),
    )
    sheets = [
        sheet
        for answer in _answers(kb, year, day, over=over)
        if answer.table is not None
        for sheet in workbook.parted(answer.sheet, answer.table(), "")
        if sheet.table.rows
    ]
    return workbook.of(
        _("Tables of the year {year}").format(year=year),
        about,
        sheets,
        language=language.current(),
        region=language.spreadsheet(kb.agreement.language, region.country(kb)),
    )


def _answers(kb: KnowledgeBase, year: int, day: date, *, over: bool) -> Iterator["Answer"]:
    measures = filters.select(kb, Measure, filters.EVERYTHING, day)
    yield status.answer(kb, status_query.overview(kb, measures, day))
    parties = region.parties(kb, day)
    yield status_matrix.answer(kb, standings.of(kb, measures, day), parties, day)
    updates = filters.select(kb, Update, filters.EVERYTHING, day)
    yield lists.answer(kb, [one for one in updates if one.on.last.year == year], Update.kind, day)
    values = filters.select(kb, Value, filters.EVERYTHING, day)
    yield lists.answer(kb, [one for one in values if one.on.last.year == year], Value.kind, day)
    found = obligation_query.standings(kb, day, year=year, over=over)
    yield obligations.answer(kb, found, day, year=year)
    held = happened.effective(kb, day)
    yield events.answer(kb, tuple(event for event in held if event.on.last.year == year))
    yield gaps.answer(kb, gap_query.ledger(kb, day, over=over))
    for register in (Measure, Body, Party):
        yield lists.answer(
            kb, filters.select(kb, register, filters.EVERYTHING, day), register.kind, day
        )
    yield counterparts.answer(kb, counterpart_query.matrix(kb, "level", day))
    yield rotation.answer(kb, turn_query.rotations(kb, day))
