"""Diagnostics -> GitHub's annotations, and the summary of a step as Markdown.

GitHub shows ten annotations of each severity a step and drops the rest in silence: the errors
come first, and one notice tells the totals. The runner reads commands from every line of the
output, so nothing of the data stands in one without being encoded.
"""

import re

from yhdyspinta_cli.diagnostic import Diagnostic, Severity, visible
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import findings
from yhdyspinta_cli.output.findings import Findings

PER_SEVERITY = 10
ROWS = 100

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(report: Findings) -> str:
    """Return annotations, at most ten of a severity, and after them every finding as a line."""
    lines: list[str] = []
    dropped = report.left_out
    for severity in sorted(Severity, reverse=True):
        found = [d for d in report.shown if d.severity is severity and not d.accepted]
        # The totals are a notice themselves.
        limit = PER_SEVERITY - 1 if severity is Severity.NOTE else PER_SEVERITY
        lines.extend(_annotation(report, diagnostic) for diagnostic in found[:limit])
        dropped += len(found[limit:])
    if dropped:
        totals = findings.summary(report)
        lines.append(
            "::notice title=" + _property(_("Not every finding is shown")) + "::" + _data(totals)
        )
    return (
        "".join(line + "\n" for line in lines)
        + findings.concise(report)
        + (findings.summary(report) + "\n")
    )


def _annotation(report: Findings, d: Diagnostic) -> str:
    place = d.location
    properties = {
        "file": report.path(d),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column) if place.end_column else "",
        "title": d.code,
    }
    words = visible(d.message) + (f" ({visible(d.hint)})" if d.hint else "")
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{_WORDS[d.severity]} {written}::{_data(words)}"


def _data(value: str) -> str:
    """Encode the message of a command, as GitHub's own toolkit does."""
    return (
        value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "##%5B")
    )


def _property(value: str) -> str:
    """Encode a property of a command, as GitHub's own toolkit does."""
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def summary(report: Findings) -> str:
    """Return the summary of a step: the counts, and a table of the findings, as Markdown."""
    lines = ["### " + _markdown(_("Check of the data")), "", _markdown(findings.summary(report))]
    rows = sorted((d for d in report.shown if not d.accepted), key=lambda d: (-d.severity, d.order))
    if rows:
        columns = (_("Severity"), _("Place"), _("Code"), _("Finding"), _("What to do"))
        lines += ["", _row(columns), _row(("---",) * len(columns), escape=False)]
    for d in rows[:ROWS]:
        place = f"{report.path(d)}:{d.location.line}:{d.location.column}"
        lines.append(_row((findings.severity_word(d), place, d.code, d.message, d.hint)))
    left = len(report.wanted) - sum(bool(d.accepted) for d in report.wanted) - len(rows[:ROWS])
    if left > 0:
        lines += ["", _markdown(_("… and {n} more").format(n=left))]
    return "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...], *, escape: bool = True) -> str:
    return "| " + " | ".join(_markdown(c) if escape else c for c in cells) + " |"


_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def _markdown(value: str) -> str:
    """Return text that Markdown shows as it is: every ASCII punctuation mark is escaped."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(visible(value).split()))
