"""`yp obligations`, `yp calendar`, `yp rotation`: what is due, and when."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import closed_set, complete, options, output_file, resolve, spoken, terminal
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import STANDINGS
from yhdyspinta_cli.wording import obligations as wording
from yhdyspinta_cli.wording import typed

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer

CalendarFormat = Literal["text", "ics"]


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("obligations")(obligations)
    app.command("calendar")(calendar)
    app.command("rotation")(rotation)


@question()
def obligations(
    asked: Question,
    year: options.Year = None,
    standing: Annotated[
        str | None,
        typer.Option(
            "--standing",
            metavar=_("STANDING"),
            help=_("Only periods that stand like this: {words}.").format(
                words=typed.listed(STANDINGS, wording.standing_word)
            ),
            autocompletion=complete.standings,
        ),
    ] = None,
    filters: resolve.Filters = resolve.ALL,
) -> "Answer":
    """Tell of each obligation and period whether it is met, due, missed or not known.

    Missed is said only where events of that kind are being recorded.
    """
    from yhdyspinta_cli.facts import lifetime
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.output import obligations as form
    from yhdyspinta_cli.queries import filters as chosen
    from yhdyspinta_cli.queries import obligations as query

    kb = asked.open().kb
    if standing is None and (old := closed_set.standing_of(kb, filters.state)) is not None:
        terminal.tell(
            _("yp: --state {word} is --standing {meant}: --state is of the measure").format(
                word=quoted(filters.state or ""), meant=old
            )
        )
        standing, filters = old, replace(filters, state=None)
    meant = None if standing is None else closed_set.standing(standing)
    wanted = resolve.wanted(kb, filters)
    who = wanted.party or wanted.actor
    # Who has ended had its duties up to its last day.
    held = lifetime.last_there(kb, who, asked.day) if who is not None else asked.day
    found = tuple(
        one
        for one in query.standings(
            kb,
            asked.day,
            year=year,
            actor=who,
            keep=chosen.keeping(kb, wanted, held),
            over=asked.is_over,
        )
        if meant is None or one.stands(meant)
    )
    more = [] if meant is None else [wording.asked_standing(meant)]
    told = narrowed.words(kb, wanted, more)
    return form.answer(kb, found, asked.day, year=year, actor=who, asked=told)


@question()
def calendar(
    asked: Question,
    year: options.Year = None,
    filters: resolve.Filters = resolve.ALL,
    format: Annotated[
        CalendarFormat | None,
        typer.Option("--format", help=_("The format; else the ending of --output, else text.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar=_("FILE"), help=_("Write the calendar to this file.")
        ),
    ] = None,
) -> "Answer | None":
    """Show a year as a list, or as iCalendar that a calendar program takes in.

    Without --year it is the present year, or the last one of the agreement.
    """
    from yhdyspinta_cli.model.days import LATEST
    from yhdyspinta_cli.output import calendar as form
    from yhdyspinta_cli.output import ical, ical_earlier, narrowed, page_text
    from yhdyspinta_cli.queries import calendar as query
    from yhdyspinta_cli.services import calendar_file, opening

    if (format or output) and asked.form.is_for_a_program:
        raise UserError(_("--format and --output go with neither --json nor --csv"))
    is_ics = format_of(format, output) == "ics"
    root, packaged = opening.find(asked.line.where)
    output_file.refuse_data(root, output)
    kb = asked.open(as_written=is_ics).kb
    if is_ics:
        # The file is the same whoever makes it: in the knowledge base's own language.
        code = spoken.of_data(asked.line, asked.open(as_written=True))
        kb = opening.in_language(asked.open(as_written=True), code).kb
    chosen = resolve.year(kb, year, asked.day)
    wanted = resolve.wanted(kb, filters)
    # What stands in the file follows from the data alone, on whichever day it is made.
    day = LATEST if is_ics and not asked.is_of_a_day else asked.day
    is_over, told = asked.is_over or day < asked.day, narrowed.words(kb, wanted)
    actor = wanted.party or wanted.actor
    if is_ics:
        name = ical.asked(kb, chosen, asdict(wanted))
        # What was known on an earlier day calls off nothing that is known now.
        is_of_now = not asked.is_of_a_day and asked.rev is None
        held = calendar_file.earlier(output) if is_of_now else b""
        earlier = ical_earlier.read(held, name)
        found = query.year(kb, chosen, day, wanted=wanted, over=is_over, before=earlier.keys(actor))
        # The packaged copy is changed by nobody.
        made = options.clock().stamp if is_of_now and not packaged else None
        changed = calendar_file.changed(asked.open(as_written=True), made)
        with language.speaking(code):
            text = ical.text(kb, found, asked=name, actor=actor, changed=changed, earlier=earlier)
        output_file.write(terminal.utf8(text), output)
        if made is not None and changed is not None and changed >= made and not held:
            # Only the clock makes the next file newer: it starts when another number has begun.
            options.wait_until(ical.is_past(changed))
        return None
    found = query.year(kb, chosen, day, wanted=wanted, over=is_over)
    if output is not None:
        output_file.write(page_text.text(form.page(kb, found, told)), output)
    else:
        return form.answer(kb, found, told)
    return None


@question(filters=("interface", "party", "actor"))
def rotation(
    asked: Question,
    body: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[BODY]"),
            help=_("A body: an id, or words of its name."),
            autocompletion=complete.bodies,
        ),
    ] = None,
    filters: resolve.Filters = resolve.ALL,
) -> "Answer":
    """Tell whose turn it is to convene or chair, where that goes round."""
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.output import rotation as form
    from yhdyspinta_cli.queries import rotation as query

    kb = asked.open().kb
    meant = resolve.one_of(body, kb.bodies).id if body is not None else None
    wanted = resolve.wanted(kb, filters)
    found = query.rotations(kb, asked.day, body=meant, wanted=wanted)
    return form.answer(kb, found, narrowed.words(kb, wanted))


def format_of(wanted: CalendarFormat | None, output: Path | None) -> CalendarFormat:
    """Return the format: as asked, else by the file's ending, else text."""
    if wanted is not None:
        return wanted
    is_ics = output is not None and output.suffix.lower() in (".ics", ".ical")
    return "ics" if is_ics else "text"
