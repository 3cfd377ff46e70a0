"""The cases that are measured, by name: command lines and what each is compared with."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks import past, past_floor, places, writers
from benchmarks.running import Command

YP = str(Path(sys.executable).with_name("yp"))
SHIPPED = 0
"""So many updates has the base that is the shipped data."""

_PASS = Command("python -c pass", (sys.executable, "-c", "pass"))
_TYPER = Command("import typer", (sys.executable, "-c", "import typer"))
_QUESTIONS = {
    "who-owns": ("who-owns", "A3"),
    "status": ("status",),
    "owned-by": ("owned-by", "pshva"),
    "validate": ("validate",),
}


@dataclass(frozen=True)
class Case:
    """A name for `make bench CASE=…`, and what runs in turn; `limit` in seconds a run.

    `compete` in place of commands: writers on the base of so many updates.
    """

    name: str
    commands: Callable[[], Sequence[Command]]
    runs: int = 5
    limit: float = 120
    compete: int | None = None


def yp(label: str, words: Sequence[str], folder: Path, **more: object) -> Command:
    """Return a run of `yp` in a base, with a cache of its own kind that stays between runs."""
    kept = {"XDG_CACHE_HOME": str(places.answers(folder.name))}
    values: dict[str, object] = {"environment": kept} | more
    return Command(label, (YP, *words), folder=folder, **values)  # type: ignore[arg-type]


def _forgetting(folder: Path) -> dict[str, object]:
    """Return what makes each run of `yp` the first one ever: the cache's folder is emptied."""
    kept = places.answers(f"{folder.name}-first")
    return {
        "environment": {"XDG_CACHE_HOME": str(kept)},
        "before": lambda: shutil.rmtree(kept, ignore_errors=True),
    }


def _help() -> list[Command]:
    folder = places.base("lived", SHIPPED)
    return [
        _PASS,
        _TYPER,
        yp("yp --help", ("--help",), folder, against={"import typer": "≤ 1.5", _PASS.label: ""}),
        yp("yp --version", ("--version",), folder, against={_PASS.label: ""}),
    ]


def _shipped() -> list[Command]:
    folder = places.base("lived", SHIPPED)
    peer = Command("check-jsonschema --help", (places.peer("check-jsonschema"), "--help"))
    return [
        _PASS,
        peer,
        *(
            yp(
                f"{name}, unchanged",
                _QUESTIONS[name],
                folder,
                against={peer.label: "≤ 0.4", _PASS.label: ""},
            )
            for name in ("who-owns", "status", "validate")
        ),
        *(
            yp(
                f"{name}, first run ever",
                _QUESTIONS[name],
                folder,
                against={peer.label: "≤ 1.0"},
                **_forgetting(folder),
            )
            for name in ("who-owns", "status", "validate")
        ),
    ]


def _measures(number: int) -> list[Command]:
    folder = places.base("wide", number)
    changing = places.base("wide", number, "-changing")
    one = min((changing / "data" / "measures").iterdir())
    text, times = one.read_text("utf-8").partition("\n# ")[0].rstrip() + "\n", count()

    def change() -> None:
        one.write_text(f"{text}# {next(times)}\n", encoding="utf-8")

    floor = Command("C floor", (places.floor(), "data"), folder=folder)
    off = {"environment": {"YP_CACHE": "off"}}
    return [
        floor,
        yp(
            "validate, no cache",
            ("validate",),
            folder,
            against={"C floor": "≤ 8 wall, ≤ 120 MiB"},
            **off,
        ),
        yp(
            "validate, first run ever",
            ("validate",),
            folder,
            against={"C floor": ""},
            **_forgetting(folder),
        ),
        yp("validate, unchanged", ("validate",), folder, against={"C floor": "≤ 0.5"}),
        yp(
            "validate, one file changed",
            ("validate",),
            changing,
            against={"C floor": "≤ 1.5"},
            before=change,
        ),
    ]


def _peers(number: int) -> list[Command]:
    folder = places.base("wide", number)
    files = sorted(str(p.relative_to(folder)) for p in (folder / "data" / "measures").iterdir())
    schema = str(places.HERE / "measure.schema.json")
    ours = "yp validate, no cache"
    off = {"YP_CACHE": "off"}
    jsonschema, lint = places.peer("check-jsonschema"), places.peer("yamllint")
    return [
        yp(ours, ("validate",), folder, environment=off, once=number > 1000),
        Command(
            "yamllint",
            (lint, "-d", "relaxed", "data"),
            folder=folder,
            codes=(0, 1),
            against={ours: "≥ 25"},
            once=number > 1000,
        ),
        Command(
            "check-jsonschema",
            (jsonschema, "--schemafile", schema, *files),
            folder=folder,
            against={ours: "≥ 20"},
            once=number > 1000,
        ),
        Command(
            "doorstop -F",
            (places.peer("doorstop"), "-F", "-W"),
            folder=places.items(number),
            codes=(0, 1),
            against={ours: ""},
            once=number > 1000,
        ),
    ]


def _updates() -> list[Command]:
    found = []
    for name, words in _QUESTIONS.items():
        shipped = f"{name}, shipped data"
        found.append(yp(shipped, words, places.base("lived", SHIPPED)))
        for number in (1000, 10_000):
            folder, target = places.base("lived", number), "≤ 3" if number > 1000 else ""
            label = f"{name}, {number:,} updates"
            found.append(yp(label, words, folder, against={shipped: target}))
    return found


def _writes() -> list[Command]:
    folder = places.base("lived", 10_000)
    words = ("status", "set", "A3", "in-progress", "--by", "pshva", "--on", "2025-12-30")
    path = "data/updates/2025/2025-12-30-ruoka-apu-00000000.yaml"
    line = f"git status --porcelain -- {path} && git add -- {path} && git commit -qm x -- {path}"

    def restore() -> None:
        places.restore(folder)

    def report() -> None:
        (folder / path).write_text("state: in-progress\n", encoding="utf-8")

    asked = "who-owns, 10,000 updates"
    return [
        yp(asked, _QUESTIONS["who-owns"], folder),
        Command(
            "git status, add, commit",
            ("sh", "-c", line),
            folder=folder,
            before=report,
            after=restore,
            against={asked: ""},
        ),
        yp("status set", words, folder, after=restore, against={asked: "≤ 2"}),
        yp(
            "status set --commit, less git's time",
            (*words, "--commit"),
            folder,
            after=restore,
            against={asked: "≤ 2"},
            less="git status, add, commit",
        ),
    ]


def _report() -> list[Command]:
    words = ("report", "--year", "2025", "--format", "html", "-o", os.devnull)
    shipped, folder = "report, shipped data", places.base("lived", 10_000)
    render = "rendering the view of 10,000 updates"
    program = (sys.executable, "-m", "benchmarks.rendering", str(folder), "2025")
    where = {"PYTHONPATH": os.pathsep.join((str(places.HERE.parent), *_path()))}
    found = [
        yp(shipped, words, places.base("lived", SHIPPED)),
        Command(render, program, environment=where, tells_own_time=True, once=True),
    ]
    for number in (1000, 10_000):
        against = {shipped: ""} | ({render: "≤ 3"} if number == 10_000 else {})
        label = f"report, {number:,} updates"
        once = number == 10_000
        found.append(yp(label, words, places.base("lived", number), against=against, once=once))
    return found


def _site() -> list[Command]:
    """A site and the report of one year on the same base; each site into an empty folder."""
    report = ("report", "--year", "2025", "--format", "html", "-o", os.devnull)
    found = []
    for number, name in ((SHIPPED, "shipped data"), (10_000, "10,000 updates")):
        folder, out = places.base("lived", number), places.answers(f"site-{number}")
        label = f"report, {name}"
        found += [
            yp(label, report, folder),
            yp(
                f"site, {name}",
                ("site", str(out)),
                folder,
                before=lambda out=out: shutil.rmtree(out, ignore_errors=True),
                against={label: "≤ 4" if number else ""},
            ),
        ]
    return found


def _path() -> list[str]:
    return [part for part in (os.environ.get("PYTHONPATH"),) if part]


def _long_report() -> list[Command]:
    words = ("report", "--year", "2025", "--format", "html", "-o", os.devnull)
    small, large = "report, 10,000 updates", "report, 100,000 updates"
    return [
        yp(small, words, places.base("lived", 10_000), once=True),
        yp(large, words, places.base("lived", 100_000), against={small: "≤ 11"}, once=True),
    ]


def _export() -> list[Command]:
    report = ("report", "--year", "2025", "--format", "html", "-o", os.devnull)
    made = places.CACHE / "export"
    export = ("export", str(made), "--as-of", "2025-12-31")
    found: list[Command] = []
    for number in (SHIPPED, 1000, 10_000):
        size, folder = (
            f"{number:,} updates" if number else "shipped data",
            places.base("lived", number),
        )
        against = {f"report, {size}": "≤ 1.5" if number == 10_000 else ""}
        against |= {"export, shipped data": ""} if number else {}
        found.append(yp(f"report, {size}", report, folder))
        found.append(
            yp(
                f"export, {size}",
                export,
                folder,
                before=lambda: shutil.rmtree(made, ignore_errors=True),
                against=against,
            )
        )
    return found


def _history() -> list[Command]:
    folder = places.base("lived", SHIPPED, "-history")
    if not (folder / ".git" / "grown").exists():
        past.grow(folder)
        places.git(folder, "tag", "-f", "base", "main")
        places.restore(folder)
        (folder / ".git" / "grown").touch()
    begin, floor = "show, unchanged", "git log, cat-file and the reader, in process"
    log = "git log --raw"
    where = {"PYTHONPATH": os.pathsep.join((str(places.HERE.parent), *_path()))}
    program = (sys.executable, "-m", "benchmarks.past_floor", str(folder))
    asked = ("history", "pshva", "--json")
    return [
        yp(begin, ("show", "pshva"), folder),
        Command(floor, program, environment=where, tells_own_time=True),
        Command(log, past_floor.LOG, folder=folder),
        yp(
            "history of a party, 2,000 versions, first time, less start-up",
            asked,
            folder,
            against={floor: "≤ 1"},
            less=begin,
            **_forgetting_versions(folder),
        ),
        yp(
            "history of a party, again, less start-up",
            asked,
            folder,
            against={log: "≤ 2"},
            less=begin,
        ),
        yp(
            "history of a measure, again, less start-up",
            ("history", "A3"),
            folder,
            against={log: "≤ 2"},
            less=begin,
        ),
    ]


def _forgetting_versions(folder: Path) -> dict[str, object]:
    """Return what makes each run the first that asks for the history of a base."""
    kept = places.answers(f"{folder.name}-first")

    def forget() -> None:
        for file in kept.rglob("*.versions"):
            file.unlink()

    return {"environment": {"XDG_CACHE_HOME": str(kept)}, "before": forget}


def compete(updates: int, limit: float) -> str:
    """Return what became of the reports of many writers on a base of so many updates."""
    folder = places.base("lived", updates)
    environment = {**os.environ, "XDG_CACHE_HOME": str(places.answers(folder.name))}
    return writers.compete(YP, folder, environment, limit)


CASES = (
    Case("help", _help, runs=11),
    Case("shipped", _shipped, runs=11),
    Case("measures-1000", lambda: _measures(1000)),
    Case("measures-10000", lambda: _measures(10_000), runs=3, limit=300),
    Case("peers-1000", lambda: _peers(1000), runs=3),
    Case("peers-10000", lambda: _peers(10_000), runs=1, limit=600),
    Case("updates", _updates, runs=3),
    Case("history", _history),
    Case("writes", _writes, runs=3),
    Case("report", _report, runs=3, limit=900),
    Case("site", _site, runs=3, limit=900),
    Case("export", _export, runs=3, limit=300),
    Case("report-100000", _long_report, runs=1, limit=900),
    Case("writers", list, compete=SHIPPED, limit=300),
    Case("writers-10000", list, compete=10_000, limit=300),
)
