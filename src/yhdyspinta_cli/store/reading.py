"""What is gathered while the files of a knowledge base are read: records, faults, places."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Route, Severity, quoted
from yhdyspinta_cli.document import Fault, Mapping, Node, Tree, as_it_is, read
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import own_words, walk
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, KINDS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.duties import Personal
from yhdyspinta_cli.model.knowledge_base import DanglingRef, Entry, KnowledgeBase
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import building, cache, given, judging
from yhdyspinta_cli.store.files import DataFile
from yhdyspinta_cli.store.loaded import Loaded, Trees, discreet
from yhdyspinta_cli.store.record_json import Judged

AGREEMENT = "data/agreement.yaml"


class BaseReading:
    """What has been gathered so far."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.texts: dict[str, str] = {}
        self.trees: dict[str, Tree] = {}
        self.faults: list[Diagnostic] = []
        self.entries: dict[str, Entry] = {}
        self.roots: dict[type[Record], Record] = {}
        self.unread: set[str] = set()
        self.unread_kinds: set[str] = set()
        self.dangling: list[DanglingRef] = []
        self.own = own_words.NO_WORDS
        self.judged: dict[str, list[tuple[Route, Record]]] = {}
        """The records of each file that was judged now, and of which not one was refused."""
        self.digests: dict[str, str] = {}
        self.unread_trees: dict[str, Callable[[], bytes | Diagnostic]] = {}
        self.waiting: list[tuple[Tree, set[int]]] | None = []
        """Files met before the agreement, which declares what their words mean; None after it."""

    def fault(self, diagnostic: Diagnostic) -> None:
        self.judged.pop(diagnostic.location.path, None)
        self.faults.append(discreet(diagnostic))

    def hindered(self, diagnostic: Diagnostic) -> None:
        """Take in a file or a folder that could not be had."""
        path = diagnostic.location.path
        self.files.append(path)
        self.fault(diagnostic)
        self.unread_file(path)

    def file(self, path: str, raw: bytes) -> None:
        """Take in a file's bytes."""
        self.files.append(path)
        self.digests[path] = cache.digest(raw)
        tree, faults = read(path, raw)
        for fault in faults:
            self.fault(_placed(path, fault))
        if faults:
            self.texts[path] = as_it_is(raw)
        if tree is None:
            self.unread_file(path)
            return
        self.trees[path] = tree
        troubled = {fault.line for fault in faults if fault.code != "YP022"}
        if path == AGREEMENT:
            self.own = own_words.written(tree.root.plain())
            self.build_waiting()
        if self.waiting is not None:
            self.waiting.append((tree, troubled))
        else:
            self.build(tree, troubled)

    def judged_before(self, file: DataFile, digest: str, records: Judged) -> None:
        """Take in the records of a file that an earlier run has judged, without a fault."""
        self.files.append(file.path)
        self.digests[file.path] = digest
        self.unread_trees[file.path] = file.read
        for route, record in records:
            self.root(record)
            if isinstance(record, Agreement):
                self.own = record.own_words
                self.build_waiting()
            for where, one in walk.records(record, route):
                self.enter(one, file.path, where)

    def build_waiting(self) -> None:
        """Build the records of the files that have waited for the agreement."""
        waiting, self.waiting = self.waiting, None
        for tree, troubled in waiting or ():
            self.build(tree, troubled)

    def build(self, tree: Tree, troubled: set[int]) -> None:
        """Build the records of a file; `troubled` are the lines that have a fault of form."""
        if not tree.faults:
            self.judged[tree.path] = []
        for route, node, kind in self.parts(tree):
            self.record(tree, route, node, kind, troubled)

    def parts(self, tree: Tree) -> Iterator[tuple[Route, Node, type[Record]]]:
        """Yield the records a file holds, each with its route; report keys that hold none."""
        steps = tree.path.split("/")[1:]
        name = steps[-1]
        if len(steps) > 1:
            yield (), tree.root, FOLDERS[steps[0]]
            return
        if name in ROOT_FILES:
            yield (), tree.root, ROOT_FILES[name]
            return
        lists = LIST_FILES[name]
        assert isinstance(tree.root.value, Mapping)
        for key, node in tree.root.value.items.items():
            if key not in lists:
                place = tree.locate((key,), key=True)
                hint = suggestion.hint(suggestion.nearest(key, lists))
                if not hint:
                    hint = _("the keys known here are: {keys}").format(keys=", ".join(lists))
                message = _("unknown key {name}").format(name=quoted(key))
                self.fault(Diagnostic(place, "YP101", Severity.ERROR, message, hint))
            elif node.value is None:
                continue
            elif not isinstance(node.value, list):
                message = _("{name} must be {expected}, but it is {found}").format(
                    name=quoted(key), expected=_("a list"), found=given.found_words(node.plain())
                )
                self.fault(Diagnostic(tree.locate((key,)), "YP103", Severity.ERROR, message))
                self.unread_kinds.update(walk.kinds_inside(lists[key]))
            else:
                for number, item in enumerate(node.value):
                    yield (key, number), item, lists[key]

    def record(
        self, tree: Tree, route: Route, node: Node, kind: type[Record], troubled: set[int]
    ) -> None:
        built = building.build_record(tree, route, node.plain(), kind, self.own)
        if isinstance(built, list):
            self.judged.pop(tree.path, None)
            for diagnostic in built:
                # A fault of form on the same line says it better; two are one too many.
                if diagnostic.code == "YP102" or diagnostic.location.line not in troubled:
                    self.fault(diagnostic)
            self.unread.update(_ids(node))
            self.dangling.extend(
                DanglingRef(tree.path, (*route, *below), key, ref.kinds)
                for below, key, ref in walk.written_references(kind, node.plain())
                if not ref.or_text
            )
            steps = tree.path.split("/")
            if len(steps) > 2:
                self.unread.add(steps[-1].removesuffix(".yaml"))
            if kind is Agreement:
                self.unread_kinds.update(walk.kinds_inside(kind))
            return
        if tree.path in self.judged:
            self.judged[tree.path].append((route, built))
        self.name_of_file(tree, built)
        self.root(built)
        for where, record in walk.records(built, route):
            self.enter(record, tree.path, where)

    def root(self, record: Record) -> None:
        if isinstance(record, (Agreement, Programme, Personal)):
            self.roots[type(record)] = record

    def name_of_file(self, tree: Tree, record: Record) -> None:
        steps = tree.path.split("/")[1:]
        if len(steps) < 2:
            return
        name = steps[-1].removesuffix(".yaml")
        if name != record.id:
            message = _("the id {id} is not the file's name {name}").format(
                id=quoted(record.id), name=quoted(name)
            )
            hint = _("an id is for ever: rename the file, not the record")
            if f"{record.id}.yaml" in (Path(path).name for path in self.trees):
                hint = _("a copy of another record needs an id of its own: {name}").format(
                    name=quoted(name)
                )
            self.fault(Diagnostic(tree.locate(("id",)), "YP109", Severity.ERROR, message, hint))
        moment = getattr(record, "on", None)
        if steps[0] in BY_YEAR and moment is not None and str(moment.first.year) != steps[1]:
            message = _("the day {day} does not belong to the folder of {year}").format(
                day=quoted(str(moment)), year=steps[1]
            )
            hint = _("move the file to the folder of its year")
            self.fault(Diagnostic(tree.locate(("on",)), "YP109", Severity.ERROR, message, hint))

    def enter(self, record: Record, path: str, route: Route) -> None:
        first = self.entries.get(record.id)
        if first is None:
            self.entries[record.id] = Entry(record, path, route)
            return
        trees = self.all_trees()
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
                _("give one of the two another id"),
                related=(place,),
            )
        )

    def all_trees(self) -> Trees:
        return Trees(self.trees, self.unread_trees)

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
        self.build_waiting()
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
        )
        faults = tuple(sorted(self.faults, key=lambda diagnostic: diagnostic.order))
        told = "".join(f"{path}\0{digest}\n" for path, digest in sorted(self.digests.items()))
        return Loaded(
            root,
            kb,
            self.all_trees(),
            faults,
            hashlib.sha256(told.encode()).hexdigest(),
            tuple(self.files),
            self.texts,
        )


def _placed(path: str, fault: Fault) -> Diagnostic:
    related = (Location(path, fault.related_line),) if fault.related_line else ()
    place = Location(path, fault.line, fault.column, fault.end_column)
    hint = fault.hint
    lists = LIST_FILES.get(path.removeprefix("data/"), {})
    if fault.code == "YP035" and lists:
        hint = _("begin with a line such as '{key}:', the list below it").format(
            key=next(iter(lists))
        )
    return Diagnostic(place, fault.code, Severity.ERROR, fault.message, hint, related=related)


def _ids(node: Node) -> Iterator[str]:
    """Yield every id below a node that could not become a record."""
    if isinstance(node.value, Mapping):
        for key, child in node.value.items.items():
            if key == "id" and isinstance(child.value, str):
                yield child.value
            else:
                yield from _ids(child)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _ids(child)


def _stand_in() -> Agreement:
    """Return an agreement that says nothing, for rules over the files that could be read."""
    return judging.judged(
        Agreement,
        {
            "id": "unread",
            "format": 1,
            "language": "fi",
            "title": "?",
            "region": "?",
            "organisation": {"name": "?"},
            "documents": [],
            "validity": {"start": "1900-01-01"},
            "purpose": "?",
        },
    )
