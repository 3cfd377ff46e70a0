"""A new report is judged with what it can be told together with; the rest changes nothing."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import run
from yhdyspinta_cli.checks.around import around
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

DAY = date(2026, 6, 30)

Told = set[tuple[str, str, str]]


def told(kb: KnowledgeBase) -> Told:
    """What the rules find, as a writer compares it."""
    return {(found.code, found.path, found.message) for found in run.run(kb, DAY)}


def brought(without: KnowledgeBase, kb: KnowledgeBase) -> Told:
    """The findings that are there with a report and not without it."""
    return told(kb) - told(without)


def check_all(folder: Path, keys: list[str]) -> int:
    """Record each report as the last of all; return how many bring a finding."""
    kb = store.load(folder).kb
    found = 0
    for key in keys:
        entry = kb.entries[key]
        assert isinstance(entry.record, Correctable)
        without = replace(kb, entries={k: e for k, e in kb.entries.items() if k != key})
        near = around(without, entry.record)
        assert len(near.entries) < len(without.entries)
        of_all = brought(without, replace(without, entries={**without.entries, key: entry}))
        assert brought(near, replace(near, entries={**near.entries, key: entry})) == of_all, key
        found += bool(of_all)
    return found


def reports(folder: Path) -> list[str]:
    """The reports of a region by their ids."""
    entries = store.load(folder).kb.entries
    return [key for key, entry in entries.items() if isinstance(entry.record, Correctable)]


def test_what_a_report_brings_is_found_among_its_neighbours() -> None:
    keys = random.Random(7).sample(reports(LIVED), 12)
    assert check_all(LIVED, keys)


@pytest.mark.proof
@pytest.mark.parametrize("folder", [LIVED, LIVED_ON], ids=lambda folder: folder.name)
def test_what_every_second_report_brings_is_found_among_its_neighbours(folder: Path) -> None:
    assert check_all(folder, reports(folder)[::2]) > 5
