"""Rules on names and ids: every reference leads to a record of the right kind."""

from collections.abc import Iterator

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import telling, walk
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record


@rule(
    "YP201",
    Severity.ERROR,
    later("A record names another record that does not exist."),
    why=later("The answer would stop there: nobody stands behind the name."),
    bad="responsible:\n  - actor: koivlua\n    label: Koivula",
    good="responsible:\n  - actor: koivula\n    label: Koivula",
)
def unknown_reference(context: Context) -> Iterator[Violation]:
    yield from dangling(context.kb)


def dangling(kb: KnowledgeBase) -> tuple[Violation, ...]:
    """Return the references of the records that lead nowhere, or to a record of another kind."""
    return _followed(kb)[0]


def _followed(kb: KnowledgeBase) -> tuple[tuple[Violation, ...], frozenset[str]]:
    """Return the references that lead nowhere, and every id that another record names.

    Both are found in one walk through all records, which is made once.
    """
    known: tuple[tuple[Violation, ...], frozenset[str]] | None = kb.memo.get("followed")
    if known is not None:
        return known
    faults: list[Violation] = []
    named: set[str] = set()
    for entry in kb.entries.values():
        for route, key, ref in walk.references(entry.record):
            if key != entry.record.id:
                named.add(key)
            fault = None if ref.or_text else unresolved(kb, key, ref.kinds)
            if fault is not None:
                faults.append(Violation(entry.record.id, route, *fault))
    known = (tuple(faults), frozenset(named))
    kb.memo["followed"] = known
    return known


def unresolved(kb: KnowledgeBase, key: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with a reference and a hint, None where it leads to such a record."""
    found = kb.entries.get(key)
    if found is not None:
        if found.record.kind in kinds:
            return None
        message = _("{id} is not of the right kind here: it is a record of the kind {kind}")
        return message.format(id=quoted(key), kind=found.record.kind), ""
    if key in kb.unread or kb.unread_kinds.intersection(kinds):
        return None
    return _("there is no {id}").format(id=quoted(key)), suggestion.hint(_meant(kb, key, kinds))


def _meant(kb: KnowledgeBase, key: str, kinds: tuple[str, ...]) -> str:
    """Return the id that was probably meant: near to the key, or called by it."""
    names = {
        name: entry.record.id
        for entry in kb.entries.values()
        if entry.record.kind in kinds
        for name in (entry.record.id, *entry.record.names)
    }
    return names.get(suggestion.nearest(key, names), "")


@rule(
    "YP202",
    Severity.WARNING,
    later(
        "Two records of one kind answer to the same name, so that a look-up cannot tell them apart."
    ),
    why=later("Whoever asks by that name gets the wrong one, or a question instead of an answer."),
    bad="actors:\n  - id: hyvinvointi\n    name: Hyvinvointi\n"
    "  - id: hyte\n    name: HYTE\n    aliases:\n      - Hyvinvointi",
    good="actors:\n  - id: hyvinvointi\n    name: Hyvinvointi\n  - id: hyte\n    name: HYTE",
)
def ambiguous_name(context: Context) -> Iterator[Violation]:
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
    return next((route for route, text in telling.texts(record) if text == name), ())


@rule(
    "YP203",
    Severity.NOTE,
    later("Nothing in the data names an actor, so that it answers for nothing."),
    why=later("It may be left over, or its responsibility may be missing."),
    bad="actors:\n  - id: talousyksikko\n    type: unit\n    name: Talousyksikkö",
    good="# data/measures/talous.yaml\n"
    "responsible:\n  - actor: talousyksikko\n    label: Talousyksikkö",
)
def unused_actor(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    kb = context.kb
    used = _followed(kb)[1]
    for record in kb.actors:
        if record.id not in used:
            message = _("nothing in the data names {id}").format(id=quoted(record.id))
            hint = _("name it where it answers, or accept this in a remark")
            yield Violation(record.id, ("id",), message, hint)


@rule(
    "YP204",
    Severity.ERROR,
    later("Two measures have the same code."),
    why=later("People speak of measures by their codes."),
    bad="# data/measures/talous.yaml\ncode: J3\n# data/measures/asuminen.yaml\ncode: J3",
    good="# data/measures/talous.yaml\ncode: J3\n# data/measures/asuminen.yaml\ncode: J4",
)
def code_twice(context: Context) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for measure in context.kb.measures:
        other = first.setdefault(measure.code, measure.id)
        if other != measure.id:
            message = _("the code {code} is already the code of {id}").format(
                code=measure.code, id=quoted(other)
            )
            hint = _("give one of the two its own code")
            yield Violation(measure.id, ("code",), message, hint, ((other, ("code",)),))


@rule(
    "YP205",
    Severity.ERROR,
    later("A measure's code begins with the letter of another interface."),
    why=later(
        "Either the code or the interface is wrong, and the measure is shown in a wrong table."
    ),
    bad="code: A4\ninterface: b",
    good="code: B4\ninterface: b",
)
def code_letter(context: Context) -> Iterator[Violation]:
    lettered = [(one, one.letter) for one in context.kb.interfaces if one.letter]
    for measure in context.kb.measures:
        interface = context.kb.find(Interface, measure.interface)
        if interface is None or interface.letter is None:
            continue
        if not _begins(measure.code, interface.letter) and any(
            _begins(measure.code, letter) for other, letter in lettered if other is not interface
        ):
            message = _("the code {code} does not begin with {letter}, the letter of {id}").format(
                code=measure.code, letter=quoted(interface.letter), id=quoted(interface.id)
            )
            hint = _("correct the code, or the interface")
            yield Violation(measure.id, ("code",), message, hint)


def _begins(code: str, letter: str) -> bool:
    """True where a code begins with a letter that stands alone: A of A1, not of ABC-1."""
    rest = code.casefold().removeprefix(letter.casefold())
    return len(rest) < len(code) and not rest[:1].isalpha()


RULES: tuple[Rule, ...] = (
    unknown_reference,
    ambiguous_name,
    unused_actor,
    code_twice,
    code_letter,
)
