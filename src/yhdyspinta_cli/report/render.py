"""A report -> Markdown or HTML, through templates that a knowledge base may override in part."""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from yhdyspinta_cli import language
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report import formats, template_faults
from yhdyspinta_cli.report.filling import Filling
from yhdyspinta_cli.report.sheets import Report
from yhdyspinta_cli.vocabulary import TextFormat

# The data's own are made visible before; only a template can still hold one.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1e\x7f-\x9f]")


def render(
    report: Report,
    format: TextFormat,
    folders: Sequence[Path],
    *,
    packaged: Path,
    word: Callable[[str | None], str],
) -> str:
    """Return the report in a format ("md", "html") and its own language, closed by a newline.

    `folders` hold templates that come before the packaged ones, the first one first. `word`
    puts an enumerated value of the data into the language spoken now. Raises UserError (exit 3)
    with file and line where a template fails.
    """
    texts = formats.of(format, report.frame)
    template = f"report.{format}.j2"
    # A fault of a template is told in the user's language, not in the report's.
    with template_faults.told(folders, packaged), language.speaking(report.frame.language):
        filling = Filling(texts, folders, packaged, word)
        filling.begin(texts, report.frame.titles)
        style = ""
        if texts.style:
            style = styled(filling, texts.style, report=report, frame=report.frame)
        written = filling.fill(
            template,
            report=report,
            frame=report.frame,
            style=Markup(style),  # noqa: S704 - a template's own text, not the data's
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    refuse_control(written, template, packaged)
    with language.speaking(report.frame.language):
        return texts.finished(written, filling.contents.headings)


def styled(filling: Filling, template: str, **given: object) -> str:
    """Return the style sheet that a template makes; TemplateSyntaxError where it ends a style."""
    style = formats.closed(filling.fill(template, **given))
    if "</" in style:
        raise TemplateSyntaxError("a style holds no </", 1, template)
    return style


def refuse_control(written: str, template: str, packaged: Path) -> None:
    """Raise UserError (exit 3) where what a template has made holds a control character."""
    if (found := _CONTROL.search(written)) is not None:
        name = f"U+{ord(found[0]):04X}"
        raise template_faults.failed(
            template, 1, _("a control character: {name}").format(name=name), packaged
        )
