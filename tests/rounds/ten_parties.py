"""What ten parties of the lived-in region write into their workbooks, and what that must become."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.rounds import filling
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator

SILENT = ("ukonlampi", "vaskiharju")
"""The two of twelve that do not answer."""

_STATES: tuple[tuple[dict[str, object], tuple[str, str]], ...] = (
    (
        {
            "state": "valmis",
            "on": "20.12.2025",
            "evidence": "minutes: valtuusto 20.12.2025 § 4\nhttps://kunta.example/päätös",
        },
        ("completed", "2025-12-20"),
    ),
    ({"state": "Käynnissä", "on": date(2025, 12, 21)}, ("in-progress", "2025-12-21")),
    (
        {"state": "keskeytetty", "on": "12/2025", "note": "Odottaa rahoitusta."},
        ("paused", "2025-12"),
    ),
    ({"state": "valmis"}, ("completed", "2025-12-31")),
    ({}, ("", "")),
)  # fmt: skip
_DAYS: tuple[tuple[object, str], ...] = (
    ("5/2025", "2025-05"),
    (date(2025, 11, 3), "2025-11-03"),
    (None, "2025-12-31"),
    ("2025", "2025"),
    ("14.5.2025", "2025-05-14"),
)
_NUMBERS: tuple[tuple[object, float], ...] = (("12,5", 12.5), (40.25, 40.25), ("1 250", 1250))
_DUTIES: tuple[tuple[str, dict[str, object], str], ...] = (
    ("kunnan-hyvinvointiraportti", {"on": date(2025, 12, 2)}, "2025-12-02"),
    ("turvallisuusraportti", {"on": "9.12.2025", "minutes": "valtuusto 9.12. § 12"}, "2025-12-09"),
    (
        "valtuustokasittely",
        {"on": "11/2025", "title": "Valtuuston seminaari", "minutes": "https://kunta.example/m"},
        "2025-11",
    ),
)


@dataclass
class Written:
    """What one party writes, and the records that it must become, without their ids."""

    answers: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    updates: list[tuple[str, str, object]] = field(default_factory=list)
    values: list[tuple[str, object, object]] = field(default_factory=list)
    events: list[tuple[str, str]] = field(default_factory=list)
    counterparts: list[tuple[str, str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    is_unchanged: bool = False

    @property
    def filled(self) -> int:
        rows = len(self.updates) + len(self.values)
        return rows + len(self.events) + len(self.counterparts)


def of(kb: KnowledgeBase, path: Path, number: int) -> Written:
    """Return what the party of a workbook writes: of every kind of cell, each party another way."""
    made = Written()
    _measures(made, path, number)
    _indicators(made, kb, path, number)
    for duty, cells, on in _DUTIES:
        key = f"velvoite-{duty} 2025"
        if key in filling.keys(path, "duties"):
            made.answers["duties", key] = cells
            made.events.append((f"velvoite-{duty}", on))
    for interface, start, on in (("b", "1.3.2025", "2025-03-01"), ("d", None, "2025-12-31")):
        role = f"Palvelupäällikkö {number}{interface}"
        made.answers["counterparts", f"taso-palvelut {interface}"] = _with(
            {"role": role}, "start", start
        )
        made.counterparts.append((interface, role, on))
    made.words.append(f"Yhteistyö sujui: {number} kertaa & ”hyvin” <tänä vuonna>.")
    made.answers["words", "1"] = {"text": made.words[0]}
    if number % 2:
        made.is_unchanged = True
        made.answers["words", "unchanged"] = {"text": "kyllä"}
    return made


def _measures(made: Written, path: Path, number: int) -> None:
    for n, key in enumerate(filling.keys(path, "measures"), start=number):
        cells, (state, on) = _STATES[n % len(_STATES)]
        if cells:
            made.answers["measures", key] = cells
            made.updates.append((key, state, on))


def _indicators(made: Written, kb: KnowledgeBase, path: Path, number: int) -> None:
    for n, key in enumerate(filling.keys(path, "indicators"), start=number):
        if n % 3 == 0:
            continue
        indicator = kb.find(Indicator, key)
        assert indicator is not None
        cell, value = _value(indicator, n)
        day, on = _DAYS[n % len(_DAYS)]
        made.answers["indicators", key] = _with({"value": cell}, "on", day)
        made.values.append((key, value, on))


def _value(indicator: Indicator, n: int) -> tuple[object, object]:
    """Return what is written of an indicator, and what it means."""
    if indicator.options:
        return indicator.options[0], indicator.options[0]
    match indicator.type:
        case "number":
            return _NUMBERS[n % len(_NUMBERS)]
        case "yes-no" | "count-of-parties":
            return ("kyllä", True) if n % 2 else ("Ei", False)
        case _:
            return "parani selvästi", "parani selvästi"


def _with(cells: dict[str, object], name: str, value: object) -> dict[str, object]:
    return cells if value is None else {**cells, name: value}


def steps(path: Path, made: Written, *, sheet: str | None) -> Iterator[tuple[str, ...]]:
    """Yield what LibreOffice is to do; a `sheet` is handled with all that people do to one."""
    yield ("open", str(path))
    for (page, key), cells in made.answers.items():
        for name, value in cells.items():
            yield ("cell", page, key, name, *_typed(value))
    if sheet is not None:
        yield ("handle", sheet)
    yield ("save", str(path))


def _typed(value: object) -> tuple[str, str]:
    if isinstance(value, date):
        return "day", str((value - date(1899, 12, 30)).days)
    if isinstance(value, float):
        return "number", str(value)
    text = str(value)
    return ("text" if len(text) > 12 else "typed"), text
