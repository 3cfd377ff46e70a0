"""Where the cursor stands is found by lines, in files that no reader could take."""

import pytest

from yhdyspinta_cli.editor import place, positions

MEASURE = "data/measures/ruoka-apu.yaml"
BODY = "data/bodies/foorumi.yaml"


def _cursor(text: str, path: str = MEASURE) -> place.Cursor | None:
    """What stands where ``¦`` does in a text."""
    before, _mark, behind = text.partition("¦")
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    return place.cursor(path, positions.lines(before + behind), line, column)


@pytest.mark.parametrize(
    ("text", "noun", "keys", "word"),
    [
        ("goal: ta¦v", "Measure", ("goal",), "tav"),
        ("goal:¦", "Measure", (), "goal"),
        ("responsible:\n  - actor: k¦", "Responsibility", ("responsible", "actor"), "k"),
        ("responsible:\n- actor: a\n  role: ¦", "Responsibility", ("responsible", "role"), ""),
        ("responsible:\n  - actor: a\n    ro¦", "Responsibility", ("responsible",), "ro"),
        ("responsible:\n  - actor: a\n    ¦", "Responsibility", ("responsible",), ""),
        ("responsible:\n  - actor: a\n¦", "Measure", (), ""),
        ("responsible:\n  - {actor: k¦}", "Responsibility", ("responsible", "actor"), "k"),
        ("responsible: [{actor: a, ro¦", "Responsibility", ("responsible",), "ro"),
        ("goal: [\nresponsible:\n  - actor: k¦", "Responsibility", ("responsible", "actor"), "k"),
        ("text: |\n  goal: x\ngoal: k¦", "Measure", ("goal",), "k"),
        ("indicators:\n  - target:\n      va¦", "Target", ("indicators", "target"), "va"),
        ("# x: y\n\n  \ngoal: k¦", "Measure", ("goal",), "k"),
    ],
)
def test_a_place_is_found(text: str, noun: str, keys: tuple[str, ...], word: str) -> None:
    found = _cursor(text)
    assert found is not None
    assert found.noun is not None
    assert (found.noun.__name__, found.keys, found.word.text) == (noun, keys, word)


@pytest.mark.parametrize(
    "text",
    ["text: |\n  goal: k¦", "text: >-\n  a\n\n  ¦b", "# goal: k¦", "goal: x # kommentti¦"],
)
def test_inside_a_text_or_a_comment_nothing_stands(text: str) -> None:
    assert _cursor(text) is None


def test_a_list_of_ids_has_the_field_of_its_key() -> None:
    found = _cursor("projects:\n  - ha¦")
    assert found is not None
    assert (found.holder.__name__ if found.holder else "", found.key) == ("Measure", "projects")


def test_a_file_of_lists_has_their_keys_first() -> None:
    found = _cursor("parties: []\nco¦", "data/parties.yaml")
    assert found is not None
    assert set(found.lists or ()) == {"parties", "counterparts"}
    found = _cursor("parties:\n  - id: x\n    na¦", "data/parties.yaml")
    assert found is not None
    assert found.noun is not None
    assert found.noun.__name__ == "Party"
    assert "id" in found.taken


def test_keys_beside_are_those_of_the_same_map() -> None:
    text = "id: x\nresponsible:\n  - actor: a\n    ¦\n    label: b\n  - role: lead\ntitle: y\n"
    found = _cursor(text)
    assert found is not None
    assert found.taken == {"actor", "label"}


def test_own_fields_and_maps_of_maps_lead_on() -> None:
    found = _cursor("id: x\nextra:\n  di¦")
    assert found is not None
    assert found.own_fields_of == "measure"
    found = _cursor("fields:\n  measure:\n    diaari:\n      la¦", "data/agreement.yaml")
    assert found is not None
    assert found.noun is not None
    assert found.noun.__name__ == "OwnField"


@pytest.mark.parametrize("path", ["data/muu.yaml", "data/muu/x.yaml", "data/"])
def test_a_file_of_no_record_has_no_places(path: str) -> None:
    assert _cursor("id: x¦", path) is None


def test_units_of_an_editor_are_those_of_utf_16() -> None:
    line = "nimi: 😀 ääni"
    assert positions.units(line) == len(line) + 1
    assert [positions.column(line, unit) for unit in (6, 7, 8, 9, 99)] == [6, 6, 7, 8, len(line)]
