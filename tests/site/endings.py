"""The lived-in region with one of each kind of record that has ended, or begins later."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from tests.conftest import LIVED
from tests.report.pages import parsed, text_of

DAY, EARLIER = date(2025, 12, 31), date(2024, 6, 30)

CHANGES = {
    "bodies/tietoryhma.yaml": [("id: tietoryhma\n", "ended: 2025-03-31\n")],
    "measures/lahisuhdevakivalta.yaml": [("id: lahisuhdevakivalta\n", "end: 2025-06-30\n")],
    "measures/varautumisharjoitus.yaml": [("id: varautumisharjoitus\n", "end: 2025-03-31\n")],
    "measures/evakuointi.yaml": [
        ("id: evakuointi\n", "start: 2023-01-01\nend: 2024-12-31\n"),
        ("responsible:\n", "  - actor: kokeilija\n    label: kokeilijat\n    role: partner\n"),
    ],
    "bodies/tyollisyysryhma.yaml": [("id: tyollisyysryhma\n", "ended: 2025-10-31\n")],
    "measures/opiskeluhuolto.yaml": [("id: opiskeluhuolto\n", "start: 2026-07-01\n")],
    "actors.yaml": [
        (
            "actors:\n",
            "  - id: kokeilija\n    type: outside\n    name: Kokeilijat ry\n"
            "    source:\n      - document: ohjelma\n",
        ),
    ],
    "parties.yaml": [
        ("  - id: metsoniemi\n", "    left: 2025-03-31\n"),
        ("  - id: ukonlampi\n", "    joined: 2026-03-01\n"),
        ("  - id: aijanselka\n", "    ended: 2024-06-30\n    successor: vaskiharju\n"),
    ],
    "statutes.yaml": [("    title: Hyvinvointilaki\n", "    repealed: 2025-06-01\n")],
    "obligations.yaml": [
        ("  - id: velvoite-foorumi\n", "    end: 2024-12-31\n"),
        (
            "Turvallisuusryhmä kokoontuu vähintään kaksi kertaa vuodessa\n    doers:\n",
            "      - actor: hallavesi\n        end: 2024-12-31\n",
        ),
    ],
}
"""What is written below a line of a file of the lived-in region, so that it ends."""


def make(root: Path) -> Path:
    """Make the copy of the region below a folder."""
    shutil.copytree(LIVED / "data", root / "data")
    for name, changes in CHANGES.items():
        file = root / "data" / name
        text = file.read_text("utf-8")
        for line, below in changes:
            assert text.count(line) == 1
            text = text.replace(line, line + below)
        file.write_text(text, "utf-8")
    return root


class Pages:
    """The text of the main part of each page of a site, read when it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def __getitem__(self, path: str) -> str:
        main = parsed(self.files[path].decode()).find(".//main")
        assert main is not None
        return text_of(main)


OnDay = Callable[[date], Pages]
