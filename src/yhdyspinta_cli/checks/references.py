"""Rules on names and ids: every reference leads to a record of the right kind."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk


def unknown_reference(case: Case) -> Iterator[Hit]:
    """A record names another record that does not exist."""
    kb = case.kb
    for entry in kb.entries.values():
        for route, key, ref in walk.references(entry.record):
            found = kb.entries.get(key)
            if found is not None and found.record.kind in ref.kinds:
                continue
            if found is None and (key in kb.unread or kb.unread_kinds.intersection(ref.kinds)):
                continue
            if found is not None:
                message = _("{id} is not of the right kind here: it is a record of the kind {kind}")
                yield Hit(
                    entry.record.id, route, message.format(id=quoted(key), kind=found.record.kind)
                )
                continue
            near = _nearest(case, key, ref.kinds)
            hint = _("did you mean {name}?").format(name=quoted(near)) if near else ""
            yield Hit(entry.record.id, route, _("there is no {id}").format(id=quoted(key)), hint)


def _nearest(case: Case, key: str, kinds: tuple[str, ...]) -> str:
    """Return the id that was probably meant: near to the key, or called by it."""
    from rapidfuzz import fuzz, process, utils

    names = {
        name: entry.record.id
        for entry in case.kb.entries.values()
        if entry.record.kind in kinds
        for name in (entry.record.id, *entry.record.names)
    }
    match = process.extractOne(
        key, list(names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=65
    )
    return names[match[0]] if match else ""
