"""`yp init`: a knowledge base of one's own, from a few questions."""

import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import language, plain_text
from yhdyspinta_cli.cli import complete, options, prompt, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.services.begin_parties import GivenParties

_MOST = 20 * 1024 * 1024
"""How many bytes of a list are read from standard input."""

Title = Annotated[
    str | None, typer.Option("--title", metavar=_("TEXT"), help=_("What the agreement is called."))
]
Region = Annotated[
    str | None, typer.Option("--region", metavar=_("NAME"), help=_("The region that it is of."))
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar=_("CODE"),
        help=_("The language of the data: fi, sv, en or another; else that of the messages."),
        autocompletion=complete.languages_of_data,
    ),
]
Start = Annotated[
    str | None, typer.Option("--start", metavar=_("DAY"), help=_("The first day of the agreement."))
]
End = Annotated[
    str | None,
    typer.Option(
        "--end",
        metavar=_("DAY"),
        help=_("Its last day; without one it holds until further notice."),
    ),
]
PartyNames = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar=_("NAME"),
        help=_(
            "A party, with its type behind a semicolon where the name does not tell it; may be "
            "repeated."
        ),
    ),
]
PartyTable = Annotated[
    str | None,
    typer.Option(
        "--parties",
        metavar=_("FILE"),
        help=_(
            "The parties: a table, as for 'yp import parties', or a list with a name a line; '-' "
            "is standard input."
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command("init")(init)


@command
def init(
    line: Line,
    folder: Annotated[
        str, typer.Argument(metavar=_("[FOLDER]"), help=_("Where; made where it is missing."))
    ] = ".",
    title: Title = None,
    region: Region = None,
    base_language: Language = None,
    start: Start = None,
    end: End = None,
    party: PartyNames = None,
    parties: PartyTable = None,
) -> None:
    """Begin a knowledge base of your own: a few questions, then a folder that is sound at once.

    What is not given as an option is asked. Nothing that stands in the folder is written over.
    """
    from yhdyspinta_cli.services import beginning
    from yhdyspinta_cli.services.begin_files import BaseWish

    if party and parties is not None:
        raise UserError(_("give either --party or --parties"))
    here = Line(None, None).where.here
    # YP_ROOT names a knowledge base that is there; a new one stands where it is said.
    target = Path(here, line.directory or "", folder)
    lacking = [
        option
        for option, value in (("--region", region), ("--title", title), ("--start", start))
        if value is None
    ]
    if not party and parties is None:
        lacking.append("--party/--parties")
    beginning.refuse_inside(target)
    if lacking and beginning.is_whole(target):
        raise UserError(
            _("there is a knowledge base in {folder} already; nothing was written").format(
                folder=target
            ),
            exit_code=4,
            hint=_("'yp validate' checks it, 'yp new measure' adds to it"),
        )
    prompt.refuse(lacking)
    given = _given(party, parties)
    with prompt.asking():
        if lacking:
            terminal.tell(_("A few questions; Ctrl-C leaves, and nothing is written."))
        region = _text(region, _("Name of the region"))
        title = _text(title, _("Name of the agreement"))
        spoken = language.current()
        if base_language is None:
            base_language = (
                prompt.one(_("Language of the data (fi, sv, en …)"), _code, default=spoken)
                if lacking
                else spoken
            )
        last = _day(end) if end is not None else None
        first = (
            _day(start)
            if start is not None
            else prompt.one(_("First day"), lambda answer: _ordered(_day(answer), last))
        )
        wish = BaseWish(
            title=title,
            region=region,
            language=_code(base_language),
            start=first,
            end=_asked_end(first) if end is None and lacking else last,
            parties=_typed(given if given is not None else _asked_parties()),
        )
    beginning.run(target, wish, here=here, clock=options.clock(), voice=terminal)
    _tell_how_to_go_on(folder if line.directory is None else str(target))


def _text(given: str | None, question: str) -> str:
    if given is None:
        return prompt.one(question, lambda answer: prompt.needed(plain_text.one_line(answer)))
    return plain_text.one_line(given)


def _code(written: str) -> str:
    from yhdyspinta_cli import vocabulary

    code = written.strip().lower()
    if code not in vocabulary.LANGUAGES:
        raise UserError(
            _("there is no language {code}").format(code=quoted(written)),
            hint=_("a language is written as in ISO 639-1: fi, nb, es"),
        )
    return code


def _day(written: str) -> date:
    from yhdyspinta_cli.services import import_words

    day = import_words.day(plain_text.one_line(written))
    if day is None:
        raise UserError(
            _("{written} is not a day: write it as 2026-12-31 or 31.12.2026").format(
                written=quoted(written)
            )
        )
    return day


def _asked_end(first: date) -> date | None:
    def read(answer: str) -> date | None:
        last = _day(answer) if answer else None
        _ordered(first, last)
        return last

    return prompt.one(_("Last day (empty: until further notice)"), read)


def _ordered(first: date, last: date | None) -> date:
    """Return the first day; UserError where the last one is before it."""
    if last is not None and last < first:
        raise UserError(_("the end is before the start"))
    return first


def _given(party: list[str] | None, parties: str | None) -> "GivenParties | None":
    from yhdyspinta_cli.services import begin_parties

    if parties is None:
        found = begin_parties.of_names(party) if party else None
    elif parties == "-":
        found = begin_parties.of_bytes(sys.stdin.buffer.read(_MOST))
    else:
        found = begin_parties.of_file(Path(parties))
    if found is not None and not found.table.rows:
        raise UserError(_("no party is named"))
    return found


def _asked_parties() -> "GivenParties":
    from yhdyspinta_cli.services import begin_parties

    while True:
        found = begin_parties.of_names(
            prompt.several(
                _("The parties, a name a line (a list may be pasted); an empty line ends:")
            )
        )
        if found.table.rows:
            return found
        terminal.tell("  " + _("an answer is needed"))


def _typed(parties: "GivenParties") -> "GivenParties":
    """Return the parties, each with a type: what their names do not tell is asked, or left open."""
    from yhdyspinta_cli.services import begin_parties

    if parties.again:
        again = ", ".join(parties.again)
        terminal.tell(_("yp: named twice, taken once: {names}").format(names=again))
    names = begin_parties.untold(parties)
    if not names or (parties.file is not None and len(names) < len(parties.table.rows)):
        # A table that tells some types is refused where it lacks others, each by its cell.
        return parties
    listed = ", ".join(names)
    if prompt.is_possible():
        are = prompt.yes(_("Are these municipalities: {names}?").format(names=listed))
        return begin_parties.typed(parties, "municipality" if are else begin_parties.UNTOLD)
    terminal.tell(
        _("yp: what these are is not told, so they are of the type 'other': {names}").format(
            names=listed
        )
    )
    terminal.tell("    " + _("write it behind the name: 'Luoto; municipality'"))
    return begin_parties.typed(parties, begin_parties.UNTOLD)


def _tell_how_to_go_on(folder: str) -> None:
    terminal.tell(_("yp: the knowledge base is begun; go on with:"))
    if folder != ".":
        terminal.tell(f"    cd {shlex.quote(folder)}")
    for words in (
        ("yp validate", _("is everything in order")),
        ("yp new measure", _("the first measure of your own; a whole table: yp import measures")),
        ("git init && git add .", _("git keeps every change; then: git commit")),
    ):
        terminal.tell(f"    {words[0]:24}{words[1]}")
