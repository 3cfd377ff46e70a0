"""`yp event add` and `yp event list`: what happened, recorded as a file of its own."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import answer, complete, options, options_recording, resolve
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening, saving

if TYPE_CHECKING:
    from yhdyspinta_cli.model.duties import Event
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded


Body = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="ID", help=_("The body it is of."), autocompletion=complete.bodies
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=True, help=_("Meetings and other events."))
    group.command("add")(add)
    group.command("list")(list_)
    app.add_typer(group, name="event", rich_help_panel=_("Recording"))


def add(
    type: Annotated[
        str,
        typer.Argument(
            metavar=_("KIND"),
            help=_(
                "What kind it is: meeting, negotiation, survey, report, decision, exercise, "
                "nomination or other."
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
        list[str] | None, typer.Option("--decision", help=_("A decision; may be repeated."))
    ] = None,
    link: Annotated[
        list[str] | None,
        typer.Option(
            "--link",
            metavar="[TITLE=]URL",
            help=_("A link to minutes or results; may be repeated."),
        ),
    ] = None,
    fulfils: Annotated[
        list[str] | None,
        typer.Option(
            "--fulfils",
            metavar="ID",
            help=_("An obligation it fulfils beyond the rule; may be repeated."),
            autocompletion=complete.obligations,
        ),
    ] = None,
    not_fulfils: Annotated[
        list[str] | None,
        typer.Option(
            "--not-fulfils",
            metavar="ID",
            help=_("An obligation it does not fulfil in spite of the rule; may be repeated."),
            autocompletion=complete.obligations,
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
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Record that something happened, as a new file; which duties it fulfils is told."""
    from yhdyspinta_cli.model import duties
    from yhdyspinta_cli.store import write

    links = [_link(text) for text in link or ()]
    kind = resolve.event_kind(type)

    def make(loaded: "Loaded") -> duties.Event:
        kb = loaded.kb
        whose = resolve.named(kb, party, kb.all_actors)
        event = write.draft(
            duties.Event,
            {
                "type": kind,
                "title": title,
                "on": options_recording.moment(on),
                "body": resolve.named(kb, body, kb.bodies),
                "area": resolve.named(kb, area, kb.areas),
                "party": whose,
                "convener": resolve.named(kb, convener, kb.all_actors),
                "chair": resolve.named(kb, chair, kb.all_actors),
                "by": options_recording.speaker(kb, by, whose),
                "decisions": decision or None,
                "links": links or None,
                "note": note,
                "fulfils": [resolve.named(kb, words, kb.obligations) for words in fulfils or ()]
                or None,
                "not_fulfils": [
                    resolve.named(kb, words, kb.obligations) for words in not_fulfils or ()
                ]
                or None,
                "corrects": options_recording.to_correct(kb, duties.Event, corrects).id
                if corrects is not None
                else None,
                "void": True if void else None,
            },
        )
        _tell_fulfilled(kb, event)
        return event

    if void and corrects is None:
        raise UserError(_("--void needs --corrects"))
    saving.save(
        directory,
        make,
        commit=commit,
        dry_run=dry_run,
        today=options.today(),
        message=_message,
    )


def _message(kb: "KnowledgeBase", event: "Record") -> str:
    """The first line of the commit: the body, the title and the day."""
    body = getattr(event, "body", None)
    name = f"{kb.name(body)}: " if body else ""
    return f"{name}{event.name_shown} {event.on}"  # type: ignore[attr-defined]


def _tell_fulfilled(kb: "KnowledgeBase", event: "Event") -> None:
    from yhdyspinta_cli.cli.terminal import tell
    from yhdyspinta_cli.facts import events
    from yhdyspinta_cli.queries import rotation

    found = () if event.void else events.fulfilled_by(kb, event)
    if found:
        tell(_("yp: it fulfils {ids}").format(ids=", ".join(o.id for o in found)))
    else:
        tell(_("yp: it fulfils no obligation; --fulfils names one"))
    if rotation.counts_no_turn(kb, event):
        tell(_("yp: it counts as nobody's turn; --convener, --chair and --area tell whose it was"))


def _link(text: str) -> dict[str, str]:
    """Return a link of ``URL`` or ``TITLE=URL``; UserError (exit 2) for anything else."""
    title, equals, url = text.partition("=")
    if not equals or "://" in title:
        title, url = text, text
    if not url.startswith(("https://", "http://")):
        raise UserError(
            _("--link: {link} is not a web address").format(link=quoted(text)),
            hint=_("a link is written https://…, or TITLE=https://…"),
        )
    return {"title": title, "url": url}


def list_(
    year: options.Year = None,
    body: Body = None,
    as_of: options.AsOf = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    as_excel: options.CsvExcel = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """List what happened, oldest first, with the obligations that each event fulfils."""
    from yhdyspinta_cli.facts import events
    from yhdyspinta_cli.output import events as form

    kb = opening.look(directory).kb
    wanted = resolve.one_of(kb, body, kb.bodies).id if body is not None else None
    found = tuple(
        event
        for event in events.effective(kb, options.day(as_of))
        if wanted in (None, event.body) and year in (None, event.on.last.year)
    )
    answer.Form(as_json, as_csv, as_excel).give(
        "events",
        page=lambda: form.page(kb, found),
        table=lambda: form.table(kb, found),
        json=lambda: form.json(kb, found),
    )
