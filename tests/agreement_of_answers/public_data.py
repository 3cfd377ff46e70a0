"""The open data of a region against what the commands tell: tables, views, earlier days."""

import csv
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from tests.agreement_of_answers.asking import Asked
from tests.opendata import made, same

_ANSWERS = (
    *("owners", "owner_parties", "measure_states", "party_states", "history"),
    *("obligation_periods", "obligation_period_events", "missing"),
)
_BEGAN = date(2022, 3, 1)
_EARLIER = 3
"""On how many earlier days the state of each measure is compared."""


def agrees(asked: Asked, folder: Path) -> None:
    """Export the region and hold it against what is answered as of the same day."""
    asked.text("export", str(folder))
    (file,) = folder.glob("*.sqlite")
    with closing(sqlite3.connect(file)) as opened:
        opened.row_factory = sqlite3.Row
        forms_agree(opened, folder)
        today_agrees(opened, asked)
        past_agrees(opened, asked)


def forms_agree(opened: sqlite3.Connection, folder: Path) -> None:
    for name in _ANSWERS:
        with (folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        mine = made.rows(opened, f"SELECT * FROM {name}")
        told = [{key: _cell(cell) for key, cell in row.items()} for row in mine]
        flags = {"true": "1", "false": "0"}
        assert [{key: flags.get(c, c) for key, c in row.items()} for row in found] == told, name


def _cell(cell: object) -> str:
    return "" if cell is None else str(cell)


def today_agrees(opened: sqlite3.Connection, asked: Asked) -> None:
    status, matrix = asked.json("status"), asked.json("status", "matrix")
    same.states(opened, status, matrix)
    same.gaps(opened, asked.json("gaps"))
    same.periods(opened, asked.json("obligations")["standings"])
    view = made.rows(opened, "SELECT * FROM who_owns")
    for key in asked.listed("measures"):
        same.who_owns(view, asked.json("who-owns", key, "--exact"))
    held = made.rows(opened, "SELECT * FROM owned_by")
    for party, card in asked.parties().items():
        same.owned_by(held, party, card)


def past_agrees(opened: sqlite3.Connection, asked: Asked) -> None:
    days = {asked.day, *_turns(opened, asked.day)}
    for day in sorted(days):
        then = Asked(asked.yp, asked.root, day)
        same.state_on(opened, str(day), then.json("status"))
        parties_agree(opened, then)
    # On the day on which it is due nothing is late yet.
    latest = "SELECT DISTINCT due FROM measures WHERE due <= ? ORDER BY due DESC LIMIT 4"
    for row in made.rows(opened, latest, str(asked.day)):
        then = Asked(asked.yp, asked.root, date.fromisoformat(row["due"]))
        same.state_on(opened, row["due"], then.json("status"))


def _turns(opened: sqlite3.Connection, day: date) -> list[date]:
    """Return a few of the days on which something changed, and of those just before them."""
    since = made.rows(opened, "SELECT DISTINCT since FROM history ORDER BY since")
    known = [date.fromisoformat(row["since"]) for row in since]
    found = {*known, *(one - timedelta(1) for one in known)}
    there = sorted(one for one in found if _BEGAN <= one <= day)
    return random.Random(len(there)).sample(there, min(_EARLIER, len(there)))


def parties_agree(opened: sqlite3.Connection, then: Asked) -> None:
    """Hold what each party had told by a day against the matrix of that day."""
    day = str(then.day)
    found = made.rows(
        opened,
        "SELECT measure, party, situation FROM history WHERE party IS NOT NULL "
        "AND since <= ? AND (until IS NULL OR ? <= until)",
        *(day, day),
    )
    mine = {(row["measure"], row["party"]): row["situation"] for row in found}
    for one in then.json("status", "matrix")["measures"]:
        for own in one["parties"]:
            told = mine.get((one["measure"], own["party"]))
            # Of one that has told nothing no run is kept.
            assert told == own["situation"] if own["reports"] else told is None
