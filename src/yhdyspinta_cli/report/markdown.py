"""What a report in Markdown is made of: texts that are inert, links, anchors, the finished text."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from yhdyspinta_cli import inert_markdown


def inert(text: str) -> Markup:
    """Return a text of the data as Markdown that shows it and does nothing else."""
    return Markup(inert_markdown.inert(text))  # noqa: S704 - made inert there


def in_cell(text: Markup) -> Markup:
    """Return what is inert as a cell of a table has it: no list begins there."""
    return Markup(inert_markdown.in_cell(text))  # noqa: S704 - as inert as it was


def link(text: str, url: str | None) -> Markup:
    """Return a link where the address is harmless, else the text alone."""
    target = harmless(url)
    if not target:
        return inert(text)
    for character in '<>()\\|*_`"[] ':
        target = target.replace(character, f"%{ord(character):02X}")
    return Markup(f"[{inert(text)}]({target})")  # noqa: S704


def harmless(url: str | None) -> str:
    """Return an address that may become a link, else an empty text.

    Only http, https and mailto; nothing that is not visible ASCII.
    """
    if url and re.fullmatch(r"(?i)(https?://|mailto:)[!-~]+", url):
        return url
    return ""


_ESCAPED = re.compile("(?:%[0-9A-Fa-f]{2})+")


def readable(address: str) -> str:
    """Return an address as a reader reads it: letters, digits and blanks without their escapes.

    Every other escape stays: a slash, a question mark or a percent sign would mean something else.
    """
    return _ESCAPED.sub(_unescaped, address)


def _unescaped(found: re.Match[str]) -> str:
    try:
        said = bytes.fromhex(found[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return found[0]
    return "".join(
        one if one.isalnum() or one in " -._~" else "".join(f"%{byte:02X}" for byte in one.encode())
        for one in said
    )


_INNER_LINK = re.compile(r"(?<!\\)\[([^\]\n]*)\]\(#([^)\n]+)\)")


def linked(
    text: str, headings: Mapping[str, str], beside: str = "", there: Mapping[str, str] | None = None
) -> str:
    """Return a text whose links to ids lead to the headings (by id) that it has.

    A link to what it has no heading of leads to the file `beside` it, there to the heading that is
    told of it, else is its text alone.
    """

    def resolved(found: re.Match[str]) -> str:
        heading = headings.get(found[2])
        if heading is not None:
            return f"[{found[1]}](#{anchor(heading)})"
        heading = (there or {}).get(found[2])
        place = f"#{anchor(heading)}" if heading is not None else ""
        return f"[{found[1]}]({beside}{place})" if beside else found[1]

    return _INNER_LINK.sub(resolved, text)


def finished(text: str) -> str:
    """Return a rendered report without the empty lines that the templates leave."""
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")
