"""A page of our own as a tree: what a writer of another format walks through."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset({"br", "meta", "link", "img", "hr", "wbr", "col", "input"})
_SOFT = str.maketrans({"\u00ad": "", "\u2060": ""})
"""What a browser needs to break a line, and no other reader does."""


@dataclass(slots=True)
class Node:
    """An element of a page: its name, its attributes, and what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The words of its class."""
        return frozenset(self.attributes.get("class", "").split())

    def all(self, *tags: str) -> "Iterator[Node]":
        """Yield every element below it that has one of the names, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def first(self, *tags: str) -> "Node":
        """Return the first element below it that has one of the names, an empty one for none."""
        return next(self.all(*tags), Node(tags[0]))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _EMPTY:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        names = [node.tag for node in self._open]
        if tag in names[1:]:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data.translate(_SOFT))


def parsed(page: str) -> Node:
    """Return a page as a tree; a fault in it is read as a browser would, and never raised."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root


def text(node: Node) -> str:
    """Return the text of an element on one line, without what only stands there to be seen."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.attributes.get("aria-hidden") != "true":
            yield from _texts(child)
            if "line" in child.classes:
                yield " "
