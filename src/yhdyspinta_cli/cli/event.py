"""`yp event add` and `yp event list`: what happened, recorded as a file of its own."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, options_recording, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.output.answer import Answer

Body = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="ID", help=_("The body it is of."), autocompletion=complete.bodies
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("Meetings and other events."))
    group.command("add")(add)
    group.command("list")(list_)
    app.add_typer(group, name="event")


@command
def add(
    line: Line,
    type: Annotated[
        str,
        typer.Argument(
            metavar=_("KIND"),
            help=_(
                "What kind it is: meeting, negotiation, survey, report, decision, exercise, "
                "nomination, other, or a word of the data's own."
            ),
            autocompletion=complete.event_kinds,
        ),
    ],
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("What happened."))],
    on: Annotated[
        str,
        typer.Option("--on", metavar=_("DAY"), help=_("When: 2024-05-14, 2024-05 or 2024.")),
    ],
    body: Body = None,
    area: Annotated[
        str | None,
        typer.Option(
            "--area",
            metavar="ID",
            help=_("The area it was held in."),
            autocompletion=complete.areas,
        ),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar="ID",
            help=_("Whose it is, where each party does it for itself."),
            autocompletion=complete.parties,
        ),
    ] = None,
    convener: Annotated[
        str | None,
        typer.Option(
            "--convener",
            metavar="ID",
            help=_("Who convened it; this counts as a turn taken."),
            autocompletion=complete.actors,
        ),
    ] = None,
    chair: Annotated[
        str | None,
        typer.Option(
            "--chair",
            metavar="ID",
            help=_("Who chaired it; this counts as a turn taken."),
            autocompletion=complete.actors,
        ),
    ] = None,
    by: options_recording.By = None,
    decision: Annotated[
        list[str] | None,
        typer.Option("--decision", metavar=_("TEXT"), help=_("A decision; may be repeated.")),
    ] = None,
    link: Annotated[
        list[str] | None,
        typer.Option(
            "--link",
            metavar=_("[TITLE=]URL"),
            help=_("A link to minutes or results; may be repeated."),
        ),
    ] = None,
    fulfils: Annotated[
        list[str] | None,
        typer.Option(
            "--fulfils",
            metavar="ID",
            help=_("The obligation it fulfils, and no other; may be repeated."),
            autocompletion=complete.obligations,
        ),
    ] = None,
    not_fulfils: Annotated[
        list[str] | None,
        typer.Option(
            "--not-fulfils",
            metavar="ID",
            help=_("An obligation of its body that it does not fulfil; may be repeated."),
            autocompletion=complete.obligations,
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar=_("PERIOD"),
            help=_("Which period it is done for, where that is over: 2026, 2026-h1, 2026-q3."),
        ),
    ] = None,
    measure: Annotated[
        str | None,
        typer.Option(
            "--measure",
            metavar=_("MEASURE"),
            help=_("The measure it is about."),
            autocompletion=complete.measures,
        ),
    ] = None,
    appoints: Annotated[
        list[str] | None,
        typer.Option(
            "--appoints",
            metavar="ID",
            help=_("With decision and --measure: who answers for it from now on; may be repeated."),
            autocompletion=complete.actors,
        ),
    ] = None,
    note: options_recording.Note = None,
    corrects: Annotated[
        str | None,
        typer.Option(
            "--corrects",
            metavar="ID",
            help=_("The event that this one replaces."),
            autocompletion=complete.events,
        ),
    ] = None,
    void: Annotated[
        bool, typer.Option("--void", help=_("With --corrects: that event did not happen."))
    ] = False,
    commit: options_recording.Commit = False,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Record that something happened, as a new file; which obligations it fulfils is told."""
    from yhdyspinta_cli.model.obligations import Event
    from yhdyspinta_cli.services import recording, saving

    for text in link or ():
        recording.link(text)
    if void and corrects is None:
        raise UserError(_("--void needs --corrects"))

    def make(kb: "KnowledgeBase") -> Event:
        whose = resolve.named(party, kb.all_actors)
        event = recording.event(
            type=resolve.event_kind(kb.agreement.own_words, type),
            title=title,
            on=options_recording.moment(kb, on),
            body=resolve.named(body, kb.bodies),
            area=resolve.named(area, kb.areas),
            party=whose,
            convener=resolve.named(convener, kb.all_actors),
            chair=resolve.named(chair, kb.all_actors),
            by=options_recording.speaker(kb, by, whose),
            decisions=decision or (),
            links=link or (),
            note=note,
            fulfils=_obligations(kb, fulfils),
            not_fulfils=_obligations(kb, not_fulfils),
            period=period,
            measure=None if measure is None else resolve.measure(kb, measure, exact=True).id,
            appoints=[
                resolve.one_of(words, kb.all_actors, exact=True).id for words in appoints or ()
            ],
            corrects=recording.to_correct(kb, Event, corrects).id if corrects is not None else None,
            void=void,
            own=kb.agreement.own_words,
        )
        for told in recording.told_of_event(kb, event):
            terminal.tell(told)
        return event

    saving.save(
        line.where,
        make,
        is_committed=commit,
        is_tried_only=dry_run,
        clock=options.clock(),
        message=recording.message_of_event,
        voice=terminal,
    )


def _obligations(kb: "KnowledgeBase", named: list[str] | None) -> list[str]:
    """Return the ids of the obligations that an option names by id or whole name."""
    return [resolve.one_of(words, kb.obligations, exact=True).id for words in named or ()]


@question()
def list_(
    asked: Question,
    year: options.Year = None,
    body: Body = None,
    filters: resolve.Filters = resolve.ALL,
) -> "Answer":
    """List what happened, oldest first, with the obligations that each event fulfils."""
    from yhdyspinta_cli.facts import happened
    from yhdyspinta_cli.output import events as form
    from yhdyspinta_cli.output import narrowed
    from yhdyspinta_cli.queries.filters import keeping, ordered

    kb = asked.open().kb
    wanted = resolve.wanted(kb, filters)
    keep = keeping(kb, wanted, asked.day)
    whose = resolve.one_of(body, kb.bodies).id if body is not None else None
    recorded = tuple(
        event
        for event in ordered("event", kb.events)
        if event.on.last <= asked.day
        and whose in (None, event.body)
        and year in (None, event.on.last.year)
        and keep(event)
    )
    more = [] if whose is None else [_("body {name}").format(name=kb.name(whose))]
    more += [] if year is None else [_("year {year}").format(year=year)]
    counting = {event.id for event in happened.effective(kb, asked.day)}
    return form.answer(
        kb,
        tuple(event for event in recorded if event.id in counting),
        tuple(event for event in recorded if event.id not in counting),
        narrowed.words(kb, wanted, more),
    )
