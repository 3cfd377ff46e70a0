"""`yp report`: the year as a document."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import (
    complete,
    options,
    output_file,
    report_data,
    report_files,
    report_wish,
    resolve,
    terminal,
)
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import (
    REPORT_CHAPTERS,
    ReportFormat,
)

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


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
            metavar=_("YEAR"),
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
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar=_("CHAPTER"),
            help=_("Only this chapter of the year; may be given again: {choices}.").format(
                choices=", ".join(REPORT_CHAPTERS)
            ),
            autocompletion=complete.chapters,
        ),
    ] = None,
    compare: Annotated[
        int | None,
        typer.Option(
            "--compare",
            metavar=_("YEAR"),
            help=_("The earlier year whose end stands beside this one; else the year before."),
            autocompletion=complete.years,
            min=1900,
            max=2099,
        ),
    ] = None,
    each_party: Annotated[
        bool,
        typer.Option(
            "--each-party",
            help=_(
                "The sheet of every party and the year's report, linked, into the folder of -o."
            ),
        ),
    ] = False,
    body: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar=_("BODY"),
            help=_("The paper of this body's meeting, made from its own tasks; with --on."),
            autocompletion=complete.bodies,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=_("DAY"), help=_("The day of the meeting, 2024-12-31.")),
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", help=_("The format; else the ending of --output, else md.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar=_("FILE"), help=_("Write the report to this file.")),
    ] = None,
    publish: Annotated[
        bool,
        typer.Option(
            "--publish", help=_("Record that it is published: the file, its data, the day.")
        ),
    ] = False,
    commit: Annotated[
        bool, typer.Option("--commit", help=_("Commit what --publish records."))
    ] = False,
    templates: options.Templates = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
    as_of: options.AsOf = None,
    rev: options.Rev = None,
) -> None:
    """Write the report of a year, one party's or interface's sheet, or the paper of a meeting."""
    from yhdyspinta_cli.services import opening, publishing

    chosen = report_wish.chapters(only)
    wish = report_wish.Wish(party, interface, each_party, body, on)
    report_wish.refuse_mixtures(
        wish, year=year, as_of=as_of, only=chosen, compare=compare, output=output
    )
    report_wish.refuse_publishing(
        wish, is_committed=commit, is_published=publish, rev=rev, output=output
    )
    if not each_party:
        output_file.refuse_folder(output)
    root, packaged = opening.find(line.where, packaged=rev is None and not publish)
    output_file.refuse_data(root, output)
    wanted = (format or "html") if each_party else report_wish.format_of(format, output)
    report_wish.refuse_format(wish, wanted, chosen)
    report_files.refuse_missing(wanted, to_terminal=not each_party, output=output)
    of_data = publishing.ready(root) if publish else ""
    with terminal.telling_after_a_second(_("yp: writing the report …")):
        met_on = options.day(on, "--on")
        data = report_data.opened(
            line,
            root,
            packaged=packaged,
            as_of=as_of,
            rev=rev,
            templates=templates,
            builtin_templates=builtin_templates,
        )
        asked = (
            _asked_meeting(data.loaded.kb, body, met_on, data.today)
            if body is not None and met_on is not None
            else report_files.asked_year(data, year, party, interface, chosen, compare)
        )
        making = report_files.Making(
            data.loaded, data.spoken, data.revision, data.folders, wanted, data.known
        )
        if each_party and output is not None:
            report_files.write_each(making, asked, output)
            return
        written = making.written(asked)
    if publish and output is not None:
        report_files.publish(line.where, making, asked, written, output, of_data, commit=commit)
        return
    output_file.write(terminal.utf8(written) if isinstance(written, str) else written, output)


def _asked_meeting(
    kb: "KnowledgeBase", body: str, meeting: date, today: date
) -> report_files.DocumentAsked:
    """Return what a meeting's paper asks for: it tells the meeting's day, or today before it."""
    from yhdyspinta_cli import report as reports

    of = min(meeting, today)
    reports.refuse_outside(kb, meeting.year, of, today, by_day="--on")
    key = resolve.one_of(body, kb.bodies).id
    return report_files.DocumentAsked(
        meeting.year, of, of < today, meeting=reports.Meeting(key, meeting)
    )
