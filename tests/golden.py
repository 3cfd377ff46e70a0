"""Whole outputs that are kept as files and reviewed as text: tests/answers, tests/broken, ….

A test that compares with a kept file uses `same` and is marked ``golden``; `make goldens`
(UPDATE_GOLDEN=1) writes all of them anew, and `git diff` shows what changed.
"""

import os
from pathlib import Path


def same(path: Path, text: str) -> None:
    """Assert that a kept file holds `text`; with UPDATE_GOLDEN set, write it there first.

    Bytes are compared: line ends are a part of what is kept.
    """
    raw = text.encode("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    assert path.exists(), f"{path} is missing: `make goldens` writes it"
    assert raw.decode("utf-8") == path.read_bytes().decode("utf-8")
