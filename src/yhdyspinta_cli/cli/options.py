"""The options that many commands share, and how a day is read from the command line."""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import LANGUAGES
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.services.clock import Clock

Directory = Annotated[
    str | None,
    typer.Option(
        "-C",
        "--directory",
        metavar=_("FOLDER"),
        help=_("The folder that holds data/."),
        rich_help_panel=_("Common options"),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(LANGUAGES),
        help=_("The language of messages; another where the knowledge base brings its words."),
        autocompletion=complete.languages,
        rich_help_panel=_("Common options"),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=_("The answer as JSON."))]
Csv = Annotated[bool, typer.Option("--csv", help=_("The answer as CSV (RFC 4180)."))]
CsvExcel = Annotated[
    bool, typer.Option("--csv-excel", help=_("The answer as CSV for the region's Excel."))
]
Markdown = Annotated[
    bool,
    typer.Option("--markdown", help=_("The answer as Markdown, for a pull request or a wiki.")),
]
Html = Annotated[bool, typer.Option("--html", help=_("The answer as one self-contained page."))]
Workbook = Annotated[
    Path | None,
    typer.Option(
        "--xlsx", metavar=_("FILE"), help=_("Write the answer as an Excel workbook to this file.")
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=_("DAY"), help=_("The day the answer speaks of, 2024-12-31.")),
]
Rev = Annotated[
    str | None,
    typer.Option(
        "--rev",
        metavar=_("REV"),
        help=_("The data as git had it: at a commit, a tag or a branch, or at the end of a day."),
    ),
]
IncludePersonal = Annotated[
    bool, typer.Option("--include-personal", help=_("Read the names of people, too."))
]
Kind = Annotated[
    str | None,
    typer.Argument(
        metavar=_("[KIND]"),
        help=_("A kind of record: measures, parties, bodies …"),
        autocompletion=complete.kinds,
    ),
]
Interface = Annotated[
    str | None,
    typer.Option(
        "--interface",
        metavar="ID",
        help=_("Only this interface: johto, a, b …"),
        autocompletion=complete.interfaces,
    ),
]
Goal = Annotated[
    str | None,
    typer.Option(
        "--goal",
        metavar="ID",
        help=_("Only this goal: an id or its number."),
        autocompletion=complete.goals,
    ),
]
Party = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar="ID",
        help=_("Only what concerns this party."),
        autocompletion=complete.parties,
    ),
]
Actor = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="ID",
        help=_("Only what this actor answers for."),
        autocompletion=complete.actors,
    ),
]
State = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar=_("STATE"),
        help=_("Only measures in this state."),
        autocompletion=complete.states,
    ),
]
Binding = Annotated[
    str | None,
    typer.Option(
        "--binding",
        metavar=_("law|agreement|programme"),
        help=_("Only what rests on this."),
        autocompletion=complete.bindings,
    ),
]
Measure = Annotated[
    str,
    typer.Argument(
        metavar=_("MEASURE"),
        help=_("A code (E1), an id, or words of the title."),
        autocompletion=complete.measures,
    ),
]
Exact = Annotated[bool, typer.Option("--exact", help=_("Accept only an id or a code."))]
Why = Annotated[bool, typer.Option("--why", help=_("Give the whole path on every line."))]
Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar=_("YEAR"),
        help=_("Only this year."),
        autocompletion=complete.years,
        min=1900,
        max=2099,
    ),
]
SilentAfter = Annotated[
    int,
    typer.Option(
        "--silent-after",
        metavar="N",
        min=1,
        max=1200,
        help=_("Call a measure silent after so many months without an update."),
    ),
]
Templates = Annotated[
    Path | None,
    typer.Option("--templates", metavar=_("FOLDER"), help=_("A folder of templates to use first.")),
]


def clock() -> "Clock":
    """Return what the clock says: no answer has it from elsewhere.

    SOURCE_DATE_EPOCH (seconds since 1970, as reproducible builds have it) sets the moment of
    recording. Raises UserError (exit 2) where it is no whole number.
    """
    from yhdyspinta_cli.services.clock import Clock

    now = datetime.now(UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return Clock(now, now)
    try:
        return Clock(now, datetime.fromtimestamp(int(epoch), UTC))
    except (ValueError, OverflowError, OSError) as error:
        raise UserError(
            _("SOURCE_DATE_EPOCH: {value} is not a moment").format(value=quoted(epoch)),
            hint=_("seconds since 1970, as 'date +%s' gives them"),
        ) from error


LONGEST_WAIT = 2.0
"""Seconds: more than any number of a file needs; a moment of SOURCE_DATE_EPOCH may never come."""


def wait_until(moment: datetime) -> None:
    """Return when a near moment has come; at once where it is past, or further off than that."""
    left = (moment - datetime.now(UTC)).total_seconds()
    if 0 < left <= LONGEST_WAIT:
        time.sleep(left)


def day(value: str | None, option: str = "--as-of") -> date | None:
    """Return the day an option names, None where it is missing; UserError (exit 2) otherwise."""
    if value is None:
        return None
    from yhdyspinta_cli.model.days import EARLIEST, LATEST
    from yhdyspinta_cli.wording import days

    written = days.iso(value)
    try:
        found = date.fromisoformat(written) if len(written) == 10 else None
    except ValueError:
        found = None
    if found is None or written != found.isoformat() or not EARLIEST <= found <= LATEST:
        raise UserError(
            _("{option}: {value} is not a day").format(option=option, value=quoted(value)),
            hint=_("a day is written 2024-05-14"),
        )
    return found
