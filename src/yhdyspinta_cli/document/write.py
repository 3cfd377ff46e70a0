"""Plain values -> the text of one YAML file, in the project's style.

Block style, two spaces, lists indented, text quoted where a plain word would mean something
else to any reader. ruamel.yaml lays out the text; `reader` must read back the very same values.
"""

import io
from datetime import date
from decimal import Decimal
from typing import Any

from yhdyspinta_cli.document import scalars
from yhdyspinta_cli.document.reader import read


class UnwritableError(ValueError):
    """The values cannot stand in a file: reading them back gives a fault or something else.

    `reason` is the fault's message, empty where the values only came back changed.
    """

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def text(values: dict[str, Any]) -> str:
    """Return the file's text for a map of texts, numbers, days, booleans, lists and maps.

    Raises `UnwritableError` where the strict reader would not return exactly these values.
    """
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.Representer = _representer()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10**9
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_styled(values), stream)
    written = stream.getvalue()
    tree, faults = read("", written.encode("utf-8", "surrogatepass"))
    if faults or tree is None:
        raise UnwritableError(faults[0].message if faults else "")
    if tree.plain() != values:
        raise UnwritableError
    return written


def _representer() -> type[Any]:
    from ruamel.yaml.representer import RoundTripRepresenter

    class Representer(RoundTripRepresenter):
        """Writes a decimal as its digits, never as a rounded binary number."""

    Representer.add_representer(
        Decimal, lambda own, value: own.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")
    )
    return Representer


def _styled(value: Any) -> Any:
    """Return the value with the quotes and blocks that ruamel would not choose by itself."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, dict):
        return {key: _styled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_styled(item) for item in value]
    if not isinstance(value, str):
        assert isinstance(value, int | Decimal | date), type(value)
        return value
    if "\n" in value:
        # A block's lines keep their inner spaces, but not the spaces at their ends.
        clean = all(line == line.strip() and line for line in value.split("\n"))
        return LiteralScalarString(value) if clean else DoubleQuotedScalarString(value)
    return value if _is_plain(value) else DoubleQuotedScalarString(value)


def _is_plain(word: str) -> bool:
    """True for a text that every reader takes for this text without quotes."""
    try:
        return scalars.plain(word) == word and not word.startswith(("'", '"'))
    except (scalars.AmbiguousError, scalars.ImpossibleDayError):
        return False
