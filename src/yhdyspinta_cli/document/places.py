"""Where each key and item of a file stands, from its first character to its last; its comments.

`reader` judges a file and gives its values; this is for who changes a file that it has read without
a fault. Lines and columns count from 0, as the lines of `str.split` do.
"""

import re
from typing import Any

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document.reader import parser_class
from yhdyspinta_cli.frozen import frozen

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
_DASHES = re.compile(r"[ -]*-[ ]*")


@frozen
class WrittenEntry:
    """A key of a map with its value, or an item of a list.

    It stands in a `line`, and its key or dash in a `column`; its key (or an item's value) begins at
    `begin`, its value at `value`, and ends before `end`, all counted in characters of the file.
    `is_block` is false inside brackets; `is_scalar` for a value that is no map and no list.
    """

    route: Route
    line: int
    column: int
    begin: int
    value: int
    end: int
    is_block: bool
    is_scalar: bool


@frozen
class Comment:
    """A comment from its ``#`` on, without the blanks after it.

    It is alone on its line, or `is_behind_dash` in a line that has nothing else before it, and then
    in the column of the dash.
    """

    line: int
    column: int
    text: str
    is_alone: bool
    is_behind_dash: bool


@frozen
class Survey:
    """The entries of a file and its comments, in the order of the file.

    `blanks` are the lines with nothing on them that belong to no text.
    """

    entries: tuple[WrittenEntry, ...]
    comments: tuple[Comment, ...]
    blanks: frozenset[int]

    def at(self, route: Route) -> WrittenEntry | None:
        """Return the entry to which a route leads, None where there is none."""
        return next((entry for entry in self.entries if entry.route == route), None)


def survey(text: str) -> Survey:
    """Return what stands where in the text of a file that `reader` has read without a fault."""
    looking = _Looking(text)
    looking.root()
    comments = tuple(_comments(looking.without_texts()))
    told = {comment.line for comment in comments}
    blanks = frozenset(
        number
        for number, line in enumerate(looking.lines)
        if not line.strip() and number not in looking.covered and number not in told
    )
    return Survey(tuple(looking.entries), comments, blanks)


def _comments(masked: str) -> list[Comment]:
    """Return the comments of a file in which no text can be taken for one."""
    found: list[Comment] = []
    for number, line in enumerate(masked.split("\n")):
        match = _COMMENT.search(line)
        if match:
            before = line[: match.start()]
            is_alone, is_behind_dash = not before.strip(), bool(_DASHES.fullmatch(before))
            column = before.index("-") if is_behind_dash else match.start()
            text = match.group().rstrip()
            found.append(Comment(number, column, text, is_alone, is_behind_dash))
    return found


class _Looking:
    """One pass over the events of one file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.entries: list[WrittenEntry] = []
        self.spans: list[tuple[int, int]] = []
        self.covered: set[int] = set()
        self.parser = parser_class()(text)

    def root(self) -> None:
        import yaml

        try:
            while not self.parser.check_event(yaml.DocumentStartEvent):
                self.parser.get_event()
            self.parser.get_event()
            self.node((), is_block=True)
        finally:
            self.parser.dispose()

    def node(self, route: Route, *, is_block: bool) -> tuple[int, int, bool]:
        """Note what stands inside the value that comes; return its begin and end.

        The third is whether it is a scalar.
        """
        import yaml

        event = self.parser.get_event()
        begin = event.start_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return begin, self.scalar(event), True
        inside = is_block and not event.flow_style
        end = begin
        if isinstance(event, yaml.SequenceStartEvent):
            number = 0
            while not self.parser.check_event(yaml.SequenceEndEvent):
                end = self.item((*route, number), is_block=inside)
                number += 1
        else:
            while not self.parser.check_event(yaml.MappingEndEvent):
                end = self.pair(route, is_block=inside)
        closing = self.parser.get_event()
        return begin, closing.end_mark.index if event.flow_style else end, False

    def pair(self, route: Route, *, is_block: bool) -> int:
        event = self.parser.get_event()
        mark = event.start_mark
        self.scalar(event)
        place = len(self.entries)
        below = (*route, event.value)
        value, end, is_scalar = self.node(below, is_block=is_block)
        self.entries.insert(
            place,
            WrittenEntry(
                below, mark.line, mark.column, mark.index, value, end, is_block, is_scalar
            ),
        )
        return end

    def item(self, route: Route, *, is_block: bool) -> int:
        mark = self.parser.peek_event().start_mark
        before = self.lines[mark.line][: mark.column]
        has_dash = is_block and before.rstrip(" ").endswith("-")
        column = before.rindex("-") if has_dash else max(0, mark.column - 2 * is_block)
        place = len(self.entries)
        value, end, is_scalar = self.node(route, is_block=is_block)
        self.entries.insert(
            place,
            WrittenEntry(route, mark.line, column, mark.index, value, end, is_block, is_scalar),
        )
        return end

    def scalar(self, event: Any) -> int:
        """Note the letters of a text, in which no comment stands; return where it ends."""
        begin: int = event.start_mark.index
        end: int = event.end_mark.index
        first = event.start_mark.line
        if event.style in ("|", ">"):
            header = self.text.find("\n", begin, end)
            end = len(self.text[:end].rstrip())
            begin = header if header >= 0 else end
            end = max(begin, end)
        if end > begin:
            self.spans.append((begin, end))
            self.covered.update(range(first, first + self.text.count("\n", begin, end) + 1))
        return end

    def without_texts(self) -> str:
        """Return the file with a letter for each one of a key or a value; the lines stay."""
        parts: list[str] = []
        last = 0
        for begin, end in self.spans:
            parts.append(self.text[last:begin])
            parts.append(re.sub(r"[^\n]", "x", self.text[begin:end]))
            last = end
        return "".join((*parts, self.text[last:]))
