"""The files of a knowledge base in their canonical layout: which are not, and writing those anew.

What was recorded (updates, events, values, rounds) is created and never edited: it stays as it is.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import Diagnostic, quoted
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_YEAR
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import atomic, canonical, files
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.source import MemorySource, UnreadableError
from yhdyspinta_cli.store.trees import PERSONAL, discreet

_AGREEMENT = "data/agreement.yaml"
_RECORDED = tuple(f"data/{name}/" for name in BY_YEAR)


@frozen
class Relaid:
    """A file that is not in the canonical layout: its path, its bytes, and those it would have."""

    path: str
    old: bytes
    new: bytes


@frozen
class Layouts:
    """What was found: the files to be laid out anew, and how many are as they should be.

    `faults` are what the reader refuses; the files of `unfaithful` would not be read as they are
    now, and no such file is written.
    """

    relaid: tuple[Relaid, ...]
    faults: tuple[Diagnostic, ...]
    unfaithful: tuple[str, ...]
    as_they_should_be: int


def look(root: Path, is_meant: Callable[[str], bool], *, personal: bool) -> Layouts:
    """Return how the files that are meant (by their paths from ``data/`` on) are laid out.

    The file of people's names is opened only where `personal` asks for it.
    """
    relaid: list[Relaid] = []
    faults: list[Diagnostic] = []
    unfaithful: list[str] = []
    count = 0
    for path, raw in _read(root, is_meant, personal=personal):
        found = (raw,) if isinstance(raw, Diagnostic) else canonical.faults(path, raw)
        if isinstance(raw, Diagnostic) or found:
            faults.extend(map(discreet, found))
            continue
        try:
            one = Relaid(path, raw, canonical.laid_out(path, raw))
        except UnwritableError:
            unfaithful.append(path)
            continue
        count += one.new == one.old
        relaid += [one] * (one.new != one.old)
    others = frozenset(_of_other_records(root, relaid))
    return Layouts(
        tuple(one for one in relaid if one.path not in others),
        tuple(sorted(faults, key=lambda fault: fault.order)),
        (*unfaithful, *sorted(others)),
        count,
    )


def _read(
    root: Path, is_meant: Callable[[str], bool], *, personal: bool
) -> Iterator[tuple[str, bytes | Diagnostic]]:
    skip = frozenset() if personal else frozenset({PERSONAL})
    for one in files.scan(FolderSource(root), skip=skip):
        path = one.location.path if isinstance(one, Diagnostic) else one.path
        if is_meant(path) and not path.startswith(_RECORDED):
            yield path, one if isinstance(one, Diagnostic) else one.read()


def _of_other_records(root: Path, relaid: list[Relaid]) -> Iterator[str]:
    """Yield the files from whose new bytes other records would be made than from the old ones."""
    before = _records(root, {one.path: one.old for one in relaid})
    after = _records(root, {one.path: one.new for one in relaid})
    for one in relaid:
        if before.get(one.path) != after.get(one.path):
            yield one.path


def _records(root: Path, raws: Mapping[str, bytes]) -> dict[str, dict[str, Record]]:
    """Return the records that these files hold, by file and id."""
    if _AGREEMENT not in raws:
        # What words of one's own mean stands there; where it cannot be had, nobody knows.
        with suppress(UnreadableError):
            raws = {_AGREEMENT: FolderSource(root).read(("agreement.yaml",)), **raws}
    source = MemorySource({path.removeprefix("data/"): raw for path, raw in raws.items()})
    found: dict[str, dict[str, Record]] = {}
    for key, entry in store.load(source, personal=True).kb.entries.items():
        found.setdefault(entry.path, {})[key] = entry.record
    return found


def write(root: Path, one: Relaid) -> str:
    """Write a file in its new layout; return why it could not be, empty where it was.

    To be called under the lock: a file that has changed since it was read is left as it is.
    """
    path = root / one.path
    try:
        if FolderSource(root).read(tuple(one.path.split("/")[1:])) != one.old:
            return _("{path} was changed meanwhile; it was left as it is").format(
                path=quoted(one.path, 200)
            )
        atomic.replace(path, one.new)
    except (OSError, UnreadableError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return _("{path} cannot be written: {reason}; it was left as it is").format(
            path=quoted(one.path, 200), reason=reason
        )
    return ""
