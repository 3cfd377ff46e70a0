"""The tree of one file: every value with the place where it stands."""

from abc import ABC, abstractmethod
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from yhdyspinta_cli.diagnostic import Location, Route
from yhdyspinta_cli.frozen import frozen

Scalar = str | int | Decimal | bool | date | None


@frozen
class Fault:
    """A fault of one file's own form, before it is known to the rules: code, place, words."""

    code: str
    line: int
    column: int
    message: str
    hint: str = ""
    end_column: int | None = None
    related_line: int | None = None


@dataclass(slots=True)
class Node:
    """A value with its place; `end_column` is set for what stands on one line.

    `quoted` tells a quoted or block text from a plain word.
    """

    value: "Scalar | Mapping | list[Node]"
    line: int
    column: int
    end_column: int | None = None
    quoted: bool = False

    def plain(self) -> object:
        """Return the value as dicts, lists and scalars, without places."""
        if isinstance(self.value, Mapping):
            return {key: child.plain() for key, child in self.value.items.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value


@dataclass(slots=True)
class Mapping:
    """The keys of a map, each with its value and the place of the key."""

    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)


class Tree(ABC):
    """One file that could be read, and the faults of form that did not hinder the reading."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    @property
    @abstractmethod
    def text(self) -> str:
        """What stands in the file, with a space for each character that is refused."""

    @property
    @abstractmethod
    def root(self) -> Node:
        """The map that the file is, every value with its place."""

    @property
    @abstractmethod
    def faults(self) -> list[Fault]:
        """The faults of form."""

    @abstractmethod
    def plain(self) -> object:
        """Return the values without their places; each call gives maps and lists of its own."""

    def at(self, path: str) -> "Tree":
        """Return the same file under another path."""
        tree = copy(self)
        tree.path = path
        return tree

    def locate(self, route: Route, *, key: bool = False) -> Location:
        """Return the place a route leads to; where it ends early, its nearest ancestor.

        With `key`, the place of the last step's key instead of its value.
        """
        node = self.root
        for number, step in enumerate(route):
            child: Node | None = None
            if isinstance(node.value, Mapping) and isinstance(step, str):
                child = node.value.items.get(step)
                if child is not None and key and number == len(route) - 1:
                    child = node.value.keys[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                child = node.value[step]
            if child is None:
                break
            node = child
        return Location(self.path, node.line, node.column, node.end_column)

    def line(self, number: int) -> str:
        """Return a line of the file (1-based), empty where there is none."""
        return line_of(self.text, number)


def line_of(text: str, number: int) -> str:
    """Return a line of a text (1-based), empty where there is none."""
    lines = text.split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


class ReadTree(Tree):
    """A file whose places are known from its reading."""

    __slots__ = ("_faults", "_root", "_text")

    def __init__(self, path: str, text: str, root: Node, faults: list[Fault]) -> None:
        super().__init__(path)
        self._text = text
        self._root = root
        self._faults = faults

    @property
    def text(self) -> str:
        return self._text

    @property
    def root(self) -> Node:
        return self._root

    @property
    def faults(self) -> list[Fault]:
        return self._faults

    def plain(self) -> object:
        return self._root.plain()
