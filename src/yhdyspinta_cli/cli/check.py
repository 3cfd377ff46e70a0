"""`yp validate`: every fault at once; reads, never writes, except the report it is asked for."""

import enum
import os
from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli.cli import door, options
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _


class OutputFormat(enum.StrEnum):
    """The formats of findings; a test holds them equal to `output.findings.FORMATS`."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("validate", rich_help_panel=_("Check"))(validate)


def validate(
    output_format: Annotated[
        OutputFormat,
        typer.Option("--output-format", envvar="YP_OUTPUT_FORMAT", help=_("How findings look.")),
    ] = OutputFormat.TEXT,
    output_file: Annotated[
        Path | None, typer.Option("--output-file", help=_("Write the findings to this file."))
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Warnings fail, too; accepted ones do not."))
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help=_("Show notes and accepted findings."))
    ] = False,
    as_of: options.AsOf = None,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Check the data; every fault has its file, line and column."""
    from yhdyspinta_cli import store
    from yhdyspinta_cli.diagnostic import Severity
    from yhdyspinta_cli.output import findings

    day = options.day(as_of)
    root, _packaged = door.root(directory, packaged=False)
    loaded = store.load(root, personal=True)
    report = findings.Report(
        door.diagnostics(loaded, day),
        loaded.trees,
        len(loaded.trees),
        notes=notes,
        prefix=prefix(root),
        private=frozenset({"data/personal.yaml"}),
    )
    written = findings.FORMATS[output_format.value](report)
    if output_file is not None:
        try:
            output_file.write_text(written, "utf-8")
        except OSError as error:
            raise UserError(
                _("{path} cannot be written: {reason}").format(
                    path=output_file, reason=error.strerror
                ),
                exit_code=3,
            ) from error
    else:
        out(written)
    failing = report.count(Severity.ERROR) + (report.count(Severity.WARNING) if strict else 0)
    if failing:
        raise typer.Exit(1)


def prefix(root: Path) -> str:
    """Return what leads from the folder where the user stands to the knowledge base."""
    relative = os.path.relpath(root.resolve(), Path.cwd().resolve())
    return "" if relative == "." else Path(relative).as_posix() + "/"
