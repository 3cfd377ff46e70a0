"""One YAML file: bytes -> a safe tree with line and column, and a record -> bytes.

The subset of YAML 1.2 that is read is told in `docs/data-format.md`. Nothing of PyYAML's
constructors or resolvers sees the text: `decoding` judges the bytes, `composer` takes the nodes of
a file in which nothing is doubtful, `reader` libyaml's events one by one of all others, `scalars`
decides what a plain word means, `tree` keeps the places.
"""
