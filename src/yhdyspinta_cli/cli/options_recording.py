"""What every command that records shares: its options, and who says so, when, on what evidence."""

import os
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

import typer

from yhdyspinta_cli.cli import complete, options, resolve
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.duties import Event
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.status import Update, Value

R = TypeVar("R", "Update", "Value", "Event")

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


def moment(written: str | None) -> int | str:
    """Return what stands under `on`: the day, month or year given, else today.

    Its form is judged by the model, and `save` refuses the future.
    """
    if written is None:
        return options.today().isoformat()
    if len(written) == 4 and written.isascii() and written.isdigit():
        return int(written)
    return options.iso(written)


def id_of(written: str) -> str:
    """Return the id that an id or the path of a record's file means."""
    return written.strip().removesuffix(".yaml").rpartition("/")[2]


def to_correct(kb: "KnowledgeBase", kind: "type[R]", key: str) -> "R":
    """Return the report that is to be corrected, by its id or the path of its file.

    Raises UserError: exit 1 where there is none, exit 4 where another report corrects it already.
    """
    found = kb.find(kind, id_of(key))
    if found is None:
        raise UserError(
            _("there is no report {id}").format(id=quoted(key)),
            exit_code=1,
            hint=_("'yp list {kind}' tells their ids").format(kind=f"{kind.kind}s"),
        )
    for other in kb.of(kind):
        if getattr(other, "corrects", None) == found.id:
            raise UserError(
                _("{id} is corrected already, by {other}; nothing was written").format(
                    id=found.id, other=other.id
                ),
                exit_code=4,
                hint=_("correct that one"),
            )
    return found


def evidence_of(given: list[str] | None) -> list[dict[str, str]] | None:
    """Return evidence as the data has it, None where there is none.

    A text may begin with its type ("minutes: council 8.5.2023 § 41") and end in an address.
    """
    if not given:
        return None
    if not all(text.strip() for text in given):
        raise UserError(_("--evidence is empty"), hint=_("say what it rests on"))
    return [_one_evidence(text.strip()) for text in given]


def _one_evidence(text: str) -> dict[str, str]:
    from yhdyspinta_cli.output import words
    from yhdyspinta_cli.vocabulary import EvidenceKind

    start, colon, rest = text.partition(":")
    kind = words.meant(start, get_args(EvidenceKind)) if colon else None
    said = rest.strip() if kind else text
    before, _space, last = said.rpartition(" ")
    if last.lower().startswith(("https://", "http://")):
        return {
            "type": kind or ("other" if before else "link"),
            "text": before or last,
            "url": last,
        }
    return {"type": kind or "other", "text": said}


def speaker(kb: "KnowledgeBase", by: str | None, party: str | None) -> str | None:
    """Return the id of who speaks: --by, else the party spoken for, else YP_ACTOR, else nobody.

    `by` and YP_ACTOR may be an id or a whole name; UserError (exit 1) where nobody is called so.
    """
    named = by or (None if party else os.environ.get("YP_ACTOR"))
    if named:
        return resolve.named(kb, named, kb.all_actors)
    if party is None:
        tell(_("yp: by whom is not stated; --by or YP_ACTOR tells it"))
    return party
