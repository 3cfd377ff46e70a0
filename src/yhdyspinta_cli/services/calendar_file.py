"""The calendar that a file holds: how new it is, and what the file that it replaces has told."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from yhdyspinta_cli.history import revision
from yhdyspinta_cli.store import Loaded

LARGEST = 16 * 1024 * 1024
"""A file larger than this is no calendar of ours."""


def earlier(output: Path | None) -> bytes:
    """Return what a file holds that may be an earlier calendar; nothing where there is none."""
    if output is not None and str(output) != "-":
        with suppress(OSError):
            if output.is_file() and output.stat().st_size <= LARGEST:
                return output.read_bytes()
    return b""


def changed(loaded: Loaded, made: datetime | None) -> datetime | None:
    """Return when the data was last changed, as git knows; None where nobody knows.

    What git does not have, or not as it stands, may have been changed until the file was `made`
    (None where that must not count: the data was asked for as of a day). It is at least a second
    newer than the last commit.
    """
    commit = loaded.revision.commit if loaded.revision is not None else None
    told = revision.last_change(loaded.root, commit)
    if told is None:
        return made
    moment, is_changed = told
    if not is_changed:
        return moment
    later = moment + timedelta(seconds=1)
    return max(later, made) if made is not None else later
