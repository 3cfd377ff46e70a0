"""Of every row that no longer holds, or does not yet, a column says so."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from tests.conftest import LIVED, Yp
from tests.opendata import made
from yhdyspinta_cli import store
from yhdyspinta_cli.opendata import ExportAsked, sqlite_form, tables

LATER = date(2027, 3, 1)
DAYS = [date(2026, 11, 26), LATER]
"""Days on which parties have left and ended, and measures are over or have not begun."""


def _asked(yp: Yp, question: str, key: str, day: date) -> Any:
    words = (key, "--exact") if key else ()
    done = yp(question, *words, "--as-of", str(day), "--json", cwd=made.BASES["lived_on"][0])
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


@pytest.mark.parametrize("day", DAYS)
def test_owned_by_is_the_card_of_every_party(day: date, yp: Yp) -> None:
    with made.database(made.database_on("lived_on", day)) as opened:
        found = made.rows(opened, "SELECT * FROM owned_by")
    for party in made.asked("lived_on").kb.parties:
        card = _asked(yp, "owned-by", party.id, day)
        told = {
            (line["id"], line["role"], group["how"], tuple(line["way"]))
            for group in card["groups"]
            if group["section"] == "measures"
            for line in group["lines"]
        }
        own = [row for row in found if row["party"] == party.id]
        mine = {
            (row["measure"], row["role"], row["how"], tuple(json.loads(row["way"]))) for row in own
        }
        is_party = not (card["actor"]["ended"] or card["actor"]["begins"])
        assert {bool(row["party_there"]) for row in own} <= {is_party}
        # Whoever is no party any more has on its card what is over with it.
        assert mine == told if is_party else mine <= told, (party.id, day)


@pytest.mark.parametrize("day", DAYS)
def test_who_owns_tells_when_a_measure_is_not_there(day: date, yp: Yp) -> None:
    there = {one["id"] for one in _asked(yp, "status", "", day)["measures"]}
    columns = ("measure_begins", "measure_ended", "measure_there")
    with made.database(made.database_on("lived_on", day)) as opened:
        for table in ("who_owns", "owners", "owner_parties"):
            found = made.rows(opened, f"SELECT DISTINCT measure, measure_there FROM {table}")
            assert {row["measure"] for row in found if row["measure_there"]} <= there
            assert there.isdisjoint(row["measure"] for row in found if not row["measure_there"])
        asked = f"SELECT DISTINCT measure, {', '.join(columns)} FROM who_owns"
        mine = {row["measure"]: [row[key] for key in columns] for row in made.rows(opened, asked)}
    assert {bool(there) for _begins, _ended, there in mine.values()} == {True, False}
    for measure, days in mine.items():
        told = _asked(yp, "who-owns", measure, day)["measure"]
        assert days == [told["begins"], told["ended"], measure in there]


@pytest.mark.parametrize("kind", ["parties", "actors", "bodies", "projects", "measures"])
@pytest.mark.parametrize("day", [date(2025, 6, 30), LATER])
def test_records_begin_and_end_as_yp_list_tells(kind: str, day: date, yp: Yp) -> None:
    done = yp("list", kind, "--as-of", str(day), "--csv", cwd=made.BASES["lived_on"][0])
    told = {
        row["id"]: (row["Begins"] or None, row["Ended"] or None)
        for row in csv.DictReader(io.StringIO(done.out))
    }
    with made.database(made.database_on("lived_on", day)) as opened:
        rows = made.rows(opened, "SELECT id, begins, ended, is_there FROM records")
    mine = {row["id"]: (row["begins"], row["ended"]) for row in rows if row["id"] in told}
    assert mine == told
    assert told
    for row in rows:
        assert row["is_there"] == (row["begins"] is None and row["ended"] is None)


def test_a_document_and_what_begins_with_it_is_there_from_its_day_on() -> None:
    asked = "SELECT id, begins, ended FROM records WHERE kind IN ('document', 'amendment')"
    with made.database(made.database_on("lived_on", date(2026, 11, 26))) as opened:
        before = {row["id"]: (row["begins"], row["ended"]) for row in made.rows(opened, asked)}
    with made.database(made.database_on("lived_on", LATER)) as opened:
        after = {row["id"]: (row["begins"], row["ended"]) for row in made.rows(opened, asked)}
    there = (None, None)
    assert before["uusi-sopimus"] == before["yhteistyosopimus-2027"] == ("2027-01-01", None)
    assert before["sopimus"] == before["ohjelma"] == before["muutos"] == there
    assert after["uusi-sopimus"] == after["yhteistyosopimus-2027"] == there
    assert after["sopimus"] == after["ohjelma"] == (None, "2026-12-31")


_ENDED = (
    # A seat that ended, one that begins, and a body that ended with its seats.
    (
        "bodies/tietoryhma.yaml",
        "Hallaveden kaupunki\n",
        "Hallaveden kaupunki\n    end: 2024-12-31\n",
    ),
    ("bodies/tietoryhma.yaml", "liitto\ntasks", "liitto\n  start: 2026-03-01\ntasks"),
    ("bodies/nuorten-foorumi.yaml", "state: planned\n", "ended: 2024-05-31\n"),
    # A duty that is over, and two doers of others.
    ("obligations.yaml", "binding: agreement\n", "binding: agreement\n    end: 2024-12-31\n"),
    (
        "obligations.yaml",
        "- actor: kunnat\n      - actor: tuulikannas\n    body: aluekeskustelut",
        "- actor: kunnat\n        end: 2025-05-31\n      - actor: tuulikannas\n"
        "        start: 2026-01-01\n    body: aluekeskustelut",
    ),
    # Of two measures: an actor that is no longer named, and one that is over as a whole.
    ("measures/koulupoissaolot.yaml", "label: kunnat\n", "label: kunnat\n    end: 2024-07-31\n"),
    ("measures/evakuointi.yaml", "no_indicator", "end: 2024-12-31\nno_indicator"),
    ("measures/tietotuotanto.yaml", "responsible:", "end: 2024-12-31\nresponsible:"),
    # A party that is named itself, and left.
    (
        "parties.yaml",
        "- id: tuulikannaksen-liitto",
        "- id: tuulikannaksen-liitto\n    left: 2025-03-31",
    ),
    ("actors.yaml", "      - aijanselka\n", "      - actor: aijanselka\n        end: 2024-12-31\n"),
    (
        "statutes.yaml",
        "    in_force: 2022-01-01\n",
        "    in_force: 2022-01-01\n    repealed: 2025-01-01\n",
    ),
)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database, as of the end of 2025, of a region in which one of each kind is over."""
    root = tmp_path_factory.mktemp("ended")
    data = root / "data"
    for file in sorted((LIVED / "data").rglob("*.yaml")):
        copy = data / file.relative_to(LIVED / "data")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    for name, old, new in _ENDED:
        text = (data / name).read_text("utf-8")
        assert old in text, name
        (data / name).write_text(text.replace(old, new, 1), "utf-8")
    loaded = store.load(root)
    assert not loaded.faults
    asked = ExportAsked(loaded.kb, date(2025, 12, 31), True, loaded.digest)
    return sqlite_form.database(loaded.kb, tables.of(asked), tables.FORMAT)


@pytest.mark.parametrize(
    ("asked", "over"),
    [
        (
            "SELECT body, actor, seat FROM seats WHERE NOT is_there",
            [
                ("nuorten-foorumi", "kunnat", "member"),
                ("nuorten-foorumi", None, "member"),
                ("tietoryhma", "hallavesi", "member"),
                ("tietoryhma", "tuulikannaksen-liitto", "convener"),
            ],
        ),
        (
            "SELECT obligation, actor FROM doers WHERE NOT is_there",
            [
                ("velvoite-aluekeskustelut", "kunnat"),
                ("velvoite-aluekeskustelut", "tuulikannas"),
                ("velvoite-foorumi", "tuulikannas"),
            ],
        ),
        (
            "SELECT measure, actor FROM responsibilities WHERE NOT is_there",
            [
                ("evakuointi", "varautumisverkosto"),
                ("koulupoissaolot", "kunnat"),
                ("tietotuotanto", "tietoryhma"),
            ],
        ),
        (
            "SELECT collective, actor FROM memberships WHERE NOT is_there",
            [("kunnat", "aijanselka")],
        ),
        (
            "SELECT DISTINCT party, code FROM owned_by WHERE NOT party_there AND how = 'direct'",
            [
                ("tuulikannaksen-liitto", "B5"),
                ("tuulikannaksen-liitto", "D6"),
                ("tuulikannaksen-liitto", "J1"),
                ("tuulikannaksen-liitto", "J6"),
            ],
        ),
        (
            "SELECT DISTINCT code FROM who_owns WHERE NOT measure_there",
            [("C6",), ("J2",)],
        ),
        (
            "SELECT kind, id FROM records WHERE NOT is_there "
            "AND kind NOT IN ('actor', 'project', 'council-term', 'counterpart')",
            [
                ("body", "nuorten-foorumi"),
                ("indicator", "mittari-j2"),
                ("measure", "evakuointi"),
                ("measure", "tietotuotanto"),
                ("obligation", "velvoite-foorumi"),
                ("party", "tuulikannaksen-liitto"),
                ("statute", "laki-501-2021"),
            ],
        ),
        (
            "SELECT records.id FROM records JOIN counterparts ON counterparts.id = records.id "
            "WHERE NOT records.is_there",
            [
                ("vastinpari-joutsensalo-johto",),
                ("vastinpari-lumikoski-johto",),
                ("vastinpari-tuulikannas-palvelut-a",),
            ],
        ),
        (
            "SELECT id, begins, ended FROM records WHERE kind = 'council-term' AND NOT is_there",
            [
                ("kausi-alue-2022", None, "2025-05-31"),
                ("kausi-kunnat-2021", None, "2025-05-31"),
            ],
        ),
    ],
)
def test_what_is_over_is_told_from_what_holds(
    asked: str, over: list[tuple[str, ...]], ended: bytes
) -> None:
    with made.database(ended) as opened:
        found = [tuple(row) for row in opened.execute(asked)]
    assert sorted(found, key=str) == sorted(over, key=str)
