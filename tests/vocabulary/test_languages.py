"""A knowledge base may be written in any language that has a code, spoken by yp or not."""

import json
from pathlib import Path

import pytest
from babel import Locale

from tests.conftest import Yp
from yhdyspinta_cli import vocabulary


def _speaks(region: Path, code: str) -> None:
    path = region / "data/agreement.yaml"
    path.write_text(path.read_text("utf-8").replace("language: fi\n", f"language: {code}\n"))


@pytest.mark.parametrize("code", ["es", "ru", "smj", "uk"])
def test_a_language_without_a_catalogue_is_taken(region: Path, yp: Yp, code: str) -> None:
    _speaks(region, code)
    assert "0 errors" in yp("validate", cwd=region).out
    page = yp("report", "--year", "2023", "--format", "html", cwd=region).out
    assert '<html lang="en">' in page
    assert f'lang="{code}"' in page
    assert yp("list", "measures", "--csv", cwd=region).code == 0


@pytest.mark.parametrize(
    ("code", "hint"),
    [("fin", "did you mean 'fi'?"), ("xx", "a language is written by its code")],
)
def test_what_is_no_language_is_refused(region: Path, yp: Yp, code: str, hint: str) -> None:
    _speaks(region, code)
    told = yp("validate", cwd=region).out
    assert f"error YP104 'language' is not a language: '{code}'" in told
    assert hint in told


def test_a_language_is_shown_by_its_name(region: Path, yp: Yp) -> None:
    _speaks(region, "es")
    (key,) = (
        one["id"]
        for one in json.loads(yp("list", "agreements", "--json", cwd=region).out)["answer"]
    )
    assert "Language" in (shown := yp("show", key, cwd=region).out)
    assert "Spanish" in shown


def test_every_language_of_two_letters_that_babel_names_is_one() -> None:
    named = {code for code in map(str, Locale("en").languages) if len(code) == 2}
    assert named - {"sh"} <= vocabulary.LANGUAGES
