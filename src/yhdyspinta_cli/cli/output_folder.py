"""A folder of files that a command writes together, and what it tells of them."""

import os
from collections.abc import Mapping
from pathlib import Path

from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import own_folder
from yhdyspinta_cli.store.own_folder import Written
from yhdyspinta_cli.store.own_list import Maker


def write(
    maker: Maker, folder: Path, made: Mapping[str, bytes], *, of: str, ending: str = ""
) -> Written:
    """Write files of an agreement (its id) into a folder and tell on stderr how many.

    Raises UserError as `put` does.
    """
    written = own_folder.put(maker, folder, made, os.environ, of=of, ending=ending)
    n = written.changed
    told = plural("yp: wrote {n} file into {path}", "yp: wrote {n} files into {path}", n)
    tell(told.format(n=n, path=folder))
    if written.same:
        n = written.same
        tell(plural("yp: {n} file was the same", "yp: {n} files were the same", n).format(n=n))
    return written


def write_tree(maker: Maker, folder: Path, made: Mapping[str, bytes], *, of: str) -> None:
    """Write a tree of files as `write` does, and tell what had to go and what stays."""
    written = write(maker, folder, made, of=of)
    if n := len(written.removed):
        told = plural(
            "yp: removed {n} file that is no part of it any more",
            "yp: removed {n} files that are no part of it any more",
            n,
        )
        tell(told.format(n=n))
    tell_left(written)


def tell_left(written: Written) -> None:
    """Tell which files are needed no more and stay, since somebody has changed them."""
    if written.left:
        tell(
            _("yp: left, they were changed since they were written: {names}").format(
                names=", ".join(written.left)
            )
        )
