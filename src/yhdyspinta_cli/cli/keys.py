"""`yp keys`: which keys a record takes, for whoever writes one."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, resolve
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.cli.terminal import out_utf8
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("keys")(keys)


@question(of_data=False, of_a_day=False)
def keys(
    asked: Question,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[KIND]"),
            help=_("A kind of record, or what stands inside one: measures, rhythm …"),
            autocompletion=complete.key_pages,
        ),
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help=_("All keys as Markdown: docs/keys.md."))
    ] = False,
) -> "Answer | None":
    """Tell which keys a record takes and what stands there; without a kind, the kinds."""
    from yhdyspinta_cli.output import keys as form
    from yhdyspinta_cli.output import keys_markdown, noun_names

    if markdown:
        out_utf8(keys_markdown.markdown())
        return None
    if kind is None:
        return form.kinds_answer()
    inner = form.noun(kind)
    if inner is not None and not asked.form.is_for_a_program:
        return form.noun_answer(inner)
    return form.answer(resolve.kind(kind, also=tuple(noun_names.WORDS)))
