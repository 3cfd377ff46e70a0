"""`yp validate` as a gate: its formats, options, exit codes and limits."""

import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import REGION, SHIPPED, Yp
from tests.document.test_hostile_text import MEASURE, OTHER, harmless
from yhdyspinta_cli.checks import explanations

SCHEMA = json.loads((SHIPPED / "schemas/findings-1.schema.json").read_text("utf-8"))
DAY = ("--as-of", "2024-06-30")


@pytest.fixture
def faulty(region: Path) -> Path:
    """The region with a fault of form, one of shape, one of reference and a warning."""
    measures = region / "data/measures"
    (measures / "avoin.yaml").write_text('id: avoin\ntitle: "Auki\ncode: B9\n', "utf-8")
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


CONCISE = """\
data/actors.yaml:49:14: error YP201 there is no 'koivla'
data/measures/avoin.yaml:2:8: error YP034 the quotation mark that opens here is not closed \
before the next key
data/measures/kokeilu.yaml:1:1: error YP102 the key 'title' is missing
data/measures/kokeilu.yaml:5:1: error YP101 unknown key 'titel'
data/measures/varoitus.yaml:9:12: warning YP303 'kunnat' names nobody in particular who answers \
for B5
"""


def test_every_fault_at_once_in_lines(faulty: Path, yp: Yp) -> None:
    result = yp("validate", *DAY, "--output-format", "concise", cwd=faulty)
    assert (result.code, result.out) == (1, CONCISE)


def test_text_shows_the_place_and_what_to_do(faulty: Path, yp: Yp) -> None:
    result = yp("validate", *DAY, cwd=faulty)
    assert result.code == 1
    assert (
        result.out
        == """\
data/actors.yaml:49:14: error YP201 there is no 'koivla'
    49 |     part_of: koivla
       |              ^^^^^^
    help: did you mean 'koivula'?

data/measures/avoin.yaml:2:8: error YP034 the quotation mark that opens here is not closed \
before the next key
    2 | title: "Auki
      |        ^
    help: close the text with the same quotation mark on its last line

data/measures/kokeilu.yaml:1:1: error YP102 the key 'title' is missing
    1 | id: kokeilu
      | ^
    help: add a line 'title: …'

data/measures/kokeilu.yaml:5:1: error YP101 unknown key 'titel'
    5 | titel: Kokeilu
      | ^^^^^
    help: did you mean 'title'?

data/measures/varoitus.yaml:9:12: warning YP303 'kunnat' names nobody in particular who answers \
for B5
    9 |     label: kunnat
      |            ^^^^^^
    help: name the organisations that answer, or accept this in a remark

36 files checked: 4 errors, 1 warning, 4 notes, 3 accepted.
"""
    )


def test_github_gets_commands_lines_and_a_summary(
    faulty: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (faulty.parent / ".git").mkdir()
    result = yp("validate", *DAY, "--output-format", "github", cwd=faulty)
    assert result.code == 1
    placed = CONCISE.replace("data/", "region/data/")
    assert (
        result.out
        == """\
::error file=region/data/actors.yaml,line=49,col=14,endColumn=20,title=YP201::there is no \
'koivla' (did you mean 'koivula'?)
::error file=region/data/measures/avoin.yaml,line=2,col=8,title=YP034::the quotation mark that \
opens here is not closed before the next key (close the text with the same quotation mark on its \
last line)
::error file=region/data/measures/kokeilu.yaml,line=1,col=1,title=YP102::the key 'title' is \
missing (add a line 'title: …')
::error file=region/data/measures/kokeilu.yaml,line=5,col=1,endColumn=6,title=YP101::unknown key \
'titel' (did you mean 'title'?)
::warning file=region/data/measures/varoitus.yaml,line=9,col=12,endColumn=18,title=YP303::\
'kunnat' names nobody in particular who answers for B5 (name the organisations that answer, or \
accept this in a remark)
"""
        + placed
        + "36 files checked: 4 errors, 1 warning, 4 notes, 3 accepted.\n"
    )
    written = summary.read_text("utf-8")
    assert written.startswith("# Before\n## Check of the data\n\n36 files checked: 4 errors, ")
    assert (
        "| error | region/data/actors.yaml\\:49:14 | YP201 | there is no 'koivla' "
        "| did you mean 'koivula'? |\n"
    ) in written


def test_github_shows_ten_of_a_severity_and_then_the_totals(region: Path, yp: Yp) -> None:
    raw = MEASURE + "".join(f"väärä-{n}%, : {n}\n" for n in range(25))
    (region / "data/measures/kokeilu.yaml").write_text(raw, "utf-8")
    lines = yp("validate", "--output-format", "github", cwd=region).out.split("\n")
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    assert "unknown key 'väärä-0%25,'" in errors[0]
    assert lines[10].startswith("::notice title=Not every finding is shown::34 files checked: 25")
    assert len([line for line in lines if " error YP101 " in line and line[0] != ":"]) == 25


def test_the_summary_of_a_step_is_inert(
    region: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hostile = "<img src=x onerror=alert(1)> | [a](javascript:b) `c` # d ##[error]e"
    raw = MEASURE + f"{json.dumps(hostile)}: 1\nstate: {json.dumps(hostile)}\n"
    (region / "data/measures/kokeilu.yaml").write_text(raw, "utf-8")
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = yp("validate", "--output-format", "github", cwd=region)
    assert "##[" not in result.out
    written = summary.read_text("utf-8")
    unescaped = re.sub(r"\\.", "", written)
    assert not re.search(r"[<>`\[\]]", unescaped)
    assert {
        line.count("|") - line.count("\\|") for line in written.split("\n") if line[:1] == "|"
    } == {6}


def test_json_has_a_published_form(faulty: Path, yp: Yp) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for arguments in ((), ("--notes",), ("--select", "YP2"), ("--lang", "fi")):
        result = yp("validate", *DAY, "--output-format", "json", *arguments, cwd=faulty)
        body = json.loads(result.out)
        jsonschema.validate(body, SCHEMA)
    first = json.loads(yp("validate", *DAY, "--output-format", "json", cwd=faulty).out)
    assert first["as_of"] == "2024-06-30"
    assert first["summary"] == {
        "files": 36,
        "errors": 4,
        "warnings": 1,
        "notes": 4,
        "accepted": 3,
        "left_out": 0,
    }
    assert first["diagnostics"][0] == {
        "code": "YP201",
        "name": "unknown-reference",
        "severity": "error",
        "message": "there is no 'koivla'",
        "help": "did you mean 'koivula'?",
        "path": "data/actors.yaml",
        "line": 49,
        "column": 14,
        "end_column": 20,
        "accepted": None,
        "related": [],
    }


@pytest.mark.parametrize("code", [code for code in explanations.BY_CODE if code > "YP017"])
def test_json_of_every_fixture_has_the_form(code: str, region: Path, yp: Yp) -> None:
    overlay = SHIPPED / "tests/broken" / code / "data"
    if overlay.exists():
        shutil.copytree(overlay, region / "data", dirs_exist_ok=True)
    result = yp("validate", "--notes", "--output-format", "json", cwd=region)
    jsonschema.validate(json.loads(result.out), SCHEMA)


def test_some_files_are_judged_in_the_whole(faulty: Path, yp: Yp) -> None:
    def codes(*names: str, cwd: Path = faulty) -> list[str]:
        result = yp("validate", *DAY, "--output-format", "concise", *names, cwd=cwd)
        assert result.code == (1 if " error " in result.out else 0)
        return re.findall(r"YP\d{3}", result.out)

    assert codes("data/actors.yaml") == ["YP201"]
    assert codes("data/measures/avoin.yaml", "data/actors.yaml") == ["YP201", "YP034"]
    assert codes("data/measures") == ["YP034", "YP102", "YP101", "YP303"]
    assert codes("data/measures/asuminen.yaml") == []
    assert codes("avoin.yaml", cwd=faulty / "data/measures") == ["YP034"]
    assert codes(str(faulty / "data/measures/varoitus.yaml")) == ["YP303"]
    summary = yp("validate", "data/measures/avoin.yaml", cwd=faulty).out.split("\n")[-2]
    assert summary == "1 file checked: 1 error, 0 warnings, 0 notes, 0 accepted."


def test_a_file_that_is_not_there_is_a_wrong_command_line(faulty: Path, yp: Yp) -> None:
    (faulty / "muu.yaml").write_text("x: 1\n", "utf-8")
    for name in ("data/measures/ei-ole.yaml", "muu.yaml", "/etc/hostname", "data/../muu.yaml"):
        result = yp("validate", name, cwd=faulty)
        assert result.code == 2, name
        assert result.out == ""
        assert name.split("/")[-1] in result.err


def test_strict_select_ignore_and_exit_zero(faulty: Path, region: Path, yp: Yp) -> None:
    def code(*arguments: str) -> int:
        return yp("validate", *DAY, *arguments, cwd=faulty).code

    assert code() == 1
    assert code("--exit-zero") == 0
    assert code("--select", "YP303") == 0
    assert code("--select", "YP303", "--strict") == 1
    assert code("--select", "YP303", "--strict", "--exit-zero") == 0
    assert code("--ignore", "YP0,YP1", "--ignore", "yp201") == 0
    assert code("--ignore", "YP0,YP1,YP2", "--strict") == 1
    assert code("--select", "YP3", "--ignore", "YP303", "--strict") == 0
    wrong = yp("validate", "--select", "YP999", cwd=faulty)
    assert (wrong.code, wrong.out) == (2, "")
    assert "yp rules" in wrong.err


def test_accepted_findings_pass_strict_and_show_their_reason(yp: Yp) -> None:
    result = yp("validate", *DAY, "--strict", "--notes")
    assert result.code == 0
    assert (
        "data/measures/asuminen.yaml:8:3: accepted YP301 nobody is responsible for J1: the source "
        "says so itself\n"
        "    8 |   label: Vastuu määrittelemättä\n"
        "      |   ^\n"
        "    help: record the decision once it is taken: yp event add decision … "
        "--measure J1 --appoints …, or accept this in a remark\n"
        "    reason: Lähde sanoo itse, ettei vastuuta ole määritelty.\n"
    ) in result.out


def test_the_output_goes_to_a_file(faulty: Path, yp: Yp, tmp_path: Path) -> None:
    target = tmp_path / "findings.txt"
    result = yp(
        "validate", *DAY, "--output-format", "concise", "--output-file", str(target), cwd=faulty
    )
    assert (result.code, result.out) == (1, "")
    assert target.read_text("utf-8") == CONCISE
    inside = yp("validate", "--output-file", "data/measures/asuminen.yaml", cwd=faulty)
    assert inside.code == 2
    assert (faulty / "data/measures/asuminen.yaml").read_bytes() == (
        REGION / "data/measures/asuminen.yaml"
    ).read_bytes()
    nowhere = yp("validate", "--output-file", str(tmp_path / "ei/ole/x.txt"), cwd=faulty)
    assert nowhere.code == 3


def test_limits_and_how_many_more(region: Path, yp: Yp) -> None:
    for number in range(25):
        raw = MEASURE + "".join(f"key-{n}: 1\n" for n in range(51 if number else 60))
        raw = raw.replace("kokeilu", f"kokeilu-{number:02}")
        (region / f"data/measures/kokeilu-{number:02}.yaml").write_text(raw, "utf-8")
    result = yp("validate", "--output-format", "concise", cwd=region)
    lines = result.out.splitlines()
    assert result.code == 1
    assert len([line for line in lines if " YP101 " in line]) == 1000
    assert "… and 10 more findings in data/measures/kokeilu-00.yaml" in lines
    assert "… and 51 more findings in data/measures/kokeilu-24.yaml" in lines
    assert lines[-1] == "… and 284 more findings"
    body = json.loads(yp("validate", "--output-format", "json", cwd=region).out)
    jsonschema.validate(body, SCHEMA)
    assert body["summary"]["errors"] == 1284
    assert body["summary"]["left_out"] == 284


def test_an_error_is_not_hidden_by_lighter_findings(region: Path, yp: Yp) -> None:
    needs = region / "data/needs.yaml"
    one = (
        "  - id: tarve-{n}\n    title: Tarve {n}\n    text: Soita 040 123 4567\n    interface: b\n"
    )
    raw = needs.read_text("utf-8") + "".join(one.format(n=n) for n in range(60))
    needs.write_text(raw + one.format(n=99).replace("interface: b", "interface: z"), "utf-8")
    lines = yp("validate", "--output-format", "concise", cwd=region).out.splitlines()
    assert len(lines) == 52
    assert " error YP201 " in lines[49]


def test_ids_that_are_used_twice_name_both_places(region: Path, yp: Yp) -> None:
    raw = MEASURE.replace("id: kokeilu", "id: keskus").replace("mittari-b3", "mittari-a2")
    (region / "data/measures/keskus.yaml").write_text(raw, "utf-8")
    out = yp("validate", "--output-format", "concise", cwd=region).out
    assert "keskus.yaml:1:5: error YP110 the id 'keskus' is already used in data/actors.yaml" in out
    assert "YP110 the id 'mittari-a2' is already used in data/measures/keskus.yaml, line 11" in out


def test_names_of_people_are_never_shown(region: Path, yp: Yp) -> None:
    personal = region / "data/personal.yaml"
    secrets = ("Maija", "Meikäläinen", "Virtanen")
    for raw in (
        'id: personal\nsignatures:\n  - name: "Maija Meikäläinen\n    method: x\n    at: y\n',
        "id: personal\nsignatures:\n  - name: *Maija\n    method: !Virtanen x\n    at: &Maija y\n",
        "id: personal\nsignatures:\n  - nimi: Maija Meikäläinen\n    Maija: Virtanen\n",
        "id: Maija Virtanen\nMaija Meikäläinen: 1\n",
        "id: personal\nMaija: 1\nMaija: 2\n",
        "id: personal\nrole_holders:\n  - name: Maija Virtanen\n    role: x\n    actor: virtanen\n",
        "id: personal\nsignatures:\n  - name: [Maija]\n    method: 1\n    at: 2025-02-30\n",
        "id: personal\nremarks:\n  - text: Maija Virtanen\n    rule: Maija Virtanen\n",
    ):
        personal.write_text(raw, "utf-8")
        for form in ("text", "concise", "json", "github"):
            result = yp("validate", "--output-format", form, "--notes", cwd=region)
            shown = (result.out + result.err).lower()
            assert not [word for word in secrets if word.lower() in shown], (raw, result.out)
            assert "personal.yaml" in shown, raw


@pytest.mark.parametrize(
    "words",
    [
        "Keksitty Aino",
        "aino keksitty",
        "Aino Keksityn",
        "AINO KEKSITTY",
        "Aino  Keksitty,",
    ],
)
def test_a_name_elsewhere_is_told_without_the_name(words: str, region: Path, yp: Yp) -> None:
    needs = region / "data/needs.yaml"
    raw = needs.read_text("utf-8").replace("Kuntien ja hyv", f"{words} ja hyv")
    needs.write_text(raw, "utf-8")
    result = yp("validate", cwd=region)
    found = words != "Aino Keksityn"
    assert result.code == (1 if found else 0)
    assert ("YP701" in result.out) == found
    assert "aino" not in result.out.lower()


def test_the_shipped_data_has_only_the_defects_of_its_source(yp: Yp) -> None:
    result = yp(
        "validate",
        "--strict",
        "--notes",
        "--output-format",
        "json",
        "--as-of",
        "2024-12-31",
        cwd=SHIPPED,
    )
    assert result.code == 0
    body = json.loads(result.out)
    accepted: dict[str, int] = {}
    for finding in body["diagnostics"]:
        if finding["accepted"]:
            accepted[finding["code"]] = accepted.get(finding["code"], 0) + 1
    assert accepted == {
        "YP203": 19,  # actors that the source tells of and no duty names
        "YP301": 3,  # J1, J3, D3
        "YP303": 5,  # B1 twice, B3, C1, D2
        "YP304": 19,  # several answer, and nobody leads
        "YP305": 1,  # B5
        "YP306": 12,  # nobody has to do it in the source's words
        "YP307": 2,  # 24/7 has no due day; what follows from meetings of no told rhythm
        "YP310": 9,  # only events that name it count
        "YP403": 9,  # boxes of the chart
        "YP404": 2,  # divisions whose areas are not all listed
        "YP502": 5,  # titles
        "YP503": 1,  # 611/2022
        "YP504": 2,  # 7/2014 in both lists
        "YP505": 2,  # 380/2023 and 681/2023, not yet in force at the start
        "YP506": 26,  # the sign stands before the number: § 14
        "YP602": 1,  # signed in 2024
        "YP603": 1,  # x.x.2023
    }
    assert body["summary"]["errors"] == body["summary"]["warnings"] == 0
    # What is left is worth reading: six duties that somebody could agree a day for.
    notes = [finding["code"] for finding in body["diagnostics"] if not finding["accepted"]]
    assert notes.count("YP307") == 6
    assert set(notes) <= {"YP307", "YP505", "YP601"}


def snapshot(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """Everything below a folder: mode, size, time of change, content."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_size,
            path.lstat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }


def test_the_result_depends_on_nothing_but_the_data(faulty: Path, yp_process: Yp) -> None:
    before = snapshot(faulty)
    base = ("validate", *DAY, "--notes", "--output-format", "json", "-C", str(faulty))
    results = [
        yp_process(*base, cwd=cwd, TZ=zone, PYTHONHASHSEED=seed)
        for zone, seed, cwd in (
            ("UTC", "0", faulty),
            ("Pacific/Kiritimati", "1", faulty / "data"),
            ("America/Adak", "424242", Path("/")),
        )
    ]
    assert len({result.out for result in results}) == 1
    assert {(result.code, result.err) for result in results} == {(1, "")}
    assert snapshot(faulty) == before


def test_no_connection_is_opened(faulty: Path, yp: Yp) -> None:
    opened: list[str] = []

    def watch(event: str, arguments: object) -> None:
        if watching and (event.startswith("socket.") or event in ("subprocess.Popen", "os.system")):
            opened.append(event)

    watching = True
    sys.addaudithook(watch)
    yp("validate", "--notes", cwd=faulty)
    watching = False
    assert opened == []


def test_progress_is_told_on_a_terminal_only(tmp_path: Path) -> None:
    copy = tmp_path / "region"
    shutil.copytree(REGION, copy)
    program = (
        "import time\n"
        "from yhdyspinta_cli.cli import check\n"
        "told = check.progress()\n"
        "print(told is not None)\n"
        "if told:\n"
        "    told(1); time.sleep(1.3); told(500); told(-1)\n"
    )
    plain = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert (plain.stdout, plain.stderr) == ("False\n", "")
    outer, inner = pty.openpty()
    shown = subprocess.run(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=inner,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | {"YP_LANG": "en"},
    )
    os.close(inner)
    assert shown.stdout == "True\n"
    assert os.read(outer, 1000).decode() == "\r500 files read …\r\x1b[K"
    os.close(outer)


def test_words_are_finnish_when_asked_for(faulty: Path, yp: Yp) -> None:
    result = yp("validate", "--lang", "fi", *DAY, cwd=faulty)
    assert result.code == 1
    harmless(result.out)


def test_rules_as_a_table_of_cells(yp: Yp) -> None:
    rows = list(csv.reader(io.StringIO(yp("rules", "--csv").out)))
    assert [row[0] for row in rows[1:]] == list(explanations.BY_CODE)


def test_a_second_broken_file_is_still_judged(region: Path, yp: Yp) -> None:
    (region / "data/goals.yaml").write_text("goals: [", "utf-8")
    (region / "data/measures/toinen.yaml").write_text(OTHER, "utf-8")
    out = yp("validate", "--output-format", "concise", cwd=region).out.splitlines()
    assert [line.split(": ")[0] for line in out] == [
        "data/goals.yaml:1:8",
        "data/measures/toinen.yaml:1:1",
    ]
