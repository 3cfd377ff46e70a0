"""What is gathered while the files of a knowledge base are gone through: records and faults."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli.diagnostic import Diagnostic, Route, Severity, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Agreement, Organisation, Validity
from yhdyspinta_cli.model.catalogue import FOLDERS, KINDS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.doubts import Doubt
from yhdyspinta_cli.model.knowledge_base import DanglingRef, Entry, KnowledgeBase
from yhdyspinta_cli.model.obligations import Personal
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import file_names
from yhdyspinta_cli.store.files import DataFile, KnownFile
from yhdyspinta_cli.store.loaded import Loaded
from yhdyspinta_cli.store.record_json import Judged
from yhdyspinta_cli.store.trees import Trees, discreet

if TYPE_CHECKING:
    from yhdyspinta_cli.document.tree import Tree

AGREEMENT = "data/agreement.yaml"


class Gathered:
    """What has been gathered so far."""

    def __init__(self, found: Sequence[DataFile | KnownFile | Diagnostic] = ()) -> None:
        self.found = found
        self.files: list[str] = []
        self.texts: dict[str, str] = {}
        self.trees: dict[str, Tree] = {}
        self.faults: list[Diagnostic] = []
        self.entries: dict[str, Entry] = {}
        self.roots: dict[type[Record], Record] = {}
        self.unread: set[str] = set()
        self.unread_kinds: set[str] = set()
        self.dangling: list[DanglingRef] = []
        self.doubts: list[Doubt] = []
        self.judged: dict[str, list[tuple[Route, Record]]] = {}
        """The records of each file that was judged now, and of which not one was refused.

        A file with a doubt is not among them: the next run would not see what its bytes show.
        """
        self.digests: dict[str, str] = {}
        self.unread_trees: dict[str, Callable[[], bytes | Diagnostic]] = {}
        self.were_read = False
        """True where a file was read: not all were known from an earlier run."""
        self.own = NO_WORDS
        self.waiting: list[Callable[[], None]] | None = []
        """What is done once the agreement has said what words mean; None after it has."""

    def fault(self, diagnostic: Diagnostic) -> None:
        """Take in a fault; the records of its file are not kept for another run."""
        self.judged.pop(diagnostic.location.path, None)
        self.faults.append(discreet(diagnostic))

    def hindered(self, diagnostic: Diagnostic) -> None:
        """Take in a file or a folder that could not be had."""
        path = diagnostic.location.path
        self.files.append(path)
        self.fault(diagnostic)
        self.unread_file(path)

    def has(self, path: str) -> bool:
        """True where the knowledge base has a file of this path, read or not yet."""
        return any(
            (one.location.path if isinstance(one, Diagnostic) else one.path) == path
            for one in self.found
        )

    def judged_before(self, file: DataFile | KnownFile, digest: str, records: Judged) -> None:
        """Take in the records of a file that an earlier run has judged, without a fault."""
        self.files.append(file.path)
        self.digests[file.path] = digest
        self.unread_trees[file.path] = file.read
        for route, record in records:
            if isinstance(record, Agreement):
                self.words_mean(record.own_words)
            self.take(record, file.path, route)

    def let_go(self, file: DataFile | KnownFile) -> None:
        """Let go of the tree of a file that has no fault: what needs a place in it reads it again.

        The bytes of 10,000 measures are 17 MiB, and next to none of them is looked at again.
        """
        if file.path in self.judged and self.waiting is None:
            del self.trees[file.path]
            self.unread_trees[file.path] = file.read

    def words_mean(self, own: OwnWords) -> None:
        """Do what has waited for the agreement, now that it is known what words mean."""
        self.own = own
        waiting, self.waiting = self.waiting, None
        for build in waiting or ():
            build()

    def take(self, record: Record, path: str, route: Route) -> None:
        """Take in a record of a file and all that stand inside it."""
        if isinstance(record, (Agreement, Programme, Personal)):
            self.roots[type(record)] = record
        if not walk.may_hold_records(type(record)):
            # Most are reports: ten thousand of them hold nothing to be looked for.
            self._enter(record, path, route)
            return
        for where, one in walk.records(record, route):
            self._enter(one, path, where)

    def _enter(self, record: Record, path: str, route: Route) -> None:
        first = self.entries.get(record.id)
        if first is None:
            self.entries[record.id] = Entry(record, path, route)
            return
        trees = self._trees()
        place = trees[first.path].locate((*first.route, "id"))
        message = _("the id {id} is already used in {path}, line {line}").format(
            id=quoted(record.id), path=place.path, line=place.line
        )
        self.fault(
            Diagnostic(
                trees[path].locate((*route, "id")),
                "YP110",
                Severity.ERROR,
                message,
                _twice(path, first.path),
                related=(place,),
            )
        )

    def _trees(self) -> Trees:
        return Trees(self.trees, self.unread_trees, were_read=self.were_read)

    def unread_file(self, path: str) -> None:
        """Remember what a file that has no tree may have held."""
        steps = path.split("/")[1:]
        if not steps:
            self.unread_kinds.update(kind.word for kind in KINDS)
            return
        name = steps[-1]
        if steps[0] in FOLDERS:
            self.unread.add(name.rpartition(".")[0] or name)
            self.unread_kinds.update(
                walk.kinds_inside(FOLDERS[steps[0]]) - {FOLDERS[steps[0]].kind}
            )
            if len(steps) == 1 or "." not in name:
                self.unread_kinds.add(FOLDERS[steps[0]].kind)
        for kind in (ROOT_FILES.get(name), *LIST_FILES.get(name, {}).values()):
            if kind is not None:
                self.unread_kinds.update(walk.kinds_inside(kind))

    def result(self, root: Path) -> Loaded:
        """Return what was read; no file comes after it."""
        if self.waiting is not None:
            self.words_mean(NO_WORDS)
        agreement = self.roots.get(Agreement)
        programme = self.roots.get(Programme)
        personal = self.roots.get(Personal)
        if not isinstance(agreement, Agreement):
            agreement = _stand_in()
            self.unread_kinds.update(walk.kinds_inside(Agreement))
        if programme is None and "data/programme.yaml" in self.files:
            self.unread_kinds.update(walk.kinds_inside(Programme))
        kb = KnowledgeBase(
            agreement=agreement,
            programme=programme if isinstance(programme, Programme) else None,
            entries=self.entries,
            personal=personal if isinstance(personal, Personal) else None,
            unread=frozenset(self.unread),
            unread_kinds=frozenset(self.unread_kinds),
            dangling=tuple(self.dangling),
            doubts=tuple(self.doubts),
        )
        faults = tuple(sorted(self.faults, key=lambda diagnostic: diagnostic.order))
        return Loaded(
            root,
            kb,
            self._trees(),
            faults,
            self.digests,
            tuple(self.files),
            self.texts,
        )


def _twice(path: str, other: str) -> str:
    """Return what to do where two files have a record of one id."""
    for copy, original in ((path, other), (other, path)):
        name = original.rpartition("/")[2]
        if file_names.copied(copy.rpartition("/")[2], (name,)):
            return f"{copy}: {file_names.copy_hint(name)}"
    return _("give one of the two another id")


def _stand_in() -> Agreement:
    """Return an agreement that says nothing, for rules over the files that could be read."""
    return Agreement(
        id="unread",
        format=1,
        language="fi",
        title="?",
        region="?",
        organisation=Organisation(name="?"),
        documents=(),
        validity=Validity(start=date(1900, 1, 1)),
        purpose="?",
    )
