"""Another region needs no change of code: nothing in it knows the shipped data."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli import store


def _said(path: Path) -> Iterator[str]:
    """Yield the texts of a module that the program uses; a docstring is for its readers."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value.casefold()


@pytest.mark.proof
def test_no_name_or_id_of_the_shipped_parties_stands_in_code_or_templates() -> None:
    kb = store.load(SHIPPED).kb
    names = {name.casefold() for party in kb.parties for name in (party.id, party.name)}
    names |= {kb.agreement.region.casefold(), "tavoite-"}
    assert len(names) > 25
    # Of the region's own name the stem is looked for, too: its people are called after it.
    quarters = {"pohjois", "etelä", "itä", "länsi", "keski"}
    own = set(re.findall(r"\w+", kb.agreement.region.casefold())) - quarters
    assert own
    source = SHIPPED / "src" / "yhdyspinta_cli"
    # The examples of help are of the packaged data, and no more than lines that are shown.
    code = set(source.rglob("*.py")) - {source / "cli" / "examples.py"}
    texts = {path: list(_said(path)) for path in code} | {
        path: [path.read_text("utf-8").casefold()] for path in (SHIPPED / "templates").rglob("*.j2")
    }
    found = {
        f"{path.name}: {name}"
        for path, said in texts.items()
        for text in said
        for name in names
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    } | {
        f"{path.name}: {word}" for path, said in texts.items() for word in own if word in str(said)
    }
    assert found == set()


@pytest.mark.proof
@pytest.mark.parametrize("root", [REGION, SHIPPED], ids=["region", "shipped"])
def test_bare_yp_shows_examples_that_the_data_at_hand_answers(
    root: Path, yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "base"
    shutil.copytree(root / "data", base / "data")
    monkeypatch.setenv("YP_ROOT", str(base))
    shown = [
        line.split("  ")[1]
        for line in yp(cwd=base).out.splitlines()
        if line.startswith("  yp ") and "…" not in line
    ]
    asked = [line.split()[1:] for line in shown if " set " not in line]
    assert len(asked) > 15
    for option in ("--for", "--each-party", ".pdf", ".docx", "round ask"):
        assert option in " ".join(shown)
    for arguments in asked:
        if arguments[0] == "report" and root == SHIPPED:
            continue  # the tests of the report write those of the shipped data
        done = yp(*arguments, cwd=tmp_path)
        assert done.code == 0, (arguments, done.err)
        assert (tmp_path / arguments[-1]).exists() if "-o" in arguments else done.out
