"""What no file of a knowledge base may exceed; of its own, for whoever only lists the files."""

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_CHARACTERS = 64_000
