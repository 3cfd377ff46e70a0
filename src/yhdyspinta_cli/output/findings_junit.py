"""Diagnostics -> JUnit XML, which Jenkins, Azure and GitLab show as tests: a suite for each file.

A finding that fails the run is a failure, any other a passed test with its words; without findings
there is one test that passed, so that no reader takes the file for empty.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree

from yhdyspinta_cli.diagnostic import Diagnostic, Severity
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import findings
from yhdyspinta_cli.output.findings import Findings


def junit(report: Findings, *, strict: bool = False) -> str:
    """Return the report; with `strict` a warning is a failure, too."""
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    found = [one for one in report.wanted if not one.accepted]
    root = ElementTree.Element("testsuites", name="yp validate")
    for path, of_file in groupby(found, report.path):
        _suite(root, path, report, tuple(of_file), failing)
    if not found:
        suite = ElementTree.SubElement(
            root, "testsuite", name="yp validate", tests="1", failures="0", errors="0"
        )
        case = ElementTree.SubElement(suite, "testcase", classname="yp", name=_("data is sound"))
        ElementTree.SubElement(case, "system-out").text = findings.summary(report)
    counted = sum(one.severity in failing for one in found)
    root.attrib |= {"tests": str(len(found) or 1), "failures": str(counted), "errors": "0"}
    ElementTree.indent(root)
    written: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _suite(
    root: ElementTree.Element,
    path: str,
    report: Findings,
    found: Iterable[Diagnostic],
    failing: tuple[Severity, ...],
) -> None:
    cases = tuple(found)
    failures = sum(one.severity in failing for one in cases)
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=str(failures),
        errors="0",
    )
    for one in cases:
        place = one.location
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=path,
            name=f"{one.code} {place.line}:{place.column}",
            file=path,
            line=str(place.line),
        )
        message = findings.harmless(one.message)
        told = findings.line(one, report.prefix)
        if one.hint:
            told += "\n" + _("help") + f": {findings.harmless(one.hint)}"
        if one.severity in failing:
            failure = ElementTree.SubElement(case, "failure", type=one.code, message=message)
            failure.text = told
        else:
            ElementTree.SubElement(case, "system-out").text = told
