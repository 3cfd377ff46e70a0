"""`yp history`: what happened to a record, who stated its fields, what came in."""

from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.question import ALL_FORMS, Question, question
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.output.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the command of this family."""
    app.command("history")(history)


@question(forms=(*ALL_FORMS, "as_markdown", "as_html"))
def history(
    asked: Question,
    record: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[RECORD]"),
            help=_("An id, a measure's code, or words of a name; also of what was dropped."),
            autocompletion=complete.records,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=_("DAY"),
            help=_("Only what came in on this day or later; without a record, by party."),
        ),
    ] = None,
    fields: Annotated[
        bool,
        typer.Option("--fields", help=_("Of each field who stated it last, when, on what ground.")),
    ] = False,
    include_personal: options.IncludePersonal = False,
    exact: options.Exact = False,
) -> "Answer":
    """Tell what became of a record, or what came in: by which commit, reports woven in by day."""
    from yhdyspinta_cli.queries import past as query
    from yhdyspinta_cli.services import opening, past

    first = options.day(since, "--since")
    if record is None and (first is None or fields):
        raise UserError(
            _("which record? or --since DAY for what came in"),
            hint=_("yp history E4, or yp history --since 2024-05-14"),
        )
    # The packaged copy has no history.
    folder, _packaged = opening.find(asked.line.where, packaged=False)
    # A history tells what stands in the files, in the words of the files.
    loaded = asked.open(as_written=True)
    kept = asked.line.where.kept(folder)
    course = past.course(loaded, personal=include_personal)
    until = asked.given
    if record is None:
        assert first is not None
        from yhdyspinta_cli.output import came_in

        found_since = past.since(loaded, course, first, kept, until, asked.day)
        return came_in.answer(loaded.kb, found_since)
    # What was called so, or dropped under this very name, comes before what is only like it.
    found = None
    if not _is_there(loaded.kb, record):
        found = past.of_unread(loaded, course, record, kept) if loaded.faults else None
        if found is None:
            found = past.of_earlier(loaded, course, record, kept)
        if found is not None and found.was:
            _tell_now(record, found.record)
        if found is not None and found.is_unread:
            told = _("yp: {file} cannot be read at present: told is what git has of it")
            tell(told.format(file=found.path))
    if found is None:
        found = past.of_record(loaded, course, _meant(loaded.kb, record, exact=exact), kept)
    if fields:
        from yhdyspinta_cli.output import stated
        from yhdyspinta_cli.queries import stated as grounds

        return stated.answer(loaded.kb, grounds.of_fields(loaded.kb, found, asked.day))
    from yhdyspinta_cli.output import history as form

    return form.answer(loaded.kb, query.within(found, first, until))


def _is_there(kb: "KnowledgeBase", words: str) -> bool:
    """True where a record, or a remark, has these words as its id, its code or its whole name."""
    from yhdyspinta_cli.queries import matching

    if len(words) > resolve.LONGEST:
        raise resolve.too_long()
    line = plain_text.one_line(plain_text.composed(words))
    among = (entry.record for entry in kb.entries.values())
    if matching.meaning(line, among, exact=True).matches:
        return True
    remarks = (one.id for entry in kb.entries.values() for one in entry.record.remarks)
    return line.lower() in remarks


def _tell_now(words: str, record: "Record") -> None:
    told = _("yp: {words} goes on under another id; current id {id}")
    tell(told.format(words=quoted(words), id=record.id))


def _meant(kb: "KnowledgeBase", words: str, *, exact: bool) -> "Record":
    among = tuple(entry.record for entry in kb.entries.values())
    return resolve.holder_of_remark(kb, words) or resolve.one_of(words, among, exact=exact)
