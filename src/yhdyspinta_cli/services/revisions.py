"""What was known at a revision: its files put into the same reader that reads the folder's."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from yhdyspinta_cli import store
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.history import index, revision, tree
from yhdyspinta_cli.model.days import EARLIEST, LATEST
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.store.trees import PERSONAL
from yhdyspinta_cli.wording import days


def load(
    root: Path,
    told: str,
    *,
    personal: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Return the data of a folder as it stood at the revision `told`, or at the end of that day.

    No cache is asked and none is written: what is kept is of the folder's own files. Raises
    UserError: exit 1 where there was no commit on that day yet, exit 2 where the revision is not
    known or had no knowledge base there, exit 3 where git cannot tell.
    """
    return at(root, found(root, told), personal=personal, progress=progress)


def found(root: Path, told: str, *, parted_from: str | None = None) -> Revision:
    """Return the revision that was told, or of it and `parted_from` the one at which they parted.

    Raises UserError as `load`, of the files apart.
    """
    head = revision.head(root)
    zone = _zone(root, head)
    day = _day(told)
    commit = (
        revision.named(root, told)
        if day is None
        else revision.of_day(root, head, day, zone, (told.strip(), day.isoformat()))
    )
    if parted_from is not None:
        commit = revision.parting(root, commit, parted_from)
    return Revision(commit, revision.day_of(root, commit, zone))


def at(
    root: Path,
    found: Revision,
    *,
    personal: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Return the data of a folder as a commit has it. Raises UserError as `load`."""
    commit = found.commit
    source = tree.source(
        root, commit, found.short, keep=lambda steps: personal or steps != (PERSONAL,)
    )
    loaded = store.load(source, personal=personal, progress=progress)
    return replace(loaded, revision=found)


def is_committing(root: Path, environment: Mapping[str, str]) -> bool:
    """Return whether git has called this program as a hook of a commit in this repository."""
    return index.of_the_commit(root, environment) is not None


def staged(
    root: Path,
    environment: Mapping[str, str],
    *,
    personal: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Return the data of a folder as it would be committed now: what is staged, nothing else.

    Raises UserError: exit 2 where nothing of a knowledge base is staged, exit 3 where git cannot
    tell, exit 4 where files are in conflict.
    """
    source = index.source(root, environment, keep=lambda steps: personal or steps != (PERSONAL,))
    return store.load(source, personal=personal, progress=progress)


def _zone(root: Path, head: str) -> ZoneInfo:
    """Return the time zone of the region, as the agreement has it that was committed last."""
    agreement = tree.TreeSource(root, tree.files(root, head, ("agreement.yaml",)))
    return region.zone(store.load(agreement).kb)


def _day(told: str) -> date | None:
    """Return the day that was told, None where it is something else."""
    written = days.iso(told)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
