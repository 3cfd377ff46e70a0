"""The trees of files by their paths, and the places in them at which findings stand."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Location, Route

if TYPE_CHECKING:
    from yhdyspinta_cli.document.tree import Tree

PERSONAL = "personal.yaml"


class Trees(Mapping[str, "Tree"]):
    """The trees of the files by their paths; one that was not needed yet is read when it is.

    `unread` gives the bytes of a file whose records were judged, now or in an earlier run, without
    a fault. Where they cannot be had any more, or not read, there is no tree. `were_read` is True
    where a file was read: not all were known from an earlier run. `places` are those of routes,
    each with its file, that have been found: now, or in an earlier run in the same files.
    """

    def __init__(
        self,
        trees: "Mapping[str, Tree]",
        unread: Mapping[str, Callable[[], bytes | Diagnostic]],
        *,
        were_read: bool = False,
        places: Mapping[tuple[str, Route], Location] | None = None,
    ) -> None:
        self._trees = dict(trees)
        self._places = dict(places or {})
        self._texts: dict[str, str] = {}
        self._unread = unread
        self.were_read = were_read

    def __getitem__(self, path: str) -> "Tree":
        if path not in self._trees:
            from yhdyspinta_cli.document.reader import read

            raw = self._unread[path]()
            tree = read(path, raw)[0] if isinstance(raw, bytes) else None
            if tree is None:
                raise KeyError(path)
            self._trees[path] = tree
        return self._trees[path]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._unread, **self._trees})

    def __len__(self) -> int:
        return len({**self._unread, **self._trees})

    def plus(self, tree: "Tree") -> "Trees":
        """Return the trees with one more."""
        return Trees({**self._trees, tree.path: tree}, self._unread, were_read=self.were_read)

    def locate(self, path: str, route: Route) -> Location:
        """Return the place of a route in a file, the file's first line where it has no tree."""
        found = self._places.get((path, route))
        if found is None:
            tree = self.get(path)
            if tree is None:
                return Location(path)
            found = self._places[path, route] = tree.locate(route)
        return found

    def line(self, path: str, number: int) -> str:
        """Return a line of a file (1-based), empty where there is none.

        To show a line no tree is made: of 800 files that would be a third of a run.
        """
        if path in self._trees:
            return self._trees[path].line(number)
        from yhdyspinta_cli.document import decoding, tree

        if path not in self._texts:
            raw = self._unread[path]() if path in self._unread else b""
            # A file without a fault has nothing in it that a tree's text would not have.
            self._texts[path] = decoding.as_it_is(raw) if isinstance(raw, bytes) else ""
        return tree.line_of(self._texts[path], number)

    def placed(self, findings: Iterable[Finding]) -> Mapping[tuple[str, Route], Location]:
        """Return the places of findings and of what is related to them, where they have one."""
        asked = [
            place
            # File by file, as in `diagnose`.
            for finding in sorted(findings, key=lambda one: one.path)
            for place in ((finding.path, finding.route), *finding.related)
        ]
        for path, route in asked:
            self.locate(path, route)
        return {place: self._places[place] for place in asked if place in self._places}

    def diagnose(
        self, findings: Iterable[Finding], is_shown: Callable[[Finding], bool] = lambda _one: True
    ) -> tuple[Diagnostic, ...]:
        """Return the rules' findings with their lines and columns, sorted.

        Those that are not shown stay at the first line of their file: to find the place of what is
        only counted would mean to read a file that an earlier run has judged.
        """
        placed = (
            discreet(
                Diagnostic(
                    self.locate(finding.path, finding.route)
                    if is_shown(finding)
                    else Location(finding.path),
                    finding.code,
                    finding.severity,
                    finding.message,
                    finding.hint,
                    finding.accepted,
                    tuple(self.locate(path, route) for path, route in finding.related)
                    if is_shown(finding)
                    else (),
                )
            )
            # File by file: a file's places are found once, and not kept for long.
            for finding in sorted(findings, key=lambda one: one.path)
        )
        return tuple(sorted(placed, key=lambda diagnostic: diagnostic.order))


_TOLD = r"'.*'|\([*&!].*?\)"


def discreet(diagnostic: Diagnostic) -> Diagnostic:
    """Return a fault whose words repeat nothing that stands in the file of people's names."""
    if diagnostic.location.path != f"data/{PERSONAL}":
        return diagnostic
    message = re.sub(_TOLD, "'…'", diagnostic.message)
    hint = re.sub(_TOLD, "'…'", diagnostic.hint)
    return replace(diagnostic, message=message, hint=hint)
