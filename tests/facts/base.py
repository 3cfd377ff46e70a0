"""The fictional region with what a test says has happened in it."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.conftest import REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store.source import MemorySource

FILES = {
    path.relative_to(REGION / "data").as_posix(): path.read_bytes()
    for path in (REGION / "data").rglob("*.yaml")
}


def region(
    *happened: Mapping[str, object], without: tuple[str, ...] = (), **changed: tuple[str, str]
) -> KnowledgeBase:
    """Return the region's records with these reports and events.

    What was recorded in the region itself is left out, `without` names further files to leave
    out, and `changed` replaces a text in a file: ``obligations=("times: 2", "times: 4")``.
    """
    files = {
        name: raw
        for name, raw in FILES.items()
        if name.split("/")[0] not in ("updates", "events", "values") and name not in without
    }
    for stem, (old, new) in changed.items():
        name = next(n for n in files if Path(n).stem == stem.replace("_", "-"))
        text = files[name].decode()
        assert old in text, (name, old)
        files[name] = text.replace(old, new).encode()
    for number, record in enumerate(happened):
        folder = {"measure": "updates", "indicator": "values"}
        kind = next((folder[key] for key in folder if key in record and "type" not in record), None)
        key = str(record.get("id", f"kirjattu-{number}"))
        year = str(record["on"])[:4]
        text = yaml.safe_dump({"id": key, **record}, allow_unicode=True, sort_keys=False)
        files[f"{kind or 'events'}/{year}/{key}.yaml"] = text.encode()
    loaded = store.load(MemorySource(files))
    assert not loaded.faults, [fault.message for fault in loaded.faults]
    return loaded.kb
