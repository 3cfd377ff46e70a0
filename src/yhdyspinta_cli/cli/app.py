"""The command tree, and what bare `yp` says."""

import os
import sys

import typer

from yhdyspinta_cli.cli import options, shells
from yhdyspinta_cli.cli.line import Line
from yhdyspinta_cli.cli.program import Program
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.language import text as _


def build() -> typer.Typer:
    """Return the whole program in the language spoken now."""
    if "_YP_COMPLETE" in os.environ or shells.OPTIONS & {*sys.argv}:
        shells.prepare()
    app = typer.Typer(
        name="yp",
        help=_("A cooperation agreement as data: check it, question it, report it."),
        epilog=_(
            "Exit codes: 0 fine, 1 findings or no answer, 2 wrong command line or no knowledge "
            "base, 3 could not be done, 4 refused, nothing written, 5 saved but not committed, "
            "70 a fault in yp."
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
        pretty_exceptions_enable=False,
        # Help is laid out by `help_page`, a fault in the command line told by `misuse`.
        rich_markup_mode=None,
    )
    app.callback(cls=Program, invoke_without_command=True)(root)
    return app


def root(
    context: typer.Context,
    directory: options.Directory = None,
    lang: options.Lang = None,
    version: bool = typer.Option(False, "--version", help=_("Print the version and exit.")),
    debug: bool = typer.Option(False, "--debug", help=_("Show the trace of a fault in yp.")),
) -> None:
    # What stands before the command holds for the rest of the line.
    context.obj = Line(directory, lang)
    if context.invoked_subcommand is None:
        context.obj.speak()
        from yhdyspinta_cli.cli import welcome

        out(welcome.text())
