"""The canonical layout of a file: that in which the program writes a new one, with its comments.

The values are laid out by `write.text`; what stands between the lines of the old file is put back
where the new one has the same key. A comment above a key stays above it, one at the end of a line
at the end of its key's line, one below the last key of a block below that block, and one that
begins the file at its beginning. Two blanks go before one at the end of a line, but one where the
text may go on in it. Of several empty lines one is kept.
"""

from collections.abc import Collection, Mapping
from enum import Enum, auto
from typing import Any

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document import places, write
from yhdyspinta_cli.document.places import Survey, WrittenEntry
from yhdyspinta_cli.frozen import frozen


class _Side(Enum):
    """Where beside its entry a comment stands."""

    ABOVE = auto()
    BESIDE = auto()
    CLOSE = auto()
    INSIDE = auto()
    END = auto()


@frozen
class _Kept:
    """What is put back: a comment (empty for an empty line) and the entry that it belongs to.

    At the `END` the route is that of what holds the block; without a route, the file's.
    """

    side: _Side
    route: Route
    text: str


def laid_out(
    old: str, values: Mapping[str, object], close: Collection[tuple[Route, str]] = ()
) -> str:
    """Return the file of these values with the comments of the `old` one, whose keys it has.

    The values are those of the old file, their keys in the order in which they are to stand. The
    comments at the end of a line that stay `close` are told by the route of their text and what
    they say. Lines end with a line feed. Raises `UnwritableError` where a value cannot be written.
    """
    survey = places.survey(old)
    plain = write.text(dict(values))
    head, kept = _kept(survey, len(old.split("\n")), close)
    if not head and not kept:
        return plain
    return _with_comments(plain, head, kept)


def comments(text: str) -> list[str]:
    """Return the comments of a file, sorted: what must be the same after it was laid out anew."""
    return sorted(comment.text for comment in places.survey(text).comments)


def is_same(one: Any, other: Any) -> bool:
    """True for values that are the same to the last digit, in maps of any order of keys."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return str(one) == str(other)


def _kept(
    survey: Survey, count: int, close: Collection[tuple[Route, str]]
) -> tuple[list[str], list[_Kept]]:
    """Return what begins the file, and what belongs to its entries, in the order of the file."""
    head: list[str] = []
    kept: list[_Kept] = []
    told = {comment.line: comment for comment in survey.comments}
    entries = survey.entries
    columns = {entry.route: entry.column for entry in entries}
    first = entries[0].line if entries else count
    after, gap, depth = 0, False, 0
    for number in range(count):
        begun = after
        while after < len(entries) and entries[after].line <= number:
            after += 1
        previous = entries[after - 1] if after else None
        following = entries[after] if after < len(entries) else None
        if after > begun:
            if gap and begun:
                kept.append(_Kept(_Side.ABOVE, entries[begun].route, ""))
            gap, depth = False, count + 10**6
        comment = told.get(number)
        if number in survey.blanks:
            gap = True
        elif comment is None:
            continue
        elif previous is None:
            head += [""] * (gap and bool(head)) + [comment.text]
            gap = False
        elif comment.is_alone or (comment.is_behind_dash and after == begun):
            depth = min(depth, comment.column)
            side, route = _beside(columns, previous, following, depth)
            kept += [_Kept(side, route, "")] * gap + [_Kept(side, route, comment.text)]
            gap = False
        else:
            own = entries[begun:after] or (previous,)
            is_close = any((entry.route, comment.text) in close for entry in own)
            side = _Side.CLOSE if is_close else _Side.BESIDE
            kept.append(_Kept(side, _first_key(own).route, comment.text))
    if head and _is_parted(survey, first):
        head.append("")
    return head, kept


def _is_parted(survey: Survey, first: int) -> bool:
    """True where an empty line stands between the comments that begin a file and its first key."""
    return bool(survey.entries) and first - 1 in survey.blanks


def _first_key(entries: tuple[WrittenEntry, ...]) -> WrittenEntry:
    """Return the key to which a comment at the end of a line belongs: of an item its first."""
    return next((one for one in entries if isinstance(one.route[-1], str)), entries[0])


def _beside(
    columns: Mapping[Route, int],
    previous: WrittenEntry,
    following: WrittenEntry | None,
    column: int,
) -> tuple[_Side, Route]:
    """Return to what a comment belongs that stands between two entries, at this column or left.

    `columns` are those of all entries.
    """
    if following is not None and column <= following.column:
        return _Side.ABOVE, following.route
    if previous.is_block and previous.is_scalar and column > previous.column:
        return _Side.INSIDE, previous.route
    route = previous.route
    while len(route) > 1 and columns[route] > column:
        route = route[:-1]
    if following is not None and following.route[: len(route) - 1] == route[:-1]:
        return _Side.ABOVE, following.route
    return _Side.END, route[:-1]


def _with_comments(plain: str, head: list[str], kept: list[_Kept]) -> str:
    """Return the text with what is kept, each in the place of its entry."""
    lines = plain.split("\n")[:-1]
    survey = places.survey(plain)
    entries = {entry.route: entry for entry in survey.entries}
    last = _last_lines(survey.entries, len(lines))
    # None is an empty line that stood beside a comment or a key; other empty ones are of a text.
    above: dict[int, list[str | None]] = {}
    below: dict[int, list[str | None]] = {}
    beside: dict[int, list[str]] = {}
    for one in kept:
        entry = entries.get(one.route)
        if one.side is _Side.END:
            indent = _indent_inside(survey.entries, one.route)
            _put(below, last.get(one.route, len(lines) - 1), indent, one.text)
        elif entry is None:
            _put(below, len(lines) - 1, 0, one.text)
        elif one.side is _Side.ABOVE:
            _put(above, entry.line, _indent(lines[entry.line]), one.text)
        elif one.side is _Side.INSIDE and last[one.route] == entry.line:
            _put(below, entry.line, entry.column + 2, one.text)
        elif one.side is _Side.INSIDE:
            # Below a text of several lines a deeper comment would be one of them.
            _put(above, entry.line, _indent(lines[entry.line]), one.text)
        else:
            gap = " " if one.side is _Side.CLOSE else "  "
            beside.setdefault(entry.line, []).append(gap + one.text)
    written: list[str | None] = [text or None for text in head]
    for number, line in enumerate(lines):
        *more, own = beside.get(number, [""])
        written += above.get(number, ())
        written += [" " * _indent(line) + text.lstrip(" ") for text in more]
        written.append(line + own)
        written += below.get(number, ())
    return "\n".join(_one_blank(written)) + "\n"


def _put(where: dict[int, list[str | None]], line: int, indent: int, text: str) -> None:
    where.setdefault(line, []).append(" " * indent + text if text else None)


def _last_lines(entries: tuple[WrittenEntry, ...], count: int) -> dict[Route, int]:
    """Return the line in which each entry ends."""
    found: dict[Route, int] = {(): count - 1}
    open_routes: list[Route] = []
    for entry in entries:
        while open_routes and entry.route[: len(open_routes[-1])] != open_routes[-1]:
            found[open_routes.pop()] = entry.line - 1
        open_routes.append(entry.route)
    return found | dict.fromkeys(open_routes, count - 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indent_inside(entries: tuple[WrittenEntry, ...], route: Route) -> int:
    """Return the column of the keys or dashes inside what a route leads to."""
    inside = (entry for entry in entries if entry.route[:-1] == route)
    return next((entry.column for entry in inside), 0)


def _one_blank(lines: list[str | None]) -> list[str]:
    """Return the lines without empty ones at the ends, and with one where several stood."""
    kept: list[str | None] = []
    for line in lines:
        if line is not None or (kept and kept[-1] is not None):
            kept.append(line)
    if kept and kept[-1] is None:
        kept.pop()
    return [line or "" for line in kept]
