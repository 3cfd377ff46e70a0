"""`yp templates`: which templates a report is made of, and a copy of one to change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.cli.report_data import template_folders
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("The templates of the report: list them, copy one."))
    group.command("list")(list_)
    group.command("copy")(copy)
    parent.add_typer(group, name="templates")


@question(of_a_day=False)
def list_(asked: Question, templates: options.Templates = None) -> "Answer":
    """List the templates, and where each is taken from."""
    from yhdyspinta_cli.output import template_list
    from yhdyspinta_cli.services import opening

    root, packaged = opening.find(asked.line.where)
    folders = template_folders(templates, root, packaged=packaged)
    return template_list.answer([(name, _where(name, folders)) for name in _names(*folders)])


@command
def copy(
    line: Line,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[TEMPLATE]"),
            help=_("The name of a template, as 'yp templates list' gives it."),
            autocompletion=lambda incomplete: [n for n in _names() if n.startswith(incomplete)],
        ),
    ] = None,
    catalogue: Annotated[
        str | None,
        typer.Option(
            "--catalogue",
            metavar=_("LANGUAGE"),
            help=_("The words of all templates and answers instead, to be put into this language."),
            autocompletion=complete.languages_to_bring,
        ),
    ] = None,
) -> None:
    """Copy a packaged template below templates/ of the knowledge base, to change it there."""
    from yhdyspinta_cli.services import opening
    from yhdyspinta_cli.store import resources
    from yhdyspinta_cli.store.atomic import create

    if (name is None) == (catalogue is None):
        raise UserError(_("name a template, or a language with --catalogue"))
    root, _packaged = opening.find(line.where, packaged=False)
    if name is None:
        _begin(root, catalogue or "")
        return
    if name not in _names():
        raise UserError(
            _("there is no template {name}").format(name=quoted(name)),
            exit_code=1,
            hint=_("'yp templates list' tells what there is"),
        )
    raw = (resources.resource_dir("templates") / name).read_bytes()
    create(root, f"templates/{name}", raw)
    tell(_("yp: wrote {path}").format(path=f"templates/{name}"))
    if name.endswith(".docx"):
        return
    tell(
        "    "
        + _("instead of the whole copy, a template may extend 'yp/{name}' and").format(name=name)
    )
    tell("    " + _("override single blocks of it"))


def _begin(root: Path, code: str) -> None:
    """Begin the catalogues of a language; UserError (exit 4) where there is one."""
    from yhdyspinta_cli.services import catalogues
    from yhdyspinta_cli.store.atomic import create

    catalogues.refuse_own(code)
    made = catalogues.begun(code)
    for path, raw in made.items():
        create(root, path, raw)
        tell(_("yp: wrote {path}").format(path=path))
    tell("    " + _("translate what you want to, then: yp report --lang {code}").format(code=code))


def _names(*folders: Path) -> list[str]:
    """Return the names of the packaged templates, and of those of other folders."""
    from yhdyspinta_cli.store import resources

    found = {
        path.relative_to(folder).as_posix()
        for folder in (resources.resource_dir("templates"), *folders)
        for path in (*folder.rglob("*.j2"), *folder.glob("*.docx"))
    }
    return sorted(found)


def _where(name: str, folders: list[Path]) -> Path | None:
    """Return the folder that overrides a packaged template, None where none does."""
    from yhdyspinta_cli.store import resources

    packaged = resources.resource_dir("templates").resolve()
    own = (folder for folder in folders if folder.resolve() != packaged)
    return next((folder for folder in own if (folder / name).is_file()), None)
