"""One wording wherever a thing is told: rhythms, and the letters of states."""

from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.vocabulary import SITUATIONS, closed
from yhdyspinta_cli.wording import states, words

OBLIGATION = """
  - id: {id}
    title: {title}
    binding: law
    doers:
      - actor: hiidenmaa
        label: HVA
    rhythm:
      per: {per}
      times: 2
      at_least: true
    source:
      - document: sopimus
        section: § 5
"""


@pytest.fixture
def minima(region: Path) -> Path:
    """The region with two legal minima, one a year and one a council term."""
    path = region / "data" / "obligations.yaml"
    new = "".join(OBLIGATION.format(id=f"koe-{per}", title=f"Koe {per}", per=per) for per in PERS)
    text = path.read_text("utf-8")
    head, mark, rest = text.partition("obligations:\n")
    path.write_text(head + mark + new.lstrip("\n") + rest, "utf-8")
    return region


PERS = ("year", "term")
TOLD = {
    ("en", "year"): "at least 2 times a year",
    ("en", "term"): "at least 2 times a council term",
    ("fi", "year"): "vähintään 2 kertaa vuodessa",
    ("fi", "term"): "vähintään 2 kertaa valtuustokaudessa",
}
QUESTIONS = (
    "show koe-{per}",
    "list obligations --csv",
    "obligations --year 2023 --csv",
    "obligations --year 2023 --json",
    "owned-by hiidenmaa",
    "report --year 2023",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_legal_minimum_is_told_as_one_everywhere(minima: Path, yp: Yp, question: str) -> None:
    for (lang, per), told in TOLD.items():
        done = yp(*question.format(per=per).split(), "--lang", lang, cwd=minima)
        assert done.code == 0, done.err
        assert told in " ".join(done.out.split()), (lang, per)


def test_pictures_and_terminal_have_the_same_letters(yp: Yp) -> None:
    for lang in language.LANGUAGES:
        matrix = yp("status", "matrix", "--as-of", "2024-01-01", "--lang", lang).out
        with language.speaking(lang):
            for state in ("completed", "in-progress", "paused", "no-information"):
                assert f"\n{states.letter(state)} {words.word(state)}" in matrix


def test_a_member_without_its_words_is_refused_by_name() -> None:
    table = dict.fromkeys(SITUATIONS, "word")
    assert closed(SITUATIONS, table) == table
    del table["paused"]
    with pytest.raises(LookupError, match="paused"):
        closed(SITUATIONS, table)


RHYTHMS = {
    "vuosi": ("{by: 2023, printed: kuluvana vuonna}", "kerran, vuoden 2023 loppuun mennessä"),
    "kuu": (
        "{by: 2023-05, times: 2, at_least: true}",
        "vähintään 2 kertaa, toukokuun 2023 loppuun",
    ),
    "paiva": ("{by: 2023-05-31, printed: keväällä}", "kerran, viimeistään 31.5.2023"),
    "jakso": ("{per: year, times: 2, printed: kahdesti}", "2 kertaa vuodessa"),
    "pian": (
        "{within: {n: 2, unit: weeks, after: meeting}, times: 2}",
        "2 kertaa: 2 viikon kuluessa",
    ),
    "tilanne": ("{when: kun tarve on}", "kun tarve on"),
    "sana": ("{printed: tarpeen mukaan}", "”tarpeen mukaan”"),
}


@pytest.mark.parametrize("key", RHYTHMS)
def test_one_rhythm_reads_the_same_wherever_it_is_shown(region: Path, yp: Yp, key: str) -> None:
    """The source's own words for it beside its meaning change no answer but `show`, which adds."""
    rhythm, told = RHYTHMS[key]
    path = region / "data" / "obligations.yaml"
    text = OBLIGATION.partition("    rhythm:")[0].format(id="koe-yksi", title="Koe yksi")
    rest = "    source:\n      - document: sopimus\n        section: § 5\n"
    head, mark, others = path.read_text("utf-8").partition("obligations:\n")
    new = text.lstrip("\n") + f"    rhythm: {rhythm}\n{rest}"
    path.write_text(head + mark + new + others, "utf-8")
    for question in (
        "obligations --year 2023 --json",
        "obligations --year 2023 --csv",
        "list obligations --csv",
        "show koe-yksi",
        "owned-by hiidenmaa",
        "report --year 2023",
        "report --year 2023 --party hiidenmaa",
    ):
        done = yp(*question.split(), "--lang", "fi", cwd=region)
        assert done.code == 0, done.err
        assert told in " ".join(done.out.split()), question
