"""From a table of others to records in the data: all that it gives, or nothing.

`run` reads the table, makes a record of each row, judges the data as it will be with all of them,
and writes. What cannot be understood is told by its cell, and then nothing is written.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from yhdyspinta_cli import language, store
from yhdyspinta_cli.diagnostic import UserError, quoted, visible
from yhdyspinta_cli.document import append
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.exchange import tables
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import LIST_FILES
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.services import import_records, import_table, opening
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.import_keys import Keys
from yhdyspinta_cli.services.import_records import Draft
from yhdyspinta_cli.services.import_table import CellFault, ReadTable
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, atomic, lock, write
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource
from yhdyspinta_cli.store.write import NewFile

_SHOWN = 50
"""How many faults are told; the others are counted."""


@frozen
class ImportWish:
    """What is to be read: a kind of record, the file, and what its titles and sheet are.

    With `is_draft` what cannot be understood is written as a remark, where a record can be without
    it; with `is_tried_only` nothing is written.
    """

    kind: str
    file: Path
    mapped: Mapping[str, str]
    sheet: str | None
    is_draft: bool
    is_tried_only: bool


@frozen
class _Made:
    """The records of a table that are new, each with its place, and how many are there already."""

    new: tuple[tuple[NewFile, str], ...]
    there: int


def run(where: Where, wish: ImportWish, *, clock: Clock, voice: Voice) -> None:
    """Write the records that a table gives; the paths of their files are the answer.

    Where the wish is tried only, their text is. Raises UserError, nothing being written: exit 1
    where a cell cannot be understood, 2 where no column or sheet fits, 3 where the file cannot be
    read or the disk refuses, 4 where the file is refused, an id is taken by another record, or the
    data would have an error.
    """
    folder, _packaged = opening.find(where, packaged=False)
    if wish.is_tried_only:
        _run(where, wish, folder, clock, voice)
        return
    with lock.locked(folder):
        _run(where, wish, folder, clock, voice)


def _run(where: Where, wish: ImportWish, folder: Path, clock: Clock, voice: Voice) -> None:
    loaded = opening.open_valid(where, voice, clock.today, exit_code=4, packaged=False)
    name = visible(wish.file.name)
    book = tables.read(wish.file)
    table = import_table.of(book, wish.kind, name, sheet=wish.sheet, mapped=wish.mapped)
    for title in table.unread:
        voice.tell(_("yp: the column {title} is not taken").format(title=quoted(title)))
    made = _made(loaded.kb, wish, table, voice)
    if not made.new:
        _tell_nothing_new(made, name, voice)
        return
    files = _files(folder, wish.kind, made)
    _judge(folder, files, made, loaded, clock, voice)
    prefix = opening.prefix(folder, where.here)
    if wish.is_tried_only:
        for path, raw in files.items():
            shown = f"{prefix}data/{path}"
            voice.tell(_("yp: {path} would be written; nothing was").format(path=shown))
            voice.out(f"# {shown}\n{raw.decode()}")
        return
    _write(folder, files)
    voice.out("".join(f"{prefix}data/{path}\n" for path in files))
    voice.tell(
        plural(
            "yp: {n} record of {file} was written",
            "yp: {n} records of {file} were written",
            len(made.new),
        ).format(n=len(made.new), file=name)
    )
    if made.there:
        voice.tell(_there(made, name))
    voice.tell(_("yp: 'yp validate' tells what is still open"))


def _tell_nothing_new(made: _Made, name: str, voice: Voice) -> None:
    if made.there:
        voice.tell(_there(made, name))
    else:
        voice.tell(_("yp: {file} has no rows below its titles").format(file=name))


def _there(made: _Made, name: str) -> str:
    return plural(
        "yp: {n} record of {file} is there already; nothing of it was written",
        "yp: {n} records of {file} are there already; nothing of them was written",
        made.there,
    ).format(n=made.there, file=name)


def _made(kb: KnowledgeBase, wish: ImportWish, table: ReadTable, voice: Voice) -> _Made:
    """Return the records of the rows. Raises UserError (exit 1 or 4) after telling why not."""
    kind = import_records.KINDS[wish.kind]
    printed = tuple(cell.text for row in table.rows for cell in row.all("code"))
    keys = Keys(kb, kind, printed)
    faults: list[CellFault] = []
    taken: list[CellFault] = []
    new: list[tuple[NewFile, str]] = []
    seen: dict[str, str] = {}
    there = 0
    for row in table.rows:
        draft = import_records.draft(wish.kind, kb, row, keys)
        found = [*draft.faults, *(() if wish.is_draft else (one.fault for one in draft.unclear))]
        if found or not draft.keys:
            faults.extend(found)
            continue
        source = _source(kb, wish, table, row.number)
        try:
            one = write.filed(kind, draft.keys | source | _remarks(kb, draft), _own(kb))
        except UserError as error:
            hint = f" ({error.hint})" if error.hint else ""
            faults.append(CellFault(row.place, error.message + hint))
            continue
        key = one.record.id
        if key in seen:
            told = _("the id {id} is also that of {place}").format(id=key, place=seen[key])
            faults.append(CellFault(row.place, told))
        elif key not in kb.entries:
            new.append((one, row.place))
        elif _is_same(kb.entries[key].record, one.record):
            there += 1
        else:
            told = _("{id} is there already, and is another: {path}").format(
                id=key, path=kb.entries[key].path
            )
            taken.append(CellFault(row.place, told))
        seen[key] = row.place
    _refuse(faults, wish, voice)
    if taken:
        _tell(taken, voice)
        raise UserError(
            _("ids are taken; nothing was written"),
            exit_code=4,
            hint=_("edit those records in their files, or take the rows out of the table"),
        )
    return _Made(tuple(new), there)


def _own(kb: KnowledgeBase) -> Any:
    return kb.agreement.own_words


def _refuse(faults: list[CellFault], wish: ImportWish, voice: Voice) -> None:
    if not faults:
        return
    _tell(faults, voice)
    hint = _("mend them in the table")
    if not wish.is_draft:
        hint = _("mend them in the table, or write with a remark what can be left open: --draft")
    raise UserError(
        plural(
            "{n} thing of {file} is not understood; nothing was written",
            "{n} things of {file} are not understood; nothing was written",
            len(faults),
        ).format(n=len(faults), file=visible(wish.file.name)),
        exit_code=1,
        hint=hint,
    )


def _tell(faults: list[CellFault], voice: Voice) -> None:
    for fault in faults[:_SHOWN]:
        voice.tell(f"{fault.place}: {fault.message}")
    if len(faults) > _SHOWN:
        voice.tell(_("… and {n} more").format(n=len(faults) - _SHOWN))


def _source(kb: KnowledgeBase, wish: ImportWish, table: ReadTable, number: int) -> dict[str, Any]:
    """Return where the record stands: the file without its ending, the sheet, the row.

    A measure stands in what binds nobody, the programme; the rest in what was agreed.
    """
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


def _in_the_words_of_the_data(kb: KnowledgeBase) -> Any:
    return language.speaking(language.spoken(kb.agreement.language))


def _is_same(known: Record, made: Record) -> bool:
    """Tell whether the data has the record as the table gives it, from whichever row."""
    if type(known) is not type(made):
        return False
    ours, theirs = write.plain(known), write.plain(made)
    return ours | {"source": None} == theirs | {"source": None}


def _files(folder: Path, kind: str, made: _Made) -> dict[str, bytes]:
    """Return the bytes of each file that is new or longer, by its path from below `data` on."""
    files = {one.path.removeprefix("data/"): one.raw for one, _place in made.new if one.path}
    items = [one.tree.plain() for one, _place in made.new if not one.path]
    if items:
        record = import_records.KINDS[kind]
        name, key = next(
            (name, key)
            for name, lists in LIST_FILES.items()
            for key in lists
            if lists[key] is record
        )
        path = folder / "data" / name
        raw = FolderSource(folder).read((name,)) if path.exists() else b""
        try:
            files[name] = append.appended(raw, key, items)  # type: ignore[arg-type]
        except UnwritableError as error:
            raise UserError(
                _("nothing can be added to {path} in the form it has; nothing was written").format(
                    path=f"data/{name}"
                ),
                exit_code=4,
                hint=_("write the list '{key}' with a dash before each item").format(key=key),
            ) from error
    return files


def _judge(
    folder: Path,
    files: Mapping[str, bytes],
    made: _Made,
    loaded: Loaded,
    clock: Clock,
    voice: Voice,
) -> None:
    """Refuse (exit 4) records with which the data would have an error; each is told first."""
    after = store.load(OverlaySource(FolderSource(folder), files))
    places = {one.path: place for one, place in made.new if one.path}
    found = [
        CellFault(places.get(one.location.path, one.location.path), one.message)
        for one in opening.errors(after, clock.today(loaded.kb))
        if not one.accepted
    ]
    if found:
        _tell(found, voice)
        raise UserError(
            _("the data would have errors; nothing was written"),
            exit_code=4,
            hint=_("mend them in the table"),
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files; where one cannot be, those before it are taken back."""
    created: list[Path] = []
    try:
        for name, raw in files.items():
            path = folder / "data" / name
            if path.exists():
                atomic.replace(path, raw)
            else:
                atomic.create(folder, f"data/{name}", raw)
                created.append(path)
    except OSError as error:
        _take_back(created)
        raise UserError(
            _("{path} cannot be written: {reason}; nothing was changed").format(
                path=f"data/{name}", reason=error.strerror
            ),
            exit_code=3,
        ) from error
    except BaseException:
        _take_back(created)
        raise


def _take_back(created: list[Path]) -> None:
    for path in created:
        with suppress(OSError):
            path.unlink()
