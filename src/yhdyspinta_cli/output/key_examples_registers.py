"""Examples of what is kept beside the agreement: who is named, what is followed, what happened."""

NAMED: dict[str, str] = {
    "actor": """\
id: hyvinvointikoordinaattorit
type: collective
name: hyvinvointikoordinaattorit
aliases:
  - koordinaattorit
part_of: kunnat
members:
  - luoto
  - actor: saari
    start: 2027-01-01
one_per: kunnat
unit: hyvinvointikoordinaattori
vague: false
planned: true
started: 2026-01-01
ended: 2028-12-31
successor: hyvinvointipaallikot
text: Kullakin kunnalla on yksi.
""",
    "division": """\
id: keskusalueet
name: Keskusalueet
aliases:
  - alueet
of: kunnat
complete: true
announced: 2
areas:
  - id: pohjoinen
    name: Pohjoinen
    aliases:
      - pohjoinen alue
    members:
      - luoto
text: Kunnat kokoontuvat kahdella alueella.
""",
    "area": """\
id: pohjoinen
name: Pohjoinen
aliases:
  - pohjoinen alue
members:
  - luoto
""",
    "project": """\
id: ruokahanke
type: project
name: Ruokahanke
aliases:
  - hanke
part_of: saaren-hyvinvointialue
interface: a
funding:
  amount: 120000
  currency: EUR
  printed: 120 000 euroa
  by: ministeriö
programme: Kestävän kasvun ohjelma
start: 2026
ended: 2027-12-31
successor: ruokahanke-2
state: käynnistyy syksyllä
text: Kokoaa ruoka-avun toimijat.
""",
    "council-term": """\
id: valtuustokausi-2025
name: Valtuustokausi 2025–2029
council: municipal
start: 2025-06-01
end: 2029-05-31
""",
    "need": """\
id: tarve-tiedonkulku
title: Tiedonkulku
text: Tieto ei kulje osapuolten välillä.
interface: a
concerns:
  - kunnat
decides: foorumi
measures:
  - ruoka-apu
source:
  - document: sopimus
    section: 5. Seuranta
    slide: Dia 12
    row: "3"
outside:
  - fact: Alueella on kaksi kuntaa.
    named_source: Kuntaliitto
    day: 2026-01-15
    url: https://www.example.org/kunnat
remarks:
  - id: vika-tiedonkulku
    kind: defect
    about: text
    printed: tietto
    corrected: tieto
    text: Lähteessä on kirjoitusvirhe.
    to_decide: Korjataan kirjoitusvirhe.
""",
    "statute": """\
id: laki-100-2020
number: 100/2020
title: Aluelaki
aliases:
  - laki alueista
in_force: 2021-01-01
repealed: 2030-12-31
repealed_by: 50/2030
sections:
  - number: "14"
    heading: Yhteistyö kuntien kanssa
url: https://www.example.org/100-2020
""",
    "dated-event": """\
id: tapahtuma-avustukset
title: Ensimmäiset avustukset myönnetään
when: 2026-03
until: 2026-12
printed: maaliskuussa 2026
projects:
  - ruokahanke
""",
    "counterpart": """\
id: vastinpari-luoto
party: luoto
level: taso-johto
interface: a
actor: kunnanjohtaja
start: 2026-01-01
end: 2029-12-31
""",
    "update": """\
id: 2026-05-14-ruoka-apu-luoto
measure: ruoka-apu
state: merged
on: 2026-05-14
by: luoto
party: luoto
note: Verkosto jatkaa yhteisessä toimenpiteessä.
recorded: "2026-05-15T10:22:33+03:00"
evidence:
  - type: minutes
    text: Kunnanhallitus 12.5.2026 § 88
    url: https://www.example.org/poytakirja
progress: 60
merged_into: ruokaverkosto
corrects: 2026-04-30-ruoka-apu-luoto
""",
    "value": """\
id: 2026-05-14-mittari-a2
indicator: mittari-a2
value: 9
on: 2026-05-14
by: saaren-hyvinvointialue
party: luoto
note: Laskettu kokouksessa.
recorded: "2026-05-15T10:22:33+03:00"
evidence:
  - type: diary-number
    text: SHVA/12/2026
corrects: 2026-04-30-mittari-a2
""",
    "event": """\
id: 2026-05-14-foorumi
type: decision
title: Foorumi valitsee vetäjän
on: 2026-05-14
body: foorumi
area: pohjoinen
party: luoto
convener: saaren-hyvinvointialue
chair: luoto
by: saaren-hyvinvointialue
decisions:
  - Luoto vetää verkostoa.
links:
  - title: Pöytäkirja
    url: https://www.example.org/poytakirja
note: Kaikki osapuolet olivat paikalla.
recorded: "2026-05-15T10:22:33+03:00"
measure: ruoka-apu
appoints:
  - luoto
fulfils:
  - velvoite-raportti
not_fulfils:
  - velvoite-verkosto
period: "2026"
corrects: 2026-05-13-foorumi
""",
    "round": f"""\
id: 2027-02-26-answered-luoto-5cd98f6f
type: answered
party: luoto
year: 2026
on: 2027-02-26
by: luoto
rows: 24
filled: 9
unchanged: true
words:
  - Syksyn kokous siirtyi tammikuulle.
workbook: {"0a1b2c3d" * 8}
recorded: "2027-02-26T10:22:33+02:00"
""",
    "publication": f"""\
id: 2027-03-01-publication-5cd98f6f
name: luoto-2026.html
year: 2026
party: luoto
as_of: 2026-12-31
on: 2027-03-01
revision: {"0a1b2c3d" * 5}
data: {"0a1b2c3d" * 8}
file: {"0a1b2c3d" * 8}
recorded: "2027-03-01T10:22:33+02:00"
""",
    "translation": """\
id: sv
texts:
  - id: luoto
    field: name
    text: Holmen
    original: Luoto
""",
}
"""By the word of the kind; `void`, which takes a record back, stands for all that it says."""
