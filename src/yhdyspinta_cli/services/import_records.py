"""A row of a table -> the keys of one record, with what of it could not be understood.

Each kind of record has its maker here; what stands in the row is kept as printed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.own_words import Of
from yhdyspinta_cli.model.record import Record, shortened
from yhdyspinta_cli.services import import_names, import_words
from yhdyspinta_cli.services.import_keys import Keys
from yhdyspinta_cli.services.import_table import Given, TableFault, TableRow
from yhdyspinta_cli.vocabulary import BINDINGS
from yhdyspinta_cli.wording import own_words, typed, words

KINDS: dict[str, type[Record]] = {
    "measure": Measure,
    "body": Body,
    "party": Party,
    "obligation": Obligation,
}
"""The kinds of record that tables are taken for."""

NOTHING = "–"
"""How an empty cell is printed."""
_LONGEST_TITLE = 120
"""From how many letters on a title is shortened: what is longer is the text."""


@frozen
class Unclear:
    """What a record can be without: the fault, the key it is about, what is printed there."""

    fault: TableFault
    about: str
    printed: str


class Draft:
    """The keys of one record, and what of its row was not understood."""

    def __init__(self, kb: KnowledgeBase, row: TableRow) -> None:
        self.kb, self.row = kb, row
        self.keys: dict[str, Any] = {}
        self.faults = list(row.faults)
        self.unclear: list[Unclear] = []

    def line(self, key: str) -> str | None:
        """Return what stands for a key, on one line; None where nothing does."""
        given = self.row.one(key)
        return plain_text.one_line(given.text) if given is not None else None

    def prose(self, key: str) -> str | None:
        """Return what stands for a key, with its lines."""
        given = self.row.one(key)
        if given is None:
            return None
        lines = (plain_text.one_line(line) for line in given.text.split("\n"))
        return "\n".join(line for line in lines if line) or None

    def lines(self, key: str) -> list[str] | None:
        """Return the items that stand for a key, each on one line."""
        found = [one for cell in self.row.all(key) for one in import_names.pieces(cell.text)]
        return found or None

    def fault(self, message: str, given: Given | None = None) -> None:
        """Note what the record cannot be without."""
        self.faults.append(TableFault(given.place if given else self.row.place, message))

    def doubt(self, given: Given, about: str, printed: str, message: str) -> None:
        """Note what the record can be without."""
        self.unclear.append(Unclear(TableFault(given.place, message), about, printed))

    def ref(self, key: str, among: Sequence[Record]) -> str | None:
        """Return the id of the record that a key names; a goal or an interface also by its sign."""
        given = self.row.one(key)
        if given is None:
            return None
        written = plain_text.one_line(given.text)
        signed = import_names.by_sign(written, among)
        if signed is not None:
            return signed.id
        named = import_names.one(written, among)
        if named.record is None:
            self.doubt(given, key, named.printed, named.why)
            return None
        return named.record.id

    def named(self, key: str, about: str = "") -> list[import_names.NamedInCell]:
        """Return who is named for a key; those of nobody's name are noted, too.

        `about` is the key of the record that is meant, where that is another.
        """
        found = []
        for given in self.row.all(key):
            for named in import_names.several(given.text, self.kb.all_actors):
                found.append(named)
                if named.record is None:
                    self.doubt(given, about or key, named.printed, named.why)
        return found


def _measure(draft: Draft, keys: Keys) -> None:
    text, title = draft.prose("text"), draft.line("title")
    title, text = title or plain_text.one_line(text or ""), text or draft.prose("title")
    if not title:
        draft.fault(_("the row has no title"))
        return
    if len(title) > _LONGEST_TITLE:
        title = shortened(title)
    printed = draft.line("code")
    interface = draft.ref("interface", draft.kb.interfaces) or keys.interface_of(printed)
    goal = draft.ref("goal", draft.kb.goals)
    key = keys.key(draft.line("id"), title)
    code = printed or keys.code(key, interface)
    responsible = [
        {"actor": named.record.id, "role": role, "label": named.printed}
        for role in ("lead", "responsible", "partner")
        for named in draft.named(role, "responsible")
        if named.record is not None
    ]
    nobody = None
    if not responsible:
        nobody = {"label": _nobody(draft)}
    labels = draft.lines("indicators") or []
    indicators = [
        {"id": one, "label": label, "type": import_words.indicator_type(label)}
        for one, label in zip(keys.indicators(key, code, len(labels)), labels, strict=True)
    ]
    due = draft.row.one("due")
    day = import_words.day(plain_text.one_line(due.text)) if due is not None else None
    if due is not None and day is None:
        draft.doubt(due, "due", due.text, no_day(due))
    draft.keys |= {
        "id": key,
        "code": code,
        "interface": interface,
        "goal": goal,
        "title": title,
        "text": text,
        "responsible": responsible or None,
        "nobody": nobody,
        "indicators": indicators or None,
        "due": day,
    }


def _nobody(draft: Draft) -> str:
    """Return what is printed where nobody answers; that nobody is named at all is noted."""
    cells = draft.row.all("lead", "responsible")
    printed = ", ".join(plain_text.one_line(cell.text) for cell in cells)
    if import_words.is_nobody(printed):
        draft.unclear = [one for one in draft.unclear if one.about != "responsible"]
    elif not cells:
        empty = Given(draft.row.place, NOTHING)
        draft.doubt(empty, "responsible", NOTHING, _("nobody is named who answers for it"))
    return printed or NOTHING


def _body(draft: Draft, keys: Keys) -> None:
    name = draft.line("name")
    if name is None:
        draft.fault(_("the row has no name"))
        return
    kind = import_words.body_type(draft.kb.agreement.own_words, draft.line("type"), name)
    if kind is None:
        _untyped(draft, "body_types", _("what type of body it is, is not told"))
    rhythm = draft.line("rhythm")
    draft.keys |= {
        "id": keys.key(draft.line("id"), name),
        "type": kind,
        "name": name,
        "aliases": draft.lines("aliases"),
        "interface": draft.ref("interface", draft.kb.interfaces),
        "text": draft.prose("text"),
        "members": _seats(draft, "members") or None,
        "chair": next(iter(_seats(draft, "chair")), None),
        "convener": next(iter(_seats(draft, "convener")), None),
        "responsible": _seats(draft, "responsible") or None,
        "rhythm": {"printed": rhythm} if rhythm else None,
        "tasks": draft.lines("tasks"),
    }


def _untyped(draft: Draft, of: Of, untold: str) -> None:
    """Note a type that is none of those that are taken, or that none is told."""
    said = draft.row.one("type")
    if said is None:
        draft.fault(untold)
        return
    taken = own_words.listed(draft.kb.agreement.own_words, of)
    message = _("{written} is none of: {words}")
    draft.fault(message.format(written=quoted(said.text), words=taken), said)


def _seats(draft: Draft, key: str) -> list[dict[str, str]]:
    """Return who sits there; one of nobody's name keeps the label alone."""
    return [
        {"actor": named.record.id, "label": named.printed}
        if named.record is not None
        else {"label": named.printed}
        for named in draft.named(key)
    ]


def _party(draft: Draft, keys: Keys) -> None:
    name, official = draft.line("name"), draft.line("official_name")
    name, official = name or official, official or name
    if name is None or official is None:
        draft.fault(_("the row has no name"))
        return
    names = (official, name)
    own = draft.kb.agreement.own_words
    kind = import_words.party_type(own, draft.line("type"), names)
    if kind is None:
        _untyped(draft, "party_types", _("what type of party it is, is not told"))
    said = (*names, draft.line("type") or "")
    draft.keys |= {
        "id": keys.key(draft.line("id"), name),
        "type": kind,
        "town": True if kind == "municipality" and import_words.is_town(said) else None,
        "name": name,
        "official_name": official,
        "code": draft.line("code"),
        "aliases": draft.lines("aliases"),
    }


def _obligation(draft: Draft, keys: Keys) -> None:
    text, title = draft.prose("text"), draft.line("title")
    if title is None:
        draft.fault(_("the row has no title"))
        return
    said, rhythm = draft.row.one("binding"), draft.line("rhythm")
    binding = import_words.binding(said.text) if said is not None else None
    if binding is None:
        draft.fault(
            _("what it rests on is not told; one of: {words}").format(
                words=typed.listed(BINDINGS, words.word)
            ),
            said,
        )
    first = draft.row.one("first")
    moment = import_words.moment(plain_text.one_line(first.text)) if first is not None else None
    if first is not None and moment is None:
        draft.doubt(first, "first", first.text, no_day(first))
    draft.keys |= {
        "id": keys.key(draft.line("id"), title),
        "title": title if len(title) <= _LONGEST_TITLE else shortened(title),
        "text": text or (title if len(title) > _LONGEST_TITLE else None),
        "doers": [
            {"actor": named.record.id, "label": named.printed}
            for named in draft.named("doers")
            if named.record is not None
        ],
        "to": [named.record.id for named in draft.named("to") if named.record is not None] or None,
        "body": draft.ref("body", draft.kb.bodies),
        "interface": draft.ref("interface", draft.kb.interfaces),
        "rhythm": {"printed": rhythm} if rhythm else None,
        "first": moment,
        "binding": binding,
    }


def no_day(given: Given) -> str:
    """Return what to tell of a text that should be a day."""
    return _("{written} is not a day: write it as 2026-12-31 or 31.12.2026").format(
        written=quoted(given.text)
    )


_MAKERS: dict[str, Callable[[Draft, Keys], None]] = {
    "measure": _measure,
    "body": _body,
    "party": _party,
    "obligation": _obligation,
}


def draft(kind: str, kb: KnowledgeBase, row: TableRow, keys: Keys) -> Draft:
    """Return what a row says of a record of this kind (`KINDS`), and what it does not."""
    made = Draft(kb, row)
    _MAKERS[kind](made, keys)
    return made
