"""A page -> text for a terminal: paragraphs wrapped, tables in columns, nothing cut off.

It is laid out here and not by rich, which takes 0.4 ms for a row of a table, 260 times as long as
putting strings beside each other, and 70 ms to be imported, as long as a small question takes.
All text of the data passes `visible`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import zip_longest

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Cell,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
    cell_text,
)
from yhdyspinta_cli.output.terminal_columns import columns_of, listed, wrapped

_BOLD, _DIM = "1", "2"
_Paint = Callable[[str, str], str]
"""Puts a line into a style of the terminal (ECMA-48, SGR)."""

_GAP = "  "
_NARROWEST = 12
"""The columns that a value has left beside the longest name."""


def text(page: Page, *, width: int = 80, colour: bool = False) -> str:
    """Return the page as text of at most `width` columns, closed by a newline."""
    paint = _coloured if colour else _uncoloured
    lines: list[str] = []
    keys: set[tuple[str, ...]] = set()
    for number, block in enumerate(page):
        if number and not (isinstance(page[number - 1], Heading) or isinstance(block, Bullets)):
            lines.append("")
        if isinstance(block, Table) and (told := _short_titles(block, width)):
            block, key = told
            lines += _block(block, width, paint)
            # Of several tables alike the first one tells what its titles stand for.
            if key not in keys:
                keys.add(key)
                lines += ["", *listed(key, width)]
        else:
            lines += _block(block, width, paint)
    return "\n".join(_no_command(line.rstrip()) for line in lines).rstrip("\n") + "\n"


def _coloured(line: str, style: str) -> str:
    return f"\x1b[{style}m{line}\x1b[0m" if line else line


def _uncoloured(line: str, style: str) -> str:
    return line


def _no_command(line: str) -> str:
    """Return a line that GitHub's runner does not take for a command of its own."""
    line = line.replace("##[", "#\\u{0023}[")
    start = line.lstrip()
    return line.replace("::", "\\u{003A}:", 1) if start.startswith("::") else line


def _block(block: Block, width: int, paint: _Paint) -> Iterable[str]:
    if isinstance(block, Heading):
        return [paint(line, _BOLD) for line in wrapped(visible(block.text), width)]
    if isinstance(block, Paragraph):
        return _paragraph(block.text, width)
    if isinstance(block, Bullets):
        return _bullets(block.items, width)
    if isinstance(block, Pairs):
        return _pairs(block, width, paint)
    return _table(block, width, paint)


def _paragraph(said: str, width: int) -> list[str]:
    """Return the lines of a text, each wrapped."""
    return [part for line in said.split("\n") for part in wrapped(visible(line), width)]


def _bullets(items: Iterable[str], width: int) -> Iterable[str]:
    for item in items:
        first, *more = wrapped(visible(item), width - 5)
        yield f"  - {first}"
        yield from (f"    {line}" for line in more)


def _pairs(block: Pairs, width: int, paint: _Paint) -> Iterable[str]:
    """Yield names and values in two columns; a very long name is wrapped beside its value."""
    items = [(visible(name), cell_text(c)) for name, c in block.items if c not in (None, "")]
    longest = max((columns_of(name) for name, _value in items), default=0)
    names = min(longest, width - 2 * len(_GAP) - _NARROWEST)
    for name, value in items:
        left = wrapped(name, names)
        right = _paragraph(value, width - names - 2 * len(_GAP))
        yield from _beside((left, right), (names, 0), (False, False), (_BOLD, ""), paint)


def _table(block: Table, width: int, paint: _Paint) -> Iterable[str]:
    """Yield the titles, a rule, and the rows, each with the line under it where it has one."""
    block = _told(block)
    widths = _widths(block, width)
    n = range(len(widths))
    # Where each row stands over a line of its own, its numbers stand for themselves.
    right = [not block.under and _is_numeric(row[i] for row in block.rows) for i in n]
    heads = zip((visible(title) for title in block.columns), widths, strict=True)
    titles = [wrapped(_in_words(said, columns), columns) for said, columns in heads]
    height = max(map(len, titles), default=0)
    titles = [[""] * (height - len(lines)) + lines for lines in titles]
    yield from _beside(titles, widths, right, [_BOLD for _i in n], paint)
    yield "-" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    for row, under in zip_longest(block.rows, block.under):
        texts = zip((visible(cell_text(cell)) for cell in row), widths, strict=True)
        cells = [wrapped(_in_words(said, columns), columns) for said, columns in texts]
        if block.under:
            right = [_is_numeric([cell]) for cell in row]
        yield from _beside(cells, widths, right, ["" for _i in n], paint)
        if under:
            yield from (f"  {paint(line, _DIM)}" for line in wrapped(visible(under), width - 2))


def _told(block: Table) -> Table:
    """Return a table without the columns in which no row has anything: they tell a reader nothing.

    A table for a program keeps them all, so that its form is always the same.
    """
    kept = [
        number
        for number in range(len(block.columns))
        if number == 0 or any(row[number] not in (None, "") for row in block.rows)
    ]
    if len(kept) == len(block.columns):
        return block
    return Table(
        tuple(block.columns[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in block.rows),
        block.under,
        short=tuple(block.short[number] for number in kept) if block.short else (),
    )


def _short_titles(block: Table, width: int) -> tuple[Table, tuple[str, ...]] | None:
    """Return a table under the first words of its short titles, and the key to them.

    None where it has none, or where its titles fit without a break inside a word.
    """
    block = _told(block)
    room = width - len(_GAP) * (len(block.columns) - 1)
    if not block.short or sum(_least(block)) <= room:
        return None
    heads = zip(block.short, block.columns, strict=True)
    first = tuple(short.split(" ", 1)[0] or title for short, title in heads)
    key = tuple(visible(short) for short in block.short if short)
    return Table(first, block.rows, block.under), key


def _least(block: Table) -> list[int]:
    """Return the columns that the titles need, a word of them in one piece, and the names of the
    rows beside them.
    """
    titles = (visible(title).split() or [""] for title in block.columns)
    least = [max(1, *map(columns_of, words)) for words in titles]
    return [max(least[0], _NARROWEST), *least[1:]]


def _is_numeric(cells: Iterable[Cell]) -> bool:
    """True where there is something, and all of it is numbers or missing."""
    found = list(cells)
    return bool(found) and all(isinstance(cell, int | Decimal | None) for cell in found)


def _beside(
    cells: Sequence[list[str]],
    widths: Sequence[int],
    right: Sequence[bool],
    styles: Sequence[str],
    paint: _Paint,
) -> Iterable[str]:
    """Yield the lines of cells that stand beside each other, each in its columns."""
    for lines in zip_longest(*cells, fillvalue=""):
        parts = []
        for line, columns, is_right, style in zip(lines, widths, right, styles, strict=True):
            blank = " " * (columns - columns_of(line))
            shown = paint(line, style) if style else line
            parts.append(blank + shown if is_right else shown + blank)
        yield _GAP.join(parts)


_PIECE = r"\d{4}-\d\d-\d\d|[^\s-]+-*|-+"
"""What is not broken while there is another way: a day, a word, a part of one with its hyphen."""


def _in_words(said: str, columns: int) -> str:
    """Return a cell in lines; a word that is too long is broken after a hyphen or a syllable."""
    if len(said) <= columns:
        return said
    import textwrap

    words = (_broken(w, columns) if len(w) > columns else w for w in said.split(" "))
    return textwrap.fill(" ".join(words), columns)


def _broken(word: str, columns: int) -> str:
    """Return a long word in parts that end in a hyphen; an id or an address stays as it is.

    No two parts fit on one line, so that each begins one.
    """
    if not word.strip("().,;:“”").isalpha():
        return word
    # Its expressions take longer to compile than most answers to be laid out.
    from yhdyspinta_cli.typography import syllables

    parts = [""]
    for syllable in syllables(word):
        if parts[-1] and len(parts[-1]) + len(syllable) + 1 > columns:
            parts.append("")
        parts[-1] += syllable
    return "- ".join(parts)


def _widths(block: Table, total: int) -> list[int]:
    """Return how many of the `total` columns each column of a table gets.

    As many as its longest cell needs; where that is too much, the widest column that is still
    wider than its longest word gives first, and only then words are broken, those of the titles
    last.
    """
    texts = [
        [visible(title), *(visible(cell_text(row[number])) for row in block.rows)]
        for number, title in enumerate(block.columns)
    ]
    widths = [max(1, *map(columns_of, column)) for column in texts]
    room = max(total - len(_GAP) * (len(widths) - 1), len(widths))
    if sum(widths) <= room:
        return widths
    words = [
        max((columns_of(piece) for said in column for piece in re.findall(_PIECE, said)), default=1)
        for column in texts
    ]
    least = _least(block)
    while sum(widths) > room:
        wider = [n for n, width in enumerate(widths) if width > words[n]]
        wider = wider or [n for n, width in enumerate(widths) if width > least[n]]
        widest = max(wider or range(len(widths)), key=lambda n: (widths[n], n))
        widths[widest] -= 1
    return widths
