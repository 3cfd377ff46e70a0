"""One new record from what is given for it, in its file or at the end of its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from yhdyspinta_cli import store
from yhdyspinta_cli.checks import collectives
from yhdyspinta_cli.checks import run as checks
from yhdyspinta_cli.diagnostic import Finding, Severity, UserError, quoted
from yhdyspinta_cli.facts import rosters
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.services import (
    adding,
    import_making,
    new_comments,
    new_records,
    new_together,
    opening,
)
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.import_table import TableFault
from yhdyspinta_cli.services.new_records import GivenValues
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, atomic, lock, write
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource
from yhdyspinta_cli.store.write import NewFile


def opened(where: Where, clock: Clock, voice: Voice) -> Loaded:
    """Return the data that a record is to be added to; UserError as `opening.open_valid`."""
    return opening.open_valid(where, voice, clock.today, exit_code=4, packaged=False)


def faults(loaded: Loaded, kind: str, given: GivenValues, option: str) -> tuple[str, ...]:
    """Return what cannot be understood of what one option gives."""
    draft = new_records.draft(kind, loaded.kb, given)
    apart = new_together.faults(kind, draft)
    found = (*draft.faults, *(one.fault for one in draft.unclear), *apart)
    return tuple(one.message for one in found if one.place == option)


def run(
    where: Where,
    kind: str,
    given: GivenValues,
    *,
    is_tried_only: bool,
    clock: Clock,
    voice: Voice,
) -> None:
    """Write the record; the path of its file is the answer, or its text where it is tried only.

    Raises UserError, nothing being written: exit 1 where something is not understood, 2 where the
    record would be none, 3 where the disk refuses, 4 where its id or code is taken or the data
    would have an error.
    """
    folder, _packaged = opening.find(where, packaged=False)
    if is_tried_only:
        _Making(where, folder, kind, given, clock, voice).show()
        return
    with lock.locked(folder):
        _Making(where, folder, kind, given, clock, voice).write()


@dataclass
class _Making:
    where: Where
    folder: Path
    kind: str
    given: GivenValues
    clock: Clock
    voice: Voice

    def __post_init__(self) -> None:
        self.loaded = opened(self.where, self.clock, self.voice)
        self.new = self._record()
        self.files = self._files()
        for one in judged(self.loaded, self.folder, self.files, self.clock, self.voice):
            self.voice.tell(_("yp: warning: {message}").format(message=one.message))
            if one.hint:
                self.voice.tell("    " + one.hint)

    @property
    def _path(self) -> str:
        (name,) = self.files
        return f"{opening.prefix(self.folder, self.where.here)}data/{name}"

    def show(self) -> None:
        self.voice.tell(_("yp: {path} would be written; nothing was").format(path=self._path))
        (raw,) = self.files.values()
        self.voice.out(raw.decode())

    def write(self) -> None:
        atomic.sweep(self.folder / "data")
        adding.write(self.folder, self.files)
        self.voice.out(self._path + "\n")
        record = self.new.record
        self.voice.tell(
            _("yp: {id} is written: {name}").format(
                id=getattr(record, "code", None) if self.kind == "measure" else record.id,
                name=record.name_shown,
            )
        )
        if isinstance(record, Party):
            self._tell_lists(record)

    def _tell_lists(self, party: Party) -> None:
        """Tell which collectives list others of a new party's type: it may belong there, too."""
        for collective, count in rosters.without(self.loaded.kb, party):
            told = plural(
                "yp: {name} lists {n} other of this type, and not {id}; to add it:",
                "yp: {name} lists {n} others of this type, and not {id}; to add it:",
                count,
            )
            name = quoted(collective.name)
            self.voice.tell(told.format(name=name, n=count, id=party.id))
            self.voice.tell("    " + collectives.joining(collective, party))

    def _record(self) -> NewFile:
        kb = self.loaded.kb
        draft = new_records.draft(self.kind, kb, self.given)
        found = [*draft.faults, *(one.fault for one in draft.unclear)]
        if found:
            for one in found:
                told = f"{one.place}: {one.message}" if one.place else one.message
                self.voice.tell(f"yp: {told}")
            raise UserError(_("this is not understood; nothing was written"), exit_code=1)
        for one in new_together.faults(self.kind, draft):
            raise UserError(_("{message}; nothing was written").format(message=one.message))
        new = write.filed(new_records.KINDS[self.kind], draft.keys, kb.agreement.own_words)
        key = new.record.id
        if key in kb.entries:
            raise UserError(
                _("{id} is there already: {path}; nothing was written").format(
                    id=key, path=kb.entries[key].path
                ),
                exit_code=4,
                hint=_("edit it there, or give the new one another id: --id"),
            )
        return new

    def _files(self) -> dict[str, bytes]:
        kind = new_records.KINDS[self.kind]
        files = adding.files(self.folder, kind, (self.new,))
        ((name, raw),) = files.items()
        base: tuple[str | int, ...] = ()
        if not self.new.path:
            _file, key = adding.list_of(kind)
            base = (key, self._number(name, raw, key))
        own = self.loaded.kb.agreement.own_words
        return {name: new_comments.commented(raw, self.new.record, base, own)}

    @staticmethod
    def _number(name: str, raw: bytes, key: str) -> int:
        from yhdyspinta_cli.document.reader import read

        tree, _faults = read(name, raw)
        plain = tree.plain() if tree is not None else None
        return len(plain[key]) - 1 if isinstance(plain, dict) else 0


def judged(
    loaded: Loaded, folder: Path, files: Mapping[str, bytes], clock: Clock, voice: Voice
) -> list[Finding]:
    """Refuse (exit 4) files that bring an error into the data; return the warnings they bring."""
    after = store.load(OverlaySource(FolderSource(folder), files))
    today = clock.today(loaded.kb)
    errors = [one for one in opening.errors(after, today) if not one.accepted]
    if errors:
        faults = [TableFault(one.location.path, one.message) for one in errors]
        import_making.tell(faults, voice)
        raise UserError(_("the data would have errors; nothing was written"), exit_code=4)
    known = {(one.code, one.path, one.message) for one in checks.run(loaded.kb, today)}
    return [
        one
        for one in checks.run(after.kb, today)
        if one.severity is Severity.WARNING
        and not one.accepted
        and (one.code, one.path, one.message) not in known
    ]
