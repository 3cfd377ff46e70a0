"""The command tree, and what bare `yp` says."""

import inspect
from gettext import gettext as typer_text

import typer

from yhdyspinta_cli.cli import (
    check,
    event,
    gaps,
    keys,
    list_show,
    options,
    owners,
    report,
    rules,
    schedule,
    search,
    status,
    templates,
    value,
    welcome,
)
from yhdyspinta_cli.cli.line import Line
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.language import text as _


def build() -> typer.Typer:
    """Return the whole program in the language spoken now."""
    app = typer.Typer(
        name="yp",
        help=_("A cooperation agreement as data: check it, question it, report it."),
        epilog=_(
            "Exit codes: 0 fine, 1 findings or no answer, 2 wrong command line or no knowledge "
            "base, 3 could not be done, 4 refused, nothing written, 5 saved but not committed, "
            "70 a fault in yp."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )
    app.callback(invoke_without_command=True)(root)
    for family in (
        check,
        rules,
        keys,
        list_show,
        search,
        owners,
        gaps,
        status,
        value,
        schedule,
        event,
        report,
        templates,
    ):
        family.register(app)
    _speak_help(app)
    return app


def _speak_help(app: typer.Typer) -> None:
    """Put every command's docstring, which typer shows as its help, into the language spoken."""
    for command in app.registered_commands:
        command.help = typer_text(inspect.getdoc(command.callback) or "")
    for group in app.registered_groups:
        inside = group.typer_instance
        if inside is None:
            continue
        callback = inside.registered_callback
        if callback is not None and callback.callback is not None:
            callback.help = typer_text(inspect.getdoc(callback.callback) or "")
        _speak_help(inside)


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
        out(welcome.text())
