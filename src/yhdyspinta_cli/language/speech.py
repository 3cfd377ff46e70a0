"""Which language is spoken, and its catalogues of messages.

Messages are English in the code and translated by the compiled gettext catalogues below `locale/`.
A knowledge base can bring those of another language: they are spoken as the program's own are,
from the moment they are brought until they are forgotten.
"""

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from yhdyspinta_cli.diagnostic import UserError

LOCALE_DIR = Path(__file__).parent.parent / "locale"
DOMAIN = "yp"
REPORT = "report"
"""The domain of the report's wording; the same English may be said in other words there."""
DOMAINS = (DOMAIN, REPORT)
Spoken = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Spoken, ...] = get_args(Spoken)

_active = "en"
_brought: dict[str, Mapping[str, _gettext.NullTranslations]] = {}


@cache
def _own(code: str, domain: str) -> _gettext.NullTranslations:
    """Return a domain's catalogue of the program; what it lacks is looked up in the other one.

    Raises UserError (exit 3) where the compiled catalogues are missing: a checkout that was
    never built.
    """
    if code == "en":
        return _gettext.NullTranslations()
    try:
        found = _gettext.translation(domain, LOCALE_DIR, [code])
        found.add_fallback(_gettext.translation(_other(domain), LOCALE_DIR, [code]))
    except FileNotFoundError as error:
        # English instead would be a report in another language than it says.
        raise not_compiled(code) from error
    return found


def not_compiled(code: str) -> UserError:
    """Return what is told where the program's own words in a language are missing (exit 3)."""
    # There are no words to say it in but English ones.
    return UserError(
        f"the words of '{code}' are not compiled below {LOCALE_DIR}",
        exit_code=3,
        hint="in a checkout 'make catalogues' compiles them; else install yp again",
    )


def _other(domain: str) -> str:
    return REPORT if domain == DOMAIN else DOMAIN


def catalogue(domain: str) -> _gettext.NullTranslations:
    """Return what is spoken now of a domain, English where it has no words."""
    brought = _brought.get(_active)
    return brought[domain] if brought is not None else _own(_active, domain)


def bring(code: str, catalogues: Mapping[str, _gettext.NullTranslations]) -> None:
    """Let a language be spoken whose catalogues, by their domains, somebody else has."""
    # Each is the other's fallback: of one that has a fallback itself there would be no end.
    alone = {domain: copy(catalogue) for domain, catalogue in catalogues.items()}
    for domain, catalogue in catalogues.items():
        catalogue.add_fallback(alone[_other(domain)])
    _brought[code] = catalogues


def brought() -> tuple[_gettext.NullTranslations, ...]:
    """Return the catalogues of the language spoken now, where somebody else has them."""
    return tuple(_brought.get(_active, {}).values())


def forget() -> None:
    """Speak no language any more but the program's own; English in the place of another."""
    _brought.clear()
    activate(_active)


def choose(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return the language of messages: `wanted`, else YP_LANG, else the locale, else English.

    One that the program does not speak is no wish: that there is none is told in the user's own.
    """
    for value in (
        wanted if wanted in LANGUAGES else None,
        environment.get("YP_LANG"),
        environment.get("LC_ALL"),
        environment.get("LC_MESSAGES"),
        environment.get("LANG"),
    ):
        if value:
            code = value.split("_")[0].split(".")[0].split("-")[0].lower()
            return spoken(code)
    return "en"


def spoken(code: str) -> str:
    """Return the language that is spoken where `code` is asked for: itself, else English."""
    return code if code in LANGUAGES or code in _brought else "en"


def is_own(code: str) -> bool:
    """True for a language of which the program itself has the words, the days and the lists."""
    return code in LANGUAGES


def locale() -> str:
    """Return how Babel calls the language spoken now; one that it does not know is English."""
    if is_own(_active):
        return _active
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(_active))
    except (UnknownLocaleError, ValueError):
        return "en"


def name(code: str) -> str:
    """Return the name of a language in the one spoken now: Swedish, ruotsi, svenska."""
    from babel import Locale

    return str(Locale.parse(locale()).languages.get(code, code))


def activate(code: str) -> None:
    """Speak `code` from now on; an unknown language is English."""
    global _active
    _active = spoken(code)


def current() -> str:
    """Return the code of the language spoken now."""
    return _active


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, and the former language after it."""
    before = _active
    activate(code)
    try:
        yield
    finally:
        activate(before)


def text(message: str, domain: str = DOMAIN) -> str:
    """Return `message` in the language spoken now, from the catalogue of `domain` first."""
    return catalogue(domain).gettext(message)


def later(message: str) -> str:
    """Mark `message` for the catalogue without translating it now."""
    return message
