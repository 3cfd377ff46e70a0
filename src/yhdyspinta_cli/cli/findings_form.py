"""The form of findings: for a reader, a program or a forge, and the summary of a step in CI."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never

from yhdyspinta_cli import base_folder
from yhdyspinta_cli.cli import output_file
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.findings import Findings

OutputFormat = Literal["text", "concise", "json", "github", "gitlab", "junit", "sarif", "markdown"]
"""The formats of findings."""

_OF_A_READER: tuple[OutputFormat, ...] = ("text", "concise", "json")
"""The formats whose paths lead from where the reader stands; the others are read by a forge, which
counts them from the root of the repository that is judged."""


def reader(root: Path, output_format: OutputFormat) -> Path:
    """Return the folder that paths lead from: the reader's own, or for a forge the repository."""
    if output_format in _OF_A_READER:
        return Path.cwd()
    return base_folder.repository(root.resolve())


def give(
    report: "Findings", output_format: OutputFormat, output: Path | None, *, strict: bool = False
) -> None:
    """Write the findings where they were asked for; for GitHub the summary of the step as well.

    With `strict` a warning is a failure where the format tells failures from other findings.
    """
    output_file.write(_written(report, output_format, strict=strict), output)
    step = os.environ.get("GITHUB_STEP_SUMMARY")
    if output_format == "github" and step:
        try:
            with Path(step).open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(_markdown(report))
        except OSError as error:
            tell(_("yp: the step's summary cannot be written: {reason}").format(reason=error))


def _written(report: "Findings", output_format: OutputFormat, *, strict: bool) -> str:
    """Return the findings in a format; only that one is imported."""
    from yhdyspinta_cli.output import findings

    match output_format:
        case "text":
            return findings.text(report)
        case "concise":
            return findings.concise(report)
        case "json":
            return findings.json(report)
        case "github":
            from yhdyspinta_cli.output import findings_github

            return findings_github.github(report)
        case "gitlab":
            from yhdyspinta_cli.output import findings_gitlab

            return findings_gitlab.gitlab(report)
        case "junit":
            from yhdyspinta_cli.output import findings_junit

            return findings_junit.junit(report, strict=strict)
        case "sarif":
            from yhdyspinta_cli.output import findings_sarif

            return findings_sarif.sarif(report)
        case "markdown":
            return _markdown(report)
        case _:
            assert_never(output_format)


def _markdown(report: "Findings") -> str:
    from yhdyspinta_cli.output import findings_markdown

    return findings_markdown.text(report)
