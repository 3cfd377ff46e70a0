"""Diagnostics -> text, concise lines, JSON, GitHub annotations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yhdyspinta_cli.diagnostic import Diagnostic, Severity, visible
from yhdyspinta_cli.document import Tree
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _

PER_FILE, PER_RUN = 50, 1000


@dataclass(frozen=True)
class Report:
    """What `yp validate` has found: sorted diagnostics, and the texts they point into.

    `private` are the paths whose lines are never shown; `prefix` leads from the reader's folder
    to the knowledge base. `files` is how many files were read.
    """

    diagnostics: tuple[Diagnostic, ...]
    trees: Mapping[str, Tree]
    files: int
    notes: bool = False
    prefix: str = ""
    private: frozenset[str] = frozenset()

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are that no remark accepts."""
        return sum(d.severity is severity and not d.accepted for d in self.diagnostics)

    @property
    def accepted(self) -> int:
        """How many findings are accepted by a remark."""
        return sum(bool(d.accepted) for d in self.diagnostics)

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings to show: notes and accepted ones only on demand, within the limits."""
        per_file: dict[str, int] = {}
        chosen: list[Diagnostic] = []
        for diagnostic in self.wanted:
            path = diagnostic.location.path
            per_file[path] = per_file.get(path, 0) + 1
            if per_file[path] <= PER_FILE and len(chosen) < PER_RUN:
                chosen.append(diagnostic)
        return tuple(chosen)

    @property
    def wanted(self) -> tuple[Diagnostic, ...]:
        """The findings that would be shown without limits."""
        return tuple(
            d
            for d in self.diagnostics
            if self.notes or (not d.accepted and d.severity is not Severity.NOTE)
        )

    @property
    def left_out(self) -> int:
        """How many wanted findings the limits leave out."""
        return len(self.wanted) - len(self.shown)

    def path(self, diagnostic: Diagnostic) -> str:
        """The path of a finding as the reader must write it."""
        return f"{self.prefix}{diagnostic.location.path}"


def severity_word(diagnostic: Diagnostic) -> str:
    """Return error, warning or note in the language spoken now, marked where accepted."""
    if diagnostic.accepted:
        return _("accepted")
    return {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("note"),
    }[diagnostic.severity]


def _line(report: Report, d: Diagnostic) -> str:
    place = d.location
    return (
        f"{report.path(d)}:{place.line}:{place.column}: "
        f"{severity_word(d)} {d.code} {visible(d.message)}"
    )


def concise(report: Report) -> str:
    """One line a finding: ``path:line:col: error YP101 message``."""
    lines = [_line(report, diagnostic) for diagnostic in report.shown]
    return "".join(line + "\n" for line in [*lines, *_rest(report)])


def text(report: Report) -> str:
    """Each finding with its line, a caret and what to do; counts at the end."""
    lines: list[str] = []
    for diagnostic in report.shown:
        lines.append(_line(report, diagnostic))
        lines.extend(_excerpt(report, diagnostic))
        if diagnostic.hint:
            lines.append(f"    {_('help')}: {visible(diagnostic.hint)}")
        if diagnostic.accepted:
            lines.append(f"    {_('reason')}: {visible(diagnostic.accepted)}")
        lines.append("")
    lines.extend(_rest(report))
    lines.append(summary(report))
    return "\n".join(lines) + "\n"


def _excerpt(report: Report, diagnostic: Diagnostic) -> list[str]:
    place = diagnostic.location
    tree = report.trees.get(place.path)
    if tree is None or place.path in report.private:
        return []
    source = tree.line(place.line)
    if not source.strip():
        return []
    start = max(0, place.column - 60) if len(source) > 100 else 0
    shown = source[start : start + 100]
    width = min(max(1, (place.end_column or place.column + 1) - place.column), 60)
    before = visible(shown[: place.column - 1 - start])
    number = str(place.line)
    return [
        f"    {number} | {visible(shown)}",
        f"    {' ' * len(number)} | {' ' * len(before)}{'^' * width}",
    ]


def _rest(report: Report) -> list[str]:
    if not report.left_out:
        return []
    return [plural("… and {n} more finding", "… and {n} more findings", report.left_out)]


def summary(report: Report) -> str:
    """The closing line: how many of each, in how many files."""
    parts = [
        plural("{n} error", "{n} errors", report.count(Severity.ERROR)),
        plural("{n} warning", "{n} warnings", report.count(Severity.WARNING)),
        plural("{n} note", "{n} notes", report.count(Severity.NOTE)),
        plural("{n} accepted", "{n} accepted", report.accepted),
    ]
    files = plural("{n} file checked", "{n} files checked", report.files)
    return f"{files}: {', '.join(parts)}."


def json(report: Report) -> str:
    """The published form, `schemas/findings-1.schema.json`."""
    import json as _json

    body: dict[str, Any] = {
        "schema_version": 1,
        "summary": {
            "files": report.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "accepted": report.accepted,
            "left_out": report.left_out,
        },
        "diagnostics": [_json_form(diagnostic) for diagnostic in report.shown],
    }
    return _json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _json_form(d: Diagnostic) -> dict[str, Any]:
    return {
        "code": d.code,
        "severity": d.severity.word,
        "message": visible(d.message),
        "help": visible(d.hint),
        "path": d.location.path,
        "line": d.location.line,
        "column": d.location.column,
        "end_column": d.location.end_column,
        "accepted": visible(d.accepted) or None,
        "related": [{"path": r.path, "line": r.line, "column": r.column} for r in d.related],
    }


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "concise": concise,
    "json": json,
}
"""The formats of `--output-format`, by name."""


def names(formats: Sequence[str] = tuple(FORMATS)) -> str:
    """Return the names of the formats for a help text."""
    return "|".join(formats)
