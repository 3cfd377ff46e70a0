"""`yp explain` and `yp rules`: what each code means, why it matters, what to do."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.cli.terminal import out_utf8
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("explain")(explain)
    app.command("rules")(rules)


@question(of_data=False, of_a_day=False, forms=("as_json",))
def explain(
    asked: Question,
    code: Annotated[
        str,
        typer.Argument(
            metavar=_("CODE"),
            help=_("A code or a rule's name."),
            autocompletion=complete.codes,
        ),
    ],
) -> "Answer":
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
    return form.answer(found)


@question(of_data=False, of_a_day=False)
def rules(
    asked: Question,
    markdown: Annotated[
        bool, typer.Option("--markdown", help=_("All explanations as Markdown: docs/rules.md."))
    ] = False,
) -> "Answer | None":
    """List every code with its severity, its name and the fault in a sentence."""
    from yhdyspinta_cli.checks import explanations
    from yhdyspinta_cli.output import rules as form

    if markdown:
        out_utf8(form.markdown(explanations.EXPLANATIONS))
        return None
    return form.list_answer(explanations.EXPLANATIONS)
