"""`yp round status`: who has answered, how completely, and who is late."""

from collections.abc import Iterator
from typing import Any, assert_never

from yhdyspinta_cli.language import day_text, listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Page,
    Paragraph,
    Table,
)
from yhdyspinta_cli.queries.rounds import PartyRound, RoundStanding
from yhdyspinta_cli.vocabulary import RoundState
from yhdyspinta_cli.wording.words import yes_or_no


def answer(found: RoundStanding) -> Answer:
    """The round, ready to be given in any form."""
    return Answer(
        "round",
        lambda _width: page(found),
        lambda: table(found),
        lambda: json(found),
        sheet=_("Round"),
    )


def page(found: RoundStanding) -> Page:
    """The round for a reader: in a sentence how many have answered, then each party."""
    title = _("Round {year} on {day}").format(year=found.year, day=day_text(found.day))
    blocks: list[Block] = [Heading(title), Paragraph(sentence(found))]
    if found.was_held:
        late = found.of("late")
        if late:
            names = listing(one.party.name for one in late)
            blocks.append(Paragraph(_("Late: {names}.").format(names=names)))
        blocks.append(_table_for_reader(found))
        blocks += _own_words(found)
    return tuple(blocks)


def sentence(found: RoundStanding) -> str:
    """How many of those who were asked have answered."""
    if not found.was_held:
        return _("Nobody has been asked about {year}.").format(year=found.year)
    answered = found.of("answered")
    asked = found.of("answered", "waiting", "late")
    return _("{n} of {total} have answered, {whole} of them wholly.").format(
        n=len(answered), total=len(asked), whole=sum(one.is_whole for one in answered)
    )


def _table_for_reader(found: RoundStanding) -> Table:
    """Each party in a row that a page has room for."""
    columns: tuple[Column[PartyRound], ...] = (
        Column("party_name", _("Party"), lambda one: one.party.name),
        Column("state", _("State"), lambda one: state_words(one.state)),
        Column("due", _("Due"), lambda one: one.asked.due if one.asked else None),
        Column("answered", _("Answered on"), lambda one: one.answer.on if one.answer else None),
        Column("rows", _("Rows"), _share),
        Column("unchanged", _("The rest as before"), _unchanged),
    )
    return Table.of(columns, found.parties)


def _share(one: PartyRound) -> Cell:
    rows = _rows(one)
    if rows is None:
        return None
    return f"{one.answer.filled or 0}/{rows}" if one.answer else f"0/{rows}"


def _own_words(found: RoundStanding) -> Iterator[Block]:
    """Yield what each party says in its own words."""
    for one in found.parties:
        lines = tuple(line for step in one.answers for line in step.words)
        if lines:
            yield Heading(_("{party} in its own words").format(party=one.party.name))
            yield Bullets(lines)


def table(found: RoundStanding) -> Table:
    """Each party in a row, for a program, with its id."""
    columns: tuple[Column[PartyRound], ...] = (
        Column("party_name", _("Party"), lambda one: one.party.name),
        Column("party", _("Party id"), lambda one: one.party.id),
        Column("state", _("State"), lambda one: state_words(one.state)),
        Column("asked", _("Asked on"), lambda one: one.asked.on if one.asked else None),
        Column("due", _("Due"), lambda one: one.asked.due if one.asked else None),
        Column("answered", _("Answered on"), lambda one: one.answer.on if one.answer else None),
        Column("filled", _("Rows answered"), lambda one: one.answer.filled if one.answer else None),
        Column("rows", _("Rows asked"), _rows),
        Column("unchanged", _("The rest as before"), _unchanged),
    )
    return Table.of(columns, found.parties)


def _rows(one: PartyRound) -> Cell:
    step = one.answer or one.asked
    return step.rows if step else None


def _unchanged(one: PartyRound) -> Cell:
    return yes_or_no(any(step.unchanged for step in one.answers)) if one.answers else None


def state_words(state: RoundState) -> str:
    """Return how a party stands in a round."""
    match state:
        case "answered":
            return _("has answered")
        case "waiting":
            return _("not yet answered")
        case "late":
            return _("late")
        case "not-asked":
            return _("not asked")
        case _:
            assert_never(state)


def json(found: RoundStanding) -> dict[str, Any]:
    """The documented JSON form of the round."""
    return {
        "year": found.year,
        "as_of": found.day,
        "parties": [
            {
                "id": one.party.id,
                "name": one.party.name,
                "state": one.state,
                "asked": one.asked.on if one.asked else None,
                "due": one.asked.due if one.asked else None,
                "answered": one.answer.on if one.answer else None,
                "filled": one.answer.filled if one.answer else None,
                "rows": _rows(one),
                "unchanged": any(step.unchanged for step in one.answers),
                "whole": one.is_whole,
                "words": [line for step in one.answers for line in step.words],
            }
            for one in found.parties
        ],
    }
