"""What every test may ask for: the fictional region, and the program, run for real."""

import importlib
import os
import pkgutil
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import settings

from yhdyspinta_cli import __main__, cli, language
from yhdyspinta_cli.cli import app

# Started in the background of a script, a program ignores Ctrl-C, and so does all it starts: the
# tests that interrupt what they start would prove nothing.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# What Hypothesis makes up is the same for the same test, so that no change fails of what it did not
# touch: `make explore` makes up other examples each time.
settings.register_profile("kept", derandomize=True, deadline=None)
settings.register_profile("explore", database=None, deadline=None, print_blob=True)
settings.load_profile("kept")

TESTS = Path(__file__).parent
REGION = TESTS / "region"
LIVED = TESTS / "lived"
LIVED_ON = TESTS / "lived_on"
SHIPPED = TESTS.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make proof` and CI say that nothing may be left out."""
    parser.addoption(
        "--no-skips", action="store_true", help="a test that would be skipped fails instead"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a skip a failure with --no-skips: a proof that is left out proves nothing."""
    report = yield
    if report.skipped and item.config.getoption("--no-skips"):
        report.outcome = "failed"
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"{item.nodeid} cannot be run here: {reason}"
    return report


@dataclass(frozen=True)
class Result:
    """What a run of `yp` gave."""

    code: int
    out: str
    err: str


Yp = Callable[..., Result]
"""The type of the fixtures `yp` and `yp_process`."""


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program keeps what it has judged, while it is tested."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> Iterator[None]:
    """Tests compare words: they speak English unless they say otherwise."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    for name in [name for name in os.environ if name.startswith(("YP_", "GITHUB_", "GIT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("YP_LANG", "en")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    language.activate("en")
    yield
    language.activate("en")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A copy of the fictional region that a test may change; `data/` stands in it."""
    copy = tmp_path / "region"
    shutil.copytree(REGION, copy)
    return copy


_build = app.build


@cache
def _program(code: str) -> Any:
    """The whole command line in a language; building it takes longer than most questions."""
    with language.speaking(code):
        return typer.main.get_command(_build())


@pytest.fixture(scope="session", autouse=True)
def _english_names() -> None:
    """Names of arguments are said once a process, as a module of commands is imported."""
    for module in pkgutil.iter_modules(cli.__path__, "yhdyspinta_cli.cli."):
        importlib.import_module(module.name)


@pytest.fixture(autouse=True)
def _stays_where_it_is() -> Iterator[None]:
    """What a test leaves for another folder, the next one does not find itself in."""
    here = Path.cwd()
    yield
    os.chdir(here)


@pytest.fixture
def yp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Yp:
    """Run a command line in this process: ``yp("validate", cwd=region)``."""

    def run(*arguments: str, cwd: Path = REGION) -> Result:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(app, "build", lambda: _program(language.current()))
        capsys.readouterr()
        before = os.environ.copy()
        language.activate(language.choose(__main__._wanted_language(list(arguments)), os.environ))
        try:
            code = __main__._run(list(arguments))
        finally:
            os.environ.clear()
            os.environ.update(before)
            # What a knowledge base has brought is spoken no longer than its process.
            language.forget()
            language.activate("en")
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def yp_process() -> Yp:
    """Run a command line in a process of its own, for what only a real process shows."""

    def run(*arguments: str, cwd: Path = REGION, **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "yhdyspinta_cli", *arguments],
            cwd=cwd,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run
