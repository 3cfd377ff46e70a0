"""An answer that finds nothing names what was asked for, and claims no more than that."""

import pytest

from tests.conftest import LIVED, Yp

NOTHING = {
    ("gaps", "--kind", "no-chair"): "laji ”Toimielimet, joiden puheenjohtaja on päättynyt eikä",
    ("gaps", "--state", "merged", "--party", "hallavesi"): "osapuoli Hallavesi, tilanne yhdistetty",
    ("gaps", "--interface", "d", "--kind", "no-chair"): "yhdyspinta Lapset, nuoret ja perheet, l",
    ("obligations", "--state", "merged"): "tilanne yhdistetty",
    ("obligations", "--standing", "missed", "--party", "lumikoski", "--year", "2023"): (
        "osapuoli Lumikoski, toteutuminen ”ei toteutunut”"
    ),
    ("calendar", "--year", "2024", "--state", "merged"): "tilanne yhdistetty",
    ("rotation", "--interface", "d"): "yhdyspinta Lapset, nuoret ja perheet",
    ("counterparts", "--actor", "hyvinvointipalvelut"): "toimija Hyvinvointipalvelut",
    ("status", "--state", "cancelled", "--goal", "1"): "tavoite Hyvinvoivat asukkaat, tilanne peru",
    ("status", "matrix", "--state", "cancelled", "--goal", "1"): "tilanne peruttu",
    ("list", "measures", "--state", "cancelled", "--goal", "1"): "tilanne peruttu",
    ("list", "projects", "--binding", "law"): "perusteena laki",
    ("owned-by", "hallavesi", "--state", "merged", "--direct"): "yhdistetty, vain suoraan nimetyt",
    ("what-if", "--remove", "hallavesi", "--state", "merged"): "tilanne yhdistetty",
    ("event", "list", "--year", "2021", "--body", "yhteistyofoorumi"): (
        "rakenne Tuulikannaksen yhteistyöfoorumi, vuosi 2021"
    ),
}
WHOLE = (
    *("Mitään ei puutu", "Määräaikoja ei ole", "Ei mitään", "Mitään ei ole kirjattu"),
    *("Toimenpiteitä ei ole", "Vuoroja ei ole", "Mistään ei poistuisi", "ei ole merkintöjä"),
)
"""What is said where all was asked for."""


@pytest.mark.parametrize(("line", "asked"), NOTHING.items(), ids=[" ".join(x) for x in NOTHING])
def test_nothing_found_is_said_of_what_was_asked_for(
    yp: Yp, line: tuple[str, ...], asked: str
) -> None:
    done = yp(*line, "--as-of", "2025-12-31", "--lang", "fi", cwd=LIVED)
    said = " ".join(done.out.split())
    assert asked in said.partition("Näillä ehdoilla ei löydy mitään: ")[2]
    assert [whole for whole in WHOLE if whole in said] == []
