"""Texts that are damaged but valid: each is told once, and nothing that is meant so."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, SHIPPED, TESTS, Yp

SOUND = "Kuntien ja hyvinvointialueen yhteinen prosessikuvaus puuttuu."


def found(yp: Yp, region: Path, written: str) -> list[tuple[str, str, str]]:
    """Return what is told of a need with this text, as its file has it."""
    path = region / "data/needs.yaml"
    path.write_text(path.read_text("utf-8").replace(SOUND, written), "utf-8")
    told = yp("validate", "--notes", "--select", "YP8", "--output-format", "json", cwd=region)
    diagnostics: list[dict[str, Any]] = json.loads(told.out)["diagnostics"]
    assert all(one["path"] == "data/needs.yaml" for one in diagnostics)
    return [(one["code"], one["message"], one["help"]) for one in diagnostics]


@pytest.mark.parametrize(
    ("written", "code", "message", "hint"),
    [
        ("Kootaan #hyte ja muut", "YP811", "before '#hyte ja muut'", "put all of it in quotes"),
        ("Kootaan\n      verkosto #3", "YP811", "before '#3'", ""),
        ("Per\ufffdlt\ufffd prosessikuvaus", "YP812", "in 'Per\ufffdlt\ufffd'", "in the source"),
        ("Yhteinen prosessi\ufffduvaus.", "YP812", "'prosessi\ufffduvaus.'", "'prosessikuvaus'?"),
        ("Työikäisten pÃ¤ivÃ¤", "YP813", "'pÃ¤ivÃ¤'", "did you mean 'päivä'?"),
        ("Näin â€œpaikalla", "YP813", "'â€œpaikalla'", "did you mean '“paikalla'?"),
        ("14Â\u00a0Â§ ja muut", "YP813", "'14Â\u00a0Â§'", "did you mean '14\u00a0§'?"),
        ("pÃƒÂ¤ivÃƒÂ¤", "YP813", "'pÃƒÂ¤ivÃƒÂ¤'", "did you mean 'päivä'?"),
        ("SÃ¡pmi ja Å¡uvvi", "YP813", "'SÃ¡pmi'", "did you mean 'Sápmi'?"),
        ("\uf0a7 Verkosto", "YP814", "U+F0A7", "did you mean '▪'?"),
        ("Verkosto \U00100001", "YP814", "U+100001", "as the source shows it"),
        ("Pa\u0308iva\u0308 ja yö", "YP815", "'Päivä'", "yp edit"),
        ("Kootaan verkosto # ja muut", "YP816", "in '# ja muut'", "two blanks"),
        ("Kootaan\n      3 verkostoa # 3, 4 ja 5", "YP816", "in '# 3, 4 ja 5'", "in quotes"),
        ("Kootaan verkosto # ässät mukaan", "YP816", "in '# ässät mukaan'", ""),
    ],
)
def test_what_is_damaged_is_told_with_what_was_meant(
    yp: Yp, region: Path, written: str, code: str, message: str, hint: str
) -> None:
    ((one, told, help_),) = found(yp, region, written)
    assert one == code
    assert message in told
    assert hint in help_


@pytest.mark.parametrize(
    "written",
    [
        '"Kootaan #hyte ja muut"',
        "Kootaan # sovittu kokouksessa",
        "Kootaan verkosto  # sovittu kokouksessa",
        "Kootaan verkosto. # sovittu kokouksessa",
        "Kootaan verkosto # Sovittu kokouksessa",
        "Kootaan verkosto # lähde: pöytäkirja",
        "Kootaan verkosto # yamllint disable-line rule:line-length",
        "Kootaan verkosto # noqa",
        "Kootaan verkosto # prettier-ignore",
        '"Kootaan verkosto" # ja muut',
        ">-\n      Kootaan verkosto # ja muut\n      toimijat",
        "Kootaan  #",
        "C#-kerho ja a#b",
        ">-\n      Kootaan #hyte\n      ja muut",
        "|-  #lainaus\n      Kootaan #hyte",
        "Sanottiin ”HYVÄ” ja »HYVÖ», ”YÖ” – SÄÄ’, Å”, Ä… ja Ä–Ö",
        "NÃO ja IRMÃ, Âme, â",
        "Šaamelaiset, žurnaali, Sápmi, č đ ŋ š ŧ ž, 14 § ½ °",
        "Perhe 👨\u200d👩\u200d👧 ja ﬁ",
        "ĝ a\u0331 ja \u0915\u094d",
    ],
)
def test_what_is_meant_so_is_not_told(yp: Yp, region: Path, written: str) -> None:
    assert found(yp, region, written) == []


@pytest.mark.parametrize("root", [SHIPPED, LIVED, TESTS / "lived_on", TESTS / "helse"])
def test_nothing_in_data_that_people_wrote_is_taken_for_cut(yp: Yp, root: Path) -> None:
    told = yp("validate", "--notes", "--select", "YP811,YP816", cwd=root)
    assert "0 errors, 0 warnings, 0 notes" in told.out


def test_a_file_that_is_decomposed_throughout_is_not_told(yp: Yp, region: Path) -> None:
    # All other letters of the file are ASCII.
    assert found(yp, region, "Pa\u0308a\u0308to\u0308s puuttuu") == []


def test_a_text_is_told_once(yp: Yp, region: Path) -> None:
    ((code, _message, _hint),) = found(yp, region, "pÃ¤ivÃ¤ pa\u0308iva\u0308 \uf0b7 \ufffd ä")
    assert code == "YP813"
    path = region / "data/needs.yaml"
    path.write_text(path.read_text("utf-8").replace(" ä\n", " ä #loppu\n"), "utf-8")
    ((code, _message, _hint),) = found(yp, region, "-")
    assert code == "YP811"


def test_it_is_told_again_where_nothing_has_changed_and_where_something_else_has(
    yp: Yp, region: Path
) -> None:
    first = found(yp, region, "Kootaan #hyte")
    assert [one[0] for one in first] == ["YP811"]
    assert found(yp, region, "-") == first
    other = region / "data/goals.yaml"
    other.write_text(other.read_text("utf-8") + "# lisäys\n", "utf-8")
    assert found(yp, region, "-") == first


def test_an_edit_that_damages_a_text_warns(yp: Yp, region: Path) -> None:
    done = yp("edit", "tarve-prosessikuvaus", "text=pÃ¤ivÃ¤", "--dry-run", cwd=region)
    assert done.code == 0
    assert "yp: warning: the letters of 'pÃ¤ivÃ¤' were encoded twice" in done.err
    mended = yp("edit", "tarve-prosessikuvaus", "text=Kootaan #hyte", cwd=region)
    assert mended.code == 0
    assert '    text: "Kootaan #hyte"\n' in (region / "data/needs.yaml").read_text("utf-8")
    assert found(yp, region, "-") == []
