"""Diagnostics -> GitHub's annotations; the summary of a step is `findings_markdown`.

GitHub shows ten annotations of each severity a step and drops the rest in silence: the errors
come first, and one notice tells the totals. The runner reads commands from every line of the
output, so nothing of the data stands in one without being encoded.
"""

from yhdyspinta_cli.diagnostic import Diagnostic, Severity, visible
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import findings
from yhdyspinta_cli.output.findings import Findings

PER_SEVERITY = 10

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
