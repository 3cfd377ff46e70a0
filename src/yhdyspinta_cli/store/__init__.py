"""Files below `data/` -> a KnowledgeBase and diagnostics; a new record -> its file.

`source` says what files come from, `folder` is the one on the disk, read without ever following
a link; `files` judges names and places, whatever the source; `building` turns a tree into a frozen
record, `loading` joins them into what is `loaded`, `write` makes the file of a new record, `atomic`
and `lock` bring it safely to the disk, `resources` knows where the packaged data and templates
are; `cache` and `verdict` keep what was judged for the next run. After this door nobody writes
defensive code.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yhdyspinta_cli.store.loaded import Loaded
    from yhdyspinta_cli.store.loading import load
    from yhdyspinta_cli.store.resources import find_root, resource_dir

__all__ = ["Loaded", "find_root", "load", "resource_dir"]


def __getattr__(name: str) -> object:
    """Import what is asked for: where a verdict is known, nothing is loaded (a sixth of a run)."""
    if name == "Loaded":
        from yhdyspinta_cli.store.loaded import Loaded

        return Loaded
    if name == "load":
        from yhdyspinta_cli.store.loading import load

        return load
    if name in ("find_root", "resource_dir"):
        from yhdyspinta_cli.store import resources

        return getattr(resources, name)
    raise AttributeError(name)
