"""`yp round`: a workbook asks each party about a year, and its answers are taken back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from yhdyspinta_cli.cli import complete, options, options_recording, resolve
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer

Asked = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar=_("YEAR"),
        help=_("The year asked about; else the latest year of the agreement."),
        autocompletion=complete.years,
        min=1900,
        max=2099,
    ),
]
Of = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar=_("PARTY"),
        help=_("The party that is asked."),
        autocompletion=complete.parties,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("Ask each party about a year with a workbook of its own."))
    group.command("ask")(ask)
    group.command("collect")(collect)
    group.command("status")(status)
    app.add_typer(group, name="round")


@command
def ask(
    line: Line,
    party: Of = None,
    each_party: Annotated[
        bool,
        typer.Option("--each-party", help=_("A workbook for every party, into the folder of -o.")),
    ] = False,
    year: Asked = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=_("FILE"),
            help=_("The workbook to write; with --each-party the folder."),
        ),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar=_("DAY"), help=_("The last day to answer; else in three weeks.")
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar=_("ACTOR"),
            help=_("Who asks, and gets the answers at its contact address; else YP_ACTOR."),
            autocompletion=complete.actors,
        ),
    ] = None,
    mail: Annotated[
        bool,
        typer.Option("--mail", help=_("A draft of a mail beside each workbook; none is sent.")),
    ] = False,
    templates: options.Templates = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
    commit: options_recording.Commit = False,
) -> None:
    """Write a workbook for a party to fill, or one for each, and record that it was asked."""
    from yhdyspinta_cli.cli import round_asking

    wanted = round_asking.AskLine(
        party, each_party, year, output, due, by, mail, templates, builtin_templates
    )
    round_asking.run(line, wanted, is_committed=commit)


@command
def collect(
    line: Line,
    files: Annotated[
        list[Path],
        typer.Argument(metavar=_("FILE…"), help=_("Filled workbooks, whatever they are called.")),
    ],
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar=_("PARTY"),
            help=_("The party that they must be of."),
            autocompletion=complete.parties,
        ),
    ] = None,
    prefer: Annotated[
        Literal["sheet", "data"] | None,
        typer.Option(
            "--prefer",
            help=_("Whose word holds where the data has changed since it was asked."),
        ),
    ] = None,
    commit: Annotated[
        bool, typer.Option("--commit", help=_("Commit each workbook's files with git."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would be written; write nothing."))
    ] = False,
) -> None:
    """Take filled workbooks back: judge every cell, then record all that is new, or none of it."""
    from yhdyspinta_cli.cli import round_collecting

    wanted = round_collecting.CollectLine(tuple(files), party, prefer, commit, dry_run)
    round_collecting.run(line, wanted)


@question()
def status(
    asked: Question,
    year: Asked = None,
    reminders: Annotated[
        Path | None,
        typer.Option(
            "--mail",
            metavar=_("FOLDER"),
            help=_("Drafts of a reminder to those who have not answered; none is sent."),
        ),
    ] = None,
    templates: options.Templates = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
) -> "Answer":
    """Tell who was asked, who has answered, how completely, and who is late."""
    from yhdyspinta_cli.output import rounds as form
    from yhdyspinta_cli.queries import rounds

    loaded = asked.open()
    found = rounds.standing(loaded.kb, resolve.year(loaded.kb, year, asked.day), asked.day)
    if reminders is not None:
        from yhdyspinta_cli.cli import round_mail, spoken
        from yhdyspinta_cli.services import opening

        written = asked.open(as_written=True)
        code = spoken.of_data(asked.line, written)
        letters = round_mail.Letters.of(code, loaded.root, templates, builtin=builtin_templates)
        kb = opening.in_language(written, code).kb
        lacking = rounds.standing(kb, found.year, asked.day).of("waiting", "late")
        drafts = round_mail.reminders(letters, kb, lacking, found.year)
        round_mail.write(reminders, kb, drafts)
    return form.answer(found)
