"""Differences carried out upon the records of which they were told: what they leave out shows."""

from collections.abc import Iterable, Mapping
from typing import Any

from yhdyspinta_cli.model import as_written, walk
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries.edits import Difference, Edit

Records = Mapping[str, Record]


def changed(noun: Any, **fields: object) -> Any:
    """Return a noun with other values in some fields."""
    kind: type[Noun] = type(noun)
    held = {name: getattr(noun, name) for name in fields_of(kind)}
    made = kind(**{**held, **fields})
    if isinstance(noun, Worded):
        made.__dict__.update({key: own for key, own in noun.__dict__.items() if key == "_own"})
    return made


def replayed(records: Records, found: Iterable[Difference]) -> dict[str, Record]:
    """Return the records with every difference carried out upon them."""
    told = tuple(found)
    names = renamed(told)
    state = {names.get(key, key): following(record, names) for key, record in records.items()}
    for one in told:
        if one.after is None:
            assert one.before is not None
            del state[one.before.id]
        elif one.before is None:
            state[one.after.id] = one.after
        for edit in one.edits:
            state[one.record.id] = _carried_out(state[one.record.id], edit.steps, edit, names)
    return state


def renamed(found: Iterable[Difference]) -> dict[str, str]:
    """Return the new ids of what has another one, by the old ones; of nested records, too."""
    names = {}
    for one in found:
        if one.is_renamed and one.before is not None and one.after is not None:
            names[one.before.id] = one.after.id
        names |= {str(e.before): str(e.after) for e in one.edits if e.steps[-1] == "id"}
    return names


def following(value: Any, names: Mapping[str, str]) -> Any:
    """Return a value in which every id and reference has the new name."""
    if not names or not isinstance(value, Noun | tuple):
        return value
    if isinstance(value, tuple):
        return tuple(following(one, names) for one in value)
    fields = {}
    for name in fields_of(type(value)):
        held = getattr(value, name)
        if walk.is_reference(type(value), name) or (name == "id" and isinstance(value, Record)):
            several = isinstance(held, tuple)
            keys = tuple(names.get(key, key) for key in (held if several else (held,)))
            fields[name] = keys if several else keys[0]
        else:
            fields[name] = following(held, names)
    return changed(value, **fields)


def _carried_out(noun: Any, steps: tuple[str, ...], edit: Edit, names: Mapping[str, str]) -> Any:
    name, *rest = steps
    held = getattr(noun, name)
    before, after = following(edit.before, names), edit.after
    if not rest:
        assert edit.kind == "moved" or held == before, (edit.steps, held, before)
        if edit.kind == "moved":
            assert isinstance(after, tuple)
            assert sorted(map(repr, held)) == sorted(map(repr, after))
        return changed(noun, **{name: after})
    if isinstance(held, dict):
        assert held.get(rest[0]) == before
        others = {key: one for key, one in held.items() if key != rest[0]}
        return changed(noun, **{name: others if after is None else {**others, rest[0]: after}})
    if len(rest) > 1:
        place = next(n for n, one in enumerate(held) if _is_meant(one, rest, edit, names))
        inner = _carried_out(held[place], tuple(rest[1:]), edit, names)
        return changed(noun, **{name: (*held[:place], inner, *held[place + 1 :])})
    if edit.kind == "added":
        return changed(noun, **{name: (*held, after)})
    place = held.index(before)
    return changed(noun, **{name: (*held[:place], *held[place + 1 :])})


def _is_meant(one: Any, rest: list[str], edit: Edit, names: Mapping[str, str]) -> bool:
    """True for the item that a step leads to: it bears that sign, and still tells the old."""
    kind: type[Noun] = type(one)
    signs = [getattr(one, key) for key in fields_of(kind) if key != "role"]
    if rest[0] not in signs and rest[0] != repr(one):
        return False
    if len(rest) > 2 or rest[1] == "id" or edit.kind != "changed":
        return True
    return bool(getattr(one, rest[1]) == following(edit.before, names))


def alike(records: Records) -> dict[str, object]:
    """Return the records as they are written, equal where only an order of lists differs."""
    return {key: _unordered(as_written.plain(one, str)) for key, one in records.items()}


def _unordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unordered(one) for key, one in value.items()}
    return sorted(map(repr, map(_unordered, value))) if isinstance(value, list) else value
