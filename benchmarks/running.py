"""Whole processes, measured from their start to their end, in alternating runs."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


def _nothing() -> None:
    """Do nothing before or after a run."""


@dataclass(frozen=True)
class Command:
    """A command line and what it is compared with.

    `against` has the labels of other commands of its case, each with the ratio to reach ("" where
    none is wanted); `less` is one whose time is taken off first. `codes` are the exit codes that
    count as done. `before` and `after` are called around each run and not measured.
    `tells_own_time`: the process prints the seconds that count.
    `once`: run once, without a run before that is not counted.
    """

    label: str
    argv: Sequence[str]
    against: Mapping[str, str] = field(default_factory=dict)
    less: str | None = None
    folder: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)
    before: Callable[[], None] = _nothing
    after: Callable[[], None] = _nothing
    tells_own_time: bool = False
    once: bool = False


@dataclass(frozen=True)
class Cost:
    """Seconds of processor (with all children) and of the clock, peak MiB of the largest process.

    `is_cut`: it was ended at the limit, so that the figures are what it took at least.
    """

    cpu: float
    wall: float
    mib: float
    is_cut: bool = False
    runs: int = 1


def _environment(command: Command) -> dict[str, str]:
    """Return this process's environment with the command's own words.

    A user's Python keeps what it has compiled; it does here, too, where the machine forbids it.
    """
    mine = {name: word for name, word in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**mine, **command.environment}


def run(command: Command, limit: float) -> Cost:
    """Run a command once, ending it after `limit` seconds; raises SystemExit where it fails."""
    command.before()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        started = subprocess.Popen(
            command.argv,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=command.folder,
            env=_environment(command),
            start_new_session=True,
        )
        timer = threading.Timer(limit, os.killpg, (started.pid, signal.SIGKILL))
        timer.start()
        try:
            _pid, status, usage = os.wait4(started.pid, 0)
        except BaseException:
            os.killpg(started.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - begin
        timer.cancel()
        started.returncode = os.waitstatus_to_exitcode(status)
        is_cut = wall >= limit
        if not is_cut and started.returncode not in command.codes:
            err.seek(0)
            told = err.read().decode(errors="replace")[-2000:]
            sys.exit(f"{command.label}: exit code {started.returncode}\n{told}")
        out.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        if command.tells_own_time and not is_cut:
            cpu, wall = (float(word) for word in out.read().split())
    command.after()
    return Cost(cpu, wall, usage.ru_maxrss / 1024, is_cut)


def alternate(commands: Sequence[Command], runs: int, limit: float) -> dict[str, Cost]:
    """Run A B C A B C …, after one run of each that is not counted; return medians by label.

    Where only one run is wanted, none goes before. What was cut at the limit is not run again.
    """
    found: dict[str, list[Cost]] = {command.label: [] for command in commands}
    for number in range(-1 if runs > 1 else 0, runs):
        for command in commands:
            costs = found[command.label]
            if (command.once and number != 0) or (costs and costs[-1].is_cut):
                continue
            cost = run(command, limit)
            print(f"  {command.label}: {cost.cpu:.3f} s, {cost.mib:.0f} MiB", file=sys.stderr)
            if number >= 0 or cost.is_cut:
                costs.append(cost)
    return {label: _median(costs) for label, costs in found.items()}


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.mib for cost in costs),
        any(cost.is_cut for cost in costs),
        len(costs),
    )
