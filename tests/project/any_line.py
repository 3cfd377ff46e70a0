"""Command lines that ask anything of a knowledge base: every command, its options at random.

The commands and their parameters are those of the program itself; only what a parameter may be
given stands here, by its name.
"""

import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.project import any_data
from tests.project.any_data import Data
from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.model import fields
from yhdyspinta_cli.model.catalogue import KINDS

APART = ("help", "install_completion", "show_completion", "directory", "commit", "debug")
"""Parameters that no line here gives: `commit` needs a repository; `debug` shows faults raw."""


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command of the program with the words that call it."""
    inside = getattr(command, "commands", {})
    for name, sub in inside.items():
        # A server answers no line: it waits for an editor.
        if name != "lsp":
            yield from commands(sub, (*path, name))
    if not inside or command.invoke_without_command:
        yield path, command


class Lines:
    """What can be asked of some data; the data may be faulty."""

    def __init__(self, data: Data, chance: random.Random) -> None:
        self.chance = chance
        self.ids = any_data.ids_of(data)
        self.texts = [
            text
            for kind, record in any_data.records(data)
            for _inner, part in any_data.nouns(kind, record)
            for text in part.values()
            if isinstance(text, str)
        ] or ["teksti"]

    def of(self, *kinds: str) -> str:
        """Return the id of a record of one of the kinds, or now and then any text."""
        known = [one for kind in kinds for one in self.ids.get(kind, ())]
        return self.chance.choice(known) if known and self.chance.random() < 0.97 else self.text()

    def text(self) -> str:
        """Return a text that stands in the data, or an odd one."""
        made = self.chance.choice((self.chance.choice(self.texts), any_data.line(self.chance)))
        return made.replace("\0", "")

    def day(self) -> str:
        odd = ("tänään", "2024-13-01", "1.2.2024", "x")
        return (
            self.chance.choice(odd)
            if self.chance.random() < 0.1
            else str(any_data.day(self.chance))
        )

    def given(self, name: str, path: tuple[str, ...]) -> str:
        """Return a value for a parameter; KeyError for one that is not known here."""
        return VALUES[name](self, path)

    def line(self, path: tuple[str, ...], command: Any, *, dry: bool = True) -> list[str]:
        """Return a line for a command: what it needs, and each option now and then."""
        words = list(path)
        form = self.chance.choice((None, "as_json", "as_csv", "as_excel"))
        share = self.chance.choice((0.0, 0.15, 0.3))
        positional: list[str] = []
        for param in command.params:
            if param.name in APART:
                continue
            if param.name == "dry_run":
                if dry:
                    words.append("--dry-run")
            elif param.name in ("as_json", "as_csv", "as_excel"):
                if param.name == form:
                    words.append(param.opts[0])
            elif param.param_type_name == "argument":
                if param.required or self.chance.random() < 0.5:
                    positional.append(self.given(param.name, path))
            elif param.required or self.chance.random() < share:
                if getattr(param, "is_flag", False):
                    words.append(param.opts[-1])
                else:
                    words.append(f"{param.opts[-1]}={self.given(param.name, path)}")
        return [*words, "--", *positional] if positional else words


def _one(*choices: str) -> Callable[[Lines, tuple[str, ...]], str]:
    return lambda lines, path: lines.chance.choice(choices)


def _of(*kinds: str) -> Callable[[Lines, tuple[str, ...]], str]:
    return lambda lines, path: lines.of(*kinds)


def _text(lines: Lines, path: tuple[str, ...]) -> str:
    return lines.text()


def _day(lines: Lines, path: tuple[str, ...]) -> str:
    return lines.day()


def _year(lines: Lines, path: tuple[str, ...]) -> str:
    return str(lines.chance.choice((1900, 2099, *range(2021, 2028), *range(2022, 2026))))


def _kind(lines: Lines, path: tuple[str, ...]) -> str:
    if path == ("gaps",):
        return lines.chance.choice(vocabulary.GAP_KINDS)
    return lines.chance.choice([word for kind in KINDS for word in (kind.word, kind.plural)])


def _state(lines: Lines, path: tuple[str, ...]) -> str:
    words: list[str] = [*vocabulary.STATES, *vocabulary.FILTERING, "valmis"]
    if path == ("obligations",):
        words += vocabulary.DUE_STATES
    return lines.chance.choice(words + lines.ids.get("states", []))


def _format(lines: Lines, path: tuple[str, ...]) -> str:
    return lines.chance.choice(("text", "ics") if path == ("calendar",) else ("md", "html"))


def _into(lines: Lines, path: tuple[str, ...]) -> str:
    if path == ("new", "translation"):
        return lines.chance.choice(("sv", "en", "fi", "nb", "xx"))
    return lines.of("measure")


def _any(lines: Lines, path: tuple[str, ...]) -> str:
    return lines.of(*lines.ids)


def _reading(lines: Lines, path: tuple[str, ...]) -> str:
    return lines.chance.choice(("kyllä", "ei", "14", "1 250,5", "14 %", "-3", lines.text()))


TABLE = "taulukko.csv"
"""A table that stands beside the data, with a column for each kind that one is read for."""
TABLE_TEXT = (
    "Toimenpide;Rakenne;Osapuoli;Velvoite;Kuka;Tyyppi;Sitovuus;Mittari;Tavoite\r\n"
    "Ruoka-apu;Verkosto;Luodon kunta;Neuvottelu;kunnat, Luoto ja kaikki muut;kunta;laki;kpl;1\r\n"
    "Ruoka-apu;Foorumi;;Raportti;–;foorumi;sopimus;;2\r\n"
)


VALUES: dict[str, Callable[[Lines, tuple[str, ...]], str]] = {
    "files": _one("data", "data/agreement.yaml", "data/actors.yaml", "ei-ole"),
    "output_format": _one(
        "text", "concise", "json", "github", "gitlab", "junit", "sarif", "markdown"
    ),
    "workbook": _one("ulos.xlsx", "ei-ole/ulos.xlsx"),
    "output": _one(
        "ulos.txt", "ulos.md", "ulos.html", "ulos.ics", "ei-ole/ulos", "ulos.docx", "u.xlsx"
    ),
    "file": _one(TABLE, TABLE, "ei-ole.xlsx", "data/actors.yaml"),
    "map": _one("Toimenpide=title", "Kuka=responsible", "Rakenne=name", "x"),
    "sheet": _one("Taulukko1", "x"),
    "only": _one(*vocabulary.REPORT_CHAPTERS, "brief,law", "x"),
    "compare": _year,
    "due": _day,
    "since": _day,
    "earlier": _one("HEAD", "main", "2024-06-01", "ei-ole"),
    "later": _one("HEAD", "2024-12-31", "ei-ole"),
    "other": _one(".", "data", "ei-ole"),
    "rev": _one("HEAD", "main", "2024-06-01", "ei-ole"),
    "against": _one("HEAD", "main", "2024-06-01", "ei-ole"),
    "prefer": _one("sheet", "data"),
    "reminders": _one("muistutukset", "ei-ole/muistutukset"),
    "of_files": _one("measures", "parties", "x"),
    "all_into": _one("kaavat", "data/agreement.yaml"),
    "select": _one("YP301", "responsibilities", "YP3", "nobody-known"),
    "ignore": _one("YP301", "YP6", "vague-responsible"),
    "as_of": _day,
    "code": _one("YP301", "yp010", "nobody-known", "x"),
    "kind": _kind,
    "interface": _of("interface"),
    "goal": lambda lines, path: lines.chance.choice(("1", "2", "0", lines.of("goal"))),
    "party": _of("party"),
    "actor": _of(*fields.ACTOR_KINDS),
    "whose": _of(*fields.ACTOR_KINDS),
    "state": _state,
    "standing": _one(*vocabulary.STANDINGS, "ei tietoa"),
    "binding": _one(*vocabulary.BINDINGS, "sopimus"),
    "record": _any,
    "changes": _one(
        "title=Uusi", "text=", "responsible.0.role=lead", "aliases=[a, b]", "id=x", "x"
    ),
    "words": _text,
    "limit": _one("1", "3", "1000"),
    "measure": _of("measure"),
    "fail_on": _one(*vocabulary.GAP_KINDS),
    "silent_after": _one("1", "6", "1200"),
    "by": lambda lines, path: (
        lines.chance.choice(("level", "interface"))
        if path == ("counterparts",)
        else lines.of(*fields.ACTOR_KINDS)
    ),
    "remove": _of(*fields.ACTOR_KINDS, "measure", "obligation"),
    "year": _year,
    "format": _format,
    "body": _of("body"),
    "templates": _one("mallit", "ei-ole"),
    "on": lambda lines, path: str(lines.chance.choice((any_data.moment(lines.chance), "tänään"))),
    "note": _text,
    "evidence": lambda lines, path: lines.chance.choice(
        ("minutes: valtuusto § 1", "link: https://a.invalid/", "x", f"other: {lines.text()}")
    ),
    "progress": _one("0", "50", "100", "101", "x"),
    "into": _into,
    "field": _one("name", "title", "text", "responsible.0.part", "Nimi", "x"),
    "update": _of("update"),
    "indicator": _of("indicator"),
    "reading": _reading,
    "corrects": _of("update", "value", "event"),
    "type": lambda lines, path: lines.chance.choice(
        (*vocabulary.EVENT_KINDS, "kokous", *lines.ids.get("event_kinds", ()))
    ),
    "title": _text,
    "area": _of("area"),
    "convener": _of(*fields.ACTOR_KINDS),
    "chair": _of(*fields.ACTOR_KINDS),
    "decision": _text,
    "link": lambda lines, path: f"{lines.text()}: {lines.chance.choice(any_data.ADDRESSES)}",
    "fulfils": _of("obligation"),
    "not_fulfils": _of("obligation"),
    "period": _one("2023", "2023-h1", "2024-q2", "x"),
    "appoints": _of(*fields.ACTOR_KINDS),
    "name": _one("markdown/year.md.j2", "html/style.css.j2", "x", "../x"),
    "lang": _one("fi", "en", "sv", "de"),
    "catalogue": _one("nb", "pl", "fi", "xx"),
    "url": _one("https://example.org/yp", "http://localhost:8000/", "example.org", "x"),
    "folder": _one("uusi", "uusi/alempi", "."),
    "region": _text,
    "base_language": _one("fi", "sv", "nb", "x"),
    "start": _day,
    "end": _day,
    "parties": _one(TABLE, "ei-ole.csv"),
    "task": _one("1", "raportti", "99"),
    "text": _text,
    "id": _one("uusi", "luoto", "Ei Id"),
    "responsible": _of(*fields.ACTOR_KINDS),
    "lead": _of(*fields.ACTOR_KINDS),
    "partner": _of(*fields.ACTOR_KINDS),
    "nobody": _text,
    "member": _of(*fields.ACTOR_KINDS),
    "rhythm": _text,
    "part_of": _of(*fields.ACTOR_KINDS),
    "official_name": _text,
    "doer": _of(*fields.ACTOR_KINDS),
    "per": _one("year", "term", "kuukausi", "x"),
    "times": _one("1", "4"),
    "first": _day,
    "to": lambda lines, path: lines.day() if path == ("diff",) else lines.of(*fields.ACTOR_KINDS),
    "concerns": _of(*fields.ACTOR_KINDS),
    "decides": _of(*fields.ACTOR_KINDS),
}
"""What each parameter may be given, by its name; words of every kind of record, and odd ones."""
