"""Twenty-one regions that differ in one measure: the employment of the young.

Each is the fictional region of the tests under a name of its own, with one measure more, or two
where another has come after it.
"""

import shutil
from pathlib import Path

from tests.conftest import REGION

NUMBER = 21
CODE, NEXT = "B7", "B8"

_WORDS = (
    ("Nuorten työllisyys", "Kunnat ja hyvinvointialue tukevat nuorten työllisyyttä yhdessä."),
    ("NUORET TYÖELÄMÄÄN", "Nuorten polku työhön: työllistymisen tuki kootaan yhteen paikkaan."),
    ("Ohjaamo", "Ohjaamo auttaa nuoria ja heidän työllistymistään koko alueella."),
)
_NOBODY = "nobody:\n  label: Vastuu määrittelemättä\n"
_OWNED = "responsible:\n  - actor: koivula\n    label: Koivula\n"
_WAYS = (
    "owned",
    "known",
    "decided",
    "ended",
    "none",
    "otherwise",
    "over",
    "coming",
    "followed",
    "followed by none",
)
"""Who answers: somebody; nobody, as the source says; whom a decision has named;
somebody who did until January 2024. Or there is no such measure, or it is called something else.
Or it is over, is yet to begin, or is over and another goes on, which somebody answers for or
nobody."""

_FINDINGS = {
    "owned": None,
    "known": (CODE, "no owner"),
    "decided": None,
    "ended": (CODE, "no owner"),
    "none": (None, "no such measure found"),
    "otherwise": (None, "no such measure found"),
    "over": (CODE, "none in force"),
    "coming": (CODE, "none in force"),
    "followed": None,
    "followed by none": (NEXT, "no owner"),
}


def grow(folder: Path) -> list[tuple[str, str | None, str | None, str]]:
    """Write the regions below a folder; return what there is to be found of their measures by the
    end of 2024: the region, the code, the title and the finding, by region."""
    found: list[tuple[str, str | None, str | None, str]] = []
    for number in range(NUMBER):
        way, (title, text) = _WAYS[number % len(_WAYS)], _WORDS[number % len(_WORDS)]
        name = f"Maakunta {number + 1:02}"
        _write(folder / f"maakunta-{number + 1:02}", name, way, title, text)
        expected = _FINDINGS[way]
        if expected is not None:
            code, finding = expected
            found.append((name, code, title if code is not None else None, finding))
    return found


def _write(base: Path, name: str, way: str, title: str, text: str) -> None:
    shutil.copytree(REGION, base)
    agreement = base / "data/agreement.yaml"
    words = agreement.read_text("utf-8").replace("id: hiidenmaan-sopimus", f"id: {base.name}", 1)
    agreement.write_text(words.replace("region: Hiidenmaa\n", f"region: {name}\n", 1), "utf-8")
    if way == "none":
        return
    if way == "otherwise":
        title, text = (
            "Nuorisotakuu",
            "Jokaiselle alle 30-vuotiaalle tarjotaan opintoja tai töitä.",
        )
    owner = {
        "known": _NOBODY,
        "decided": "nobody:\n  label: Vastuusta sovitaan foorumissa\n",
        "ended": f"{_OWNED}    end: 2024-01-31\n",
        "over": f"{_OWNED}end: 2024-06-30\n",
        "coming": f"{_NOBODY}start: 2025-03-01\n",
        "followed": f"{_NOBODY}end: 2024-06-30\n",
        "followed by none": f"{_OWNED}end: 2024-06-30\n",
    }.get(way, _OWNED)
    _measure(base, "nuorten-tyo", CODE, title, text, owner)
    if way.startswith("followed"):
        after = _OWNED if way == "followed" else _NOBODY
        _measure(base, "nuorten-tyo-2", NEXT, title, text, f"{after}start: 2024-07-01\n")
    if way == "decided":
        (base / "data/events/2024").mkdir()
        (base / "data/events/2024/2024-03-05-vastuu-00000000.yaml").write_text(
            "id: 2024-03-05-vastuu-00000000\ntype: decision\ntitle: Vastuusta päätettiin\n"
            "on: 2024-03-05\nbody: foorumi\nmeasure: nuorten-tyo\nappoints: [ohkola]\n",
            "utf-8",
        )


def _measure(base: Path, key: str, code: str, title: str, text: str, owner: str) -> None:
    (base / f"data/measures/{key}.yaml").write_text(
        f"id: {key}\ncode: {code}\ninterface: b\ngoal: hyvinvointi\n"
        f"title: {title}\ntext: '{text}'\n{owner}",
        "utf-8",
    )
