"""All files -> one `Loaded`, every fault of every file found in one pass."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.store import files
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.files import DataFile, KnownFile
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.gathered import Gathered
from yhdyspinta_cli.store.loaded import Loaded
from yhdyspinta_cli.store.remembering import Remembering
from yhdyspinta_cli.store.source import Source
from yhdyspinta_cli.store.trees import PERSONAL


def load(
    origin: Path | Source,
    *,
    packaged: bool = False,
    personal: bool = False,
    progress: Callable[[int], None] | None = None,
    cache: Cache | None = None,
) -> Loaded:
    """Read a knowledge base; every fault of every file is found in one pass.

    `origin` is the folder that holds `data/` (with `packaged`, that folder itself), or any other
    source of files. The personal file is opened only where `personal` asks for it. `progress`
    is told after each file how many were read, and a negative number at the end. What `cache`
    keeps of a file that is the same still is not judged again.
    """
    source = FolderSource(origin, packaged=packaged) if isinstance(origin, Path) else origin
    skip = frozenset() if personal else frozenset({PERSONAL})
    remembering = Remembering(cache)
    found: Sequence[DataFile | KnownFile | Diagnostic] | None = remembering.unchanged(source, skip)
    if found is None:
        listed = tuple(files.scan(source, skip=skip))
        remembering.compare(listed)
        found = listed
    gathered = Gathered(found)
    for one in found:
        if isinstance(one, Diagnostic):
            gathered.hindered(one)
        elif known := remembering.records(one.path):
            gathered.judged_before(one, *known)
        elif isinstance(raw := one.read(), Diagnostic):
            gathered.hindered(raw)
        else:
            from yhdyspinta_cli.store import reading

            reading.take(gathered, one.path, raw)
            gathered.let_go(one)
        if progress is not None:
            progress(len(gathered.files))
    if progress is not None:
        progress(-1)
    loaded = gathered.result(source.root)
    remembering.keep(gathered.judged, gathered.digests)
    kb = replace(loaded.kb, signless=remembering.signless)
    return replace(loaded, kb=kb, seen=remembering.seen(skip), kept=remembering.state)
