"""`yp status matrix`: every measure against every party, readable without colour."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.facts.standings import MeasureStanding, PartyStanding
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.own_words import OwnWords
from yhdyspinta_cli.output import json_form, narrowed
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Heading, Page, Paragraph, Table
from yhdyspinta_cli.output.status_log_forms import json_party
from yhdyspinta_cli.vocabulary import DISPUTED, SITUATIONS, Situation
from yhdyspinta_cli.wording import own_words, states

_OUTSIDE = later(". the party does not answer for the measure")
_FIRST_COLUMNS = 10
_CELL = 3


def answer(
    kb: KnowledgeBase,
    found: Sequence[MeasureStanding],
    parties: Sequence[Party],
    day: date,
    asked: str = "",
) -> Answer:
    """The matrix, ready to be given in any form.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "status-matrix",
        lambda width: page(kb, found, parties, day, width, asked),
        lambda: table(found, parties),
        lambda: json(found, parties, day),
        sheet=_("States by party"),
    )


def page(
    kb: KnowledgeBase,
    found: Sequence[MeasureStanding],
    parties: Sequence[Party],
    day: date,
    width: int,
    asked: str = "",
) -> Page:
    """The matrix for a reader: a row a measure, a numbered column a party, the key below.

    Where the parties do not fit into `width` columns, another table follows.
    """
    blocks: list[Block] = [Heading(_("Measures and parties on {day}").format(day=day_text(day)))]
    if asked and not found:
        return (*blocks, narrowed.nothing("", asked))
    numbers = {party.id: number for number, party in enumerate(region.parties(kb, day), 1)}
    at_once = max(1, (width - _FIRST_COLUMNS) // _CELL)
    for start in range(0, max(1, len(parties)), at_once):
        chunk = parties[start : start + at_once]
        columns = [str(numbers[party.id]) for party in chunk]
        lines = [_line("", _("own"), columns)]
        for one in found:
            cells = [_cell(one, party) for party in chunk]
            lines.append(_line(one.measure.code, states.letter(one.situation), cells))
        blocks.append(Paragraph("\n".join(lines)))
    disputed = _("{key}: see 'yp status show'").format(key=states.key(DISPUTED))
    own = kb.agreement.own_words
    keys = [disputed if each == DISPUTED else _key(own, each) for each in SITUATIONS]
    blocks.append(Paragraph("\n".join((*keys, _(_OUTSIDE)))))
    blocks.append(Paragraph("\n".join(f"{numbers[party.id]:2} {party.name}" for party in parties)))
    return tuple(blocks)


def _key(own: OwnWords, situation: Situation) -> str:
    """A letter and its state, with the words of the knowledge base's own that mean it."""
    meaning = own.meaning("states", situation)
    key = states.key(situation)
    if states.key_of_party(situation) != key:
        told = _("{key}; of a party: {state}")
        key = told.format(key=key, state=states.of_party(situation))
    return key + (f": {', '.join(meaning)}" if meaning else "")


def _line(code: str, own: str, cells: Sequence[str]) -> str:
    """A row of fixed columns; a wider code or word pushes the rest, and nothing is lost."""
    return f"{code:4}{own:>4}  " + "".join(f"{cell:>{_CELL}}" for cell in cells)


def _of(one: MeasureStanding, party: Party) -> PartyStanding | None:
    return next((found for found in one.parties if found.party.id == party.id), None)


def _cell(one: MeasureStanding, party: Party) -> str:
    found = _of(one, party)
    if found is None:
        return _(_OUTSIDE).split(" ", 1)[0]
    if found.is_disputed:
        return states.letter(DISPUTED)
    return states.letter(found.situation)


def table(found: Sequence[MeasureStanding], parties: Sequence[Party]) -> Table:
    """The matrix in whole words; an empty cell is a party that does not answer for the measure."""
    return Table(
        (_("Code"), _("Measure"), _("Own state"), *(party.name for party in parties)),
        tuple(
            (
                one.measure.code,
                one.measure.title,
                own_words.situation(one),
                *(_words(_of(one, party)) for party in parties),
            )
            for one in found
        ),
    )


def _words(found: PartyStanding | None) -> str | None:
    if found is None:
        return None
    if found.is_disputed:
        said = " / ".join(own_words.shown(update, "state") for update in found.latest)
        return _("disputed: {state}").format(state=said)
    return own_words.of_party(found)


def json(found: Sequence[MeasureStanding], parties: Sequence[Party], day: date) -> dict[str, Any]:
    """The documented JSON form of the matrix."""
    return {
        "as_of": day,
        "measures": [
            {
                "measure": one.measure.id,
                "code": one.measure.code,
                "state": one.state,
                "situation": one.situation,
                **json_form.own_word(one.word),
                "parties": [json_party(own) for own in one.parties if own.party in parties],
            }
            for one in found
        ],
    }
