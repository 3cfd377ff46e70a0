"""What the program's own catalogues hold, message by message: for what is made beside them."""

from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from yhdyspinta_cli.language import speech


@cache
def catalog(code: str, domain: str) -> Catalog:
    """Return a domain's catalogue in a language of the program's other than English.

    Raises UserError (exit 3) where it is not compiled.
    """
    try:
        with (speech.LOCALE_DIR / code / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
            return read_mo(file)
    except FileNotFoundError as error:
        raise speech.not_compiled(code) from error


@cache
def messages(domain: str) -> tuple[tuple[str, ...], ...]:
    """Return every message of a domain: itself, or its two forms. UserError as above."""
    own = next(code for code in speech.LANGUAGES if code != "en")
    ids = [message.id for message in catalog(own, domain) if message.id]
    return tuple((one,) if isinstance(one, str) else tuple(one) for one in ids)
