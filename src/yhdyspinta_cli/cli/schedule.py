"""`yp obligations`, `yp calendar`, `yp rotation`: what is due, and when."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import answer, complete, options, output_file, resolve
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


class CalendarFormat(enum.StrEnum):
    """The formats of a calendar."""

    TEXT = "text"
    ICS = "ics"


class DueState(enum.StrEnum):
    """How a period stands; a test holds it equal to `queries.obligations.State`."""

    MET = "met"
    DUE = "due"
    MISSED = "missed"
    NOT_KNOWN = "not-known"
    WHEN = "when"


Actor = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="ID",
        help=_("Only what this actor has to do."),
        autocompletion=complete.actors,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("obligations", rich_help_panel=_("Questions"))(obligations)
    app.command("calendar", rich_help_panel=_("Questions"))(calendar)
    app.command("rotation", rich_help_panel=_("Questions"))(rotation)


def obligations(
    year: options.Year = None,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: Actor = None,
    state: Annotated[
        DueState | None, typer.Option("--state", help=_("Only periods that stand like this."))
    ] = None,
    binding: Annotated[
        options.Binding | None, typer.Option("--binding", help=_("Only obligations of this force."))
    ] = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Tell of each obligation and period whether it is met, due, missed or not known.

    Missed is said only where events of that kind are being recorded.
    """
    from yhdyspinta_cli.output import obligations as form
    from yhdyspinta_cli.queries import filters
    from yhdyspinta_cli.queries import obligations as query

    kb = opening.look(directory).kb
    day = options.day(as_of)
    wanted = resolve.wanted(kb, interface, goal, party, actor, None)
    found = tuple(
        standing
        for standing in query.standings(
            kb,
            day,
            year=year,
            actor=wanted.party or wanted.actor,
            binding=binding.value if binding else None,
            keep=filters.keeping(kb, wanted, day),
            over=options.is_over(day),
        )
        if state is None or standing.state == state.value
    )
    answer.Form(as_json, as_csv, as_excel).give(
        "obligations",
        page=lambda: form.page(kb, found, day, year=year),
        table=lambda: form.table(found),
        json=lambda: form.json(kb, found, day, year=year),
    )


def calendar(
    context: typer.Context,
    year: options.Year = None,
    actor: Actor = None,
    format: Annotated[
        CalendarFormat | None,
        typer.Option("--format", help=_("The format; else the ending of --output, else text.")),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("Write the calendar to this file."))
    ] = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show a year as a list, or as iCalendar that a calendar program takes in.

    Without --year it is the present year, or the last one of the agreement.
    """
    from yhdyspinta_cli.model.fields import LATEST
    from yhdyspinta_cli.output import calendar as form
    from yhdyspinta_cli.output import ical
    from yhdyspinta_cli.output import page as pages
    from yhdyspinta_cli.queries import calendar as query

    if (format or output) and (as_json or as_csv or as_excel):
        raise UserError(_("--format and --output go with neither --json nor --csv"))
    wanted = format_of(format, output)
    output_file.refuse_data(opening.root(directory)[0], output)
    kb = opening.look(directory).kb
    day = options.day(as_of)
    chosen = resolve.year(kb, year, day)
    who = resolve.resolve(kb, actor, "actor")
    if wanted is CalendarFormat.ICS and as_of is None:
        # What stands in the file follows from the data alone, on whichever day it is made.
        day = LATEST
    found = query.year(kb, chosen, day, actor=who, over=options.is_over(day))
    if wanted is CalendarFormat.ICS:
        # The file is the same whoever makes it: in the knowledge base's own language.
        spoken = lang or context.obj
        with language.speaking(spoken.value if spoken else kb.agreement.language):
            text = ical.text(kb, found, actor=who)
        output_file.write(text, output)
    elif output is not None:
        output_file.write(pages.text(form.page(kb, found)), output)
    else:
        answer.Form(as_json, as_csv, as_excel).give(
            "calendar",
            page=lambda: form.page(kb, found),
            table=lambda: form.table(kb, found),
            json=lambda: form.json(kb, found),
        )


def rotation(
    body: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[BODY]"),
            help=_("A body: an id, or words of its name."),
            autocompletion=complete.bodies,
        ),
    ] = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Tell whose turn it is to convene or chair, where that goes round."""
    from yhdyspinta_cli.output import rotation as form
    from yhdyspinta_cli.queries import rotation as query

    kb = opening.look(directory).kb
    wanted = resolve.one_of(kb, body, kb.bodies).id if body is not None else None
    found = query.rotations(kb, options.day(as_of), body=wanted)
    answer.Form(as_json, as_csv, as_excel).give(
        "rotation",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )


def format_of(wanted: CalendarFormat | None, output: Path | None) -> CalendarFormat:
    """Return the format: as asked, else by the file's ending, else text."""
    if wanted is not None:
        return wanted
    is_ics = output is not None and output.suffix.lower() in (".ics", ".ical")
    return CalendarFormat.ICS if is_ics else CalendarFormat.TEXT
