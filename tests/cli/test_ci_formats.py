"""Findings as forges and CI systems read them: read back, stable, with the repository's paths."""

import json
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif  # type: ignore[import-untyped]

from tests.cli.test_validate import DAY
from tests.conftest import SHIPPED, Yp
from tests.document.test_hostile_text import MEASURE
from tests.history.test_committing import git

FORMS = ("github", "gitlab", "junit", "sarif")


@pytest.fixture
def judged(region: Path) -> Path:
    """A base in a subfolder of a repository: an error of reference, a fault of shape, a warning."""
    git(region.parent, "init", "-q", "-b", "main")
    measures = region / "data/measures"
    (measures / "kokeilu.yaml").write_text(MEASURE.replace("title:", "titel:"), "utf-8")
    (measures / "varoitus.yaml").write_text(
        MEASURE.replace("id: kokeilu", "id: varoitus")
        .replace("B3", "B5")
        .replace("mittari-b3", "mittari-b5")
        .replace("actor: kunnat", "actor: kaikki-toimijat"),
        "utf-8",
    )
    actors = region / "data/actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("part_of: koivula", "part_of: koivla"))
    return region


def told(yp: Yp, root: Path, form: str, *more: str, cwd: Path | None = None) -> str:
    result = yp("validate", "-C", str(root), *DAY, "--output-format", form, *more, cwd=cwd or root)
    assert result.code == 1
    return result.out


def places(yp: Yp, root: Path, cwd: Path | None = None) -> set[tuple[str, str, int]]:
    found = json.loads(told(yp, root, "json", cwd=cwd))["diagnostics"]
    return {(one["code"], f"region/{one['path']}", one["line"]) for one in found}


def test_gitlab_has_the_keys_it_documents(judged: Path, yp: Yp) -> None:
    found = json.loads(told(yp, judged, "gitlab"))
    assert {
        (one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"])
        for one in found
    } == places(yp, judged)
    assert all(one["description"] for one in found)
    assert {one["severity"] for one in found} == {"major", "minor"}
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_junit_is_read_back_with_each_failure(judged: Path, yp: Yp) -> None:
    for strict in (False, True):
        xml = JUnitXml.fromstring(told(yp, judged, "junit", *["--strict"] * strict).encode())
        cases = [case for suite in xml for case in suite]
        assert len(cases) == xml.tests == len(places(yp, judged))
        failed = {case.name.split(" ")[0] for case in cases if case.result}
        assert failed == {"YP101", "YP102", "YP201"} | ({"YP303"} if strict else set())
        assert xml.failures == sum(bool(case.result) for case in cases)
        assert {case.classname for case in cases} == {path for _c, path, _l in places(yp, judged)}


def test_junit_of_sound_data_has_a_test_that_passed(region: Path, yp: Yp) -> None:
    result = yp("validate", *DAY, "--output-format", "junit", cwd=region)
    xml = JUnitXml.fromstring(result.out.encode())
    assert (result.code, xml.tests, xml.failures) == (0, 1, 0)


def results(written: str) -> list[dict[str, Any]]:
    Sarif.model_validate_json(written)
    found: list[dict[str, Any]] = json.loads(written)["runs"][0]["results"]
    return found


def test_sarif_is_read_back_with_places_and_rules(judged: Path, yp: Yp) -> None:
    written = told(yp, judged, "sarif")
    found = set()
    for one in results(written):
        place = one["locations"][0]["physicalLocation"]
        uri, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
        found.add((one["ruleId"], uri, line))
    assert found == places(yp, judged)
    run = json.loads(written)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted(
        {code for code, _path, _line in found}
    )


def test_the_rules_of_sarif_are_told_in_the_language_of_the_findings(judged: Path, yp: Yp) -> None:
    line = ("validate", "--output-format", "sarif", "--lang", "fi")
    (run,) = json.loads(yp(*line, cwd=judged).out)["runs"]
    explained = {
        one["id"]: one["shortDescription"]["text"] for one in run["tool"]["driver"]["rules"]
    }
    assert explained
    for code, sentence in explained.items():
        assert sentence in " ".join(yp("explain", code, "--lang", "fi").out.split())
        assert sentence not in " ".join(yp("explain", code).out.split())


def test_sarif_suppresses_what_a_remark_accepts(yp: Yp) -> None:
    result = yp("validate", "--notes", "--output-format", "sarif", cwd=SHIPPED)
    accepted = [one for one in results(result.out) if "suppressions" in one]
    assert len(accepted) == int(yp("validate", cwd=SHIPPED).out.split(", ")[-1].split(" ")[0])
    assert all(one["suppressions"][0]["justification"] for one in accepted)


def marks(yp: Yp, root: Path) -> dict[str, str]:
    """The fingerprints of the findings by their words, the same in GitLab's form and in SARIF."""
    found = json.loads(told(yp, root, "gitlab"))
    sarif = [one["partialFingerprints"]["yp/v1"] for one in results(told(yp, root, "sarif"))]
    assert sarif == [one["fingerprint"] for one in found]
    return {one["check_name"] + one["location"]["path"]: one["fingerprint"] for one in found}


def test_a_fingerprint_does_not_move_with_lines_nor_with_the_language(judged: Path, yp: Yp) -> None:
    before = marks(yp, judged)
    for name in ("measures/varoitus.yaml", "measures/kokeilu.yaml", "actors.yaml"):
        path = judged / "data" / name
        path.write_text("# ensin\n\n" + path.read_text("utf-8"), "utf-8")
    after = marks(yp, judged)
    assert before == after
    finnish = json.loads(told(yp, judged, "gitlab", "--lang", "fi"))
    assert {one["fingerprint"] for one in finnish} == set(after.values())
    assert all("there is no" not in one["description"] for one in finnish)


@pytest.mark.parametrize("form", FORMS)
def test_paths_begin_at_the_root_of_the_repository_wherever_it_is_started(
    judged: Path, yp: Yp, form: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    written = {
        told(yp, judged, form, cwd=cwd)
        for cwd in (judged, judged / "data/measures", judged.parent, elsewhere)
    }
    assert len(written) == 1
    assert "region/data/measures/kokeilu.yaml" in written.pop()


@pytest.mark.parametrize("form", ["gitlab", "junit", "sarif"])
def test_a_hostile_text_is_no_command_of_a_runner(region: Path, yp: Yp, form: str) -> None:
    (region / "data/measures/kokeilu.yaml").write_text(
        MEASURE.replace("title:", '"##[error]::warning::\\e[31m<a>&":'), "utf-8"
    )
    written = told(yp, region, form)
    assert "##[" not in written
    assert "\x1b" not in written
    assert not [line for line in written.splitlines() if line.startswith("::")]
