"""What the shell completes: ids and codes, read quickly and quietly from the file names.

A completion never fails and never prints: with no knowledge base there is nothing to offer.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError

_ID = re.compile(r"^(?:  - |- |)id: ([a-z0-9-]+)$", re.MULTILINE)
_CODE = re.compile(r"^code: ([A-Z][0-9]+)$", re.MULTILINE)
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


def _data() -> Path | None:
    from yhdyspinta_cli.store import resources

    try:
        root, packaged = resources.find_root(None, os.environ, Path.cwd(), packaged=True)
    except (UserError, OSError):
        return None
    return root if packaged else root / "data"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:1_000_000]
    except OSError:
        return ""


def _ids(name: str) -> Iterator[str]:
    data = _data()
    if data is not None:
        yield from _ID.findall(_text(data / name))


def _stems(folder: str) -> Iterator[str]:
    data = _data()
    if data is not None:
        yield from sorted(path.stem for path in (data / folder).rglob("*.yaml"))


def measures(incomplete: str) -> list[tuple[str, str]]:
    """Codes and ids of measures, with their titles."""
    data = _data()
    found: list[tuple[str, str]] = []
    for path in sorted((data / "measures").glob("*.yaml")) if data else ():
        text = _text(path)
        title = (_TITLE.findall(text) or [""])[0].strip("\"'")
        for key in (*_CODE.findall(text), path.stem):
            if key.lower().startswith(incomplete.lower()):
                found.append((key, title))
    return found


def _starting(words: Iterator[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete.lower())]


def parties(incomplete: str) -> list[str]:
    """Ids of parties."""
    return _starting(_ids("parties.yaml"), incomplete)


def actors(incomplete: str) -> list[str]:
    """Ids of everyone who can be responsible."""
    names = ("parties.yaml", "actors.yaml", "projects.yaml")
    return _starting((word for name in names for word in _ids(name)), incomplete) + _starting(
        _stems("bodies"), incomplete
    )


def bodies(incomplete: str) -> list[str]:
    """Ids of bodies."""
    return _starting(_stems("bodies"), incomplete)


def obligations(incomplete: str) -> list[str]:
    """Ids of obligations; the council terms stand in the same file and are left out."""
    data = _data()
    text = _text(data / "obligations.yaml") if data else ""
    return _starting(iter(_ID.findall(text.partition("\nobligations:")[2])), incomplete)


def goals(incomplete: str) -> list[str]:
    """Ids of goals."""
    return _starting(_ids("goals.yaml"), incomplete)


def interfaces(incomplete: str) -> list[str]:
    """Ids of interfaces, as the measures name them."""
    data = _data()
    found = (
        {
            key
            for path in (data / "measures").glob("*.yaml")
            for key in re.findall(r"^interface: ([a-z0-9-]+)$", _text(path), re.MULTILINE)
        }
        if data
        else set()
    )
    return _starting(iter(sorted(found)), incomplete)


def states(incomplete: str) -> list[str]:
    """The states of a measure."""
    words = ("not-started", "in-progress", "completed", "paused", "cancelled", "merged")
    return _starting(iter(words), incomplete)


def records(incomplete: str) -> list[str]:
    """Ids of anything that has one, and measure codes."""
    found = [key for key, _title in measures(incomplete)] + actors(incomplete)
    for name in ("goals.yaml", "statutes.yaml", "obligations.yaml", "needs.yaml", "areas.yaml"):
        found += _starting(_ids(name), incomplete)
    return found


def kinds(incomplete: str) -> list[str]:
    """The kinds of record."""
    from yhdyspinta_cli.model.catalogue import KINDS

    return _starting((kind.plural for kind in KINDS), incomplete)


def years(incomplete: str) -> list[str]:
    """The years of the agreement's validity."""
    data = _data()
    found = (
        re.findall(r"^\s+(?:start|end): (\d{4})-", _text(data / "agreement.yaml"), re.MULTILINE)
        if data
        else []
    )
    if len(found) < 2:
        return []
    return _starting((str(year) for year in range(int(found[0]), int(found[1]) + 1)), incomplete)
