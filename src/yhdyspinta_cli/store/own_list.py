"""The list in a folder of written files: which are this program's own, by their digests.

A path in it is told with `/` and never leads out of the folder.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import atomic, file_names

_DIGEST = re.compile(r"[0-9a-f]{64}")
_STEP = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_TREE = re.compile(rf"(?:\.nojekyll|(?:{_STEP}/)*{_STEP})")
_LONGEST = 180
"""How long a path may be, so that Windows (260 with all its folders) takes it, too."""
_TEXTS = (".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonl", ".md", ".svg", ".txt", ".xml")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)

Digests = dict[str, list[str]]
"""The digests a file (its path) may have: one, or that before and that after a broken-off run."""


@frozen
class OwnList:
    """What the list of a folder tells: of which agreement (its id; "": not told) its files are."""

    of: str
    files: Digests


@frozen
class Maker:
    """Which command writes into a folder, the list it keeps there, the form of its files' paths.

    One that is `alone` writes into no folder that has files of others but no list of its own.
    """

    command: str
    list: str
    file: re.Pattern[str]
    alone: bool = False


REPORTS = Maker("yp report", ".yp-report.json", re.compile(r"(?:index|party-[\w-]+)\.[a-z]+"))
ROUNDS = Maker("yp round ask", ".yp-round.json", re.compile(r"[\w-]+\.(?:xlsx|eml)"))
SITE = Maker("yp site", ".yp-site.json", _TREE, alone=True)
EXPORT = Maker("yp export", ".yp-export.json", _TREE, alone=True)


def refuse_paths(maker: Maker, paths: Iterable[str]) -> None:
    """Raise ValueError for a path that some system does not take, or that leads elsewhere."""
    known: dict[str, str] = {}
    for path in paths:
        if not _is_named(maker, path):
            raise ValueError(f"no path for a file: {path!r}")
        steps = path.split("/")
        for end in range(1, len(steps) + 1):
            # A folder and a file, or two that differ in case only, are one on some disks.
            part = "/".join(steps[:end])
            told = part if end == len(steps) else f"{part}/"
            if known.setdefault(part.casefold(), told) != told:
                raise ValueError(f"no path for a file: {path!r}")


def _is_named(maker: Maker, path: str) -> bool:
    return (
        maker.file.fullmatch(path) is not None
        and len(path) <= _LONGEST
        and path != maker.list
        and not any(
            step.endswith(".") or file_names.is_of_a_device(step) for step in path.split("/")
        )
    )


def step(name: str) -> str:
    """Return what an id is called in a path: of a device's name (`aux`) Windows makes no file."""
    return f"{name}_" if file_names.is_of_a_device(name) else name


def digest(path: str, raw: bytes) -> str:
    """Return the digest of a file; of a text line ends count for nothing: git may change them."""
    is_text = path.endswith(_TEXTS)
    return hashlib.sha256(raw.replace(b"\r\n", b"\n") if is_text else raw).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the digest of a plain file; None where there is none, or a link or a folder."""
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as stream:
        return digest(path.name, stream.read())


def read(maker: Maker, folder: Path) -> OwnList | None:
    """Return what the list of a folder tells, None where there is none.

    Paths that the maker gives no file are left out: nothing outside the folder is ever spoken of.
    Raises UserError (exit 4) for a list that is not ours.
    """
    path = folder / maker.list
    if not os.path.lexists(path):
        return None
    try:
        if path.is_symlink() or not path.is_file():
            raise ValueError
        told = json.loads(path.read_bytes())
        return OwnList(
            str(told.get("of", "")),
            {
                name: [one for one in digests if _DIGEST.fullmatch(one)]
                for name, digests in told["files"].items()
                if _is_named(maker, name)
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            _("{path} is no list of {command}; nothing was written").format(
                path=quoted(str(path), 200), command=maker.command
            ),
            exit_code=4,
            hint=_("name another folder, or move it away"),
        ) from error


def write(maker: Maker, folder: Path, of: str, digests: Digests) -> None:
    """Write the list of a folder where it differs from the one that stands; raises OSError."""
    path = folder / maker.list
    told = {"of": of, "files": dict(sorted(digests.items()))}
    raw = json.dumps(told, indent=1).encode() + b"\n"
    if digest_of(path) != digest(path.name, raw):
        atomic.replace(path, raw)
