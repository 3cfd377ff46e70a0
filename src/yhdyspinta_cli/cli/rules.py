"""`yp explain` and `yp rules`: what each code means, why it matters, what to do."""

from typing import Annotated

import typer

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.cli import answer, complete, options
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("explain", rich_help_panel=_("Check"))(explain)
    app.command("rules", rich_help_panel=_("Check"))(rules)


def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar=_("CODE"),
            help=_("A code or a rule's name."),
            autocompletion=complete.codes,
        ),
    ],
    as_json: options.Json = False,
    lang: options.Lang = None,
) -> None:
    """Explain a finding: what is wrong, why it matters, and how it looks wrong and right."""
    from yhdyspinta_cli.checks import explanations
    from yhdyspinta_cli.output import rules as form

    names = {explained.name: explained for explained in explanations.EXPLANATIONS}
    found = explanations.BY_CODE.get(code.upper()) or names.get(code.lower())
    if found is None:
        raise UserError(
            _("no rule has the code {code}").format(code=quoted(code)),
            hint=suggestion.hint(suggestion.nearest(code, names)) or _("'yp rules' lists them"),
        )
    answer.Form(as_json).give(
        "rule",
        page=lambda: form.page(found),
        table=None,
        json=lambda: form.json(found),
    )


def rules(
    markdown: Annotated[
        bool, typer.Option("--markdown", help=_("All explanations as Markdown: docs/rules.md."))
    ] = False,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    lang: options.Lang = None,
) -> None:
    """List every code with its severity, its name and the fault in a sentence."""
    from yhdyspinta_cli.checks import explanations
    from yhdyspinta_cli.output import rules as form

    if markdown:
        out(form.markdown(explanations.EXPLANATIONS))
        return
    answer.Form(as_json, as_csv, as_excel).give(
        "rules",
        page=lambda: (form.table(explanations.EXPLANATIONS),),
        table=lambda: form.table(explanations.EXPLANATIONS),
        json=lambda: [form.json(explained) for explained in explanations.EXPLANATIONS],
    )
