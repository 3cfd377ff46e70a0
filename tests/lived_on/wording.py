"""What the changes of the sequel write into the files: a file, what stands there, what after."""

Edits = tuple[tuple[str, str, str], ...]

_PARTIES_END = "counterparts:\n  - id: vastinpari-tuulikannas-johto\n"


def _outside(fact: str, day: str) -> str:
    return f"""    outside:
      - fact: {fact}
        named_source: Keksitty virallinen lehti
        day: {day}
"""


def _gone(id_: str, code: str, days: str, fact: str, day: str) -> tuple[str, str, str]:
    """Return the edit that gives a party its last day; `code` is the line after which it stands."""
    before = f'    code: "{code}"\n'
    return "parties.yaml", before, f"{before}{days}{_outside(fact, day)}"


_RANTANIEMI = f"""  - id: rantaniemi
    type: municipality
    town: true
    name: Rantaniemi
    official_name: Rantaniemen kaupunki
    genitive: Rantaniemen
    code: "981"
    started: 2026-01-01
    joined: 2026-01-01
{_outside("Kaislarannasta ja Metsoniemestä tuli 1.1.2026 Rantaniemi.", "2026-01-02")}"""

TWO_BECOME_ONE: Edits = (
    _gone(
        "kaislaranta",
        "963",
        "    ended: 2025-12-31\n    successor: rantaniemi\n",
        "Kaislaranta lakkasi kuntana 31.12.2025.",
        "2026-01-02",
    ),
    _gone(
        "metsoniemi",
        "966",
        "    ended: 2025-12-31\n    successor: rantaniemi\n",
        "Metsoniemi lakkasi kuntana 31.12.2025.",
        "2026-01-02",
    ),
    ("parties.yaml", _PARTIES_END, _RANTANIEMI + _PARTIES_END),
    (
        "parties.yaml",
        "  - id: vastinpari-liitto-johto\n",
        """  - id: vastinpari-rantaniemi-johto
    party: rantaniemi
    level: taso-johto
    actor: rantaniemi
    start: 2026-02-01
  - id: vastinpari-liitto-johto
""",
    ),
)

AMENDMENT: Edits = (
    (
        "agreement.yaml",
        "signatures:\n",
        """amendments:
  - id: muutossopimus
    type: amendment
    title: Muutossopimus raportoinnista
    day: 2026-01-01
    text: Raporteille sovitaan määräajat.
    documents:
      - muutos
signatures:
""",
    ),
    (
        "agreement.yaml",
        "validity:\n",
        """  - id: muutos
    name: Muutossopimus raportoinnista
    short: muutos
    binding: true
    day: 2025-12-18
validity:
""",
    ),
    (
        "obligations.yaml",
        "  - id: velvoite-kutsut\n",
        """  - id: velvoite-tyollisyysluvut
    title: Työllisyysalue kertoo työllisyyden luvut neljännesvuosittain
    doers:
      - actor: tyollisyysalue
        start: 2026-01-01
    to:
      - kunnat
    interface: b
    rhythm:
      per: quarter
      printed: neljännesvuosittain
    first: 2026
    binding: agreement
    fulfilled_by:
      events:
        - report
    source:
      - document: muutos
        section: "1 §"
  - id: velvoite-vuosikysely
    title: Kunta vastaa vuosikyselyyn huhtikuun loppuun mennessä
    doers:
      - actor: kunnat
        start: 2026-01-01
    to:
      - tuulikannas
    interface: johto
    each: true
    rhythm:
      per: year
      due: "04-30"
      printed: vuosittain huhtikuun loppuun mennessä
    first: 2026
    binding: agreement
    fulfilled_by:
      events:
        - report
    source:
      - document: muutos
        section: "2 §"
  - id: velvoite-foorumin-muistio
    title: Hyvinvointialue lähettää foorumin muistion kolmen viikon kuluessa
    doers:
      - actor: tuulikannas
        start: 2026-01-01
    to:
      - osapuolet
    interface: johto
    rhythm:
      within:
        n: 3
        unit: weeks
        after: yhteistyofoorumi
      printed: kolmen viikon kuluessa kokouksesta
    first: 2026
    binding: agreement
    fulfilled_by:
      events:
        - other
    source:
      - document: muutos
        section: "3 §"
  - id: velvoite-turvallisuuskatsaus
    title: Pelastuslaitos julkaisee turvallisuuskatsauksen puolivuosittain
    doers:
      - actor: pelastuslaitos
        start: 2026-01-01
    interface: c
    rhythm:
      per: half-year
      printed: puolivuosittain
    first: 2026
    binding: agreement
    fulfilled_by:
      events:
        - report
    source:
      - document: muutos
        section: "4 §"
  - id: velvoite-kutsut
""",
    ),
)

ONE_JOINS: Edits = (
    (
        "parties.yaml",
        _PARTIES_END,
        f"""  - id: kivikallio
    type: municipality
    name: Kivikallio
    official_name: Kivikallion kunta
    genitive: Kivikallion
    code: "982"
    joined: 2026-03-01
{_outside("Kivikallio liittyi sopimukseen 1.3.2026.", "2026-03-02")}{_PARTIES_END}""",
    ),
    (
        "actors.yaml",
        """      - aijanselka
    source:
""",
        """      - aijanselka
      - actor: kivikallio
        start: 2026-03-01
    source:
""",
    ),
    ("areas.yaml", "          - aijanselka\n", "          - aijanselka\n          - kivikallio\n"),
)

ONE_LEAVES: Edits = (
    _gone(
        "joutsensalo",
        "962",
        "    left: 2026-06-30\n",
        "Joutsensalo erosi sopimuksesta 30.6.2026.",
        "2026-07-01",
    ),
)

SEAT_PASSES: Edits = (
    (
        "bodies/tietoryhma.yaml",
        "    label: Hallaveden kaupunki\n",
        """    label: Hallaveden kaupunki
    end: 2026-07-31
  - actor: rantaniemi
    label: Rantaniemen kaupunki
    start: 2026-08-01
""",
    ),
    (
        "measures/koulupoissaolot.yaml",
        "    label: Hallaveden sivistyspalvelut\n",
        """    label: Hallaveden sivistyspalvelut
    end: 2026-07-31
  - actor: perhepalvelut
    role: lead
    label: perhepalvelut
    start: 2026-08-01
""",
    ),
    (
        "measures/koulupoissaolot.yaml",
        """    role: partner
    label: perhepalvelut
""",
        """    role: partner
    label: perhepalvelut
    end: 2026-07-31
""",
    ),
)

ONE_INTO_ANOTHER: Edits = (
    _gone(
        "aijanselka",
        "970",
        "    ended: 2026-08-31\n    successor: vaskiharju\n",
        "Äijänselkä liitettiin Vaskiharjuun 1.9.2026.",
        "2026-09-01",
    ),
)

_FIRST = "    documents:\n      - muutos\n"

EXTENSION: Edits = (
    (
        "agreement.yaml",
        _FIRST,
        f"""{_FIRST}  - id: jatkosopimus
    type: extension
    title: Jatkosopimus 2027
    day: 2026-10-01
    end: 2027-03-31
""",
    ),
)

_END = "end: 2026-12-31\n"


def _ends(*measures: str) -> Edits:
    return tuple(
        (f"measures/{name}.yaml", f"id: {name}\n", f"id: {name}\n{_END}") for name in measures
    )


SUCCESSOR: Edits = (
    (
        "agreement.yaml",
        "    end: 2027-03-31\n",
        """    end: 2027-03-31
  - id: yhteistyosopimus-2027
    type: successor
    title: Yhteistyösopimus 2027–2030
    day: 2027-01-01
    end: 2030-12-31
    text: Sopimus korvaa vuoden 2023 sopimuksen ja sen jatkosopimuksen.
    documents:
      - uusi-sopimus
    replaces:
      - sopimus
      - ohjelma
      - muutos
""",
    ),
    (
        "agreement.yaml",
        "validity:\n",
        """  - id: uusi-sopimus
    name: Yhteistyösopimus 2027–2030
    short: uusi sopimus
    binding: true
    day: 2026-11-19
validity:
""",
    ),
    (
        "obligations.yaml",
        "  - id: velvoite-kutsut\n",
        """  - id: velvoite-tilannekuvan-paivitys
    title: Hyvinvointialue päivittää tilannekuvan kuukauden 15. päivään mennessä
    doers:
      - actor: tuulikannas
        start: 2027-01-01
    interface: johto
    rhythm:
      per: month
      due: "15"
    first: 2027
    binding: agreement
    fulfilled_by:
      events:
        - report
    measure: tilannekuvan-yllapito
    source:
      - document: uusi-sopimus
        section: "4 §"
  - id: velvoite-asukaskysely
    title: Osapuolet tekevät asukaskyselyn joka toinen vuosi
    doers:
      - actor: osapuolet
        start: 2027-01-01
    interface: a
    rhythm:
      per: year
      every: 2
    first: 2027
    binding: programme
    fulfilled_by:
      events:
        - survey
    source:
      - document: uusi-sopimus
        section: "5 §"
  - id: velvoite-kutsut
""",
    ),
    *_ends("yhteinen-tilannekuva", "tietotuotanto", "palveluverkko", "asukkaiden-osallisuus"),
    *_ends("kriisiviestinta", "henkilostoyhteistyo", "hyvinvointisuunnitelmat"),
    *_ends("hyvinvointikertomus", "mielenterveyden-ensiapu", "ehkaiseva-paihdetyo"),
    *_ends("hyvinvointitieto", "yksinaisyyden-vahentaminen", "tyollisyyspalvelut"),
    *_ends("kotoutumispalvelut", "nuorten-tyopajat", "tyokyvyn-tuki", "tyovoiman-ennakointi"),
    *_ends("turvallinen-tyo", "perhekeskukset", "opiskeluhuolto", "koulupoissaolot"),
    *_ends("harrastaminen", "lapsivaikutukset", "liikenneturvallisuus"),
)


def _measure(name: str, text: str) -> tuple[str, str]:
    source = "source:\n  - document: uusi-sopimus\n    section: liite\n"
    return f"measures/{name}.yaml", f"id: {name}\n{text}start: 2027-01-01\n{source}"


NEW_MEASURES = (
    _measure(
        "tilannekuvan-yllapito",
        """code: "1.1"
interface: johto
goal: tieto-ohjaa
title: Tilannekuvan ylläpito
text: Yhteisen tilannekuvan päivittäminen kuukausittain
responsible:
  - actor: tuulikannas
    role: lead
    label: hyvinvointialue
  - actor: kunnat
    label: kunnat
indicators:
  - id: mittari-1-1
    label: Päivitysten määrä vuodessa
    type: number
    target:
      value: 12
      on: 2027-12-31
    direction: up
continues: yhteinen-tilannekuva
""",
    ),
    _measure(
        "palveluverkon-suunnitelma",
        """code: "1.2"
interface: johto
goal: toimivat-palvelut
title: Palveluverkon suunnitelman toteutus
text: Yhteisen palveluverkkosuunnitelman toteuttaminen
responsible:
  - actor: tuulikannas
    label: hyvinvointialue
indicators:
  - id: mittari-1-2
    label: Suunnitelma toteutettu
    type: yes-no
due: 2028-12-31
continues: palveluverkko
""",
    ),
    _measure(
        "suunnitelmien-seuranta",
        """code: "2.1"
interface: a
goal: hyvinvoivat-asukkaat
title: Hyvinvointisuunnitelmien seuranta
text: Kunta seuraa hyvinvointisuunnitelmaansa vuosittain
responsible:
  - actor: kunnat
    label: kunta
indicators:
  - id: mittari-2-1
    label: Kunnat, joissa suunnitelmaa seurataan
    type: count-of-parties
continues: hyvinvointisuunnitelmat
""",
    ),
    _measure(
        "perhekeskusten-palvelut",
        """code: "4.1"
interface: d
goal: toimivat-palvelut
title: Perhekeskusten palvelut
text: Perhekeskusten palvelut kootaan saman katon alle
responsible:
  - actor: perhepalvelut
    role: lead
    label: perhepalvelut
  - actor: kunnat
    label: kunnat
indicators:
  - id: mittari-4-1
    label: Kunnat, joissa palvelut ovat saman katon alla
    type: count-of-parties
continues: perhekeskukset
""",
    ),
    _measure(
        "kuumat-kesat",
        """code: "3.7"
interface: c
goal: turvallinen-arki
title: Helteisiin varautuminen
text: Yhteinen suunnitelma hellejaksojen varalle
responsible:
  - actor: varautumisverkosto
    label: varautumisverkosto
indicators:
  - id: mittari-3-7
    label: Suunnitelma hyväksytty
    type: yes-no
due: 2027-05-31
continues_printed: vuoden 2021 helleselvitys
""",
    ),
)
