"""`yp gaps`, `yp counterparts` and `yp what-if`: what is missing, and what would be."""

import enum
from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, options, resolve
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


class By(enum.StrEnum):
    """What the matrix of counterparts has in its columns."""

    LEVEL = "level"
    INTERFACE = "interface"


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("gaps", rich_help_panel=_("Questions"))(gaps)
    app.command("counterparts", rich_help_panel=_("Questions"))(counterparts)
    app.command("what-if", rich_help_panel=_("Questions"))(what_if)


def gaps(
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar=_("KIND"),
            help=_("Only this kind of gap; may be given several times."),
            autocompletion=complete.gaps,
        ),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar=_("KIND"),
            help=_("Exit with 1 where there is a gap of this kind, or 'any'."),
            autocompletion=complete.gaps,
        ),
    ] = None,
    silent_after: options.SilentAfter = 6,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show what is missing: owners, indicators, updates, counterparts, conveners; with its age."""
    from yhdyspinta_cli.output import gaps as form
    from yhdyspinta_cli.queries import gaps as query

    kinds = _kinds(kind, "--kind")
    failing = _kinds(fail_on, "--fail-on")
    day = options.day(as_of)
    kb = opening.look(directory).kb
    found = query.ledger(
        kb,
        day,
        months=silent_after,
        kinds=() if "any" in kinds else kinds,
        wanted=resolve.wanted(kb, interface, goal, party, actor, state),
        over=options.is_over(day),
    )
    answer.Form(as_json, as_csv, as_excel).give(
        "gaps",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(found),
    )
    if any(gap.kind in failing or "any" in failing for gap in found.gaps):
        raise typer.Exit(1)


def _kinds(words: list[str] | None, option: str) -> tuple[str, ...]:
    """Return the kinds of gap an option names, commas allowed; UserError (exit 2) for another."""
    from yhdyspinta_cli.vocabulary import GAP_KINDS

    found = tuple(word for given in words or () for word in given.split(",") if word)
    for word in found:
        if word not in (*GAP_KINDS, "any"):
            raise UserError(
                _("{option}: there is no kind of gap {kind}").format(
                    option=option, kind=quoted(word)
                ),
                hint=_("the kinds: {kinds}").format(kinds=", ".join((*GAP_KINDS, "any"))),
            )
    return found


def counterparts(
    by: Annotated[
        By | None,
        typer.Option("--by", help=_("What stands in the columns: level, where not said.")),
    ] = None,
    interface: options.Interface = None,
    party: options.Party = None,
    actor: options.Actor = None,
    include_personal: options.IncludePersonal = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show who answers for each party on each level or interface, and where nobody is named."""
    from yhdyspinta_cli.output import counterparts as form
    from yhdyspinta_cli.queries import counterparts as query

    if interface is not None and by is By.LEVEL:
        raise UserError(_("--interface goes with --by interface"), hint=_("leave out --by level"))
    day = options.day(as_of)
    kb = opening.look(directory, personal=include_personal).kb
    by_interface = by is By.INTERFACE or interface is not None
    found = query.matrix(
        kb,
        "interface" if by_interface else "level",
        day,
        resolve.resolve(kb, party, "party"),
        interface=resolve.resolve(kb, interface, "interface"),
        actor=resolve.resolve(kb, actor, "actor"),
    )
    answer.Form(as_json, as_csv, as_excel).give(
        "counterparts",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )


def what_if(
    remove: Annotated[
        str,
        typer.Option(
            "--remove",
            metavar=_("ACTOR"),
            help=_("Who would end, with everything that is a part of it."),
            autocompletion=complete.actors,
        ),
    ],
    interface: options.Interface = None,
    goal: options.Goal = None,
    exact: options.Exact = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show what would be left without an owner if a unit, project, role or party ended."""
    from yhdyspinta_cli.output import what_if as form
    from yhdyspinta_cli.queries import what_if as query

    day = options.day(as_of)
    kb = opening.look(directory).kb
    ended = resolve.one_of(kb, remove, kb.all_actors, exact=exact)
    found = query.removal(kb, ended, day, resolve.wanted(kb, interface, goal, None, None, None))
    answer.Form(as_json, as_csv, as_excel).give(
        "what-if",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )
