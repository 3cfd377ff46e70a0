"""What is told of a place: who an id is and how it stands, what a key is for, what a word means."""

from yhdyspinta_cli import inert_markdown
from yhdyspinta_cli.editor.desk import Judgement, is_private
from yhdyspinta_cli.editor.place import Cursor
from yhdyspinta_cli.facts import lifetime, standings
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import annotations, walk
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.knowledge_base import Entry
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.output import key_forms
from yhdyspinta_cli.wording import own_words, trails, words
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.key_meanings import meaning


def of(cursor: Cursor, judgement: Judgement) -> str | None:
    """Return what is told of a place, as Markdown; None where nothing is."""
    lists = cursor.lists
    if lists is not None:
        record = lists.get(cursor.word.text)
        return _bold(_(BY_WORD[record.kind].title)) if record is not None else None
    entry = entry_at(cursor, judgement)
    if entry is not None:
        return _record(entry, judgement)
    if (
        not cursor.is_value
        and cursor.noun is not None
        and cursor.word.text in fields_of(cursor.noun)
    ):
        return key(cursor.noun, cursor.word.text)
    return _word(cursor, judgement)


def entry_at(cursor: Cursor, judgement: Judgement) -> Entry | None:
    """Return the record whose id stands at a place; None where none does, or nothing is told."""
    entry = judgement.kb.entries.get(cursor.word.text)
    if entry is None or is_private(entry.path):
        return None
    is_own = cursor.is_value and cursor.key == "id"
    return entry if is_own or reference(cursor) is not None else None


def reference(cursor: Cursor) -> Ref | None:
    """Return which records may be named at a place; None where no id stands there."""
    return walk.reference_of(cursor.holder, cursor.key) if cursor.holder is not None else None


def key(noun: type[Noun], name: str) -> str:
    """Return what a key of a noun is for and what stands after it, as Markdown."""
    spec = fields_of(noun)[name]
    told = meaning(noun.__name__, name)
    required = _("Required") if spec.required else ""
    form = key_forms.form(spec.annotation, spec.marks)
    parts = [_bold(field_name(name)), f"{told}." if told else "", form, required]
    return "\n\n".join(filter(None, parts))


def state_line(entry: Entry, judgement: Judgement) -> str:
    """Return how a record stands in a line; empty where there is nothing to tell."""
    record, kb, day = entry.record, judgement.kb, judgement.day
    if isinstance(record, Measure):
        return own_words.situation(standings.of_whole(kb, record, day))
    ending = lifetime.ending(kb, record.id, day)
    beginning = lifetime.beginning(kb, record.id, day)
    return trails.validity_text(kb, ending, beginning, record.id) or ""


def _record(entry: Entry, judgement: Judgement) -> str:
    record = entry.record
    name = record.name_shown
    if isinstance(record, Measure):
        name = f"{record.code} {name}"
    place = judgement.loaded.locate(entry.path, entry.route)
    stands = state_line(entry, judgement)
    kinds = dict.fromkeys((_(BY_WORD[record.kind].one), own_words.kind(record)))
    parts = [
        _bold(name) + f" – {inert_markdown.inert(', '.join(kinds))}",
        inert_markdown.inert(stands),
        f"`{record.id}`, {place.path}:{place.line}",
    ]
    return "\n\n".join(filter(None, parts))


def _word(cursor: Cursor, judgement: Judgement) -> str | None:
    """Return what a word of a closed set means to a reader."""
    if cursor.holder is None:
        return None
    said, own = cursor.word.text, walk.own_sets(cursor.holder).get(cursor.key)
    means = judgement.kb.agreement.own_words.of(own.of).get(said) if own is not None else None
    if means is not None:
        return f"{_bold(said)} – {words.word(means)}"
    is_known = said in annotations.closed(fields_of(cursor.holder)[cursor.key].annotation)
    return _bold(words.word(said)) if is_known else None


def _bold(text: str) -> str:
    return f"**{inert_markdown.inert(text)}**"
