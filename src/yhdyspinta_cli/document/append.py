"""More items at the end of a list in a file that stands: nothing else of the file is touched.

To write the whole file anew would lose what a person has laid out; here the text of the items goes
in after the last one, and what comes of it is read back before anybody writes it.
"""

import re
from typing import Any

from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.write import UnwritableError, text


def appended(raw: bytes, key: str, items: list[dict[str, Any]]) -> bytes:
    """Return the bytes of a file of lists with `items` at the end of the list `key`.

    A list that the file has not is begun at its end; a file without a byte is begun. Raises
    `UnwritableError` where that cannot be done by putting in one piece of text, as where the items
    stand in brackets.
    """
    block = text({key: items})
    if not raw:
        return block.encode()
    tree, faults = read("", raw)
    old = tree.plain() if tree is not None and not faults else None
    if not isinstance(old, dict) or not isinstance(old.get(key) or [], list):
        raise UnwritableError
    lines = raw.decode().splitlines(keepends=True)
    if key in old:
        begin = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
        if begin is None:
            raise UnwritableError
        # A list of nothing is written in brackets, which an item behind a dash cannot follow.
        lines[begin] = re.sub(rf"^({re.escape(key)}:)[ \t]*\[[ \t]*\]", r"\1", lines[begin])
        block = _indented_as(lines[begin + 1 :], block.partition("\n")[2])
        at = _end(lines, begin + 1)
    else:
        at = len(lines)
    if b"\r\n" in raw:
        block = block.replace("\n", "\r\n")
    before = "".join(lines[:at])
    if before and not before.endswith("\n"):
        before += "\n"
    made = (before + block + "".join(lines[at:])).encode()
    wanted = {**old, key: [*(old.get(key) or []), *items]}
    tree, faults = read("", made)
    if faults or tree is None or tree.plain() != wanted:
        raise UnwritableError
    return made


def _end(lines: list[str], begin: int) -> int:
    """Return the number of the line after the list: before the blank ones and comments there."""
    end = begin
    for number in range(begin, len(lines)):
        line = lines[number]
        # A list may stand without indentation below its key.
        if line.strip() and not line.startswith((" ", "#", "-")):
            break
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return end


def _indented_as(lines: list[str], block: str) -> str:
    """Return the items with dashes in the column of those that stand there already."""
    first = next((line for line in lines if line.lstrip(" ").startswith("-")), "  -")
    column = len(first) - len(first.lstrip(" "))
    return "".join(" " * column + line[2:] for line in block.splitlines(keepends=True))
