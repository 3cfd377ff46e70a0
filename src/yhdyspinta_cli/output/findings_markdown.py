"""Diagnostics -> Markdown: the description of a pull request, the summary of a step in CI.

What a change makes of the data stands before what is wrong in it, where there is a change.
"""

from dataclasses import replace

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import change_page, findings, page_markdown
from yhdyspinta_cli.output.findings import Findings
from yhdyspinta_cli.output.layout import Block, Heading, Page, Paragraph, Table

ROWS = 100


def text(report: Findings) -> str:
    """Return the counts and a table of the findings, after what the change does."""
    from yhdyspinta_cli.checks.rewriting import REWRITTEN

    page: Page = ()
    if report.told is not None:
        # Also what a reason of its own accepts: who agrees to the change is to know of it.
        rewritten = [
            replace(one, location=replace(one.location, path=report.path(one)))
            for one in report.diagnostics
            if one.code == REWRITTEN.code
        ]
        page = change_page.page(report.told, rewritten)
    return page_markdown.text((*page, *_check(report)))


def _check(report: Findings) -> Page:
    blocks: list[Block] = [
        Heading(_("Check of the data")),
        Paragraph(findings.harmless(findings.summary(report))),
    ]
    rows = sorted((d for d in report.shown if not d.accepted), key=lambda d: (-d.severity, d.order))
    if rows:
        columns = (_("Severity"), _("Place"), _("Code"), _("Finding"), _("What to do"))
        blocks.append(Table(columns, tuple(_row(report, d) for d in rows[:ROWS])))
    left = len(report.wanted) - sum(bool(d.accepted) for d in report.wanted) - len(rows[:ROWS])
    if left > 0:
        blocks.append(Paragraph(_("… and {n} more").format(n=left)))
    return tuple(blocks)


def _row(report: Findings, d: Diagnostic) -> tuple[str, ...]:
    place = f"{report.path(d)}:{d.location.line}:{d.location.column}"
    return (findings.severity_word(d), place, d.code, d.message, d.hint)
