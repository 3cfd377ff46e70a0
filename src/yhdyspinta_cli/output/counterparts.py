"""`yp counterparts`: the matrix of who answers for each party, with its holes."""

from typing import Any

from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import narrowed, notes
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import Block, Column, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.queries.counterparts import Matrix

HOLE = "–"


def answer(kb: KnowledgeBase, found: Matrix, asked: str = "") -> Answer:
    """The matrix, ready to be given in any form.

    `asked` is what it was narrowed to.
    """
    return Answer(
        "counterparts",
        lambda _width: page(kb, found, asked),
        lambda: table(kb, found),
        lambda: json(kb, found),
        sheet=_("Counterparts"),
    )


def page(kb: KnowledgeBase, answer: Matrix, asked: str = "") -> Page:
    """The matrix for a reader, and in a sentence how many holes it has."""
    title = _("Counterparts on {day}").format(day=day_text(answer.day))
    blocks: list[Block] = [Heading(title), *notes.agreement(kb, answer.day)]
    if not answer.places:
        return (*blocks, narrowed.nothing(_("Nothing."), asked))
    blocks.append(Paragraph(_missing(answer) if asked else sentence(answer)))
    columns = (_("Party"), *(short(column) for column in answer.columns))
    rows = tuple(
        (row.party.name, *(_seen(kb, answer, cell) or HOLE for cell in row.cells))
        for row in answer.rows
    )
    blocks.append(Table(columns, rows))
    if answer.by == "interface":
        blocks.append(Pairs(tuple((short(c), c.name_shown) for c in answer.columns)))
    return tuple(blocks)


def sentence(answer: Matrix) -> str:
    """How many counterparts are missing, of how many; plainly where none is recorded at all."""
    if answer.places and answer.holes == answer.places:
        return plural(
            "No counterpart is recorded: the {n} place is a hole ({hole}).",
            "No counterpart is recorded: all {n} places are holes ({hole}).",
            answer.places,
        ).format(hole=HOLE)
    return _missing(answer)


def _missing(answer: Matrix) -> str:
    return plural(
        "{n} of {places} is missing ({hole}).",
        "{n} of {places} are missing ({hole}).",
        answer.holes,
    ).format(places=answer.places, hole=HOLE)


def short(column: Record) -> str:
    """What stands over a column: an interface's letter, else a name."""
    return (isinstance(column, Interface) and column.letter) or column.name_shown


def _seen(kb: KnowledgeBase, answer: Matrix, cell: tuple[Counterpart, ...]) -> str:
    """The names in a cell; on a level with the one interface for which somebody is named."""
    if answer.by != "level":
        return _cell(kb, cell)
    return "; ".join(
        _name(kb, one) + (f" ({short(interface)})" if interface else "")
        for one in cell
        for interface in (kb.find(Interface, one.interface),)
    )


def _cell(kb: KnowledgeBase, cell: tuple[Counterpart, ...]) -> str:
    return "; ".join(_name(kb, counterpart) for counterpart in cell)


def _name(kb: KnowledgeBase, counterpart: Counterpart) -> str:
    """The role or unit; with the personal file also the person who holds it."""
    if counterpart.actor is None:
        return counterpart.role or ""
    name = kb.name(counterpart.actor)
    held = kb.personal.counterpart_holders if kb.personal else ()
    people = [holder.name for holder in held if holder.actor == counterpart.actor]
    return f"{name} ({', '.join(people)})" if people else name


def table(kb: KnowledgeBase, answer: Matrix) -> Table:
    """A row a party and place, for a spreadsheet; a hole is an empty cell."""
    place = _("Level") if answer.by == "level" else _("Interface")
    columns: tuple[Column[tuple[Party, Record, tuple[Counterpart, ...]]], ...] = (
        Column("party_name", _("Party"), lambda found: found[0].name),
        Column("party", _("Party id"), lambda found: found[0].id),
        Column("place", place, lambda found: found[1].name_shown),
        Column("id", "id", lambda found: found[1].id),
        Column("counterpart", _("Counterpart"), lambda found: _cell(kb, found[2]) or None),
    )
    cells = (
        (row.party, column, cell)
        for row in answer.rows
        for column, cell in zip(answer.columns, row.cells, strict=True)
    )
    return Table.of(columns, cells)


def json(kb: KnowledgeBase, answer: Matrix) -> dict[str, Any]:
    """The documented JSON form of the matrix."""
    return {
        "as_of": answer.day,
        "by": answer.by,
        "columns": [{"id": column.id, "name": column.name_shown} for column in answer.columns],
        "places": answer.places,
        "holes": answer.holes,
        "parties": [
            {
                "id": row.party.id,
                "holes": row.holes,
                "counterparts": [
                    [
                        {"id": c.id, "actor": c.actor, "role": c.role, "name": _name(kb, c)}
                        for c in cell
                    ]
                    for cell in row.cells
                ],
            }
            for row in answer.rows
        ],
    }
