"""A knowledge base with what is open in an editor laid over its files, judged as a whole."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from yhdyspinta_cli import base_folder, store
from yhdyspinta_cli.checks import run
from yhdyspinta_cli.diagnostic import Diagnostic, Finding
from yhdyspinta_cli.document.tree import line_of
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.services.judging import Inspection
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource
from yhdyspinta_cli.store.trees import PERSONAL

Buffers = Mapping[str, str]
"""What is open of a knowledge base: the paths from ``data/`` on, each with its text."""


@frozen
class Judgement:
    """A knowledge base as it was read with the open texts over it, and what is wrong in it."""

    loaded: Loaded
    found: tuple[Diagnostic, ...]
    day: date
    texts: Buffers = field(default_factory=dict)

    @property
    def kb(self) -> KnowledgeBase:
        """The records, those of open texts among them."""
        return self.loaded.kb

    def line(self, path: str, number: int) -> str:
        """Return a line (from 1) of a file as it stood when it was judged."""
        if path in self.texts:
            return line_of(self.texts[path], number)
        if path in self.loaded.texts:
            return line_of(self.loaded.texts[path], number)
        return self.loaded.trees.line(path, number) if path in self.loaded.trees else ""


def folder_of(file: Path) -> tuple[Path, str] | None:
    """Return the knowledge base in which a file stands, and its path there from ``data/`` on."""
    root = base_folder.nearest(file.parent)
    if root is None or not file.is_relative_to(root / "data"):
        return None
    return root, file.relative_to(root).as_posix()


def judge(
    root: Path, buffers: Buffers, cache: Cache | None, day: Callable[[KnowledgeBase], date]
) -> Judgement:
    """Return the knowledge base of a folder with what is open over its files, on the `day`.

    Names of people are read, so that the rules on them hold; no finding repeats one. Files that
    are not open are not judged again where the `cache` knows them; it is read and never written.
    """
    files = {path.removeprefix("data/"): _bytes(text) for path, text in buffers.items()}
    source = OverlaySource(FolderSource(root), files)
    kept = _OnlyRead(cache.file, by_content=cache.by_content) if cache is not None else None
    loaded = store.load(source, personal=True, cache=kept)
    asked = day(loaded.kb)
    private = run.private_codes()
    inspection = Inspection(
        asked,
        loaded.faults,
        run.run(loaded.kb, asked),
        private,
        loaded.files,
        loaded.trees,
        loaded.texts,
    )
    found = inspection.diagnostics(_is_told)
    return Judgement(loaded, tuple(d for d in found if not d.accepted), asked, buffers)


def is_private(path: str) -> bool:
    """True for the file of people's names, of which nothing is told."""
    return path == f"data/{PERSONAL}"


def _is_told(finding: Finding) -> bool:
    """True for a finding that no remark accepts: whoever writes is told the notes, too."""
    return not finding.accepted


def _bytes(text: str) -> bytes:
    # What an editor may send and no file can hold is a fault of the file, and ends nothing.
    return text.encode("utf-8", "surrogatepass")


class _OnlyRead(Cache):
    """The cache of a knowledge base, of which an open text must leave no trace."""

    def keep(self, *_given: object) -> None:
        """Keep nothing."""

    def note_leads_on(self, state: str) -> None:
        """Note nothing."""
