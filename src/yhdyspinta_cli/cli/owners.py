"""`yp who-owns` and `yp owned-by`: who answers for what, what somebody answers for, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, options, resolve
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("who-owns", rich_help_panel=_("Questions"))(who_owns)
    app.command("owned-by", rich_help_panel=_("Questions"))(owned_by)


def who_owns(
    measure: options.Measure,
    why: options.Why = False,
    exact: options.Exact = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Tell who answers for a measure, who stands behind each name, and why."""
    from yhdyspinta_cli.output import owners as form
    from yhdyspinta_cli.queries import owners

    day = options.day(as_of)
    kb = opening.look(directory).kb
    found = owners.owners(kb, _measure(kb, measure, exact=exact), day)
    answer.Form(as_json, as_csv, as_excel).give(
        "owners",
        page=lambda: form.page(kb, found, why=why),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )


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


def owned_by(
    actor: Annotated[
        str,
        typer.Argument(
            metavar=_("ACTOR"),
            help=_("A party, unit, role, project, body or collective: an id or its name."),
            autocompletion=complete.actors,
        ),
    ],
    binding: Annotated[
        options.Binding | None,
        typer.Option("--binding", help=_("Only what rests on this.")),
    ] = None,
    interface: options.Interface = None,
    goal: options.Goal = None,
    state: options.State = None,
    direct: Annotated[
        bool, typer.Option("--direct", help=_("Only where the actor itself is named."))
    ] = False,
    why: options.Why = False,
    exact: options.Exact = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show the card of an actor: all it answers for and takes part in, and on what ground."""
    from yhdyspinta_cli.output import card as form
    from yhdyspinta_cli.output import card_forms
    from yhdyspinta_cli.queries import card

    day = options.day(as_of)
    kb = opening.look(directory).kb
    asked = card.Asked(
        binding=binding.value if binding else None,
        interface=resolve.resolve(kb, interface, "interface"),
        goal=resolve.resolve(kb, goal, "goal"),
        direct=direct,
        state=resolve.wanted(kb, None, None, None, None, state).state,
    )
    found = card.card(kb, resolve.one_of(kb, actor, kb.all_actors, exact=exact), day, asked)
    answer.Form(as_json, as_csv, as_excel).give(
        "card",
        page=lambda: form.page(kb, found, why=why),
        table=lambda: card_forms.table(kb, found),
        json=lambda: card_forms.json(kb, found),
    )
