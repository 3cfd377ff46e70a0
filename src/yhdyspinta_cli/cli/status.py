"""`yp status`: how the measures stand on a day, and what was reported on one."""

from typing import TYPE_CHECKING

import typer

from yhdyspinta_cli.cli import options, resolve, updates
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=False)
    group.callback(invoke_without_command=True)(status)
    group.command("show")(show)
    group.command("matrix")(matrix)
    group.command("set")(updates.set_)
    group.command("correct")(updates.correct)
    parent.add_typer(group, name="status")


@question()
def status(
    asked: Question,
    context: typer.Context,
    filters: resolve.Filters = resolve.ALL,
    silent_after: options.SilentAfter = 6,
) -> "Answer | None":
    """Show how the measures stand on a day: by state, interface, goal and party."""
    if context.invoked_subcommand is not None:
        _refuse_lost(context)
        context.obj = asked.line
        return None
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.output import status as form
    from yhdyspinta_cli.queries import status as query
    from yhdyspinta_cli.queries.filters import select

    kb = asked.open().kb
    wanted = resolve.wanted(kb, filters)
    measures = select(kb, Measure, wanted, asked.day)
    found = query.overview(kb, measures, asked.day, silent_after, wanted.party)
    return form.answer(kb, found, narrowed.words(kb, wanted))


def _refuse_lost(context: typer.Context) -> None:
    """Refuse an option before the subcommand that would not reach it."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if (
            name not in ("directory", "lang")
            and source is not None
            and source.name == "COMMANDLINE"
        ):
            raise UserError(
                _("write the options after '{command}'").format(
                    command=f"yp status {context.invoked_subcommand}"
                )
            )


@question()
def show(
    asked: Question, measure: options.Measure, silent_after: options.SilentAfter = 6
) -> "Answer":
    """Show what was reported on a measure, newest first: who, what, on which evidence."""
    from yhdyspinta_cli.output import status_log as form
    from yhdyspinta_cli.queries import log

    kb = asked.open().kb
    found = log.log(kb, resolve.measure(kb, measure), asked.day)
    return form.answer(kb, found, silent_after)


@question()
def matrix(asked: Question, filters: resolve.Filters = resolve.ALL) -> "Answer":
    """Show every measure against every party."""
    from yhdyspinta_cli.facts import region, standings
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.output import status_matrix as form
    from yhdyspinta_cli.queries.filters import select

    kb = asked.open().kb
    wanted = resolve.wanted(kb, filters)
    found = standings.of(kb, select(kb, Measure, wanted, asked.day), asked.day)
    parties = tuple(p for p in region.parties(kb, asked.day) if wanted.party in (None, p.id))
    return form.answer(kb, found, parties, asked.day, narrowed.words(kb, wanted))
