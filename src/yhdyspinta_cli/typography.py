"""How a text is set: where a Finnish word may be broken, how a sentence begins."""

import re

# The parts of compounds that a report of this kind is full of, each by its beginning. Those
# that begin with a vowel or with two consonants matter most: no syllable begins there.
_PART = re.compile(
    "aakko|aika|aineist|allians|alue|alust|ammat|arvo|asia|asioi|asteet|asumi|asunno|asunto|"
    "asuss|avain|avustu|edellyty|edust|ehkäis|elinkein|elinvai|elinvoim|eläkelai|elämä|erot|"
    "esihenkil|esity|hakemu|henkilö|hyvinvoin|häiriö|ilmapiir|ilmiö|innovaat|johta|johto|"
    "järjest|kaava|kaavio|kertomu|keskus|kohtaami|kokoel|kokonai|komite|koordina|kriis|kunna|"
    "kunta|kutsuj|kuva|kyky|kysely|kyvy|käyttö|laito|laji|lautakun|lohko|luettelo|mall|merkin|"
    "merkke|merkki|mukai|muutto|määri|neuvo|nime|nimi|numero|näky|ohjau|ohjelm|oikeu|omistaj|"
    "ongelm|onnettomuu|opetu|opiskel|opisto|oppi|organisaat|osaami|osallis|osapuol|osoit|otsik|"
    "paik|paket|palvelu|pelastu|perhe|periaa|perust|pinna|pinno|pinta|piste|politi|polku|polu|"
    "projekt|prosent|prosess|psykiatr|puhel|päivä|pääll|rahast|raken|raport|rekist|rivi|ryhmä|"
    "sarak|selvity|seuran|sihteer|siirro|siirto|sijai|sivu|solu|sopimu|sosiaal|sovit|"
    "strateg|suunnit|suunta|säädö|säänn|säänt|säätei|taho|talo|tapaam|tapo|tarpe|tarve|taso|"
    "taulu|tavoi|tehok|tehtäv|tekij|teko|tervey|tiedo|tieto|tiimi|tilan|toimen|toimi|trendi|"
    "turvalli|työ|täydel|uudist|vaalei|vaihto|vaikut|vaje|valmiu|valtuust|vanhemm|varan|varautu|"
    "vastuu|velvo|verkko|verkos|viesti|viral|virano|virast|virhe|voima|vuosi|väli|yhdes|yhdys|"
    "yhteis|yhteyd|yhteys|yksik|ymmärr|ympärist|ystäväl|"
    "(?<=toimi)(?:al|eli)|(?<=moni)al|(?<=yö)eli|(?<=s)olo|(?<=sa)olo"
    "|(?<=aan|een|iin|oon|uun|öön)ot[to]"
    # After a quarter of the sky comes the name of a region, or of its people.
    r"|(?:(?<=\bpohjois)|(?<=\betelä)|(?<=\blänsi))[hjklmnprstv](?=[aeiouyäö])",
    re.IGNORECASE,
)
_SYLLABLE = re.compile(r"(?<=[^\W\d_])(?=[bcdfghjklmnpqrstvwxz][aeiouyäöå])", re.IGNORECASE)
# A lone n or s may close the first part of a compound (``hyvinvoinni|n``, ``sopimu|s``) unless
# nothing but an ending follows it.
_UNSURE = re.compile(
    r"(?<=[aeiouyäöå])(?=[ns])(?!nen$|set$|s(?:e|i)(?:n|ss[aä]|st[aä]|ll[aeä]|lt[aä]|ksi|n[aä])$"
    r"|s(?:ee|ii)n$|si?[aä]$|sten$)",
    re.IGNORECASE,
)
_ADDRESSES = ("http:", "https:", "mailto:", "www.")
_EDGE = 4
_BORDER = 3


def syllables(word: str) -> list[str]:
    """Return the pieces between which a Finnish word may be broken, whole where it may not.

    A compound is broken between its parts, and a part where a consonant that a vowel follows
    begins a syllable (Kotimaisten kielten keskus, Kielitoimiston ohjepankki: Tavutus ja
    yhdyssanat). The commonest parts are known; four letters at least stay on either side of the
    word, three beside a border that is known, and where it is unsure there is no break.
    """
    parts = [part.start() for part in _PART.finditer(word)]
    borders = [at for at in parts if _BORDER <= at <= len(word) - _BORDER]
    unsure = {cut.start() for cut in _UNSURE.finditer(word)}
    cuts = [
        at
        for at in (cut.start() for cut in _SYLLABLE.finditer(word))
        if _EDGE <= at <= len(word) - _EDGE
        and at not in unsure
        and all(abs(at - border) >= _BORDER for border in borders)
    ]
    ends = sorted({*cuts, *borders})
    return [word[start:end] for start, end in zip([0, *ends], [*ends, len(word)], strict=True)]


def begun(text: str) -> str:
    """Return a text that begins with a capital, as a sentence does; an address stays as it is."""
    return text if text.startswith(_ADDRESSES) else text[:1].upper() + text[1:]
