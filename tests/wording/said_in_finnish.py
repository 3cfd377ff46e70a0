"""Everything the program says, in Finnish unless another language is asked for: its catalogues,
its help, its answers and reports.

Each region is asked in this process, once, and the words of its own data are told apart.
"""

import contextlib
import io
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typer
import yaml
from babel.messages.pofile import read_po

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED
from yhdyspinta_cli import __main__, language, store
from yhdyspinta_cli.cli import app
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

CATALOGUES = SHIPPED / "src" / "yhdyspinta_cli" / "locale" / "fi" / "LC_MESSAGES"

REGIONS: dict[str, tuple[Path, str, str]] = {
    "shipped": (SHIPPED, "2024-12-31", "2024"),
    "lived": (LIVED, "2025-12-31", "2025"),
    "lived_on": (LIVED_ON, "2027-06-30", "2026"),
    "region": (REGION, "2024-12-31", "2024"),
}
"""Where the data stands, the day asked about, and the year of the report."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that the program said: where (a command line), and what, without soft hyphens."""

    where: str
    text: str

    @property
    def is_report(self) -> bool:
        """True for a report or a sheet in Markdown, where nothing is broken into lines."""
        return self.where.startswith("report")


@cache
def messages() -> tuple[tuple[str, str], ...]:
    """Return the program's own words: each message in English and in each of its Finnish forms."""
    found: list[tuple[str, str]] = []
    for name in ("yp", "report", "typer"):
        with (CATALOGUES / f"{name}.po").open("rb") as file:
            for message in read_po(file, locale="fi"):
                if not message.id:
                    continue
                one = message.id if isinstance(message.id, str) else message.id[0]
                forms = (
                    [message.string] if isinstance(message.string, str) else message.string or ()
                )
                found.extend((one, form) for form in forms)
    return tuple(found)


@cache
def answers(region: str, code: str = "fi") -> tuple[Said, ...]:
    """Return what every question says of a region, its report, and some of its sheets."""
    folder, day, year = REGIONS[region]
    with _speaking(folder, code):
        kb = store.load(folder).kb
        lines = [*_questions(kb, day, year), *_reports(kb, year, code)]
        return tuple(Said(" ".join(line), _run(line, code)) for line in lines)


@cache
def help_pages(code: str = "fi") -> tuple[Said, ...]:
    """Return the help of every command."""
    with _speaking(REGION, code):
        lines = tuple(_commands(code))
        return tuple(Said(" ".join(line), _run((*line, "--help"), code)) for line in lines)


@cache
def words_of_data(region: str) -> frozenset[str]:
    """Return every word that stands in the data of a region, in lower case."""
    return frozenset(words(text_of_data(region)))


@cache
def text_of_data(region: str) -> str:
    """Return all texts of a region's data, a line each, in lower case."""
    texts: list[str] = []
    for path in sorted((REGIONS[region][0] / "data").rglob("*.yaml")):
        texts.extend(_texts(yaml.safe_load(path.read_text("utf-8"))))
    return "\n".join(" ".join(text.split()) for text in texts).casefold()


def codes(region: str) -> frozenset[str]:
    """Return the codes of a region's measures."""
    return frozenset(measure.code for measure in store.load(REGIONS[region][0]).kb.measures)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case; a hyphen is a part of its word."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())


def _questions(kb: KnowledgeBase, day: str, year: str) -> Iterator[tuple[str, ...]]:
    on = ("--as-of", day)
    yield from (("list", kind.plural, *on) for kind in KINDS)
    for measure in kb.measures[:12]:
        yield ("who-owns", measure.id, *on)
        yield ("who-owns", measure.id, "--why", *on)
        yield ("status", "show", measure.id, *on)
        yield ("show", measure.id)
    for party in kb.parties[:3]:
        yield ("owned-by", party.id, *on)
        yield ("owned-by", party.id, "--why", *on)
        yield ("obligations", "--party", party.id, *on)
        yield ("what-if", "--remove", party.id, *on)
        yield ("show", party.id)
    for record in (*kb.bodies[:4], *kb.obligations[:6], *kb.projects[:2], kb.agreement):
        yield ("show", record.id)
    for line in (
        ("gaps", *on),
        ("status", *on),
        ("status", "matrix", *on),
        ("obligations", *on),
        ("obligations", "--year", year, *on),
        ("calendar", "--year", year, *on),
        ("counterparts", *on),
        ("counterparts", "--by", "interface", *on),
        ("rotation", *on),
        ("diff", "--as-of", f"{int(year) - 1}-12-31", "--to", day),
        ("event", "list", *on),
        ("search", "kunta", *on),
    ):
        yield line
        yield (*line, "--csv")
    yield ("calendar", "--year", year, "--format", "ics", *on)
    yield ("validate", "--notes")
    yield ("templates", "list")
    yield ("keys", "measure")
    yield ("rules",)
    yield ("explain", "YP301")
    yield ("list",)
    yield ()


def _reports(kb: KnowledgeBase, year: str, code: str) -> Iterator[tuple[str, ...]]:
    line = ("report", "--year", year, *(() if code == "fi" else ("--lang", code)))
    yield line
    yield from ((*line, "--party", party.id) for party in kb.parties[:3])
    yield from ((*line, "--interface", one.id) for one in kb.interfaces[:2])


def _commands(code: str) -> Iterator[tuple[str, ...]]:
    def below(command: Any, line: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield line
        for name, one in sorted(getattr(command, "commands", {}).items()):
            if not one.hidden:
                yield from below(one, (*line, name))

    yield from below(_program(code), ())


@cache
def _program(code: str) -> Any:
    with language.speaking(code):
        return typer.main.get_command(_build())


_build = app.build


@contextlib.contextmanager
def _speaking(folder: Path, code: str) -> Iterator[None]:
    before, spoken = dict(os.environ), language.current()
    built = app.build
    os.environ["YP_LANG"] = code
    app.build = lambda: _program(code)  # building it anew takes most of the time
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        app.build = built
        os.environ.clear()
        os.environ.update(before)
        language.activate(spoken)


def _run(line: tuple[str, ...], code: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    language.activate(code)
    before = dict(os.environ)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        __main__._run(list(line))
    os.environ.clear()
    os.environ.update(before)
    said = unicodedata.normalize("NFC", f"{err.getvalue()}{out.getvalue()}")
    return said.replace("\u00ad", "").replace("\u00a0", " ").replace("\\", "")


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
    elif node is not None:
        yield unicodedata.normalize("NFC", str(node))
