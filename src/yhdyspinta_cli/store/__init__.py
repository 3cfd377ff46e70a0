"""Files below `data/` -> a KnowledgeBase and diagnostics; a new record -> its file.

`source` says what files come from, `folder` is the one on the disk, read without ever following
a link; `files` judges names and places, whatever the source; `building` turns a tree into a frozen
record, `load` joins them into what is `loaded`, `write` makes the file of a new record, `atomic`
and `lock` bring it safely to the disk, `resources` knows where the packaged data and templates
are. After this door nobody writes defensive code.
"""

from yhdyspinta_cli.store.load import load
from yhdyspinta_cli.store.loaded import Loaded
from yhdyspinta_cli.store.resources import find_root, resource_dir

__all__ = ["Loaded", "find_root", "load", "resource_dir"]
