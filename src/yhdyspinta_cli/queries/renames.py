"""Which record goes on under another id: by its code, its name, its text, the surest first."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import fields_of
from yhdyspinta_cli.model.record import Record


def renamed(dropped: Sequence[Record], new: Sequence[Record]) -> dict[str, Record]:
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
    if is_recorded(record):
        return record.kind, tuple(
            repr(getattr(record, name)) for name in fields_of(type(record)) if name != "id"
        )
    return record.kind, record.name_shown


def _text(record: Record) -> Sign | None:
    text = getattr(record, "text", None)
    return (record.kind, text) if text and not is_recorded(record) else None


def _sole(found: Iterable[Record], sign: Callable[[Record], Sign | None]) -> dict[Sign, Record]:
    """Return the records that have a sign which no other of them has, by it."""
    signed = [(told, record) for record in found if (told := sign(record)) is not None]
    times = Counter(told for told, _record in signed)
    return {told: record for told, record in signed if times[told] == 1}
