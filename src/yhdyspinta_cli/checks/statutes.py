"""Rules on acts: what the documents cite, held against the dated register."""

import re
from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.facts import agreement, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Agreement, Citation, Document, Section
from yhdyspinta_cli.model.bodies import Ground
from yhdyspinta_cli.model.obligations import Statute

_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}/(?:18|19|20)[0-9]{2}(?![0-9])")


@frozen
class _Mention:
    """An act that a record names under a number: where, and which act is meant."""

    record: str
    route: Route
    statute: Statute
    number: str


def _mentions(context: Context) -> Iterator[_Mention]:
    for citation in context.kb.of(Citation):
        statute = context.kb.find(Statute, citation.statute)
        if statute is not None:
            yield _Mention(citation.id, ("number",), statute, citation.number)
    for record in (*context.kb.bodies, *context.kb.obligations):
        for route, noun in walk.nouns(record):
            if isinstance(noun, Ground) and noun.printed is not None:
                statute = context.kb.find(Statute, noun.statute)
                found = _NUMBER.search(noun.printed)
                if statute is not None and found is not None:
                    yield _Mention(record.id, (*route, "printed"), statute, found.group())


def _wrong_numbers(context: Context) -> Iterator[tuple[_Mention, bool]]:
    """Yield mentions under a number that is not the act's; True where others have the right one."""
    mentions = tuple(_mentions(context))
    right = {m.statute.id for m in mentions if m.number == m.statute.number}
    for mention in mentions:
        if mention.number != mention.statute.number:
            yield mention, mention.statute.id in right


@rule(
    "YP501",
    Severity.WARNING,
    later("An act is cited under a number that the register does not have for it."),
    why=later("A reader who looks the number up finds another act, or none."),
    bad="statute: laki-100-2020\nnumber: 100/2012",
    good="statute: laki-100-2020\nnumber: 100/2020",
)
def act_number_unknown(context: Context) -> Iterator[Violation]:
    for mention, elsewhere_right in _wrong_numbers(context):
        if not elsewhere_right:
            message = _("the register has no act {number}; {id} is {right}").format(
                number=quoted(mention.number),
                id=quoted(mention.statute.id),
                right=mention.statute.number,
            )
            yield Violation(mention.record, mention.route, message, _correct())


@rule(
    "YP503",
    Severity.WARNING,
    later("An act is cited under two numbers, of which the register knows only one."),
    why=later("It looks like two acts."),
    bad="- statute: laki-100-2020\n  number: 100/2020\n"
    "- statute: laki-100-2020\n  number: 100/2021",
    good="- statute: laki-100-2020\n  number: 100/2020\n"
    "- statute: laki-100-2020\n  number: 100/2020",
)
def act_two_numbers(context: Context) -> Iterator[Violation]:
    for mention, elsewhere_right in _wrong_numbers(context):
        if elsewhere_right:
            message = _("{id} is cited as {number} here, and as {right} elsewhere").format(
                id=quoted(mention.statute.id),
                number=quoted(mention.number),
                right=mention.statute.number,
            )
            yield Violation(mention.record, mention.route, message, _correct())


def _correct() -> str:
    return _("correct it, or accept it in a remark where the source has it so")


@rule(
    "YP502",
    Severity.WARNING,
    later("An act is cited with a title that is not its own."),
    why=later("The act cannot be found by that title."),
    bad="statute: laki-100-2020\ntitle: Laki alueista",
    good="statute: laki-100-2020\ntitle: Aluelaki",
)
def act_title_differs(context: Context) -> Iterator[Violation]:
    for citation in context.kb.of(Citation):
        statute = context.kb.find(Statute, citation.statute)
        if statute is not None and citation.title.casefold() != statute.title.casefold():
            message = _("the title of {number} is {right}, not {title}").format(
                number=statute.number,
                right=quoted(statute.title, 120),
                title=quoted(citation.title, 120),
            )
            yield Violation(citation.id, ("title",), message, _correct())


@rule(
    "YP504",
    Severity.WARNING,
    later("An act is cited that was repealed before the document's day."),
    why=later("The document rests on an act that no longer held."),
    bad="# repealed: 2021-09-01\nstatute: laki-7-2014",
    good="statute: laki-756-2021",
)
def act_repealed(context: Context) -> Iterator[Violation]:
    for record, route, statute, day in _dated(context):
        if statute.repealed is not None and statute.repealed <= day:
            message = _("{number} was repealed on {day}").format(
                number=statute.number, day=day_text(statute.repealed)
            )
            if statute.repealed_by is not None:
                hint = _("the act {number} came in its place").format(number=statute.repealed_by)
            else:
                hint = _correct()
            yield Violation(record, route, message, hint)


@rule(
    "YP505",
    Severity.NOTE,
    later("An act is cited that was not yet in force on the document's day."),
    why=later("Until then another act held, and a reader must know that."),
    bad="# in_force: 2025-01-01\nstatute: laki-380-2023",
    good="# in_force: 2021-01-01\nstatute: laki-100-2020",
)
def act_not_in_force(context: Context) -> Iterator[Violation]:
    for record, route, statute, day in _dated(context):
        if statute.in_force is not None and statute.in_force > day:
            message = _("{number} came into force only on {day}").format(
                number=statute.number, day=day_text(statute.in_force)
            )
            hint = _("say from when it holds, and what held before")
            yield Violation(record, route, message, hint)


def _dated(context: Context) -> Iterator[tuple[str, Route, Statute, date]]:
    """Yield where an act is meant, the act, and the document's day, else the agreement's start."""
    if Agreement.kind in context.kb.unread_kinds:
        return
    for record in (*context.kb.of(Citation), *context.kb.bodies, *context.kb.obligations):
        place = record.source[0].document if record.source else None
        document = context.kb.find(Document, place)
        own = document.day if document is not None else None
        for route, noun in walk.nouns(record):
            if isinstance(noun, Citation | Ground):
                statute = context.kb.find(Statute, noun.statute)
                if statute is not None:
                    day = own or agreement.first_day(context.kb)
                    yield record.id, (*route, "statute"), statute, day


@rule(
    "YP506",
    Severity.NOTE,
    later('A section of an act is not written in the form "14 §".'),
    why=later(
        "In Finland it is the number, a space and the sign; other forms are hard to find. "
        "Of another country's data the rule asks nothing."
    ),
    bad='sections:\n  - number: "14"\n    printed: § 14',
    good='sections:\n  - number: "14"\n    printed: § 14\n'
    "remarks:\n  - text: Lähteessä merkki on ennen numeroa.\n    rule: YP506",
)
def section_form(context: Context) -> Iterator[Violation]:
    # Elsewhere the sign stands before the number, or as the source has it.
    if region.country(context.kb) not in ("FI", "AX"):
        return
    yield from _signed_numbers(context)
    hint = _("where the source has it so, leave it and accept this in a remark; else correct it")
    for citation in context.kb.of(Citation):
        # "6§ ja 7§" is printed once and stands at both sections.
        meant: dict[str, list[str]] = {}
        for section in citation.sections:
            meant.setdefault(section.printed or "", []).append(section.number)
        for place, section in enumerate(citation.sections):
            numbers = meant.pop(section.printed or "", [])
            if section.printed and numbers and not _is_usual(section.printed, numbers):
                message = _("{printed} is printed, where the usual form is {right}").format(
                    printed=quoted(section.printed),
                    right=quoted(", ".join(f"{number} §" for number in numbers)),
                )
                yield Violation(citation.id, ("sections", place, "printed"), message, hint)


_USUAL = re.compile(r"(?:[^§]*[0-9][a-z]? §)+[^§]*")


def _is_usual(printed: str, numbers: list[str]) -> bool:
    """True for "14 §" and "6 ja 7 §": every sign after its number, every number there."""
    printed_numbers = re.findall(r"\w+", printed)
    return bool(_USUAL.fullmatch(printed)) and all(n in printed_numbers for n in numbers)


def _signed_numbers(context: Context) -> Iterator[Violation]:
    """Yield the numbers that hold the sign: it would be shown twice."""
    for record in (*context.kb.of(Citation), *context.kb.bodies, *context.kb.obligations):
        for route, noun in walk.nouns(record):
            numbers: list[tuple[Route, str]] = []
            if isinstance(noun, Section):
                numbers = [(("number",), noun.number)]
            elif isinstance(noun, Ground):
                numbers = [(("sections", n), text) for n, text in enumerate(noun.sections)]
            for inner, number in numbers:
                if "§" in number:
                    message = _("the number {number} holds the sign, which is added to it")
                    hint = _("write the number alone: {number}").format(
                        number=number.replace("§", "").strip()
                    )
                    yield Violation(
                        record.id, (*route, *inner), message.format(number=quoted(number)), hint
                    )


RULES: tuple[Rule, ...] = (
    act_number_unknown,
    act_title_differs,
    act_two_numbers,
    act_repealed,
    act_not_in_force,
    section_form,
)
