"""What changes in a file, as `diff -u` tells it and `git apply` takes it."""

import difflib
from collections.abc import Iterator


def unified(path: str, old: bytes, new: bytes) -> str:
    """Return the lines that change from the old bytes of a file to the new ones, both UTF-8."""
    return "".join(_ended(difflib.unified_diff(_lines(old), _lines(new), path, path)))


def _lines(raw: bytes) -> list[str]:
    """Return the lines, each with its end: only a line feed ends one."""
    *whole, rest = raw.decode().split("\n")
    return [f"{line}\n" for line in whole] + [rest] * bool(rest)


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
