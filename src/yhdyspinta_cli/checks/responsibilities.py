"""Rules on who answers, how it shows, and when it is due."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.facts import measures
from yhdyspinta_cli.language import text as _


def nobody_known(case: Case) -> Iterator[Hit]:
    """A measure has nobody responsible, and the source says so itself."""
    for measure in case.kb.measures:
        if measures.nobody_known(measure):
            message = _("nobody is responsible for {code}: the source says so itself")
            hint = _("record who answers once it is decided, or accept this in a remark")
            yield Hit(measure.id, ("nobody",), message.format(code=measure.code), hint)


def nobody_forgotten(case: Case) -> Iterator[Hit]:
    """A measure has nobody responsible, and nothing says that this is known."""
    for measure in case.kb.measures:
        if measures.nobody_forgotten(measure):
            message = _("the responsible of {code} are forgotten").format(code=measure.code)
            hint = _("list them under 'responsible', or record under 'nobody' that it is known")
            yield Hit(measure.id, ("responsible",), message, hint)


def vague_responsible(case: Case) -> Iterator[Hit]:
    """A responsible actor is a word that names nobody in particular."""
    for measure in case.kb.measures:
        for number, responsibility in enumerate(measure.responsible):
            if measures.is_vague(case.kb, responsibility):
                message = _("{label} names nobody in particular who answers for {code}").format(
                    label=quoted(responsibility.label), code=measure.code
                )
                hint = _("name the organisations that answer, or accept this in a remark")
                yield Hit(measure.id, ("responsible", number, "label"), message, hint)


def no_lead(case: Case) -> Iterator[Hit]:
    """A measure has several responsible actors, and none of them leads."""
    for measure in case.kb.measures:
        if measures.leaderless(measure):
            message = _("several answer for {code}, and nobody leads").format(code=measure.code)
            yield Hit(
                measure.id, ("responsible",), message, _("write 'role: lead' for one of them")
            )


def no_indicator(case: Case) -> Iterator[Hit]:
    """A measure has no indicator, so that nobody can see whether it is done."""
    for measure in case.kb.measures:
        if not measures.no_indicator(measure):
            continue
        if measure.no_indicator is not None:
            message = _("{code} has no indicator: the source has {label}").format(
                code=measure.code, label=quoted(measure.no_indicator.label)
            )
            hint = _("list an indicator once there is one, or accept this in a remark")
            yield Hit(measure.id, ("no_indicator",), message, hint)
        else:
            message = _("{code} has no indicator").format(code=measure.code)
            hint = _("list it under 'indicators', or record under 'no_indicator' that it is known")
            yield Hit(measure.id, (), message, hint)


def obligation_without_doer(case: Case) -> Iterator[Hit]:
    """An obligation names nobody who has to do it."""
    for obligation in case.kb.obligations:
        if not obligation.doers:
            message = _("nobody has to do {title}").format(title=quoted(obligation.title))
            hint = _("list who has to do it under 'doers'")
            yield Hit(obligation.id, ("doers",), message, hint)


def obligation_without_rhythm(case: Case) -> Iterator[Hit]:
    """An obligation does not tell how often, by when or on which occasion it is due."""
    for obligation in case.kb.obligations:
        rhythm = obligation.rhythm
        if rhythm.per is None and rhythm.by is None and rhythm.when is None:
            message = _("when {title} is due is not told: the source has {printed}").format(
                title=quoted(obligation.title), printed=quoted(rhythm.printed or "")
            )
            hint = _("write 'per', 'by' or 'when' once it is agreed")
            yield Hit(obligation.id, ("rhythm",), message, hint)


def whose_is_not_told(case: Case) -> Iterator[Hit]:
    """A unit or a role is part of nobody."""
    for actor in case.kb.actors:
        if actor.type in ("unit", "role") and actor.part_of is None:
            message = _("{name} is a {type} of nobody: no party answers for what names it").format(
                name=quoted(actor.name), type=actor.type
            )
            hint = _("name under 'part_of' whose it is, or make its type 'outside'")
            yield Hit(actor.id, ("type",), message, hint)
