"""The driver: runs the rules, stamps code and severity, lets remarks accept findings."""

from collections.abc import Iterator, Mapping
from datetime import date

from yhdyspinta_cli.checks import references
from yhdyspinta_cli.checks.explanation import Explanation
from yhdyspinta_cli.checks.rule import Context, Rule
from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.diagnostic import Finding, Route, Severity, quoted
from yhdyspinta_cli.facts import naming, standings
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase

UNUSED = Explanation(
    "YP901",
    Severity.WARNING,
    later("A remark accepts a finding that is not there."),
    why=later(
        "The defect has been mended, or the remark stands at the wrong record or names a wrong"
        " code; either way it would hide the next such finding."
    ),
    bad="remarks:\n  - text: Lähde ei nimeä ketään.\n    rule: YP303",
    good="remarks:\n  - text: Lähde ei nimeä ketään.",
)
"""No rule: only the driver knows which remarks have accepted something."""

_Acceptance = tuple[str, Route, str]
"""A remark that accepts: the file, the route of the record that has it, the rule's code."""

_Acceptances = Mapping[_Acceptance, tuple[str, Route]]
"""The remarks that accept, each with its text and its own route."""


def run(kb: KnowledgeBase, day: date) -> tuple[Finding, ...]:
    """Return every rule's findings as of `day`, those that a remark accepts marked as such."""
    accepted = dict(_acceptances(kb))
    context = Context(kb, day)
    used: set[_Acceptance] = set()
    findings = list(_findings(context, RULES, accepted, used))
    if context.is_whole:
        findings.extend(_unused(context, accepted, used))
    return tuple(findings)


def errors(kb: KnowledgeBase, day: date, *, leads_on: bool = False) -> tuple[Finding, ...]:
    """Return the findings, as of `day`, of those rules alone whose findings are errors.

    Where it is known that each reference `leads_on` to a record, that is not asked.
    """
    known = (references.unknown_reference,) if leads_on else ()
    rules = tuple(one for one in RULES if one.severity is Severity.ERROR and one not in known)
    return tuple(_findings(Context(kb, day), rules, dict(_acceptances(kb)), set()))


def _findings(
    context: Context, rules: tuple[Rule, ...], accepted: _Acceptances, used: set[_Acceptance]
) -> Iterator[Finding]:
    """Yield what the rules find; the remarks that accept something are put into `used`."""
    kb = context.kb
    for rule in rules:
        for violation in rule.check(context):
            entry = kb.entries[violation.record]
            acceptance = _accepting(accepted, entry, rule.code)
            if acceptance is not None:
                used.add(acceptance)
            yield Finding(
                rule.code,
                rule.severity,
                entry.path,
                (*entry.route, *violation.route),
                violation.message,
                violation.hint,
                accepted[acceptance][0] if acceptance else "",
                tuple(
                    (kb.entries[other].path, (*kb.entries[other].route, *route))
                    for other, route in violation.related
                ),
            )
    yield from _dangling(kb)


def _unused(context: Context, accepted: _Acceptances, used: set[_Acceptance]) -> Iterator[Finding]:
    """Yield the remarks that accept nothing."""
    kb, day = context.kb, context.day
    # Without the people, a finding may only be out of sight.
    unseen = {
        rule.code
        for rule in RULES
        if (rule.private and kb.personal is None) or not rule.asked(context)
    }
    # Of a measure that is not there on the day, rules do not ask what they ask on its days; and
    # what a decision has settled was still open, and accepted, on the days before it.
    judged = {
        measure.id
        for measure in standings.ongoing(kb, day)
        if not naming.appointments(kb, measure, day)
    }
    entries = (kb.entries[measure.id] for measure in kb.measures if measure.id not in judged)
    aside = {(entry.path, entry.route) for entry in entries}
    for acceptance, (_text, route) in accepted.items():
        if acceptance in used or acceptance[:2] in aside or acceptance[2] in unseen:
            continue
        message = _("the remark accepts {code}, but there is no such finding here").format(
            code=quoted(acceptance[2])
        )
        hint = _("delete the key 'rule' of the remark")
        yield Finding(UNUSED.code, UNUSED.severity, acceptance[0], route, message, hint)


def _dangling(kb: KnowledgeBase) -> Iterator[Finding]:
    """Yield the references of unread records that lead nowhere, as `unknown_reference` would."""
    rule = references.unknown_reference
    for ref in kb.dangling:
        fault = references.unresolved(kb, ref.key, ref.kinds)
        if fault is not None:
            yield Finding(rule.code, rule.severity, ref.path, ref.route, *fault)


def private_codes() -> frozenset[str]:
    """Return the codes of findings whose line must not be shown."""
    return frozenset(rule.code for rule in RULES if rule.private)


def _acceptances(kb: KnowledgeBase) -> Iterator[tuple[_Acceptance, tuple[str, Route]]]:
    for entry in kb.entries.values():
        for number, remark in enumerate(entry.record.remarks):
            if remark.rule is not None:
                route = (*entry.route, "remarks", number, "rule")
                yield (entry.path, entry.route, remark.rule), (remark.text, route)


def _accepting(accepted: _Acceptances, entry: Entry, code: str) -> _Acceptance | None:
    """Return the remark of the record, or of a record around it, that accepts this rule."""
    for length in range(len(entry.route), -1, -1):
        acceptance = (entry.path, entry.route[:length], code)
        if acceptance in accepted:
            return acceptance
    return None
