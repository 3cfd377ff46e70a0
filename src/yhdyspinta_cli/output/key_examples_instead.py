"""Examples of what stands in no whole one: for another key, or with keys that are rarely needed."""

from yhdyspinta_cli.language import later

INSTEAD: dict[str, str] = {
    "Nobody": """\
label: vastuu määrittelemättä
since: 2026-01-01
decides: foorumi
""",
    "NoIndicator": """\
label: ei mittaria
""",
    "OwnField": """\
label: Diaarinumero
type: text
""",
    "Within": """\
n: 30
unit: days
after: meeting
""",
    "Organisation": """\
name: Saaren hyvinvointialue
unit: Strateginen ohjaus
address:
  - Rantatie 1
  - 99999 Luoto
website: www.saari.example
""",
    "Signatures": """\
count: 2
first: 2025-12-01
last: 2025-12-19
methods:
  sähköinen: 2
zones:
  UTC+02:00: 2
""",
    "Share": """\
actor: kunnat
percent: 40
printed: kunnat yhdessä 40 prosenttia
""",
    "Mission": """\
party: luoto
text: Hyvä arki kaikille
focus_areas:
  - asukkaat
""",
    "Responsibility": """\
actor: kunnat
role: partner
label: kunnat
part: tiedotus
start: 2026-01-01
end: 2027-12-31
""",
    "Membership": """\
actor: luoto
start: 2026-01-01
end: 2027-12-31
""",
    "Seat": """\
actor: luoto
label: Luodon kunta
part: valmistelu
rotating: true
order:
  - luoto
  - saari
start: 2026-01-01
end: 2027-12-31
""",
    "Rhythm": """\
per: year
every: 2
times: 1
at_least: true
due: 04-30
printed: joka toinen vuosi huhtikuun loppuun mennessä
""",
    "Ground": """\
statute: laki-100-2020
sections:
  - "14"
printed: Aluelain 14 §
""",
    "Doer": """\
actor: kunnat
label: kunnat
part: asukkaiden kuuleminen
binding: law
basis:
  - statute: laki-100-2020
start: 2026-01-01
end: 2027-12-31
""",
    "Remark": """\
id: huomautus-mittari
kind: defect
about: indicators
printed: mittari puuttu
corrected: mittari puuttuu
text: Taulukossa on kirjoitusvirhe.
rule: YP302
to_decide: Sopia mittarista
""",
}
"""By the name of the noun."""

BESIDES: dict[str, tuple[tuple[str, str], ...]] = {
    "Measure": (
        ("nobody:", later("in the place of responsible")),
        ("  label: vastuu määrittelemättä", ""),
        ("no_indicator:", later("in the place of indicators")),
        ("  label: ei mittaria", ""),
    ),
    "Rhythm": (
        ("at_most: true", later("in the place of at_least")),
        ("by: 2027-06-30", later("in the place of per, and so are the next two")),
        ("within: {n: 30, unit: days, after: meeting}", ""),
        ("when: tarvittaessa", ""),
    ),
    "Counterpart": (("role: kunnanjohtaja", later("in the place of actor")),),
    "Update": (("void: true", later("beside corrects: the report is taken back")),),
    "Value": (("void: true", later("beside corrects: the value is taken back")),),
    "Event": (("void: true", later("beside corrects: the event is taken back")),),
    "Publication": (
        ("interface: a", later("in the place of party, and so is the next")),
        ("body: foorumi", ""),
        ("chapters: [brief]", later("where only some of the chapters were published")),
    ),
    "Round": (("due: 2027-02-28", later("of type asked: by when an answer is asked for")),),
}
"""By the name of the noun: keys in the place of another, each with what a comment says of it."""
