"""`yp report`: the year as a document."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli.cli import complete, door, options
from yhdyspinta_cli.cli.terminal import out, tell
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import speaking
from yhdyspinta_cli.language import text as _


class ReportFormat(enum.StrEnum):
    """The formats of a report."""

    MD = "md"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("report", rich_help_panel=_("Reports"))(report)


def report(
    context: typer.Context,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            help=_("The year of the report."),
            autocompletion=complete.years,
            min=1900,
            max=2099,
        ),
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", help=_("The format; else the ending of --output, else md.")),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("Write the report to this file."))
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", help=_("A folder of templates to use first."))
    ] = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
    as_of: options.AsOf = None,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Write the report of a year, as Markdown or HTML."""
    from yhdyspinta_cli import __version__
    from yhdyspinta_cli import report as reports

    today = options.day(as_of)
    loaded = door.sound(directory, today)
    year = year if year is not None else min(today, loaded.kb.agreement.validity.end).year
    wanted = format_of(format, output)
    spoken = lang or context.obj
    with speaking(spoken.value if spoken else loaded.kb.agreement.language):
        built = reports.build(
            loaded.kb,
            year,
            today,
            digest=loaded.digest,
            version=__version__,
        )
        folders = (
            [] if builtin_templates else [p for p in (templates, loaded.root / "templates") if p]
        )
        written = reports.render(built, wanted.value, folders)
    if output is None:
        out(written)
        return
    try:
        output.write_text(written, "utf-8")
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}").format(path=output, reason=error.strerror),
            exit_code=3,
        ) from error
    tell(_("yp: wrote {path}").format(path=output))


def format_of(wanted: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Return the format: as asked, else by the file's ending, else Markdown."""
    if wanted is not None:
        return wanted
    ending = output.suffix.lower().lstrip(".") if output else "md"
    if ending in ("html", "htm"):
        return ReportFormat.HTML
    if ending in ("md", "markdown"):
        return ReportFormat.MD
    raise UserError(
        _("no format has the ending .{ending}").format(ending=ending),
        hint=_("use --format md or --format html"),
    )
