"""One value put in or taken out: what of the file changes, and what can not be done so."""

from typing import Any

import pytest

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document import splice
from yhdyspinta_cli.document.write import UnwritableError

FILE = """\
# tiedosto
id: x
title:   'Nimi'   # miksi

# vastuut
responsible:
  - actor: kuopio   # ensin
    role: lead
  - {actor: kari, label: Kari}
  # listan lopussa
empty:
text: >-
  yksi
  kaksi
tasks:
- a
- b
source:
  - document: ohjelma
"""
ORDER = ("id", "title", "text", "note", "responsible", "empty", "tasks", "source", "remarks")

CHANGES: dict[str, tuple[Route, Any, tuple[str, str]]] = {
    "a word": (("title",), "Uusi: nimi", ("'Nimi'   #", '"Uusi: nimi"   #')),
    "a word in an item": (("responsible", 0, "role"), "partner", ("role: lead", "role: partner")),
    "what was empty": (("empty",), 5, ("empty:", "empty: 5")),
    "a folded text": (("text",), "kolme", (">-\n  yksi\n  kaksi", "kolme")),
    "a text of several lines": (
        ("text",),
        "yksi\nkaksi",
        (">-\n  yksi\n  kaksi", "|-\n  yksi\n  kaksi"),
    ),
    "a whole list": (("tasks",), ["c"], ("tasks:\n- a\n- b", "tasks:\n  - c")),
    "an item of a list": (("tasks", 1), "c", ("- b", "- c")),
    "a new item, in the column of the others": (("tasks", 2), "c", ("- b\n", "- b\n- c\n")),
    "a new item that is a map": (
        ("responsible", 2),
        {"actor": "luoto", "role": "lead"},
        ("Kari}\n", "Kari}\n  - actor: luoto\n    role: lead\n"),
    ),
    "a key inside brackets": (
        ("responsible", 1, "role"),
        "lead",
        ("{actor: kari, label: Kari}", "actor: kari\n    label: Kari\n    role: lead"),
    ),
    "a new key behind the one before it": (("note",), "x", ("kaksi\n", "kaksi\nnote: x\n")),
    "a new key at the end": (
        ("remarks", 0, "text"),
        "x",
        ("document: ohjelma\n", "document: ohjelma\nremarks:\n  - text: x\n"),
    ),
    "a new list in what is empty": (
        ("empty", 0, "on"),
        2024,
        ("empty:", "empty:\n  - on: 2024"),
    ),
    "a list and its item that are not there": (
        ("aliases", 0),
        "x",
        ("ma\n", "ma\naliases:\n  - x\n"),
    ),
    "a new map in what is empty": (("empty", "on"), 2024, ("empty:", "empty:\n  on: 2024")),
}


@pytest.mark.parametrize("case", CHANGES)
def test_only_the_value_changes(case: str) -> None:
    route, value, (before, after) = CHANGES[case]
    assert FILE.count(before) == 1
    if route == ("remarks", 0, "text"):
        made = splice.put(FILE, ("remarks",), [{"text": value}], [ORDER])
    else:
        made = splice.put(FILE, route, value, [ORDER] if len(route) == 1 else ())
    assert made == FILE.replace(before, after)


@pytest.mark.parametrize(
    ("route", "gone"),
    [
        (("empty",), "empty:\n"),
        (("text",), "text: >-\n  yksi\n  kaksi\n"),
        (("tasks", 0), "- a\n"),
        (("responsible", 1), "  - {actor: kari, label: Kari}\n"),
        # What would be left empty goes, too.
        (("source", 0, "document"), "source:\n  - document: ohjelma\n"),
        (("responsible", 0, "role"), "    role: lead\n"),
    ],
)
def test_only_what_is_taken_away_goes(route: Route, gone: str) -> None:
    assert FILE.count(gone) == 1
    assert splice.take(FILE, route) == FILE.replace(gone, "")


def test_the_next_key_takes_the_place_of_the_first_of_an_item() -> None:
    text = "a:\n  - b: 1\n    c: 2\n"
    assert splice.take(text, ("a", 0, "b")) == "a:\n  - c: 2\n"


def test_a_file_without_an_end_of_line_gets_one_before_a_new_key() -> None:
    assert splice.put("id: x", ("note",), "z", [ORDER]) == "id: x\nnote: z\n"


def test_a_key_that_comes_first_stands_behind_the_dash_of_its_item() -> None:
    order = [(), (), ("actor", "role", "label")]
    text = "a:\n  - label: x  # miksi\n    part: z\n"
    made = splice.put(text, ("a", 0, "actor"), "kari", order)
    assert made == "a:\n  - actor: kari\n    label: x  # miksi\n    part: z\n"
    made = splice.put(text, ("a", 0, "role"), ["lead", "x\n\nz"], order)
    assert made == (
        "a:\n  - role:\n      - lead\n      - |-\n        x\n\n        z\n    label: x  # miksi\n"
        "    part: z\n"
    )
    # A comment above the first key stays above it.
    text = "a:\n  -\n    # kuka\n    label: x\n"
    made = splice.put(text, ("a", 0, "actor"), "kari", order)
    assert made == "a:\n  -\n    # kuka\n    label: x\n    actor: kari\n"


def test_a_new_list_takes_the_place_of_its_key() -> None:
    made = splice.put("id: x\nnote: z\n", ("list", 0, "a"), 1, [("id", "list", "note"), (), ()])
    assert made == "id: x\nlist:\n  - a: 1\nnote: z\n"


def test_nothing_stands_inside_a_word() -> None:
    for route in (("tasks", 0, "text"), ("title", 0), ("responsible", "role")):
        with pytest.raises(UnwritableError):
            splice.put(FILE, route, "x")


def test_no_comment_is_lost() -> None:
    for route in (("title",), ("responsible",), ("responsible", 0)):
        with pytest.raises(UnwritableError):
            splice.take(FILE, route)
    with pytest.raises(UnwritableError):
        splice.put(FILE, ("responsible",), [{"actor": "kari"}], [ORDER])
