"""`yp edit`: one field of a record changed in its file, and nothing else of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, options_recording, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.services.edit_fields import Naming


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("edit")(edit)


@command
def edit(
    line: Line,
    record: Annotated[
        str,
        typer.Argument(
            metavar=_("RECORD"),
            help=_("An id, a measure's code, or a whole name."),
            autocompletion=complete.records,
        ),
    ],
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar=_("KEY=VALUE…"),
            help=_("title=Uusi nimi, responsible.0.role=lead, aliases=[a, b]; note= removes."),
            autocompletion=complete.edits,
            show_default=False,
        ),
    ],
    commit: options_recording.CommitChange = False,
    dry_run: options_recording.DryChange = False,
) -> None:
    """Change fields of one record in its file; the other lines stay as they are.

    An item of a list is told by its number from 0, by its id or by its actor. What was recorded is
    never edited: 'yp status correct' and --corrects correct it by a new file.
    """
    from yhdyspinta_cli.services import editing

    editing.run(
        line.where,
        editing.EditWish(tuple(changes), commit, dry_run),
        lambda kb: _record(kb, record),
        _naming,
        clock=options.clock(),
        voice=terminal,
    )


def _record(kb: "KnowledgeBase", words: str) -> "Record":
    return resolve.one_of(words, tuple(one.record for one in kb.entries.values()), exact=True)


def _naming(kb: "KnowledgeBase") -> "Naming":
    """Return how a field that holds the id of a record understands the words that are given."""

    def name(words: str, kinds: Sequence[str], or_text: bool) -> str:
        from yhdyspinta_cli.queries import matching
        from yhdyspinta_cli.services import import_names

        among = tuple(one.record for one in kb.entries.values() if one.record.kind in kinds)
        signed = import_names.by_sign(words, among)
        if signed is not None and words not in kb.entries:
            return signed.id
        if or_text:
            # Nobody is told of what is near: any words may stand there.
            best = matching.meaning(words, among, exact=True).best
            return best.id if best is not None else words
        return resolve.one_of(words, among, exact=True).id

    return name
