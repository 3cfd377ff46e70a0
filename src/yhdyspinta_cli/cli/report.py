"""`yp report`: the year as a document."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, output_file, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import ENDINGS, REPORT_FORMATS, ReportFormat

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.store import Loaded


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("report")(report)


@command
def report(
    line: Line,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            help=_("The year of the report; else the latest year of the agreement."),
            autocompletion=complete.years,
            min=1900,
            max=2099,
        ),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar="ID",
            help=_("The sheet of one party instead: its obligations, states and open questions."),
            autocompletion=complete.parties,
        ),
    ] = None,
    interface: Annotated[
        str | None,
        typer.Option(
            "--interface",
            metavar="ID",
            help=_("The sheet of one interface instead."),
            autocompletion=complete.interfaces,
        ),
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", help=_("The format; else the ending of --output, else md.")),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("Write the report to this file."))
    ] = None,
    templates: options.Templates = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
    as_of: options.AsOf = None,
) -> None:
    """Write the report of a year, or one party's or interface's sheet, as Markdown or HTML."""
    from yhdyspinta_cli.history.revision import revision
    from yhdyspinta_cli.services import opening

    if party is not None and interface is not None:
        raise UserError(_("choose one of --party and --interface"))
    output_file.refuse_folder(output)
    root, packaged = opening.find(line.where)
    output_file.refuse_data(root, output)
    wanted = format_of(format, output)
    with _telling_after_a_second():
        folders = [] if builtin_templates else template_folders(templates, root, packaged=packaged)
        given = options.day(as_of)
        clock = options.clock()
        loaded = opening.open_valid(line.where, terminal, lambda kb: given or clock.today(kb))
        asked = _asked(loaded.kb, year, given, clock.today(loaded.kb), party, interface)
        wanted_language = line.language or loaded.kb.agreement.language
        terminal.tell_unspoken(wanted_language)
        written = _written(
            loaded,
            asked,
            spoken=wanted_language,
            revision=None if packaged else revision(root),
            folders=folders,
            wanted=wanted,
        )
    output_file.write(written, output)


@frozen
class _Asked:
    """What is asked for: a year as of a day, or one party's or interface's sheet (their ids)."""

    year: int
    day: date
    is_over: bool
    party: str | None
    interface: str | None


def _asked(
    kb: "KnowledgeBase",
    year: int | None,
    given: date | None,
    today: date,
    party: str | None,
    interface: str | None,
) -> _Asked:
    """Return what the options mean; the day is the year's last one, or today if that is earlier."""
    from yhdyspinta_cli import report as reports

    day = given or today
    chosen = resolve.year(kb, year, day)
    of = given or min(day, date(chosen, 12, 31))
    reports.refuse_outside(kb, chosen, of, day)
    return _Asked(
        chosen,
        of,
        of < today,
        resolve.resolve(kb, party, "party"),
        resolve.resolve(kb, interface, "interface"),
    )


def _written(
    loaded: "Loaded",
    asked: _Asked,
    *,
    spoken: str,
    revision: str | None,
    folders: list[Path],
    wanted: ReportFormat,
) -> str:
    """Return the finished report."""
    from yhdyspinta_cli import __version__
    from yhdyspinta_cli import report as reports
    from yhdyspinta_cli.store import resources
    from yhdyspinta_cli.wording.words import word

    built = reports.build(
        loaded.kb,
        asked.year,
        asked.day,
        language=spoken,
        digest=loaded.digest,
        version=__version__,
        over=asked.is_over,
        revision=revision,
        party=asked.party,
        interface=asked.interface,
    )
    packaged = resources.resource_dir("templates")
    return reports.render(built, wanted, folders, packaged=packaged, word=word)


def template_folders(templates: Path | None, root: Path, *, packaged: bool) -> list[Path]:
    """Return the folders of templates that come before the packaged ones, the first one first.

    Raises UserError (exit 2) where the named folder is not there, (exit 3) where one cannot be
    read.
    """
    if templates is not None and not templates.is_dir():
        raise UserError(_("{path} is not a folder").format(path=templates))
    own = [] if packaged else [root / "templates"]
    if own and own[0].is_symlink():
        raise UserError(
            _("{path} is a symbolic link").format(path=own[0]), hint=_("use a plain folder")
        )
    found = [folder for folder in (*([templates] if templates else []), *own) if folder.is_dir()]
    for folder in found:
        if not os.access(folder, os.R_OK | os.X_OK):
            raise UserError(
                _("{path} cannot be read").format(path=folder),
                exit_code=3,
                hint=_("--builtin-templates uses the packaged templates only"),
            )
    return found


@contextmanager
def _telling_after_a_second() -> Iterator[None]:
    """Say on stderr that the work goes on, where it takes long and somebody is watching."""
    timer = threading.Timer(1.0, tell, (_("yp: writing the report …"),))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def format_of(wanted: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Return the format: as asked, else by the file's ending, else Markdown."""
    if wanted is not None:
        return wanted
    ending = output.suffix.lower().lstrip(".") if output else "md"
    if ending in ENDINGS:
        return ENDINGS[ending]
    raise UserError(
        _("no format has the ending .{ending}").format(ending=ending),
        hint=_("use {options}").format(
            options=_(" or ").join(f"--format {one}" for one in REPORT_FORMATS)
        ),
    )
