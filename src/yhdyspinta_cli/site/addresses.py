"""Where each record has its page: addresses made of ids alone, which never change.

A code or a name may change; an id does not. A file is named by it in lower case, so that no system
takes two of them for one.
"""

import re
from collections.abc import Mapping
from datetime import date

from yhdyspinta_cli.facts import arrival, happened
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Actor, Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Measure
from yhdyspinta_cli.model.obligations import Need, Obligation, Project, Statute
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries.card import Card

FOLDERS: Mapping[type[Record], str] = {
    Measure: "measures",
    Party: "parties",
    Actor: "actors",
    Project: "projects",
    Body: "bodies",
    Interface: "interfaces",
    Goal: "goals",
    Obligation: "obligations",
    Statute: "acts",
}
"""The kinds of record that have a page of their own, and the folder of each."""

NEEDS = "needs/index.html"
"""The one page of what is missing or to be solved."""

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


def events(number: int) -> str:
    """Return the path of the events of a year."""
    return f"events/{number}.html"


def way(start: str, end: str) -> str:
    """Return the address of a path of the site on the page of another one: relative, always."""
    folder, slash, _name = start.rpartition("/")
    # `posixpath.relpath` asks the system where it is: a page of a year has thousands of links.
    return end.removeprefix(folder + slash) if end.startswith(folder + slash) else f"../{end}"


@frozen
class AddressBook:
    """The pages of the records by their ids; of the measures also by their codes."""

    paths: Mapping[str, str]
    measures: Mapping[str, str]

    def of(self, key: str) -> str:
        """Return the path of a record's page; of one without a page an empty text."""
        return self.paths.get(key, "")


def book(kb: KnowledgeBase, day: date, cards: Mapping[str, Card]) -> AddressBook:
    """Return where each record that is known of on a day has its page.

    `cards` are those of all who can be responsible, of who has nothing any more the one that it
    had: who is only named somewhere has no page.
    """
    there = [one for kind in FOLDERS for one in kb.of(kind) if not arrival.is_later(kb, one, day)]
    paths = {one.id: _path(one) for one in there if _has_page(kb, one, cards)}
    for measure in kb.measures:
        if measure.id in paths:
            paths |= {i.id: f"{paths[measure.id]}#{i.id}" for i in measure.indicators}
    paths |= {need.id: f"{NEEDS}#{need.id}" for need in kb.of(Need)}
    for event in happened.effective(kb, day):
        paths[event.id] = f"{events(event.on.last.year)}#{event.id}"
    # Of two that had the same code one after the other it is the one that is there.
    ordered = sorted(kb.measures, key=lambda one: one.holds(day))
    codes = {one.code: paths[one.id] for one in ordered if one.id in paths}
    return AddressBook(paths, codes)


def _has_page(kb: KnowledgeBase, record: Record, cards: Mapping[str, Card]) -> bool:
    """True unless it is an actor who never answered for anything, had no place and no members."""
    if not isinstance(record, Actor | Project):
        return True
    card = cards[record.id]
    return bool(card.groups or card.predecessors) or kb.is_collective(record.id)


def _path(record: Record) -> str:
    return f"{FOLDERS[type(record)]}/{file_name(record.id)}"
