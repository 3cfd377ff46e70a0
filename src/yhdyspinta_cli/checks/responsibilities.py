"""Rules on who answers for a measure."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.language import text as _


def nobody_known(case: Case) -> Iterator[Hit]:
    """A measure has nobody responsible, and the source says so itself."""
    for measure in case.kb.measures:
        if measure.nobody is not None:
            message = _("nobody is responsible for {code}: the source says so itself")
            yield Hit(measure.id, ("nobody",), message.format(code=measure.code))


def nobody_forgotten(case: Case) -> Iterator[Hit]:
    """A measure has nobody responsible, and nothing says that this is known."""
    for measure in case.kb.measures:
        if measure.nobody is None and not measure.responsible:
            message = _("the responsible of {code} are forgotten").format(code=measure.code)
            hint = _("list them under 'responsible', or record under 'nobody' that it is known")
            yield Hit(measure.id, ("responsible",), message, hint)
