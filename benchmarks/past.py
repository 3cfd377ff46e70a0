"""A base with a history: 500 commits, each of which edits four files of measures and bodies."""

import random
import subprocess
from pathlib import Path

COMMITS, FILES = 500, 4
FIRST = 1_700_000_000
"""Seconds since 1970 of the first of them; one a day."""


def grow(folder: Path) -> None:
    """Let each commit say another thing in the titles and texts of some files, and keep the last.

    The same commits every time. Raises CalledProcessError where git fails.
    """
    chance = random.Random(17)
    data = folder / "data"
    paths = sorted((*data.glob("measures/*.yaml"), *data.glob("bodies/*.yaml")))
    plain = {path: path.read_text("utf-8") for path in paths}
    parts = [b"reset refs/heads/main\nfrom refs/heads/main^0\n\n"]
    for number in range(COMMITS):
        message = f"Muutos {number}\n".encode()
        moment = FIRST + number * 86_400
        parts.append(b"commit refs/heads/main\n")
        parts.append(b"committer Bench <bench@example.org> %d +0200\n" % moment)
        parts.append(b"data %d\n%s\n" % (len(message), message))
        for path in chance.sample(paths, FILES):
            raw = _edited(plain[path], number).encode()
            name = path.relative_to(folder).as_posix().encode()
            parts.append(b"M 100644 inline %s\ndata %d\n%s\n" % (name, len(raw), raw))
    line = ("git", "fast-import", "--quiet")
    subprocess.run(line, cwd=folder, input=b"".join(parts), check=True)


def _edited(text: str, number: int) -> str:
    """Return a record with a number in its title or its name."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        if key in ("title", "name") and colon and value[:1] not in "|>\"'":
            lines[place] = f"{key}: {value} {number}"
            break
    return "\n".join(lines)
