"""The rows of a table -> records that are new, each with its place; what hinders is told first."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.services import import_records, new_together
from yhdyspinta_cli.services.import_keys import Keys
from yhdyspinta_cli.services.import_records import Draft
from yhdyspinta_cli.services.import_table import ReadTable, TableFault
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import write
from yhdyspinta_cli.store.write import NewFile

_SHOWN = 50
"""How many faults are told; the others are counted."""


@frozen
class ImportWish:
    """What is to be read: a kind of record, the file, and what its titles and sheet are.

    `file` is None where rows were typed: then they stand in no document. With `is_draft` what
    cannot be understood is written as a remark, where a record can be without it; with
    `is_tried_only` nothing is written. Of a base that begins nothing is left open.
    """

    kind: str
    file: Path | None
    mapped: Mapping[str, str]
    sheet: str | None
    is_draft: bool
    is_tried_only: bool
    is_beginning: bool = False

    @property
    def name(self) -> str:
        """What the reader calls the table."""
        return _("the list") if self.file is None else visible(self.file.name)


@frozen
class MadeRecords:
    """The records of a table that are new, each with its place, and how many are there already."""

    new: tuple[tuple[NewFile, str], ...]
    there: int


def made(kb: KnowledgeBase, wish: ImportWish, table: ReadTable, voice: Voice) -> MadeRecords:
    """Return the records of the rows. Raises UserError (exit 1 or 4) after telling why not."""
    kind = import_records.KINDS[wish.kind]
    printed = tuple(cell.text for row in table.rows for cell in row.all("code"))
    keys = Keys(kb, kind, printed)
    faults: list[TableFault] = []
    taken: list[TableFault] = []
    new: list[tuple[NewFile, str]] = []
    seen: dict[str, str] = {}
    there = 0
    for row in table.rows:
        draft = import_records.draft(wish.kind, kb, row, keys)
        if wish.kind == "body":
            _leave_open(draft)
        found = [*draft.faults, *(() if wish.is_draft else (one.fault for one in draft.unclear))]
        if found or not draft.keys:
            faults.extend(found)
            continue
        source = _source(kb, wish, table, row.number)
        try:
            one = write.filed(
                kind, draft.keys | source | _remarks(kb, draft), kb.agreement.own_words
            )
        except UserError as error:
            hint = f" ({error.hint})" if error.hint else ""
            faults.append(TableFault(row.place, error.message + hint))
            continue
        key = one.record.id
        if key in seen:
            told = _("the id {id} is also that of {place}").format(id=key, place=seen[key])
            faults.append(TableFault(row.place, told))
        elif key not in kb.entries:
            new.append((one, row.place))
        elif _is_same(kb.entries[key].record, one.record):
            there += 1
        else:
            told = _("{id} is there already, and is another: {path}").format(
                id=key, path=kb.entries[key].path
            )
            taken.append(TableFault(row.place, told))
        seen[key] = row.place
    _refuse(faults, wish, voice)
    if taken:
        tell(taken, voice)
        raise UserError(
            _("ids are taken; nothing was written"),
            exit_code=4,
            hint=_("edit those records in their files, or take the rows out of the table"),
        )
    return MadeRecords(tuple(new), there)


def _leave_open(draft: Draft) -> None:
    """Note who convenes or chairs where the row names several: none of them is chosen."""
    for key, given, names in new_together.crowded(draft):
        draft.keys[key] = None
        message = _("several are named, and a body has one: {names}").format(names=names)
        draft.doubt(given, key, names, message)


def _refuse(faults: list[TableFault], wish: ImportWish, voice: Voice) -> None:
    if not faults:
        return
    tell(faults, voice)
    hint = _("mend them in the table") if wish.file is not None else ""
    if not wish.is_draft and not wish.is_beginning:
        hint = _("mend them in the table, or write with a remark what can be left open: --draft")
    raise UserError(
        plural(
            "{n} thing of {file} is not understood; nothing was written",
            "{n} things of {file} are not understood; nothing was written",
            len(faults),
        ).format(n=len(faults), file=wish.name),
        exit_code=1,
        hint=hint,
    )


def tell(faults: list[TableFault], voice: Voice) -> None:
    for fault in faults[:_SHOWN]:
        voice.tell(f"{fault.place}: {fault.message}")
    if len(faults) > _SHOWN:
        voice.tell(_("… and {n} more").format(n=len(faults) - _SHOWN))


def _source(kb: KnowledgeBase, wish: ImportWish, table: ReadTable, number: int) -> dict[str, Any]:
    """Return where the record stands: the file without its ending, the sheet, the row.

    What was typed stands nowhere. A measure stands in what binds nobody, the programme; the rest
    in what was agreed.
    """
    if wish.file is None:
        return {}
    documents = kb.agreement.documents
    fitting = [one for one in documents if bool(one.binding) is not (wish.kind == "measure")]
    name = " ".join(part for part in (visible(wish.file.stem), table.sheet) if part)
    with _in_the_words_of_the_data(kb):
        row = _("table {name}, row {n}").format(name=name, n=number)
    document = next(iter((*fitting, *documents)), None)
    return {"source": [{"document": document.id, "row": row}]} if document is not None else {}


def _remarks(kb: KnowledgeBase, draft: Draft) -> dict[str, Any]:
    """Return a remark on each thing that is left open."""
    with _in_the_words_of_the_data(kb):
        found = [
            {
                "kind": "note",
                "about": one.about,
                "printed": one.printed,
                "text": _("Left open when the table was read."),
            }
            for one in draft.unclear
        ]
    return {"remarks": found} if found else {}


def _in_the_words_of_the_data(kb: KnowledgeBase) -> AbstractContextManager[None]:
    return language.speaking(language.spoken(kb.agreement.language))


def _is_same(known: Record, made: Record) -> bool:
    """Tell whether the data has the record as the table gives it, from whichever row."""
    if type(known) is not type(made):
        return False
    ours, theirs = write.plain(known), write.plain(made)
    return ours | {"source": None} == theirs | {"source": None}
