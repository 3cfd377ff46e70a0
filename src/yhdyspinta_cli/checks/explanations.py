"""Every code there is, explained: the one source of `yp explain`, `yp rules` and docs/rules.md."""

from yhdyspinta_cli.checks.explanation import Explanation
from yhdyspinta_cli.checks.faults import catalogues, files, shape, syntax
from yhdyspinta_cli.checks.rewriting import REWRITTEN
from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.checks.run import UNUSED

EXPLANATIONS: tuple[Explanation, ...] = (
    *files.EXPLANATIONS,
    *syntax.EXPLANATIONS,
    *shape.EXPLANATIONS,
    *RULES,
    *catalogues.EXPLANATIONS,
    UNUSED,
    REWRITTEN,
)
"""In the order of the codes."""

BY_CODE: dict[str, Explanation] = {explained.code: explained for explained in EXPLANATIONS}
