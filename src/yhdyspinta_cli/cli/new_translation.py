"""`yp new translation`: a record's names and texts in another language, asked one by one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli.cli import complete, options, options_recording, prompt, resolve, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record


@command
def translation(
    line: Line,
    record: Annotated[
        str,
        typer.Argument(
            metavar=_("RECORD"),
            help=_("An id, a measure's code, or a whole name."),
            autocompletion=complete.records,
        ),
    ],
    into: Annotated[
        str,
        typer.Option(
            "--into",
            metavar=_("LANGUAGE"),
            help=_("Into which language: sv, en, se …"),
            autocompletion=complete.languages_of_data,
        ),
    ],
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar=_("FIELD"),
            help=_("Which of its texts: name, title …"),
            autocompletion=complete.translatable,
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar=_("TEXT"), help=_("The text in that language."))
    ] = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Translate a name or a text of a record; without --text each that lacks is asked for."""
    from yhdyspinta_cli.services import translating

    def told(kb: "KnowledgeBase", found: "Record") -> Mapping[str, str]:
        given = None if field is None else translating.field(found, field)
        if given is not None and text is not None:
            return {given: text}
        prompt.refuse(
            [option for option, value in (("--field", field), ("--text", text)) if value is None]
        )
        if text is not None:
            raise UserError(_("--text needs --field: which text it translates"))
        return _ask(translating.to_translate(kb, found, into, given))

    def find(kb: "KnowledgeBase") -> "Record":
        among = tuple(one.record for one in kb.entries.values())
        return resolve.one_of(record, among, exact=True)

    wish = translating.TranslationWish(into, find, told, dry_run)
    translating.run(line.where, wish, clock=options.clock(), voice=terminal)


def _ask(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what is answered for each text; an empty answer leaves it as it is."""
    from yhdyspinta_cli.wording import field_names

    with prompt.asking():
        terminal.tell(_("An empty answer leaves out what need not be said; Ctrl-C leaves."))
        return {
            key: prompt.one(f"{field_names.places((key,))}: {text}", str)
            for key, text in fields.items()
        }
