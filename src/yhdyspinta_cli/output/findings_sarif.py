"""Diagnostics -> SARIF 2.1.0 (OASIS): what GitHub's code scanning and editors read."""

import json
from typing import Any, assert_never
from urllib.parse import quote

import yhdyspinta_cli
from yhdyspinta_cli.checks import explanations
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Severity, visible
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import fingerprints, json_form
from yhdyspinta_cli.output.findings import Findings

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Findings) -> str:
    """Return the report; a finding that a remark accepts is suppressed, with the remark."""
    found = fingerprints.of(report)
    codes = sorted({one.code for one, _fingerprint in found})
    run = {
        "tool": {
            "driver": {
                "name": "yp",
                "version": yhdyspinta_cli.__version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            "%SRCROOT%": {"description": {"text": _("The root of the repository that is judged.")}}
        },
        "results": [
            _result(report, one, codes.index(one.code), fingerprint) for one, fingerprint in found
        ],
    }
    body = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_form.inert(json.dumps(body, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str) -> dict[str, Any]:
    explanation = explanations.BY_CODE[code]
    return {
        "id": code,
        "name": explanation.name,
        "shortDescription": {"text": _(explanation.sentence)},
        "fullDescription": {"text": _(explanation.why)},
    }


def _result(report: Findings, one: Diagnostic, rule: int, fingerprint: str) -> dict[str, Any]:
    words = visible(one.message) + (f"\n{visible(one.hint)}" if one.hint else "")
    found: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _level(one.severity),
        "message": {"text": words},
        "locations": [_location(report, one.location)],
        "partialFingerprints": {"yp/v1": fingerprint},
    }
    if one.related:
        found["relatedLocations"] = [_location(report, place) for place in one.related]
    if one.accepted:
        found["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": visible(one.accepted)}
        ]
    return found


def _location(report: Findings, place: Location) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_column:
        region["endColumn"] = place.end_column
    uri = quote(f"{report.prefix}{place.path}", safe="/")
    artifact = {"uri": uri, "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _level(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"
        case Severity.NOTE:
            return "note"
        case _:
            assert_never(severity)
