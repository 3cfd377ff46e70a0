"""`yp status matrix`: every measure against every party, readable without colour."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import later, text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.page import Block, Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.status_log import json_party
from yhdyspinta_cli.output.words import word
from yhdyspinta_cli.vocabulary import STATES

# Each begins with its letter: a translation chooses a letter of its own.
_LETTERS: dict[str | None, str] = {
    "completed": later("C completed"),
    "in-progress": later("P in progress"),
    "not-started": later("N not started"),
    "paused": later("H paused (on hold)"),
    "cancelled": later("X cancelled"),
    "merged": later("M merged"),
    None: later("? no information"),
}
_DISPUTED = later("! disputed: see 'yp status show'")
_OUTSIDE = later(". the party does not answer for the measure")
_FIRST_COLUMNS = 10
_CELL = 3


def answer(
    kb: KnowledgeBase, found: Sequence[MeasureStanding], parties: Sequence[Party], day: date
) -> Answer:
    """The matrix, ready to be given in any form."""
    return Answer(
        "status-matrix",
        lambda width: page(kb, found, parties, day, width),
        lambda: table(found, parties),
        lambda: json(found, parties, day),
    )


def page(
    kb: KnowledgeBase,
    found: Sequence[MeasureStanding],
    parties: Sequence[Party],
    day: date,
    width: int,
) -> Page:
    """The matrix for a reader: a row a measure, a numbered column a party, the key below.

    Where the parties do not fit into `width` columns, another table follows.
    """
    blocks: list[Block] = [Heading(_("Measures and parties on {day}").format(day=day_words(day)))]
    numbers = {party.id: number for number, party in enumerate(kb.parties, 1)}
    at_once = max(1, (width - _FIRST_COLUMNS) // _CELL)
    for start in range(0, max(1, len(parties)), at_once):
        chunk = parties[start : start + at_once]
        columns = [str(numbers[party.id]) for party in chunk]
        lines = [_line("", _("own"), columns)]
        for one in found:
            cells = [_cell(one, party) for party in chunk]
            lines.append(_line(one.measure.code, _letter(one.state), cells))
        blocks.append(Paragraph("\n".join(lines)))
    blocks.append(Paragraph("\n".join(text(_LETTERS[state]) for state in (*STATES, None))))
    blocks.append(Paragraph(f"{text(_DISPUTED)}\n{text(_OUTSIDE)}"))
    blocks.append(Paragraph("\n".join(f"{numbers[party.id]:2} {party.name}" for party in parties)))
    return tuple(blocks)


def _line(code: str, own: str, cells: Sequence[str]) -> str:
    """A row of fixed columns; a wider code or word pushes the rest, and nothing is lost."""
    return f"{code:4}{own:>4}  " + "".join(f"{cell:>{_CELL}}" for cell in cells)


def _letter(state: str | None) -> str:
    return text(_LETTERS[state]).split(" ", 1)[0]


def _of(one: MeasureStanding, party: Party) -> PartyStanding | None:
    return next((found for found in one.parties if found.party.id == party.id), None)


def _cell(one: MeasureStanding, party: Party) -> str:
    found = _of(one, party)
    if found is None:
        return text(_OUTSIDE).split(" ", 1)[0]
    if found.is_disputed:
        return text(_DISPUTED).split(" ", 1)[0]
    return _letter(found.state)


def table(found: Sequence[MeasureStanding], parties: Sequence[Party]) -> Table:
    """The matrix in whole words; an empty cell is a party that does not answer for the measure."""
    return Table(
        (_("Code"), _("Measure"), _("Own state"), *(party.name for party in parties)),
        tuple(
            (
                one.measure.code,
                one.measure.title,
                word(one.state),
                *(_words(_of(one, party)) for party in parties),
            )
            for one in found
        ),
    )


def _words(found: PartyStanding | None) -> str | None:
    if found is None:
        return None
    if found.is_disputed:
        states = " / ".join(word(update.state) for update in found.latest)
        return _("disputed: {state}").format(state=states)
    return word(found.state)


def json(found: Sequence[MeasureStanding], parties: Sequence[Party], day: date) -> dict[str, Any]:
    """The documented JSON form of the matrix."""
    return {
        "as_of": day,
        "measures": [
            {
                "measure": one.measure.id,
                "code": one.measure.code,
                "state": one.state,
                "parties": [json_party(own) for own in one.parties if own.party in parties],
            }
            for one in found
        ],
    }
