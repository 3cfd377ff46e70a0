"""One version everywhere: of the package, of what it says itself, of the changelog."""

import re
import tomllib

from tests.conftest import SHIPPED
from yhdyspinta_cli import __version__


def test_the_changelog_begins_with_the_version_of_the_package() -> None:
    told = tomllib.loads((SHIPPED / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    heads = re.findall(r"^## (\S+)", (SHIPPED / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert (told, heads[0]) == (__version__, __version__)


def test_the_extras_that_a_refusal_names_are_those_of_the_package() -> None:
    extras = tomllib.loads((SHIPPED / "pyproject.toml").read_text("utf-8"))["project"]
    named = {
        (extra, package)
        for path in (SHIPPED / "src" / "yhdyspinta_cli").rglob("*.py")
        for package, extra in re.findall(
            r'package ([\w-]+), .*\n\s+raise extra\.missing\("(\w+)"', path.read_text("utf-8")
        )
    }
    assert {extra for extra, _package in named} == {"pdf", "office", "editor", "data", "site"}
    assert len(named) == 6
    for extra, package in named:
        held = extras["optional-dependencies"][extra]
        assert any(one.lower().startswith(package.lower()) for one in held)
