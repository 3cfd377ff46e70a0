"""The filled rows of a workbook -> records of the party, or what is wrong in which cell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from yhdyspinta_cli import language, plain_text, suggestion
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.facts import events
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import round_form
from yhdyspinta_cli.output.round_sheet import UNCHANGED
from yhdyspinta_cli.queries import matching
from yhdyspinta_cli.services import recording, round_cells
from yhdyspinta_cli.services.round_reading import CellFault, FilledCell, FilledRow, Returned
from yhdyspinta_cli.store import write
from yhdyspinta_cli.vocabulary import STATES
from yhdyspinta_cli.wording import own_words, words

R = TypeVar("R", bound=Record)

_DAYS = ("on", "start")
_ABOUT = {
    "measures": "state",
    "indicators": "value",
    "duties": "on",
    "counterparts": "role",
    "words": "text",
}
"""The field without which a row of a sheet says nothing."""


@frozen
class RowAnswer:
    """A filled row and the record that it makes; `fields` tell which cell a field came from."""

    row: FilledRow
    record: Record
    fields: Mapping[str, str]

    def place_of(self, field: str) -> str:
        """Return the cell that a field of the record came from, else the first that was filled."""
        return self.fields.get(field, self.row.place)


@frozen
class OwnLines:
    """What a party says in its own words, each with its cell; whether all the rest is as before."""

    lines: tuple[tuple[str, str], ...] = ()
    is_unchanged: bool = False


def answers(
    kb: KnowledgeBase, found: Returned, today: date
) -> tuple[tuple[RowAnswer, ...], OwnLines, tuple[CellFault, ...]]:
    """Return what a workbook says, and every fault of it; nothing is judged by the rules yet."""
    made: list[RowAnswer] = []
    lines: list[tuple[str, str]] = []
    faults: list[CellFault] = list(found.faults)
    is_unchanged = False
    for row in found.rows:
        wrong = dict(_unreadable(row, today))
        faults += wrong.values()
        readable = _without(row, wrong)
        if readable is None:
            continue
        try:
            if row.sheet == "words":
                said = round_cells.text(row.cells["text"])
                if row.key == UNCHANGED:
                    is_unchanged = round_cells.yes(row.cells["text"], said)
                else:
                    lines += ((row.place, line) for line in _lines_of(said) if line)
            else:
                made.append(_MAKING[row.sheet](kb, found, readable, today))
        except round_cells.FaultError as error:
            faults.append(error.fault)
        except UserError as error:
            faults.append(CellFault(row.place, error.message, error.hint))
    return tuple(made), OwnLines(tuple(lines), is_unchanged), tuple(faults)


def _unreadable(row: FilledRow, today: date) -> Iterator[tuple[str, CellFault]]:
    """Yield the fields whose cells say nothing, whatever stands beside them."""
    for field, cell in row.cells.items():
        if cell.is_formula:
            hint = _("write the value itself")
            yield field, CellFault(cell.place, _("a formula stands here"), hint)
        elif cell.is_error:
            hint = _("write the value itself")
            yield field, CellFault(cell.place, _("an error stands here"), hint)
        elif field in _DAYS:
            try:
                round_cells.day(cell, today)
            except round_cells.FaultError as error:
                yield field, error.fault


def _without(row: FilledRow, wrong: Mapping[str, CellFault]) -> FilledRow | None:
    """Return a row without its unreadable cells, for what else is wrong with it to be told.

    None where it would then lack what it is about: that it is missing would be told beside.
    """
    if _ABOUT[row.sheet] in wrong:
        return None
    cells = {field: cell for field, cell in row.cells.items() if field not in wrong}
    return replace(row, cells=cells) if cells else None


def _update(kb: KnowledgeBase, found: Returned, row: FilledRow, today: date) -> RowAnswer:
    said = _needed(row, "state", _("the state is missing"), _("choose it from the list"))
    state = own_words.meant(kb.agreement.own_words, "states", round_cells.text(said))
    if state is None:
        # What was meant is one of the words that the workbook offers.
        with language.speaking(found.language):
            known = tuple(words.word(one) for one in STATES)
        raise round_cells.no_choice(said, (*kb.agreement.own_words.of("states"), *known))
    if kb.agreement.own_words.standard("states", state) == "merged":
        message = _("into which measure it was merged is not asked here")
        hint = _("tell it in your own words, and the coordinator records it")
        raise round_cells.FaultError(CellFault(said.place, message, hint))
    measure = _found(kb, Measure, row.key, row)
    record = recording.update(
        measure=measure.id,
        state=state,
        on=_day(row, "on", found, today),
        by=found.party,
        party=found.party,
        note=_optional(row, "note"),
        evidence=_evidence(row),
        progress=None,
        merged_into=None,
        own=kb.agreement.own_words,
    )
    return _answer(row, record, {"measure": "state"})


def _value(kb: KnowledgeBase, found: Returned, row: FilledRow, today: date) -> RowAnswer:
    said = _needed(row, "value", _("the value is missing"), _("or leave the row empty"))
    indicator = _found(kb, Indicator, row.key, row)
    # What is told in words may take several lines; a value is one.
    written = plain_text.one_line(round_cells.text(said))
    try:
        reading = recording.fitting(indicator, written, of_party=True)
    except UserError as error:
        meant = suggestion.hint(suggestion.nearest(written, indicator.options))
        message = _("{text} is no value of “{indicator}”").format(
            text=quoted(written), indicator=indicator.label
        )
        wanted = _("to give: {what}").format(what=round_form.wanted(indicator))
        raise round_cells.FaultError(
            CellFault(said.place, message, f"{meant} {wanted}".strip())
        ) from error
    record = recording.value(
        indicator=indicator.id,
        reading=reading,
        on=_day(row, "on", found, today),
        by=found.party,
        party=found.party,
        note=_optional(row, "note"),
        evidence=_evidence(row),
    )
    return _answer(row, record, {"indicator": "value"})


def _event(kb: KnowledgeBase, found: Returned, row: FilledRow, today: date) -> RowAnswer:
    _needed(row, "on", _("the day is missing"), _("write when it was held"))
    obligation = _found(kb, Obligation, row.about["obligation"], row)
    on = _day(row, "on", found, today)
    wanted = obligation.fulfilled_by
    minutes = [line for line in _lines_of(_optional(row, "minutes") or "") if line]
    links = [line for line in minutes if line.startswith(("https://", "http://"))]
    named = "; ".join(line for line in minutes if line not in links)
    record = recording.event(
        type=(wanted.own_word("events", 0) or wanted.events[0]) if wanted else "other",
        title=plain_text.one_line(_optional(row, "title") or obligation.name_shown),
        on=on,
        body=(wanted.body if wanted else None) or obligation.body,
        area=row.about.get("area"),
        party=row.about.get("party"),
        convener=None,
        chair=None,
        by=found.party,
        decisions=(),
        links=links,
        note=_("minutes: {text}").format(text=named) if named else None,
        fulfils=[obligation.id],
        not_fulfils=[],
        period=_period(kb, obligation, row, on),
        own=kb.agreement.own_words,
    )
    return _answer(row, record, {"links": "minutes", "note": "minutes", "fulfils": "on"})


def _period(kb: KnowledgeBase, obligation: Obligation, row: FilledRow, on: int | str) -> str | None:
    """Return the period for which it was done, where the day is past it; None where it is in it."""
    key, day = row.about.get("period"), Moment(str(on)).last
    for period in events.every_period(kb, obligation, day, day):
        if period.key == key:
            return None if period.holds(day) else key
    return None


def _counterpart(kb: KnowledgeBase, found: Returned, row: FilledRow, today: date) -> RowAnswer:
    said = _needed(row, "role", _("the role or unit is missing"), _("or leave the row empty"))
    name = plain_text.one_line(round_cells.text(said))
    with language.speaking(found.language):
        nobody = _("nobody")
    if name.casefold() == nobody or not any(map(str.isalpha, name)):
        message = _("{text} names nobody").format(text=quoted(name))
        hint = _("leave the row empty, and tell it in your own words")
        raise round_cells.FaultError(CellFault(said.place, message, hint))
    actor = matching.meaning(name, kb.all_actors, exact=True).best
    start = _day(row, "start", found, today)
    if len(str(start)) != len("2024-05-14"):
        place, hint = row.cells["start"].place, round_cells.form_of_a_day()
        raise round_cells.FaultError(
            CellFault(place, _("a counterpart answers from a day on"), hint)
        )
    record = write.draft(
        Counterpart,
        {
            "party": found.party,
            "level": row.about.get("level"),
            "interface": row.about.get("interface"),
            "actor": actor.id if actor else None,
            "role": None if actor else name,
            "start": start,
        },
    )
    return _answer(row, record, {"actor": "role"})


_MAKING: Mapping[str, Callable[[KnowledgeBase, Returned, FilledRow, date], RowAnswer]] = {
    "measures": _update,
    "indicators": _value,
    "duties": _event,
    "counterparts": _counterpart,
}


def _found(kb: KnowledgeBase, kind: type[R], key: str, row: FilledRow) -> R:
    """Return the record that a row is of; a fault where it has gone since it was asked."""
    found = kb.find(kind, key)
    if found is None:
        message = _("{id} is not there any more").format(id=key)
        raise round_cells.FaultError(CellFault(row.place, message))
    return found


def _answer(row: FilledRow, record: Record, aliases: Mapping[str, str]) -> RowAnswer:
    places = {name: cell.place for name, cell in row.cells.items()}
    return RowAnswer(
        row, record, places | {field: places[of] for field, of in aliases.items() if of in places}
    )


def _needed(row: FilledRow, field: str, message: str, hint: str) -> FilledCell:
    cell = row.cells.get(field)
    if cell is None:
        raise round_cells.FaultError(CellFault(row.place, message, hint))
    return cell


def _optional(row: FilledRow, field: str) -> str | None:
    cell = row.cells.get(field)
    return None if cell is None else round_cells.text(cell)


def _evidence(row: FilledRow) -> list[str]:
    """Return each line of a cell: what it rests on may be several things."""
    return [line for line in _lines_of(_optional(row, "evidence") or "") if line]


def _lines_of(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines())


def _day(row: FilledRow, field: str, found: Returned, today: date) -> int | str:
    """Return the day, month or year of a cell as the data has it; the round's day of an empty one.

    A fault where it is none, or is not over yet.
    """
    cell = row.cells.get(field)
    return found.day.isoformat() if cell is None else round_cells.day(cell, today)
