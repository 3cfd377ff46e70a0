"""The words that may stand in a new record's place of a closed set, as comments beside them."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.tree import Mapping, Node
from yhdyspinta_cli.model import own_words, walk
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import OwnWords
from yhdyspinta_cli.model.record import Record


def commented(raw: bytes, record: Record, base: Route, own: OwnWords) -> bytes:
    """Return a file with the allowed words behind each word of a closed set of the record.

    The record stands at the route `base`. Each set is told once; what the file says is the same.
    """
    tree, faults = read("", raw)
    if tree is None or faults:
        return raw
    lines = raw.decode().splitlines(keepends=True)
    told: set[tuple[str, ...]] = set()
    for route, noun in walk.nouns(record):
        for name, allowed in _sets(type(noun), own):
            node = _node(tree.root, (*base, *route, name))
            if node is None or allowed in told or not isinstance(node.value, str):
                continue
            told.add(allowed)
            line = lines[node.line - 1]
            text = line.rstrip("\r\n")
            lines[node.line - 1] = f"{text}  {_comment(allowed)}{line[len(text) :]}"
    made = "".join(lines).encode()
    again, faults = read("", made)
    # A comment changes nothing of what is said, or it is left out.
    return made if again is not None and not faults and again.plain() == tree.plain() else raw


def lists(record: Record, own: OwnWords) -> frozenset[str]:
    """Return every comment that `commented` puts into the file of this record."""
    return frozenset(
        _comment(allowed)
        for _route, noun in walk.nouns(record)
        for _name, allowed in _sets(type(noun), own)
    )


def _comment(allowed: tuple[str, ...]) -> str:
    return f"# {', '.join(allowed)}"


def _sets(noun: type[Noun], own: OwnWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    marked = walk.own_sets(noun)
    for name, field in fields_of(noun).items():
        if name in marked:
            of = marked[name].of
            yield name, (*own_words.standard(of), *own.of(of))
        elif words := _literal(field.annotation):
            yield name, words


def _literal(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(word for word in get_args(annotation) if isinstance(word, str))
    if get_origin(annotation) is tuple:
        return ()
    return next((found for part in get_args(annotation) if (found := _literal(part))), ())


def _node(root: Node, route: Route) -> Node | None:
    """Return what stands at a route, None where nothing does."""
    node: Node | None = root
    for step in route:
        if node is None:
            return None
        if isinstance(node.value, Mapping):
            node = node.value.items.get(str(step))
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node
