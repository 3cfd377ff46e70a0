"""Whatever `validate` accepts, every command answers with a documented exit code."""

import os
import random
import shutil
from pathlib import Path

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import REGION, SHIPPED, Yp
from tests.project import any_data, any_line
from yhdyspinta_cli.cli import app

DOCUMENTED = range(6)
COMMANDS = tuple(any_line.commands(typer.main.get_command(app.build())))
LIVED = Path(__file__).parents[1] / "lived"
READ = {root: any_data.read(root / "data") for root in (REGION, LIVED, SHIPPED)}
STEPS = {REGION: (14, 1), LIVED: (3, 4), SHIPPED: (3, 4)}
"""How many steps of changes, and how many changes at once: what is large is read slowly."""

LONG = settings(
    max_examples=30,
    suppress_health_check=list(HealthCheck),
)


def test_every_parameter_of_every_command_can_be_given() -> None:
    names = {param.name for _path, command in COMMANDS for param in command.params}
    flags = {
        param.name
        for _path, command in COMMANDS
        for param in command.params
        if getattr(param, "is_flag", False)
    }
    assert names - flags - set(any_line.APART) == set(any_line.VALUES)


def asked(yp: Yp, root: Path, data: any_data.Data, seed: int, share: float = 1.0) -> None:
    """Ask every command, or a share of them, something of the data; none fails in itself."""
    chance = random.Random(seed)
    lines = any_line.Lines(data, chance)
    for path, command in COMMANDS:
        if chance.random() < share:
            line = lines.line(path, command, dry=chance.random() < 0.7)
            done = yp(*line, cwd=root)
            assert done.code in DOCUMENTED, (seed, line, done.err)


def written(root: Path, files: dict[str, bytes]) -> any_data.Data:
    """Write the files in the place of what stands there, and return what they say."""
    shutil.rmtree(root, ignore_errors=True)
    for name, raw in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    (root / any_line.TABLE).write_text(any_line.TABLE_TEXT, "utf-8")
    return any_data.read(root / "data")


def changed(yp: Yp, root: Path, base: Path | None, seed: int, share: float = 1.0) -> None:
    """Change a region, or make one from the models, as far as it is accepted, and ask."""
    chance = random.Random(seed)
    on = any_data.day(chance)
    if base is None:
        files = any_data.grown(any_data.smallest(chance, on), chance, on, steps=40)
    else:
        steps, at_once = STEPS[base]
        files = any_data.grown(READ[base], chance, on, steps=steps, at_once=at_once)
    os.chdir(root.parent)
    data = written(root, files)
    checked = yp("validate", "--as-of", on.isoformat(), cwd=root)
    assert checked.code == 0, (seed, checked.out, checked.err)
    asked(yp, root, data, seed, share)


SEEDS = st.integers(0, 2**32 - 1)


@pytest.mark.proof
@LONG
@given(seed=SEEDS)
def test_what_the_models_alone_allow_is_answered(yp: Yp, tmp_path: Path, seed: int) -> None:
    changed(yp, tmp_path / "region", None, seed)


@pytest.mark.proof
@settings(LONG, max_examples=30)
@given(seed=SEEDS)
def test_a_changed_region_is_answered(yp: Yp, tmp_path: Path, seed: int) -> None:
    changed(yp, tmp_path / "region", REGION, seed)


@pytest.mark.proof
@pytest.mark.parametrize("base", [LIVED, SHIPPED])
@settings(LONG, max_examples=3)
@given(seed=SEEDS)
def test_changed_data_of_a_whole_region_are_answered(
    yp: Yp, tmp_path: Path, base: Path, seed: int
) -> None:
    changed(yp, tmp_path / "region", base, seed, share=0.4)
