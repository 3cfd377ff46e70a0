"""What the proofs over random histories ask of the program, and how they read what it says."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.agreement_of_answers import histories
from tests.conftest import Yp
from tests.project import any_data


def accepted(seeds: list[int], day: date) -> list[histories.Named]:
    """Return what happened without the records that `validate` would refuse."""
    kept: list[histories.Named] = []
    for seed in dict.fromkeys(seeds):
        tried = [*kept, histories.record(seed, kept)]
        if any_data.is_accepted(histories.raw(tried), day):
            kept = tried
    return kept


def write(kept: Sequence[histories.Named], root: Path) -> None:
    """Write the region with what has happened into a folder."""
    for name, raw in histories.raw(kept).items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


class Asked:
    """What the commands tell of one region on one day."""

    def __init__(self, yp: Yp, root: Path, day: date) -> None:
        self.yp, self.root, self.day = yp, root, day

    def text(self, *line: str) -> str:
        done = self.yp(*line, "--as-of", self.day.isoformat(), cwd=self.root)
        assert done.code == 0, (line, done.err)
        return done.out

    def json(self, *line: str) -> Any:
        return json.loads(self.text(*line, "--json"))["answer"]

    def listed(self, *line: str) -> list[str]:
        """Return the ids that `yp list` tells."""
        return [one["id"] for one in self.json("list", *line)]

    def parties(self) -> dict[str, Any]:
        """Return the card of each party that is there, by its id."""
        cards = {key: self.json("owned-by", key, "--exact") for key in self.listed("parties")}
        return {
            key: card
            for key, card in cards.items()
            if not card["actor"]["ended"] and not card["actor"]["begins"]
        }

    def csv(self, *line: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(*line, "--csv"))))


def nonzero(counts: dict[str, int]) -> dict[str, int]:
    return {key: n for key, n in counts.items() if n and key != "total"}


def plain(element: Any) -> str:
    text = "".join(element.itertext()).replace("\u00ad", "").replace("\u00a0", " ")
    return " ".join(text.split())


COUNTER = iter(range(10**9))


def fresh(tmp_path: Path) -> Path:
    """Return a folder in which nothing has happened yet; every example needs its own."""
    return tmp_path / f"{next(COUNTER)}"
