"""An option that takes one value is given once: of two that differ neither is left out in silence.

typer keeps the last. A word before the command and one after it are no two of these: the later one
holds (`line`).
"""

from collections.abc import Callable
from typing import Any

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

_ONE = "store"
"""What typer's parser calls an option that takes one value."""


def watched(parser: Any, context: Any) -> Any:
    """Return the parser, whose options refuse a second value that is another (exit 2)."""
    if not context.resilient_parsing:
        # typer has no public name for them, nor for what it does with a value.
        options = {
            id(one): one for one in (*parser._long_opt.values(), *parser._short_opt.values())
        }
        for option in options.values():
            if option.action == _ONE:
                option.process = _once(option)
    return parser


def _once(option: Any) -> Callable[[Any, Any], None]:
    keep = option.process

    def process(value: Any, state: Any) -> None:
        before = state.opts.get(option.dest, value)
        if before != value:
            raise UserError(
                _("{option} is given twice: {one} and {other}").format(
                    option=option.obj.opts[0], one=quoted(str(before)), other=quoted(str(value))
                ),
                hint=_("give it once"),
            )
        keep(value, state)

    return process
