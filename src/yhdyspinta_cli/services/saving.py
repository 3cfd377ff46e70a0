"""The one way in which every command saves a new record.

`save` is the contract for whoever adds a kind of record: it loads sound data, lets the command
make the record, and writes it as a file of its own, under the lock, checked before and after.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import Finding, Severity, UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import commit
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.services import admitting, opening, repeating
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, atomic, lock, write
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.write import NewFile

R = TypeVar("R", bound=Record)


def _nothing() -> None:
    """Do nothing before a record is written."""


def save(
    where: Where,
    make: Callable[[KnowledgeBase], R],
    *,
    is_committed: bool,
    is_tried_only: bool,
    clock: Clock,
    message: Callable[[KnowledgeBase, R], str],
    voice: Voice,
    before: Callable[[], None] = _nothing,
) -> None:
    """Save the record that `make` builds from the loaded data; its path is the answer.

    `make` gets sound data (never the packaged copy) and returns a record of a kind that can be new
    (`checks.around.New`) whose id does not matter: the record gets its id and its file name here.
    `message` makes the first line of the commit from the record, where it is to be committed. Where
    it `is_tried_only` nothing is written and the file's text is the answer. `before` is done under
    the lock, once nothing refuses the record: what it tells of then stands before it.

    Raises UserError: exit 3 for a fault of the environment, 4 where the data or git refuses
    (nothing written), 5 where the record is saved but not committed; the message says which
    state stands.
    """
    loaded = opening.open_valid(where, voice, clock.today, exit_code=4, packaged=False)
    today = clock.today(loaded.kb)
    made = make(loaded.kb)
    new = write.finished(made, clock.recorded(loaded.kb), loaded.kb.agreement.own_words)
    _refuse_future(new.record, today)
    warnings = _judge(loaded, new, today)
    # One who has ended may stand in two fields of a record: one warning tells it.
    told = dict.fromkeys((one.message, one.hint) for one in warnings)
    if isinstance(new.record, Correctable) and (again := repeating.told(loaded.kb, new.record)):
        told[again] = None
    for warning, hint in told:
        voice.tell(_("yp: warning: {message}").format(message=warning))
        if hint:
            voice.tell("    " + hint)
    shown = opening.prefix(loaded.root, where.here) + new.path
    if is_tried_only:
        if is_committed:
            commit.ready(loaded.root, (new.path,), _named(loaded, new))
        voice.tell(_("yp: {path} would be written; nothing was").format(path=shown))
        voice.out(new.tree.text)
        return
    assert isinstance(new.record, type(made))
    words = message(loaded.kb, new.record) if is_committed else None
    _Saving(where, loaded, new, today, shown, words, voice, before).run()


def _named(loaded: Loaded, new: NewFile) -> list[str]:
    """Return the files of the records that the new one names."""
    entries = loaded.kb.entries
    return [
        entries[key].path for _route, key, _ref in walk.references(new.record) if key in entries
    ]


@frozen
class _Saving:
    """One new file on its way: `shown` is its path for the reader, `words` those of the commit.

    Without `words` it is not committed. `opened` is the data among which it was judged.
    """

    where: Where
    opened: Loaded
    new: NewFile
    today: date
    shown: str
    words: str | None
    voice: Voice
    before: Callable[[], None]

    @property
    def root(self) -> Path:
        """The folder of the knowledge base."""
        return self.opened.root

    def run(self) -> None:
        """Write the file under the lock, and commit it where it is to be."""
        try:
            with lock.locked(self.root):
                loaded = self._as_it_stands()
                if self.words is not None:
                    commit.ready(self.root, (self.new.path,), _named(loaded, self.new))
                self._sweep()
                self.before()
                confirmed = atomic.create(self.root, self.new.path, self.new.raw)
                try:
                    self._tell_saved(confirmed=confirmed)
                    if self.words is not None:
                        self._commit(self.words)
                except Exception as error:
                    raise self._stands_all_the_same(error) from error
                finally:
                    self._give_path()
        except (KeyboardInterrupt, SystemExit):
            self._tell_interrupted()
            raise

    def _as_it_stands(self) -> Loaded:
        """Return the data; where another has written since it was opened, judge both anew."""
        if self.opened.seen.is_still(FolderSource(self.root)):
            return self.opened
        loaded = store.load(self.root, cache=self.where.kept(self.root))
        if loaded.digest != self.opened.digest:
            opening.refuse_errors(opening.errors(loaded, self.today), exit_code=4)
            _judge(loaded, self.new, self.today)
        return loaded

    def _tell(self, message: str) -> None:
        self.voice.tell(message.format(path=self.shown))

    def _sweep(self) -> None:
        swept = atomic.sweep(self.root / "data")
        if swept:
            self.voice.tell(
                plural(
                    "yp: deleted {n} temporary file of a broken run",
                    "yp: deleted {n} temporary files of broken runs",
                    swept,
                )
            )

    def _tell_saved(self, *, confirmed: bool) -> None:
        if confirmed:
            self._tell(_("yp: saved {path}"))
        else:
            self._tell(_("yp: saved {path}, but the disk did not confirm that it is safe"))

    def _commit(self, words: str) -> None:
        """Commit the file; where a hook or filter has changed it, judge it once more (exit 1)."""
        if commit.commit(self.root, (self.new.path,), words):
            self._tell(_("yp: committed {path}"))
            return
        self._tell(_("yp: committed {path}, changed on its way by a hook or filter of git"))
        for found in opening.errors(
            store.load(self.root, cache=self.where.kept(self.root)), self.today
        ):
            if found.location.path == self.new.path:
                raise UserError(
                    _("what was committed has an error: {message}").format(message=found.message),
                    exit_code=1,
                    hint=_("run 'yp validate'"),
                )

    def _stands_all_the_same(self, error: Exception) -> Exception:
        """Return what to raise where something failed after the writing: exit 5, in words.

        An error that tells already what stands is returned as it is.
        """
        told = isinstance(error, UserError) and error.exit_code in (1, 5)
        if told or not (self.root / self.new.path).exists():
            return error
        if isinstance(error, UserError):
            reason = error.message
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
        else:
            reason = f"{type(error).__name__}: {error}"
        message = {
            True: _("{path} is saved and committed, but the commit could not be checked: {reason}"),
            False: _("{path} is saved, but not committed: {reason}"),
            None: _("{path} is saved; whether it is committed could not be asked: {reason}"),
        }[self._is_committed()]
        return UserError(
            message.format(path=self.shown, reason=reason),
            exit_code=5,
            hint=_("'git status' tells what stands"),
        )

    def _is_committed(self) -> bool | None:
        """Return whether git has the file, None where git cannot be asked."""
        try:
            return commit.is_committed(self.root, self.new.path)
        except (UserError, OSError):
            return None

    def _give_path(self) -> None:
        """Answer with the path; where nobody can get it, the file is saved all the same."""
        try:
            self.voice.out(self.shown + "\n")
        except OSError as error:
            self.voice.tell(
                _("yp: the path could not be printed: {reason}").format(reason=error.strerror)
            )

    def _tell_interrupted(self) -> None:
        if not atomic.stands(self.root, self.new.path, self.new.raw):
            self._tell(_("yp: interrupted; nothing was written"))
        elif self.words is None:
            self._tell(_("yp: interrupted; {path} is saved"))
        elif (committed := self._is_committed()) is None:
            self._tell(_("yp: interrupted; {path} is saved, perhaps committed"))
        elif committed:
            self._tell(_("yp: interrupted; {path} is saved and committed"))
        else:
            self._tell(_("yp: interrupted; {path} is saved, but not committed"))


def _refuse_future(record: Record, today: date) -> None:
    moment = getattr(record, "on", None)
    last = moment.last if isinstance(moment, Moment) else moment
    if last is not None and last > today:
        raise UserError(
            _("{day} is not over yet: the future is not recorded").format(day=quoted(str(moment))),
            hint=_("a year or a month counts from its last day; give a day that has been"),
        )


def _judge(loaded: Loaded, new: NewFile, today: date) -> list[Finding]:
    """Refuse (exit 4) a new record that brings an error into the data; return its warnings."""
    brought = [one for one in admitting.brought(loaded, (new,), today) if not one.accepted]
    for found in brought:
        if found.severity is Severity.ERROR:
            raise UserError(
                _("{message}; nothing was written").format(message=found.message),
                exit_code=4,
                hint=found.hint,
            )
    return [found for found in brought if found.severity is Severity.WARNING]
