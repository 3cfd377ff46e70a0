"""`yp validate`: every fault at once; reads, never writes, except the report it is asked for."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, findings_form, form, options, output_file, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.change_page import ChangeTold
    from yhdyspinta_cli.services.judging import Inspection
    from yhdyspinta_cli.store import Loaded


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("validate")(validate)


@command
def validate(
    line: Line,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=_("FILE…"),
            help=_("Report on these files or folders only; references lead into the whole."),
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        findings_form.OutputFormat,
        typer.Option("--output-format", envvar="YP_OUTPUT_FORMAT", help=_("How findings look.")),
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output-file", metavar=_("FILE"), help=_("Write the findings to this file.")
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Warnings fail, too; accepted ones do not."))
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar=_("CODES"),
            help=_("Only these codes, or all that begin so: YP3,YP201."),
            autocompletion=complete.rule_codes,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar=_("CODES"),
            help=_("Not these codes, nor any that begin so."),
            autocompletion=complete.rule_codes,
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help=_("Exit with 0 even when there are errors."))
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help=_("Show notes and accepted findings."))
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar=_("REV"),
            help=_("Tell what was recorded at REV and is edited or deleted since they parted."),
        ),
    ] = None,
    as_of: options.AsOf = None,
    rev: options.Rev = None,
    staged: Annotated[
        bool,
        typer.Option(
            "--staged", help=_("Judge what is about to be committed, not what is in the folder.")
        ),
    ] = False,
) -> None:
    """Check the data; every fault has its file, line and column.

    Reads only. 'yp explain CODE' tells more about a finding.
    """
    from yhdyspinta_cli.diagnostic import Finding, Severity
    from yhdyspinta_cli.output import findings
    from yhdyspinta_cli.services import judging, opening

    given = options.day(as_of)
    wanted, unwanted = codes(select), codes(ignore)
    if staged and rev is not None:
        raise UserError(_("what is staged and a revision are two things: leave one out"))
    root, _packaged = opening.find(line.where, packaged=False)
    staged = staged or (rev is None and _is_committing(root, line))
    chosen = [place(root, name) for name in files or ()]
    output_file.refuse_data(root, output)
    judged = judging.judge(
        root,
        line.where.kept(root),
        lambda zone: given or options.clock().today_in(zone),
        terminal,
        progress(),
        instead=_instead(root, line, rev, staged=staged),
        against=against,
    )

    def is_shown(finding: Finding) -> bool:
        return notes or judging.is_always_shown(finding, judged.private)

    found = tuple(
        d
        for d in judged.diagnostics(is_shown)
        if (not wanted or d.code.startswith(wanted))
        and not (unwanted and d.code.startswith(unwanted))
        and is_chosen(d.location.path, chosen)
    )
    report = findings.Findings(
        found,
        judged.trees,
        judged.texts,
        sum(is_chosen(path, chosen) for path in judged.files),
        judged.day,
        notes=notes,
        prefix=opening.prefix(root, findings_form.reader(root, output_format)),
        private=frozenset({"data/personal.yaml"}),
        private_codes=judged.private,
        told=_told(judged),
    )
    findings_form.give(report, output_format, output, strict=strict)
    if staged:
        tell(_("yp: what is staged was judged, not what is in the folder"))
    form.tell_revision(judged.revision)
    if judged.compared is not None:
        from yhdyspinta_cli.wording import revisions

        since = revisions.named(judged.compared.since)
        tell(_("yp: compared with revision {revision}").format(revision=since))
    failing = report.count(Severity.ERROR) + (report.count(Severity.WARNING) if strict else 0)
    if failing and not exit_zero:
        raise typer.Exit(1)


def _told(judged: "Inspection") -> "ChangeTold | None":
    """Return the change that the data makes, as it is told beside the findings."""
    if judged.compared is None:
        return None
    from yhdyspinta_cli.output import change_page

    return change_page.ChangeTold(judged.compared.change, judged.compared.since)


def _is_committing(root: Path, line: Line) -> bool:
    """Return whether a hook of git asks, before a commit: what it commits is meant, said or not."""
    if "GIT_INDEX_FILE" not in line.where.environment:
        return False
    from yhdyspinta_cli.services import revisions

    return revisions.is_committing(root, line.where.environment)


def _instead(
    root: Path, line: Line, rev: str | None, *, staged: bool
) -> "Callable[[], Loaded] | None":
    """Return what reads the data that is judged instead of the folder's; None for the folder's."""
    if rev is None and not staged:
        return None
    from yhdyspinta_cli.services import revisions

    if rev is not None:
        return partial(revisions.load, root, rev, personal=True, progress=progress())
    return partial(
        revisions.staged, root, line.where.environment, personal=True, progress=progress()
    )


def codes(values: list[str] | None) -> tuple[str, ...]:
    """Return the codes or beginnings of codes that were given, one or several in a value.

    Raises UserError (exit 2) for one that no code begins with.
    """
    given = tuple(
        part.strip().upper() for value in values or () for part in value.split(",") if part.strip()
    )
    if not given:
        return ()
    # With all rules: where none is asked for, what is known of an earlier run needs none.
    from yhdyspinta_cli.checks import explanations

    for code in given:
        if not any(known.startswith(code) for known in explanations.BY_CODE):
            raise UserError(
                _("no rule has the code {code}").format(code=quoted(code)),
                hint=_("'yp rules' lists them"),
            )
    return given


def place(root: Path, name: str) -> str:
    """Return a file that was named as findings name it: ``data/measures/x.yaml``.

    Raises UserError (exit 2) where there is none or it is not below the folder of the data.
    """
    from yhdyspinta_cli.services import catalogues
    from yhdyspinta_cli.store.files import shown_path

    # Links are not followed: a link in the data is itself a finding.
    path = Path(os.path.abspath(name))  # noqa: PTH100
    if not os.path.lexists(path):
        raise UserError(_("{path} does not exist").format(path=quoted(name, 200)))
    for base in (Path(os.path.abspath(root)), root.resolve()):  # noqa: PTH100
        for candidate in (path, path.parent.resolve() / path.name):
            if any(candidate.is_relative_to(base / one) for one in ("data", catalogues.FOLDER)):
                return shown_path(candidate.relative_to(base).parts)
    raise UserError(
        _("{path} is not in the data of {folder}").format(
            path=quoted(name, 200), folder=quoted(str(root), 200)
        )
    )


def is_chosen(path: str, chosen: list[str]) -> bool:
    """True where findings of this file are asked for."""
    return not chosen or any(path == name or path.startswith(f"{name}/") for name in chosen)


def progress() -> Callable[[int], None] | None:
    """Return what tells how many files are read: on a terminal, after the first second."""
    if not sys.stderr.isatty() or not terminal.takes_escapes(sys.stderr.fileno()):
        return None
    begin = last = time.monotonic()

    def told(count: int) -> None:
        nonlocal last
        now = time.monotonic()
        if count < 0 and last > begin:
            sys.stderr.write("\r\x1b[K")
        elif count >= 0 and now - begin > 1 and now - last > 0.2:
            last = now
            sys.stderr.write("\r" + _("{n} files read …").format(n=count))
        sys.stderr.flush()

    return told
