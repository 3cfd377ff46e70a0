"""What was read: the knowledge base, the faults, and the place of every record."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Location, Route
from yhdyspinta_cli.document import Tree
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

PERSONAL = "personal.yaml"


@dataclass(frozen=True)
class Loaded:
    """What was read: `root` holds `data/` (or is the packaged copy of it).

    `faults` are the faults of reading and of shape; the rules' findings get their line here
    too (`diagnose`). `files` are the paths of all files met, read or not; `texts` holds
    what stands in those that have a fault of form, as it is. `digest` is the SHA-256 of every
    byte read, in hexadecimal.
    """

    root: Path
    kb: KnowledgeBase
    trees: dict[str, Tree]
    faults: tuple[Diagnostic, ...]
    digest: str
    files: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """True where every file could be read and every record has its shape."""
        return not self.faults

    def locate(self, path: str, route: Route) -> Location:
        """Return the place of a route in a file, the file's first line where it has no tree."""
        tree = self.trees.get(path)
        return tree.locate(route) if tree else Location(path)

    def diagnose(self, findings: Iterable[Finding]) -> tuple[Diagnostic, ...]:
        """Return the rules' findings with their lines and columns, sorted."""
        placed = (
            discreet(
                Diagnostic(
                    self.locate(finding.path, finding.route),
                    finding.code,
                    finding.severity,
                    finding.message,
                    finding.hint,
                    finding.accepted,
                    tuple(self.locate(path, route) for path, route in finding.related),
                )
            )
            for finding in findings
        )
        return tuple(sorted(placed, key=lambda diagnostic: diagnostic.order))


_TOLD = re.compile(r"'.*'|\([*&!].*?\)")


def discreet(diagnostic: Diagnostic) -> Diagnostic:
    """Return a fault whose words repeat nothing that stands in the file of people's names."""
    if diagnostic.location.path != f"data/{PERSONAL}":
        return diagnostic
    message = _TOLD.sub("'…'", diagnostic.message)
    hint = _TOLD.sub("'…'", diagnostic.hint)
    return replace(diagnostic, message=message, hint=hint)
