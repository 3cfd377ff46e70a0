"""One name means one thing: a reader of an import need not ask which of two is meant."""

import ast
from collections import Counter

from tests.conftest import SHIPPED


def test_no_two_classes_have_one_name() -> None:
    found = Counter(
        node.name
        for path in (SHIPPED / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in found.items() if times > 1] == []
