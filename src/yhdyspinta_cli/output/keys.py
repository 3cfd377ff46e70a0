"""The keys of a record, read from the model: a page, a table, JSON."""

from typing import Any

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import (
    BY_WORD,
    BY_YEAR,
    FOLDERS,
    KINDS,
    LIST_FILES,
    ROOT_FILES,
    Kind,
)
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.output import key_forms, key_fragments, noun_names
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.key_examples import EXAMPLES
from yhdyspinta_cli.output.layout import Block, Column, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.wording import words
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.key_meanings import meaning


@frozen
class Key:
    """A key of a record: its name and meaning, what stands after it, whether it must be there."""

    key: str
    name: str
    meaning: str
    form: str
    required: bool


def keys(noun: type[Noun]) -> tuple[Key, ...]:
    """Return the keys that a noun takes, in the order of the model."""
    return tuple(
        Key(
            name,
            field_name(name),
            meaning(noun.__name__, name),
            key_forms.form(field.annotation, field.marks),
            field.required,
        )
        for name, field in fields_of(noun).items()
    )


def nested(noun: type[Noun]) -> tuple[type[Noun], ...]:
    """Return the nouns that stand inside a noun, each once, in the order they are met."""
    found: dict[type[Noun], None] = {}
    waiting = [noun]
    while waiting:
        for field in fields_of(waiting.pop(0)).values():
            inner = walk.noun_inside(field.annotation)
            if inner is not None and inner is not noun and inner not in found:
                found[inner] = None
                waiting.append(inner)
    return tuple(found)


def noun(said: str) -> type[Noun] | None:
    """Return what stands inside records by its word or its name in any language; else None."""
    among = noun_names.WORDS
    found = words.meant(
        said,
        among,
        lambda word: noun_names.name(among[word]),
        lambda word: among[word].__name__.casefold(),
    )
    return among[found] if found is not None else None


def page_of(inner: type[Noun]) -> Page:
    """The keys of something that stands inside records."""
    blocks: tuple[Block, ...] = (Heading(noun_names.heading(inner)), _table(inner))
    return (*blocks, *_example(example(inner)))


def example(noun: type[Noun]) -> str:
    """Return an example of a record or of what stands inside one; empty where there is none."""
    own = BY_WORD.get(getattr(noun, "kind", ""))
    text = EXAMPLES.get(own.word, "") if own else key_fragments.fragment(noun)
    return text + key_fragments.besides(noun)


def _example(text: str) -> tuple[Block, ...]:
    # Every line of a file begins where it stands: blanks at the start of one are kept.
    return (Heading(_("Example")), Paragraph(text.rstrip("\n"))) if text else ()


def place(kind: Kind) -> str:
    """Return where records of a kind are written, "" for what stands inside another record."""
    for name, record in ROOT_FILES.items():
        if record is kind.record:
            return f"data/{name}"
    # A counterpart stands in a list, or in a file of its own.
    found = [
        f"data/{name}: {key}"
        for name, lists in LIST_FILES.items()
        for key, record in lists.items()
        if record is kind.record
    ]
    for name, record in FOLDERS.items():
        if record is kind.record:
            year = "YEAR/" if name in BY_YEAR else ""
            found.append(f"data/{name}/{year}ID.yaml")
    return ", ".join(found)


def holders(kind: Kind) -> tuple[str, ...]:
    """Return the kinds inside whose records records of a kind stand."""
    return tuple(
        other.plural
        for other in KINDS
        if any(
            walk.noun_inside(field.annotation) is kind.record
            for field in fields_of(other.record).values()
        )
    )


def _holders(kind: Kind) -> str:
    return ", ".join(holders(kind))


def _place_shown(kind: Kind) -> str:
    """Return the place of a kind for a reader, who puts a year and an id where it says so."""
    return place(kind).replace("YEAR/", _("YEAR") + "/").replace("ID.yaml", _("ID") + ".yaml")


def answer(kind: Kind) -> Answer:
    """The keys of a kind, ready to be given in any form."""
    return Answer("keys", lambda _width: page(kind), lambda: table(kind), lambda: json(kind))


def noun_answer(noun: type[Noun]) -> Answer:
    """The keys of what stands inside a record; only a reader is told them."""
    return Answer("keys", lambda _width: page_of(noun), None, dict)


def kinds_answer() -> Answer:
    """The kinds of record and their files, ready to be given in any form.

    A reader is told what stands inside records, too.
    """
    return Answer("record-kinds", lambda _width: _kinds_page(), kinds, kinds_json)


def _kinds_page() -> Page:
    return (kinds(), Heading(_("Inside records")), _inside())


def _inside() -> Table:
    """What stands inside records and has a page of its own, and inside which kinds."""
    columns: tuple[Column[str], ...] = (
        Column("word", _("Word"), lambda word: word),
        Column("name", _("Name"), lambda word: noun_names.heading(noun_names.WORDS[word])),
        Column("kinds", _("Inside"), lambda word: _kinds_with(noun_names.WORDS[word])),
    )
    known = {inner for kind in KINDS for inner in nested(kind.record)}
    return Table.of(columns, (w for w, inner in noun_names.WORDS.items() if inner in known))


def _kinds_with(noun: type[Noun]) -> str:
    """Return inside which kinds a noun stands; those of all are not listed."""
    found = [kind.plural for kind in KINDS if noun in nested(kind.record)]
    return ", ".join(found) if len(found) < len(KINDS) else _("all kinds")


def page(kind: Kind) -> Page:
    """The keys of a kind for a reader, then those of everything that stands inside it."""
    inside = _holders(kind)
    where = ((_("File"), _place_shown(kind)), (_("Inside"), inside))
    blocks: list[Block] = [Heading(_(kind.title)), Pairs(where)]
    blocks.append(_table(kind.record))
    for noun in nested(kind.record):
        blocks += [Heading(noun_names.heading(noun)), _table(noun)]
    return (*blocks, *_example(example(kind.record)))


def _table(noun: type[Noun]) -> Table:
    return Table(
        (_("Key"), _("Required"), _("What it says"), _("What stands there")),
        tuple((k.key, _("yes") if k.required else "", k.meaning, k.form) for k in keys(noun)),
    )


def table(kind: Kind) -> Table:
    """A row a key, for a spreadsheet: the kind's own, then those of what stands inside it."""
    columns: tuple[Column[tuple[str, Key]], ...] = (
        Column("noun", _("Of"), lambda found: found[0]),
        Column("key", _("Key"), lambda found: found[1].key),
        Column("required", _("Required"), lambda found: _("yes") if found[1].required else None),
        Column("name", _("What it says"), lambda found: found[1].name),
        Column("form", _("What stands there"), lambda found: found[1].form),
        Column("meaning", _("What it is for"), lambda found: found[1].meaning),
    )
    nouns = (kind.record, *nested(kind.record))
    return Table.of(columns, ((noun_names.name(noun), k) for noun in nouns for k in keys(noun)))


def kinds() -> Table:
    """Every kind of record with the place where it is written."""
    columns: tuple[Column[Kind], ...] = (
        Column("kind", _("Kind"), lambda kind: kind.plural),
        Column("name", _("Name"), lambda kind: _(kind.title)),
        Column("file", _("File or kind"), lambda kind: _place_shown(kind) or _holders(kind)),
    )
    return Table.of(columns, KINDS)


def kinds_json() -> list[dict[str, Any]]:
    """The documented JSON form of the kinds."""
    return [
        row | {"file": place(kind) or _holders(kind)}
        for kind, row in zip(KINDS, kinds().json(), strict=True)
    ]


def json(kind: Kind) -> dict[str, Any]:
    """The documented JSON form of the keys of a kind."""
    return {
        "kind": kind.plural,
        "file": place(kind),
        "inside": list(holders(kind)),
        "example": example(kind.record) or None,
        "nouns": [
            {
                "name": noun.__name__,
                "keys": [
                    {
                        "key": k.key,
                        "required": k.required,
                        "name": k.name,
                        "meaning": k.meaning,
                        "form": k.form,
                    }
                    for k in keys(noun)
                ],
            }
            for noun in (kind.record, *nested(kind.record))
        ],
    }
