"""`yp keys`: which keys a record takes, for whoever writes one."""

from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, options, resolve
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.language import text as _


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("keys", rich_help_panel=_("Check"))(keys)


def keys(
    kind: options.Kind = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help=_("All keys as Markdown: docs/keys.md."))
    ] = False,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    lang: options.Lang = None,
) -> None:
    """Tell which keys a record takes and what stands there; without a kind, the kinds."""
    from yhdyspinta_cli.output import keys as form

    if markdown:
        out(form.markdown())
        return
    given = answer.Form(as_json, as_csv, as_excel)
    if kind is None:
        given.give(
            "record-kinds",
            page=lambda: (form.kinds(),),
            table=form.kinds,
            json=form.kinds_json,
        )
        return
    inner = form.noun(kind)
    if inner is not None and not given.is_for_a_program:
        given.give("keys", page=lambda: form.page_of(inner), table=None, json=dict)
        return
    chosen = resolve.kind(kind)
    given.give(
        "keys",
        page=lambda: form.page(chosen),
        table=lambda: form.table(chosen),
        json=lambda: form.json(chosen),
    )
