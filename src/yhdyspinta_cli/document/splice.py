"""One value put into a file or taken out of it: all else of the file stays, letter by letter."""

from collections import Counter
from collections.abc import Collection, Sequence
from copy import deepcopy
from typing import Any

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document import layout, places, write
from yhdyspinta_cli.document.places import Survey, WrittenEntry
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.write import UnwritableError


def put(
    text: str,
    route: Route,
    value: Any,
    orders: Sequence[Sequence[str]] = (),
    free: Collection[str] = (),
) -> str:
    """Return the text of a file with `value` where the route leads.

    Steps that are not there are made, a list where a number follows; the number after the last of
    a list is a new item. `orders` are, for each of the last steps, the keys of the map in which it
    stands: a new one goes after those before it. What stands in brackets is laid out anew from the
    brackets on. Raises `UnwritableError` where that is not possible, as inside a word, or a comment
    would be lost that is not among the `free` ones.
    """
    new = deepcopy(_values(text))
    holder: Any = new
    for step, following in zip(route, (*route[1:], None), strict=True):
        if not _has_steps(holder) or isinstance(holder, list) is not isinstance(step, int):
            raise UnwritableError
        last = following is None
        here = value if last else [] if isinstance(following, int) else {}
        if isinstance(holder, list) and step == len(holder):
            holder.append(here)
        elif last or _is_nothing(holder, step):
            holder[step] = here
        holder = holder[step]
    survey = places.survey(text)
    depth = _depth(text, survey, route)
    part, whole = route[:depth], _at(new, route[:depth])
    entry = survey.at(part)
    if entry is not None:
        made = _replaced(text, entry, whole, free)
    else:
        step = depth - 1 - (len(route) - len(orders))
        made = _inserted(text, survey, part, whole, orders[step] if 0 <= step < len(orders) else ())
    return _checked(text, made, new, free)


def take(text: str, route: Route, free: Collection[str] = ()) -> str:
    """Return the text of a file without what stands where the route leads.

    What would be left empty by it goes, too. Raises LookupError where nothing stands there,
    `UnwritableError` where that is not possible, or a comment would be lost that is not `free`.
    """
    new = deepcopy(_values(text))
    if not _has_steps(_at(new, route[:-1])):
        raise LookupError
    while len(route) > 1 and len(_at(new, route[:-1])) == 1:
        route = route[:-1]
    del _at(new, route[:-1])[route[-1]]
    survey = places.survey(text)
    depth = _depth(text, survey, route)
    entry = survey.at(route[:depth])
    if entry is None:
        raise UnwritableError
    if depth < len(route):
        made = _replaced(text, entry, _at(new, route[:depth]), free)
    else:
        made = _without(text, survey, entry)
    return _checked(text, made, new, free)


def _values(text: str) -> Any:
    tree, faults = read("", text.encode())
    if tree is None or faults:
        raise UnwritableError(faults[0].message if faults else "")
    return tree.plain()


def _is_nothing(holder: Any, step: str | int) -> bool:
    return isinstance(holder, dict) and holder.get(str(step)) is None


def _has_steps(value: Any) -> bool:
    return isinstance(value, dict | list)


def _at(values: Any, route: Route) -> Any:
    for step in route:
        if not _has_steps(values):
            raise LookupError
        values = values[step]
    return values


def _checked(old: str, made: str, wanted: Any, free: Collection[str]) -> str:
    before, after = Counter(layout.comments(old)), Counter(layout.comments(made))
    is_kept = not after - before and set(before - after) <= set(free)
    if not layout.is_same(_values(made), wanted) or not is_kept:
        raise UnwritableError
    return made


def _depth(text: str, survey: Survey, route: Route) -> int:
    """Return how many steps of the route lead to what can be changed alone."""
    for depth in range(1, len(route)):
        entry = survey.at(route[:depth])
        if entry is None or entry.is_scalar or text[entry.value] in "[{":
            return depth
    return len(route)


def _replaced(text: str, entry: WrittenEntry, value: Any, free: Collection[str]) -> str:
    """Return the text with another value in the place of that of an entry."""
    old = text[entry.value : entry.end]
    if entry.is_scalar and "\n" not in text[entry.begin : entry.end] and _is_short(value):
        space = " " if not old and value is not None else ""
        return text[: entry.value] + space + _word(value) + text[entry.end :]
    column = entry.begin - (text.rfind("\n", 0, entry.begin) + 1)
    step = entry.route[-1]
    lines = _key(step, value) if isinstance(step, str) else _item(value)
    beside = text[entry.end : _end_of_line(text, entry.end)].removesuffix("\n")
    end = entry.end + len(beside) if beside.strip() in free else entry.end
    return text[: entry.begin] + _indented(lines, column).lstrip(" ") + text[end:]


def _is_short(value: Any) -> bool:
    return not isinstance(value, list | dict) and "\n" not in str(value)


def _word(value: Any) -> str:
    """Return a value as it stands behind its key."""
    return write.text({"x": value})[len("x:") :].strip("\n").removeprefix(" ")


def _key(key: str, value: Any) -> list[str]:
    return write.text({key: value}).rstrip("\n").split("\n")


def _item(value: Any) -> list[str]:
    """Return the lines of an item of a list, without its dash."""
    lines = write.text({"x": [value]}).rstrip("\n").split("\n")[1:]
    return [line[len("  - ") :] for line in lines]


def _indented(lines: Sequence[str], column: int) -> str:
    return "\n".join(" " * column + line if line else "" for line in lines)


def _inserted(text: str, survey: Survey, route: Route, value: Any, order: Sequence[str]) -> str:
    """Return the text with a new entry behind the one that it follows."""
    beside = [entry for entry in survey.entries if entry.route[:-1] == route[:-1]]
    if not beside:
        raise UnwritableError
    step = route[-1]
    if isinstance(step, str):
        known = {
            entry: order.index(str(entry.route[-1])) for entry in beside if entry.route[-1] in order
        }
        place = order.index(step) if step in order else len(order)
        lines = _key(step, value)
        earlier = [entry for entry in known if known[entry] < place]
        if not earlier and beside[0] in known and not _has_comment_above(survey, beside[0]):
            return _in_front(text, beside[0], lines)
        earlier = earlier or beside[:1]
        before = (
            max(earlier, key=lambda entry: known.get(entry, 0)) if step in order else beside[-1]
        )
    else:
        before = beside[-1]
        first, *more = _item(value)
        lines = [f"- {first}", *("  " + line if line else "" for line in more)]
    column = before.column
    at = _line_after(text, survey, before)
    begin = text[:at] if not at or text[at - 1] == "\n" else text[:at] + "\n"
    return begin + _indented(lines, column) + "\n" + text[at:]


def _has_comment_above(survey: Survey, entry: WrittenEntry) -> bool:
    """True where a comment would stand above another key than now."""
    return any(one.line == entry.line - 1 for one in survey.comments)


def _in_front(text: str, first: WrittenEntry, lines: Sequence[str]) -> str:
    """Return the text with lines in front of the first key of a map, behind its dash if any."""
    whole = _indented((*lines, ""), first.column)[first.column :]
    return text[: first.begin] + whole + " " * first.column + text[first.begin :]


def _line_after(text: str, survey: Survey, entry: WrittenEntry) -> int:
    """Return where the line begins after an entry and the comments that stand inside its block."""
    at = _end_of_line(text, entry.end)
    alone = {one.line: one for one in survey.comments if one.is_alone}
    number = text.count("\n", 0, at)
    while number in alone and alone[number].column > entry.column:
        at = _end_of_line(text, at)
        number += 1
    return at


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _without(text: str, survey: Survey, entry: WrittenEntry) -> str:
    """Return the text without the lines of an entry."""
    begin = text.rfind("\n", 0, entry.begin) + 1
    before = text[begin : entry.begin]
    if isinstance(entry.route[-1], int) or not before.strip():
        return text[:begin] + text[_end_of_line(text, entry.end) :]
    # The first key of an item stands behind its dash: the next one takes its place.
    following = next(
        one
        for one in survey.entries
        if one.route[:-1] == entry.route[:-1] and one.begin > entry.begin
    )
    return text[: entry.begin] + text[following.begin :]
