"""What every question has in common: its options, the data, the day, the form of the answer.

A command that is decorated with `question` writes its own parameters only. It gets a `Question`
and returns an answer; a new option for all questions is one more line in the tables below.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import form, line, options, resolve, terminal
from yhdyspinta_cli.cli.form import Form
from yhdyspinta_cli.cli.line import Line, Option
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.language import Spreadsheet
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.layout import Cell
    from yhdyspinta_cli.store import Loaded
    from yhdyspinta_cli.store.source import Revision

P = ParamSpec("P")

FILTERS = tuple(Option(field.name, field.type) for field in fields(resolve.Filters))
"""The options that say which records are wanted, in the order in which help shows them."""

ALL_FILTERS = tuple(option.name for option in FILTERS)


DAY = (Option("as_of", options.AsOf), Option("rev", options.Rev))
FORMS = (
    Option("as_json", options.Json, False),
    Option("as_csv", options.Csv, False),
    Option("as_excel", options.CsvExcel, False),
    Option("workbook", options.Workbook),
)
ALL_FORMS = tuple(option.name for option in FORMS)
PAGES = (Option("as_markdown", options.Markdown, False), Option("as_html", options.Html, False))
"""The forms of a page that is sent on, for the questions that name them."""


@frozen
class Question:
    """What was asked with the common options; the data is read when it is opened.

    `given` is the day that ``--as-of`` named, `rev` the revision that ``--rev`` named; None where
    there was none.
    """

    line: Line
    form: Form
    given: date | None = None
    rev: str | None = None

    @property
    def is_of_a_day(self) -> bool:
        """True where ``--as-of`` named the day."""
        return self.given is not None

    @cached_property
    def day(self) -> date:
        """The day the answer speaks of: the one given, else today in the region's zone."""
        return self.given if self.given is not None else self._today

    @property
    def is_over(self) -> bool:
        """True where the day is past: what was to be done by it is done, or it is not."""
        return self.day < self._today

    @cached_property
    def _today(self) -> date:
        return options.clock().today(self.open().kb)

    def open(self, *, personal: bool = False, as_written: bool = False) -> "Loaded":
        """Return what is sound of the data; that it has errors is told on stderr, once.

        A reader of another language is given its copy with what is translated into that; a program
        that reads JSON, and who asks for the data `as_written`, is not.
        """
        loaded = self._personal if personal else self._plain
        if as_written or self.form.as_json:
            return loaded
        return self._in_language(language.current(), personal=personal)

    def _in_language(self, code: str, *, personal: bool) -> "Loaded":
        from yhdyspinta_cli.services import opening

        loaded = self._personal if personal else self._plain
        copies = self.__dict__.setdefault("_copies", {})
        if (code, personal) not in copies:
            copies[code, personal] = opening.in_language(loaded, code)
        copy: Loaded = copies[code, personal]
        return copy

    def spreadsheet(self) -> "Spreadsheet | None":
        """Return how the region's Excel reads a table, None where it is not asked of data."""
        if not (self.form.as_excel or self.form.workbook) or not self._is_open:
            return None
        from yhdyspinta_cli.facts import region

        kb = self.open().kb
        return language.spreadsheet(kb.agreement.language, region.country(kb))

    def about(self) -> "tuple[tuple[str, Cell], ...]":
        """Return what a workbook tells of the data: which, as of which day, made by what."""
        if self.form.workbook is None or not self._is_open:
            return ()
        from yhdyspinta_cli import __version__
        from yhdyspinta_cli.wording import revisions

        loaded = self.open()
        return (
            (_("Agreement"), loaded.kb.agreement.title),
            (_("As of"), self.day),
            (_("Data"), loaded.digest[:12]),
            *(
                [(_("Revision"), revisions.named(loaded.revision))]
                if loaded.revision is not None
                else []
            ),
            (_("Program"), f"yp {__version__}"),
        )

    def of_data(self, answer: "Answer") -> "Callable[[str], str] | None":
        """Return what marks the data's language on a page of HTML, None for another form."""
        if not self.form.as_html or not (answer.bases or self._is_open):
            return None
        from yhdyspinta_cli.output import html_languages

        if answer.bases:
            return html_languages.of_data(answer.bases)
        return html_languages.of_data((self.open(as_written=True).kb,), self.open().kb.translated)

    @property
    def revision(self) -> "Revision | None":
        """The revision that the data is of, None where none was asked for or nothing was read."""
        return self.open().revision if self._is_open else None

    @property
    def _is_open(self) -> bool:
        return bool({"_plain", "_personal"} & set(self.__dict__))

    @cached_property
    def _plain(self) -> "Loaded":
        if "_personal" in self.__dict__:
            return self._personal
        return self._opened(personal=False)

    @cached_property
    def _personal(self) -> "Loaded":
        return self._opened(personal=True)

    def _opened(self, *, personal: bool) -> "Loaded":
        from yhdyspinta_cli.services import opening

        return opening.open_lenient(self.line.where, terminal, personal=personal, rev=self.rev)


@frozen
class Failing:
    """An answer after which the program exits with 1."""

    answer: "Answer"


def question(
    *,
    of_data: bool = True,
    of_a_day: bool = True,
    filters: tuple[str, ...] = ALL_FILTERS,
    forms: tuple[str, ...] = ALL_FORMS,
) -> Callable[[Callable[Concatenate[Question, P], "Answer | Failing | None"]], Callable[..., None]]:
    """Return the decorator of a command that answers a question.

    The command takes a `Question` first. Where it takes `resolve.Filters`, their options stand
    in that place: all of them, or those named. The common options come last: ``--as-of`` and
    ``--rev`` where it is `of_a_day`, the forms, ``-C`` where it is `of_data`, ``--lang``. What it
    returns is written; None where it has written all there is.
    """

    def decorate(
        function: Callable[Concatenate[Question, P], "Answer | Failing | None"],
    ) -> Callable[..., None]:
        _first, *own = inspect.signature(function).parameters.values()
        offered = tuple(option for option in FILTERS if option.name in filters)
        parameters = [
            *_expanded(own, offered),
            *line.added(
                DAY if of_a_day else (),
                tuple(option for option in (*FORMS, *PAGES) if option.name in forms),
                line.FOLDER if of_data else (),
                line.LANGUAGE,
            ),
        ]
        call: Callable[..., Answer | Failing | None] = function
        holder = next((p.name for p in own if p.annotation is resolve.Filters), None)
        takes_context = any(p.annotation is typer.Context for p in own)

        def run(context: typer.Context, given: dict[str, Any]) -> None:
            as_of = given.pop("as_of", None)
            asked = Question(
                line.taken(context, given),
                Form(**{o.name: given.pop(o.name) for o in (*FORMS, *PAGES) if o.name in given}),
                options.day(as_of),
                given.pop("rev", None),
            )
            asked.form.refuse_mixtures()
            # JSON has no words, and is the same in whatever language.
            asked.line.speak(aloud=not asked.form.as_json)
            if asked.form.workbook is not None:
                _refuse_workbook(asked, of_data=of_data)
            if holder is not None:
                given[holder] = resolve.Filters(**{o.name: given.pop(o.name) for o in offered})
            if takes_context:
                given["context"] = context
            _give(asked, call(asked, **given))

        return line.declared(function, parameters, run)

    return decorate


def _refuse_workbook(asked: Question, *, of_data: bool) -> None:
    """Raise UserError, before anything is read, where a workbook cannot be made or not there."""
    from yhdyspinta_cli.cli import output_file
    from yhdyspinta_cli.output import spreadsheet
    from yhdyspinta_cli.services import opening

    spreadsheet.available()
    output_file.refuse_terminal(asked.form.workbook)
    output_file.refuse_folder(asked.form.workbook)
    if of_data:
        output_file.refuse_data(opening.find(asked.line.where)[0], asked.form.workbook)


def _expanded(
    own: list[inspect.Parameter], offered: tuple[Option, ...]
) -> Iterator[inspect.Parameter]:
    """Yield a command's own parameters, the options of the filters in the place of theirs."""
    for parameter in own:
        if parameter.annotation is resolve.Filters:
            yield from line.added(offered)
        elif parameter.annotation is not typer.Context:
            yield parameter


def _give(asked: Question, answer: "Answer | Failing | None") -> None:
    if answer is None:
        # What a command has written itself, a calendar for one, has no place for it.
        form.tell_revision(asked.revision)
        return
    given = answer.answer if isinstance(answer, Failing) else answer
    marked = asked.of_data(given)
    asked.form.give(given, asked.spreadsheet(), asked.about(), asked.revision, marked)
    if isinstance(answer, Failing):
        raise typer.Exit(1)
