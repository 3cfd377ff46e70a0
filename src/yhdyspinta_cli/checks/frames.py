"""Rules on the frame of an agreement: letters, numbers and terms that are there only once."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import assert_never

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import OwnType


@rule(
    "YP206",
    Severity.WARNING,
    later("Two interfaces have the same letter."),
    why=later("People ask for an interface by its letter, and the first one answers."),
    bad="interfaces:\n  - id: a\n    letter: A\n  - id: b\n    letter: A",
    good="interfaces:\n  - id: a\n    letter: A\n  - id: b\n    letter: B",
)
def letter_twice(context: Context) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for interface in context.kb.interfaces:
        if interface.letter is None:
            continue
        other = first.setdefault(interface.letter.casefold(), interface.id)
        if other != interface.id:
            message = _("the letter {letter} is already the letter of {id}").format(
                letter=quoted(interface.letter), id=quoted(other)
            )
            hint = _("give one of the two its own letter")
            yield Violation(interface.id, ("letter",), message, hint, ((other, ("letter",)),))


@rule(
    "YP207",
    Severity.WARNING,
    later("Two goals have the same number."),
    why=later("People ask for a goal by its number, and the first one answers."),
    bad="goals:\n  - id: talous\n    number: 1\n  - id: terveys\n    number: 1",
    good="goals:\n  - id: talous\n    number: 1\n  - id: terveys\n    number: 2",
)
def number_twice(context: Context) -> Iterator[Violation]:
    first: dict[int, str] = {}
    for goal in context.kb.goals:
        other = first.setdefault(goal.number, goal.id)
        if other != goal.id:
            message = _("the number {number} is already the number of {id}").format(
                number=goal.number, id=quoted(other)
            )
            hint = _("give one of the two its own number")
            yield Violation(goal.id, ("number",), message, hint, ((other, ("number",)),))


@rule(
    "YP208",
    Severity.WARNING,
    later("An obligation ends before its first period begins."),
    why=later("It is due in no period, and nobody would ever miss it."),
    bad="first: 2026\nend: 2025-05-31",
    good="first: 2024\nend: 2025-05-31",
)
def ends_before_first(context: Context) -> Iterator[Violation]:
    for obligation in context.kb.obligations:
        first, end = obligation.first, obligation.end
        if first is not None and end is not None and end < first.first:
            message = _("it ends on {end}, before its first period {first}").format(
                end=day_text(end), first=first.written
            )
            yield Violation(obligation.id, ("end",), message, _("correct one of the two"))


@rule(
    "YP209",
    Severity.WARNING,
    later("Two terms of the same council overlap."),
    why=later("A day in both belongs to two periods, and what is due once a term is asked twice."),
    bad="council: municipal\nstart: 2021-08-01\nend: 2025-06-30\n"
    "# the next term\nstart: 2025-06-01",
    good="council: municipal\nstart: 2021-08-01\nend: 2025-05-31\n"
    "# the next term\nstart: 2025-06-01",
)
def terms_overlap(context: Context) -> Iterator[Violation]:
    for one, two in combinations(context.kb.terms, 2):
        if one.council == two.council and one.start <= two.end and two.start <= one.end:
            message = _("it overlaps {id}, which runs from {start} to {end}").format(
                id=quoted(one.id), start=day_text(one.start), end=day_text(one.end)
            )
            hint = _("let each term end on the day before the next one begins")
            yield Violation(two.id, ("start",), message, hint, ((one.id, ("end",)),))


@rule(
    "YP210",
    Severity.WARNING,
    later("A field of one's own is not declared, or holds another type than declared."),
    why=later("Only what is declared in agreement.yaml has a label and a column of its own."),
    bad="extra:\n  budjeti: 5000",
    good="# data/agreement.yaml\nfields:\n  measure:\n"
    "    budjetti: {label: Budjetti, type: number}\n"
    "# data/measures/asuminen.yaml\nextra:\n  budjetti: 5000",
)
def own_field_undeclared(context: Context) -> Iterator[Violation]:
    for entry in context.kb.entries.values():
        record = entry.record
        declared = context.kb.agreement.own_fields(record.kind) if record.extra else {}
        for key, value in record.extra.items():
            if key not in declared:
                message = _("the field {key} is not declared").format(key=quoted(key))
                hint = suggestion.hint(suggestion.nearest(key, declared)) or _(
                    "declare it in agreement.yaml under fields: {kind}"
                ).format(kind=record.kind)
                yield Violation(record.id, ("extra", key), message, hint)
            elif not _fits(declared[key].type, value):
                message = _("the field {key} is declared as {type}").format(
                    key=quoted(key), type=declared[key].type
                )
                hint = _("correct the value, or the declaration in agreement.yaml")
                yield Violation(record.id, ("extra", key), message, hint)


def _fits(declared: OwnType, value: object) -> bool:
    match declared:
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int | Decimal)
        case "day":
            return isinstance(value, date)
        case "list":
            return isinstance(value, tuple)
        case _:
            assert_never(declared)


RULES: tuple[Rule, ...] = (
    letter_twice,
    number_twice,
    ends_before_first,
    terms_overlap,
    own_field_undeclared,
)
