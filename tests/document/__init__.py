"""One file: bytes, tree, text."""
