"""From a table of others to records in the data: all that it gives, or nothing.

`run` reads the table, makes a record of each row, judges the data as it will be with all of them,
and writes. What cannot be understood is told by its cell, and then nothing is written.
"""

from collections.abc import Mapping
from pathlib import Path

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.exchange import tables
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.record import shortened
from yhdyspinta_cli.services import adding, import_making, import_records, import_table, opening
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.import_making import ImportWish, MadeRecords
from yhdyspinta_cli.services.import_table import ReadTable, TableFault
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, lock
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource


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
    assert wish.file is not None
    name = wish.name
    book = tables.read(wish.file)
    table = import_table.of(book, wish.kind, name, sheet=wish.sheet, mapped=wish.mapped)
    for title in table.unread:
        voice.tell(_("yp: the column {title} is not taken").format(title=quoted(title)))
    made = import_making.made(loaded.kb, wish, table, voice)
    if wish.kind == "measure":
        _tell_without_goal(table, voice)
    if not made.new:
        _tell_nothing_new(made, name, voice)
        return
    new = [one for one, _place in made.new]
    files = adding.files(folder, import_records.KINDS[wish.kind], new)
    _judge(folder, files, made, loaded, clock, voice)
    prefix = opening.prefix(folder, where.here)
    if wish.is_tried_only:
        for path, raw in files.items():
            shown = f"{prefix}data/{path}"
            voice.tell(_("yp: {path} would be written; nothing was").format(path=shown))
            voice.out(f"# {shown}\n{raw.decode()}")
        return
    adding.write(folder, files)
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


def _tell_nothing_new(made: MadeRecords, name: str, voice: Voice) -> None:
    if made.there:
        voice.tell(_there(made, name))
    else:
        voice.tell(_("yp: {file} has no rows below its titles").format(file=name))


def _there(made: MadeRecords, name: str) -> str:
    return plural(
        "yp: {n} record of {file} is there already; nothing of it was written",
        "yp: {n} records of {file} are there already; nothing of them was written",
        made.there,
    ).format(n=made.there, file=name)


def _tell_without_goal(table: ReadTable, voice: Voice) -> None:
    """Tell of the rows beside which no goal stands, where others have one: it is not guessed."""
    without = [str(row.number) for row in table.rows if row.one("goal") is None]
    if without and len(without) < len(table.rows):
        rows = ", ".join(without)
        voice.tell(_("yp: no goal stands in these rows: {rows}").format(rows=shortened(rows)))
        voice.tell("    " + _("a goal printed once holds for all rows of a merged cell, no others"))


def _judge(
    folder: Path,
    files: Mapping[str, bytes],
    made: MadeRecords,
    loaded: Loaded,
    clock: Clock,
    voice: Voice,
) -> None:
    """Refuse (exit 4) records with which the data would have an error; each is told first."""
    after = store.load(OverlaySource(FolderSource(folder), files))
    places = {one.path: place for one, place in made.new if one.path}
    found = [
        TableFault(places.get(one.location.path, one.location.path), one.message)
        for one in opening.errors(after, clock.today(loaded.kb))
        if not one.accepted
    ]
    if found:
        import_making.tell(found, voice)
        raise UserError(
            _("the data would have errors; nothing was written"),
            exit_code=4,
            hint=_("mend them in the table"),
        )
