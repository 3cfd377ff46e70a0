"""What stands at a place in a file that is being written: which record's key, or what value.

It looks at lines and their indentation, and so finds its way in a file that is half written, of
which the reader of the data can make no tree.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record

_KEY = re.compile(r"([\w.-]+|\"[^\"]*\"|'[^']*'):(?=\s|$)")
_WORD = re.compile(r"[^\s,\[\]{}\"'#|>]+")
_IN_BRACES = re.compile(r"(?:^|[{,])\s*([\w.-]*)(:\s+)?[^{},]*$")


@frozen
class Word:
    """What stands at the place, in columns from 0; empty where nothing does yet."""

    text: str
    start: int
    end: int


@frozen
class Cursor:
    """A place in a record: the keys that lead to it, and the word there.

    `keys` are those above the place and, where it `is_value`, the key whose value it is. `file`
    tells the records of the file; `taken` are the keys that stand beside a key already.
    """

    file: "type[Record] | dict[str, type[Record]]"
    keys: tuple[str, ...]
    is_value: bool
    word: Word
    taken: frozenset[str] = frozenset()

    @property
    def lists(self) -> "dict[str, type[Record]] | None":
        """The lists of the file, where one of their keys stands at the place; else None."""
        return self.file if isinstance(self.file, dict) and not self.keys else None

    @property
    def noun(self) -> type[Noun] | None:
        """The noun of which a key, or a key's value, stands there; None where it is in none."""
        keys = self.keys[:-1] if self.is_value else self.keys
        found = _led(self.file, keys)
        return found if isinstance(found, type) else None

    @property
    def holder(self) -> type[Noun] | None:
        """The noun whose key `key` is; None where no key leads to the place, or an unknown one."""
        found = _led(self.file, self.keys[:-1]) if self.keys else None
        is_key = isinstance(found, type) and self.key in fields_of(found)
        return found if is_key else None

    @property
    def key(self) -> str:
        """The key whose value, or an item of it, stands there; empty where none does."""
        return self.keys[-1] if self.keys else ""

    @property
    def own_fields_of(self) -> str:
        """The kind of the record whose fields of its own stand there, empty where none do."""
        keys = self.keys[:-1] if self.is_value else self.keys
        holder = _led(self.file, keys[:-1]) if keys[-1:] == ("extra",) else None
        return holder.kind if isinstance(holder, type) and issubclass(holder, Record) else ""


def _led(file: Any, keys: Sequence[str]) -> Any:
    """Return the noun to which keys lead; None where they lead to none."""
    waiting = list(keys)
    here = file.get(waiting.pop(0)) if isinstance(file, dict) and waiting else file
    while waiting and isinstance(here, type):
        spec = fields_of(here).get(waiting.pop(0))
        here = walk.noun_inside(spec.annotation) if spec is not None else None
        # The keys of a map of one's own stand between.
        for _level in range(_maps(spec.annotation) if spec is not None else 0):
            here = here if waiting and waiting.pop(0) else None
    return here


def _maps(annotation: Any) -> int:
    return 1 + _maps(get_args(annotation)[1]) if get_origin(annotation) is dict else 0


def cursor(path: str, lines: Sequence[str], line: int, column: int) -> Cursor | None:
    """Return what stands at a place (both from 0) of a file; None where no record can."""
    steps = path.split("/")[1:]
    file: Any = FOLDERS.get(steps[0]) if len(steps) > 1 else None
    if len(steps) == 1:
        file = ROOT_FILES.get(steps[0]) or LIST_FILES.get(steps[0])
    if file is None or line >= len(lines):
        return None
    stack = _Stack()
    for text in lines[:line]:
        stack.pass_line(text)
    text = lines[line]
    if stack.is_inside(text, column) or "#" in re.split(r"(?:^|\s)(?=#)", text[:column])[-1][:1]:
        return None
    return _cursor(file, stack, lines, line, column)


def _cursor(file: Any, stack: "_Stack", lines: Sequence[str], line: int, column: int) -> Cursor:
    text = lines[line]
    begin, key = stack.pass_line(text, column)
    word = _word(text, column)
    if key is None:
        inside = _in_braces(text[begin:column])
        if inside is not None:
            return Cursor(file, (*stack.keys, *inside), bool(inside), word)
        return Cursor(file, stack.keys, False, word, frozenset(_beside(lines, line, begin)))
    if column <= key.end():
        above = stack.keys[:-1]
        beside = frozenset(_beside(lines, line, begin)) - {key.group(1)}
        return Cursor(file, above, False, Word(key.group(1), key.start(1), key.end(1)), beside)
    inside = _in_braces(text[key.end() : column])
    if inside is not None:
        return Cursor(file, (*stack.keys, *inside), bool(inside), word)
    return Cursor(file, stack.keys, True, word)


def _in_braces(text: str) -> tuple[str, ...] | None:
    """Return the key that a place inside ``{…}`` follows, none where a key stands there itself."""
    if text.count("{") <= text.count("}"):
        return None
    found = _IN_BRACES.search(text)
    return (found.group(1),) if found is not None and found.group(2) else ()


def _word(text: str, column: int) -> Word:
    for found in _WORD.finditer(text):
        if found.start() <= column <= found.end() and found.group() != "-":
            return Word(found.group(), found.start(), found.end())
    return Word("", column, column)


def _beside(lines: Sequence[str], line: int, column: int) -> Iterator[str]:
    """Yield the keys of the map of which one stands, or would stand, in this column of a line."""
    for rows in (range(line - 1, -1, -1), range(line + 1, len(lines))):
        for number in rows:
            text = lines[number]
            if not text.strip() or text.lstrip().startswith("#"):
                continue
            content = text.lstrip(" -")
            at = len(text) - len(content)
            is_item = text.lstrip(" ").startswith("-")
            if at < column or (is_item and at == column and number > line):
                break
            found = _KEY.match(content)
            if at == column and found is not None:
                yield found.group(1)
            if is_item and at == column:
                break


class _Stack:
    """The keys and the hyphens of lists under which a line stands, each with its column."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str | None]] = []
        self._block: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for _column, key in self._open if key is not None)

    def is_inside(self, text: str, column: int) -> bool:
        """True for a place in a text of several lines: nothing in it is a key or an id."""
        begin = len(text) - len(text.lstrip(" ")) if text.strip() else column
        return self._block is not None and begin > self._block

    def pass_line(self, text: str, column: int | None = None) -> "tuple[int, re.Match[str] | None]":
        """Take in a line; return the column in which it begins, and its key where it has one.

        An empty line stands as deep as the `column` says, and passes without it.
        """
        content = text.lstrip(" ")
        at = len(text) - len(content)
        if not content or content.startswith("#"):
            if column is not None:
                self._close(column, keeps_key=False)
            return (at if column is None else column), None
        if self._block is not None and at > self._block:
            return at, None
        self._block = None
        while content == "-" or content.startswith("- "):
            self._close(at, keeps_key=True)
            self._open.append((at, None))
            behind = content[1:].lstrip(" ")
            at += len(content) - len(behind)
            content = behind
        found = _KEY.match(text, at)
        if found is None:
            if content:
                self._close(at, keeps_key=False)
            return at, None
        self._close(at, keeps_key=False)
        self._open.append((at, found.group(1).strip("\"'")))
        if text[found.end() :].strip()[:1] in ("|", ">") and text[found.end() :].strip():
            self._block = at
        return at, found

    def _close(self, column: int, *, keeps_key: bool) -> None:
        """Leave what stands as deep or deeper; the key of a list may stand in its own column."""
        while self._open:
            last, key = self._open[-1]
            if last < column or (keeps_key and last == column and key is not None):
                return
            self._open.pop()
