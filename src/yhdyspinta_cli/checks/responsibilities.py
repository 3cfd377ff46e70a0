"""Rules on who answers, how it shows, and when it is due."""

from collections.abc import Iterator
from typing import assert_never

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import measures, naming, standings
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.vocabulary import ANSWERING, ActorKind


@rule(
    "YP301",
    Severity.WARNING,
    later("A measure has nobody responsible, and the source says so itself."),
    why=later("What nobody answers for is seldom done; the parties still have to decide."),
    bad="nobody:\n  label: Vastuu määrittelemättä",
    good="responsible:\n  - actor: kunnat\n    label: kunnat",
)
def nobody_known(context: Context) -> Iterator[Violation]:
    for measure in _going_on(context):
        if measures.nobody_known(context.kb, measure, context.day):
            message = _("nobody is responsible for {code}: the source says so itself")
            hint = _(
                "record the decision once it is taken: yp event add decision … --measure {code} "
                "--appoints …, or accept this in a remark"
            ).format(code=measure.code)
            yield Violation(measure.id, ("nobody",), message.format(code=measure.code), hint)


@rule(
    "YP302",
    Severity.ERROR,
    later("A measure has nobody responsible, and nothing says that this is known."),
    why=later("A forgotten key looks the same as an open question, so the two are kept apart."),
    bad="title: Talous\nindicators: []",
    good="title: Talous\nresponsible:\n  - actor: kunnat\n    label: kunnat",
)
def nobody_forgotten(context: Context) -> Iterator[Violation]:
    # What is forgotten of a measure that is yet to begin can be mended before it does.
    for measure in context.kb.measures:
        if measure.responsible or standings.is_ended(context.kb, measure, context.day):
            continue
        if measures.nobody_forgotten(context.kb, measure, context.day):
            message = _("the responsible of {code} are forgotten").format(code=measure.code)
            hint = _("list them under 'responsible', or record under 'nobody' that it is known")
            yield Violation(measure.id, ("responsible",), message, hint)


@rule(
    "YP303",
    Severity.WARNING,
    later("A responsible actor is a word that names nobody in particular."),
    why=later("What everybody answers for, nobody can be asked about."),
    bad="responsible:\n  - actor: kaikki-toimijat\n    label: kaikki toimijat",
    good="responsible:\n  - actor: kunnat\n    label: kunnat",
)
def vague_responsible(context: Context) -> Iterator[Violation]:
    for measure in _going_on(context):
        vague = measures.vague(context.kb, measure, context.day)
        hint = _("name the organisations that answer, or accept this in a remark")
        for one in vague:
            words = one.label or context.kb.name(one.actor)
            message = _("{label} names nobody in particular who answers for {code}").format(
                label=quoted(words), code=measure.code
            )
            if one.decided is not None:
                yield Violation(one.decided.id, ("appoints",), message, hint)
                continue
            for number, said in enumerate(measure.responsible):
                alike = (said.actor, said.role, said.label, said.part)
                if said.holds(context.day) and alike == (one.actor, one.role, one.label, one.part):
                    yield Violation(measure.id, ("responsible", number, "label"), message, hint)


@rule(
    "YP304",
    Severity.NOTE,
    later("A measure has several responsible actors, and none of them leads."),
    why=later("Each may wait for the others to begin."),
    bad="responsible:\n  - actor: hiidenmaa\n    label: HVA\n  - actor: kunnat\n    label: kunnat",
    good="# the source or a decision says who leads\n"
    "responsible:\n  - actor: hiidenmaa\n    role: lead\n    label: HVA\n"
    "  - actor: kunnat\n    label: kunnat",
)
def no_lead(context: Context) -> Iterator[Violation]:
    for measure in _going_on(context):
        if measures.leaderless(context.kb, measure, context.day):
            message = _("several answer for {code}, and nobody leads").format(code=measure.code)
            hint = _(
                "write 'role: lead' where the source or a decision says who leads, "
                "or accept this in a remark"
            )
            yield Violation(measure.id, ("responsible",), message, hint)


@rule(
    "YP305",
    Severity.WARNING,
    later("A measure has no indicator, so that nobody can see whether it is done."),
    why=later("Its state can only be an opinion."),
    bad='no_indicator:\n  label: "-"',
    good="indicators:\n  - id: mittari-b2\n    label: Sovittu / ei sovittu\n    type: yes-no",
)
def no_indicator(context: Context) -> Iterator[Violation]:
    for measure in _going_on(context):
        if not measures.no_indicator(measure):
            continue
        if measure.no_indicator is not None:
            message = _("{code} has no indicator: the source has {label}").format(
                code=measure.code, label=quoted(measure.no_indicator.label)
            )
            hint = _("list an indicator once there is one, or accept this in a remark")
            yield Violation(measure.id, ("no_indicator",), message, hint)
        else:
            message = _("{code} has no indicator").format(code=measure.code)
            hint = _("list it under 'indicators', or record under 'no_indicator' that it is known")
            yield Violation(measure.id, (), message, hint)


@rule(
    "YP306",
    Severity.WARNING,
    later("An obligation names nobody who has to do it."),
    why=later("Nobody can be reminded of it when it is due."),
    bad="doers: []",
    good="doers:\n  - actor: kunnat",
)
def obligation_without_doer(context: Context) -> Iterator[Violation]:
    for obligation in context.kb.obligations:
        if not obligation.doers:
            message = _("nobody has to do {title}").format(title=quoted(obligation.title))
            hint = _("list who has to do it under 'doers'")
            yield Violation(obligation.id, ("doers",), message, hint)


@rule(
    "YP307",
    Severity.NOTE,
    later("An obligation does not tell how often, by when or on which occasion it is due."),
    why=later("It never falls due, so it appears in no calendar."),
    bad="rhythm:\n  printed: kahdesti vuodessa",
    good="rhythm:\n  per: year\n  times: 2\n  printed: kahdesti vuodessa",
)
def obligation_without_rhythm(context: Context) -> Iterator[Violation]:
    for obligation in context.kb.obligations:
        rhythm, title = obligation.rhythm, quoted(obligation.title)
        if not rhythm.is_told:
            # A lasting duty is no fault; nor is a name, which stands once it is given.
            if not set(obligation.fulfilled_by.events if obligation.fulfilled_by else ()) - {
                "nomination"
            }:
                continue
            message = _("events fulfil {title}, and when it is due is not told").format(title=title)
        elif (rhythm.per, rhythm.by, rhythm.within, rhythm.when) == (None, None, None, None):
            message = _(
                "when {title} is due cannot be worked out: the source has {printed}"
            ).format(title=title, printed=quoted(rhythm.printed or ""))
        else:
            continue
        hint = _(
            "write 'per', 'by', 'within' or 'when' where the source or an agreement tells it, "
            "or accept this in a remark"
        )
        yield Violation(obligation.id, ("rhythm",), message, hint)


@rule(
    "YP308",
    Severity.WARNING,
    later("A unit or a role is part of nobody."),
    why=later("No party answers for what names it, and its measures stand on no party's card."),
    bad="id: hyvinvointipalvelut\ntype: unit",
    good="id: hyvinvointipalvelut\ntype: unit\npart_of: hiidenmaa",
)
def whose_is_not_told(context: Context) -> Iterator[Violation]:
    for actor in context.kb.actors:
        if _is_of_somebody(actor.type) and actor.part_of is None:
            message = _("{name} is a {type} of nobody: no party answers for what names it").format(
                name=quoted(actor.name), type=actor.type
            )
            hint = _("name under 'part_of' whose it is, or make its type 'outside'")
            yield Violation(actor.id, ("type",), message, hint)


def _is_of_somebody(kind: ActorKind) -> bool:
    """True for what is always a part of somebody: who is outside, or several, need not be."""
    match kind:
        case "unit" | "role":
            return True
        case "outside" | "collective":
            return False
        case _:
            assert_never(kind)


@rule(
    "YP309",
    Severity.WARNING,
    later("A measure names partners, and nobody who answers."),
    why=later("Partners take part; nobody can be asked whether it was done."),
    bad="responsible:\n  - actor: kunnat\n    role: partner\n    label: kunnat",
    good="responsible:\n  - actor: hiidenmaa\n    label: hyvinvointialue\n"
    "  - actor: kunnat\n    role: partner\n    label: kunnat",
)
def only_partners(context: Context) -> Iterator[Violation]:
    for measure in _going_on(context):
        everyone = naming.named(context.kb, measure, context.day)
        never = not any(one.role in ANSWERING for one in measure.responsible)
        if everyone and never and not any(one.answers for one in everyone):
            message = _("{code} names partners, and nobody who answers").format(code=measure.code)
            hint = _("name who answers, or record under 'nobody' that it is known")
            yield Violation(measure.id, ("responsible",), message, hint)


@rule(
    "YP310",
    Severity.NOTE,
    later("An obligation says by which kinds of event it is fulfilled, and of which body not."),
    why=later("A kind alone proves nothing: only events that name the obligation count for it."),
    bad="fulfilled_by:\n  events:\n    - report",
    good="fulfilled_by:\n  events:\n    - report\n  body: foorumi",
)
def proved_by_kind_alone(context: Context) -> Iterator[Violation]:
    for obligation in context.kb.obligations:
        proof = obligation.fulfilled_by
        if proof is not None and proof.body is None and obligation.body is None:
            message = _("only events that name {id} count for it").format(id=quoted(obligation.id))
            hint = _(
                "let its events say 'fulfils: [{id}]', or name under 'body' whose events they are"
            ).format(id=obligation.id)
            yield Violation(obligation.id, ("fulfilled_by",), message, hint)


@rule(
    "YP311",
    Severity.WARNING,
    later("On some days of a measure nobody answers for it: who did has ended with no one after."),
    why=later("What was begun is left to nobody, and no list of what is undefined tells it."),
    bad="responsible:\n  - actor: hiidenmaa\n    label: HVA\n    end: 2023-12-31",
    good="responsible:\n  - actor: hiidenmaa\n    label: HVA\n    end: 2023-12-31\n"
    "  - actor: kunnat\n    label: kunnat\n    start: 2024-01-01",
)
def nobody_for_days(context: Context) -> Iterator[Violation]:
    for measure in context.kb.measures:
        for days in measures.unowned(context.kb, measure, context.day):
            message = _("nobody answers for {code} from {start} on")
            if days.end is not None:
                message = _("nobody answers for {code} from {start} to {end}")
            message = message.format(
                code=measure.code,
                start=day_text(days.start),
                end=day_text(days.end) if days.end else "",
            )
            hint = _("name who answers on these days, or end the measure with its last day")
            yield Violation(measure.id, ("responsible",), message, hint)


def _going_on(context: Context) -> tuple[Measure, ...]:
    """Return the measures that are there on the day and not completed or ended."""
    return standings.ongoing(context.kb, context.day)


RULES: tuple[Rule, ...] = (
    nobody_known,
    nobody_forgotten,
    vague_responsible,
    no_lead,
    no_indicator,
    obligation_without_doer,
    obligation_without_rhythm,
    whose_is_not_told,
    only_partners,
    proved_by_kind_alone,
    nobody_for_days,
)
