"""What help tells: of the program without importing a command, of a command all of its own."""

import pytest
import typer

from tests.conftest import Yp
from yhdyspinta_cli.cli import app, contents, help_page, program


def test_the_list_of_commands_tells_what_each_command_tells_of_itself() -> None:
    commands = typer.main.get_command(app.build()).commands  # type: ignore[attr-defined]
    told = {name: one.about for name, one in contents.told().items()}
    assert len(told) >= 20
    assert told == {name: help_page.first_paragraph(one.help) for name, one in commands.items()}


def test_every_command_of_a_family_is_told() -> None:
    told = contents.told()
    found: set[str] = set()
    for module in {one.module for one in told.values()}:
        family = program.family(module)
        found |= {str(one.name) for one in family.registered_commands}
        found |= {str(one.name) for one in family.registered_groups}
    assert found == set(told)


def test_help_lists_the_commands_by_what_they_are_for(yp: Yp) -> None:
    lines = yp("--help").out.splitlines()
    at = {line: number for number, line in enumerate(lines)}
    assert at["Check:"] < at["Questions:"] < at["Reports:"] < at["Recording:"]
    validate = next(n for n, line in enumerate(lines) if line.startswith("  validate "))
    assert at["Check:"] < validate < at["Questions:"]
    assert not any(len(line) > 80 for line in lines)


def test_the_help_of_a_command_tells_its_arguments_and_options_then_the_common_ones(yp: Yp) -> None:
    lines = yp("status", "set", "-h").out.splitlines()
    assert lines[0] == "Usage: yp status set [OPTIONS] {MEASURE} {STATE}"
    headings = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert headings == ["Arguments:", "Options:", "Common options:", "Examples:"]
    assert "  MEASURE  A code (E1), an id, or words of the title.  [required]" in lines
    assert "  -C, --directory FOLDER  The folder that holds data/." in lines


@pytest.mark.parametrize("group", ["event", "record", "templates"])
def test_a_group_without_a_command_shows_its_help_and_is_a_wrong_command_line(
    yp: Yp, group: str
) -> None:
    result = yp(group)
    assert result.code == 2
    assert result.out == yp(group, "--help").out
    assert f"Usage: yp {group} " in result.out
