"""Completion in the shells themselves: bash, zsh and fish run what `--show-completion` gives.

No PowerShell is at hand: what it is given is compared.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REGION, Yp

pytestmark = pytest.mark.proof

TITLE = (
    """Koti: "oma" ja 'yhteinen' $(touch LAKI) `touch LAKI` \\n [b] * ? (a) {b,c} ~ # ; & | """
    """< > % %d ! é ::: 100 §"""
)
WITHOUT = "no {shell} here: apt-get install {shell} (.ci/run does)"


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    """The region with a measure of any characters, in a folder whose name has a blank."""
    root = tmp_path / "oma alue"
    shutil.copytree(REGION, root)
    path = root / "data" / "measures" / "asuminen.yaml"
    said = path.read_text("utf-8")
    quoted = TITLE.replace("'", "''")
    path.write_text(re.sub("(?m)^title:.*$", lambda _found: f"title: '{quoted}'", said), "utf-8")
    return root


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the program on its path, as `yp`."""
    programs = tmp_path / "home" / "bin"
    programs.mkdir(parents=True)
    program = programs / "yp"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m yhdyspinta_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path / "home"


def environment(home: Path, root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return kept | {
        "HOME": str(home),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "COLUMNS": "400",
        "ROOT": str(root),
    }


def script(home: Path, root: Path, shell: str) -> Path:
    """The completion that the program shows for a shell, in a file."""
    path = home / f"yp.{shell}"
    done = subprocess.run(
        ["yp", "--show-completion", shell],
        env=environment(home, root) | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        check=True,
    )
    path.write_bytes(done.stdout)
    return path


def shell(name: str, commands: str, home: Path, root: Path) -> str:
    """What a shell without a terminal says to some commands."""
    if shutil.which(name) is None:
        pytest.skip(WITHOUT.format(shell=name))
    done = subprocess.run(
        [name, "-c", commands],
        cwd=root,
        env=environment(home, root),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    return done.stdout


def bash(home: Path, root: Path, *words: str) -> list[str]:
    listed = " ".join(f"'{word}'" for word in words)
    told = shell(
        "bash",
        f"source {script(home, root, 'bash')}\nCOMP_WORDS=({listed}); "
        f"COMP_CWORD={len(words) - 1}; _yp_completion yp\n"
        "printf '%s\\n' \"${COMPREPLY[@]}\"",
        home,
        root,
    )
    return told.splitlines()


def test_proof_bash_completes_ids_codes_and_names(home: Path, nasty: Path) -> None:
    assert bash(home, nasty, "yp", "who-owns", "A") == ["A1", "A2"]
    assert bash(home, nasty, "yp", "who-owns", "asu") == ["asuminen"]
    assert bash(home, nasty, "yp", "owned-by", "Hiidenmaan\\ li") == ["Hiidenmaan\\ liitto"]
    assert bash(home, nasty, "yp", "list", "measures", "--party", "=", "alb") == ["alberga"]
    assert bash(home, nasty, "yp", "list", "measures", "--party", "=") != []
    assert bash(home, nasty, "yp", "edit", "foorumi", "type", "=", "b") == ["board"]
    (elsewhere := nasty.parent / "muualla").mkdir()
    found = bash(home, elsewhere, "yp", "-C", f'"{nasty}"', "who-owns", "asu")
    assert found == ["asuminen"]


def fish(home: Path, root: Path, line: str) -> dict[str, str]:
    told = shell("fish", f"source {script(home, root, 'fish')}; complete -C '{line}'", home, root)
    rows = (row.partition("\t") for row in told.splitlines())
    return {value: about for value, _tab, about in rows}


def test_proof_fish_tells_every_title_as_it_is(home: Path, nasty: Path) -> None:
    assert fish(home, nasty, "yp who-owns asu") == {"asuminen": TITLE}
    assert "Hiidenmaan liitto" in fish(home, nasty, "yp owned-by Hiidenmaan\\ l")
    assert fish(home, nasty, "yp list measures --party=alb").keys() == {"--party=alberga"}
    assert not (nasty / "LAKI").exists()


def typed(home: Path, root: Path, keys: str) -> str:
    """What zsh shows on its terminal for some keys, without the codes of the terminal."""
    if shutil.which("zsh") is None:
        pytest.skip(WITHOUT.format(shell="zsh"))
    (home / ".zshrc").write_text(
        "stty cols 400 rows 60; PS1='> '; unsetopt beep\n"
        "fpath+=(~/functions); autoload -Uz compinit; compinit -u\n"
        # In the place of the program: what it would have been given.
        'yp() { print -r -- "GIVEN<${(j:|:)@}>" }\n',
        "utf-8",
    )
    functions = home / "functions"
    functions.mkdir(exist_ok=True)
    shutil.copy(script(home, root, "zsh"), functions / "_yp_cli")
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(root)
        os.execvpe("zsh", ["zsh", "-i"], environment(home, root))
    try:
        told = read(terminal, "> ")
        os.write(terminal, keys.encode())
        told = read(terminal, "GIVEN<")
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\r\x07\x08]", "", told)
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def read(terminal: int, until: str) -> str:
    """What is shown until some words stand there and half a second is silent."""
    told, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        ready, _writing, _failed = select.select([terminal], [], [], 0.5)
        if not ready and until.encode() in told:
            break
        if ready:
            try:
                told += os.read(terminal, 65536)
            except OSError:
                break
    return told.decode("utf-8", "replace")


def test_proof_zsh_completes_and_lists_every_title_as_it_is(home: Path, nasty: Path) -> None:
    assert "GIVEN<who-owns|asuminen>" in typed(home, nasty, "yp who-owns asu\t\n")
    assert "GIVEN<owned-by|Hiidenmaan liitto>" in typed(
        home, nasty, "yp owned-by Hiidenmaan\\ li\t\n"
    )
    given = typed(home, nasty, "yp list measures --party=alb\t\n")
    assert "GIVEN<list|measures|--party=alberga>" in given
    listed = typed(home, nasty, "yp who-owns \t\t\n")
    assert f"-- {TITLE}" in listed
    assert not (nasty / "LAKI").exists()


def test_proof_powershell_is_given_columns_that_no_title_moves(
    home: Path, nasty: Path, yp_process: Yp
) -> None:
    def given(line: str, word: str) -> list[str]:
        told = yp_process(
            cwd=nasty,
            _YP_COMPLETE="complete_powershell",
            _TYPER_COMPLETE_ARGS=line,
            _TYPER_COMPLETE_WORD_TO_COMPLETE=word,
            PYTHONIOENCODING="cp1252",
        )
        assert told.err == ""
        return told.out.splitlines()

    assert given("yp who-owns asu", "asu") == [f"asuminen\tasuminen\t{TITLE}"]
    named = given("yp owned-by Hiidenmaan", "Hiidenmaan")
    assert "'Hiidenmaan liitto'\tHiidenmaan liitto\thiidenmaan-liitto" in named
    kept = script(home, nasty, "powershell").read_text("utf-8")
    assert '$value, $shown, $about = $_ -split "`t", 3' in kept
    assert "Register-ArgumentCompleter -Native -CommandName yp" in kept
    assert kept == script(home, nasty, "pwsh").read_text("utf-8")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_proof_completion_is_installed_in_the_readers_language(
    home: Path, nasty: Path, name: str
) -> None:
    told = shell(name, "yp --lang fi --install-completion; true", home, nasty)
    assert told.startswith(f"komentotulkin {name} täydennys on tiedostossa {home}")
