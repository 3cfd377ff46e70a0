"""Rules on people: what must not stand outside the personal file. No message repeats it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import permutations

from yhdyspinta_cli.checks.rule import Context, Rule, Text, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import signs
from yhdyspinta_cli.model.obligations import Personal

# One character before the sign is enough, and keeps the search linear on any text.
_EMAIL = re.compile(r"[\w.+-](?:@|%40)[\w-]+(?:\.[\w-]+)+")
# Without the prefix of its country a number is told from other figures by the form in which the
# country writes it; where that is not known here, only the international form is found.
_ABROAD = r"(?:tel:|(?<![\w/.,:=+-]))\+[1-9][0-9]{0,2}(?:[ -]?\(0\))?(?:[ -]?[0-9]){6,11}(?![\w/])"
_WITH_ZERO = r"(?:tel:|(?<![\w/.,:=+-]))\(?0[1-9](?:[ -]?[0-9]|\)){5,11}(?![\w/])"
_EIGHT = (
    r"(?:tel:|(?<![\w/.,:=+-])(?<![0-9] ))"
    r"(?:[2-9][0-9](?: [0-9]{2}){3}|[489][0-9]{2} [0-9]{2} [0-9]{3}|(?<=tel:)[2-9][0-9]{7})"
    r"(?![\w/]| [0-9])"
)
_PHONES = {
    country: re.compile("|".join((_ABROAD, *own)))
    for country, own in {
        "": (),
        "FI": (_WITH_ZERO,),
        "AX": (_WITH_ZERO,),
        "SE": (_WITH_ZERO,),
        "NO": (_EIGHT,),
        "DK": (_EIGHT,),
    }.items()
}
_BUSINESS_ID = re.compile(r"(?<![\w-])[0-9]{7}-[0-9](?![\w-])")
_WORD = re.compile(r"[\w-]+")
_CODES = {
    "FI": re.compile(r"(?<![\w])[0-9]{6}[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-Za-z](?![\w])"),
    "NO": re.compile(r"(?<![\w])[0-9]{6}[ -]?[0-9]{5}(?![\w])"),
    "SE": re.compile(r"(?<![\w])(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}(?![\w])"),
}


def _public(texts: Iterable[Text]) -> Iterator[tuple[str, Route, str]]:
    """Yield the texts outside the personal file, with the ids of their records and their routes."""
    for record, route, text in texts:
        if not isinstance(record, Personal):
            yield record.id, route, text


@rule(
    "YP701",
    Severity.ERROR,
    later("The name of a person of the personal file stands in another file."),
    why=later(
        "Names of people are personal data: they are kept in one file that is not published."
    ),
    bad="text: Aino Keksitty kutsuu ryhmän koolle",
    good="text: Hyvinvointikoordinaattori kutsuu ryhmän koolle",
    private=True,
)
def personal_name(context: Context) -> Iterator[Violation]:
    personal = context.kb.personal
    if personal is None:
        return
    names = [signature.name for signature in personal.signatures]
    names += [h.name for h in (*personal.role_holders, *personal.counterpart_holders)]
    pairs: dict[str, list[tuple[str, bool]]] = {}
    for words in (_words(name) for name in names):
        # The sheet has the surname first or last: any two parts of one name are its bearer's.
        for one, other in permutations(words, 2):
            pairs.setdefault(one, []).append((other, len(words) > 2))
    for record, route, text in _public(context.texts()):
        if _holds_name(_words(text), pairs):
            message = _("the name of a person stands outside the personal file")
            hint = _("name the role instead; people belong into data/personal.yaml")
            yield Violation(record, route, message, hint)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds_name(words: list[str], pairs: dict[str, list[tuple[str, bool]]]) -> bool:
    """True where two words side by side are a name; a middle name may stand between them."""
    for number, word in enumerate(words):
        for other, has_middle in pairs.get(_base(word), ()) or pairs.get(word, ()):
            near = words[number + 1 : number + (3 if has_middle else 2)]
            if any(c.startswith(other) or _base(c) == other for c in near):
                return True
    return False


# A base has a few thousand words, however many texts: the pattern is slow.
@lru_cache(maxsize=50_000)
def _base(word: str) -> str:
    """Return the base form of an inflected name in -nen: rytkösen -> rytkönen."""
    return re.sub(
        r"(?<=\w)s(?:en|ta|tä|eksi|ella|ellä|elle|elta|eltä|essa|essä|esta|estä|een)$", "nen", word
    )


@rule(
    "YP702",
    Severity.WARNING,
    later("An e-mail address stands in the data."),
    why=later("It is usually personal data, and it is collected by senders of spam."),
    bad="text: Lisätietoja aino.keksitty@hiidenmaa.example",
    good="text: Lisätietoja hyvinvointikoordinaattorilta",
    private=True,
)
def email_address(context: Context) -> Iterator[Violation]:
    for record, route, text in _public(context.texts_with(signs.EMAIL)):
        # Whose the contact of a party is, another rule tells.
        if route != ("contact",) and _EMAIL.search(text):
            hint = _("link to a page with contact details instead")
            yield Violation(record, route, _("an e-mail address stands in the text"), hint)


@rule(
    "YP703",
    Severity.WARNING,
    later("A phone number stands in the data."),
    why=later("It is usually personal data, and it grows old unnoticed."),
    bad="text: Lisätietoja 040 123 4567",
    good="text: Lisätietoja hyvinvointikoordinaattorilta",
    private=True,
)
def phone_number(context: Context) -> Iterator[Violation]:
    phone = _PHONES.get(region.country(context.kb), _PHONES[""])
    for record, route, text in _public(context.texts_with(signs.PHONE)):
        if phone.search(text) and phone.search(_without_business_ids(text)):
            hint = _("link to a page with contact details instead")
            yield Violation(record, route, _("a phone number stands in the text"), hint)


def _without_business_ids(text: str) -> str:
    """Return the text without the Finnish business ids in it: most begin as phone numbers do."""
    from stdnum.fi import ytunnus

    return _BUSINESS_ID.sub(lambda m: "…" if ytunnus.is_valid(m[0]) else m[0], text)


@rule(
    "YP704",
    Severity.ERROR,
    later("A personal identity code of the country stands in the data."),
    why=later("It must never be published, and it stays in the history of git."),
    bad="note: Asiakas 131052-308T",
    good="note: Yksi asiakas",
    private=True,
)
def identity_code(context: Context) -> Iterator[Violation]:
    where = region.country(context.kb)
    where = "FI" if where == "AX" else where
    form = _CODES.get(where)
    if form is None:
        return
    for record, route, text in _public(context.texts_with(signs.IDENTITY_CODE)):
        if any(_is_identity_code(where, found.upper()) for found in form.findall(text)):
            message = _("a personal identity code stands in the text")
            hint = _("delete it, and ask for it to be removed from the history as well")
            yield Violation(record, route, message, hint)


def _is_identity_code(country: str, code: str) -> bool:
    """True for an identity code of Finland, Norway or Sweden; its check digits must fit."""
    from stdnum.fi import hetu
    from stdnum.no import fodselsnummer
    from stdnum.se import personnummer

    if country == "FI":
        return bool(hetu.is_valid(code, allow_temporary=True))
    number = fodselsnummer if country == "NO" else personnummer
    return bool(number.is_valid(code))


RULES: tuple[Rule, ...] = (
    personal_name,
    email_address,
    phone_number,
    identity_code,
)
