"""What was given in place of what a key must hold, in words, and what to write instead."""

from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _


def found_words(value: object) -> str:
    """Return what a value is, for a message that says what it must be."""
    if value is None:
        return _("empty")
    if isinstance(value, bool):
        return _("true or false")
    if isinstance(value, dict):
        return _("a map of keys")
    if isinstance(value, list):
        return _("a list")
    return (
        _("the text {value}").format(value=shown(value)) if isinstance(value, str) else shown(value)
    )


def shown(value: object) -> str:
    """Return a value in quotes, and what has several parts by its kind alone."""
    return _("a list or a map") if isinstance(value, dict | list) else quoted(str(value))


def kind_hint(sort: str, given: object) -> str:
    """Return what to write in place of a value of another kind; `sort` is pydantic's own word."""
    if sort == "tuple_type" and isinstance(given, str):
        if given.startswith("-"):
            return _("write a space after the hyphen of a list item")
        return _("put each item on its own line, after '- '")
    if sort == "string_type" and given is None:
        return _("write a text, or delete the key")
    if sort == "string_type":
        return _("put the text in quotes")
    if sort.startswith("int"):
        return _("write a whole number without quotes")
    if sort == "bool_type":
        return _("write true or false without quotes")
    if sort == "tuple_type":
        return _("put each item on its own line, after '- '")
    return _("write its keys on the lines below, indented")
