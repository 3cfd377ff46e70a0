"""A report -> Markdown or HTML, through templates that a knowledge base may override in part.

The templates run in jinja2's sandbox and are strict about undefined names. Nothing of the data
is trusted: whatever a template prints is made inert for its format unless it is already markup,
so a template cannot forget it.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Undefined
from markupsafe import Markup

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.report import (
    charts,
    columns,
    formats,
    hatching,
    html,
    markdown,
    sandbox,
    template_faults,
)
from yhdyspinta_cli.report.formats import Format
from yhdyspinta_cli.report.sheets import Report
from yhdyspinta_cli.vocabulary import TAKING_PART, TextFormat
from yhdyspinta_cli.wording import (
    days,
    entries,
    numbers,
    quotes,
    rhythms,
    states,
    tallies,
    trails,
)
from yhdyspinta_cli.wording import obligations as obligation_words
from yhdyspinta_cli.wording.words import yes_or_no

# What ends a line inside a cell of Markdown; no text of the data can hold it.
_LINE_END = "\x1f"
# The data's own are made visible before; only a template can still hold one.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1e\x7f-\x9f]")


@frozen
class Contents:
    """What was met while rendering: the chapters as (id, title), and each heading by its id."""

    chapters: list[tuple[str, str]] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, title: str) -> str:
        """Note a chapter for the list of contents; returns nothing to print."""
        self.chapters.append((key, str(title)))
        return self.note(key, title)

    def note(self, key: str, title: str) -> str:
        """Note a heading below a chapter's; returns nothing to print."""
        self.headings[key] = str(title)
        return ""


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
    # A fault of a template is told in the user's language, not in the report's.
    with template_faults.told(folders, packaged), language.speaking(report.frame.language):
        written, headings = _filled_in(report, format, texts, folders, packaged, word)
    if (found := _CONTROL.search(written)) is not None:
        name = f"U+{ord(found[0]):04X}"
        raise template_faults.failed(
            f"report.{format}.j2", 1, _("a control character: {name}").format(name=name), packaged
        )
    return texts.finished(written, headings)


def _filled_in(
    report: Report,
    format: str,
    texts: Format,
    folders: Sequence[Path],
    packaged: Path,
    word: Callable[[str | None], str],
) -> tuple[str, dict[str, str]]:
    """Return what the templates make of a report, and its headings by their ids."""
    environment = _environment(texts, folders, packaged, word)
    contents = Contents()
    environment.globals.update(titles=report.frame.titles, contents=contents)
    style = ""
    if texts.style:
        style = formats.closed(
            environment.get_template(texts.style).render(report=report, frame=report.frame)
        )
    if "</" in style:
        raise TemplateSyntaxError("a style holds no </", 1, texts.style)
    written = environment.get_template(f"report.{format}.j2").render(
        report=report,
        frame=report.frame,
        style=Markup(style),  # noqa: S704 - a template's own text, not the data's
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return written, contents.headings


def _environment(
    texts: Format,
    folders: Sequence[Path],
    packaged: Path,
    word: Callable[[str | None], str],
) -> sandbox.Sandbox:
    environment = sandbox.Sandbox(folders, packaged)
    data_text = texts.data_text

    def finalize(value: Any) -> Any:
        if isinstance(value, Markup | Undefined):
            return value
        environment.weigh(value)
        return texts.inert(_words(value))

    def said(state: str | None, own: str = "") -> str:
        """A word of ours, or the data's own word that stands in its place."""
        return data_text(own) if own else word(state)

    def how_often(value: Rhythm, clock: str = "") -> str:
        """As `rhythms.words`, with what is the data's own made inert."""
        if not value.is_told:
            return rhythms.untold()
        if value.within is not None:
            return named(rhythms.ours(value, "{name}"), clock)
        if own := rhythms.ours(value):
            return own
        return (
            data_text(value.when) if value.when else named(quotes.of("{name}"), value.printed or "")
        )

    def named(message: str, name: str) -> Markup:
        """Our own words with a name of the data in them, the name made inert."""
        if "{name}" not in message:
            return Markup(message)  # noqa: S704 - our own words
        return Markup(message.replace("{name}", data_text(name)))  # noqa: S704 - as above

    environment.finalize = finalize
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(
        gettext=lambda message, /, **names: _filled(
            language.text(message, language.REPORT), names, finalize
        ),
        ngettext=lambda one, many, n, /, **names: _filled(
            language.plural(one, many, n, language.REPORT), {"n": n, **names}, finalize
        ),
        word=said,
        letter=states.letter,
        measures_told=lambda counts: tallies.measures((one.state, one.number) for one in counts),
        states_told=lambda counts: tallies.standing((one.state, one.number) for one in counts),
        looks=states.LOOKS,
        foreign=texts.foreign,
        language_name=language.name,
        begin_chapter=texts.begin_chapter,
        columns=columns.Columns(),
        anchor=markdown.anchor,
        long_day=language.long_day_text,
        month_name=language.month_name,
        line_end=Markup(_LINE_END),  # noqa: S704 - a mark of our own
        TAKING_PART=TAKING_PART,
        of_all=numbers.of_all,
        written=charts.written,
        texture=lambda state: hatching.path(state, 1, 1, 16, 16),
    )
    environment.filters.update(
        prose=data_text,
        data=texts.data_name,
        oneline=_oneline,
        cell_lines=_cell_lines,
        in_cell=lambda value: markdown.in_cell(finalize(value)),
        solid=texts.solid,
        css_string=html.css_string,
        word=environment.globals["word"],
        number=language.number,
        rhythm=how_often,
        due_state=lambda state, rhythm, late=False: obligation_words.state_in_prose(
            state, rhythm, is_late=late
        ),
        way=lambda how, through: named(trails.how_in_prose(how), through),
        mark=lambda mark: named(
            entries.in_prose(mark.kind), f"{mark.code} {mark.name}" if mark.code else mark.name
        ),
        due_reason=lambda reason, heirs=(): obligation_words.reason_in_prose(reason, heirs),
    )
    environment.globals["link"] = texts.link
    return environment


def _filled(message: str, names: Mapping[str, Any], finalize: Callable[[Any], Any]) -> Markup:
    """Return a message of ours with data in it, the data made inert."""
    inert = {key: finalize(value) for key, value in names.items()}
    try:
        return Markup(message % inert)  # noqa: S704 - our own words around what is inert
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateRuntimeError(f"{message!r}: {error!r}") from error


def _cell_lines(value: Markup) -> Markup:
    """Return the lines of a table's cell on one line, parted by a dot in the middle."""
    lines = [_oneline(line) for line in value.split(_LINE_END)]
    return Markup(" · ").join(line for line in lines if line)


def _oneline(value: str) -> str:
    """Return a text on one line; markup stays markup, and only markup is."""
    return type(value)(re.sub(r"[ \t\r\n]+", " ", value).strip(" "))


def _words(value: Any) -> str:
    """Return a value as a reader of the language spoken now writes it."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Decimal):
        return language.number(value)
    if isinstance(value, date):
        return language.day_text(value)
    if isinstance(value, Moment):
        return days.moment_in_prose(value)
    return str(value)
