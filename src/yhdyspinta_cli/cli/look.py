"""`yp list` and `yp show`: what records there are, and everything one of them says."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, door, options
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.model.record import Record


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
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """List the records of a kind; without a kind, the kinds and how many there are."""
    from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
    from yhdyspinta_cli.output import records
    from yhdyspinta_cli.output.page import Table
    from yhdyspinta_cli.queries import filters

    kb = door.look(directory).kb
    if kind is None:
        rows = tuple((k.plural, _(k.title), len(kb.of(k.record))) for k in KINDS)
        table = Table((_("Kind"), _("Name"), _("Number")), rows)
        answer.give(
            "kinds",
            page=lambda: (table,),
            table=lambda: table,
            json=lambda: [{"kind": word, "name": name, "count": n} for word, name, n in rows],
            as_json=as_json,
            as_csv=as_csv,
            as_excel=as_excel,
        )
        return
    chosen = BY_WORD.get(kind.lower())
    if chosen is None:
        raise UserError(
            _("there is no kind {kind}").format(kind=quoted(kind)),
            hint=_("the kinds: {kinds}").format(kinds=", ".join(k.plural for k in KINDS)),
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
        page=lambda: (records.table(kb, found),),
        table=lambda: records.table(kb, found),
        json=lambda: records.listed(kb, found),
        as_json=as_json,
        as_csv=as_csv,
        as_excel=as_excel,
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
    as_json: options.Json = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Show everything a record says, with its source place and its remarks."""
    from yhdyspinta_cli.output import records

    loaded = door.look(directory, personal=include_personal)
    kb = loaded.kb
    found = one_of(kb, record, tuple(e.record for e in kb.entries.values()), exact=exact)
    entry = kb.entries[found.id]
    place = f"{entry.path}:{loaded.locate(entry.path, entry.route).line}"
    answer.give(
        "record",
        page=lambda: records.page(kb, found, place),
        table=None,
        json=lambda: records.full(kb, found),
        as_json=as_json,
    )


def one_of(
    kb: "KnowledgeBase", words: str, among: "tuple[Record, ...]", *, exact: bool = False
) -> "Record":
    """Return the one record that is meant; a guess is told on stderr.

    Raises UserError (exit 1) with the candidates where several fit or none does.
    """
    from yhdyspinta_cli.cli.terminal import tell
    from yhdyspinta_cli.queries import matching

    meaning = matching.meaning(kb, words, among, exact=exact)
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
    if meaning.matches:
        tell(_("yp: {words} fits several:").format(words=quoted(words)))
        for match in meaning.matches:
            tell(f"  {round(match.score):3}  {_key(match.record)}  {match.name}")
        raise UserError(_("say it more exactly, or give an id"), exit_code=1)
    raise UserError(
        _("nothing is called {words}").format(words=quoted(words)),
        exit_code=1,
        hint=_("'yp list' tells what there is"),
    )


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

    found = one_of(kb, words, kb.measures, exact=exact)
    assert isinstance(found, Measure)
    return found
