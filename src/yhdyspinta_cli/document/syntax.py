"""A parser's own complaint -> a fault where a person must look, in words an official understands.

A parser tells where it gave up: for an unclosed quotation mark the end of the file, for a missing
bracket the next line. The mistake was made where the quotation mark or the bracket opens.
"""

import re
from typing import Any

from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.document.tree import Fault
from yhdyspinta_cli.language import text as _

KEY_LINE = re.compile(r"^\s*(?:- +)?[A-Za-z_][\w-]*:(?:\s|$)")
"""A line that begins with a key."""

_QUOTE_OPENS = re.compile(r"""^\s*(?:- +)*(?:[A-Za-z_][\w-]*: +)?(["'])""")
_HYPHEN = re.compile(r"^\s*(?:- +)*-[^\s-]")
_BLOCK_MARK = re.compile(r":\s+([|>][+-]?[1-9][+-]?)\s*(?:#.*)?$")


def fault_of(error: Any, lines: list[str]) -> Fault:
    """Return the fault that a parser's exception (a YAMLError) stands for."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    words = str(getattr(error, "context", "") or "")
    said = str(getattr(error, "problem", "") or "")
    mark = problem if problem is not None else context
    if mark is None:
        return Fault("YP034", 1, 1, _("the file is not valid YAML"))
    found = (
        _quote(lines, mark, words)
        or (_opening(lines, context, words, said) if context is not None else None)
        or _above(lines, mark, said)
    )
    if found is not None:
        return found
    if context is not None and "simple key" in words:
        mark = context
    message, hint = _explain(said, _character(lines, mark))
    number, column = mark.line, mark.column
    if number >= len(lines) or (number and not lines[number].strip() and column == 0):
        # Nothing stands there: the last line that holds something is where to look.
        number = _line_above(lines, number)
        column = len(lines[number])
    return Fault("YP034", number + 1, column + 1, message, hint)


def unclosed_quote(line: int, column: int) -> Fault:
    """Return the fault of a quotation mark that opens at a place (from 1) and is not closed."""
    message = _("the quotation mark that opens here is not closed before the next key")
    hint = _("close the text with the same quotation mark on its last line")
    return Fault("YP034", line, column, message, hint)


def _quote(lines: list[str], mark: Any, words: str) -> Fault | None:
    """Return an unclosed quotation mark at the beginning of a value, up to the mark."""
    for number, line in enumerate(lines[: mark.line + 1]):
        opening = _QUOTE_OPENS.match(line)
        if opening and not _closes(line[opening.end() :], opening.group(1)):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if "quoted scalar" in words or not following.strip() or KEY_LINE.match(following):
                return unclosed_quote(number + 1, opening.end())
    return None


def _closes(rest: str, quote: str) -> bool:
    """True where a text that was opened by `quote` is closed in the rest of the line."""
    if quote == "'":
        return rest.replace("''", "").count("'") > 0
    return re.sub(r"\\.", "", rest).count('"') > 0


def _opening(lines: list[str], context: Any, words: str, said: str) -> Fault | None:
    """Return a bracket or a quotation mark that opens where the parser began to wait."""
    opener = _character(lines, context)
    if "quoted scalar" in words and opener in "\"'" and "end of stream" in said:
        return unclosed_quote(context.line + 1, context.column + 1)
    line, column = context.line, context.column
    if "flow" in words and opener not in "[{":
        line, column = _last_open(lines, context) or (line, column)
        opener = lines[line][column : column + 1] if line < len(lines) else ""
    if "flow" in words and opener and opener in "[{":
        message = _("the bracket {bracket} that opens here is not closed").format(bracket=opener)
        hint = _("close it, or check the commas between the items")
        return Fault("YP034", line + 1, column + 1, message, hint)
    return None


def _last_open(lines: list[str], mark: Any) -> tuple[int, int] | None:
    """Return the last bracket before the mark that is not closed, by line and column from 0."""
    text = "\n".join(
        [*lines[: mark.line], "".join(lines[mark.line : mark.line + 1])[: mark.column]]
    )
    depth = 0
    for offset in range(len(text) - 1, -1, -1):
        if text[offset] in "]}":
            depth += 1
        elif text[offset] in "[{":
            if depth == 0:
                return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1
            depth -= 1
    return None


def _above(lines: list[str], mark: Any, said: str) -> Fault | None:
    """Return the fault at the line above where that is where the mistake was made."""
    number = _line_above(lines, mark.line)
    line = lines[number]
    if "document start" in said:
        message, hint = _("a second document begins here"), _("one file, one document")
        if line.rstrip() == "...":
            return Fault("YP032", number + 1, 1, message, hint)
        return Fault("YP032", mark.line + 1, mark.column + 1, message, hint)
    if "mapping values" in said and _HYPHEN.match(line):
        message = _("a list item has no space after its hyphen")
        hint = _("write a space after the hyphen of a list item")
        return Fault("YP034", number + 1, len(line) - len(line.lstrip()) + 1, message, hint)
    announced = _BLOCK_MARK.search(line)
    if announced and "expected" in said:
        message = _("the lines of the block text do not have the indentation it announces")
        hint = _("leave out the number after the mark | or >")
        return Fault("YP034", number + 1, announced.start(1) + 1, message, hint)
    return None


def _line_above(lines: list[str], number: int) -> int:
    """Return the index of the last line above that holds something, 0 where none does."""
    number = min(number, len(lines)) - 1
    while number > 0 and not lines[number].strip():
        number -= 1
    return max(number, 0)


def _character(lines: list[str], mark: Any) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1] or " "


def _explain(problem: str, character: str) -> tuple[str, str]:
    """Return words an official understands, and a hint, for a parser's own problem."""
    if "mapping values are not allowed" in problem:
        return (
            _("a colon followed by a space stands inside a text without quotes"),
            _("put the whole text in double quotes, or check the indentation of the line"),
        )
    if "did not find expected key" in problem or "could not find expected ':'" in problem:
        return (
            _("a key was expected here"),
            _("a line is 'key: value'; check the indentation of this line and the one above"),
        )
    if "block sequence" in problem or "'-' indicator" in problem or character == "-":
        return (
            _("a list item stands at the wrong place"),
            _("all items of a list begin in the same column"),
        )
    if "cannot start any token" in problem or "unexpected character" in problem:
        return (
            _("a text cannot begin with the character {character}").format(
                character=quoted(character)
            ),
            _("put the whole text in double quotes"),
        )
    if "escape" in problem or "hexdecimal" in problem or "Unicode" in problem:
        return (
            _("a backslash in a double-quoted text begins an unknown escape"),
            _("use single quotes, or write the backslash twice"),
        )
    return (
        _("the line does not follow the form of the file"),
        _("check the quotes, brackets and indentation of this line and the one above"),
    )
