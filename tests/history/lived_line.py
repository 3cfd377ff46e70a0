"""The lived-in region as a repository whose years were committed month by month.

What was recorded in a month was committed on the first day of the next one, a change of the files
on its own day, by people whose names nobody is to see. It is made by `git fast-import`, in the time
of one commit by hand.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.lived import record as lived
from tests.lived_on import record as lived_on
from tests.lived_on.record import CHANGES, Change

ZONE = ZoneInfo("Europe/Helsinki")
FIRST = date(2023, 1, 1)
WHO = "Salainen Nimi <salainen@example.org>"


@dataclass
class Stream:
    """Commits one after the other, as `git fast-import` reads them."""

    parts: list[bytes] = field(default_factory=list)
    number: int = 0

    def commit(
        self,
        files: Mapping[str, bytes | None],
        day: date,
        *,
        message: str = "Muutos",
        who: str = WHO,
        parents: tuple[int, ...] | None = None,
        branch: str = "main",
    ) -> int:
        """Add a commit of these files (None: deleted), made at noon; return its mark.

        It follows the one before it unless its `parents` (marks) are told.
        """
        before = self.number
        self.number += 1
        moment = int(datetime.combine(day, time(12), ZONE).timestamp())
        told = message.encode("utf-8", "surrogateescape")
        self._line(f"commit refs/heads/{branch}")
        self._line(f"mark :{self.number}")
        self._line(f"committer {who} {moment} +0200")
        self.parts.append(b"data %d\n%s\n" % (len(told), told))
        ancestors = ((before,) if before else ()) if parents is None else parents
        for number, one in enumerate(ancestors):
            self._line(f"{'merge' if number else 'from'} :{one}")
        for path, raw in files.items():
            if raw is None:
                self._line(f"D {path}")
            else:
                self._line(f"M 100644 inline {path}")
                self.parts.append(b"data %d\n%s\n" % (len(raw), raw))
        return self.number

    def _line(self, told: str) -> None:
        self.parts.append(told.encode("utf-8", "surrogateescape") + b"\n")

    def into(self, root: Path) -> None:
        """Make a repository of it in a folder, with the files of its main branch in it."""
        root.mkdir(parents=True, exist_ok=True)
        git = ["git", "-c", "core.autocrlf=false"]
        subprocess.run([*git, "init", "-q", "-b", "main"], cwd=root, check=True, timeout=60)
        subprocess.run(
            [*git, "fast-import", "--quiet", "--date-format=raw-permissive"],
            cwd=root,
            input=b"".join(self.parts),
            check=True,
            timeout=300,
        )
        subprocess.run([*git, "reset", "-q", "--hard"], cwd=root, check=True, timeout=60)


def files(root: Path) -> dict[str, bytes]:
    """Return the files of a knowledge base in a folder by their paths."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "data").rglob("*.yaml"))
    }


def committed(root: Path) -> None:
    """Make a repository of a knowledge base that stands in a folder, with one commit."""
    made = Stream()
    made.commit(files(root), FIRST)
    made.into(root)


def stream() -> Stream:
    """Return the region's life until its successor agreement, committed month by month."""
    made = Stream()
    base, whole = files(lived.HERE), files(lived_on.HERE)
    reports = {path for path in whole if path.split("/")[1] in lived.RECORDED}
    made.commit({p: raw for p, raw in base.items() if p not in reports}, FIRST, message="Alku")
    now = dict(base)
    for day, change in _days(reports):
        if isinstance(change, Change):
            changed = _applied(now, change)
            now |= changed
            made.commit(changed, day, message="Sopimus muuttui")
        else:
            made.commit({path: whole[path] for path in change}, day, message="Kirjaukset")
    return made


def _days(reports: set[str]) -> Iterator[tuple[date, Change | list[str]]]:
    months: dict[date, list[str]] = {}
    for path in sorted(reports):
        months.setdefault(_next_month(Path(path).stem), []).append(path)
    told: list[tuple[date, Change | list[str]]] = [*months.items()]
    told += [(change.signed or change.day, change) for change in CHANGES]
    yield from sorted(told, key=lambda dated: dated[0])


def _next_month(name: str) -> date:
    """Return the first day after the month in the name of a report; of a year that is January."""
    month = date.fromisoformat(
        f"{name[:7]}-01" if re.match(r"[0-9]{4}-[0-9]{2}-", name) else f"{name[:4]}-12-01"
    )
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _applied(now: Mapping[str, bytes], change: Change) -> dict[str, bytes]:
    """Return the files that a change writes, as `lived_on.apply` writes them into a folder."""
    found: dict[str, bytes] = {}
    for name, before, after in change.edits:
        path = f"data/{name}"
        text = found.get(path, now[path]).decode()
        assert text.count(before) == 1, (name, before)
        found[path] = text.replace(before, after).encode()
    return found | {f"data/{name}": text.encode() for name, text in change.files}
