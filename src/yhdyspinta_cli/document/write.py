"""Plain values -> the text of one YAML file, in the project's style.

Block style, two spaces, lists indented, text quoted where a plain word would mean something
else to any reader. ruamel.yaml lays out the text; `reader` must read back the very same values.
"""

import io
import re
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

    What is empty (None) is written as nothing. Texts of several lines stand below their key, all
    others on one line, in double quotes where they need quotes.

    Raises `UnwritableError` where the strict reader would not return exactly these values.
    """
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.Representer = _representer()
    yaml.Emitter = _emitter()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10**9
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_styled(values), stream)
    # No line ends with a blank that is a part of a value; an empty item has one behind its dash.
    written = re.sub(r" +$", "", stream.getvalue(), flags=re.MULTILINE)
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
    # The name of a record knows more than its letters; those are written.
    Representer.add_multi_representer(str, lambda own, value: own.represent_str(str(value)))
    return Representer


def _emitter() -> type[Any]:
    from ruamel.yaml.emitter import Emitter

    class DoubleQuoting(Emitter):
        """Puts in double quotes what it would put in single ones."""

        def choose_scalar_style(self) -> Any:
            style = super().choose_scalar_style()
            return '"' if style == "'" else style

    return DoubleQuoting


def _styled(value: Any) -> Any:
    """Return the value with the quotes and blocks that ruamel would not choose by itself."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, dict):
        return {_key(key): _styled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_styled(item) for item in value]
    if not isinstance(value, str):
        assert value is None or isinstance(value, int | Decimal | date), type(value)
        return value
    if "\n" in value:
        return LiteralScalarString(value) if _is_block(value) else DoubleQuotedScalarString(value)
    return value if _is_plain(value) else DoubleQuotedScalarString(value)


def _is_block(value: str) -> bool:
    """True for a text whose lines can stand below its key as they are.

    A block keeps the spaces inside its lines, but not those at their ends, and begins and ends
    with a line that has something on it.
    """
    lines = value.removesuffix("\n").split("\n")
    return all(line == line.strip() for line in lines) and bool(lines[0] and lines[-1])


def _key(key: str) -> str:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    is_bare = key in scalars.KEYS_ALLOWED or _is_plain(key)
    return key if is_bare else DoubleQuotedScalarString(key)


def _is_plain(word: str) -> bool:
    """True for a text that every reader takes for this text without quotes."""
    try:
        return scalars.plain(word) == word and not word.startswith(("'", '"'))
    except (scalars.AmbiguousError, scalars.ImpossibleDayError):
        return False
