"""Rules on a knowledge base that is only begun: what an agreement cannot do without."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _


@rule(
    "YP413",
    Severity.WARNING,
    later("The agreement has no party."),
    why=later("Nobody is bound to anything, and every question about who does what is empty."),
    bad="# data/parties.yaml\nparties: []",
    good="# data/parties.yaml\nparties:\n  - id: luoto\n    type: municipality\n    name: Luoto\n"
    "    official_name: Luodon kunta",
)
def no_party(context: Context) -> Iterator[Violation]:
    if context.is_whole and not context.kb.parties:
        message = _("no party stands in data/parties.yaml")
        hint = _("add them: 'yp new party' one, 'yp import parties FILE' a table")
        yield Violation(context.kb.agreement.id, ("id",), message, hint)


@rule(
    "YP414",
    Severity.NOTE,
    later("The agreement has no measure."),
    why=later("What is agreed can only be followed measure by measure; the report has no table."),
    bad="# data/measures/ has no file",
    good="# data/measures/ruoka-apu.yaml\nid: ruoka-apu\ncode: A1\ntitle: Ruoka-avun verkosto",
)
def no_measure(context: Context) -> Iterator[Violation]:
    if context.is_whole and not context.kb.measures:
        message = _("no measure stands in data/measures/")
        hint = _("add them: 'yp new measure' one, 'yp import measures FILE' a table")
        yield Violation(context.kb.agreement.id, ("id",), message, hint)


RULES: tuple[Rule, ...] = (no_party, no_measure)
"""What is missing where an agreement stands alone."""
