"""An edit in words: as an official would say it, with the names of its own side."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from tests.conftest import LIVED, TESTS
from tests.queries.replaying import changed
from yhdyspinta_cli import language, store
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Responsibility, Target
from yhdyspinta_cli.model.record import Record, Remark
from yhdyspinta_cli.output import edit_words
from yhdyspinta_cli.output.edit_words import Sides
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.vocabulary import Role


@pytest.fixture(scope="module")
def lived() -> KnowledgeBase:
    return store.load(LIVED).kb


def words(kb: KnowledgeBase, before: Record, after: Record, code: str = "fi") -> list[str]:
    """What is told of a record that was changed, an edit a line."""
    with language.speaking(code):
        return [edit_words.words(Sides(kb, kb), one) for one in edits.compared(before, after)]


def measure(kb: KnowledgeBase, code: str) -> Any:
    found = kb.measure(code)
    assert found is not None
    return found


@pytest.mark.parametrize("role", get_args(Role))
def test_who_answers_is_said_by_the_role(lived: KnowledgeBase, role: Role) -> None:
    one = measure(lived, "B3")
    new = Responsibility(actor="hallavesi", role=role, label="Hallavesi", part="Keskusta")
    more = changed(one, responsible=(*one.responsible, new))
    said = {
        "responsible": ("vastuutahoksi lisättiin {}", "vastuutahoista poistettiin {}"),
        "lead": ("päävastuutahoksi lisättiin {}", "päävastuutahoista poistettiin {}"),
        "partner": ("yhteistyötahoksi lisättiin {}", "yhteistyötahoista poistettiin {}"),
        "consulted": ("kuultaviin lisättiin {}", "kuultavista poistettiin {}"),
        "informed": ("tiedotettaviin lisättiin {}", "tiedotettavista poistettiin {}"),
    }
    added, removed = (words.format("Hallavesi (Keskusta)") for words in said[role])
    assert words(lived, one, more) == [added]
    assert words(lived, more, one) == [removed]


def test_who_answers_from_a_day_on_is_said_with_it(lived: KnowledgeBase) -> None:
    one = measure(lived, "B3")
    new = Responsibility(actor="hallavesi", label="x", start=date(2026, 8, 1))
    more = changed(one, responsible=(*one.responsible, new))
    assert words(lived, one, more) == ["vastuutahoksi lisättiin Hallavesi (1.8.2026–)"]
    assert words(lived, one, more, "en") == ["Hallavesi (2026-08-01–) was added as responsible"]


def test_a_target_is_told_from_what_to_what(lived: KnowledgeBase) -> None:
    one = next(m for m in lived.measures if m.indicators)
    first, *others = one.indicators

    def aiming(percent: int) -> Any:
        aim = changed(first, unit="%", target=Target(value=Decimal(percent)))
        return changed(one, indicators=(aim, *others))

    told = f"mittari ”{first.label}”: Tavoitetaso: 80 % → 90 %"
    assert words(lived, aiming(80), aiming(90)) == [told]


def test_a_value_that_is_new_or_gone_is_told_alone(lived: KnowledgeBase) -> None:
    one = changed(measure(lived, "B3"), due=None)
    due = changed(one, due=date(2027, 6, 30))
    assert words(lived, one, due) == ["Määräpäivä: lisättiin 30.6.2027"]
    assert words(lived, due, one) == ["Määräpäivä: poistettiin 30.6.2027"]
    later = changed(one, due=date(2028, 6, 30))
    assert words(lived, due, later) == ["Määräpäivä: 30.6.2027 → 30.6.2028"]


def test_of_a_long_text_only_what_differs_is_told(lived: KnowledgeBase) -> None:
    text = " ".join(f"sana{n}" for n in range(40))
    one = changed(measure(lived, "B3"), text=text)
    new = changed(one, text=text.replace("sana20", "toinen"))
    assert words(lived, one, new) == [
        "Teksti: … sana17 sana18 sana19 sana20 sana21 sana22 sana23 … → "
        "… sana17 sana18 sana19 toinen sana21 sana22 sana23 …"
    ]
    two = changed(one, text=text.replace("sana0 ", "") + " loppu")
    assert words(lived, one, two) == [
        "Teksti: sana0 sana1 sana2 sana3 … … sana37 sana38 sana39 → "
        "sana1 sana2 sana3 … … sana37 sana38 sana39 loppu"
    ]


def test_a_list_of_names_is_told_item_by_item(lived: KnowledgeBase) -> None:
    one = changed(measure(lived, "B3"), aliases=("yksi", "kaksi"))
    assert words(lived, one, changed(one, aliases=("kaksi", "kolme"))) == [
        "Muut nimet: lisättiin kolme",
        "Muut nimet: poistettiin yksi",
    ]
    moved = changed(one, aliases=("kaksi", "yksi"))
    assert words(lived, one, moved) == ["Muut nimet: järjestys muuttui"]


def test_the_case_of_a_name_is_of_the_record_itself(lived: KnowledgeBase) -> None:
    one = changed(lived.parties[0], forms={"genitive": "Kunnan"})
    new = changed(one, forms={"genitive": "Kuntien"})
    (told,) = words(lived, one, new)
    assert told.endswith(", genetiivi: Kunnan → Kuntien")
    assert "osapuoli" not in told


def test_a_field_of_ones_own_is_called_by_its_label() -> None:
    kb = store.load(TESTS / "helse").kb
    own = [(one, key) for one in edits.records(kb).values() for key in one.extra]
    one, key = own[0]
    label = kb.agreement.own_fields(one.kind)[key].label
    new = changed(one, extra={**one.extra, key: "toinen"})
    (told,) = words(kb, one, new, "en")
    assert told.startswith(f"{label}: ")
    assert told.endswith(" → toinen")


def test_a_remark_and_a_part_of_a_record_are_sentences(lived: KnowledgeBase) -> None:
    one = measure(lived, "B3")
    remark = Remark(printed="20223", corrected="2023", text="Painovirhe.")
    (told,) = words(lived, one, changed(one, remarks=(*one.remarks, remark)))
    assert told.startswith("Huomautukset: lisättiin asiakirjan virhe: ")
    assert "20223" in told
    assert "2023" in told
    assert "corrected" not in told


def test_an_item_is_named_by_its_actor(lived: KnowledgeBase) -> None:
    one = next(m for m in lived.measures if m.responsible)
    first, *others = one.responsible
    ended = changed(first, end=date(2026, 7, 31))
    (told,) = words(lived, one, changed(one, responsible=(ended, *others)))
    assert told == f"{lived.name(first.actor)}: Loppu: lisättiin 31.7.2026"


def test_each_side_names_its_own(lived: KnowledgeBase) -> None:
    """The old name of who was renamed is said of before, the new one of after."""
    party = lived.parties[0]
    entries = dict(lived.entries)
    entries[party.id] = type(entries[party.id])(changed(party, name="Uusi nimi"), "x", ())
    later = KnowledgeBase(agreement=lived.agreement, programme=lived.programme, entries=entries)
    one = next(b for b in lived.bodies)
    before = changed(one, part_of=lived.parties[1].id)
    (edit,) = edits.compared(before, changed(before, part_of=party.id))
    told = edit_words.words(Sides(lived, later), edit)
    assert told.endswith(f"→ Uusi nimi ({party.id})")
    assert lived.parties[1].name in told
