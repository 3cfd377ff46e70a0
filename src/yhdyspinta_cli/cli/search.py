"""`yp search`: words anywhere in the data."""

from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, options, resolve
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("search", rich_help_panel=_("Questions"))(search)


def search(
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
        int, typer.Option("--limit", min=1, max=1000, help=_("How many hits are shown."))
    ] = 20,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    include_personal: options.IncludePersonal = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Search every text: titles, bodies, remarks, acts, abbreviations; the best hits first."""
    from yhdyspinta_cli.output import search as form
    from yhdyspinta_cli.queries import search as query

    if len(" ".join(words)) > resolve.LONGEST:
        raise resolve.too_long()
    kinds = [resolve.kind(word).record.kind for word in kind or ()]
    day = options.day(as_of)
    kb = opening.look(directory, personal=include_personal).kb
    wanted = resolve.wanted(kb, interface, goal, party, actor, state)
    found = query.search(kb, " ".join(words), day=day, limit=limit, kinds=kinds, wanted=wanted)
    if not found.hits:
        raise UserError(_("nothing has {words}").format(words=quoted(" ".join(words))), exit_code=1)
    answer.Form(as_json, as_csv, as_excel).give(
        "search",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )
