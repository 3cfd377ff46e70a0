"""Eight writers that report fifteen times each, all at once: how many of the reports are saved."""

import subprocess
import threading
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks import places

WRITERS, REPORTS = 8, 15


def compete(yp: str, folder: Path, environment: Mapping[str, str], limit: float) -> str:
    """Let them write into a base and put it back as it was; return in words what became of it.

    After `limit` seconds no new report is begun.
    """
    codes: Counter[int] = Counter()
    ends = time.monotonic() + limit

    def write(writer: int) -> None:
        for number in range(REPORTS):
            if time.monotonic() > ends:
                return
            line = (yp, "status", "set", "A3", "in-progress", "--on", "2025-12-30")
            note = ("--by", "pshva", "--note", f"Kirjoittaja {writer}, ilmoitus {number}.")
            done = subprocess.run(
                (*line, *note), cwd=folder, env=environment, capture_output=True, check=False
            )
            codes[done.returncode] += 1

    before = _count(folder)
    writers = [threading.Thread(target=write, args=(one,)) for one in range(WRITERS)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    saved = _count(folder) - before
    places.restore(folder)
    told = f"{saved} of {WRITERS * REPORTS} saved, {codes.total() - codes[0]} refused"
    left = WRITERS * REPORTS - codes.total()
    return f"{told}, {left} not begun in {limit:.0f} s" if left else told


def _count(folder: Path) -> int:
    return sum(1 for _ in (folder / "data" / "updates").rglob("*.yaml"))
