"""Which record goes on under another id: by its code, its name, its text, the surest first.

A code alone is no sign: another measure may have taken it. A report has no name of its own: all of
it must be the same, but for the new ids of what it names.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import alike
from yhdyspinta_cli.queries import words as finnish


def renamed(dropped: Iterable[Record], new: Iterable[Record]) -> dict[str, Record]:
    """Return which record was dropped for which new one, by the new one's id; no reports.

    It goes on under another id where its kind and its code, its name or its text are the same and
    no other's. With a code something else of a measure must go on, too: most words of its title or
    its text, or one of its indicators.
    """
    found: dict[str, Record] = {}
    gone = {record.id: record for record in dropped if not is_recorded(record)}
    came = [record for record in new if not is_recorded(record)]
    for signs in (_code, _name, _text):
        olds, news = (
            _sole(gone.values(), signs),
            _sole((one for one in came if one.id not in found), signs),
        )
        for sign, record in news.items():
            if sign in olds and (signs is not _code or _goes_on(olds[sign], record)):
                found[record.id] = gone.pop(olds[sign].id)
    return found


def of_reports(
    dropped: Sequence[Record], new: Sequence[Record], names: Mapping[str, str]
) -> dict[str, Record]:
    """Return which report was dropped for which new one, by the new one's id.

    All of it must be the same and no other's, but for the new ids (`names`: by the old ones) of
    what it names, such as the measure that was renamed with it.
    """
    known = dict(names)
    found: dict[str, Record] = {}
    while True:
        olds: dict[Sign, list[Record]] = defaultdict(list)
        for record in dropped:
            if is_recorded(record) and record.id not in known:
                olds[_told(record, known)].append(record)
        pairs = [
            (old, record)
            for record in new
            if olds and is_recorded(record) and record.id not in found
            for old in olds.get(_told(record, {}), ())
            if _tells_the_same(old, record, known)
        ]
        times = Counter(one.id for pair in pairs for one in pair)
        sole = [(old, record) for old, record in pairs if times[old.id] == times[record.id] == 1]
        if not sole:
            return found
        # What corrects one of them names it by its new id.
        found |= {record.id: old for old, record in sole}
        known |= {old.id: record.id for old, record in sole}


def inside(pairs: Iterable[tuple[Record | None, Record]]) -> dict[str, str]:
    """Return the new ids, by the old ones, of the records that stand inside others."""
    found: dict[str, str] = {}
    for before, after in pairs:
        if before is None or not walk.may_hold_records(type(after)):
            continue
        was = {one.id: one for _route, one in walk.records(before) if one is not before}
        now = {one.id: one for _route, one in walk.records(after) if one is not after}
        dropped = [one for key, one in was.items() if key not in now]
        new = [one for key, one in now.items() if key not in was]
        found |= {one.id: key for key, one in renamed(dropped, new).items()}
    return found


Sign = tuple[str, object]


def _code(record: Record) -> Sign | None:
    return (record.kind, record.code) if isinstance(record, Measure) else None


def _name(record: Record) -> Sign | None:
    return record.kind, record.name_shown


def _text(record: Record) -> Sign | None:
    text = getattr(record, "text", None)
    return (record.kind, text) if text else None


def _told(record: Record, names: Mapping[str, str]) -> Sign:
    """Return what a report tells itself, its references by the new ids (`names`: by the old).

    Where this differs two reports do not tell the same: of ten thousand few are left to compare.
    """
    kind = type(record)
    told: list[object] = []
    for name in fields_of(kind):
        value = getattr(record, name)
        if walk.is_reference(kind, name):
            ids = value if isinstance(value, tuple) else (value,)
            told.append(tuple(names.get(one, one) for one in ids))
        elif name != "id" and name not in walk.naming_fields(kind):
            told.append(value if isinstance(value, str | Decimal) else repr(value))
    return record.kind, tuple(told)


def _tells_the_same(old: Record, new: Record, names: Mapping[str, str]) -> bool:
    return type(old) is type(new) and all(
        name == "id" or alike.tells_the_same(old, new, name, names) for name in fields_of(type(new))
    )


def _goes_on(old: Record, new: Record) -> bool:
    """True where a measure has kept more than its code: words of its own, or an indicator."""
    if not isinstance(old, Measure) or not isinstance(new, Measure):
        return False
    if {one.id for one in old.indicators} & {one.id for one in new.indicators}:
        return True
    return _has_most_words(old.title, new.title) or _has_most_words(old.text, new.text)


def _has_most_words(one: str, other: str) -> bool:
    """True where two texts have most of their words in common, in any form of these."""
    some, others = ({finnish.form(word).graded for word in finnish.split(t)} for t in (one, other))
    return 4 * len(some & others) > len(some) + len(others)


def _sole(found: Iterable[Record], sign: Callable[[Record], Sign | None]) -> dict[Sign, Record]:
    """Return the records that have a sign which no other of them has, by it."""
    signed = [(told, record) for record in found if (told := sign(record)) is not None]
    times = Counter(told for told, _record in signed)
    return {told: record for told, record in signed if times[told] == 1}
