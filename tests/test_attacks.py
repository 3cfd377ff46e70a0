"""What attackers tried: outputs among the data, closed streams, long digits, odd templates."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result
from tests.test_every_code import as_nobody, open_region  # noqa: F401

Yp = Callable[..., Result]


@pytest.mark.parametrize(
    "line",
    [
        ["report", "--year", "2023", "--format", "md", "-o", "data/agreement.yaml"],
        ["calendar", "--year", "2023", "--format", "ics", "-o", "data/parties.yaml"],
        ["validate", "--output-file", "data/goals.yaml"],
    ],
)
def test_no_output_is_written_among_the_data(yp: Yp, region: Path, line: list[str]) -> None:
    before = (region / line[-1]).read_bytes()
    result = yp(*line, cwd=region)
    assert (result.code, result.out) == (2, "")
    assert (region / line[-1]).read_bytes() == before


@pytest.mark.parametrize(
    "digits", ["1" * 60_000 + "x", "-" + "1" * 30_000 + "." + "1" * 30_000 + "x"]
)
def test_long_digits_are_judged_at_once(yp: Yp, region: Path, digits: str) -> None:
    path = region / "data" / "measures" / "asuminen.yaml"
    path.write_text(path.read_text("utf-8") + f"t: {digits}\n", "utf-8")
    begin = time.process_time()
    result = yp("validate", cwd=region)
    assert result.code == 1
    assert time.process_time() - begin < 2


def test_a_folder_that_lists_but_does_not_open_hides_no_other_fault(
    yp: Yp,
    open_region: Path,  # noqa: F811
) -> None:
    goals = open_region / "data" / "goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("number: 1", "number: yksi"), "utf-8")
    (open_region / "data" / "bodies").chmod(0o444)
    with as_nobody():
        result = yp("validate", "--output-format", "concise", cwd=open_region)
    (open_region / "data" / "bodies").chmod(0o755)
    assert result.code == 1
    assert "data/bodies/foorumi.yaml:1:1: error YP012" in result.out
    assert "data/goals.yaml:3:13: error YP103" in result.out


@pytest.mark.parametrize("line", [["status"], ["validate"], ["explain", "YP201"]])
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_fault(region: Path, line: list[str], closed: str) -> None:
    command = f"{sys.executable} -m yhdyspinta_cli {' '.join(line)} {closed}"
    done = subprocess.run(command, shell=True, cwd=region, check=False, env=os.environ)
    assert done.returncode == 0


def test_templates_behind_a_link_are_refused(yp: Yp, region: Path) -> None:
    (region / "templates").symlink_to(".")
    result = yp("report", "--year", "2023", cwd=region)
    assert (result.code, result.out) == (2, "")
    assert "symbolic link" in result.err


@pytest.mark.parametrize("template", [b"{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", b"\xe9"])
def test_a_template_that_cannot_end_or_be_read_is_told(
    yp: Yp, region: Path, template: bytes
) -> None:
    (region / "templates" / "chapters").mkdir(parents=True)
    (region / "templates" / "report.md.j2").write_bytes(template)
    result = yp("report", "--year", "2023", cwd=region)
    assert (result.code, result.out) == (3, "")


def test_no_line_of_an_answer_is_a_command_of_a_runner(yp: Yp, region: Path) -> None:
    actors = region / "data" / "actors.yaml"
    text = actors.read_text("utf-8").replace("name: Aluekeskus", 'name: "::error::forged"')
    actors.write_text(text, "utf-8")
    for line in (["list", "actors"], ["show", "keskus"], ["who-owns", "A2"]):
        told = yp(*line, cwd=region).out
        assert not any(part.lstrip().startswith("::") for part in told.splitlines()), line
