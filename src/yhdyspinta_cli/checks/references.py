"""Rules on names and ids: every reference leads to a record of the right kind."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Violation
from yhdyspinta_cli.diagnostic import Route, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.record import Record


def unknown_reference(context: Context) -> Iterator[Violation]:
    """A record names another record that does not exist."""
    kb = context.kb
    for entry in kb.entries.values():
        for route, key, ref in walk.references(entry.record):
            fault = unresolved(context, key, ref.kinds)
            if fault is not None:
                yield Violation(entry.record.id, route, *fault)


def unresolved(context: Context, key: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with a reference and a hint, None where it leads to such a record."""
    kb = context.kb
    found = kb.entries.get(key)
    if found is not None:
        if found.record.kind in kinds:
            return None
        message = _("{id} is not of the right kind here: it is a record of the kind {kind}")
        return message.format(id=quoted(key), kind=found.record.kind), ""
    if key in kb.unread or kb.unread_kinds.intersection(kinds):
        return None
    near = _nearest(context, key, kinds)
    hint = _("did you mean {name}?").format(name=quoted(near)) if near else ""
    return _("there is no {id}").format(id=quoted(key)), hint


def _nearest(context: Context, key: str, kinds: tuple[str, ...]) -> str:
    """Return the id that was probably meant: near to the key, or called by it."""
    from rapidfuzz import fuzz, process, utils

    names = {
        name: entry.record.id
        for entry in context.kb.entries.values()
        if entry.record.kind in kinds
        for name in (entry.record.id, *entry.record.names)
    }
    match = process.extractOne(
        key, list(names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=65
    )
    return names[match[0]] if match else ""


def ambiguous_name(context: Context) -> Iterator[Violation]:
    """Two records of one kind answer to the same name, so that a look-up cannot tell them apart."""
    kb = context.kb
    for records in (kb.all_actors, kb.measures, kb.statutes):
        first: dict[str, Record] = {}
        for record in records:
            for name in dict.fromkeys(record.names):
                other = first.setdefault(" ".join(name.casefold().split()), record)
                if other is not record:
                    message = _("{name} is also a name of {id}").format(
                        name=quoted(name), id=quoted(other.id)
                    )
                    hint = _("give one of the two a name or an alias of its own")
                    yield Violation(
                        record.id, _route_of(record, name), message, hint, ((other.id, ()),)
                    )


def _route_of(record: Record, name: str) -> Route:
    """Return where a record says a name of its own."""
    aliases: tuple[str, ...] = getattr(record, "aliases", ())
    if name in aliases:
        return ("aliases", aliases.index(name))
    return next((route for route, text in walk.texts(record) if text == name), ())


def unused_actor(context: Context) -> Iterator[Violation]:
    """Nothing in the data names an actor, so that it answers for nothing."""
    if not context.is_whole:
        return
    kb = context.kb
    used = {
        key
        for entry in kb.entries.values()
        for _route, key, _ref in walk.references(entry.record)
        if key != entry.record.id
    }
    for record in kb.actors:
        if record.id not in used:
            message = _("nothing in the data names {id}").format(id=quoted(record.id))
            hint = _("name it where it answers, or delete it")
            yield Violation(record.id, ("id",), message, hint)


def code_twice(context: Context) -> Iterator[Violation]:
    """Two measures have the same code."""
    first: dict[str, str] = {}
    for measure in context.kb.measures:
        other = first.setdefault(measure.code, measure.id)
        if other != measure.id:
            message = _("the code {code} is already the code of {id}").format(
                code=measure.code, id=quoted(other)
            )
            hint = _("give one of the two its own code")
            yield Violation(measure.id, ("code",), message, hint, ((other, ("code",)),))


def code_letter(context: Context) -> Iterator[Violation]:
    """A measure's code begins with another letter than its interface."""
    for measure in context.kb.measures:
        interface = context.kb.find(Interface, measure.interface)
        if interface is not None and measure.code[0] != interface.letter.upper():
            message = _("the code {code} does not begin with {letter}, the letter of {id}").format(
                code=measure.code, letter=quoted(interface.letter), id=quoted(interface.id)
            )
            hint = _("correct the code, or the interface")
            yield Violation(measure.id, ("code",), message, hint)
