"""The examples that help shows: every command has some, and they are run as they are written."""

import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.conftest import SHIPPED, Yp
from tests.project import any_line
from yhdyspinta_cli.cli import app, examples
from yhdyspinta_cli.cli.examples import EXAMPLES

COMMANDS: dict[str, Any] = {
    " ".join(path): command
    for path, command in any_line.commands(typer.main.get_command(app.build()))
}
TABLES = ("import", "round collect", "init")
"""What takes a file that no reader has before."""
WRITING = ("--dry-run", "--commit")
RECORDING = ("status set", "status correct", "record", "event add", "new")
"""What would change the data."""


def test_every_command_has_examples_whose_options_it_takes() -> None:
    assert set(COMMANDS) - {""} <= set(EXAMPLES)
    for path in set(EXAMPLES) & set(COMMANDS):
        assert 2 <= len(EXAMPLES[path]) <= 3, path
        known = {name for param in COMMANDS[path].params for name in param.opts}
        for line in EXAMPLES[path]:
            assert line.startswith(f"yp {path}"), line
            assert len(line) <= 86, line
            given = {word.partition("=")[0] for word in shlex.split(line) if word[:2] == "--"}
            assert given <= known, line


def test_help_shows_them_below_the_options(yp: Yp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YP_LANG", "fi")
    for path in ("status set", "new", "init"):
        shown = yp(*path.split(), "--help").out
        lines = "".join(f"  {line}\n" for line in examples.of(f"yp {path}"))
        assert shown.endswith(f"\nEsimerkkejä:\n{lines}"), path


@pytest.mark.proof
def test_every_example_answers_on_the_shipped_data(yp: Yp, tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "data", tmp_path / "data")
    failed, tried = [], 0
    for path, lines in EXAMPLES.items():
        if path.startswith(TABLES):
            continue
        for line in lines:
            words = [
                word for word in shlex.split(line)[1:] if word not in ("--dry-run", "--commit")
            ]
            # What the shell would do with an answer is its own.
            words = words[: words.index(">")] if ">" in words else words
            if path.startswith(RECORDING):
                words.append("--dry-run")
            if line == "yp new measure":
                continue
            found = yp(*words, cwd=tmp_path)
            if found.code != 0:
                failed.append((line, found.err))
            tried += 1
    assert failed == []
    assert tried > 60
