"""What stands outside the tree, made when first asked for: bases, peers, the floor in C.

All of it is below `yp-bench` in the user's cache folder, and may be deleted.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yp-bench"

PEERS = {"yamllint": "1.38.0", "check-jsonschema": "0.39.0", "doorstop": "3.2"}

_ITEM = """active: true
derived: false
header: ''
level: 1.{number}
links: []
normative: true
ref: ''
reviewed: null
text: |
  Osapuolet kokoavat yhteisen työryhmän ja sopivat sen tehtävistä, jäsenistä ja kokouksista.
  Toimintamalli kuvataan, kokeillaan kahdella alueella ja otetaan sen jälkeen käyttöön.
"""
_DOCUMENT = """settings:
  digits: 6
  itemformat: yaml
  prefix: REQ
  sep: ''
"""


def base(kind: str, number: int, purpose: str = "") -> Path:
    """Return the folder of a base (see `generate`), as it was made: a repository of one commit.

    With a `purpose` it is one of its own, beside the one without.
    """
    folder = CACHE / "bases" / f"{kind}-{number}{purpose}"
    if (folder / ".git").exists():
        restore(folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)
        # A process of its own: what this one has in memory counts as the peak of all it starts.
        generate = (sys.executable, "-m", "benchmarks.generate", kind, str(number), str(folder))
        subprocess.run(generate, cwd=HERE.parent, check=True)
        _commit(folder)
    return folder


def items(number: int) -> Path:
    """Return the folder of a doorstop project of so many items."""
    folder = CACHE / "bases" / f"doorstop-{number}"
    if not (folder / ".git").exists():
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "items").mkdir(parents=True)
        (folder / "items" / ".doorstop.yml").write_text(_DOCUMENT)
        for one in range(1, number + 1):
            path = folder / "items" / f"REQ{one:06d}.yml"
            path.write_text(_ITEM.format(number=one), encoding="utf-8")
        _commit(folder)
    return folder


def _commit(folder: Path) -> None:
    for words in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Bench"),
        ("config", "user.email", "bench@example.org"),
        ("config", "gc.auto", "0"),
        ("add", "-A"),
        ("commit", "-q", "-m", "A base"),
        ("tag", "base"),
    ):
        git(folder, *words)


def restore(folder: Path) -> None:
    """Put a base back as it was made; files that did not change keep their times."""
    git(folder, "reset", "-q", "--hard", "base")
    git(folder, "clean", "-fdq", "data")


def git(folder: Path, *words: str) -> None:
    """Run git in a folder; raises CalledProcessError where it fails."""
    subprocess.run(("git", *words), cwd=folder, check=True)


def peer(name: str) -> str:
    """Return the path of a peer's program, installed in an environment of its own."""
    version = PEERS[name]
    folder = CACHE / "peers" / f"{name}-{version}"
    program = folder / "bin" / name
    if not program.exists():
        print(f"installing {name} {version}", file=sys.stderr)
        subprocess.run((sys.executable, "-m", "venv", folder), check=True)
        pip = (folder / "bin" / "python", "-m", "pip", "install", "--quiet", f"{name}=={version}")
        subprocess.run(pip, check=True)
    return str(program)


def floor() -> str:
    """Return the path of the program that reads files and libyaml's events in C; see `floor.c`.

    Raises SystemExit where it cannot be compiled.
    """
    program = CACHE / "floor"
    CACHE.mkdir(parents=True, exist_ok=True)
    line = ("cc", "-O2", "-Wall", "-o", program, HERE / "floor.c", "-lyaml")
    if shutil.which("cc") is None or subprocess.run(line, check=False).returncode != 0:
        sys.exit("the floor in C needs a C compiler and libyaml: apt-get install gcc libyaml-dev")
    return str(program)


def answers(name: str) -> Path:
    """Return a folder of its own for what `yp` keeps between runs (XDG_CACHE_HOME)."""
    folder = CACHE / "between-runs" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
