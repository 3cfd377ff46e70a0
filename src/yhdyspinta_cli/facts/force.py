"""What binds whom to a duty: each doer has a force and a source of its own, else the obligation's.

Who only sits in a body that must do it is not bound by what binds the body, and no law binds the
successor of one that has ended.
"""

from datetime import date

from yhdyspinta_cli.facts import trails
from yhdyspinta_cli.model.bodies import Ground
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Doer, Obligation
from yhdyspinta_cli.vocabulary import BINDINGS, Binding, How, ordered


def of_doer(obligation: Obligation, doer: Doer) -> Binding:
    """Return what binds a doer: its own force, else the obligation's."""
    return doer.binding or obligation.binding


def grounds(obligation: Obligation, doer: Doer) -> tuple[Ground, ...]:
    """Return the acts on which a doer's duty rests.

    Its own; the obligation's only where the same force binds the doer.
    """
    same = of_doer(obligation, doer) == obligation.binding
    return doer.basis or (obligation.basis if same else ())


def of_all(obligation: Obligation) -> tuple[Binding, ...]:
    """Return what binds those who must do it, the strongest first, each once."""
    found = {of_doer(obligation, doer) for doer in obligation.doers}
    return ordered(BINDINGS, found or {obligation.binding})


def has_begun(obligation: Obligation, day: date) -> bool:
    """True unless everybody who must do it must do so only from a later day on."""
    starts = [doer.start for doer in obligation.doers]
    return not starts or any(start is None or start <= day for start in starts)


def of(
    kb: KnowledgeBase, obligation: Obligation, actor: str | None, day: date
) -> tuple[Binding, ...]:
    """Return what binds an actor (an id), the strongest first; of everybody where it is None.

    Empty where the obligation is not the actor's: a seat in a body that must do it binds nobody,
    and a duty by law is not passed on to a successor.
    """
    if actor is None:
        return of_all(obligation)
    found: set[Binding] = set()
    for doer in obligation.doers:
        linked = trails.to(kb, doer.actor, actor, day) if doer.holds(day) else None
        if linked is not None and not is_lost(obligation, doer, linked[0]):
            found.add(of_doer(obligation, doer))
    return ordered(BINDINGS, found)


def is_lost(obligation: Obligation, doer: Doer, how: How) -> bool:
    """True where a duty by law does not come to whoever is meant so: as a successor."""
    return how == "successor" and of_doer(obligation, doer) == "law"
