"""`yp list` and `yp show`: what records there are, and everything one of them says."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, door, options
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import day as language_day
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.queries.matching import Match


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("list", rich_help_panel=_("Questions"))(list_)
    app.command("show", rich_help_panel=_("Questions"))(show)


def list_(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[KIND]"),
            help=_("A kind of record: measures, parties, bodies …"),
            autocompletion=complete.kinds,
        ),
    ] = None,
    interface: options.Interface = None,
    goal: options.Goal = None,
    party: options.Party = None,
    actor: options.Actor = None,
    state: options.State = None,
    include_personal: options.IncludePersonal = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """List the records of a kind; without a kind, the kinds and how many there are."""
    from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
    from yhdyspinta_cli.output import lists
    from yhdyspinta_cli.queries import filters

    form = answer.Form(as_json, as_csv, as_excel)
    if kind is not None and kind.lower() in PERSONAL:
        people(kind.lower(), directory, form, include_personal=include_personal)
        return
    kb = door.look(directory).kb
    if kind is None:
        _kinds(kb, form)
        return
    chosen = BY_WORD.get(kind.lower())
    if chosen is None:
        raise UserError(
            _("there is no kind {kind}").format(kind=quoted(kind)),
            hint=_("the kinds: {kinds}").format(
                kinds=", ".join((*(k.plural for k in KINDS), *PERSONAL))
            ),
        )
    wanted = filters.Wanted(
        interface=resolve(kb, interface, "interface"),
        goal=resolve(kb, goal, "goal"),
        party=resolve(kb, party, "party"),
        actor=resolve(kb, actor, "actor"),
        state=state_of(state),
    )
    found = filters.select(kb, chosen.record, wanted, options.day(as_of))
    answer.give(
        "list",
        page=lambda: (lists.table(kb, found, chosen.word),),
        table=lambda: lists.table(kb, found, chosen.word),
        json=lambda: lists.json(kb, found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )


PERSONAL = ("signatures", "role-holders")
"""Lists of people: not records, and read only when asked for."""


def _kinds(kb: "KnowledgeBase", form: answer.Form) -> None:
    """Answer which kinds there are, and how many records of each."""
    from yhdyspinta_cli.model.catalogue import KINDS
    from yhdyspinta_cli.output.page import Table

    rows = tuple((k.plural, _(k.title), len(kb.of(k.record))) for k in KINDS)
    table = Table((_("Kind"), _("Name"), _("Number")), rows)
    form.give(
        "kinds",
        page=lambda: (table,),
        table=lambda: table,
        json=lambda: [{"kind": word, "name": name, "count": n} for word, name, n in rows],
    )


def people(kind: str, directory: str | None, form: answer.Form, *, include_personal: bool) -> None:
    """Answer with the names of people, where they are asked for and there are any."""
    from yhdyspinta_cli.output import lists

    if not include_personal:
        raise UserError(
            _("names of people are shown only with --include-personal"), hint=_("add the option")
        )
    kb = door.look(directory, personal=True).kb
    personal = kb.personal
    if personal is None:
        raise UserError(_("there is no personal.yaml here"), exit_code=1)
    if kind == "signatures":
        table, keys = lists.signatures(personal), ("name", "method", "at")
    else:
        table, keys = lists.role_holders(kb, personal), ("name", "role", "actor")
    form.give(
        kind,
        page=lambda: (table,),
        table=lambda: table,
        json=lambda: lists.personal_json(table, keys),
    )


def show(
    record: Annotated[
        str,
        typer.Argument(
            metavar=_("RECORD"),
            help=_("An id, a measure's code, or words of a name."),
            autocompletion=complete.records,
        ),
    ],
    include_personal: options.IncludePersonal = False,
    exact: Annotated[bool, typer.Option("--exact", help=_("Accept only an id or a code."))] = False,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show everything a record says, with its source place and its remarks."""
    from yhdyspinta_cli.output import records

    day = options.day(as_of)
    loaded = door.look(directory, personal=include_personal)
    kb = loaded.kb
    found = one_of(kb, record, tuple(e.record for e in kb.entries.values()), exact=exact)
    entry = kb.entries[found.id]
    place = f"{entry.path}:{loaded.locate(entry.path, entry.route).line}"
    answer.give(
        "record",
        page=lambda: records.page(kb, found, place, _standing(kb, found, day)),
        table=lambda: records.fields(kb, found, place),
        json=lambda: records.full(kb, found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
    )


def _standing(kb: "KnowledgeBase", record: "Record", day: date) -> tuple[tuple[str, str], ...]:
    """Return what holds of a record on a day: a measure's state, an actor that has ended."""
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.output import owners as form
    from yhdyspinta_cli.queries import links, status

    if isinstance(record, Measure):
        return ((_("State"), form.state_text(status.standing(kb, record, day))),)
    ending = links.ending(kb, record.id, day)
    if ending is None:
        return ()
    return ((_("On {day}").format(day=language_day(day)), form.ending_text(kb, ending, record.id)),)


def one_of(
    kb: "KnowledgeBase",
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

    meaning = matching.meaning(kb, words, among, exact=exact, texts=texts)
    if meaning.best is not None:
        if not meaning.exact:
            best = meaning.matches[0]
            tell(
                _("yp: {words} taken as {id} ({name}, score {score})").format(
                    words=quoted(words),
                    id=_key(best.record),
                    name=best.name,
                    score=round(best.score),
                )
            )
        return meaning.best
    if len(meaning.matches) > 1:
        tell(_("yp: {words} fits several:").format(words=quoted(words)))
        _offer(meaning.matches)
        raise UserError(_("say it more exactly, or give an id"), exit_code=1)
    nearest = meaning.matches or meaning.nearest
    if nearest:
        tell(_("yp: nothing is called {words}; the nearest:").format(words=quoted(words)))
        _offer(nearest)
        raise UserError(_("say it more exactly, or give an id"), exit_code=1)
    raise UserError(
        _("nothing is called {words}").format(words=quoted(words)),
        exit_code=1,
        hint=_("'yp list' tells what there is"),
    )


def _offer(matches: "tuple[Match, ...]") -> None:
    """Tell candidates on stderr, each with its score."""
    for match in matches:
        tell(f"  {round(match.score):3}  {_key(match.record)}  {match.name}")


def _key(record: "Record") -> str:
    """Return what to call a record by: a measure's code, else its id."""
    return str(getattr(record, "code", record.id)) if record.kind == "measure" else record.id


def resolve(kb: "KnowledgeBase", words: str | None, kind: str) -> str | None:
    """Return the id that an option means among the records of a kind ("actor": of any actor)."""
    if words is None:
        return None
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
        if words.lower() == interface.letter.lower():
            return interface.id
    return one_of(kb, words, among).id


def state_of(word: str | None) -> str | None:
    """Return the state an option names; UserError (exit 2) for another word."""
    from yhdyspinta_cli.model.status import STATES

    if word is None or word in (*STATES, "no-information"):
        return word
    raise UserError(
        _("there is no state {state}").format(state=quoted(word)),
        hint=_("the states: {states}").format(states=", ".join((*STATES, "no-information"))),
    )


def measure_of(kb: "KnowledgeBase", words: str, *, exact: bool = False) -> "Measure":
    """Return the measure that is meant by a code, an id or words of its title."""
    from yhdyspinta_cli.model.measures import Measure

    found = one_of(kb, words, kb.measures, exact=exact, texts=True)
    assert isinstance(found, Measure)
    return found
