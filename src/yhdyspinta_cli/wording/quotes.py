"""Quotation marks round the source's own words, as the language of the page has them."""

from yhdyspinta_cli.language import text as _


def of(text: str) -> str:
    """Return a text between quotation marks: “text” in English, ”text” in Finnish."""
    return _("“{text}”").format(text=text)
