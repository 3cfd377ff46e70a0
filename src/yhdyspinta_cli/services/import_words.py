"""What single cells of a table say: a day, a kind of party or body, what binds, an indicator."""

import re
from datetime import date

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.model.own_words import OwnWords
from yhdyspinta_cli.vocabulary import BINDINGS
from yhdyspinta_cli.wording import days, own_words, words

_DAY = len("2026-12-31")
_COUNCIL = "regional-council"
_PARTIES = (
    (r"hyvinvointialue|välfärdsområde|wellbeing services county", "wellbeing-services-county"),
    (r"maakunnan ?liitto|\bliitto$|landskapsförbund|\bförbund$|regional council", _COUNCIL),
    (r"\b(?:kunta|kaupunki|kommune?|stad|municipality|town|city)\b", "municipality"),
)
_TOWNS = r"\b(?:kaupunki|stad|town|city)\b"
_BODIES = (
    (r"foorumi|forum", "forum"),
    (r"verkosto|nätverk|network", "network"),
    (r"johtoryhmä|neuvosto|neuvottelukunta|lautakunta|toimikunta|hallitus", "board"),
    (r"ledningsgrupp|delegation|nämnd|råd\b|styrelse|board|council|committee", "board"),
    (r"ryhmä|tiimi|grupp|team|group", "group"),
    (r"neuvottelu|tapaami|kokous|möte|meeting|negotiation", "meeting"),
)
_BINDINGS = (
    (r"^(?:laki|lain|laissa|lag|law|act|statut)|lakisäät|lagstad", "law"),
    (r"^(?:sopimu|avtal|agree)", "agreement"),
    (r"^(?:ohjelma|program)|yhdyspintaohjelma", "programme"),
)
_NOBODY = (
    r"määrittelemät|ei (?:ole )?määritelty|ei (?:ole )?nimetty|avoin\b|"
    r"inte (?:definiera|utse)|not (?:yet )?(?:defined|named|decided)|undefined"
)
_INDICATORS = (
    (r"kyllä\s*/\s*ei|ja\s*/\s*nej|yes\s*/\s*no", "yes-no"),
    (r"määrä|\blkm\b|osuus|osuud|%|\bantal|\bandel|\bnumber of|\bshare of|\bhow many", "number"),
)


def party_type(own: OwnWords, said: str | None, names: tuple[str, ...]) -> str | None:
    """Return the type of a party: of the word said, else as its names tell, None where untold."""
    if said is not None:
        return own_words.meant(own, "party_types", said) or _first(_PARTIES, said)
    return next((found for name in names if (found := _first(_PARTIES, name))), None)


def is_town(names: tuple[str, ...]) -> bool:
    """Tell whether the names of a municipality say that it is a town."""
    return any(re.search(_TOWNS, name.casefold()) for name in names)


def body_type(own: OwnWords, said: str | None, name: str) -> str | None:
    """Return the type of a body: of the word said, else as its name tells, None where untold."""
    if said is not None:
        return own_words.meant(own, "body_types", said) or _first(_BODIES, said)
    return _first(_BODIES, name)


def binding(said: str) -> str | None:
    """Return what a duty rests on, None where the word says nothing of the kind."""
    return words.meant(said, BINDINGS) or _first(_BINDINGS, said)


def is_nobody(said: str) -> bool:
    """Tell whether a table says itself that who answers is not decided."""
    return bool(re.search(_NOBODY, said.casefold()))


def indicator_type(label: str) -> str:
    """Return the kind of indicator that a text speaks of; told in words where it names no other."""
    return _first(_INDICATORS, label) or "narrative"


def day(written: str) -> date | None:
    """Return the day that is written, as 2026-12-31 or in words; None for anything else."""
    written = days.iso(written)
    try:
        return date.fromisoformat(written) if len(written) == _DAY else None
    except ValueError:
        return None


def moment(written: str) -> date | int | str | None:
    """Return a day, a month (2026-05) or a year as the data writes it, None for anything else."""
    written = days.iso(written)
    if re.fullmatch(r"\d{4}", written, re.ASCII):
        return int(written)
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", written, re.ASCII):
        return written
    return day(written)


def _first(patterns: tuple[tuple[str, str], ...], said: str) -> str | None:
    plain = plain_text.one_line(said).casefold()
    return next((meant for pattern, meant in patterns if re.search(pattern, plain)), None)
