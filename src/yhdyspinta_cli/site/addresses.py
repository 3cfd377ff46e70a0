"""Where each record has its page: addresses made of ids alone, which never change.

A code or a name may change; an id does not. A file is named by it in lower case, so that no system
takes two of them for one.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Actor, Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.obligations import Obligation, Project, Statute
from yhdyspinta_cli.model.record import Record

FOLDERS: Mapping[type[Record], str] = {
    Measure: "measures",
    Party: "parties",
    Actor: "actors",
    Project: "actors",
    Body: "bodies",
    Interface: "interfaces",
    Goal: "goals",
    Obligation: "obligations",
    Statute: "acts",
}
"""The kinds of record that have a page of their own, and the folder of each."""

# `con.html` is a device on Windows, whatever the ending; `index.html` is the list of a folder.
_TAKEN = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]|index")


def file_name(key: str) -> str:
    """Return the name of the file of a record; no id ends in a hyphen."""
    return f"{key}-.html" if _TAKEN.fullmatch(key) else f"{key}.html"


def listing(kind: type[Record]) -> str:
    """Return the path of the list of a kind of record."""
    return f"{FOLDERS[kind]}/index.html"


def year(number: int) -> str:
    """Return the path of the report of a year."""
    return f"years/{number}.html"


def way(start: str, end: str) -> str:
    """Return the address of a path of the site on the page of another one: relative, always."""
    path, mark, anchor = end.partition("#")
    return posixpath.relpath(path, posixpath.dirname(start) or ".") + mark + anchor


@frozen
class Book:
    """The pages of the records by their ids; of the measures also by their codes."""

    paths: Mapping[str, str]
    measures: Mapping[str, str]

    def of(self, key: str) -> str:
        """Return the path of a record's page; of one without a page an empty text."""
        return self.paths.get(key, "")


def book(kb: KnowledgeBase) -> Book:
    """Return where each record of a knowledge base has its page."""
    return Book(
        dict(_paths(kb)),
        {measure.code: _path(measure) for measure in kb.measures},
    )


def _paths(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    for kind in FOLDERS:
        for record in kb.of(kind):
            yield record.id, _path(record)
    for measure in kb.measures:
        for indicator in measure.indicators:
            yield indicator.id, f"{_path(measure)}#{indicator.id}"


def _path(record: Record) -> str:
    return f"{FOLDERS[type(record)]}/{file_name(record.id)}"
