"""Rules on web addresses."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import signs

_SCHEMES = ("http", "https", "mailto")
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_IN_TEXT = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_MIDDLEMEN = (
    "safelinks.protection.outlook.com",
    "urldefense.com",
    "urldefense.proofpoint.com",
    "linkprotect.cudasvc.com",
    "protect.checkpoint.com",
    "list-manage.com",
    "t.co",
    "lnkd.in",
)
"""Hosts that write down who followed which link before they lead on."""

_MARKS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|_hs(?:enc|mi)|igshid", re.ASCII)


_Address = tuple[str, Route, str]


def _addresses(context: Context) -> tuple[_Address, ...]:
    """Return every address: whole fields that hold one, and those that stand in a text."""
    found: tuple[_Address, ...] | None = context.kb.memo.get("addresses")
    if found is None:
        found = tuple(_find_addresses(context))
        context.kb.memo["addresses"] = found
    return found


def _find_addresses(context: Context) -> Iterator[_Address]:
    for record, route, text in context.addresses:
        if route[-1] == "website" and _BARE_HOST.fullmatch(text):
            # A letterhead prints its address without the scheme.
            yield record.id, route, f"https://{text}"
        else:
            yield record.id, route, text
    for record, route, text in context.texts_with(signs.ADDRESS):
        if route[-1] not in signs.ADDRESS_FIELDS:
            for address in _IN_TEXT.findall(text):
                yield record.id, route, address


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError:
        return None
    return parts


@rule(
    "YP802",
    Severity.ERROR,
    later("A link is not a plain web or mail address: another scheme, a password, a broken form."),
    why=later("Such a link can run code in the reader's browser, or give a secret away."),
    bad="url: javascript:alert(1)",
    good="url: https://kunta.example/raportti",
)
def unsafe_link(context: Context) -> Iterator[Violation]:
    hint = _("a link begins with https:// and has neither spaces nor a password")
    for record, route, address in _addresses(context):
        parts = _split(address)
        scheme = parts.scheme.lower() if parts is not None else ""
        if parts is not None and scheme != "mailto" and "@" in parts.netloc:
            # The address is not repeated: it may hold a password.
            yield Violation(record, route, _("the link holds a user name or a password"), hint)
        elif (
            parts is None
            or scheme not in _SCHEMES
            or (scheme != "mailto" and not parts.hostname)
            or re.search(r"[\s\\<>\"]", address)
        ):
            message = _("{address} is not a web address").format(address=quoted(address))
            yield Violation(record, route, message, hint)


@rule(
    "YP801",
    Severity.WARNING,
    later(
        "A link leads through a middleman that tracks who follows it, or carries a tracking mark."
    ),
    why=later("The reader is watched, and the link dies when the middleman closes."),
    bad="url: https://kunta.example/raportti?utm_source=uutiskirje",
    good="url: https://kunta.example/raportti",
)
def tracking_link(context: Context) -> Iterator[Violation]:
    for record, route, address in _addresses(context):
        parts = _split(address)
        if parts is None:
            continue
        host = (parts.hostname or "").lower()
        if any(host == known or host.endswith("." + known) for known in _MIDDLEMEN) or any(
            _MARKS.fullmatch(name) for name, _value in parse_qsl(parts.query)
        ):
            message = _("the link to {host} tracks who follows it").format(host=quoted(host))
            yield Violation(
                record, route, message, _("write the address it leads to, without marks")
            )


@rule(
    "YP803",
    Severity.WARNING,
    later("The host of a link has letters outside a-z, which can look like another host."),
    why=later("A Cyrillic о looks like a Latin o, and leads elsewhere."),
    bad="url: https://kоivula.example/",
    good="url: https://koivula.example/",
)
def lookalike_host(context: Context) -> Iterator[Violation]:
    for record, route, address in _addresses(context):
        parts = _split(address)
        # No host is longer (RFC 1035).
        host = ((parts.hostname or "") if parts is not None else "")[:253]
        if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
            message = _("the host {host} is {plain} in plain letters").format(
                host=quoted(host), plain=quoted(_plain(host))
            )
            yield Violation(record, route, message, _("check that this is the host that is meant"))


def _plain(host: str) -> str:
    """Return the host in the letters that computers use (punycode)."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode("ascii")


RULES: tuple[Rule, ...] = (
    tracking_link,
    unsafe_link,
    lookalike_host,
)
