"""`yp list` and `yp show`: what records there are, and everything one of them says."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("list")(list_)
    app.command("show")(show)


@question()
def list_(
    asked: Question,
    kind: options.Kind = None,
    filters: resolve.Filters = resolve.ALL,
    include_personal: options.IncludePersonal = False,
) -> "Answer":
    """List the records of a kind; without a kind, the kinds and how many there are."""
    from yhdyspinta_cli.output import lists, narrowed
    from yhdyspinta_cli.queries.filters import select

    if kind is not None and kind.lower() in PERSONAL:
        return _people(asked, kind.lower(), include_personal=include_personal)
    kb = asked.open().kb
    if kind is None:
        return lists.kinds_answer(kb)
    chosen = resolve.kind(kind, also=PERSONAL)
    wanted = resolve.wanted(kb, filters)
    found = select(kb, chosen.record, wanted, asked.day)
    return lists.answer(kb, found, chosen.word, asked.day, narrowed.words(kb, wanted))


PERSONAL = ("signatures", "role-holders")
"""Lists of people: not records, and read only when asked for."""


def _people(asked: Question, kind: str, *, include_personal: bool) -> "Answer":
    """Return the names of people, where they are asked for and there are any."""
    from yhdyspinta_cli.output import people

    if not include_personal:
        raise UserError(
            _("names of people are shown only with --include-personal"), hint=_("add the option")
        )
    kb = asked.open(personal=True).kb
    if kb.personal is None:
        raise UserError(_("there is no personal.yaml here"), exit_code=1)
    if kind == "signatures":
        return people.signatures_answer(kb.personal)
    return people.role_holders_answer(kb, kb.personal)


@question()
def show(
    asked: Question,
    record: Annotated[
        str,
        typer.Argument(
            metavar=_("RECORD"),
            help=_("An id, a measure's code, or words of a name."),
            autocompletion=complete.records,
        ),
    ],
    include_personal: options.IncludePersonal = False,
    exact: options.Exact = False,
) -> "Answer":
    """Show everything a record says, with its source place and its remarks."""
    from yhdyspinta_cli.output import records

    loaded = asked.open(personal=include_personal)
    kb = loaded.kb
    found = resolve.holder_of_remark(kb, record) or resolve.one_of(
        record, tuple(e.record for e in kb.entries.values()), exact=exact
    )
    entry = kb.entries[found.id]
    place = f"{entry.path}:{loaded.locate(entry.path, entry.route).line}"
    return records.answer(kb, found, place, asked.day)
