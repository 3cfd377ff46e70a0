"""What `yp new` asks of each kind of record: the same that its options give, in their order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from yhdyspinta_cli.cli import prompt
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.services.import_table import Given
    from yhdyspinta_cli.store import Loaded

GivenLists = dict[str, list["Given"]]
"""What was given, by key; the place of each is its option."""

_MOST = 15
"""How many ids are listed beside a question."""


@frozen
class NewQuestion:
    """A key, the option that gives it, the question; what may stand there, where that is listed.

    Without an answer to a question that is `needed` there is no record.
    """

    key: str
    option: str
    words: str
    needed: bool = False
    allowed: tuple[str, ...] = ()


def lacking(questions: Sequence[NewQuestion], given: GivenLists) -> list[str]:
    """Return the options of the questions that need an answer and have none."""
    return [one.option for one in questions if one.needed and not given.get(one.key)]


def ask(loaded: "Loaded", kind: str, given: GivenLists) -> GivenLists:
    """Return what was given, and what is answered to the other questions of a kind.

    What cannot be understood is told and asked again. Raises KeyboardInterrupt where the answers
    end.
    """
    from yhdyspinta_cli.services import making
    from yhdyspinta_cli.services.import_table import Given

    found = dict(given)
    for key in [one.key for one in of_kind(kind, loaded.kb, given) if not given.get(one.key)]:
        # What is asked next may follow from what was answered: a name tells the type.
        one = next(one for one in of_kind(kind, loaded.kb, found) if one.key == key)

        def read(answer: str, one: NewQuestion = one) -> "list[Given]":
            if not answer:
                if one.needed:
                    prompt.needed(answer)
                return []
            said = [Given(one.option, answer)]
            faults = making.faults(loaded, kind, {**found, one.key: said}, one.option)
            if faults:
                raise UserError(faults[0])
            return said

        found[one.key] = prompt.one(_shown(one), read)
    return found


def _shown(one: NewQuestion) -> str:
    words = one.words
    if one.allowed:
        more = ", …" if len(one.allowed) > _MOST else ""
        words = f"{words} ({', '.join(one.allowed[:_MOST])}{more})"
    return words if one.needed else _("{question}, if any").format(question=words)


def of_kind(kind: str, kb: "KnowledgeBase", given: GivenLists) -> tuple[NewQuestion, ...]:
    """Return the questions of a kind; what the name tells is not asked."""
    match kind:
        case "measure":
            return _measure(kb, given)
        case "body":
            return _body(kb, given)
        case "actor":
            return _actor()
        case "party":
            return _party(kb, given)
        case "obligation":
            return _obligation(kb)
        case "need":
            return _need(kb)
    return _project(kb)


def _words(among: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a closed set as the reader types them."""
    from yhdyspinta_cli.wording import typed, words

    return typed.each(among, words.word)


def _interface(kb: "KnowledgeBase", *, needed: bool = False) -> tuple[NewQuestion, ...]:
    found = tuple(one.id for one in kb.interfaces)
    question = NewQuestion("interface", "--interface", _("Interface"), needed, found)
    return (question,) if found else ()


def _measure(kb: "KnowledgeBase", given: GivenLists) -> tuple[NewQuestion, ...]:
    goals = tuple(str(one.number) for one in kb.goals)
    is_answered = bool(given.get("lead") or given.get("nobody"))
    return (
        NewQuestion("title", _("TITLE"), _("Title"), needed=True),
        NewQuestion("text", "--text", _("What is to be done, in the document's words")),
        *_interface(kb, needed=not given.get("code")),
        *((NewQuestion("goal", "--goal", _("Goal"), False, goals),) if goals else ()),
        NewQuestion("responsible", "--responsible", _("Who answers for it"), not is_answered),
        NewQuestion("lead", "--lead", _("Who leads, where that is told")),
        NewQuestion("partner", "--partner", _("Who takes part")),
        NewQuestion("indicators", "--indicator", _("How it shows")),
        NewQuestion("due", "--due", _("By which day")),
    )


def _body(kb: "KnowledgeBase", given: GivenLists) -> tuple[NewQuestion, ...]:
    return (
        NewQuestion("name", _("NAME"), _("Name"), needed=True),
        _type(kb, given, "body_types"),
        *_interface(kb),
        NewQuestion("text", "--text", _("What it is for")),
        NewQuestion("members", "--member", _("Members")),
        NewQuestion("chair", "--chair", _("Chair")),
        NewQuestion("convener", "--convener", _("Who convenes it")),
        NewQuestion("rhythm", "--rhythm", _("How often it meets, as printed")),
    )


def _actor() -> tuple[NewQuestion, ...]:
    from typing import get_args

    from yhdyspinta_cli.vocabulary import ActorKind

    return (
        NewQuestion("name", _("NAME"), _("Name"), needed=True),
        NewQuestion("type", "--type", _("Type"), True, _words(get_args(ActorKind))),
        NewQuestion("part_of", "--part-of", _("Whose it is")),
        NewQuestion("members", "--member", _("Members, of a collective")),
        NewQuestion("text", "--text", _("What is to be said of it")),
    )


def _party(kb: "KnowledgeBase", given: GivenLists) -> tuple[NewQuestion, ...]:
    return (
        NewQuestion("name", _("NAME"), _("Name"), needed=True),
        NewQuestion("official_name", "--official-name", _("Official name")),
        _type(kb, given, "party_types"),
        NewQuestion("code", "--code", _("Number in a register")),
    )


def _obligation(kb: "KnowledgeBase") -> tuple[NewQuestion, ...]:
    from yhdyspinta_cli.vocabulary import BINDINGS
    from yhdyspinta_cli.vocabulary.rhythms import PERS

    return (
        NewQuestion("title", _("TITLE"), _("Title"), needed=True),
        NewQuestion("doers", "--doer", _("Who must do it"), needed=True),
        NewQuestion("binding", "--binding", _("What it rests on"), True, _words(BINDINGS)),
        NewQuestion("per", "--per", _("Once in each"), False, _words(PERS)),
        NewQuestion("times", "--times", _("How many times in each")),
        NewQuestion("due", "--due", _("By which day of each: 04-30")),
        NewQuestion("rhythm", "--rhythm", _("How often, as printed")),
        NewQuestion("first", "--first", _("From when on")),
        NewQuestion("to", "--to", _("To whom")),
        NewQuestion("body", "--body", _("Which body it is of")),
        *_interface(kb),
        NewQuestion("text", "--text", _("What is to be done, in the document's words")),
    )


def _need(kb: "KnowledgeBase") -> tuple[NewQuestion, ...]:
    return (
        NewQuestion("title", _("TITLE"), _("Title"), needed=True),
        NewQuestion("text", "--text", _("What is missing, in the document's words")),
        *_interface(kb),
        NewQuestion("concerns", "--concerns", _("Whom it concerns")),
        NewQuestion("decides", "--decides", _("Who decides")),
        NewQuestion("measures", "--measure", _("Of which measures")),
    )


def _project(kb: "KnowledgeBase") -> tuple[NewQuestion, ...]:
    from typing import get_args

    from yhdyspinta_cli.vocabulary import ProjectKind

    return (
        NewQuestion("name", _("NAME"), _("Name"), needed=True),
        NewQuestion("type", "--type", _("Type"), True, _words(get_args(ProjectKind))),
        NewQuestion("part_of", "--part-of", _("Whose it is")),
        *_interface(kb),
        NewQuestion("start", "--start", _("From when on")),
        NewQuestion("text", "--text", _("What it does")),
    )


def _type(
    kb: "KnowledgeBase", given: GivenLists, of: Literal["body_types", "party_types"]
) -> NewQuestion:
    """Return the question of the type, which the name may tell already."""
    from yhdyspinta_cli.model import own_words
    from yhdyspinta_cli.services import import_words

    own = kb.agreement.own_words
    names = tuple(one.text for key in ("official_name", "name") for one in given.get(key, ()))
    if of == "party_types":
        told = import_words.party_type(own, None, names)
    else:
        told = next(
            (found for name in names if (found := import_words.body_type(own, None, name))), None
        )
    among = (*own.of(of), *_words(own_words.standard(of)))
    return NewQuestion("type", "--type", _("Type"), told is None, among)
