"""The rule on a party's address: that of a role or an office, never of a person."""

import re
from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _

# What stands in the addresses of offices and roles, in Finnish, Swedish, Norwegian and English:
# one of them in any word of an address is enough.
_OF_ROLES = re.compile(
    r"kirjaamo|registr|diari|arkiv|asiakirja|^info|toimisto|hallin|hallitu|valtuust|virasto|kanslia"
    r"|asiakas|palvel|viestin|tiedot|kunta|kunnan|kunnal|kaupun|maakun|liitto|hyvinvo|hyte|sote|perhe"
    r"|nuoriso|vanhus|ikaihm|kulttuu|liikun|opetus|sivist|terve|sosiaal|pelastus|tyollis|johto"
    r"|johtaja|paallik|sihteer|koordin|yhteys|yhteist|verkost|keskus|neuvo|tuki(?!a)|posti|postmot"
    r"|kommun|kansli|styrelse|service|office|admin|contact|kontakt|^mail|press|media|support|help"
)
# The commonest names of Finland in the order of the alphabet, with some of its neighbours; without
# those that are the name of a place as well. One of them alone is somebody's.
_FIRST_NAMES = re.compile(
    r"aino|aleksi|anders|anja|anna|anne|anneli|annika|antero|antti|ari|arto|bjorn|"
    r"eero|eeva|eija|elina|elisa|ella|emilia|emma|erik|erkki|esa|eva|eveliina|geir|"
    r"hanna|hannele|hannu|harri|heidi|heikki|helena|henrik|ida|iida|ilkka|ingrid|"
    r"inka|irma|jaakko|jaana|jan|jani|janne|jari|jarmo|johan|johanna|jorma|jouko|"
    r"jouni|juha|juhani|juho|jukka|jussi|kaarina|kai|kaija|kaisa|kalle|kari|karin|"
    r"karl|katja|katri|kimmo|kirsi|krista|kristiina|kristina|lars|laura|lauri|lea|"
    r"leena|liisa|maarit|maija|mari|maria|marika|marita|marja|marjatta|markku|marko|"
    r"markus|martti|matti|mia|mika|mikael|mikko|minna|mirja|mona|niina|niklas|niko|"
    r"olavi|oskari|outi|paavo|paivi|pasi|paula|pauli|pekka|per|pertti|petra|petri|"
    r"petteri|pia|pirjo|pirkko|raija|raimo|reijo|riikka|riitta|ritva|saara|sakari|"
    r"sami|sanna|sari|satu|seija|seppo|silja|sini|sirpa|susanna|suvi|taina|tanja|"
    r"tapani|tapio|tarja|terhi|tero|tiina|timo|titta|tommi|toni|tuija|tuomas|tuomo|"
    r"tuula|tuulia|ulla|vaino|veikko|veli|vesa|ville|virpi"
)
_SURNAME = re.compile(r"[a-z]{2,}nen")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


@rule(
    "YP705",
    Severity.WARNING,
    later("The contact of a party, or of the site, is the address of a person."),
    why=later(
        "It is personal data, it goes into drafts of mail, and it is dead when the person leaves."
    ),
    bad="contact: aino.keksitty@hiidenmaa.example",
    good="contact: kirjaamo@hiidenmaa.example",
    private=True,
)
def personal_contact(context: Context) -> Iterator[Violation]:
    agreement = context.kb.agreement
    stated = agreement.accessibility
    addresses = [
        *((party.id, ("contact",), party.contact) for party in context.kb.parties),
        (agreement.id, ("accessibility", "feedback"), stated.feedback if stated else None),
    ]
    for record, route, address in addresses:
        if address is not None and is_personal(address):
            hint = _("write the address of the registry, or of another office or role")
            message = _("the contact is the address of a person")
            yield Violation(record, route, message, hint)


def is_personal(address: str) -> bool:
    """True where what stands before the at sign is a name: first.last, f.last, first, last-nen."""
    local = address.partition("@")[0].casefold().partition("+")[0]
    words = re.split(r"[._-]+", local)
    # Tukinen and Neuvonen are no offices.
    if any(_OF_ROLES.search(word) and not _SURNAME.fullmatch(word) for word in words):
        return False
    parts = [part for part in re.split(r"[._]+", local.rstrip("0123456789")) if part]
    if len(parts) > 1:
        return all(map(_NAME.fullmatch, parts))
    first = parts[0].partition("-")[0] if parts else ""
    return bool(_FIRST_NAMES.fullmatch(first) or (parts and _SURNAME.fullmatch(parts[0])))


RULES: tuple[Rule, ...] = (personal_contact,)
