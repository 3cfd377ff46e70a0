"""A counterpart and a step of a round as new files: their names, and that they are read back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.checks.around import New, around
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.store import write
from yhdyspinta_cli.store.write import NewFile

NOW = datetime(2025, 2, 20, 10, 0, tzinfo=UTC)
ASKED: dict[str, Any] = {
    "type": "asked",
    "party": "koivula",
    "year": 2024,
    "on": date(2025, 1, 10),
    "due": date(2025, 2, 28),
    "by": "hiidenmaa",
    "rows": 12,
    "workbook": "0" * 32 + "123e4567" * 4,
}
ANSWERED: dict[str, Any] = {
    "type": "answered",
    "party": "koivula",
    "year": 2024,
    "on": date(2025, 2, 20),
    "rows": 12,
    "filled": 5,
    "unchanged": True,
    "words": ["Syksyn kokous siirtyi."],
}
NAMED: dict[str, Any] = {"party": "koivula", "level": "taso-johto", "role": "kaupunginjohtaja"}


def saved(region: Path, new: NewFile) -> None:
    path = region / new.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(new.raw)


@pytest.mark.parametrize(
    ("kind", "keys", "start"),
    [
        (Round, ASKED, "data/rounds/2024/2025-01-10-asked-koivula-"),
        (Round, ANSWERED, "data/rounds/2024/2025-02-20-answered-koivula-"),
        (Counterpart, NAMED, "data/counterparts/taso-johto-koivula-"),
        (
            Counterpart,
            {**NAMED, "start": date(2025, 1, 1)},
            "data/counterparts/2025-01-01-taso-johto-koivula-",
        ),
    ],
)
def test_a_new_file_has_its_place_and_is_read_back_as_it_is(
    kind: type[New], keys: dict[str, Any], start: str, region: Path, yp: Yp
) -> None:
    new = write.finished(write.draft(kind, keys), NOW)
    assert new.path.startswith(start)
    assert new.path.endswith(f"/{new.record.id}.yaml")
    again = write.finished(write.draft(kind, keys), NOW.replace(year=2026))
    assert again.path == new.path
    saved(region, new)
    loaded = store.load(region)
    assert loaded.faults == ()
    assert loaded.kb.entries[new.record.id].record == new.record
    told = yp("validate", "--as-of", "2025-06-30", "--strict", cwd=region)
    assert told.code == 0, told.out


def test_two_who_name_a_counterpart_on_one_day_have_two_files() -> None:
    first = write.finished(write.draft(Counterpart, NAMED))
    other = write.finished(write.draft(Counterpart, {**NAMED, "role": "hyvinvointijohtaja"}))
    assert first.path != other.path


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({**ASKED, "filled": 3}, "what was asked has no"),
        ({**ASKED, "words": ["Kyllä"]}, "what was asked has no"),
        ({**ASKED, "due": date(2025, 1, 9)}, "due is before"),
        ({**ANSWERED, "due": date(2025, 3, 1)}, "an answer has no due"),
        ({**ANSWERED, "filled": None}, "how many rows were filled"),
        ({**ANSWERED, "filled": 13}, "filled is a number from 0"),
        ({**ANSWERED, "filled": -1}, "must be a whole number from 0 on"),
        ({**ANSWERED, "year": "2024"}, "is not a year"),
        ({**ANSWERED, "year": True}, "is not a year"),
        ({**ASKED, "workbook": "0A"}, "has the wrong form"),
    ],
)
def test_what_contradicts_itself_is_no_step_of_a_round(keys: dict[str, Any], why: str) -> None:
    with pytest.raises(UserError, match=why):
        write.draft(Round, keys)


@pytest.mark.parametrize("keys", [{"actor": "koivula"}, {"role": None}])
def test_a_counterpart_is_an_actor_or_a_role(keys: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="either an actor or a role"):
        write.draft(Counterpart, {**NAMED, **keys})


def test_a_step_of_a_round_stands_in_the_folder_of_the_year_asked_about(
    region: Path, yp: Yp
) -> None:
    new = write.finished(write.draft(Round, ASKED))
    saved(region, replace(new, path=new.path.replace("/2024/", "/2025/", 1)))
    told = yp("validate", "--as-of", "2025-06-30", cwd=region).out
    assert "YP109 the year '2024' does not belong to the folder of 2025" in told


def test_a_new_one_is_judged_among_what_it_has_to_do_with(region: Path) -> None:
    kb = store.load(region).kb
    for new in (write.draft(Round, ASKED), write.draft(Counterpart, NAMED)):
        near = around(kb, new)
        assert "koivula" in near.entries
        assert len(near.updates) < len(kb.updates)


def test_personal_data_in_its_words_is_found(region: Path, yp: Yp) -> None:
    words = {**ANSWERED, "words": ["Kysy numerosta 040 123 4567."]}
    saved(region, write.finished(write.draft(Round, words)))
    saved(region, write.finished(write.draft(Counterpart, {**NAMED, "role": "Aino Keksitty"})))
    told = yp("validate", "--as-of", "2025-06-30", cwd=region).out
    assert "YP703" in told
    assert "YP701" in told
    assert "040" not in told
    assert "Keksitty" not in told


def test_a_role_in_words_is_shown_wherever_counterparts_are(region: Path, yp: Yp) -> None:
    role = {**NAMED, "party": "ohkola", "role": "kunnansihteeri Öhkölässä"}
    saved(region, write.finished(write.draft(Counterpart, role)))
    on = ("--as-of", "2024-06-30")
    for line in (
        ("counterparts", *on),
        ("counterparts", "--csv", *on),
        ("counterparts", "--json", *on),
        ("list", "counterparts", *on),
        ("list", "counterparts", "--json", *on),
        ("search", "kunnansihteeri"),
        ("report", "--as-of", "2024-06-30"),
        ("report", "--party", "ohkola", "--as-of", "2024-06-30"),
    ):
        told = yp(*line, cwd=region)
        assert told.code == 0, told.err
        assert "kunnansihteeri Öhkölässä" in " ".join(told.out.split()), line
    card = json.loads(yp("owned-by", "ohkola", "--json", *on, cwd=region).out)["answer"]
    assert ["kunnansihteeri Öhkölässä"] in [one["roles"] for one in card["counterpart_levels"]]


def test_a_round_is_listed_from_its_day_on(region: Path, yp: Yp) -> None:
    for keys in (ASKED, ANSWERED):
        saved(region, write.finished(write.draft(Round, keys)))

    def types(day: str) -> list[str]:
        told = yp("list", "rounds", "--json", "--as-of", day, cwd=region).out
        return [one["type"] for one in json.loads(told)["answer"]]

    assert types("2025-01-09") == []
    assert types("2025-01-10") == ["asked"]
    assert types("2025-02-20") == ["asked", "answered"]
    shown = yp("list", "rounds", "--lang", "fi", "--as-of", "2025-02-20", cwd=region).out
    assert "kysytty" in shown
    assert "vastattu" in shown
