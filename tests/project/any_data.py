"""Knowledge bases that nobody thought of: made from the models themselves, and changed at random.

Every value comes from the type of its field, so that a new field, kind or word is tried without
a change here. What is made is kept only as long as `validate` accepts it.
"""

import copy
import random
import string
import types
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.document import reader
from yhdyspinta_cli.model import days, fields, own_words, provisions, registered
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.store.source import MemorySource

Data = dict[str, Any]
"""What stands in the files, by their place below `data`."""

Ids = dict[str, list[str]]
"""The ids of the records there are, by kind, and the own words, by their set."""

TEXTS = (
    *("Kuntafoorumi", "Äijälän Öljy ja Åke", "kaupunginjohtaja", "sama kuin YP303", "0", "-"),
    *("2024", "2024-05-14", "1.4.2024 klo 9.30", "ei ole", "kyllä", "no", "~", "1 250,50", "14 %"),
    *("Ä" * 60, "hyvinvointialueyhteistyöryhmä" * 9, "pitkä sana " * 220, "a b"),
    *("<b>&amp;</b><script>alert(1)</script>", "| a | b |", "# otsikko", "* kohta", "[a](b)"),
    *("=1+1", "+358", "@SUM(A1)", "-2+3", "{{ 7 * 7 }}", "{% raw %}", "{n} {0} {}", "%s %(x)s %"),
    *("[red]punainen[/red]", "[/]", "\\[", "`koodi`", "$HOME", '"lainaus"', "'", "\\", "&#x41;"),
    *(
        "§ 14",
        "ẞß",
        "İstanbul ı",
        "Ǆ",
        "ﬁ",
        "Σίσυφος ς",
        "Ђорђе",
        "מועצה",
        "مجلس",
        "会议",
        "👩‍👩‍👧",
    ),
    *("e\u0301\u0301\u0301", unicodedata.normalize("NFD", "Päihdetyön järjestäytyminen")),
    *("hyvin\u00advointi", "1\u00a0250", "\u2028rivi", "a\u200bb", "http://example.invalid/?a=b"),
)
ADDRESSES = (
    *("https://example.invalid/", "http://example.invalid:80/a?b=c#d", "https://äö.invalid/ä"),
    *("mailto:a@example.invalid", "www.example.invalid", "/polku", "https://[::1]/", "https://["),
    *("javascript:alert(1)", "https://a.invalid:99999/", "x", "//a", "https://user:p@a.invalid/"),
)
DATINGS = (
    *("2022-02-14T09:00:00+02:00", "14.2.2022", "31.2.2022", "2022-02-14 klo 9.00", "keväällä"),
    *("2022-02", "2022", "2099-12-31T23:59:59Z", "1900-01-01", "tammi–helmikuu 2022", "x.x.2023"),
)
INSTANTS = (
    *("2023-05-14T10:22:33+03:00", "2023-05-14T07:22:33Z", "1900-01-01T00:00:00+14:00"),
    *("2099-12-31T23:59:59-12:00", "2024-02-29T12:00:00+00:00"),
)
MAILBOXES = (
    *("kirjaamo@example.invalid", "aino.keksitty@example.invalid", "kirjaamo@äö.invalid"),
    *("a+b@x.y.invalid", "!#$%&'*+/=?^_`{|}~-@example.invalid", f"{'a' * 64}@{'b' * 63}.invalid"),
)
ZONES = ("Europe/Helsinki", "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")
BORDERS = (
    *(date(1900, 1, 1), date(2099, 12, 31), date(2024, 2, 29), date(2023, 12, 31)),
    *(date(2022, 1, 1), date(2025, 5, 31), date(2025, 6, 1), date(1999, 12, 31)),
)


def line(chance: random.Random) -> str:
    """Return a text of one line, odd more often than not."""
    if chance.random() < 0.2:
        letters = string.ascii_letters + string.punctuation + " äöÅéßøŋж漢ก\u0308\u0301"
        return "".join(chance.choices(letters, k=chance.choice((1, 2, 20, 200))))
    return chance.choice(TEXTS)


def prose(chance: random.Random) -> str:
    """Return a text that may have several lines."""
    return "\n".join(line(chance) for _ in range(chance.choice((1, 1, 2, 5))))


def day(chance: random.Random) -> date:
    """Return a day at a border, or any of the years that the regions speak of."""
    if chance.random() < 0.3:
        return chance.choice(BORDERS)
    return date(2021, 1, 1) + timedelta(chance.randrange(2200))


def moment(chance: random.Random) -> object:
    """Return a day, a month or a year as a file has it."""
    found = day(chance)
    return chance.choice((found, found, found.isoformat()[:7], found.year))


def dating(chance: random.Random) -> object:
    """Return a day, or what a list prints of one."""
    return chance.choice((*DATINGS, day(chance), 2022))


def key(chance: random.Random) -> str:
    """Return an id that is new, short or as long as it may be."""
    return f"{chance.choice(('uusi', '0', 'a-1', 'x' * 50))}-{chance.randrange(10**6)}"


_BY_VALIDATOR: dict[object, Callable[[random.Random], object]] = {
    fields._line: line,
    fields._prose: prose,
    fields._id: key,
    days.day: day,
    days.moment: moment,
    fields._dating: dating,
    days.instant: lambda chance: chance.choice(INSTANTS),
    registered.zone: lambda chance: chance.choice(ZONES),
    days.year: lambda chance: chance.choice((1900, 2022, 2023, 2024, 2025, 2099)),
    fields._digest: lambda chance: "".join(chance.choices("0123456789abcdef", k=64)),
    registered.mailbox: lambda chance: chance.choice(MAILBOXES),
    registered.country: lambda chance: chance.choice(("FI", "NO", "SE", "AX", "JP")),
    fields._code: lambda chance: chance.choice(("A1", "5.2", "ØHD-1", "T12b", "99", "Z1/2")),
    days.due_day: lambda chance: chance.choice(("04-30", "01-31", "15", "31", "02-29")),
    fields._own_value: lambda chance: chance.choice((line(chance), day(chance), 7, 0.5)),
    provisions._currency: lambda chance: chance.choice(("EUR", "NOK", "JPY")),
}


def value(kind: Any, notes: tuple[Any, ...], name: str, chance: random.Random, ids: Ids) -> Any:
    """Return a value of a field's type; `notes` are what `Annotated` says of it."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *more = get_args(kind)
        return value(inner, (*notes, *more), name, chance, ids)
    for note in notes:
        if isinstance(note, fields.Ref) and not (note.or_text and chance.random() < 0.5):
            known = [one for of_kind in note.kinds for one in ids.get(of_kind, ())]
            return chance.choice(known) if known else "ei-ole"
    for note in notes:
        if isinstance(note, own_words.Own) and (own := ids.get(note.of)) and chance.random() < 0.5:
            return chance.choice(own)
    if name == "url":
        return chance.choice(ADDRESSES)
    for note in notes:
        make = _BY_VALIDATOR.get(getattr(note, "judge", None))
        if make is not None:
            return make(chance)
    if origin in (Union, types.UnionType):
        kinds = [one for one in get_args(kind) if one is not type(None)]
        return value(chance.choice(kinds), (), name, chance, ids)
    if origin is Literal:
        return chance.choice(get_args(kind))
    if origin is tuple:
        count = chance.choice((0, 1, 1, 2, 4))
        return [value(get_args(kind)[0], (), name, chance, ids) for _ in range(count)]
    if origin is dict:
        keys, values = get_args(kind)
        return {
            value(keys, (), name, chance, ids): value(values, (), name, chance, ids)
            for _ in range(chance.randrange(3))
        }
    if isinstance(kind, type) and issubclass(kind, Noun):
        return noun(kind, chance, ids)
    if kind is str:
        return line(chance)
    if kind is bool:
        return chance.random() < 0.5
    if kind is int:
        return chance.choice((0, 1, 1, 2, 4, 12, 99, 100, 10**9))
    if kind is Decimal:
        return chance.choice((0.5, 1250.25, 0.1, 3))
    raise TypeError(f"{name}: no value of {kind!r} is known here")


def noun(kind: type[Noun], chance: random.Random, ids: Ids) -> Data:
    """Return a record or a part of one: what it must have, and some of what it may have."""
    share = chance.choice((0.0, 0.2, 0.6))
    return {
        name: value(field.annotation, tuple(field.marks), name, chance, ids)
        for name, field in fields_of(kind).items()
        if field.required or chance.random() < share
    }


def nouns(kind: type[Noun], data: Any) -> Iterator[tuple[type[Noun], Data]]:
    """Yield a record as its file has it, and every part of it, each with its model."""
    if not isinstance(data, dict):
        return
    yield kind, data
    for name, field in fields_of(kind).items():
        inner = next(_models(field.annotation), None)
        found = data.get(name)
        if inner is not None and found is not None:
            for one in found if isinstance(found, list) else [found]:
                yield from nouns(inner, one)


def _models(kind: Any) -> Iterator[type[Noun]]:
    if isinstance(kind, type) and issubclass(kind, Noun):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def records(data: Data) -> Iterator[tuple[type[Record], Data]]:
    """Yield every record of a file of its own or of a list, with its model."""
    for name, content in data.items():
        if name in ROOT_FILES:
            yield ROOT_FILES[name], content
        elif name in LIST_FILES:
            for group, kind in LIST_FILES[name].items():
                for one in content.get(group) or ():
                    yield kind, one
        elif name.split("/")[0] in FOLDERS:
            yield FOLDERS[name.split("/")[0]], content


def ids_of(data: Data) -> Ids:
    """Return the ids in the data by kind, those of parts that have one as well."""
    found: Ids = {}
    for kind, record in records(data):
        for inner, part in nouns(kind, record):
            if issubclass(inner, Record) and isinstance(part.get("id"), str):
                found.setdefault(inner.kind, []).append(part["id"])
    for of, declared in (data.get(NEEDED, {}).get("vocabulary") or {}).items():
        found[of] = [one["word"] for one in declared]
    return found


def read(folder: Path) -> Data:
    """Return what stands in the files of a folder `data`."""
    found = {}
    for path in sorted(folder.rglob("*.yaml")):
        tree, faults = reader.read(path.name, path.read_bytes())
        assert tree is not None, faults
        found[path.relative_to(folder).as_posix()] = tree.root.plain()
    return found


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write what stands in two places twice: an alias is refused."""
        return True


_Dumper.add_representer(
    Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", str(number))
)


def raw(data: Data) -> dict[str, bytes]:
    """Return the files as bytes."""
    return {
        name: yaml.dump(
            content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6
        ).encode()
        for name, content in data.items()
    }


def is_accepted(files: dict[str, bytes], on: date) -> bool:
    """True where `validate` finds no error on the day."""
    loaded = store.load(MemorySource(files), personal=True)
    return not any(
        found.severity is Severity.ERROR and not found.accepted
        for found in opening.diagnostics(loaded, on)
    )


def copied(data: Data) -> Data:
    """Return the data so that a change of it changes nothing else."""
    return copy.deepcopy(data)


NEEDED = "agreement.yaml"


def change(data: Data, chance: random.Random) -> None:
    """Change one thing: a key left out, set anew or made odd; a record more; a file less."""
    ids = ids_of(data)
    what = chance.random()
    if what < 0.04 and len(data) > 8:
        del data[chance.choice([name for name in data if name != NEEDED])]
        return
    if what < 0.22:
        add(data, chance, ids)
        return
    found = [part for kind, record in records(data) for part in nouns(kind, record)]
    # A file with a hundred records must not keep the others from being changed.
    wanted = chance.choice(sorted({kind.__name__ for kind, _part in found}))
    kind, part = chance.choice([one for one in found if one[0].__name__ == wanted])
    names = [name for name in fields_of(kind) if name != "id"]
    name = chance.choice(names)
    field = fields_of(kind)[name]
    if name in part and not field.required and chance.random() < 0.6:
        if isinstance(part[name], list) and chance.random() < 0.5:
            part[name] = []
        else:
            del part[name]
        return
    made = value(field.annotation, tuple(field.marks), name, chance, ids)
    if isinstance(part.get(name), list) and isinstance(made, list) and chance.random() < 0.6:
        part[name] = [*part[name], *made]
    else:
        part[name] = made


def add(data: Data, chance: random.Random, ids: Ids) -> None:
    """Add a record of any kind in its place."""
    places = [*FOLDERS, *(n for n in LIST_FILES if n in data)]
    place = chance.choice(places)
    if place in FOLDERS:
        record = noun(FOLDERS[place], chance, ids)
        name = record["id"] = key(chance)
        of = record.get("year", str(record.get("on"))[:4])
        year = f"{of}/" if place in BY_YEAR else ""
        data[f"{place}/{year}{name}.yaml"] = record
    else:
        group, kind = chance.choice(sorted(LIST_FILES[place].items(), key=lambda item: item[0]))
        content = data[place]
        content[group] = [*(content.get(group) or ()), noun(kind, chance, ids)]


def smallest(chance: random.Random, on: date) -> Data:
    """Return a knowledge base of nothing but what the models say, as `validate` accepts it."""
    ids: Ids = {"interface": ["a"], "document": ["d"], "party": ["p"]}
    while True:
        agreement = noun(ROOT_FILES[NEEDED], chance, ids)
        agreement["documents"] = [{"id": "d", "name": line(chance), "short": "d"}]
        data: Data = {NEEDED: agreement}
        if chance.random() < 0.8:
            programme = noun(ROOT_FILES["programme.yaml"], chance, ids)
            programme["interfaces"] = [{"id": "a", "title": line(chance), "letter": "A"}]
            data["programme.yaml"] = programme
        if chance.random() < 0.9:
            party = noun(LIST_FILES["parties.yaml"]["parties"], chance, ids)
            data["parties.yaml"] = {"parties": [{**party, "id": "p"}]}
        if is_accepted(raw(data), on):
            return data


def grown(
    data: Data, chance: random.Random, on: date, *, steps: int, at_once: int = 1
) -> dict[str, bytes]:
    """Return the files after so many steps of changes, each kept where `validate` accepts it."""
    kept = raw(data)
    for _ in range(steps):
        tried = copied(data)
        for _ in range(chance.randint(1, at_once)):
            change(tried, chance)
        files = raw(tried)
        if is_accepted(files, on):
            data, kept = tried, files
    return kept
