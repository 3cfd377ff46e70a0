"""The region that has been lived in: sound, as large as it says, recorded as its script says."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result
from tests.lived import record
from yhdyspinta_cli import store

LIVED = record.HERE

MEANT = {
    # Two reports of one speaker, of one day and recorded at one moment.
    ("YP606", "updates/2024/2024-06-10-tyovoiman-ennakointi"),
    # Completed without evidence.
    ("YP609", "updates/2025/2025-06-30-harrastaminen"),
    # A party that does not stand behind the measure.
    ("YP611", "updates/2024/2024-05-13-tilannekeskus-joutsensalo"),
    # A count above the number of parties.
    ("YP614", "values/2025/2025-06-16-mittari-c1"),
    # In the name of somebody who had ended.
    ("YP616", "events/2025/2025-05-26-tyollisyysryhma"),
    ("YP616", "updates/2025/2025-03-17-kotoutumispalvelut"),
    ("YP616", "updates/2025/2025-10-06-henkilostoyhteistyo"),
    ("YP616", "updates/2025/2025-tyovoiman-ennakointi"),
    # An indicator that contradicts the state of the party.
    ("YP617", "values/2024/2024-12-18-mittari-a1-kaislaranta"),
    ("YP617", "values/2025/2025-06-30-mittari-d1-joutsensalo"),
    ("YP617", "values/2025/2025-12-19-mittari-d1-aijanselka"),
    # An indicator that says yes of what is late.
    ("YP617", "values/2025/2025-11-28-mittari-b2"),
    # A count that is another than what the parties told.
    ("YP618", "values/2024/2024-12-31-mittari-a4"),
    ("YP618", "values/2024/2024-12-31-mittari-b3-maara"),
    ("YP618", "values/2025/2025-06-30-mittari-a1"),
    # Completed as a whole, and not at some of the parties.
    ("YP624", "updates/2025/2025-06-16-turvallisuussuunnitelmat"),
    ("YP624", "updates/2025/2025-06-30-harrastaminen"),
    ("YP624", "updates/2025/2025-10-31-tyollisyyspalvelut"),
    ("YP624", "updates/2025/2025-11-24-mielenterveyden-ensiapu"),
    # Events of a kind that could fulfil something, and do not say what.
    ("YP619", "events/2023/2023-11-20-hyvinvointiraportti-2023-hallavesi"),
    ("YP619", "events/2024/2024-02-12-sopimuksen-toteutuminen-hallavesi"),
    ("YP619", "events/2025/2025-04-29-tapaaminen-tulvan-jalkeen"),
    ("YP619", "events/2025/2025-11-24-hyvinvointiraportti-2025-tervasuo"),
}
"""Findings that are there to be told: the rule, and the record without its digest."""


def _bytes(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in record.RECORDED
        for path in (root / folder).rglob("*.yaml")
    }


def test_it_is_valid_and_the_warnings_are_those_that_are_meant(yp: Callable[..., Result]) -> None:
    done = yp("validate", "--as-of", "2025-12-31", cwd=LIVED)
    assert done.code == 0, done.out
    found = re.findall(
        r"^data/(\S+?)(?:-[0-9a-f]{8})?\.yaml:\S+ warning (YP\d+)", done.out, re.MULTILINE
    )
    assert {(code, place) for place, code in found} == MEANT
    assert f": 0 errors, {len(MEANT)} warnings, " in done.out.splitlines()[-1]


def test_it_is_as_large_as_three_years_of_a_region() -> None:
    kb = store.load(LIVED).kb
    kinds = [party.type for party in kb.parties]
    assert (kinds.count("municipality"), len(kinds)) == (10, 12)
    assert len(kb.measures) == 30
    assert (len(kb.updates), len(kb.events), len(kb.values)) == (301, 53, 83)
    years = {record.id[:4] for record in (*kb.updates, *kb.events, *kb.values)}
    assert years == {"2023", "2024", "2025"}


def test_no_name_of_it_is_one_of_the_other_knowledge_bases() -> None:
    here = {party.name for party in store.load(LIVED).kb.parties}
    for root in (LIVED.parent / "region", LIVED.parents[1]):
        assert here.isdisjoint(party.name for party in store.load(root).kb.parties)


def test_a_correction_and_a_report_recorded_anew_are_the_committed_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The corrections of corrections name records by digest: a wrong byte breaks the chain."""
    shutil.copytree(LIVED / "data", tmp_path / "data")
    monkeypatch.setattr(record, "TOLD", {"ukonlampi": record.TOLD["ukonlampi"]})
    monkeypatch.setattr(record, "WHOLE", tuple(row for row in record.WHOLE if "c6" in row[0]))
    monkeypatch.setattr(record, "PARTIES", ())
    monkeypatch.setattr(record, "SERIES", {})
    monkeypatch.setattr(record, "VALUES", tuple(row for row in record.VALUES if "c4" in row[0]))
    monkeypatch.setattr(record, "EVENTS", tuple(row for row in record.EVENTS if "kysely" in row[0]))
    record.renew(tmp_path)
    again, committed = _bytes(tmp_path / "data"), _bytes(LIVED / "data")
    assert len(again) == 3 + 5 + 3 + 2
    assert again.items() <= committed.items()


@pytest.mark.proof
def test_the_whole_of_it_recorded_anew_is_the_committed_bytes(tmp_path: Path) -> None:
    shutil.copytree(LIVED / "data", tmp_path / "data")
    record.renew(tmp_path)
    assert _bytes(tmp_path / "data") == _bytes(LIVED / "data")
