"""What may be written at a place: keys, ids with their names, words of closed sets."""

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from yhdyspinta_cli.editor import hover
from yhdyspinta_cli.editor.desk import Judgement, is_private
from yhdyspinta_cli.editor.place import Cursor
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import annotations, own_words, walk
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import FieldSpec, Noun, fields_of
from yhdyspinta_cli.wording import own_words as own_wording
from yhdyspinta_cli.wording import words
from yhdyspinta_cli.wording.field_names import field_name


@frozen
class Offer:
    """What may be written: shown as `label` with its `detail`, found by what stands in `found_by`.

    `told` is Markdown; `written` is what is put there.
    """

    kind: Literal["key", "id", "word"]
    label: str
    detail: str
    written: str
    found_by: str = ""
    told: str = ""


def at(cursor: Cursor, judgement: Judgement) -> list[Offer]:
    """Return what may stand at a place, in the order in which it is shown."""
    if cursor.lists is not None:
        return [
            Offer("key", name, _(BY_WORD[record.kind].title), f"{name}:")
            for name, record in cursor.lists.items()
            if name not in cursor.taken
        ]
    found: list[Offer] = []
    if not cursor.is_value:
        found += _keys(cursor, judgement)
    if cursor.holder is not None:
        found += _values(cursor, cursor.holder, judgement)
    return found


def _keys(cursor: Cursor, judgement: Judgement) -> Iterator[Offer]:
    if cursor.own_fields_of:
        declared = judgement.kb.agreement.own_fields(cursor.own_fields_of)
        for name, own in declared.items():
            yield Offer("key", name, own.label, f"{name}: ")
        return
    noun = cursor.noun
    if noun is None:
        return
    fields = sorted(fields_of(noun).items(), key=lambda one: not one[1].required)
    for name, spec in fields:
        if name not in cursor.taken:
            is_nested = _is_nested(spec)
            written = f"{name}:" if is_nested else f"{name}: "
            yield Offer("key", name, field_name(name), written, told=hover.key(noun, name))


def _is_nested(spec: FieldSpec) -> bool:
    """True where what a key takes stands on the lines below it."""
    is_many = get_origin(spec.annotation) in (tuple, dict)
    return is_many or walk.noun_inside(spec.annotation) is not None


def _values(cursor: Cursor, holder: type[Noun], judgement: Judgement) -> Iterator[Offer]:
    spec = fields_of(holder)[cursor.key]
    # A record's own id is new; below a key whose nouns have keys an id alone is no item.
    inner = walk.noun_inside(spec.annotation)
    if inner is not None and inner is not Membership:
        return
    if not cursor.is_value and get_origin(spec.annotation) is not tuple:
        return
    reference = walk.reference_of(holder, cursor.key)
    if reference is not None:
        yield from _ids(reference, judgement)
    own = walk.own_sets(holder).get(cursor.key)
    if own is not None:
        for word, means in judgement.kb.agreement.own_words.of(own.of).items():
            yield Offer("word", word, words.word(means), word)
    known = annotations.closed(spec.annotation)
    standard = own_words.standard(own.of) if own is not None else known
    for word in (*standard, *(reference.besides if reference and own is None else ())):
        yield Offer("word", word, words.word(word), word, f"{word} {words.word(word)}")
    if _holds_flag(spec.annotation):
        for is_so in (True, False):
            yield Offer("word", str(is_so).lower(), words.yes_or_no(is_so), str(is_so).lower())


def _holds_flag(annotation: object) -> bool:
    return annotation is bool or any(map(_holds_flag, get_args(annotation)))


def _ids(reference: Ref, judgement: Judgement) -> Iterator[Offer]:
    """Yield the records that may be named, kind by kind as a name is looked up."""
    entries = judgement.kb.entries.values()
    for kind in reference.kinds:
        for entry in entries:
            record = entry.record
            if record.kind != kind or is_private(entry.path):
                continue
            code = f"{record.code} " if isinstance(record, Measure) else ""
            yield Offer(
                "id",
                record.id,
                f"{code}{record.name_shown} ({own_wording.kind(record)})",
                record.id,
                f"{record.id} {code}{' '.join(record.names)}",
            )
