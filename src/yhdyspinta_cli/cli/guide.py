"""`yp guide`: the guide of `docs/`, a task at a time, in the language of the messages."""

import re
from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli import language, plain_text
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

_PAGES = {"fi": "opas.md"}
"""The guide by the language of the messages; it is in English for all others."""
_TASK = re.compile(r"^## (?=\d+\. )", re.MULTILINE)


def register(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command("guide")(guide)


def _page() -> Path:
    from yhdyspinta_cli.store import resources

    return resources.resource_dir("docs") / _PAGES.get(language.current(), "guide.md")


def _numbers(incomplete: str) -> list[tuple[str, str]]:
    """The numbers of the tasks, each with its title."""
    _first, *tasks = _TASK.split(_page().read_text("utf-8"))
    titles = (_title(task).split(". ", 1) for task in tasks)
    return [(number, title) for number, title in titles if number.startswith(incomplete)]


@command
def guide(
    line: Line,
    task: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[TASK]"),
            help=_("The number of a task, or words of it."),
            autocompletion=_numbers,
        ),
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help=_("The whole guide."))] = False,
) -> None:
    """Show the guide: the tasks, from "who answers for this?" to a year's round, or one of them."""
    page = _page()
    text = page.read_text("utf-8")
    first, *tasks = _TASK.split(text)
    if whole:
        out(text)
    elif task is not None:
        out(f"## {_meant(task, tasks).rstrip()}\n")
    else:
        listed = "\n".join(_title(one) for one in tasks)
        more = _(
            "'yp guide 1' shows a task, 'yp guide --all' all of them; the pages stand in {folder}"
        )
        out(f"{first.rstrip()}\n\n{listed}\n\n{more.format(folder=page.parent)}\n")


def _title(task: str) -> str:
    return task.partition("\n")[0]


def _meant(words: str, tasks: list[str]) -> str:
    """Return the one task that is meant; UserError (exit 1) where none or several are."""
    plain = plain_text.one_line(words).casefold().rstrip(".")
    found = [one for one in tasks if _title(one).partition(".")[0] == plain]
    found = found or [one for one in tasks if plain in _title(one).casefold()]
    # What no heading says may be said in one task only.
    found = found or [one for one in tasks if plain in one.casefold()]
    if len(found) == 1:
        return found[0]
    titles = tuple(_title(one) for one in found or tasks)
    told = (
        _("several tasks speak of {words}")
        if found
        else _("no task of the guide speaks of {words}")
    )
    raise UserError(told.format(words=quoted(words)), exit_code=1, hint="; ".join(titles))
