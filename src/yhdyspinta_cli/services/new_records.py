"""What is given for one new record -> its keys, with what of it could not be understood.

A measure, a body, a party and an obligation are made as a row of a table is (`import_records`);
the kinds that come in no table have their makers here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Need, Project
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.services import import_names, import_records, import_words
from yhdyspinta_cli.services.import_keys import Keys
from yhdyspinta_cli.services.import_records import Draft
from yhdyspinta_cli.services.import_table import Given, TableRow
from yhdyspinta_cli.vocabulary import ActorKind, ProjectKind
from yhdyspinta_cli.vocabulary.rhythms import PERS
from yhdyspinta_cli.wording import typed, words

KINDS: dict[str, type[Record]] = {
    **import_records.KINDS,
    "actor": Actor,
    "need": Need,
    "project": Project,
}
"""The kinds of record of which one is made at a time."""

GivenValues = Mapping[str, Sequence[Given]]
"""What is given, by key; the place of each is the option that gave it."""


def draft(kind: str, kb: KnowledgeBase, given: GivenValues) -> Draft:
    """Return what is said of a record of this kind (`KINDS`), and what could not be understood."""
    row = TableRow(0, "", {key: tuple(values) for key, values in given.items() if values}, ())
    keys = Keys(kb, KINDS[kind], ())
    if kind in import_records.KINDS:
        made = import_records.draft(kind, kb, row, keys)
    else:
        made = Draft(kb, row)
        _MAKERS[kind](made, keys)
    if kind in _COMPLETED:
        _COMPLETED[kind](made)
    _name(made)
    return made


def _name(draft: Draft) -> None:
    """Put names in the place of ids that were typed: a label is what a reader is shown."""
    for value in draft.keys.values():
        for seat in value if isinstance(value, list) else (value,):
            if isinstance(seat, dict) and "label" in seat and seat["label"] == seat.get("actor"):
                seat["label"] = draft.kb.entries[seat["actor"]].record.name_shown


def _actor(draft: Draft, keys: Keys) -> None:
    name = draft.line("name") or ""
    draft.keys |= {
        "id": keys.key(draft.line("id"), name),
        "type": _word(draft, "type", get_args(ActorKind)),
        "name": name,
        "part_of": draft.ref("part_of", draft.kb.all_actors),
        "members": _ids(draft, "members"),
        "text": draft.line("text"),
    }


def _need(draft: Draft, keys: Keys) -> None:
    title = draft.line("title") or ""
    draft.keys |= {
        "id": keys.key(draft.line("id"), title),
        "title": title,
        "text": draft.prose("text") or title,
        "interface": draft.ref("interface", draft.kb.interfaces),
        "concerns": _ids(draft, "concerns"),
        "decides": draft.ref("decides", draft.kb.all_actors),
        "measures": _measures(draft),
    }


def _project(draft: Draft, keys: Keys) -> None:
    name = draft.line("name") or ""
    draft.keys |= {
        "id": keys.key(draft.line("id"), name),
        "type": _word(draft, "type", get_args(ProjectKind)),
        "name": name,
        "part_of": draft.ref("part_of", draft.kb.all_actors),
        "interface": draft.ref("interface", draft.kb.interfaces),
        "start": _moment(draft, "start"),
        "text": draft.prose("text"),
    }


_MAKERS: dict[str, Callable[[Draft, Keys], None]] = {
    "actor": _actor,
    "need": _need,
    "project": _project,
}


def _nobody(draft: Draft) -> None:
    """Put down what is printed where the source itself says that nobody answers."""
    printed = draft.line("nobody")
    if printed is not None and draft.keys.get("responsible") is None:
        draft.keys["nobody"] = {"label": printed}
        draft.unclear = [one for one in draft.unclear if one.printed != import_records.NOTHING]


def _rhythm(draft: Draft) -> None:
    """Put down how often a duty comes, or by when once, which a table tells in words only."""
    if draft.line("per") is None:
        by = import_words.moment(draft.line("due") or "")
        if by is not None:
            draft.keys["rhythm"] = {**(draft.keys.get("rhythm") or {}), "by": by}
        return
    told: dict[str, object] = {
        "per": _word(draft, "per", PERS),
        "printed": draft.line("rhythm"),
    }
    for key in ("times", "due"):
        written = draft.line(key)
        if written is not None:
            told[key] = int(written) if written.isdecimal() and written.isascii() else written
    draft.keys["rhythm"] = {key: value for key, value in told.items() if value is not None}


_COMPLETED: dict[str, Callable[[Draft], None]] = {"measure": _nobody, "obligation": _rhythm}


def _word(draft: Draft, key: str, among: Sequence[str]) -> str | None:
    """Return which word of a closed set is said, as the data has it or as an answer prints it."""
    given = draft.row.one(key)
    if given is None:
        return None
    meant = words.meant(plain_text.one_line(given.text), among)
    if meant is None:
        draft.fault(
            _("{written} is none of: {words}").format(
                written=quoted(given.text), words=typed.listed(among, words.word)
            ),
            given,
        )
    return meant


def _ids(draft: Draft, key: str) -> list[str] | None:
    found = [named.record.id for named in draft.named(key) if named.record is not None]
    return found or None


def _measures(draft: Draft) -> list[str] | None:
    found = []
    for given in draft.row.all("measures"):
        for named in import_names.several(given.text, draft.kb.measures):
            if named.record is not None:
                found.append(named.record.id)
            else:
                draft.doubt(given, "measures", named.printed, named.why)
    return found or None


def _moment(draft: Draft, key: str) -> object:
    given = draft.row.one(key)
    if given is None:
        return None
    found = import_words.moment(plain_text.one_line(given.text))
    if found is None:
        draft.fault(import_records.no_day(given), given)
    return found
