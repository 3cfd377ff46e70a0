"""What differs between two states of the records: which are new, dropped or renamed, what of each.

Two states are all that is compared: of one knowledge base at two revisions, or of two. Nothing is
known here of days, of git or of files; what a difference means is told by who asks.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import year_of
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record

EditKind = Literal["added", "removed", "changed", "moved"]

_NO_RENAMES: Mapping[str, str] = {}


@frozen
class Edit:
    """One thing that a record tells in another way than before.

    `steps` lead to it: keys of fields and, after that of a list, what tells the item from the
    others (its id, its actor, its text): ``("responsible", "kuopio", "role")``. `name` is the last
    field among them, `was_in` and `is_in` are the nouns that have that field, `before` and `after`
    what it holds: the value, or the item of its list that was added or removed. What is not told
    is None, or as in an empty noun. `record` is the id of the innermost record that it is of.
    """

    kind: EditKind
    steps: tuple[str, ...]
    name: str
    record: str
    was_in: Noun
    is_in: Noun
    before: object
    after: object


@frozen
class Difference:
    """A record that is new (`before` is None), dropped (`after` is None), or told in another way.

    A record that stands inside another one is told as an edit of that one.
    """

    before: Record | None
    after: Record | None
    edits: tuple[Edit, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was where it is no more."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found

    @property
    def is_renamed(self) -> bool:
        """True where the record has another id than before."""
        return (
            self.before is not None and self.after is not None and self.before.id != self.after.id
        )


def between(before: Mapping[str, Record], after: Mapping[str, Record]) -> tuple[Difference, ...]:
    """Return what differs between two states, records by their ids as `records` gives them.

    In the order of the state after; what is dropped comes last, in the order of the state before.
    """
    dropped = [
        record for key, record in before.items() if not _is_same_kind(record, after.get(key))
    ]
    new = [record for key, record in after.items() if not _is_same_kind(record, before.get(key))]
    earlier = _renamed(dropped, new)
    lasting = {key: earlier.get(key) or before.get(key) for key in after}
    gone = {was.id for was in earlier.values()}
    names = {was.id: key for key, was in earlier.items()}
    for key, was in lasting.items():
        if was is not None and was != after[key]:
            names |= _renamed_inside(was, after[key])
    found = []
    for key, record in after.items():
        was = lasting[key]
        if was is None or was.kind != record.kind:
            found.append(Difference(None, record))
        elif was is not record and was != record:
            edits = compared(was, record, names)
            if edits or was.id != key:
                found.append(Difference(was, record, edits))
    found += [Difference(record, None) for record in dropped if record.id not in gone]
    return tuple(found)


def records(kb: KnowledgeBase) -> dict[str, Record]:
    """Return the records of a knowledge base that stand in no other one, by their ids."""
    return outermost(entry.record for entry in kb.entries.values())


def _renamed_inside(before: Record, after: Record) -> dict[str, str]:
    """Return the new ids of the records in a record that go on under another one, by the old."""
    if not walk.may_hold_records(type(before)) or before.kind != after.kind:
        return {}
    olds, news = ({one.id: one for _route, one in walk.records(r)} for r in (before, after))
    dropped = [one for key, one in olds.items() if key not in news and one is not before]
    new = [one for key, one in news.items() if key not in olds and one is not after]
    return {was.id: key for key, was in _renamed(dropped, new).items()}


def outermost(found: Iterable[Record]) -> dict[str, Record]:
    """Return those of the records that stand in none of the others, by their ids."""
    kept = {record.id: record for record in found}
    inside = {
        one.id
        for record in kept.values()
        if walk.may_hold_records(type(record))
        for _route, one in walk.records(record)
        if one is not record
    }
    return {key: record for key, record in kept.items() if key not in inside}


def compared(
    before: Record, after: Record, renamed: Mapping[str, str] = _NO_RENAMES
) -> tuple[Edit, ...]:
    """Return what a record tells in another way than it did, in the order of its fields.

    A reference that follows a record to its new id (`renamed`: the new ids by the old ones) tells
    the same.
    """
    return tuple(_of_nouns(before, after, (), after.id, renamed))


def _is_same_kind(record: Record, other: Record | None) -> bool:
    return other is not None and other.kind == record.kind


def _renamed(dropped: Sequence[Record], new: Sequence[Record]) -> dict[str, Record]:
    """Return which record was dropped for which new one, by the new one's id.

    It goes on under another id where its kind and its code, its name or its text are the same and
    no other's. A report has no name of its own: all of it must be the same.
    """
    found: dict[str, Record] = {}
    gone = {record.id: record for record in dropped}
    for signs in (_code, _name, _text):
        olds, news = (
            _sole(gone.values(), signs),
            _sole((one for one in new if one.id not in found), signs),
        )
        for sign, record in news.items():
            if sign in olds:
                found[record.id] = gone.pop(olds[sign].id)
    return found


Sign = tuple[str, object]


def _code(record: Record) -> Sign | None:
    return (record.kind, record.code) if isinstance(record, Measure) else None


def _name(record: Record) -> Sign | None:
    if year_of(record) is not None:
        return record.kind, tuple(
            repr(getattr(record, name)) for name in fields_of(type(record)) if name != "id"
        )
    return record.kind, record.name_shown


def _text(record: Record) -> Sign | None:
    text = getattr(record, "text", None)
    return (record.kind, text) if text and year_of(record) is None else None


def _sole(found: Iterable[Record], sign: Callable[[Record], Sign | None]) -> dict[Sign, Record]:
    """Return the records that have a sign which no other of them has, by it."""
    signed = [(told, record) for record in found if (told := sign(record)) is not None]
    times = Counter(told for told, _record in signed)
    return {told: record for told, record in signed if times[told] == 1}


def _of_nouns(
    before: Noun, after: Noun, steps: tuple[str, ...], record: str, renamed: Mapping[str, str]
) -> Iterator[Edit]:
    """Yield what differs between two nouns of one class, the id apart.

    A noun in a field is told whole (a rhythm, a target); an item of a list field by field.
    """
    for name in fields_of(type(after)):
        was, now = getattr(before, name), getattr(after, name)
        if name == "id" or (was == now and _written(before, name) == _written(after, name)):
            continue
        if isinstance(was, tuple) and isinstance(now, tuple):
            yield from _of_lists(before, after, name, steps, record, renamed)
        elif isinstance(was, dict) and isinstance(now, dict):
            yield from _of_maps(before, after, name, steps, record)
        elif not walk.is_reference(type(after), name) or renamed.get(was, was) != now:
            yield Edit("changed", (*steps, name), name, record, before, after, was, now)


def _written(noun: Noun, name: str) -> object:
    """Return what the file has in a field, with the words of a knowledge base's own."""
    value = getattr(noun, name)
    return noun.as_written(name, value) if isinstance(noun, Worded) else value


def _of_maps(
    before: Noun, after: Noun, name: str, steps: tuple[str, ...], record: str
) -> Iterator[Edit]:
    was, now = getattr(before, name), getattr(after, name)
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key):
            kind: EditKind = "added" if key not in was else "changed" if key in now else "removed"
            place = (*steps, name, key)
            yield Edit(kind, place, name, record, before, after, was.get(key), now.get(key))


def _of_lists(
    before: Noun,
    after: Noun,
    name: str,
    steps: tuple[str, ...],
    record: str,
    renamed: Mapping[str, str],
) -> Iterator[Edit]:
    """Yield what was added to a list, removed, told otherwise, or put in another order."""
    follows = renamed if walk.is_reference(type(after), name) else _NO_RENAMES
    olds, news = _items(before, name), _items(after, name)
    of_new = _paired(olds, news, follows)
    for number, new in enumerate(news):
        place = (*steps, name, _sign(new))
        if number not in of_new:
            yield Edit("added", place, name, record, before, after, None, new)
            continue
        old = olds[of_new[number]]
        if isinstance(old, Noun) and isinstance(new, Noun) and old != new:
            inner = new.id if isinstance(new, Record) else record
            yield from _of_nouns(old, new, place, inner, renamed)
    for number, old in enumerate(olds):
        if number not in of_new.values():
            place = (*steps, name, _sign(old))
            yield Edit("removed", place, name, record, before, after, old, None)
    kept = [of_new[number] for number in sorted(of_new)]
    if kept != sorted(kept):
        yield Edit("moved", (*steps, name), name, record, before, after, olds, news)


def _items(noun: Noun, name: str) -> tuple[object, ...]:
    written = _written(noun, name)
    assert isinstance(written, tuple)
    return written


def _paired(
    olds: Sequence[object], news: Sequence[object], renamed: Mapping[str, str]
) -> dict[int, int]:
    """Return which old item each new one is: its equal, else the next that bears the same sign."""
    found: dict[int, int] = {}
    signs = [renamed.get(sign, sign) for sign in map(_sign, olds)]
    free = dict.fromkeys(range(len(olds)))
    for is_equal in (True, False):
        for number, new in enumerate(news):
            if number in found:
                continue
            sign = _sign(new)
            for one in free:
                if signs[one] == sign and (not is_equal or olds[one] == new):
                    found[number] = one
                    del free[one]
                    break
    return found


_SIGNS = ("id", "actor", "party", "statute", "document", "number", "label", "title", "name", "text")
"""The fields that tell a noun from the others of its list, the surest first."""


def _sign(item: object) -> str:
    """Return what tells an item from the others of its list."""
    if isinstance(item, Noun):
        told = (getattr(item, name, None) for name in _SIGNS)
        return next((one for one in told if isinstance(one, str)), repr(item))
    return str(item)
