"""The templates of one format, filled page after page, with all that they may call.

The templates run in jinja2's sandbox and are strict about undefined names. Nothing of the data
is trusted: whatever a template prints is made inert for its format unless it is already markup,
so a template cannot forget it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Undefined
from markupsafe import Markup

from yhdyspinta_cli import language, typography
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.report import (
    charts,
    columns,
    hatching,
    html,
    markdown,
    sandbox,
)
from yhdyspinta_cli.report.formats import Format
from yhdyspinta_cli.vocabulary import TAKING_PART, Situation
from yhdyspinta_cli.wording import (
    days,
    entries,
    numbers,
    quotes,
    rhythms,
    standing_in,
    states,
    tallies,
    trails,
)
from yhdyspinta_cli.wording import obligations as obligation_words
from yhdyspinta_cli.wording.words import yes_or_no

# What ends a line inside a cell of Markdown; no text of the data can hold it.
_LINE_END = "\x1f"


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

    def forget(self) -> None:
        """Begin a page anew."""
        self.chapters.clear()
        self.headings.clear()


class Filling:
    """The templates of some folders, the first one first; the packaged ones come last.

    `word` puts an enumerated value of the data into the language spoken now. What a page has met
    is in `contents`; each begins with `begin`.
    """

    def __init__(
        self,
        texts: Format,
        folders: Sequence[Path],
        packaged: Path,
        word: Callable[[str | None], str],
    ) -> None:
        self.contents = Contents()
        self._texts = texts
        self._word = word
        self._titles: dict[str, str] = {}
        self._sandbox = self._environment(folders, packaged)

    def begin(self, texts: Format, titles: Mapping[str, str]) -> None:
        """Begin a page with the `texts` of its format; `titles` are the measures', by code."""
        self._texts = texts
        self._sandbox.steps = 0
        self.contents.forget()
        # A template that another one imports keeps the very things that it was given first.
        self._titles.clear()
        self._titles.update(titles)

    def fill(self, template: str, **given: Any) -> str:
        """Return what a template makes of what it is given."""
        return self._sandbox.get_template(template).render(**given)

    def _finalize(self, value: Any) -> Any:
        if isinstance(value, Markup):
            return value
        if isinstance(value, Undefined):
            return str(value)  # What is strict about names raises its own fault.
        if isinstance(value, str):
            self._sandbox.count(1)
            return self._texts.inert(str(value))
        self._sandbox.weigh(value)
        return self._texts.inert(_words(value))

    def _data_text(self, value: str) -> Markup:
        return self._texts.data_text(value)

    def _said(self, state: str | None, own: str = "") -> str:
        """A word of ours, or the data's own word that stands in its place."""
        return self._data_text(own) if own else self._word(state)

    def _said_of_party(self, state: Situation | None, own: str = "") -> str:
        """The same of how a party stands on a measure."""
        return self._data_text(own) if own else states.of_party(state)

    def _how_often(self, value: Rhythm, clock: str = "") -> str:
        """As `rhythms.words`, with what is the data's own made inert."""
        if not value.is_told:
            return rhythms.untold()
        if value.within is not None:
            return self._named(rhythms.ours(value, "{name}"), clock)
        if own := rhythms.ours(value):
            return own
        if value.when:
            return self._data_text(value.when)
        return self._named(quotes.of("{name}"), value.printed or "")

    def _named(self, message: str, name: str) -> Markup:
        """Our own words with a name of the data in them, the name made inert."""
        if "{name}" not in message:
            return Markup(message)  # noqa: S704 - our own words
        return Markup(message.replace("{name}", self._data_text(name)))  # noqa: S704 - as above

    def _filled(self, message: str, names: Mapping[str, Any]) -> Markup:
        """Return a message of ours with data in it, the data made inert."""
        inert = {
            key: language.count(value) if _is_count(key, value) else self._finalize(value)
            for key, value in names.items()
        }
        try:
            return Markup(message % inert)  # noqa: S704 - our own words around what is inert
        except (KeyError, TypeError, ValueError) as error:
            raise TemplateRuntimeError(f"{message!r}: {error!r}") from error

    def _environment(self, folders: Sequence[Path], packaged: Path) -> sandbox.Sandbox:
        environment = sandbox.Sandbox(folders, packaged)
        environment.finalize = self._finalize
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.globals.update(
            gettext=lambda message, /, **names: self._filled(
                language.text(message, language.REPORT), names
            ),
            ngettext=lambda one, many, n, /, **names: self._filled(
                language.plural(one, many, n, language.REPORT), {"n": n, **names}
            ),
            word=self._said,
            party_word=self._said_of_party,
            letter=states.letter,
            measures_told=lambda counts: tallies.measures(
                (one.state, one.number) for one in counts
            ),
            states_told=lambda counts: tallies.standing((one.state, one.number) for one in counts),
            looks=states.LOOKS,
            foreign=self._texts.foreign,
            language_name=language.name,
            share_translated=standing_in.share,
            begin_chapter=lambda: self._texts.begin_chapter(),
            columns=columns.Columns(),
            contents=self.contents,
            titles=self._titles,
            anchor=markdown.anchor,
            conjunction=lambda: Markup(language.conjunction()),  # noqa: S704 - a word of the CLDR
            long_day=language.long_day_text,
            month_name=language.month_name,
            line_end=Markup(_LINE_END),  # noqa: S704 - a mark of our own
            TAKING_PART=TAKING_PART,
            of_all=numbers.of_all,
            written=charts.written,
            texture=lambda state: hatching.path(state, 1, 1, 16, 16),
            link=lambda text, url: self._texts.link(text, url),
            has_contents=lambda: self._texts.has_contents,
            measure_page=lambda code: self._texts.measure_page(code),
        )
        environment.filters.update(
            prose=self._data_text,
            data=lambda value: self._texts.data_name(value),
            ours=lambda value: self._texts.ours(value),
            oneline=_oneline,
            begun=_begun,
            cell_lines=_cell_lines,
            in_cell=lambda value: markdown.in_cell(self._finalize(value)),
            solid=lambda text: self._texts.solid(text),
            css_string=html.css_string,
            word=self._said,
            number=language.number,
            rhythm=self._how_often,
            due_state=lambda state, rhythm, late=False: obligation_words.state_in_prose(
                state, rhythm, is_late=late
            ),
            way=lambda how, through: self._named(trails.how_in_prose(how), through),
            mark=lambda mark: self._named(
                entries.in_prose(mark.kind), f"{mark.code} {mark.name}" if mark.code else mark.name
            ),
            due_reason=lambda reason, heirs=(): obligation_words.reason_in_prose(reason, heirs),
        )
        return environment


def _is_count(name: str, value: Any) -> bool:
    """True for how many there are, which no year is."""
    return name in language.COUNTED and type(value) is int


def _cell_lines(value: Markup) -> Markup:
    """Return the lines of a table's cell on one line, parted by a dot in the middle."""
    lines = [_oneline(line) for line in value.split(_LINE_END)]
    return Markup(" · ").join(line for line in lines if line)


def _oneline(value: str) -> str:
    """Return a text on one line; markup stays markup, and only markup is."""
    return type(value)(re.sub(r"[ \t\r\n]+", " ", value).strip(" "))


_TAGS = re.compile(r"(?:\s*<[^>]*>)*\s*")


def _begun(value: str) -> str:
    """Return a text, or markup, that begins as a sentence does."""
    found = _TAGS.match(value)
    at = found.end() if found is not None else 0
    return type(value)(value[:at] + typography.begun(value[at:]))


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
