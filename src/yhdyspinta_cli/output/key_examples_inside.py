"""Examples of what stands inside the agreement, the programme and what they hold."""

INSIDE: dict[str, str] = {
    "document": """\
id: sopimus
name: Yhteistyösopimus
short: sopimus
pages: 12
binding: true
date_printed: 1.12.2025
day: 2025-12-01
""",
    "amendment": """\
id: jatkosopimus
type: extension
title: Jatkosopimus 2030–2033
day: 2030-01-01
end: 2033-12-31
text: Sopimusta jatketaan neljällä vuodella.
documents:
  - jatkosopimus-2030
replaces:
  - sopimus
""",
    "interface": """\
id: a
title: Hyvinvoinnin edistäminen
letter: A
complete: true
aliases:
  - hyte
text: Hyvinvoinnin edistäminen on yhteinen tehtävä.
decides: foorumi
""",
    "citation": """\
id: viittaus-aluelaki
statute: laki-100-2020
printed: Aluelaki 100/2020, 14 §
title: Aluelaki
number: 100/2020
sections:
  - number: "14"
    printed: 14 §
    topic: Yhteistyö
topic: Yhteistyö
within: Kuntalaki
""",
    "duty-group": """\
id: lakitiivistelma
title: Alueen tehtävät
statute: laki-100-2020
sections:
  - number: "14"
points:
  - id: lakikohta-yhteistyo
    text: Alueen on tehtävä yhteistyötä kuntien kanssa.
    doers:
      - luoto
""",
    "duty": """\
id: lakikohta-yhteistyo
text: Alueen on tehtävä yhteistyötä kuntien kanssa.
doers:
  - luoto
""",
    "principle": """\
id: periaate-tasavertaisuus
text: Osapuolet ovat tasavertaisia.
topic: standing
""",
    "definition": """\
id: maaritelma-yhdyspinta
term: yhdyspinta
text: Tehtävä, jota hoitaa useampi osapuoli.
by: saaren-hyvinvointialue
""",
    "level": """\
id: taso-johto
name: Johdon taso
text: Sovitaan tavoitteista.
aliases:
  - johto
""",
    "chart-interface": """\
id: kaavio-hyvinvointi
title: Hyvinvointi
interface: a
""",
    "common-matter": """\
id: yhteinen-viestinta
title: Viestintä
aliases:
  - tiedotus
""",
    "strategy-block": """\
id: strategia-kunnat
focus_area: Asukkaat
side: kunnat
statements:
  - id: lause-asukkaat
    text: Asukkaat osallistuvat.
keywords:
  - osallisuus
""",
    "statement": """\
id: lause-asukkaat
text: Asukkaat osallistuvat.
""",
    "abbreviation": """\
id: lyhenne-hyte
abbreviation: hyte
expansion: hyvinvoinnin ja terveyden edistäminen
expanded_by: source
""",
    "author": """\
id: tekija-luoto
name: Luodon kunta
actors:
  - luoto
""",
    "reference": """\
id: viite-opas
title: Yhteistyön opas
url: https://www.example.org/opas
printed: Yhteistyön opas, 2025
""",
}
"""By the word of the kind."""
