"""The site that the tests read."""

from functools import cache
from pathlib import Path

import pytest

from tests.site import endings
from tests.site.endings import OnDay, Pages
from tests.site.written import DAY, made, write


@pytest.fixture(scope="session")
def lived_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the lived-in region at the end of 2025, written by the program itself."""
    folder = tmp_path_factory.mktemp("site") / "lived"
    write(folder, "--as-of", DAY)
    return folder


@pytest.fixture(scope="session")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the lived-in region in which one of each kind of record has ended."""
    return endings.make(tmp_path_factory.mktemp("ended"))


@pytest.fixture(scope="session")
def on_day(ended: Path) -> OnDay:
    """The pages of its site on a day, made once."""
    return cache(lambda day: Pages(made(ended, day)))


@pytest.fixture(scope="session")
def pages(on_day: OnDay) -> Pages:
    """The pages of its site at the end of 2025."""
    return on_day(endings.DAY)
