"""What was read: the knowledge base, the faults, and the place of every record."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Location, Route
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store.seen import Seen
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.store.trees import Trees

PUBLISHED = "data/publications/"
"""Below which stands what was published."""


@frozen
class Loaded:
    """What was read: `root` holds `data/` (or is the packaged copy of it).

    `faults` are the faults of reading and of shape; the rules' findings get their line here
    too (`diagnose`). `files` are the paths of all files met, read or not; `texts` holds
    what stands in those that have a fault of form, as it is. `digests` are the SHA-256 of every
    file read. `seen` is what the disk told of the files,
    where a cache was asked, and `kept` the state of the cache where all records came from it.
    `revision` is the commit that the files are of, None where they are those of the folder.
    """

    root: Path
    kb: KnowledgeBase
    trees: Trees
    faults: tuple[Diagnostic, ...]
    digests: Mapping[str, str]
    files: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)
    kept: str = ""
    revision: Revision | None = None

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the paths and the SHA-256 of every file read, in hexadecimal.

        What tells of published reports is left out: to publish one would change what it is made of.
        """
        told = "".join(
            f"{path}\0{digest}\n"
            for path, digest in sorted(self.digests.items())
            if not path.startswith(PUBLISHED)
        )
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def is_sound(self) -> bool:
        """True where every file could be read and every record has its shape."""
        return not self.faults

    def locate(self, path: str, route: Route) -> Location:
        """Return the place of a route in a file, the file's first line where it has no tree."""
        return self.trees.locate(path, route)

    def diagnose(
        self, findings: Iterable[Finding], is_shown: Callable[[Finding], bool] = lambda _one: True
    ) -> tuple[Diagnostic, ...]:
        """Return the rules' findings with their lines and columns, sorted (`Trees.diagnose`)."""
        return self.trees.diagnose(findings, is_shown)
