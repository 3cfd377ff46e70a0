"""Diagnostics -> a GitLab Code Quality report: what a merge request brings and what it mends.

The keys are those that docs.gitlab.com/ci/testing/code_quality names as needed.
"""

import json
from typing import assert_never

from yhdyspinta_cli.diagnostic import Severity, visible
from yhdyspinta_cli.output import fingerprints, json_form
from yhdyspinta_cli.output.findings import Findings


def gitlab(report: Findings) -> str:
    """Return the report; what a remark accepts is not in it."""
    found = [
        {
            "description": visible(one.message) + (f" ({visible(one.hint)})" if one.hint else ""),
            "check_name": one.code,
            "fingerprint": fingerprint,
            "severity": _word(one.severity),
            "location": {"path": report.path(one), "lines": {"begin": one.location.line}},
        }
        for one, fingerprint in fingerprints.of(report)
        if not one.accepted
    ]
    return json_form.inert(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def _word(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return "major"
        case Severity.WARNING:
            return "minor"
        case Severity.NOTE:
            return "info"
        case _:
            assert_never(severity)
