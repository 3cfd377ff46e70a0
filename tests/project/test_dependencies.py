"""What the program imports is declared, and what is declared is used."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.conftest import SHIPPED

UNSEEN = {"pystemmer", "tzdata"}
"""Used without an import of ours: snowballstemmer and zoneinfo look for them."""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    """Return what users install: the dependencies and every extra but that of developers."""
    project = tomllib.loads((SHIPPED / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = project["dependencies"] + [
        line for name, wanted in extras.items() if name != "dev" for line in wanted
    ]
    return {_plain(re.split(r"[^\w.-]", line)[0]) for line in lines}


def _imported() -> set[str]:
    """Return the top names of everything imported anywhere in the source, also in functions."""
    found = set()
    for path in (SHIPPED / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"yhdyspinta_cli"}


def test_imports_and_declared_dependencies_are_the_same() -> None:
    owners = packages_distributions()
    used = {name: {_plain(one) for one in owners[name]} for name in _imported()}
    assert len(used) > 10
    declared = _declared()
    assert {name for name, given in used.items() if not given & declared} == set()
    assert declared - set().union(*used.values()) == UNSEEN
