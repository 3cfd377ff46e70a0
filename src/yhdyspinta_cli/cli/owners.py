"""`yp who-owns` and `yp owned-by`: who answers for what, what somebody answers for, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("who-owns")(who_owns)
    app.command("owned-by")(owned_by)


@question()
def who_owns(
    asked: Question,
    measure: options.Measure,
    why: options.Why = False,
    exact: options.Exact = False,
) -> "Answer":
    """Tell who answers for a measure, who stands behind each name, and why."""
    from yhdyspinta_cli.output import owners as form
    from yhdyspinta_cli.queries import owners

    kb = asked.open().kb
    found = owners.owners(kb, _measure(kb, measure, exact=exact), asked.day)
    return form.answer(kb, found, why=why)


def _measure(kb: "KnowledgeBase", words: str, *, exact: bool) -> "Measure":
    """Return the measure that is meant; words that name an actor instead get a hint."""
    from yhdyspinta_cli.queries import matching

    try:
        return resolve.measure(kb, words, exact=exact)
    except UserError as refusal:
        named = matching.meaning(words, kb.all_actors, exact=True).best
        if named is None:
            raise
        hint = _("'yp owned-by {id}' tells what {name} answers for").format(
            id=named.id, name=named.name_shown
        )
        raise UserError(refusal.message, exit_code=refusal.exit_code, hint=hint) from refusal


@question()
def owned_by(
    asked: Question,
    whose: Annotated[
        str,
        typer.Argument(
            metavar=_("ACTOR"),
            help=_("A party, unit, role, project, body or collective: an id or its name."),
            autocompletion=complete.actors,
        ),
    ],
    filters: resolve.Filters = resolve.ALL,
    direct: Annotated[
        bool, typer.Option("--direct", help=_("Only where the actor itself is named."))
    ] = False,
    why: options.Why = False,
    exact: options.Exact = False,
) -> "Answer":
    """Show the card of an actor: all it answers for and takes part in, and on what ground."""
    from yhdyspinta_cli.output import card_forms, narrowed
    from yhdyspinta_cli.queries import card

    kb = asked.open().kb
    wanted = resolve.wanted(kb, filters)
    meant = resolve.one_of(whose, kb.all_actors, exact=exact)
    only = card.Asked(wanted, direct=direct, over=asked.is_over)
    more = [_("named itself")] if direct else []
    told = narrowed.words(kb, wanted, more)
    return card_forms.answer(kb, card.card(kb, meant, asked.day, only), why=why, asked=told)
