"""Files in which nothing is doubtful: libyaml composes their nodes, and little is left to judge.

A file that `reader` would refuse, or perhaps would, is declined here and left to it: this module
tells no fault. Measured on 1,000 measures of 1.1 kB: 105 us a file, of which libyaml's events
alone take 33; `reader`, which takes them one by one, needs 450.
"""

import re
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

from yhdyspinta_cli.document import scalars
from yhdyspinta_cli.document.decoding import (
    JOINERS,
    forbidden,
)
from yhdyspinta_cli.document.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES
from yhdyspinta_cli.document.tree import Fault, Mapping, Node, Scalar, Tree

_LARGEST = 256 * 1024
"""Bytes of a file that is composed: the nodes of a larger one could take more than 100 MB."""

_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
_LETTERS = frozenset(map(chr, (*range(0xC0, 0x250), *range(0x2010, 0x2028)))) | {"\xa7", "\u20ac"}
"""Letters and marks outside ASCII that are common, and none of which is refused."""

# An anchor, an alias or a tag begins a word; inside one, and before a space, it is only text.
_DECORATION = re.compile(rb"(?<![\w\x80-\xff])(?:[&*]\S|!)")


class _DoubtfulError(Exception):
    """The careful reader must decide."""


class ComposedTree(Tree):
    """A file without a fault: its values are there, its places are found when asked for."""

    __slots__ = ("_raw", "_values")

    def __init__(self, path: str, raw: bytes, values: dict[str, Any]) -> None:
        super().__init__(path)
        self._raw = raw
        self._values: dict[str, Any] | None = values

    @property
    def text(self) -> str:
        return self._raw.decode("utf-8")

    @property
    def root(self) -> Node:
        return _placed_root(self._raw)

    @property
    def faults(self) -> list[Fault]:
        return []

    def plain(self) -> object:
        # Whoever asks first gets the values themselves; they are not kept, and seldom asked again.
        values, self._values = self._values, None
        return self.root.plain() if values is None else values


def compose(path: str, raw: bytes) -> ComposedTree | None:
    """Return the tree of a file in which nothing is doubtful, None for every other file."""
    if _is_doubtful(raw):
        return None
    root = _nodes(raw)
    if root is None:
        return None
    try:
        values = _map(root, 1) if root.id == "mapping" else None
    except (_DoubtfulError, ValueError):
        return None
    # No value takes less than a byte.
    if values is None or (len(raw) > MAX_NODES and not _is_within_limits(values)):
        return None
    return ComposedTree(path, raw, values)


def _is_doubtful(raw: bytes) -> bool:
    """True where the bytes hold what is refused, or what the nodes would not tell."""
    if len(raw) > _LARGEST:
        return True
    # A single sign is found many times as fast as a pattern or several.
    if (b"&" in raw or b"*" in raw or b"!" in raw) and _DECORATION.search(raw):
        return True
    if b"%" in raw and (b"\n%" in raw or raw.startswith(b"%")):
        return True
    if any(sign in raw and sign * 7 in raw for sign in (b"<", b">", b"|")):
        return True
    try:
        raw.decode("utf-8")
        others = raw.translate(None, _ASCII)
        if b"\r" in others:
            others = raw.replace(b"\r\n", b"\n").translate(None, _ASCII)
        letters = set(others.decode("utf-8"))
    except UnicodeDecodeError:
        return True
    if letters <= _LETTERS:
        return False
    rest = "".join(letters)
    return forbidden(rest) is not None or any(joiner in letters for joiner in JOINERS)


def is_slow() -> bool:
    """True where PyYAML is without libyaml: the same answers, many times slower."""
    import yaml

    return not yaml.__with_libyaml__


@cache
def _composer_class() -> Any:
    """Return libyaml's parser with a composer that guesses no tags, None where it is not safe."""
    import yaml

    if not yaml.__with_libyaml__:
        return None
    from yaml import _yaml

    # It composes by recursion in C. From 0.2.6 on libyaml refuses more than 1,000 levels (before,
    # a MiB of brackets would overflow the stack).
    if _yaml.get_version() < (0, 2, 6):
        return None

    class Composer(_yaml.CParser):
        def descend_resolver(self, _parent: Any, _index: Any) -> None: ...

        def ascend_resolver(self) -> None: ...

        def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None: ...

    return Composer


def _nodes(raw: bytes) -> Any:
    """Return the root of libyaml's nodes, None where there is none or the text is at fault."""
    import yaml

    composer_class = _composer_class()
    if composer_class is None:
        return None
    composer = composer_class(raw)
    try:
        return composer.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        composer.dispose()


def _map(node: Any, depth: int) -> dict[str, Any]:
    if depth > MAX_DEPTH:
        raise _DoubtfulError
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value
        # A key that is a map or a list has its own rules, and has a list here.
        if type(name) is not str or not _may_be_key(name, bool(key.style)) or name in found:
            raise _DoubtfulError
        found[name] = _value(value, depth + 1)
    return found


def _value(node: Any, depth: int) -> Any:
    held = node.value
    if type(held) is str:
        return _text(held, node) if node.style else _word(held)
    if node.id == "mapping":
        return _map(node, depth)
    if depth > MAX_DEPTH:
        raise _DoubtfulError
    return [_value(item, depth + 1) for item in held]


def _word(word: str) -> Scalar:
    """Return what a plain word means: nearly all are texts, and short work."""
    if not word:
        return None
    if word[0] in scalars.NUMBER_BEGINS or len(word) <= scalars.LONGEST_WORD:
        return scalars.plain(word)
    return word


def _text(text: str, node: Any) -> str:
    """Return a quoted or block text."""
    style = node.style
    # The lines of a quoted text may betray that it should have been closed before.
    if style in "\"'" and node.end_mark.line != node.start_mark.line:
        raise _DoubtfulError
    # Only an escape brings in what does not stand in the file.
    if style == '"' and forbidden(text):
        raise _DoubtfulError
    return text


@lru_cache(maxsize=4096)
def _may_be_key(word: str, quoted: bool) -> bool:
    """True for a key that is the same text to every program, however its letters are composed."""
    if normalize("NFC", word) != word or forbidden(word):
        return False
    if quoted or word in scalars.KEYS_ALLOWED:
        return True
    try:
        return scalars.plain(word) == word
    except ValueError:
        return False


def _is_within_limits(values: object) -> bool:
    """True where a large file has neither too many values nor too long a one."""
    waiting, nodes = [values], 0
    while waiting:
        value = waiting.pop()
        nodes += 1
        if isinstance(value, dict):
            nodes += len(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str) and len(value) > MAX_CHARACTERS:
            return False
    return nodes <= MAX_NODES


# A few: findings come file by file, and a fault asks for several places of its file.
@lru_cache(maxsize=8)
def _placed_root(raw: bytes) -> Node:
    """Return the values of a file that was composed before, with their places."""
    return _placed(_nodes(raw))


def _placed(node: Any) -> Node:
    held = node.value
    start = node.start_mark
    line, column = start.line + 1, start.column + 1
    if node.id == "sequence":
        return Node([_placed(item) for item in held], line, column)
    if node.id == "mapping":
        mapping = Mapping()
        for key, value in held:
            mapping.items[key.value] = _placed(value)
            mapping.keys[key.value] = _spot(key, key.value)
        return Node(mapping, line, column)
    quoted = bool(node.style)
    return _spot(node, held if quoted else _word(held), quoted=quoted)


def _spot(node: Any, value: Scalar, *, quoted: bool = False) -> Node:
    start, end = node.start_mark, node.end_mark
    same = end.line == start.line and end.column > start.column
    return Node(value, start.line + 1, start.column + 1, end.column + 1 if same else None, quoted)
