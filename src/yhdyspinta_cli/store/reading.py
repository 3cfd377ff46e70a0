"""A file's bytes -> its records and its faults, into what is gathered.

It is imported with the first file that is to be judged: none is, where an earlier run judged all.
"""

from collections.abc import Iterator
from functools import partial

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Route, Severity, quoted
from yhdyspinta_cli.document.decoding import as_it_is
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.tree import Fault, Tree
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import own_words, unshaped, walk
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.catalogue import (
    BY_YEAR,
    FOLDERS,
    LIST_FILES,
    ROOT_FILES,
    year_of,
)
from yhdyspinta_cli.model.knowledge_base import DanglingRef
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.store import building, cache, doubts, file_names, given
from yhdyspinta_cli.store.gathered import AGREEMENT, Gathered


def take(gathered: Gathered, path: str, raw: bytes) -> None:
    """Read and judge a file's bytes into what is gathered."""
    gathered.files.append(path)
    gathered.were_read = True
    gathered.digests[path] = cache.digest(raw)
    tree, faults = read(path, raw)
    for fault in faults:
        gathered.fault(placed(path, fault))
    if faults:
        gathered.texts[path] = as_it_is(raw)
    if tree is None:
        gathered.unread_file(path)
        return
    gathered.trees[path] = tree
    if not faults:
        gathered.doubts.extend(doubts.of(path, raw, tree))
    troubled = {fault.line for fault in faults if fault.code != "YP022"}
    if path == AGREEMENT:
        gathered.words_mean(own_words.written(tree.plain()))
    if gathered.waiting is not None:
        gathered.waiting.append(partial(_build, gathered, tree, troubled))
    else:
        _build(gathered, tree, troubled)


def _build(gathered: Gathered, tree: Tree, troubled: set[int]) -> None:
    """Build the records of a file; `troubled` are the lines that have a fault of form."""
    is_doubtful = bool(gathered.doubts) and gathered.doubts[-1].path == tree.path
    if not tree.faults and not is_doubtful:
        gathered.judged[tree.path] = []
    for route, keys, kind in _parts(gathered, tree):
        _record(gathered, tree, route, keys, kind, troubled)


def _parts(gathered: Gathered, tree: Tree) -> Iterator[tuple[Route, object, type[Record]]]:
    """Yield the records a file holds, each with its route; report keys that hold none."""
    steps = tree.path.split("/")[1:]
    name = steps[-1]
    if len(steps) > 1:
        yield (), tree.plain(), FOLDERS[steps[0]]
        return
    if name in ROOT_FILES:
        yield (), tree.plain(), ROOT_FILES[name]
        return
    lists = LIST_FILES[name]
    values = tree.plain()
    assert isinstance(values, dict)
    for key, value in values.items():
        if key not in lists:
            place = tree.locate((key,), key=True)
            hint = suggestion.hint(suggestion.nearest(key, lists))
            if not hint:
                hint = _("the keys known here are: {keys}").format(keys=", ".join(lists))
            message = _("unknown key {name}").format(name=quoted(key))
            gathered.fault(Diagnostic(place, "YP101", Severity.ERROR, message, hint))
        elif value is None:
            continue
        elif not isinstance(value, list):
            message = _("{name} must be {expected}, but it is {found}").format(
                name=quoted(key), expected=_("a list"), found=given.found_words(value)
            )
            gathered.fault(Diagnostic(tree.locate((key,)), "YP103", Severity.ERROR, message))
            gathered.unread_kinds.update(walk.kinds_inside(lists[key]))
        else:
            for number, item in enumerate(value):
                yield (key, number), item, lists[key]


def _record(
    gathered: Gathered,
    tree: Tree,
    route: Route,
    keys: object,
    kind: type[Record],
    troubled: set[int],
) -> None:
    built = building.build_record(tree, route, keys, kind, gathered.own)
    if isinstance(built, list):
        gathered.judged.pop(tree.path, None)
        for diagnostic in built:
            # A fault of form on the same line says it better; two are one too many.
            if diagnostic.code == "YP102" or diagnostic.location.line not in troubled:
                gathered.fault(diagnostic)
        gathered.unread.update(_ids(keys))
        gathered.dangling.extend(
            DanglingRef(tree.path, (*route, *below), key, ref.kinds)
            for below, key, ref in unshaped.references(kind, keys)
            if not ref.or_text
        )
        steps = tree.path.split("/")
        if len(steps) > 2:
            gathered.unread.add(steps[-1].removesuffix(".yaml"))
        if kind is Agreement:
            gathered.unread_kinds.update(walk.kinds_inside(kind))
        return
    if tree.path in gathered.judged:
        gathered.judged[tree.path].append((route, built))
    _judge_name(gathered, tree, built)
    gathered.take(built, tree.path, route)


def _judge_name(gathered: Gathered, tree: Tree, record: Record) -> None:
    steps = tree.path.split("/")[1:]
    if len(steps) < 2:
        return
    name = steps[-1].removesuffix(".yaml")
    if name != record.id:
        message = _("the id {id} is not the file's name {name}").format(
            id=quoted(record.id), name=quoted(name)
        )
        hint = _("an id is for ever: rename the file, not the record")
        original = f"{record.id}.yaml"
        is_there = gathered.has("/".join(("data", *steps[:-1], original)))
        if is_there and file_names.copied(steps[-1], (original,)):
            hint = file_names.copy_hint(original)
        elif is_there:
            hint = _("a copy of another record needs an id of its own: {name}").format(
                name=quoted(name)
            )
        gathered.fault(Diagnostic(tree.locate(("id",)), "YP109", Severity.ERROR, message, hint))
    year = year_of(record) if steps[0] in BY_YEAR else None
    if year is not None and str(year) != steps[1]:
        key = "year" if isinstance(record, Round) else "on"
        message = _("the day {day} does not belong to the folder of {year}")
        if isinstance(record, Round):
            message = _("the year {day} does not belong to the folder of {year}")
        message = message.format(day=quoted(str(getattr(record, key))), year=steps[1])
        hint = _("move the file to the folder of its year")
        gathered.fault(Diagnostic(tree.locate((key,)), "YP109", Severity.ERROR, message, hint))


def placed(path: str, fault: Fault) -> Diagnostic:
    """Return a fault of one file as it is told: at its place, with the hint that fits the file."""
    related = (Location(path, fault.related_line),) if fault.related_line else ()
    place = Location(path, fault.line, fault.column, fault.end_column)
    hint = fault.hint
    lists = LIST_FILES.get(path.removeprefix("data/"), {})
    if fault.code == "YP035" and lists:
        hint = _("begin with a line such as '{key}:', the list below it").format(
            key=next(iter(lists))
        )
    return Diagnostic(place, fault.code, Severity.ERROR, fault.message, hint, related=related)


def _ids(value: object) -> Iterator[str]:
    """Yield every id below what could not become a record."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key == "id" and isinstance(child, str):
                yield child
            else:
                yield from _ids(child)
    elif isinstance(value, list):
        for child in value:
            yield from _ids(child)
