"""A knowledge base overrides a part of the report, and nothing more than that."""

import json
from pathlib import Path

import pytest

from tests.conftest import Yp


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_one_block_of_one_chapter(yp: Yp, region: Path) -> None:
    put(
        region / "templates",
        "chapters/summary.j2",
        '{% extends "yp/chapters/summary.j2" %}\n'
        "{% block standing %}{% call b.p() %}Oma lause.{% endcall %}{% endblock %}\n",
    )
    for form in ("md", "html"):
        written = yp("report", "--year", "2023", "--format", form, cwd=region).out
        assert "Oma lause." in written
        assert "6 toimenpiteestä" in written
        assert "Sopimus on voimassa" not in written
    builtin = yp("report", "--year", "2023", "--builtin-templates", cwd=region).out
    assert "Oma lause." not in builtin


def test_a_named_folder_comes_before_the_knowledge_base(yp: Yp, region: Path) -> None:
    put(region / "templates", "footer.j2", "kotoa")
    put(region / "muut", "footer.j2", "muualta")
    arguments = ("report", "--year", "2023")
    assert yp(*arguments, cwd=region).out.endswith("kotoa\n")
    assert yp(*arguments, "--templates", "muut", cwd=region).out.endswith("muualta\n")
    assert yp(*arguments, "--templates", "puuttuu", cwd=region).code == 2


def test_a_chapter_left_out_is_not_in_the_contents(yp: Yp, region: Path) -> None:
    put(
        region / "templates",
        "year.j2",
        '{% extends "yp/year.j2" %}\n{% block defects %}{% endblock %}\n',
    )
    assert "Lähteen tunnetut virheet" not in yp("report", "--year", "2023", cwd=region).out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ report.nothing }}", "footer.j2:1"),
        ("\n{% if %}", "footer.j2:2"),
        ('{% include "gone.j2" %}', "gone.j2"),
        ("{{ ''.__class__.__mro__ }}", "footer.j2:1"),
        ("{{ 'x' * 1000000000 }}", "footer.j2:1"),
        ("{% for n in range(10 ** 9) %}x{% endfor %}", "footer.j2:1"),
        ("\x1b[31m", "a control character: U+001B"),
        ("{{ lipsum() }}", "footer.j2:1"),
        ("{{ [1, 2] | random }}", "footer.j2:1"),
        ('{% include "../data/agreement.yaml" %}', "no template"),
        ('{% include "salaisuus.j2" %}', "no template"),
    ],
)
def test_a_template_that_fails_or_reaches_out(
    yp: Yp, region: Path, text: str, message: str
) -> None:
    put(region / "templates", "footer.j2", text)
    put(region, "salaisuus", "salainen")
    (region / "templates" / "salaisuus.j2").symlink_to(region / "salaisuus")
    done = yp("report", "--year", "2023", cwd=region)
    assert (done.code, done.out) == (3, "")
    assert message in done.err


def test_list_and_copy(yp: Yp, region: Path) -> None:
    listed = yp("templates", "list", cwd=region).out
    assert "chapters/summary.j2" in listed
    done = yp("templates", "copy", "chapters/summary.j2", cwd=region)
    assert done.code == 0
    copy = region / "templates" / "chapters" / "summary.j2"
    assert "honest_line" in copy.read_text("utf-8")
    answer = json.loads(yp("templates", "list", "--json", cwd=region).out)
    overridden = [entry["name"] for entry in _entries(answer) if entry["overridden_by"]]
    assert overridden == ["chapters/summary.j2"]
    assert yp("templates", "copy", "chapters/summary.j2", cwd=region).code == 4
    assert yp("templates", "copy", "../data/goals.yaml", cwd=region).code == 1


def _entries(answer: object) -> list[dict[str, object]]:
    """Return the list inside the envelope of a JSON answer."""
    if isinstance(answer, list):
        return answer
    assert isinstance(answer, dict)
    return next(value for value in answer.values() if isinstance(value, list))
