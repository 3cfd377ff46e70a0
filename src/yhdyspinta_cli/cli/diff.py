"""`yp diff`: what differs between two revisions, two days, or an agreement and its successor."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import options, resolve, terminal
from yhdyspinta_cli.cli.question import ALL_FORMS, PAGES, Failing, Question, question
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.diff_origin import Origin
    from yhdyspinta_cli.queries.diff_sides import Between
    from yhdyspinta_cli.queries.filters import Wanted
    from yhdyspinta_cli.services.comparing import OpenSide


def register(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command("diff")(diff)


@question(forms=(*ALL_FORMS, *(option.name for option in PAGES)))
def diff(
    asked: Question,
    earlier: Annotated[
        str | None,
        typer.Argument(
            metavar="[A]", help=_("A revision: a commit, a tag, a branch, a day; else HEAD.")
        ),
    ] = None,
    later: Annotated[
        str | None,
        typer.Argument(metavar="[B]", help=_("A later one; else what is in the folder.")),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar=_("DAY"), help=_("The day of the second side; --as-of is the first's.")
        ),
    ] = None,
    other: Annotated[
        Path | None,
        typer.Option(
            "--with",
            metavar=_("FOLDER"),
            help=_("Compare with another knowledge base: an agreement and its successor."),
        ),
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help=_("Exit with 1 where something differs, or cannot be compared.")
        ),
    ] = False,
    filters: resolve.Filters = resolve.ALL,
) -> "Answer | Failing":
    """Tell what changed: dropped, new, moved and reworded measures, parties, duties and reports.

    Between two revisions (A and B), what was committed and the folder (A, or none), two days
    (--as-of and --to), or two knowledge bases (--with).
    """
    from yhdyspinta_cli.output import diff as form
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.queries import diff as query
    from yhdyspinta_cli.queries.diff_sides import Between, Side

    last = _last(asked, to)
    first, second = _opened(asked, earlier, later, other, is_of_two_days=last is not None)
    day = asked.given or options.clock().today(second.loaded.kb)
    sides = Between(
        Side(first.loaded.kb, day), Side(second.loaded.kb, last or day), is_other=other is not None
    )
    wanted = _wanted(sides, filters)
    found = query.between(sides, wanted)
    answer = form.answer(
        found,
        _origins(asked, (first, second), sides),
        narrowed.words(sides.second.kb, wanted[1]),
    )
    return Failing(answer) if exit_code and (found.differs or any(found.unread)) else answer


def _last(asked: Question, to: str | None) -> date | None:
    """Return the day of the second side, None where both sides have one; UserError (exit 2)."""
    last = options.day(to, "--to")
    if last is None:
        return None
    if asked.given is None:
        raise UserError(_("--to needs --as-of: the day of the first side"))
    if last < asked.given:
        raise UserError(_("--to is a day before --as-of"))
    return last


def _opened(
    asked: Question,
    earlier: str | None,
    later: str | None,
    other: Path | None,
    *,
    is_of_two_days: bool,
) -> "tuple[OpenSide, OpenSide]":
    """Return the data of both sides; UserError (exit 2) for what cannot be asked together."""
    from yhdyspinta_cli.services import comparing

    if asked.rev is not None and (earlier is not None or other is not None or not is_of_two_days):
        raise UserError(
            _("--rev goes with --as-of and --to alone"),
            hint=_("two revisions follow the command: yp diff v2024 HEAD"),
        )
    if other is not None:
        if later is not None:
            raise UserError(_("--with takes the place of the second revision"))
        return comparing.with_another(asked.line.where, terminal, earlier, other)
    if earlier is None and is_of_two_days:
        same = comparing.OpenSide(asked.open(as_written=True))
        return same, same
    return comparing.revisions(asked.line.where, terminal, earlier, later)


def _origins(
    asked: Question, opened: "tuple[OpenSide, OpenSide]", sides: "Between"
) -> "tuple[Origin, Origin]":
    """Return where each side was read, named by its agreement where there are two of them.

    Two of one title are told apart by their folders.
    """
    from yhdyspinta_cli.output.diff_origin import Origin
    from yhdyspinta_cli.services import opening

    titles = [one.loaded.kb.agreement.title if sides.is_other else "" for one in opened]
    if sides.is_other and titles[0] == titles[1]:
        here = asked.line.where.here
        folders = [opening.prefix(one.loaded.root, here) or "./" for one in opened]
        titles = [f"{title} ({folder})" for title, folder in zip(titles, folders, strict=True)]
    first, second = (
        Origin(one.loaded.revision, one.uncommitted, title)
        for one, title in zip(opened, titles, strict=True)
    )
    return first, second


def _wanted(sides: "Between", filters: resolve.Filters) -> "tuple[Wanted, Wanted]":
    """Return what the filters ask for, in the ids of each side.

    Words mean what they mean on the second side; who is on the first side only is found there.
    """
    first, second = sides.first.kb, sides.second.kb
    named = [words for words in (filters.party, filters.actor) if words is not None]
    is_gone = any(not _names(second, words) and _names(first, words) for words in named)
    found = resolve.wanted(first if is_gone else second, filters)
    known = sides.renamed if is_gone else {new: old for old, new in sides.renamed.items()}
    there = replace(
        found,
        **{
            name: known.get(key, key)
            for name in ("interface", "goal", "party", "actor")
            if (key := getattr(found, name)) is not None
        },
    )
    return (found, there) if is_gone else (there, found)


def _names(kb: "KnowledgeBase", words: str) -> bool:
    """True where a knowledge base has an actor with this id or whole name."""
    from yhdyspinta_cli.queries import matching

    return matching.meaning(words, kb.all_actors, exact=True).best is not None
