"""What was measured, as ratios: kept in `results.json`, told in the README's table and picture.

`before.json` is a copy of `results.json` of an earlier day, with which the table compares.
"""

import json
import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import places, plot
from benchmarks.running import Command, Cost

HERE = Path(__file__).parent
RESULTS, BEFORE, README = HERE / "results.json", HERE / "before.json", HERE / "README.md"
_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"
_SIZES = ("shipped data", "1,000 updates", "10,000 updates", "100,000 updates")

Rows = list[dict[str, Any]]


def rows(commands: Sequence[Command], costs: dict[str, Cost]) -> Rows:
    """Return a row for each command and what it is compared with."""
    found = []
    for command in commands:
        cost = costs[command.label]
        less = costs[command.less] if command.less else Cost(0, 0, 0)
        for label, target in command.against.items():
            other = costs[label]
            found.append(
                {
                    "what": command.label,
                    "against": label,
                    "cpu": round((cost.cpu - less.cpu) / other.cpu, 4),
                    "wall": round((cost.wall - less.wall) / other.wall, 4),
                    "mib": round(cost.mib),
                    "runs": cost.runs,
                    "is_cut": cost.is_cut,
                    "is_other_cut": other.is_cut,
                    "to_reach": target,
                }
            )
    return found


def told(what: str, words: str, target: str) -> dict[str, Any]:
    """Return a row that has words in place of a ratio."""
    shown = {"cpu": words, "wall": "", "mib": "", "runs": 1}
    return {"what": what, "against": "", **shown, "to_reach": target}


def keep(case: str, found: Rows) -> None:
    """Put the rows of a case into `results.json`, in place of its earlier ones."""
    kept = _read(RESULTS)
    kept[case] = {"day": f"{datetime.now(UTC):%Y-%m-%d}", **_machine(), "rows": found}
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _machine() -> dict[str, str]:
    """Return of which kind the machine is; nothing that names it."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        named = re.search(r"model name\s*: (.*)", cpuinfo.read_text())
        model = named[1] if named else model
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return {"machine": f"{os.cpu_count()} cores, {model}, {platform.system()}", "python": python}


def tell() -> None:
    """Renew the table between the README's marks, and the picture."""
    now, before = _read(RESULTS), _read(BEFORE)
    text = README.read_text("utf-8")
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    table = "\n".join(_table(now, before))
    README.write_text(f"{head}{_BEGIN}\n{table}\n{_END}{tail}", encoding="utf-8")
    series = {"now": _growth(now), "before": _growth(before)}
    (HERE / "growth.svg").write_text(plot.draw(_SIZES, series), encoding="utf-8")


def _table(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    peers = ", ".join(f"{name} {version}" for name, version in places.PEERS.items())
    lines = [*_when("now", now), *_when("before", before), f"- peers: {peers}", ""]
    lines += [
        "| case | what | against | before | now | now, wall | peak MiB | runs | to reach |",
        "|---|---|---|--:|--:|--:|--:|--:|---|",
    ]
    for name in now | before:
        earlier, later = ({_key(row): row for row in _rows(of, name)} for of in (before, now))
        for key in earlier | later:
            then, row = earlier.get(key), later.get(key)
            cells = (name, *key, _cell(then, "cpu"), _cell(row, "cpu"), _cell(row, "wall"))
            more = (row["mib"], row["runs"]) if row else ("–", "–")
            target = (row or earlier[key])["to_reach"]
            lines.append("| " + " | ".join(map(str, (*cells, *more, target))) + " |")
    return lines


def _when(word: str, cases: dict[str, Any]) -> list[str]:
    machines = sorted({(one["day"], one["machine"], one["python"]) for one in cases.values()})
    return [f"- {word}: {day}, {machine}, {python}" for day, machine, python in machines]


def _rows(cases: dict[str, Any], name: str) -> Rows:
    found: Rows = cases[name]["rows"] if name in cases else []
    return found


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["what"], row["against"]


def _cell(row: dict[str, Any] | None, name: str) -> str:
    if row is None:
        return "–"
    ratio = row[name]
    if isinstance(ratio, str):
        return ratio
    shown = f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2f}"
    sign = "> " if row["is_cut"] else "< " if row["is_other_cut"] else ""
    return sign + shown


def _growth(cases: dict[str, Any]) -> dict[str, list[float]]:
    """Return how many times its cost on the shipped data each command costs, base by base."""
    ratios = {_key(row): row for name in cases for row in cases[name]["rows"]}
    found: dict[str, list[float]] = {}
    for name in ("who-owns", "status", "validate", "report"):
        line = [1.0]
        for size in _SIZES[1:]:
            direct = ratios.get((f"{name}, {size}", f"{name}, {_SIZES[0]}"))
            longer = ratios.get((f"{name}, {size}", f"{name}, {_SIZES[2]}"))
            row, times = (direct, 1.0) if direct else (longer, line[-1])
            if row is None or row["is_cut"]:
                break
            line.append(row["cpu"] * times)
        if len(line) > 1:
            found[name] = line
    return found
