"""`yp search`: words anywhere in the data."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("search")(search)


@question()
def search(
    asked: Question,
    words: Annotated[
        list[str], typer.Argument(metavar=_("WORDS"), help=_("Words, in any inflected form."))
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar=_("KIND"),
            help=_("Only this kind of record: measures, bodies …"),
            autocompletion=complete.kinds,
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", metavar="N", min=1, max=1000, help=_("How many hits are shown.")),
    ] = 20,
    filters: resolve.Filters = resolve.ALL,
    include_personal: options.IncludePersonal = False,
) -> "Answer":
    """Search every text: titles, bodies, remarks, acts, abbreviations; the best hits first."""
    from yhdyspinta_cli.output import search as form
    from yhdyspinta_cli.queries import search as query

    text = plain_text.composed(" ".join(words))
    if len(text) > resolve.LONGEST:
        raise resolve.too_long()
    kinds = [resolve.kind(word).record.kind for word in kind or ()]
    kb = asked.open(personal=include_personal).kb
    wanted = resolve.wanted(kb, filters)
    found = query.search(kb, text, day=asked.day, limit=limit, kinds=kinds, wanted=wanted)
    if not found.hits:
        raise UserError(_("nothing has {words}").format(words=quoted(text)), exit_code=1)
    return form.answer(kb, found)
