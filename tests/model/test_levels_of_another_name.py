"""Levels of dialogue are records: a base names its own, and every answer calls them so."""

from pathlib import Path

import pytest

from tests.conftest import Yp

NAMES = {
    "taso-johto": "strategisk",
    "Johdon taso": "Strategisk nivå",
    "taso-arki": "operativ",
    "Arjen taso": "Operativt nivå",
}


@pytest.fixture
def renamed(region: Path) -> Path:
    """The region whose levels have other ids, other names and a nickname."""
    for path in (region / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        for before, after in NAMES.items():
            text = text.replace(before, after)
        text = text.replace(
            "    name: Strategisk nivå\n", "    name: Strategisk nivå\n    aliases: [ledelse]\n"
        )
        assert not any(before in text for before in NAMES)
        path.write_text(text, "utf-8")
    return region


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("counterparts", ["Strategisk nivå", "Operativt nivå"]),
        ("list counterparts", ["Strategisk"]),
        ("list levels", ["Strategisk nivå", "Operativt nivå"]),
        ("search operativt", ["Operativt nivå", "level of dialogue"]),
        ("search ledelse", ["Strategisk nivå"]),
        ("show strategisk", ["Name Strategisk nivå"]),
        ("show vastinpari-koivula-johto", ["Level Strategisk nivå (strategisk)"]),
        ("gaps --kind counterpart", ["Koivula: 1 of 2 levels (Operativt nivå)"]),
        (
            "owned-by koivula",
            ["missing: Operativt nivå", "Koivula: kaupunginjohtaja (Strategisk nivå)"],
        ),
    ],
)
def test_a_level_is_called_what_the_base_calls_it(
    yp: Yp, renamed: Path, question: str, told: list[str]
) -> None:
    done = yp(*question.split(), cwd=renamed)
    assert done.code == 0, done.err
    said = " ".join(done.out.split())
    assert [words for words in told if words not in said] == []


def test_the_base_is_as_sound_as_with_the_names_it_had(yp: Yp, renamed: Path) -> None:
    done = yp("validate", cwd=renamed)
    assert done.code == 0
    assert "0 errors, 0 warnings" in done.out
