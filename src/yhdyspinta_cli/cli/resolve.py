"""What the words of a command line mean: a record, a kind, a state, a year.

A guess is told on stderr; what fits nothing, or several, is refused with what was near.
"""

from datetime import date
from typing import TYPE_CHECKING

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import closed_set, options
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.catalogue import Kind
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.model.own_words import OwnWords
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.queries.filters import Wanted
    from yhdyspinta_cli.queries.matching import Match


LONGEST = 300
"""How many letters a question may have; no name is as long, and every word costs time."""


@frozen
class Filters:
    """Which records are wanted, in the words of the command line; None asks for nothing.

    Each field is an option of every question that takes filters, in the order of its help.
    """

    interface: options.Interface = None
    goal: options.Goal = None
    party: options.Party = None
    actor: options.Actor = None
    state: options.State = None
    binding: options.Binding = None


ALL = Filters()
"""No filter: every record."""


def one_of(
    words: str,
    among: "tuple[Record, ...]",
    *,
    exact: bool = False,
    texts: bool = False,
) -> "Record":
    """Return the one record that is meant; a guess is told on stderr.

    Raises UserError (exit 1) with the candidates where several fit, with the nearest where
    none does. With `texts` the text of a record counts, too.
    """
    from yhdyspinta_cli.queries import matching

    words = plain_text.composed(words)
    if len(words) > LONGEST:
        raise too_long()
    found = matching.meaning(words, among, exact=exact, texts=texts)
    if found.best is not None:
        if not found.exact:
            best = found.matches[0]
            tell(
                _("yp: {words} taken as {id} ({name}, score {score})").format(
                    words=quoted(words),
                    id=_key(best.record),
                    name=best.name,
                    score=round(best.score),
                )
            )
        return found.best
    if len(found.matches) > 1:
        tell(_("yp: {words} fits several:").format(words=quoted(words)))
        _offer(found.matches)
        raise UserError(_("say it more exactly, or give an id"), exit_code=1)
    nearest = found.matches or found.nearest
    if nearest:
        told = _("yp: nothing is called {words}; the nearest:")
        if exact:
            told = _("yp: nothing is called {words} (an id or a whole name); the nearest:")
        tell(told.format(words=quoted(words)))
        _offer(nearest)
        raise UserError(_("say it more exactly, or give an id"), exit_code=1)
    raise UserError(
        _("nothing is called {words}").format(words=quoted(words)),
        exit_code=1,
        hint=_("'yp list' tells what there is"),
    )


def too_long() -> UserError:
    """The refusal of a question with more letters than `LONGEST` (exit 2)."""
    return UserError(_("the question is too long: at most {n} letters").format(n=LONGEST))


def holder_of_remark(kb: "KnowledgeBase", words: str) -> "Record | None":
    """Return the record on which the remark with this id stands; told on stderr."""
    for entry in kb.entries.values():
        if any(remark.id == plain_text.one_line(words).lower() for remark in entry.record.remarks):
            tell(
                _("yp: the remark {id} stands on {record}").format(
                    id=quoted(words), record=entry.record.id
                )
            )
            return entry.record
    return None


def _offer(matches: "tuple[Match, ...]") -> None:
    """Tell candidates on stderr, each with its score."""
    for match in matches:
        tell(f"  {round(match.score):3}  {_key(match.record)}  {match.name}")


def _key(record: "Record") -> str:
    """Return what to call a record by: a measure's code, else its id."""
    return str(getattr(record, "code", record.id)) if record.kind == "measure" else record.id


def named(words: str | None, among: "tuple[Record, ...]") -> str | None:
    """Return the id of what an option names by id or whole name; nothing is guessed."""
    return None if words is None else one_of(words, among, exact=True).id


def resolve(kb: "KnowledgeBase", words: str | None, kind: str) -> str | None:
    """Return the id that an option means among the records of a kind ("actor": of any actor)."""
    if words is None:
        return None
    words = plain_text.one_line(words)
    from yhdyspinta_cli.model.agreement import Interface
    from yhdyspinta_cli.model.measures import Goal

    if kind == "goal":
        for goal in kb.of(Goal):
            if words in (goal.id, str(goal.number)):
                return goal.id
    among: tuple[Record, ...] = {
        "goal": kb.of(Goal),
        "interface": kb.of(Interface),
        "party": kb.parties,
        "actor": kb.all_actors,
    }[kind]
    for interface in kb.interfaces if kind == "interface" else ():
        if interface.letter and words.casefold() == interface.letter.casefold():
            return interface.id
    return one_of(words, among).id


def wanted(kb: "KnowledgeBase", filters: Filters) -> "Wanted":
    """Return what the filters of a question ask for, their words taken for what they mean."""
    from yhdyspinta_cli.queries.filters import Wanted
    from yhdyspinta_cli.vocabulary import BINDINGS, FILTERING

    word, own = filters.state, kb.agreement.own_words
    return Wanted(
        interface=resolve(kb, filters.interface, "interface"),
        goal=resolve(kb, filters.goal, "goal"),
        party=resolve(kb, filters.party, "party"),
        actor=resolve(kb, filters.actor, "actor"),
        state=None if word is None else own.standard("states", state(own, word, also=FILTERING)),
        binding=None
        if filters.binding is None
        else closed_set.printed("--binding", filters.binding, BINDINGS),
    )


def state(own: "OwnWords", word: str, *, also: tuple[str, ...] = ()) -> str:
    """Return the state that a word names, as a record keeps it: a word of the knowledge base's
    own, the data's, or a language's ("valmis").

    UserError (exit 2) for another word.
    """
    from yhdyspinta_cli.wording import own_words

    meant = own_words.meant(own, "states", word, also)
    if meant is not None:
        return meant
    raise UserError(
        _("there is no state {state}").format(state=quoted(word)),
        hint=closed_set.hint(
            word,
            own_words.sayable(own, "states", also),
            _("the states: {states}").format(states=own_words.listed(own, "states", also)),
        ),
    )


def event_kind(own: "OwnWords", word: str) -> str:
    """Return the kind of event that a word names, as a record keeps it: in a word of the knowledge
    base's own, the data's or a language's.

    UserError (exit 2) for another word.
    """
    from yhdyspinta_cli.wording import own_words

    meant = own_words.meant(own, "event_kinds", word)
    if meant is not None:
        return meant
    raise UserError(
        _("there is no kind of event {kind}").format(kind=quoted(word)),
        hint=closed_set.hint(
            word,
            own_words.sayable(own, "event_kinds"),
            _("the kinds: {kinds}").format(kinds=own_words.listed(own, "event_kinds")),
        ),
    )


def kind(word: str, *, also: tuple[str, ...] = ()) -> "Kind":
    """Return the kind of record that a word names; UserError (exit 2) for another word.

    `also` are words that the command takes beside the kinds.
    """
    from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS

    found = BY_WORD.get(plain_text.one_line(word).lower()) or _kind_as_printed(word)
    if found is None:
        raise UserError(
            _("there is no kind {kind}").format(kind=quoted(word)),
            hint=_("the kinds: {kinds}").format(
                kinds=", ".join((*(k.plural for k in KINDS), *also))
            ),
        )
    return found


def _kind_as_printed(word: str) -> "Kind | None":
    """Return the kind of record that is called so, one or its list, in any language."""
    from yhdyspinta_cli.model.catalogue import KINDS
    from yhdyspinta_cli.wording import words

    kinds = {kind.plural: kind for kind in KINDS}
    plural = words.meant(
        word, kinds, lambda key: _(kinds[key].title), lambda key: _(kinds[key].one)
    )
    return kinds[plural] if plural is not None else None


def year(kb: "KnowledgeBase", given: int | None, day: date) -> int:
    """Return the year that is asked about: the one given, else the day's, inside the agreement."""
    from yhdyspinta_cli.facts import agreement

    if given is not None:
        return given
    last = agreement.last_day(kb, day)
    return (min(day, last) if last is not None else day).year


def measure(kb: "KnowledgeBase", words: str, *, exact: bool = False) -> "Measure":
    """Return the measure that is meant by a code, an id or words of its title."""
    from yhdyspinta_cli.model.measures import Measure

    found = one_of(words, kb.measures, exact=exact, texts=True)
    assert isinstance(found, Measure)
    return found
