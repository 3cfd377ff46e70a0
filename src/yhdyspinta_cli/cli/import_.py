"""`yp import`: the tables that a programme and an agreement come in, as records of the data."""

from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli.cli import closed_set, options, options_recording, terminal
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

File = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The table: .xlsx, .ods or .csv."))]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar=_("TITLE=KEY"),
        help=_("What a column holds, where its title does not tell; may be repeated."),
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar=_("NAME"), help=_("The sheet, where several could be meant.")),
]
IsDraft = Annotated[
    bool,
    typer.Option(
        "--draft", help=_("Write what is not understood as a remark, where it can be left open.")
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("Take a table of others in: measures, bodies, parties, duties."))
    group.command("measures")(measures)
    group.command("bodies")(bodies)
    group.command("parties")(parties)
    group.command("obligations")(obligations)
    app.add_typer(group, name="import")


@command
def measures(
    line: Line,
    file: File,
    map: Map = None,
    sheet: Sheet = None,
    draft: IsDraft = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Take measures in: goal, measure, who answers for it, indicators; a file each."""
    _run(line, "measure", file, map, sheet, draft, dry_run)


@command
def bodies(
    line: Line,
    file: File,
    map: Map = None,
    sheet: Sheet = None,
    draft: IsDraft = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Take bodies and networks in: name, members, chair, convener, rhythm; a file each."""
    _run(line, "body", file, map, sheet, draft, dry_run)


@command
def parties(
    line: Line,
    file: File,
    map: Map = None,
    sheet: Sheet = None,
    draft: IsDraft = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Take parties in: name, official name, type, code; at the end of parties.yaml."""
    _run(line, "party", file, map, sheet, draft, dry_run)


@command
def obligations(
    line: Line,
    file: File,
    map: Map = None,
    sheet: Sheet = None,
    draft: IsDraft = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Take obligations in: what, who, how often, on what ground; at the end of obligations.yaml."""
    _run(line, "obligation", file, map, sheet, draft, dry_run)


def _run(
    line: Line,
    kind: str,
    file: Path,
    map: list[str] | None,
    sheet: str | None,
    draft: bool,
    dry_run: bool,
) -> None:
    from yhdyspinta_cli.services import import_making, importing

    wish = import_making.ImportWish(kind, file, _mapped(kind, map or []), sheet, draft, dry_run)
    importing.run(line.where, wish, clock=options.clock(), voice=terminal)


def _mapped(kind: str, written: list[str]) -> dict[str, str]:
    """Return keys by title; UserError (exit 2) for one that is no key of this kind."""
    from yhdyspinta_cli.services import import_titles

    keys = import_titles.keys(kind)
    found: dict[str, str] = {}
    for one in written:
        title, sign, key = one.rpartition("=")
        key = key.strip()
        if not sign or not title.strip() or key not in keys:
            raise UserError(
                _("--map takes a title and a key, not {words}").format(words=quoted(one)),
                hint=closed_set.hint(key, keys, _("the keys: {keys}").format(keys=", ".join(keys))),
            )
        found[title] = key
    return found
