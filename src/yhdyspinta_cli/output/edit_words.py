"""One thing that a record tells in another way than before, in words: what, from what, to what."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from difflib import SequenceMatcher
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Responsibility
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import noun_phrases, own_fields, phrases, titles
from yhdyspinta_cli.queries.edits import Edit
from yhdyspinta_cli.vocabulary import Role
from yhdyspinta_cli.wording import quotes
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.words import word

_LONG = 60
"""A text of more letters is not told whole: only where it differs, and some words around."""

_AROUND = 3

_CONTACT = "contact"


@frozen
class Sides:
    """The two knowledge bases that tell what the ids of an edit are called: before and after.

    `most` is how many letters are told of what was, and of what is; none for all of them.
    """

    before: KnowledgeBase
    after: KnowledgeBase
    most: int | None = None


def words(sides: Sides, edit: Edit) -> str:
    """Return an edit as a sentence without a full stop, after the part of the record it is of."""
    item = edit.after if edit.kind == "added" else edit.before
    # Other records have a field of that name, too, with ids in it.
    if isinstance(item, Responsibility) and edit.kind in ("added", "removed"):
        return _responsible(sides, edit)
    inside, told = _inside(sides, edit), _told(sides, edit)
    return _("{part}: {change}").format(part=inside, change=told) if inside else told


def discreet(sides: Sides, edit: Edit) -> str:
    """Return an edit in words that repeat no free text: of a text only that it was changed.

    Why it was changed may be that it had to go.
    """
    if all(_is_no_text(noun, edit.name, value) for noun, value in _ends(edit)):
        return words(sides, edit)
    return _("{field}: changed").format(field=_field(sides, edit))


def of(sides: Sides, record: Record, edit: Edit) -> str:
    """Return an edit of a record in words; no text that may have had to go is repeated."""
    return (discreet if may_have_to_go(record, edit) else words)(sides, edit)


def may_have_to_go(record: Record, edit: Edit) -> bool:
    """True where an edit is of a text in a report, or of a person's contact that was taken away."""
    is_of_a_person = edit.name == _CONTACT and edit.before is not None
    if not (is_recorded(record) or is_of_a_person):
        return False
    return not all(_is_no_text(noun, edit.name, value) for noun, value in _ends(edit))


def _ends(edit: Edit) -> tuple[tuple[Noun, object], tuple[Noun, object]]:
    return (edit.was_in, edit.before), (edit.is_in, edit.after)


def _is_no_text(noun: Noun, name: str, value: object) -> bool:
    """True for what is no more than a day, a number, a word of a closed set or a name's id."""
    if isinstance(value, str):
        return walk.is_reference(type(noun), name) or phrases.is_enumerated(type(noun), name)
    # Of a moment only the day would be told, and that may be the same.
    is_plain = value is None or isinstance(value, int | Decimal | date | Moment)
    return is_plain and not isinstance(value, datetime)


def _told(sides: Sides, edit: Edit) -> str:
    name = _field(sides, edit)
    before = _value(sides.before, edit.was_in, edit, edit.before)
    after = _value(sides.after, edit.is_in, edit, edit.after)
    if edit.kind == "moved":
        return _("{field}: in another order").format(field=name)
    said = of_data if _is_of_data(edit) else str
    if not before or not after:
        value = said(shortened(before or after, sides.most and 2 * sides.most))
        told = _("{field}: {value} was removed") if before else _("{field}: {value} was added")
        return told.format(field=name, value=value)
    if max(len(before), len(after)) > _LONG:
        before, after = where_it_differs(before, after)
    before, after = (said(shortened(one, sides.most)) for one in (before, after))
    return _("{field}: {before} → {after}").format(field=name, before=before, after=after)


def _is_of_data(edit: Edit) -> bool:
    """True where a text or a name is told; a day, a number or a closed set's word is said by us."""
    ends = [(noun, value) for noun, value in _ends(edit) if value is not None]
    return any(
        isinstance(one, str) and not phrases.is_enumerated(type(noun), edit.name)
        for noun, value in ends
        for one in (value if isinstance(value, tuple) else (value,))
    )


def _responsible(sides: Sides, edit: Edit) -> str:
    """Return who answers for a measure now, or does no more, and what for."""
    is_new = edit.kind == "added"
    one, kb = (edit.after, sides.after) if is_new else (edit.before, sides.before)
    assert isinstance(one, Responsibility)
    part = f" ({one.part})" if one.part else ""
    who = of_data(kb.name(one.actor) + part) + noun_phrases.its_days(one)
    return (_added_as if is_new else _removed_from)(one.role).format(actor=who)


def _added_as(role: Role) -> str:
    match role:
        case "responsible":
            return _("{actor} was added as responsible")
        case "lead":
            return _("{actor} was added as lead")
        case "partner":
            return _("{actor} was added as partner")
        case "consulted":
            return _("{actor} was added among those to be consulted")
        case "informed":
            return _("{actor} was added among those to be informed")
        case _:
            assert_never(role)


def _removed_from(role: Role) -> str:
    match role:
        case "responsible":
            return _("{actor} was removed from the responsible")
        case "lead":
            return _("{actor} was removed from the leads")
        case "partner":
            return _("{actor} was removed from the partners")
        case "consulted":
            return _("{actor} was removed from those to be consulted")
        case "informed":
            return _("{actor} was removed from those to be informed")
        case _:
            assert_never(role)


def _field(sides: Sides, edit: Edit) -> str:
    """Return what the field is called; one of a knowledge base's own by its label."""
    if not _is_of_a_map(edit):
        return field_name(edit.name)
    if edit.name != "extra" or not isinstance(edit.is_in, Record):
        return f"{field_name(edit.name)}, {word(edit.steps[-1])}"
    key, kind = edit.steps[-1], edit.is_in.kind
    own = {**sides.before.agreement.own_fields(kind), **sides.after.agreement.own_fields(kind)}
    return of_data(own[key].label if key in own else key)


def _value(kb: KnowledgeBase, noun: Noun, edit: Edit, value: object) -> str:
    """Return what a field holds, or the item of one; empty for what says nothing."""
    if value in (None, (), {}):
        return ""
    if edit.name == "extra":
        return own_fields.own_text(value)
    if value is getattr(noun, edit.name):
        return phrases.field(kb, noun, edit.name)
    return phrases.item(kb, noun, edit.name, value)


def _inside(sides: Sides, edit: Edit) -> str:
    """Return the part of the record that an edit is of: a record in it, an item of its lists.

    Empty where it is of the record itself.
    """
    own = 1 + (edit.kind in ("added", "removed") or _is_of_a_map(edit))
    if len(edit.steps) <= own:
        return ""
    noun = edit.is_in
    if isinstance(noun, Record):
        return f"{word(noun.kind)} {quotes.of(of_data(noun.name_shown))}"
    key = getattr(noun, "actor", None)
    if isinstance(key, str):
        return of_data(sides.after.name(key))
    part = edit.steps[-own - 1]
    shown = part if titles.has_ids() else sides.after.name(part)
    return " ".join((field_name(edit.steps[-own - 2]), of_data(shown)))


def shortened(text: str, most: int | None) -> str:
    """Return a text that is cut between words where it has more letters than `most`."""
    if most is None or len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def _is_of_a_map(edit: Edit) -> bool:
    """True where the field has names of its own for what it holds: the cases of a name."""
    return edit.name in fields_of(type(edit.is_in)) and isinstance(
        getattr(edit.is_in, edit.name), dict
    )


def where_it_differs(before: str, after: str) -> tuple[str, str]:
    """Return of two texts what differs, each part with a few words around it.

    Parts are joined by an ellipsis; one that is all new is told whole.
    """
    olds, news = before.split(), after.split()
    parts = SequenceMatcher(None, olds, news, autojunk=False).get_grouped_opcodes(_AROUND)
    was, now = [], []
    for group in parts:
        _tag, old, _old_end, new, _new_end = group[0]
        _tag, _old, old_end, _new, new_end = group[-1]
        was.append(_cut(olds, old, old_end))
        now.append(_cut(news, new, new_end))
    return " ".join(was), " ".join(now)


def _cut(written: Sequence[str], begin: int, end: int) -> str:
    """Return some words of a text, with an ellipsis where others stand before and after them."""
    cut = ["…"] * (begin > 0) + list(written[begin:end]) + ["…"] * (end < len(written))
    return " ".join(cut)
