"""`yp list` and `yp show`: what records there are, and everything one of them says."""

from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, options, resolve
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("list", rich_help_panel=_("Questions"))(list_)
    app.command("show", rich_help_panel=_("Questions"))(show)


def list_(
    kind: options.Kind = None,
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
    """List the records of a kind; without a kind, the kinds and how many there are."""
    from yhdyspinta_cli.output import lists
    from yhdyspinta_cli.queries import filters

    day = options.day(as_of)
    form = answer.Form(as_json, as_csv, as_excel)
    if kind is not None and kind.lower() in PERSONAL:
        _people(kind.lower(), directory, form, include_personal=include_personal)
        return
    kb = opening.look(directory).kb
    if kind is None:
        form.give(
            "kinds",
            page=lambda: (lists.kinds(kb),),
            table=lambda: lists.kinds(kb),
            json=lambda: lists.kinds_json(kb),
        )
        return
    chosen = resolve.kind(kind, also=PERSONAL)
    wanted = resolve.wanted(kb, interface, goal, party, actor, state)
    found = filters.select(kb, chosen.record, wanted, day)
    form.give(
        "list",
        page=lambda: lists.page(kb, found, chosen.word, day),
        table=lambda: lists.table(kb, found, chosen.word, day),
        json=lambda: lists.json(kb, found),
    )


PERSONAL = ("signatures", "role-holders")
"""Lists of people: not records, and read only when asked for."""


def _people(kind: str, directory: str | None, form: answer.Form, *, include_personal: bool) -> None:
    """Answer with the names of people, where they are asked for and there are any."""
    from yhdyspinta_cli.output import people

    if not include_personal:
        raise UserError(
            _("names of people are shown only with --include-personal"), hint=_("add the option")
        )
    kb = opening.look(directory, personal=True).kb
    personal = kb.personal
    if personal is None:
        raise UserError(_("there is no personal.yaml here"), exit_code=1)
    if kind == "signatures":
        table, keys = people.signatures(personal), ("name", "method", "at")
    else:
        table, keys = people.role_holders(kb, personal), ("name", "role", "actor")
    form.give(
        kind,
        page=lambda: (table,),
        table=lambda: table,
        json=lambda: people.json(table, keys),
    )


def show(
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
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show everything a record says, with its source place and its remarks."""
    from yhdyspinta_cli.output import records

    day = options.day(as_of)
    loaded = opening.look(directory, personal=include_personal)
    kb = loaded.kb
    found = resolve.holder_of_remark(kb, record) or resolve.one_of(
        kb, record, tuple(e.record for e in kb.entries.values()), exact=exact
    )
    entry = kb.entries[found.id]
    place = f"{entry.path}:{loaded.locate(entry.path, entry.route).line}"
    answer.Form(as_json, as_csv, as_excel).give(
        "record",
        page=lambda: records.page(kb, found, place, records.standing(kb, found, day)),
        table=lambda: records.fields(kb, found, place),
        json=lambda: records.full(found),
    )
