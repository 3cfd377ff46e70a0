"""Values that a register knows: addresses, time zones, countries, languages, licences.

Each raises RefusalError for what is none.
"""

import re
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from yhdyspinta_cli import plain_text, vocabulary
from yhdyspinta_cli.model.marks import RefusalError

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"


def mailbox(value: Any) -> Any:
    """Return an address as it stands behind ``To:``, without a name, a comment or a quotation."""
    if isinstance(value, str):
        value = plain_text.composed(value)
        local, _at, domain = value.partition("@")
        labels = domain.split(".")
        if (
            len(value) <= 254
            and len(local) <= 64
            and re.fullmatch(_LOCAL, local)
            and len(labels) > 1
            and all(map(_is_label, labels))
            and not labels[-1].isdecimal()
        ):
            return value
    raise RefusalError("mailbox_form", "not one e-mail address")


def _is_label(label: str) -> bool:
    """True for a part of the name of a domain, in letters of any script (IDN)."""
    if not all(c == "-" or c.isalnum() for c in label) or "-" in (label[:1], label[-1:]):
        return False
    try:
        # It refuses an empty one, and what is over 63 characters when it is encoded.
        return bool(label.encode("idna"))
    except UnicodeError:
        return False


def zone(value: Any) -> Any:
    """Return the name of a time zone of the IANA register, as that writes it."""
    if isinstance(value, str):
        try:
            return ZoneInfo(value).key
        except (ValueError, OSError, ZoneInfoNotFoundError):
            pass
    raise RefusalError("zone_name", "not a time zone of the IANA register")


def country(value: Any) -> Any:
    """Return a country's code of ISO 3166-1."""
    if not isinstance(value, str) or value not in vocabulary.COUNTRIES:
        raise RefusalError("country_code", "not a country of ISO 3166-1")
    return value


def language(value: Any) -> Any:
    """Return a language's code of ISO 639-1."""
    if not isinstance(value, str) or value not in vocabulary.LANGUAGES:
        raise RefusalError("language_code", "not a language of ISO 639-1")
    return value


WEB_LETTERS = r"https?://[^\s/]+\.[^\s]+"


def licence(value: Any) -> Any:
    """Return a licence: the id of one for data in SPDX, or an address on the web that tells it."""
    if isinstance(value, str):
        value = plain_text.composed(value)
        if value in vocabulary.LICENCES or re.fullmatch(WEB_LETTERS, value):
            return value
    raise RefusalError("licence_form", "neither a licence of SPDX for data nor an address")
