"""The examples of help: every command has some, and each runs as it is written."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.conftest import Yp
from tests.project import as_written
from yhdyspinta_cli.cli import app, examples

ALONE = {"", "templates", "record", "round", "event", "import", "new"}
"""What does nothing without a subcommand."""

BY_AN_EDITOR = {"lsp"}
"""What nobody types: it speaks a protocol."""


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    yield " ".join(path), command
    for name in command.list_commands(None) if hasattr(command, "list_commands") else ():
        yield from commands(command.commands[name], (*path, name))


def test_every_command_has_two_or_three_examples_with_options_that_it_has() -> None:
    found = dict(commands(typer.main.get_command(app.build())))
    assert set(found) - ALONE - BY_AN_EDITOR == set(examples.EXAMPLES)
    for path, lines in examples.EXAMPLES.items():
        assert 2 <= len(lines) <= 3, path
        assert len(set(lines)) == len(lines)
        options = {name for param in found[path].params for name in param.opts} | {"--lang"}
        for line in lines:
            assert len(line) <= 78, line
            words = shlex.split(line)
            assert words[1 : 1 + len(path.split())] == path.split()
            assert {w.split("=")[0] for w in words if w[0] == "-" and len(w) > 1} <= options, line


def test_help_shows_the_examples_in_one_piece(yp: Yp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = yp("status", "set", "--help").out.splitlines()
    assert [line[2:] for line in lines[lines.index("Examples:") + 1 :]] == list(
        examples.EXAMPLES["status set"]
    )
    assert "Esimerkkejä:" in yp("gaps", "--help", "--lang", "fi").out


@pytest.mark.proof
def test_every_example_runs_as_it_is_written(yp: Yp, tmp_path: Path) -> None:
    as_written.prepare(tmp_path)
    printed = ""
    for lines in examples.EXAMPLES.values():
        for line in lines:
            found = as_written.run(yp, tmp_path, shlex.split(line), printed)
            assert found.code == 0, (line, found.out[-300:], found.err)
            assert found.out or found.err or "-o" in line, line
            printed = found.out if "status set" in line else printed
