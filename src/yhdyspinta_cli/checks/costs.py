"""Rules on who pays what."""

from collections.abc import Iterator
from decimal import Decimal

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.language import later, number
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.provisions import Provision

_WHOLE = 100


@rule(
    "YP410",
    Severity.WARNING,
    later("The shares of the costs of a provision do not make 100 per cent."),
    why=later("A part of the costs is nobody's, or is paid twice."),
    bad="shares:\n  - {actor: hiidenmaa, percent: 60}\n  - {actor: kunnat, percent: 30}",
    good="shares:\n  - {actor: hiidenmaa, percent: 60}\n  - {actor: kunnat, percent: 40}",
)
def shares_not_whole(context: Context) -> Iterator[Violation]:
    for provision in context.kb.of(Provision):
        shares = provision.shares
        told = [Decimal(str(share.percent)) for share in shares if share.percent is not None]
        total = sum(told, Decimal(0))
        # What is told in words only may be the rest.
        is_all = len(told) == len(shares)
        if shares and (total > _WHOLE or (is_all and total != _WHOLE)):
            message = _("the shares make {total} per cent, not 100").format(total=number(total))
            hint = _("correct them; where the source has it so, accept this in a remark")
            yield Violation(provision.id, ("shares",), message, hint)


RULES: tuple[Rule, ...] = (shares_not_whole,)
