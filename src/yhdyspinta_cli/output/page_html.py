"""A page -> one self-contained HTML document: no script, light, dark and print, nothing fetched."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from html import escape
from itertools import zip_longest

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.language import text as _
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
from yhdyspinta_cli.wording import standing_in

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1d21; --soft: #4a5560; --rule: #7a8590; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #14181c; --ink: #eef1f4; --soft: #b8c2cc; --rule: #7f8b96; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font-family: "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  line-height: 1.5; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .6rem; }
li { margin: .25rem 0; }
dl > div { margin: .35rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0;
  border-bottom: 1px solid var(--rule); }
.n { text-align: right; }
.under { color: var(--soft); }
@media print { body { padding: 0; max-width: none; } h2, tr, li { break-inside: avoid; } }
"""


def document(page: Page, of_data: Callable[[str], str] | None = None) -> str:
    """Return the page as an HTML document in the language spoken now.

    Its first heading is that of the document, the others stand below it. `of_data` marks what is
    in the data's language, where that is another one.
    """
    made = _document(page)
    if of_data is not None:
        made = of_data(made)
    return standing_in.marked(made)


def _document(page: Page) -> str:
    first = next((block.text for block in page if isinstance(block, Heading)), _("Answer"))
    body: list[str] = []
    level = "h1"
    if not any(isinstance(block, Heading) for block in page):
        body, level = [f"<h1>{_shown(first)}</h1>"], "h2"
    for block in page:
        body += _block(block, level)
        if isinstance(block, Heading):
            level = "h2"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{language.current()}">',
            '<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_shown(first)}</title>",
            f"<style>{_STYLE}</style>\n</head>",
            "<body>\n<main>",
            *body,
            "</main>\n</body>\n</html>\n",
        )
    )


def _shown(said: str) -> str:
    return escape(visible(said))


def _lines(said: str) -> str:
    return "<br>".join(_shown(line) for line in said.split("\n"))


def _block(block: Block, level: str) -> Iterable[str]:
    if isinstance(block, Heading):
        return [f"<{level}>{_shown(block.text)}</{level}>"]
    if isinstance(block, Paragraph):
        return [f"<p>{_lines(block.text)}</p>"]
    if isinstance(block, Bullets):
        return ["<ul>", *(f"<li>{_lines(item)}</li>" for item in block.items), "</ul>"]
    if isinstance(block, Pairs):
        told = ((name, cell_text(cell)) for name, cell in block.items)
        pairs = (
            f"<div><dt>{_shown(name)}</dt><dd>{_lines(said)}</dd></div>"
            for name, said in told
            if said
        )
        return ["<dl>", *pairs, "</dl>"]
    return _table(block)


def _table(block: Table) -> Iterable[str]:
    """Yield a table, the first cell of a row as its head, in a frame that scrolls by itself."""
    label = escape(" / ".join(visible(title) for title in block.columns if title))
    yield f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
    heads = "".join(f'<th scope="col">{_shown(title)}</th>' for title in block.columns)
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    for row, under in zip_longest(block.rows, block.under):
        first, *others = row
        below = f'<br><span class="under">{_shown(under)}</span>' if under else ""
        cells = "".join(map(_cell, others))
        yield f'<tr><th scope="row">{_lines(cell_text(first))}{below}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _cell(cell: Cell) -> str:
    mark = ' class="n"' if isinstance(cell, int | Decimal) else ""
    return f"<td{mark}>{_lines(cell_text(cell))}</td>"
