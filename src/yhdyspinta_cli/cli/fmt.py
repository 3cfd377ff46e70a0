"""`yp fmt`: every file of the data in one layout, with the values and the comments it has."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import check, options, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.services.formatting import Layouts


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("fmt")(fmt)


@command
def fmt(
    line: Line,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=_("FILE…"), help=_("Only these files or folders."), show_default=False
        ),
    ] = None,
    is_check: Annotated[
        bool,
        typer.Option("--check", help=_("Only name the files that would change; exit with 1.")),
    ] = False,
    is_diff: Annotated[
        bool, typer.Option("--diff", help=_("Only show what would change; exit with 1."))
    ] = False,
    include_personal: options.IncludePersonal = False,
) -> None:
    """Lay out the files of the data in one way; values and comments stay as they are.

    What was recorded (updates, events, values, rounds) is never edited and stays as it is, too.
    """
    from yhdyspinta_cli.output import difference
    from yhdyspinta_cli.services import formatting, opening
    from yhdyspinta_cli.store import lock

    root, _packaged = opening.find(line.where, packaged=False)
    chosen = [check.place(root, name) for name in files or ()]
    prefix = opening.prefix(root, line.where.here)
    writes = not (is_check or is_diff)
    with lock.locked(root) if writes else nullcontext():
        found = formatting.look(
            root, lambda path: check.is_chosen(path, chosen), personal=include_personal
        )
        failed = _written(root, found, prefix) if writes else 0
    if is_diff:
        for one in found.relaid:
            terminal.out(difference.unified(prefix + one.path, one.old, one.new))
    elif is_check:
        terminal.out("".join(f"{prefix}{one.path}\n" for one in found.relaid))
    _tell(found, prefix, failed, writes=writes)
    _exit(found, failed, writes=writes)


def _written(root: Path, found: "Layouts", prefix: str) -> int:
    """Write the files, name each on stdout, and return how many could not be written."""
    from yhdyspinta_cli.services import formatting
    from yhdyspinta_cli.store import atomic

    atomic.sweep(root / "data")
    failed = 0
    for one in found.relaid:
        reason = formatting.write(root, one)
        if reason:
            failed += 1
            terminal.tell(f"yp: {reason}")
        else:
            terminal.out(f"{prefix}{one.path}\n")
    return failed


def _tell(found: "Layouts", prefix: str, failed: int, *, writes: bool) -> None:
    from yhdyspinta_cli.output import findings

    for fault in found.faults:
        terminal.tell(findings.line(fault, prefix))
        if fault.hint:
            terminal.tell(f"    {fault.hint}")
    for path in found.unfaithful:
        terminal.tell(
            _("yp: {path} would not be read as it is now; it was left as it is").format(
                path=prefix + path
            )
        )
    count = len(found.relaid) - failed
    if writes:
        words = plural("{n} file was laid out anew", "{n} files were laid out anew", count)
    else:
        words = plural("{n} file would change", "{n} files would change", count)
    rest = plural(
        "{n} is as it should be", "{n} are as they should be", found.as_they_should_be
    ).format(n=found.as_they_should_be)
    terminal.tell(f"yp: {words.format(n=count)}, {rest}")


def _exit(found: "Layouts", failed: int, *, writes: bool) -> None:
    """End with 1 for a finding or a layout to be changed, 3 or 4 for a file that was left."""
    if failed:
        raise typer.Exit(3)
    if found.faults or (found.relaid and not writes):
        raise typer.Exit(1)
    if found.unfaithful:
        raise typer.Exit(4)
