"""What differs between two states of the records: which are new, dropped or renamed, what of each.

Two states are all that is compared: of one knowledge base at two revisions, or of two. Nothing is
known here of days, of git or of files; what a difference means is told by who asks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import alike, renames

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


def between(
    before: Mapping[str, Record],
    after: Mapping[str, Record],
    may_matter: Callable[[Record, Record], bool] = lambda _was, _now: True,
) -> tuple[Difference, ...]:
    """Return what differs between two states, records by their ids as `records` gives them.

    In the order of the state after; what is dropped comes last, in the order of the state before.
    Of a record that is there before and after nothing is told where that cannot matter.
    """
    dropped = [
        record for key, record in before.items() if not _is_same_kind(record, after.get(key))
    ]
    new = [record for key, record in after.items() if not _is_same_kind(record, before.get(key))]
    earlier = renames.renamed(dropped, new)
    found: list[Difference] = []
    pairs: list[tuple[Record | None, Record]] = []
    for key, record in after.items():
        was = earlier.get(key) or before.get(key)
        if was is None or was.kind != record.kind:
            pairs.append((None, record))
        elif was is not record and may_matter(was, record) and was != record:
            pairs.append((was, record))
    names = {was.id: key for key, was in earlier.items()} | renames.inside(pairs)
    reports = renames.of_reports(dropped, new, names)
    names |= {was.id: key for key, was in reports.items()}
    earlier |= reports
    for was, record in ((reports.get(record.id, was), record) for was, record in pairs):
        edits = compared(was, record, names) if was is not None else ()
        if was is None or edits or was.id != record.id:
            found.append(Difference(was, record, edits))
    gone_on = {was.id for was in earlier.values()}
    found += [Difference(record, None) for record in dropped if record.id not in gone_on]
    return tuple(found)


def records(kb: KnowledgeBase) -> dict[str, Record]:
    """Return the records of a knowledge base that stand in no other one, by their ids."""
    return outermost(entry.record for entry in kb.entries.values())


def legible(
    before: KnowledgeBase, after: KnowledgeBase, found: Iterable[Difference]
) -> tuple[Difference, ...]:
    """Return what differs without what only one of two states can read.

    A record that cannot be read in one of them is neither new nor dropped: its file has a fault.
    """
    return tuple(
        one
        for one in found
        if not (one.before is None and _is_unread(before, one.record))
        and not (one.after is None and _is_unread(after, one.record))
    )


def _is_unread(kb: KnowledgeBase, record: Record) -> bool:
    return record.id in kb.unread or record.kind in kb.unread_kinds


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


def _of_nouns(
    before: Noun, after: Noun, steps: tuple[str, ...], record: str, renamed: Mapping[str, str]
) -> Iterator[Edit]:
    """Yield what differs between two nouns of one class, but for the id of a record.

    A noun in a field is told whole (a rhythm, a target); an item of a list field by field.
    """
    is_worded = isinstance(after, Worded)
    for name in fields_of(type(after)):
        was, now = getattr(before, name), getattr(after, name)
        if name == "id" and isinstance(after, Record):
            continue
        if was is now and not is_worded:
            continue
        if was == now and (not is_worded or _written(before, name) == _written(after, name)):
            continue
        if isinstance(was, tuple) and isinstance(now, tuple):
            yield from _of_lists(before, after, name, steps, record, renamed)
        elif isinstance(was, dict) and isinstance(now, dict):
            yield from _of_maps(before, after, name, steps, record)
        elif was == now or not alike.tells_the_same(before, after, name, renamed):
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
    olds, news = _items(before, name), _items(after, name)
    holds_ids = walk.is_reference(type(after), name)
    is_followed = holds_ids or any(isinstance(one, Noun) for one in (*olds, *news))
    of_new = _paired(olds, news, renamed if is_followed else _NO_RENAMES)
    for number, new in enumerate(news):
        place = (*steps, name, sign(new))
        if number not in of_new:
            yield Edit("added", place, name, record, before, after, None, new)
            continue
        old = olds[of_new[number]]
        if isinstance(old, Noun) and isinstance(new, Noun) and old != new:
            inner = new.id if isinstance(new, Record) else record
            if isinstance(old, Record) and old.id != inner:
                yield Edit("changed", (*place, "id"), "id", inner, old, new, old.id, inner)
            yield from _of_nouns(old, new, place, inner, renamed)
    for number, old in enumerate(olds):
        if number not in of_new.values():
            place = (*steps, name, sign(old))
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
    """Return which old item each new one is: its equal, else the most alike with the same sign."""
    found: dict[int, int] = {}
    free: dict[str, list[int]] = {}
    for one, item in enumerate(olds):
        told = sign(item)
        free.setdefault(renamed.get(told, told), []).append(one)
    others: dict[str, list[int]] = {}
    for number, new in enumerate(news):
        told = sign(new)
        among = free.get(told, ())
        equal = next((one for one in among if alike.is_same(olds[one], new, renamed)), None)
        if equal is None:
            others.setdefault(told, []).append(number)
        else:
            found[number] = equal
            free[told].remove(equal)
    for told, numbers in others.items():
        pairs = ((number, one) for number in numbers for one in free.get(told, ()))
        for number, one in sorted(pairs, key=lambda pair: -_alike(olds[pair[1]], news[pair[0]])):
            if number not in found and one not in found.values():
                found[number] = one
    return found


def _alike(one: object, other: object) -> int:
    """Return how many fields of two items of a list hold the same."""
    if not isinstance(one, Noun) or type(one) is not type(other):
        return 0
    return sum(getattr(one, name) == getattr(other, name) for name in fields_of(type(one)))


_SIGNS = ("id", "actor", "party", "statute", "document", "number", "label", "title", "name", "text")
"""The fields that tell a noun from the others of its list, the surest first."""


def sign(item: object) -> str:
    """Return what tells an item from the others of its list, as the steps of an edit have it."""
    if isinstance(item, Noun):
        told = (getattr(item, name, None) for name in _SIGNS)
        return next((one for one in told if isinstance(one, str)), repr(item))
    return str(item)


def gone(kb: KnowledgeBase, found: Iterable[Difference]) -> Iterator[Record]:
    """Yield the records, also those inside others, that differences knew and that are no more."""
    for one in found:
        if one.before is not None:
            for _route, record in walk.records(one.before):
                if record.id not in kb.entries:
                    yield record
