"""`yp templates`: which templates a report is made of, and a copy of one to change."""

from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli.cli import answer, options
from yhdyspinta_cli.cli.report import template_folders
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(
        no_args_is_help=True, help=_("The templates of the report: list them, copy one.")
    )
    group.command("list")(list_)
    group.command("copy")(copy)
    parent.add_typer(group, name="templates", rich_help_panel=_("Reports"))


def list_(
    templates: options.Templates = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """List the templates, and where each is taken from."""
    from yhdyspinta_cli.output.page import Table

    root, packaged = opening.root(directory)
    folders = template_folders(templates, root, packaged=packaged)
    rows = [(name, _where(name, folders)) for name in _names(*folders)]
    table = Table(
        (_("Template"), _("Taken from")),
        tuple((name, str(where) if where else _("the package")) for name, where in rows),
    )
    answer.Form(as_json, as_csv, as_excel).give(
        "templates",
        page=lambda: (table,),
        table=lambda: table,
        json=lambda: [
            {"name": name, "overridden_by": str(where) if where else None} for name, where in rows
        ],
    )


def copy(
    name: Annotated[
        str,
        typer.Argument(
            metavar=_("TEMPLATE"),
            help=_("The name of a template, as 'yp templates list' gives it."),
            autocompletion=lambda incomplete: [n for n in _names() if n.startswith(incomplete)],
        ),
    ],
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Copy a packaged template below templates/ of the knowledge base, to change it there."""
    from yhdyspinta_cli.store import resources
    from yhdyspinta_cli.store.atomic import create

    root, _packaged = opening.root(directory, packaged=False)
    if name not in _names():
        raise UserError(
            _("there is no template {name}").format(name=quoted(name)),
            exit_code=1,
            hint=_("'yp templates list' tells what there is"),
        )
    raw = (resources.resource_dir("templates") / name).read_bytes()
    create(root, f"templates/{name}", raw)
    tell(_("yp: wrote {path}").format(path=f"templates/{name}"))
    tell(
        "    "
        + _("instead of the whole copy, a template may extend 'yp/{name}' and").format(name=name)
    )
    tell("    " + _("override single blocks of it"))


def _names(*folders: Path) -> list[str]:
    """Return the names of the packaged templates, and of those of other folders."""
    from yhdyspinta_cli.store import resources

    found = {
        path.relative_to(folder).as_posix()
        for folder in (resources.resource_dir("templates"), *folders)
        for path in folder.rglob("*.j2")
    }
    return sorted(found)


def _where(name: str, folders: list[Path]) -> Path | None:
    """Return the folder that overrides a packaged template, None where none does."""
    from yhdyspinta_cli.store import resources

    packaged = resources.resource_dir("templates").resolve()
    own = (folder for folder in folders if folder.resolve() != packaged)
    return next((folder for folder in own if (folder / name).is_file()), None)
