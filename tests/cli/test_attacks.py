"""What attackers tried: outputs among the data, closed streams, long digits, odd templates."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.checks.test_every_code import as_nobody, open_region  # noqa: F401
from tests.conftest import Yp


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


def test_a_mark_that_leads_nowhere_is_no_reason_to_answer_from_elsewhere(
    yp: Yp, region: Path
) -> None:
    (region / "data" / "agreement.yaml").unlink()
    (region / "data" / "agreement.yaml").symlink_to("nowhere")
    told = yp("status", cwd=region)
    assert (told.code, told.out) == (1, "")
    assert "packaged copy" not in told.err
    assert "YP015" in yp("validate", cwd=region).out


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        "import os, sys\n"
        "from yhdyspinta_cli.__main__ import main\n"
        "os.rmdir(os.getcwd())\n"
        "sys.argv = ['yp', 'status']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=gone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "the folder you are in is not there any more" in done.stderr


def test_a_broken_completion_offers_nothing(yp_process: Yp) -> None:
    done = yp_process(_YP_COMPLETE="complete_bash", COMP_WORDS="yp who", COMP_CWORD="abc")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_hints_of_a_newcomers_first_faults(yp: Yp, region: Path) -> None:
    """A list without its key, a folder's name misspelt, a copied file, a key of another kind."""
    data = region / "data"
    needs = (data / "needs.yaml").read_text("utf-8")
    (data / "needs.yaml").write_text(needs.partition("\n")[2], "utf-8")
    assert "begin with a line such as 'needs:'" in yp("validate", cwd=region).out
    (data / "needs.yaml").write_text(needs, "utf-8")
    (data / "measures").rename(data / "measure")
    assert "did you mean 'measures'?" in yp("validate", cwd=region).out
    (data / "measure").rename(data / "measures")
    copy = data / "measures" / "uusi.yaml"
    copy.write_text((data / "measures" / "asuminen.yaml").read_text("utf-8"), "utf-8")
    assert "needs an id of its own: 'uusi'" in yp("validate", cwd=region).out
    copy.unlink()
    goals = (data / "goals.yaml").read_text("utf-8").replace("    title:", "    name:")
    (data / "goals.yaml").write_text(goals, "utf-8")
    assert "did you mean 'title'?" in yp("validate", cwd=region).out
