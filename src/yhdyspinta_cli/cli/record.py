"""`yp record value`, and what every command that records shares: options, who, when, on what."""

import os
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from yhdyspinta_cli.cli import complete, options, saving
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.measures import Indicator
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded

    R = TypeVar("R", bound=Record)

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
EvidenceOption = Annotated[
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


def register(parent: typer.Typer) -> None:
    """Add the group of this family."""
    group = typer.Typer(no_args_is_help=True, help=_("Record what was measured."))
    group.command("value")(value)
    parent.add_typer(group, name="record", rich_help_panel=_("Recording"))


def value(
    indicator: Annotated[
        str,
        typer.Argument(
            metavar=_("INDICATOR"),
            help=_("Its id, or the measure's code where it has one only."),
            autocompletion=complete.indicators,
        ),
    ],
    reading: Annotated[
        str, typer.Argument(metavar=_("VALUE"), help=_("Of the indicator's kind: 12, yes, …"))
    ],
    on: On = None,
    party: SpokenFor = None,
    by: By = None,
    note: Note = None,
    evidence: EvidenceOption = None,
    corrects: Annotated[
        str | None,
        typer.Option(
            "--corrects",
            metavar=_("VALUE"),
            help=_("The id of the earlier value that this one replaces."),
            autocompletion=complete.values,
        ),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    directory: options.Directory = None,
    lang: options.Lang = None,
) -> None:
    """Record a value of an indicator as a new file."""
    from yhdyspinta_cli.model.status import Value

    def make(loaded: "Loaded") -> "Record":
        kb = loaded.kb
        meant = indicator_of(kb, indicator)
        spoken_for = party_of(kb, party)
        return draft(
            Value,
            {
                "indicator": meant.id,
                "value": _fitting(meant, reading, of_party=spoken_for is not None),
                "on": moment(on),
                "by": speaker(kb, by, spoken_for),
                "party": spoken_for,
                "note": note,
                "evidence": evidence_of(evidence),
                "corrects": corrects,
            },
        )

    saving.save(
        directory,
        make,
        commit=commit,
        dry_run=dry_run,
        today=options.today(),
        message=lambda kb, record: f"{record.id}: {reading}",
    )


def indicator_of(kb: "KnowledgeBase", words: str) -> "Indicator":
    """Return the indicator meant by its id, its label, or its measure where that has one only."""
    from yhdyspinta_cli.cli.look import one_of
    from yhdyspinta_cli.model.measures import Indicator

    measure = kb.measure(words)
    if measure is not None and len(measure.indicators) == 1:
        return measure.indicators[0]
    if measure is not None and measure.indicators:
        raise UserError(
            _("{code} has several indicators").format(code=measure.code),
            hint=_("give one of: {ids}").format(ids=", ".join(i.id for i in measure.indicators)),
        )
    found = one_of(kb, words, kb.indicators, exact=True)
    assert isinstance(found, Indicator)
    return found


def _fitting(indicator: "Indicator", written: str, *, of_party: bool) -> Any:
    """Return the value that fits the indicator; UserError (exit 2) says what would."""
    from yhdyspinta_cli.output.words import word
    from yhdyspinta_cli.queries import values

    try:
        return values.fitting(indicator, written, of_party=of_party)
    except values.UnfitError as error:
        expected = {
            "option": _("one of: {options}").format(options="; ".join(error.options)),
            "yes-no": _("yes or no"),
            "count": _("a whole number, 0 or more"),
            "number": _("a number"),
        }[error.expected]
        raise UserError(
            _("{value} does not fit {indicator} ({kind})").format(
                value=quoted(written), indicator=indicator.id, kind=word(indicator.type)
            ),
            hint=expected,
        ) from error


def party_of(kb: "KnowledgeBase", words: str | None) -> str | None:
    """Return the id of the party an option names by id or whole name; nothing is guessed."""
    from yhdyspinta_cli.cli.look import one_of

    return None if words is None else one_of(kb, words, kb.parties, exact=True).id


def moment(written: str | None) -> int | str:
    """Return what stands under `on`: the day, month or year given, else today.

    Its form is judged by the model, and `save` refuses the future.
    """
    if written is None:
        return options.today().isoformat()
    return (
        int(written) if len(written) == 4 and written.isascii() and written.isdigit() else written
    )


_EVIDENCE = ("link", "minutes", "diary-number", "source", "other")


def evidence_of(given: list[str] | None) -> list[dict[str, str]] | None:
    """Return evidence as the data has it, None where there is none.

    A text may begin with its type ("minutes: council 8.5.2023 § 41") and end in an address.
    """
    return [_one_evidence(text.strip()) for text in given] if given else None


def _one_evidence(text: str) -> dict[str, str]:
    from yhdyspinta_cli.output.words import word

    types = {name: name for name in _EVIDENCE} | {word(name).casefold(): name for name in _EVIDENCE}
    start, colon, rest = text.partition(":")
    kind = types.get(start.strip().casefold()) if colon else None
    said = rest.strip() if kind else text
    before, _space, last = said.rpartition(" ")
    if last.lower().startswith(("https://", "http://")):
        return {
            "type": kind or ("other" if before else "link"),
            "text": before or last,
            "url": last,
        }
    return {"type": kind or "other", "text": said}


def draft(kind: "type[R]", keys: dict[str, Any]) -> "R":
    """Return a record of these keys for `make` to hand to `save`; keys that are None are left out.

    Values are as in a file: texts, whole numbers, decimals, booleans, days, lists, dicts; `on`
    as typed ("2024", "2024-05", "2024-05-14"). Raises UserError (exit 2) with the first fault.
    """
    from yhdyspinta_cli.store import write

    return write.draft(kind, keys)


def speaker(kb: "KnowledgeBase", by: str | None, party: str | None) -> str | None:
    """Return the id of who speaks: --by, else the party spoken for, else YP_ACTOR, else nobody.

    `by` and YP_ACTOR may be an id or a whole name; UserError (exit 1) where nobody is called so.
    """
    from yhdyspinta_cli.cli.look import one_of

    named = by or (None if party else os.environ.get("YP_ACTOR"))
    if named:
        return one_of(kb, named, kb.all_actors, exact=True).id
    if party is None:
        tell(_("yp: by whom is not stated; --by or YP_ACTOR tells it"))
    return party
