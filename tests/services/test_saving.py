"""The one way of saving takes a step of a round and a counterpart as it takes a report."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from yhdyspinta_cli import store
from yhdyspinta_cli.checks.around import New
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.services import saving
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.store import write

NOW = datetime(2024, 6, 30, 12, 0, tzinfo=UTC)
ASKED: dict[str, Any] = {
    "type": "asked",
    "party": "koivula",
    "year": 2023,
    "on": date(2024, 6, 30),
    "rows": 12,
}
NAMED: dict[str, Any] = {
    "party": "ohkola",
    "level": "taso-johto",
    "role": "kunnansihteeri",
    "start": date(2025, 1, 1),
}


class Heard:
    """What was said while saving."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.paths: list[str] = []

    def tell(self, text: str) -> None:
        self.told.append(text)

    def out(self, text: str) -> None:
        self.paths.append(text.strip())


def save(region: Path, kind: type[New], keys: dict[str, Any]) -> Heard:
    """Save one new record; return what was said."""
    heard = Heard()
    saving.save(
        Where(None, region, {}),
        lambda _kb: write.draft(kind, keys),
        is_committed=False,
        is_tried_only=False,
        clock=Clock(NOW, NOW),
        message=lambda _kb, record: record.id,
        voice=heard,
    )
    return heard


@pytest.mark.parametrize(
    ("kind", "keys", "folder"),
    [(Round, ASKED, "data/rounds/2023"), (Counterpart, NAMED, "data/counterparts")],
)
def test_a_new_one_is_saved_once(
    kind: type[New], keys: dict[str, Any], folder: str, region: Path
) -> None:
    (path,) = save(region, kind, keys).paths
    assert Path(path).parent == Path(folder)
    loaded = store.load(region)
    assert loaded.faults == ()
    assert loaded.kb.entries[Path(path).stem].path == path
    with pytest.raises(UserError, match="recorded already") as again:
        save(region, kind, keys)
    assert again.value.exit_code == 4


@pytest.mark.parametrize(
    ("kind", "keys", "why"),
    [
        (Round, {**ASKED, "on": date(2024, 7, 1)}, "the future is not recorded"),
        (Round, {**ASKED, "party": "nobody"}, "nobody"),
        (Counterpart, {**NAMED, "level": "nowhere"}, "nowhere"),
        (Counterpart, {**NAMED, "role": "sihteeri 131052-308T"}, "identity code"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    kind: type[New], keys: dict[str, Any], why: str, region: Path
) -> None:
    with pytest.raises(UserError, match=why):
        save(region, kind, keys)
    assert not [*region.glob("data/rounds/**/*.yaml"), *region.glob("data/counterparts/*.yaml")]
