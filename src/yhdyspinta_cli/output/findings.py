"""Diagnostics -> text, concise lines, JSON; beside it `findings_github` and `findings_markdown`."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli.diagnostic import Diagnostic, Severity, visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.change_page import ChangeTold
    from yhdyspinta_cli.store.trees import Trees

# What shows a finding is imported where there is one: mostly there is none.

PER_FILE, PER_RUN = 50, 1000


@frozen
class Findings:
    """What `yp validate` has found: sorted diagnostics, and the texts they point into.

    `texts` are the files that have a tree only in part, or none.
    The lines of `private` files, and lines at which a code of `private_codes` stands, are never
    shown. `prefix` leads from the reader's folder to the knowledge base. `files` is how many
    files were judged, `day` the day as of which. `told` is the change that the data makes, where
    it was compared with an earlier state.
    """

    diagnostics: tuple[Diagnostic, ...]
    trees: "Trees"
    texts: Mapping[str, str]
    files: int
    day: date
    notes: bool = False
    prefix: str = ""
    private: frozenset[str] = frozenset()
    private_codes: frozenset[str] = frozenset()
    told: "ChangeTold | None" = None

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are that no remark accepts."""
        return sum(d.severity is severity and not d.accepted for d in self.diagnostics)

    @property
    def accepted(self) -> int:
        """How many findings are accepted by a remark."""
        return sum(bool(d.accepted) for d in self.diagnostics)

    @cached_property
    def wanted(self) -> tuple[Diagnostic, ...]:
        """The findings that would be shown without limits."""
        return tuple(
            d
            for d in self.diagnostics
            if self.notes or (not d.accepted and d.severity is not Severity.NOTE)
        )

    @cached_property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings to show, by place; where the limits leave some out, the lighter ones."""
        per_file: dict[str, int] = {}
        chosen: list[Diagnostic] = []
        for diagnostic in sorted(self.wanted, key=lambda d: (-d.severity, d.order)):
            path = diagnostic.location.path
            per_file[path] = per_file.get(path, 0) + 1
            if per_file[path] <= PER_FILE and len(chosen) < PER_RUN:
                chosen.append(diagnostic)
        return tuple(sorted(chosen, key=lambda d: d.order))

    @property
    def left_out(self) -> int:
        """How many wanted findings the limits leave out."""
        return len(self.wanted) - len(self.shown)

    @property
    def left_out_by_file(self) -> Mapping[str, int]:
        """How many findings are left out of each file, for its own limit or the run's."""
        wanted = Counter(diagnostic.location.path for diagnostic in self.wanted)
        shown = Counter(diagnostic.location.path for diagnostic in self.shown)
        return {path: n - shown[path] for path, n in wanted.items() if n > shown[path]}

    @cached_property
    def hidden(self) -> frozenset[tuple[str, int]]:
        """The lines that hold what must not spread further."""
        return frozenset(
            (d.location.path, d.location.line)
            for d in self.diagnostics
            if d.code in self.private_codes
        )

    def line(self, path: str, number: int) -> str:
        """Return a line of a file, empty where the file has no such line or no text."""
        if path in self.texts:
            lines = self.texts[path].split("\n", number)
            return lines[number - 1].rstrip("\r") if len(lines) >= number else ""
        return self.trees.line(path, number)

    def path(self, diagnostic: Diagnostic) -> str:
        """The path of a finding as the reader must write it."""
        return harmless(f"{self.prefix}{diagnostic.location.path}")


def harmless(text: str) -> str:
    """Return text on one line that neither a terminal nor a CI runner acts upon.

    GitHub's runner takes ``##[`` anywhere in a line for the beginning of a command.
    """
    return visible(text).replace("##[", "#\\u{0023}[")


def severity_word(diagnostic: Diagnostic) -> str:
    """Return error, warning or note in the language spoken now, marked where accepted."""
    from yhdyspinta_cli.output import rules

    return _("accepted") if diagnostic.accepted else rules.word(diagnostic.severity)


def line(d: Diagnostic, prefix: str) -> str:
    """Return a finding on one line; `prefix` leads from the reader to the knowledge base."""
    place = d.location
    return (
        f"{harmless(prefix + place.path)}:{place.line}:{place.column}: "
        f"{severity_word(d)} {d.code} {harmless(d.message)}"
    )


def concise(report: Findings) -> str:
    """One line a finding: ``path:line:col: error YP101 message``."""
    lines = [line(diagnostic, report.prefix) for diagnostic in report.shown]
    return "".join(line + "\n" for line in [*lines, *_rest(report)])


def text(report: Findings) -> str:
    """Each finding with its line, a caret and what to do; counts at the end."""
    lines: list[str] = []
    for diagnostic in report.shown:
        lines.append(line(diagnostic, report.prefix))
        lines.extend(_excerpt(report, diagnostic))
        if diagnostic.hint:
            lines.append("    " + _("help") + f": {harmless(diagnostic.hint)}")
        if diagnostic.accepted:
            lines.append("    " + _("reason") + f": {harmless(diagnostic.accepted)}")
        lines.append("")
    lines.extend(_rest(report))
    lines.append(summary(report))
    return "\n".join(lines) + "\n"


def _excerpt(report: Findings, diagnostic: Diagnostic) -> list[str]:
    place = diagnostic.location
    if place.path in report.private or (place.path, place.line) in report.hidden:
        return []
    source = report.line(place.path, place.line)
    if not source.strip():
        return []
    start = max(0, place.column - 60) if len(source) > 100 else 0
    shown = source[start : start + 100]
    width = min(max(1, (place.end_column or place.column + 1) - place.column), 60)
    before = visible(shown[: place.column - 1 - start])
    number = str(place.line)
    return [
        f"    {number} | {harmless(shown)}",
        f"    {' ' * len(number)} | {' ' * len(before)}{'^' * width}",
    ]


def _rest(report: Findings) -> list[str]:
    """Return how many more findings there are: of each file over its limit, then in all."""
    if not report.left_out:
        return []
    lines = [
        plural("… and {n} more finding in {path}", "… and {n} more findings in {path}", n).format(
            path=harmless(f"{report.prefix}{path}")
        )
        for path, n in list(report.left_out_by_file.items())[:PER_FILE]
    ]
    total = plural("… and {n} more finding", "… and {n} more findings", report.left_out)
    return [*lines, total]


def summary(report: Findings) -> str:
    """The closing line: how many of each, in how many files."""
    parts = [
        plural("{n} error", "{n} errors", report.count(Severity.ERROR)),
        plural("{n} warning", "{n} warnings", report.count(Severity.WARNING)),
        plural("{n} note", "{n} notes", report.count(Severity.NOTE)),
        plural("{n} accepted", "{n} accepted", report.accepted),
    ]
    files = plural("{n} file checked", "{n} files checked", report.files)
    return f"{files}: {', '.join(parts)}."


def json(report: Findings) -> str:
    """The published form, `schemas/findings-1.schema.json`."""
    import json as _json

    from yhdyspinta_cli.output import json_form

    body: dict[str, Any] = {
        "schema_version": 1,
        "as_of": report.day.isoformat(),
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
    written = _json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return json_form.inert(written)


def _json_form(d: Diagnostic) -> dict[str, Any]:
    from yhdyspinta_cli.checks import explanations

    return {
        "code": d.code,
        "name": explanations.BY_CODE[d.code].name,
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
