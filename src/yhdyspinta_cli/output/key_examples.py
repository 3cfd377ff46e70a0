"""An example of the kinds of record that are written by hand: every key once, as in a file.

A test reads each of them as a record, and holds that no key is missing.
"""

from yhdyspinta_cli.output.key_examples_inside import INSIDE
from yhdyspinta_cli.output.key_examples_registers import NAMED

_WHOLE: dict[str, str] = {
    "agreement": """\
id: saaren-sopimus
format: 1
language: fi
languages:
  - sv
country: FI
title: Saaren hyvinvointialueen ja kuntien yhteistyösopimus
short: Saaren sopimus
forms:
  genitive: Saaren sopimuksen
region: Saari
region_genitive: Saaren
region_forms:
  inessive: Saaressa
time_zone: Europe/Helsinki
organisation:
  name: Saaren hyvinvointialue
licence: CC-BY-4.0
accessibility:
  conforms: partially
  shortcomings:
    - Liitteinä olevia vanhoja PDF-asiakirjoja ei ole muutettu saavutettaviksi.
  tested: Itse arvioitu ruudunlukijalla ja näppäimistöllä.
  day: 2026-01-15
  feedback: kirjaamo@saari.example
documents:
  - id: sopimus
    name: Yhteistyösopimus
    short: sopimus
    binding: true
validity:
  start: 2026-01-01
  end: 2029-12-31
notice:
  months: 12
  printed: irtisanomisaika on yksi vuosi
amendments:
  - id: jatkosopimus
    type: extension
    title: Jatkosopimus 2030–2033
    day: 2030-01-01
    end: 2033-12-31
signatures:
  count: 2
  first: 2025-12-01
  last: 2025-12-19
purpose: Sovitaan yhteistyöstä.
definitions:
  - id: maaritelma-yhdyspinta
    term: yhdyspinta
    text: Tehtävä, jota hoitaa useampi osapuoli.
principles:
  - id: periaate-tasavertaisuus
    text: Osapuolet ovat tasavertaisia.
    topic: standing
provisions:
  - id: pelisaanto-kulut
    topic: costs
    text: Jokainen maksaa omat kulunsa.
legal_basis:
  - id: viittaus-aluelaki
    statute: laki-100-2020
    printed: Aluelaki 100/2020, 14 §
    title: Aluelaki
    number: 100/2020
    sections:
      - number: "14"
chapters:
  - 1. Osapuolet
restated:
  - principle
  - provision
fields:
  measure:
    diaarinumero:
      label: Diaarinumero
      type: text
vocabulary:
  states:
    - word: lykätty
      means: paused
  event_kinds:
    - word: kuuleminen
      means: meeting
  party_types:
    - word: säätiö
      means: other
  body_types:
    - word: valiokunta
      means: board
""",
    "programme": """\
id: saaren-ohjelma
title: Saaren yhteistyöohjelma
subtitle: Toimenpiteet vuosille 2026–2029
period_start: 2026
period_end: 2029
binding: false
reports_from: 2026
complete: true
mission:
  party: luoto
  text: Hyvä arki kaikille
chapters:
  - 1. Johdanto
interfaces:
  - id: a
    title: Hyvinvoinnin edistäminen
    letter: A
chart_interfaces:
  - id: kaavio-hyvinvointi
    title: Hyvinvointi
    interface: a
common_matters:
  - id: yhteinen-viestinta
    title: Viestintä
levels:
  - id: taso-johto
    name: Johdon taso
    text: Sovitaan tavoitteista.
counterpart_levels:
  - taso-johto
principles:
  - id: periaate-arki
    text: Arjen työ on sujuvaa.
    topic: work
provisions:
  - id: pelisaanto-seuranta
    topic: monitoring
    text: Ohjelmaa seurataan vuosittain.
definitions:
  - id: maaritelma-hyte
    term: hyte
    text: Hyvinvoinnin ja terveyden edistäminen.
legal_basis:
  - id: viittaus-ohjelma-aluelaki
    statute: laki-100-2020
    printed: Aluelaki
    title: Aluelaki
    number: 100/2020
duties:
  - id: lakitiivistelma
    title: Alueen tehtävät
    statute: laki-100-2020
    sections:
      - number: "14"
    points:
      - id: lakikohta-yhteistyo
        text: Alueen on tehtävä yhteistyötä kuntien kanssa.
        doers:
          - luoto
strategies:
  - id: strategia-kunnat
    focus_area: Asukkaat
    side: kunnat
    statements:
      - id: lause-asukkaat
        text: Asukkaat osallistuvat.
    keywords:
      - osallisuus
abbreviations:
  - id: lyhenne-hyte
    abbreviation: hyte
    expansion: hyvinvoinnin ja terveyden edistäminen
    expanded_by: source
authors:
  - id: tekija-luoto
    name: Luodon kunta
references:
  - id: viite-opas
    title: Yhteistyön opas
    url: https://www.example.org/opas
""",
    "party": """\
id: luoto
type: municipality
town: true
name: Luoto
official_name: Luodon kaupunki
genitive: Luodon
forms:
  inessive: Luodossa
  adessive: Luodolla
code: "992"
contact: kirjaamo@luoto.example
aliases:
  - Luodon kunta
started: 1900-01-01
ended: 2030-12-31
joined: 2026-01-01
left: 2030-12-31
successor: saari
""",
    "goal": """\
id: hyvinvoivat-asukkaat
number: 1
title: Hyvinvoivat asukkaat
table_title: Asukkaat voivat hyvin
text: Asukkaiden hyvinvointi paranee.
aliases:
  - hyvinvointitavoite
""",
    "measure": """\
id: ruoka-apu
code: A1
interface: a
goal: hyvinvoivat-asukkaat
title: Ruoka-avun verkosto
text: Ruoka-avun toimijat kootaan verkostoksi.
restated: true
aliases:
  - ruokaverkosto
responsible:
  - actor: saaren-hyvinvointialue
    role: lead
    label: hyvinvointialue
    part: kokoaminen
  - actor: kunnat
    label: kunnat
responsible_note: Kunnat tulevat mukaan 2027.
indicators:
  - id: mittari-a1
    label: Verkosto koottu
    type: yes-no
projects:
  - ruokahanke
obligations:
  - velvoite-verkosto
start: 2026-01-01
end: 2029-12-31
due: 2027-12-31
continues: ruokaselvitys
continues_printed: jatkaa ruoka-avun selvitystä
continued_by_printed: jatkuu ohjelmassa 2030–2034
extra:
  diaarinumero: SHVA/12/2026
source:
  - document: ohjelma
    section: 4 a
    slide: Hyvinvoinnin edistäminen
    row: tavoite 1
outside:
  - fact: Ruoka-apua jaettiin 2025 kolmessa kunnassa.
    named_source: Kuntien tilasto
    day: 2026-01-15
    url: https://www.example.org/tilasto
remarks:
  - kind: note
    text: Ohjelma ei kerro, kuka verkostoa johtaa.
""",
    "indicator": """\
id: mittari-a2
label: Verkostoon kuuluvat toimijat
type: number
options:
  - koottu
  - ei koottu
unit: toimijaa
baseline:
  value: 4
  on: 2026
target:
  value: 12
  on: 2029-12-31
  printed: kaksitoista toimijaa vuoteen 2029
direction: up
shared_with:
  - ruoka-apu
""",
    "body": """\
id: foorumi
type: forum
name: Saaren foorumi
aliases:
  - foorumi
interface: a
state: starting
state_on: 2026
text: Osapuolten yhteinen kokous.
members:
  - actor: kunnat
    label: kunnat
chair:
  label: vuorovuosin
  rotating: true
  order:
    - luoto
    - saari
convener:
  actor: saaren-hyvinvointialue
  label: hyvinvointialue
chairs:
  - actor: luoto
    label: Luoto
    end: 2027-12-31
conveners:
  - actor: luoto
    label: Luoto
    end: 2026-12-31
responsible:
  - actor: luoto
    label: Luoto
    part: valmistelu
rhythm:
  per: year
  times: 2
legal_basis:
  - statute: laki-100-2020
    sections:
      - "14"
area: pohjoinen
division: keskusalueet
area_text: Pohjoiset kunnat
tasks:
  - seurata tavoitteita
themes:
  - hyvinvointi
part_of: saaren-hyvinvointialue
one_per: kunnat
unit: hyvinvointityöryhmä
decides: johtoryhma
started: 2026
ended: 2028-12-31
successor: uusi-foorumi
""",
    "obligation": """\
id: velvoite-raportti
title: Kunta raportoi valtuustolle vuosittain
text: Kunta raportoi asukkaidensa hyvinvoinnista.
doers:
  - actor: kunnat
    label: kunnat
to:
  - saaren-hyvinvointialue
body: foorumi
interface: a
each: true
rhythm:
  per: year
council: municipal
first: 2026
end: 2029-12-31
binding: law
basis:
  - statute: laki-100-2020
    sections:
      - "14"
fulfilled_by:
  events:
    - report
  body: foorumi
measure: ruoka-apu
""",
    "provision": """\
id: pelisaanto-kulut
topic: costs
title: Kulut
text: Jokainen maksaa omien edustajiensa kulut.
doers:
  - kunnat
shares:
  - actor: kunnat
    percent: 40
sums:
  - amount: 1000
    currency: EUR
    printed: tuhat euroa
steps:
  - text: Kulut käsitellään johtoryhmässä.
    within:
      n: 3
      unit: weeks
    who: johtoryhma
notice:
  months: 6
binding: agreement
""",
}

EXAMPLES: dict[str, str] = _WHOLE | INSIDE | NAMED
"""By the word of the kind; what stands for another key (`nobody`, `no_indicator`) is left out."""
