"""What a history takes at least: git's log, the dump of its versions, the reader over each of them.

`FOLDER` -> the seconds of processor (git's with it) and of the clock. Python's own start and its
imports are not counted.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

from yhdyspinta_cli.model.own_words import NO_WORDS
from yhdyspinta_cli.store import reading
from yhdyspinta_cli.store.gathered import Gathered

LOG = ("git", "log", "--raw", "--no-abbrev", "-z", "--no-renames", "--format=%H", "--", "data")
"""git's log of the data, as a history asks for it."""


def main() -> None:
    """Read each version once, and print what that took."""
    folder = Path(sys.argv[1])
    # Once before it counts: what is imported and compiled when the first file is read.
    _read("data/goals.yaml", (folder / "data/goals.yaml").read_bytes())
    cpu, wall = _spent(), time.perf_counter()
    told = iter(
        subprocess.run(LOG, cwd=folder, capture_output=True, check=True).stdout.split(b"\0")
    )
    wanted: dict[bytes, str] = {}
    for part in told:
        if part.lstrip(b"\n").startswith(b":"):
            blob, path = part.split()[3], next(told).decode()
            if blob.strip(b"0") and path != "data/personal.yaml":
                wanted.setdefault(blob, path)
    asked = b"".join(blob + b"\n" for blob in wanted)
    dump = ("git", "cat-file", "--batch", "--buffer")
    raw = subprocess.run(dump, cwd=folder, input=asked, capture_output=True, check=True).stdout
    begin = 0
    for path in wanted.values():
        end = raw.index(b"\n", begin)
        size = int(raw[begin:end].split()[2])
        _read(path, raw[end + 1 : end + 1 + size])
        begin = end + size + 2
    print(_spent() - cpu, time.perf_counter() - wall)


def _read(path: str, raw: bytes) -> None:
    gathered = Gathered()
    gathered.words_mean(NO_WORDS)
    reading.take(gathered, path, raw)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
