"""What every question has in common: its options, the data, the day, the form of the answer.

A command that is decorated with `question` writes its own parameters only. It gets a `Question`
and returns an answer; a new option for all questions is one more line in the tables below.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import line, options, resolve, terminal
from yhdyspinta_cli.cli.line import Line, Option
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.language import Spreadsheet
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.layout import Cell
    from yhdyspinta_cli.store import Loaded

P = ParamSpec("P")

FILTERS = tuple(Option(field.name, field.type) for field in fields(resolve.Filters))
"""The options that say which records are wanted, in the order in which help shows them."""

ALL_FILTERS = tuple(option.name for option in FILTERS)


DAY = (Option("as_of", options.AsOf),)
FORMS = (
    Option("as_json", options.Json, False),
    Option("as_csv", options.Csv, False),
    Option("as_excel", options.CsvExcel, False),
    Option("workbook", options.Workbook),
)
ALL_FORMS = tuple(option.name for option in FORMS)


@frozen
class Form:
    """The form that was asked for; text for a reader where none is."""

    as_json: bool = False
    as_csv: bool = False
    as_excel: bool = False
    workbook: Path | None = None

    @property
    def is_for_a_program(self) -> bool:
        """True where JSON, CSV or a workbook is asked for."""
        return self.as_json or self.as_csv or self.as_excel or self.workbook is not None

    def refuse_mixtures(self) -> None:
        """Raise UserError (exit 2) for two forms at once."""
        if self.as_json + self.as_csv + self.as_excel + (self.workbook is not None) > 1:
            raise UserError(_("choose one of --json, --csv, --csv-excel and --xlsx"))

    def give(
        self,
        answer: "Answer",
        spreadsheet: "Spreadsheet | None" = None,
        about: Sequence[tuple[str, "Cell"]] = (),
    ) -> None:
        """Write the answer in this form.

        `spreadsheet` is what the region's Excel reads, the Finnish one without it; `about` is what
        a workbook tells of the data it is made of.
        """
        if self.as_json:
            from yhdyspinta_cli.output import json_form

            terminal.out(json_form.dumps(answer.kind, answer.json()))
        elif self.workbook is not None:
            self._write(answer, spreadsheet or language.FINNISH, about)
        elif self.as_csv or self.as_excel:
            from yhdyspinta_cli.output import layout

            assert answer.table is not None
            excel = (spreadsheet or language.FINNISH) if self.as_excel else None
            with language.decimals(excel.decimal if excel else None):
                table = answer.table()
            terminal.out(layout.csv(table, excel=excel))
        else:
            from yhdyspinta_cli.output import page_text

            width = terminal.width()
            page = answer.page(width)
            terminal.out(page_text.text(page, width=width, colour=terminal.colour()))

    def _write(
        self, answer: "Answer", region: "Spreadsheet", about: Sequence[tuple[str, "Cell"]]
    ) -> None:
        from yhdyspinta_cli.cli import output_file
        from yhdyspinta_cli.output import workbook

        assert answer.table is not None
        title = answer.sheet or _("Answer")
        made = workbook.of(
            title,
            about,
            workbook.parted(title, answer.table(), answer.parts),
            language=language.current(),
            region=region,
        )
        output_file.write(made, self.workbook)


@frozen
class Question:
    """What was asked with the common options; the data is read when it is opened.

    `given` is the day that ``--as-of`` named, None where it named none.
    """

    line: Line
    form: Form
    given: date | None = None

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

    def open(self, *, personal: bool = False) -> "Loaded":
        """Return what is sound of the data; that it has errors is told on stderr, once."""
        return self._personal if personal else self._plain

    def spreadsheet(self) -> "Spreadsheet | None":
        """Return how the region's Excel reads a table, None where it is not asked of data."""
        if not (self.form.as_excel or self.form.workbook) or not {"_plain", "_personal"} & set(
            self.__dict__
        ):
            return None
        from yhdyspinta_cli.facts import region

        kb = self.open().kb
        return language.spreadsheet(kb.agreement.language, region.country(kb))

    def about(self) -> "tuple[tuple[str, Cell], ...]":
        """Return what a workbook tells of the data: which, as of which day, made by what."""
        if self.form.workbook is None or not {"_plain", "_personal"} & set(self.__dict__):
            return ()
        from yhdyspinta_cli import __version__

        loaded = self.open()
        return (
            (_("Agreement"), loaded.kb.agreement.title),
            (_("As of"), self.day),
            (_("Data"), loaded.digest[:12]),
            (_("Program"), f"yp {__version__}"),
        )

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

        return opening.open_lenient(self.line.where, terminal, personal=personal)


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
    in that place: all of them, or those named. The common options come last: ``--as-of`` where
    it is `of_a_day`, the forms, ``-C`` where it is `of_data`, ``--lang``. What it returns is
    written; None where it has written all there is.
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
                tuple(option for option in FORMS if option.name in forms),
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
                Form(**{o.name: given.pop(o.name) for o in FORMS if o.name in given}),
                options.day(as_of),
            )
            asked.form.refuse_mixtures()
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
    if isinstance(answer, Failing):
        asked.form.give(answer.answer, asked.spreadsheet(), asked.about())
        raise typer.Exit(1)
    if answer is not None:
        asked.form.give(answer, asked.spreadsheet(), asked.about())
