"""The files that are about to be committed, as a source: git's index, the folder let be."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.revision import unread
from yhdyspinta_cli.history.tree import DATA, KINDS, Listed, TreeSource
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store.source import EntryKind, Steps


def source(
    root: Path,
    environment: Mapping[str, str],
    *,
    keep: Callable[[Steps], bool] = lambda _steps: True,
) -> TreeSource:
    """Return the files that the index has in the `data` of the folder `root`.

    While git makes a commit of some files only, it keeps an index of its own for that and names it
    to its hooks in the `environment`: then it is that one. Raises UserError: exit 2 where it has no
    knowledge base, exit 3 without git or a repository, exit 4 where files are in conflict.
    """
    index = of_the_commit(root, environment)
    listed = program.run(root, "ls-files", "--stage", "-z", "--", DATA, index=index)
    if listed.code:
        raise unread(listed)
    lines = [line for line in listed.raw.split(b"\0") if line]
    sizes = _sizes(root, lines)
    intended = _intended(root, lines, sizes, index)
    files = [
        one
        for one in _listed(lines, sizes)
        if keep(one.steps) and "/".join((DATA, *one.steps)) not in intended
    ]
    if all(one.steps != ("agreement.yaml",) for one in files):
        raise UserError(
            _("nothing of a knowledge base is staged: {path} is not in the index").format(
                path=f"{DATA}/agreement.yaml"
            ),
            hint=_("stage it first: git add data"),
        )
    return TreeSource(root, (*_folders(files), *files))


def of_the_commit(root: Path, environment: Mapping[str, str]) -> str | None:
    """Return the index that git has named to its hook, where it is one of this repository."""
    named = environment.get("GIT_INDEX_FILE")
    if not named:
        return None
    told = program.run(root, "rev-parse", "--absolute-git-dir")
    index = Path(named).resolve()
    folder = Path(told.out).resolve()
    return str(index) if told.code == 0 and index.is_relative_to(folder) else None


def _sizes(root: Path, lines: Iterable[bytes]) -> Mapping[str, int]:
    """Return how many bytes each blob has that is staged."""
    keys = dict.fromkeys(line.split(b" ", 2)[1] for line in lines)
    ran = program.run(root, "cat-file", "--batch-check", told=b"".join(key + b"\n" for key in keys))
    if ran.code:
        raise unread(ran)
    told = (line.split(" ") for line in ran.out.splitlines())
    return {one[0]: int(one[2]) for one in told if len(one) == 3}


def _intended(
    root: Path, lines: Iterable[bytes], sizes: Mapping[str, int], index: str | None
) -> frozenset[str]:
    """Return the files that are only meant to be added (``git add -N``): none is committed."""
    told = (line.partition(b"\t") for line in lines)
    empty = {os.fsdecode(path) for head, _tab, path in told if not sizes.get(_key(head), 1)}
    if not empty:
        return frozenset()
    before = program.run(root, "rev-parse", "--verify", "--quiet", "HEAD").out
    before = before or program.run(root, "hash-object", "-t", "tree", "--stdin", told=b"").out
    held = program.run(root, "ls-tree", "-r", "-z", "--name-only", before, "--", DATA)
    staged = ("diff-index", "--cached", "--relative", "--name-only", "-z")
    added = program.run(root, *staged, "--ita-invisible-in-index", before, "--", DATA, index=index)
    return frozenset(empty - set(held.out.split("\0")) - set(added.out.split("\0")))


def _key(head: bytes) -> str:
    """Return the id of the bytes from what stands before a path: mode, id, stage."""
    return head.split(b" ", 2)[1].decode("ascii")


def _listed(lines: Iterable[bytes], sizes: Mapping[str, int]) -> Iterator[Listed]:
    for line in lines:
        told, _tab, path = line.partition(b"\t")
        mode, key, stage = told.decode("ascii").split()
        name = os.fsdecode(path)
        if stage != "0":
            raise UserError(
                _("{path} is in conflict: what would be committed is not settled").format(
                    path=visible(name)
                ),
                exit_code=4,
                hint=_("settle it, then: git add {path}").format(path=visible(name)),
            )
        yield Listed(tuple(name.split("/"))[1:], KINDS[mode[:3]], key, sizes.get(key, 0))


def _folders(files: Iterable[Listed]) -> Iterator[Listed]:
    """Yield the folders in which the files stand: an index has none."""
    for steps in dict.fromkeys(one.steps[:end] for one in files for end in range(len(one.steps))):
        yield Listed(steps, EntryKind.FOLDER, "", 0)
