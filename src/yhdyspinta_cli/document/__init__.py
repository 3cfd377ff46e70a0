"""One YAML file: bytes -> a safe tree with line and column, and a record -> bytes.

The subset of YAML 1.2 that is read is told in `docs/data-format.md`. Nothing of PyYAML's
constructors, composers or resolvers sees the text: `decoding` judges the bytes, `reader` takes
libyaml's events one by one, `scalars` decides what a plain word means, `tree` keeps the places.
"""

from yhdyspinta_cli.document.decoding import as_it_is
from yhdyspinta_cli.document.reader import is_slow, read
from yhdyspinta_cli.document.tree import Fault, Mapping, Node, Tree

__all__ = ["Fault", "Mapping", "Node", "Tree", "as_it_is", "is_slow", "read"]
