"""The site that the tests read."""

from pathlib import Path

import pytest

from tests.site.written import DAY, write


@pytest.fixture(scope="session")
def lived_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the lived-in region at the end of 2025, written by the program itself."""
    folder = tmp_path_factory.mktemp("site") / "lived"
    write(folder, "--as-of", DAY)
    return folder
