"""`yp gaps`, `yp counterparts` and `yp what-if`: what is missing, and what would be."""

import re
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.question import Failing, Question, question
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer

By = Literal["level", "interface"]
"""What the matrix of counterparts has in its columns."""


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("gaps")(gaps)
    app.command("counterparts")(counterparts)
    app.command("what-if")(what_if)


@question()
def gaps(
    asked: Question,
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
    filters: resolve.Filters = resolve.ALL,
) -> "Answer | Failing":
    """Show what is missing: owners, indicators, updates, counterparts, conveners; with its age."""
    from yhdyspinta_cli.facts import translated
    from yhdyspinta_cli.output import gaps as form
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.queries import gaps as query

    kinds = _kinds(kind, "--kind")
    failing = _kinds(fail_on, "--fail-on")
    # What is translated is asked of the data itself, not of its copy for a reader.
    kb = asked.open(as_written="untranslated" in kinds).kb
    wanted = resolve.wanted(kb, filters)
    chosen = () if "any" in kinds else kinds
    found = query.ledger(
        kb,
        asked.day,
        months=silent_after,
        kinds=chosen,
        wanted=wanted,
        over=asked.is_over,
        languages=translated.asked(kb, asked.line.language),
    )
    answer = form.answer(kb, found, narrowed.words(kb, wanted, map(form.asked_kind, chosen)))
    if any(gap.kind in failing or "any" in failing for gap in found.gaps):
        return Failing(answer)
    return answer


def _kinds(words: list[str] | None, option: str) -> tuple[str, ...]:
    """Return the kinds of gap an option names, commas allowed; UserError (exit 2) for another."""
    from yhdyspinta_cli.vocabulary import GAP_KINDS

    found: list[str] = []
    for given in words or ():
        # A title may have a comma of its own.
        whole = _kind(given)
        for word in (whole,) if whole else given.split(","):
            meant = _kind(word)
            if meant is None and word:
                raise UserError(
                    _("{option}: there is no kind of gap {kind}").format(
                        option=option, kind=quoted(word)
                    ),
                    hint=_("the kinds: {kinds}").format(kinds=", ".join((*GAP_KINDS, "any"))),
                )
            found.extend((meant,) if meant else ())
    return tuple(found)


def _kind(word: str) -> str | None:
    """Return the kind of gap that is meant by it, or by its title as the answer prints it."""
    from yhdyspinta_cli.vocabulary import GAP_KINDS
    from yhdyspinta_cli.wording import gap_titles, words

    # As a heading it has its number behind it.
    said = re.sub(r" \([0-9]+\)$", "", word.strip())
    return "any" if said == "any" else words.meant(said, GAP_KINDS, gap_titles.title)


@question(filters=("interface", "party", "actor"))
def counterparts(
    asked: Question,
    by: Annotated[
        By | None,
        typer.Option("--by", help=_("What stands in the columns: level, where not said.")),
    ] = None,
    filters: resolve.Filters = resolve.ALL,
    include_personal: options.IncludePersonal = False,
) -> "Answer":
    """Show who answers for each party on each level or interface, and where nobody is named."""
    from yhdyspinta_cli.output import counterparts as form
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.queries import counterparts as query

    if filters.interface is not None and by == "level":
        raise UserError(_("--interface goes with --by interface"), hint=_("leave out --by level"))
    kb = asked.open(personal=include_personal).kb
    wanted = resolve.wanted(kb, filters)
    by_interface = by == "interface" or filters.interface is not None
    found = query.matrix(
        kb,
        "interface" if by_interface else "level",
        asked.day,
        wanted.party,
        interface=wanted.interface,
        actor=wanted.actor,
    )
    return form.answer(kb, found, narrowed.words(kb, wanted))


@question()
def what_if(
    asked: Question,
    remove: Annotated[
        str,
        typer.Option(
            "--remove",
            metavar=_("ACTOR"),
            help=_("Who would end, with everything that is a part of it."),
            autocompletion=complete.actors,
        ),
    ],
    filters: resolve.Filters = resolve.ALL,
    exact: options.Exact = False,
) -> "Answer":
    """Show what would be left without an owner if a unit, project, role or party ended."""
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.output import what_if as form
    from yhdyspinta_cli.queries import what_if as query

    kb = asked.open().kb
    ended = resolve.one_of(remove, kb.all_actors, exact=exact)
    wanted = resolve.wanted(kb, filters)
    found = query.removal(kb, ended, asked.day, wanted)
    return form.answer(kb, found, narrowed.words(kb, wanted))
