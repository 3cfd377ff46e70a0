"""A page -> Markdown as GitHub and GitLab show it: for a pull request, a wiki, a mail.

All text of the data is inert there, and calls nobody: a name after an ``@`` would be told of it.
"""

import re
from collections.abc import Iterable
from itertools import zip_longest

from yhdyspinta_cli import inert_markdown
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
    cell_text,
)

_CALLS = re.compile(r"(?<![\w.])@(?=\w)|\\#(?=\d)")
"""What the forges make a mention or a link of after Markdown was read: a comment parts it."""


def text(page: Page) -> str:
    """Return the page as Markdown, its first heading above the others, closed by a newline."""
    lines: list[str] = []
    level = "##"
    for block in page:
        found = [*_block(block, level)]
        if isinstance(block, Heading):
            level = "###"
        # A list stands under the paragraph or the list before it only after an empty line.
        lines += [*found, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def shown(said: str) -> str:
    """Return a text of the data on one line, so that it is shown and does nothing else."""
    return _CALLS.sub(lambda found: f"{found[0]}<!-- -->", inert_markdown.inert(said))


def _block(block: Block, level: str) -> Iterable[str]:
    if isinstance(block, Heading):
        return [f"{level} {shown(block.text)}"]
    if isinstance(block, Paragraph):
        return ["\\\n".join(shown(line) for line in block.text.split("\n"))]
    if isinstance(block, Bullets):
        return [f"- {shown(item)}" for item in block.items]
    if isinstance(block, Pairs):
        told = ((name, cell_text(cell)) for name, cell in block.items)
        return [f"- **{shown(name)}:** {_lines(said)}" for name, said in told if said]
    return _table(block)


def _table(block: Table) -> Iterable[str]:
    """Yield a table; what stands under a row is the second line of its first cell."""
    yield _row(block.columns)
    yield _row(("---",) * len(block.columns))
    for row, under in zip_longest(block.rows, block.under):
        first, *others = (cell_text(cell) for cell in row)
        yield _row((f"{first}\n{under}" if under else first, *others))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(c if c == "---" else _lines(c) for c in cells) + " |"


def _lines(said: str) -> str:
    """Return the lines of a cell, each inert, with breaks between them."""
    lines = (inert_markdown.in_cell(shown(line)) for line in said.split("\n"))
    return "<br>".join(line for line in lines if line)
