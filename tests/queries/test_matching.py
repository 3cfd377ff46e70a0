"""What a user means by a few words: codes, ids, inflected, joined and misspelt names."""

from pathlib import Path

import pytest

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import matching
from yhdyspinta_cli.queries import words as finnish

KB = store.load(SHIPPED).kb


def meant(words: str) -> matching.Meaning:
    return matching.meaning(words, KB.measures, texts=True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("E1", "E1"),
        ("e1", "E1"),
        ("turvallisuussuunnitelmat", "E1"),
        ("turvallisuussuunitelmat", "E1"),
        ("turvallisuussuunnitelmista", "E1"),
        ("ruokaapu", "A3"),
        ("ruoka-apu", "A3"),
        ("ruoka apu", "A3"),
        ("ruoka-avun", "A3"),
        ("ruokaapu allianssi", "A3"),
        ("RUOKA-APUALLIANSSI", "A3"),
        ("ikaantyneiden asuminen", "J2"),
        ("ikääntyneiden asumisen", "J2"),
        ("jarjestoavustukset", "A7"),
        ("järjestöavustuksia", "A7"),
        ("tiedolla johtaminen", "J6"),
        ("kuntouttava työtoiminta", "C4"),
        ("pelastusopisto", "E4"),
        ("te2025", "C7"),
        # Only the text has these words.
        ("kaavoitus", "J2"),
        ("kompassikysely", "J6"),
    ],
)
def test_one_clear_measure(words: str, code: str) -> None:
    found = meant(words)
    assert getattr(found.best, "code", None) == code, found.matches


@pytest.mark.parametrize("measure", KB.measures, ids=lambda measure: measure.code)
def test_every_title_is_found_without_dots_and_cut_short(measure: Measure) -> None:
    plain = measure.title.casefold().translate(str.maketrans("äöå", "aoa"))
    assert meant(plain).best is measure
    assert meant(plain[:-1]).best is measure


def test_several_are_told_with_their_scores(yp: Yp) -> None:
    result = yp("who-owns", "asuminen", cwd=SHIPPED)
    assert (result.code, result.out) == (1, "")
    lines = result.err.splitlines()
    assert lines[0] == "yp: 'asuminen' fits several:"
    assert [line.split()[1] for line in lines[1:4]] == ["J2", "J3", "J4"]
    scores = [int(line.split()[0]) for line in lines[1:-1]]
    assert scores == sorted(scores, reverse=True)


def test_a_guess_is_told_and_an_exact_name_is_not(yp: Yp) -> None:
    guessed = yp("who-owns", "ruokaapu", cwd=SHIPPED)
    assert guessed.code == 0
    assert guessed.err.startswith("yp: 'ruokaapu' taken as A3 (")
    assert yp("who-owns", "a3", cwd=SHIPPED).err == ""
    assert yp("who-owns", "--exact", "ruoka-apu", cwd=SHIPPED).err == ""


def test_exact_guesses_nothing(yp: Yp) -> None:
    result = yp("who-owns", "--exact", "ruokaapu", cwd=SHIPPED)
    assert (result.code, result.out) == (1, "")
    assert "A3" in result.err


def test_an_ambiguous_whole_name_is_not_guessed(region: Path, yp: Yp) -> None:
    path = region / "data" / "measures" / "tietopohja.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("Yhteinen tietopohja\n", "Tiedolla johtamisen malli\n", 1), "utf-8"
    )
    result = yp("who-owns", "tiedolla johtamisen malli", cwd=region)
    assert result.code == 1
    assert "fits several" in result.err


@pytest.mark.parametrize(
    ("wanted", "other", "least", "most"),
    [
        ("kunta", "kunnat", finnish.GRADED, 100),
        ("kunta", "kuntien", finnish.GRADED, 100),
        ("apu", "avun", finnish.GRADED, 100),
        ("tieto", "tiedolla", finnish.GRADED, 100),
        ("toimenpide", "toimenpiteet", finnish.GRADED, 100),
        ("hyvinvointi", "hyvinvointikertomus", finnish.HEAD - 1, finnish.HEAD),
        ("kertomus", "hyvinvointikertomuksen", 0, finnish.INSIDE),
        ("kunta", "kuntoutus", 0, finnish.FUZZY - 1),
        ("lapsi", "lasten", finnish.GRADED, 100),
        ("ihminen", "ihmisten", finnish.GRADED, 100),
        ("yhteinen", "yhteistä", finnish.GRADED, 100),
        ("käynnistäminen", "käynnistämistä", finnish.GRADED, 100),
        ("asukas", "asukkaiden", finnish.GRADED, 100),
        ("nuori", "nuorten", finnish.GRADED, 100),
        ("työ", "töiden", finnish.GRADED, 100),
        ("vuosi", "vuoden", finnish.GRADED, 100),
        ("uusi", "uuden", finnish.GRADED, 100),
        ("sopimus", "sopimusten", finnish.GRADED, 100),
        ("osallisuus", "osallisuutta", finnish.GRADED, 100),
        ("terveys", "terveyden", finnish.GRADED, 100),
        ("toimielin", "toimielinten", finnish.GRADED, 100),
        ("työ", "sosiaalityö", finnish.INSIDE, finnish.HEAD),
        ("lasten", "pelastusopisto", 0, finnish.FUZZY - 1),
        ("asukas", "asuminen", 0, finnish.FUZZY - 1),
        ("vuosi", "vuori", 0, finnish.FUZZY - 1),
        ("laki", "lakana", 0, finnish.HEAD),
        ("asunto", "asema", 0, finnish.FUZZY - 1),
    ],
)
def test_likeness_of_words(wanted: str, other: str, least: float, most: float) -> None:
    assert least <= finnish.alike(wanted, other) <= most


def test_names_of_actors_are_found(yp: Yp) -> None:
    for words, name in (
        ("hva", "Hiidenmaan hyvinvointialue"),
        ("Öhkölän kunta", "Öhkölä"),
        ("ohkola", "Öhkölä"),
        ("ähtälän", "Ähtälä"),
    ):
        result = yp("owned-by", words, cwd=REGION)
        assert result.out.splitlines()[:1] == [name], (words, result.err)
