"""The folder of the caches is the one that platformdirs would give."""

import os
import sys

import pytest
from platformdirs import user_cache_path

from yhdyspinta_cli.store import user_folder


@pytest.mark.parametrize(
    "environment",
    [
        *({}, {"HOME": "/home/eeva"}, {"HOME": "/home/eeva/"}, {"HOME": ""}, {"HOME": "eeva"}),
        {"XDG_CACHE_HOME": "/fast", "HOME": "/home/eeva"},
        {"XDG_CACHE_HOME": "/fast"},
        {"XDG_CACHE_HOME": "", "HOME": "/home/eeva"},
        {"XDG_CACHE_HOME": "not/whole", "HOME": "/home/eeva"},
        {"XDG_CACHE_HOME": "~/fast", "HOME": "/home/eeva"},
    ],
)
def test_it_is_where_platformdirs_has_it(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    expected = user_cache_path("yhdyspinta-cli", appauthor=False)
    assert user_folder.caches(os.environ) == expected


def test_another_system_is_asked_of_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "aix")
    assert user_folder.caches({"XDG_CACHE_HOME": "/fast"}) == user_cache_path(
        "yhdyspinta-cli", appauthor=False
    )
