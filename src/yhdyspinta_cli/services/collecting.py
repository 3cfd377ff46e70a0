"""Workbooks that came back -> the records of each: of a workbook all of them or none.

What a party had told when it was asked, what it has told by now and what its workbook says are
compared: where it has told something else meanwhile, nobody guesses which holds.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from yhdyspinta_cli.checks import run
from yhdyspinta_cli.diagnostic import Finding, Severity, UserError, quoted
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.output import round_form
from yhdyspinta_cli.output.round_sheet import ToldBefore
from yhdyspinta_cli.queries import round_asked
from yhdyspinta_cli.services import admitting, round_answers, round_known
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.round_answers import OwnLines, RowAnswer
from yhdyspinta_cli.services.round_reading import CellFault, Returned
from yhdyspinta_cli.store import Loaded, write
from yhdyspinta_cli.store.write import NewFile

Prefer = Literal["sheet", "data"]
"""Whose word holds where a party has told something else since it was asked."""


class UnsoundError(Exception):
    """A workbook of which nothing is taken, with every reason."""

    def __init__(self, faults: tuple[CellFault, ...]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@frozen
class Coming:
    """A new file and the answer it comes from, None for what tells that the party has answered."""

    new: NewFile
    answer: RowAnswer | None


@frozen
class Plan:
    """What a workbook brings: its new files in their order, and those that are `there` already.

    `again` is how many rows only say what the data has in other records. `left` are the cells whose
    rows give way to what the data has; `told` are warnings of the rules, each with its cell.
    """

    party: Party
    year: int
    coming: tuple[Coming, ...]
    there: tuple[NewFile, ...]
    again: int
    left: tuple[str, ...]
    told: tuple[CellFault, ...]


def plan(
    loaded: Loaded, found: Returned, clock: Clock, prefer: Prefer | None, party: str | None = None
) -> Plan:
    """Return what a workbook brings into the data, of the `party` (an id) where one is named.

    Raises UnsoundError with all that is wrong with it.
    """
    kb, today = loaded.kb, clock.today(loaded.kb)
    whose = _party(loaded, found, party)
    if found.day > today:
        message = _("{day} is not over yet: the future is not recorded")
        raise UnsoundError((CellFault("", message.format(day=quoted(str(found.day)))),))
    answers, said, faults = round_answers.answers(kb, found, today)
    asked = round_asked.round_asked(kb, whose, found.year, _known_by(found, today))
    now: dict[tuple[str, str], tuple[ToldBefore, ...]] = {}
    held: dict[tuple[tuple[str, str], ...], tuple[ToldBefore, ...]] = {}
    for sheet in round_form.sheets(kb, asked):
        for row in sheet.rows:
            now[sheet.key, row.key] = row.told
            # A duty of several times has several rows: what is known stands in the first.
            held.setdefault(tuple(sorted(row.about.items())), row.told)
    recorded = _recorded(loaded, found, clock)
    coming: list[Coming] = []
    left: list[str] = []
    conflicts: list[CellFault] = []
    beside: list[CellFault] = []
    there: list[NewFile] = []
    again = 0
    by_id: dict[str, RowAnswer] = {}
    for answer in answers:
        new = write.finished(answer.record, recorded, kb.agreement.own_words)
        first = by_id.setdefault(new.record.id, answer)
        if first is not answer:
            conflicts.append(_same(answer, first))
            continue
        told = now.get((answer.row.sheet, answer.row.key), ())
        known = held.get(tuple(sorted(answer.row.about.items())), ())
        if new.record.id in kb.entries:
            there.append(new)
        elif round_known.is_told(kb, answer, known):
            again += 1
        elif {one.id for one in told} == set(answer.row.told):
            coming.append(Coming(new, answer))
            beside += round_known.beside(kb, answer, told)
        elif prefer == "sheet":
            beside += round_known.beside(kb, answer, told)
            last = round_known.after(kb, told, recorded)
            coming.append(
                Coming(write.finished(answer.record, last, kb.agreement.own_words), answer)
            )
        elif prefer == "data":
            left.append(answer.row.place)
        else:
            conflicts.append(_conflict(answer, told))
    if coming or there or again or said != OwnLines():
        answered = _answered(loaded, found, said, len(answers), recorded)
        if answered.record.id in kb.entries:
            there.append(answered)
        else:
            coming.append(Coming(answered, None))
    refused, told_by_rules = _judged(loaded, tuple(coming), said, today)
    if faults or conflicts or refused:
        raise UnsoundError((*faults, *conflicts, *refused))
    return Plan(
        party=whose,
        year=found.year,
        coming=tuple(coming),
        there=tuple(there),
        again=again,
        left=tuple(left),
        told=(*beside, *told_by_rules),
    )


def _party(loaded: Loaded, found: Returned, wanted: str | None) -> Party:
    kb = loaded.kb
    if found.base != kb.agreement.id:
        message = _("this workbook belongs to another knowledge base: {id}")
        raise UnsoundError((CellFault("", message.format(id=quoted(found.base))),))
    party = kb.find(Party, found.party)
    if party is None:
        message = _("there is no party {id} in the data")
        raise UnsoundError((CellFault("", message.format(id=quoted(found.party))),))
    if wanted is not None and wanted != party.id:
        message = _("this workbook was made for {name}").format(name=party.name)
        raise UnsoundError((CellFault("", message, _("--party names another one")),))
    return party


def _known_by(found: Returned, today: date) -> date:
    """Return up to which day the party's own words count: the year's last one, or today."""
    return max(found.day, min(today, date(found.year, 12, 31)))


def _recorded(loaded: Loaded, found: Returned, clock: Clock) -> datetime:
    """Return the moment at which the party last saved its workbook, as far as that can be.

    Two people who collect the same workbook write the same bytes.
    """
    zone = region.zone(loaded.kb)
    if found.saved is not None:
        saved = found.saved.astimezone(zone).replace(microsecond=0)
        if found.day <= saved.date() and saved <= clock.now:
            return saved
    return clock.recorded(loaded.kb)


def _same(answer: RowAnswer, first: RowAnswer) -> CellFault:
    message = _("the same stands in {place}").format(place=first.row.place)
    return CellFault(answer.row.place, message, _("tell each time with its own day"))


def _conflict(answer: RowAnswer, told: tuple[ToldBefore, ...]) -> CellFault:
    before = "; ".join(answer.row.told.values()) or _("nothing")
    since = "; ".join(one.words for one in told) or _("nothing")
    said = ", ".join(str(cell.value) for cell in answer.row.cells.values())
    return CellFault(
        answer.row.place,
        _(
            "the data has changed since it was asked: it had {before}, it has {now}, "
            "the workbook says {said}"
        ).format(before=quoted(before, 80), now=quoted(since, 80), said=quoted(said, 80)),
        _("--prefer sheet takes the workbook's word, --prefer data leaves this row out"),
    )


def _answered(
    loaded: Loaded, found: Returned, said: OwnLines, filled: int, recorded: datetime
) -> NewFile:
    """Return the record that tells that the party has answered, and what it says besides."""
    own = loaded.kb.agreement.own_words
    drafted = write.draft(
        Round,
        {
            "type": "answered",
            "party": found.party,
            "year": found.year,
            "on": recorded.date(),
            "by": found.party,
            "rows": found.asked,
            "filled": filled,
            "unchanged": said.is_unchanged or None,
            "words": [line for _place, line in said.lines] or None,
            "workbook": found.digest,
        },
        own,
    )
    return write.finished(drafted, recorded, own)


def _judged(
    loaded: Loaded, coming: tuple[Coming, ...], said: OwnLines, today: date
) -> tuple[tuple[CellFault, ...], tuple[CellFault, ...]]:
    """Return the errors and the personal data in what comes, and the warnings on it."""
    if not coming:
        return (), ()
    try:
        brought = admitting.brought(loaded, tuple(one.new for one in coming), today)
    except UserError as error:
        return (CellFault("", error.message, error.hint),), ()
    by_path = {one.new.path: one for one in coming}
    private = run.private_codes()
    refused: list[CellFault] = []
    told: list[CellFault] = []
    for finding in brought:
        if finding.accepted or finding.severity is Severity.NOTE:
            continue
        one = by_path.get(finding.path)
        place = _place(one, finding, said) or finding.path
        fault = CellFault(place, finding.message, finding.hint)
        if finding.severity is Severity.ERROR or (one is not None and finding.code in private):
            refused.append(fault)
        else:
            told.append(fault)
    return tuple(dict.fromkeys(refused)), tuple(dict.fromkeys(told))


def _place(one: Coming | None, finding: Finding, said: OwnLines) -> str:
    """Return the cell that a finding is about; empty where it is about no cell of the workbook."""
    if one is None:
        return ""
    field = str(finding.route[0]) if finding.route else ""
    if one.answer is not None:
        return one.answer.place_of(field)
    number = finding.route[1] if field == "words" and len(finding.route) > 1 else None
    return said.lines[number][0] if isinstance(number, int) else ""


def counted(coming: tuple[Coming, ...]) -> Mapping[str, int]:
    """Return how many records of each kind come, in the order they come."""
    found: dict[str, int] = {}
    for one in coming:
        found[one.new.record.kind] = found.get(one.new.record.kind, 0) + 1
    return found
