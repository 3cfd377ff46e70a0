"""The way in: what is loaded, where the data is found, how faults leave the program."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.conftest import REGION, Yp

HEAVY = (
    *("pydantic", "jinja2", "babel", "git", "ruamel", "yaml", "rich", "rapidfuzz", "icalendar"),
    *("hypothesis", "asyncio", "email", "http", "urllib.request", "pygls", "lsprotocol"),
)
MAY_LOAD = {
    # Bare yp shows ids of the data that is there, read without building a record.
    (): {"yaml"},
    # A reference that names an id needs no search, an answer in words no library of tables.
    ("who-owns", "A1"): {"pydantic", "yaml", "email", "urllib.request"},
}
"""The heavy libraries that a line needs, for each that needs any."""


def loaded(
    *line: str,
    heavy: tuple[str, ...] = HEAVY,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> set[str]:
    """Return which of the heavy modules a line loads in a process of its own."""
    code = (
        "import sys\n"
        "from yhdyspinta_cli import __main__\n"
        f"sys.argv = ['yp', *{line!r}]\n"
        "try:\n    __main__.main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', *(m for m in {heavy!r} if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        cwd=REGION,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "line",
    [
        *(("--version",), ("--help",), ("validate", "--help"), ("status", "set", "-h")),
        *(("lsp", "--help"), (), ("who-owns", "A1")),
    ],
)
def test_a_line_loads_the_libraries_that_it_needs(line: tuple[str, ...]) -> None:
    assert loaded(*line) - MAY_LOAD.get(line, set()) == set()


UNSAID = (
    *("dateutil", "importlib.resources", "platformdirs", "tempfile", "csv"),
    *("yhdyspinta_cli.output.owners_forms", "yhdyspinta_cli.output.records"),
    *("yhdyspinta_cli.wording.obligations", "yhdyspinta_cli.queries.obligations"),
    *("yhdyspinta_cli.queries.changes", "yhdyspinta_cli.facts.periods"),
    *("yhdyspinta_cli.checks.run", "yhdyspinta_cli.services.recording"),
)
"""What no plain answer to these questions says or needs."""


@pytest.mark.parametrize("line", [("who-owns", "A1"), ("status",)])
def test_a_plain_answer_loads_nothing_that_it_does_not_say(
    line: tuple[str, ...], tmp_path: Path
) -> None:
    for _run in range(2):
        found = loaded(
            *line, heavy=UNSAID, environment={"YP_CACHE": "on", "XDG_CACHE_HOME": str(tmp_path)}
        )
    assert found == set()


def test_validate_loads_no_form_that_it_does_not_write(region: Path) -> None:
    unwritten = ("findings_github", "records", "owners")
    heavy = (*(f"yhdyspinta_cli.output.{one}" for one in unwritten), "babel", "pydantic")
    assert loaded("validate", "-C", str(region), heavy=heavy) == set()
    assert loaded("validate", "--output-format", "github", heavy=heavy[:1]) == set(heavy[:1])


def test_a_question_builds_no_command_but_its_own() -> None:
    unasked = ("yhdyspinta_cli.cli.report", "yhdyspinta_cli.cli.check", "yhdyspinta_cli.cli.event")
    assert loaded("who-owns", "A1", heavy=unasked) == set()


def test_help_in_finnish_loads_no_heavy_library() -> None:
    assert loaded("--help", "--lang", "fi") == set()


def test_the_version_loads_no_module_of_the_program_but_its_first() -> None:
    code = (
        "import sys; from yhdyspinta_cli import __main__; sys.argv = ['yp', '--version']\n"
        "__main__.main()\n"
        "print(*(m for m in sys.modules if m.partition('.')[0] in ('yhdyspinta_cli', 'typing')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "yhdyspinta_cli yhdyspinta_cli.__main__"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_a_command_loads_no_heavy_library(shell: str) -> None:
    asked = {"_YP_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": "yp s"}
    asked |= {"COMP_WORDS": "yp s", "COMP_CWORD": "1", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert loaded(environment=asked) == set()


def test_bare_yp_tells_what_it_can_do(yp: Yp) -> None:
    result = yp()
    assert result.code == 0
    assert "yp who-owns J2 " in result.out
    assert "yp report --year 2024" in result.out


@pytest.mark.parametrize("line", [("-C", "{}", "status"), ("status", "-C", "{}")])
def test_the_folder_may_stand_before_or_after_the_command(
    yp: Yp, tmp_path: Path, line: tuple[str, ...]
) -> None:
    result = yp(*(part.format(REGION) for part in line), cwd=tmp_path)
    assert result.code == 0
    assert "6 measures" in result.out


def test_the_nearest_folder_above_is_used(yp: Yp, region: Path) -> None:
    result = yp("status", cwd=region / "data" / "measures")
    assert "6 measures" in result.out


def test_without_data_a_question_is_answered_from_the_packaged_copy_and_says_so(
    yp: Yp, tmp_path: Path
) -> None:
    result = yp("status", cwd=tmp_path)
    assert result.code == 0
    assert "40 measures" in result.out
    assert "packaged copy" in result.err


@pytest.mark.parametrize(
    "line", [["validate"], ["status", "-C", "nowhere"], ["-C", "nowhere", "status"]]
)
def test_no_knowledge_base_is_exit_2_and_names_what_was_looked_for(
    yp: Yp, tmp_path: Path, line: list[str]
) -> None:
    result = yp(*line, cwd=tmp_path)
    assert result.code == 2
    assert result.out == ""
    assert "data/agreement.yaml" in result.err


def test_validate_does_not_fall_back_when_the_agreement_is_deleted(yp: Yp, region: Path) -> None:
    (region / "data" / "agreement.yaml").unlink()
    assert yp("validate", cwd=region).code == 2


def test_a_mistyped_command_is_exit_2_with_the_one_that_was_meant(
    yp: Yp,
) -> None:
    result = yp("who-own")
    assert result.code == 2
    assert "who-owns" in result.err


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m yhdyspinta_cli list measures -C {REGION} | head -1",
        shell=True, capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_an_old_code_page_prints_escapes_and_never_dies(yp_process: Yp) -> None:
    result = yp_process("show", "ahtala", PYTHONIOENCODING="ascii")
    assert result.code == 0
    assert "\\xc4ht\\xe4l\\xe4" in result.out


def test_without_git_on_the_path_the_questions_are_answered(yp_process: Yp, tmp_path: Path) -> None:
    for line in (["validate"], ["status"], ["who-owns", "A1"]):
        assert yp_process(*line, PATH=str(tmp_path)).code == 0


def test_data_with_errors_is_answered_from_what_is_sound_with_a_warning(
    yp: Yp, region: Path
) -> None:
    (region / "data" / "measures" / "asuminen.yaml").write_text("id: [", "utf-8")
    result = yp("status", cwd=region)
    assert result.code == 0
    assert "5 measures" in result.out
    assert "run 'yp validate'" in result.err
    assert yp("report", "--year", "2023", cwd=region).code == 1
