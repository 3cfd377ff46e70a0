"""The whole round: asked, filled in LibreOffice and by openpyxl, collected by two, merged."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Yp
from tests.rounds import filling, office, ten_parties
from tests.rounds.conftest import git
from tests.rounds.ten_parties import SILENT, Written
from yhdyspinta_cli import store

pytestmark = pytest.mark.proof


def answer(yp: Yp, root: Path, *line: str) -> Any:
    done = yp(*line, "--json", cwd=root)
    assert done.code == 0, (line, done.err)
    return json.loads(done.out)["answer"]


def listed(yp: Yp, root: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the records of each kind that a round brings."""
    kinds = ("updates", "values", "events", "counterparts", "rounds")
    return {kind: answer(yp, root, "list", kind) for kind in kinds}


@pytest.fixture
def written(yp: Yp, base: Path, tmp_path: Path) -> dict[str, Written]:
    """The workbooks of ten parties, filled: half in one start of LibreOffice, half by openpyxl."""
    done = yp("round", "ask", "--each-party", "--year", "2025", "-o", str(tmp_path / "out"),
              "--commit", cwd=base)  # fmt: skip
    assert done.code == 0, done.err
    kb = store.load(base).kb
    paths = [p for p in sorted((tmp_path / "out").glob("*.xlsx")) if p.stem not in SILENT]
    made = {path.stem: ten_parties.of(kb, path, n) for n, path in enumerate(paths)}
    told: list[tuple[str, ...]] = []
    for n, path in enumerate(paths):
        if n % 2:
            filling.fill(path, made[path.stem].answers)
        else:
            sheet = ("measures", None, "indicators")[n // 2 % 3]
            told += ten_parties.steps(path, made[path.stem], sheet=sheet)
    office.run(tmp_path, told)
    return made


def test_proof_ten_parties_answer_and_two_people_collect(
    yp: Yp, base: Path, written: dict[str, Written], tmp_path: Path
) -> None:
    before = listed(yp, base)
    standing = obligations(yp, base)
    holes = answer(yp, base, "counterparts", "--by", "interface", "--as-of", "2025-12-31")["holes"]
    parties = list(written)
    for person, whose in (("anna", parties[:5]), ("bo", [*parties[5:], parties[0]])):
        clone = tmp_path / person
        git(tmp_path, "clone", "-q", str(base), str(clone))
        git(clone, "config", "user.name", person)
        git(clone, "config", "user.email", f"{person}@tuulikannas.example")
        git(clone, "switch", "-q", "-c", person)
        files = [str(tmp_path / "out" / f"{party}.xlsx") for party in whose]
        done = yp("round", "collect", *files, "--commit", cwd=clone)
        assert done.code == 0, done.err
        assert git(clone, "status", "--porcelain") == ""
        assert git(clone, "rev-list", "--count", "main..HEAD") == str(len(whose))
        git(base, "fetch", "-q", str(clone), f"{person}:{person}")
    for person in ("anna", "bo"):
        git(base, "merge", "-q", "--no-edit", person)
    assert git(base, "status", "--porcelain") == ""
    done = yp("validate", cwd=base)
    assert done.code == 0, done.out
    records_agree(before, listed(yp, base), written)
    states_agree(yp, base, written)
    assert obligations(yp, base) - standing == Counter(
        {(party, duty, "met"): 1 for party, one in written.items() for duty, _on in one.events}
    )
    after = answer(yp, base, "counterparts", "--by", "interface", "--as-of", "2025-12-31")["holes"]
    assert holes - after == sum(len(one.counterparts) for one in written.values())
    round_agrees(yp, base, written)
    once = git(base, "rev-parse", "HEAD")
    everything = [str(path) for path in sorted((tmp_path / "out").glob("*.xlsx"))]
    done = yp("round", "collect", *everything, "--commit", cwd=base)
    assert done.code == 0, done.err
    assert git(base, "rev-parse", "HEAD") == once


def obligations(yp: Yp, root: Path) -> Counter[tuple[Any, ...]]:
    found = answer(yp, root, "obligations", "--year", "2025", "--as-of", "2025-12-31")["standings"]
    return Counter((one["party"], one["obligation"], one["state"]) for one in found)


def records_agree(
    before: dict[str, list[dict[str, Any]]],
    after: dict[str, list[dict[str, Any]]],
    written: dict[str, Written],
) -> None:
    """What is new is what was written, each once; what was there stands."""
    new: dict[str, list[dict[str, Any]]] = {}
    for kind, records in after.items():
        old = {one["id"] for one in before[kind]}
        assert old <= {one["id"] for one in records}
        new[kind] = [one for one in records if one["id"] not in old]
    w = written.items()
    assert Counter((r["by"], r["measure"], r["state"], r["on"]) for r in new["updates"]) == Counter(
        (party, *one) for party, made in w for one in made.updates
    )
    assert Counter(
        (r["by"], r["indicator"], r["value"], r["on"]) for r in new["values"]
    ) == Counter((party, *one) for party, made in w for one in made.values)
    assert Counter((r["by"], r["on"]) for r in new["events"]) == Counter(
        (party, on) for party, made in w for _duty, on in made.events
    )
    assert Counter(
        (r["party"], r["interface"], r["name"], r["start"]) for r in new["counterparts"]
    ) == Counter(
        (party, interface, f"{party}: {role}", on)
        for party, made in w
        for interface, role, on in made.counterparts
    )
    assert Counter(r["party"] for r in new["rounds"]) == Counter(list(written))


def states_agree(yp: Yp, root: Path, written: dict[str, Written]) -> None:
    """On the last day each party's own word on a measure is the one that it wrote."""
    matrix = answer(yp, root, "status", "matrix", "--as-of", "2025-12-31")["measures"]
    told = {(cell["party"], one["measure"]): cell for one in matrix for cell in one["parties"]}
    for party, made in written.items():
        for measure, state, on in made.updates:
            cell = told[party, measure]
            # A day that it told earlier goes before the month that the day is in.
            if on != "2025-12":
                assert (party, state, on) in {
                    (one["by"], one["state"], one["on"]) for one in cell["reports"]
                }
                assert cell["disputed"] or cell["state"] == state, (party, measure)


def round_agrees(yp: Yp, root: Path, written: dict[str, Written]) -> None:
    told = {
        one["id"]: one for one in answer(yp, root, "round", "status", "--year", "2025")["parties"]
    }
    assert {party for party, one in told.items() if one["state"] == "answered"} == set(written)
    assert {party for party, one in told.items() if one["state"] == "waiting"} == set(SILENT)
    for party, made in written.items():
        one = told[party]
        assert (one["filled"], one["words"], one["unchanged"]) == (
            made.filled, made.words, made.is_unchanged,
        )  # fmt: skip
    late = (date.today() + timedelta(weeks=4)).isoformat()
    later = answer(yp, root, "round", "status", "--year", "2025", "--as-of", late)["parties"]
    assert {one["id"] for one in later if one["state"] == "late"} == set(SILENT)
