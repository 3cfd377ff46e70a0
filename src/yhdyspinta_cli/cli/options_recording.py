"""What every command that records shares: its options, who says so, and when."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=_("ACTOR"),
        help=_("Who says so; else --party, else YP_ACTOR, else not stated."),
        autocompletion=complete.actors,
    ),
]
SpokenFor = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar=_("PARTY"),
        help=_("The one party it speaks of."),
        autocompletion=complete.parties,
    ),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar=_("DAY"), help=_("The day, month or year it speaks of; else today.")
    ),
]
Note = Annotated[
    str | None, typer.Option("--note", metavar=_("TEXT"), help=_("What else is to be said."))
]
Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar=_("TEXT"),
        help=_(
            "What it rests on: a web address, 'minutes: …', 'diary-number: …', or words; "
            "may be given several times."
        ),
    ),
]
Commit = Annotated[bool, typer.Option("--commit", help=_("Commit the new file with git."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show the file that would be written; write nothing."))
]

CommitChange = Annotated[
    bool, typer.Option("--commit", help=_("Commit the changed file with git."))
]
DryChange = Annotated[
    bool, typer.Option("--dry-run", help=_("Show the lines that would change; write nothing."))
]


def moment(kb: "KnowledgeBase", written: str | None) -> int | str:
    """Return what stands under `on`: the day, month or year given, else the region's today.

    Its form is judged by the model, and `save` refuses the future.
    """
    if written is None:
        return options.clock().today(kb).isoformat()
    from yhdyspinta_cli.wording import days

    written = days.iso(written)
    if len(written) == 4 and written.isascii() and written.isdigit():
        return int(written)
    return written


def speaker(kb: "KnowledgeBase", by: str | None, party: str | None) -> str | None:
    """Return the id of who speaks: --by, else the party spoken for, else YP_ACTOR, else nobody.

    `by` and YP_ACTOR may be an id or a whole name; UserError (exit 1) where nobody is called so.
    """
    named = by or (None if party else os.environ.get("YP_ACTOR"))
    if named:
        return resolve.named(named, kb.all_actors)
    if party is None:
        tell(_("yp: by whom is not stated; --by or YP_ACTOR tells it"))
    return party
