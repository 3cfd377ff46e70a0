"""Whoever types at random is told what `yp validate` tells, and ends nothing."""

import json
import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.lsp_client import LspClient

pytestmark = pytest.mark.proof

YP = [sys.executable, "-m", "yhdyspinta_cli"]
DAY = "2025-06-30"
ODD: tuple[str, ...] = (
    "",
    " ",
    "\n",
    "\t",
    "  - ",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "|",
    "#",
    "&a ",
    "*a",
)
ODD = (
    *ODD,
    "ä",
    "😀",
    "\u2028",
    "\x00",
    "\r",
    "id: x\n",
    "goal: ",
    "actor: kuopio\n",
    "2025-02-30",
)


def _edited(text: str, chance: random.Random) -> str:
    """Return a text after a few random strokes: something put in, taken out or doubled."""
    for _stroke in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((0, 0, 1, 3, 40)))
        text = text[:at] + chance.choice(ODD) + text[end:]
    return text


@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_while_typing_is_what_validate_tells(
    seed: int, yp: Yp, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    paths = sorted((base / "data/measures").glob("*.yaml"))
    with LspClient([*YP, "lsp", "--as-of", DAY], base, environment=os.environ) as editor:
        for path in chance.sample(paths, 4):
            sound = text = path.read_text("utf-8")
            uri = editor.open(path)
            editor.diagnostics(uri)
            for version in range(2, 8):
                text = _edited(text, chance)
                editor.change(uri, version, text)
                for what in ("hover", "completion", "definition"):
                    line = chance.randrange(text.count("\n") + 2)
                    editor.ask(f"textDocument/{what}", editor.at(uri, line, chance.randrange(80)))
            told = editor.settled(uri)
            path.write_bytes(text.encode())
            whole = json.loads(
                yp("validate", "--as-of", DAY, "--notes", "--output-format", "json", cwd=base).out
            )
            place = path.relative_to(base).as_posix()
            wanted = [
                (one["code"], one["line"])
                for one in whole["diagnostics"]
                if one["path"] == place and not one["accepted"]
            ]
            given = [(one["code"], one["range"]["start"]["line"] + 1) for one in told]
            assert sorted(given)[:50] == sorted(wanted)[:50], text
            path.write_text(sound, "utf-8")
            editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert editor.end() == 0
